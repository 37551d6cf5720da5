//! Findings about inspectors and the ceremony.

use serde_json::json;

use super::{Found, found, note};

pub(super) fn inspectors() -> Vec<Found> {
    vec![
        found(
            "roster.no-seat",
            &[4],
            &["样例 Z-4", "市局", "局"],
            |case| {
                case.roster
                    .push(json!({"id": "Z-4", "name": "样例 Z-4", "department": "市局"}));
            },
        ),
        found("team.short", &[], &["J1", "1", "A-3", "局"], |case| {
            case.roster[0]["recuse"] = json!(["A-3"]);
            case.roster[1]["recuse"] = json!(["A-3"]);
        }),
        found("team.no-choice", &[], &["J1", "2"], |case| {
            case.roster.pop();
        }),
        // Two teams of two seats, three inspectors with a cap of one seat.
        found("team.load", &[], &["局", "4", "3"], |case| {
            case.plan["max_load"] = json!(1);
        }),
        found(
            "roster.unknown-recusal",
            &[],
            &["1", "Z-1", "A-99"],
            |case| {
                case.roster[0]["recuse"] = json!(["A-99"]);
            },
        ),
    ]
}

pub(super) fn ceremonies() -> Vec<Found> {
    vec![
        found("ceremony.only-office", &[], &[], |case| {
            case.ceremony["sources"] = json!([{"kind": "committed", "by": "office", "name": "机关", "commitment": "c".repeat(64)}]);
        }),
        // 6^15.
        found("ceremony.few-outcomes", &[], &["470184984576"], |case| {
            case.ceremony["sources"][0]["parts"][0]["count"] = json!(15);
        }),
        found(
            "commitment.supersedes",
            &[],
            &["abab", "类别录错", "分管副局长"],
            |case| {
                case.ceremony["previous"] = json!("ef".repeat(32));
                case.ceremony["supersedes"] = json!([{"commitment": "ab".repeat(32), "reason": "类别录错", "approved_by": "分管副局长"}]);
            },
        ),
        note("commitment.follows", &[], &["1212", "3434"], |case| {
            case.ceremony["previous"] = json!("ef".repeat(32));
            case.ceremony["follows"] =
                json!([{"commitment": "12".repeat(32), "record": "34".repeat(32)}]);
        }),
    ]
}
