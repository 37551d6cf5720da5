//! Registry, roster and history [I3–I6].

use serde_json::json;

use super::{Refusal, changed, valid};
use crate::Small;
use crate::vectors::Document;

fn row(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    expected: (&'static str, &'static str),
    change: impl FnOnce(&mut Small),
) -> Refusal {
    let case = || {
        let mut case = Small::with_team();
        case.history = vec![json!({"entity": "A-1", "task": "J1", "date": "2023-03-05"})];
        case
    };
    Refusal::new(name, about, rules, expected, changed(case(), change))
}

pub(super) fn all() -> Vec<Refusal> {
    let csv = |name, about, expected, text: &str| {
        Refusal::new(name, about, &["I3"], expected, valid())
            .with_document("registry.csv", Document::text(text))
    };
    vec![
        row(
            "duplicate-entity",
            "two entities with the same id",
            &["I6"],
            ("registry.duplicate-id", "registry row 5 id"),
            |case| case.registry[4]["id"] = json!("A-2"),
        ),
        row(
            "duplicate-inspector",
            "two inspectors with the same id",
            &["I6"],
            ("roster.duplicate-id", "roster row 3 id"),
            |case| case.roster[2]["id"] = json!("Z-1"),
        ),
        row(
            "duplicate-visit",
            "the same visit twice, once with an explicit kind",
            &["I5", "C2c"],
            ("history.duplicate-row", "history row 2"),
            |case| {
                let again =
                    json!({"entity": "A-1", "task": "J1", "date": "2023-03-05", "kind": "planned"});
                case.history.push(again);
            },
        ),
        row(
            "duplicate-member",
            "a duplicate category, not adjacent",
            &["I6"],
            ("set.duplicate-member", "registry row 1 $.categories"),
            |case| case.registry[0]["categories"] = json!(["加油站", "超市", "加油站"]),
        ),
        row(
            "unknown-class-in-registry",
            "an inactive entity with a class that is not in the plan",
            &["I6"],
            ("registry.unknown-class", "registry row 4 class"),
            |case| {
                case.registry[3]["class"] = json!("D");
                case.registry[3]["status"] = json!("inactive");
            },
        ),
        row(
            "exempt-missing",
            "exempt_from without exempt",
            &["I3"],
            ("registry.exempt-missing", "registry row 1 $.exempt_from"),
            |case| case.registry[0]["exempt_from"] = json!(["J1"]),
        ),
        row(
            "exempt-from-nothing",
            "an empty list of tasks, which could be read as all or as none",
            &["C2c", "I3"],
            ("json.empty", "registry row 1 $.exempt_from"),
            |case| {
                case.registry[0]["exempt"] = json!("样例免检名单");
                case.registry[0]["exempt_from"] = json!([]);
            },
        ),
        row(
            "exempt-empty",
            "an empty reason of an exemption",
            &["C3", "I3"],
            ("text.empty", "registry row 1 $.exempt"),
            |case| case.registry[0]["exempt"] = json!(""),
        ),
        row(
            "duplicate-exempt-from",
            "a duplicate task in exempt_from",
            &["I6"],
            ("set.duplicate-member", "registry row 1 $.exempt_from"),
            |case| {
                case.registry[0]["exempt"] = json!("样例免检名单");
                case.registry[0]["exempt_from"] = json!(["J1", "J9", "J1"]);
            },
        ),
        row(
            "duplicate-visitor",
            "a duplicate inspector of a visit",
            &["I6"],
            ("set.duplicate-member", "history row 1 $.inspectors"),
            |case| case.history[0]["inspectors"] = json!(["Z-2", "Z-1", "Z-2"]),
        ),
        row(
            "duplicate-by",
            "a duplicate department of a visit",
            &["I6"],
            ("set.duplicate-member", "history row 1 $.by"),
            |case| case.history[0]["by"] = json!(["局", "局"]),
        ),
        row(
            "duplicate-visit-by-others",
            "the same visit twice, by different departments",
            &["I5"],
            ("history.duplicate-row", "history row 2"),
            |case| {
                let again =
                    json!({"entity": "A-1", "task": "J1", "date": "2023-03-05", "by": ["局"]});
                case.history.push(again);
            },
        ),
        row(
            "visit-after-sealing",
            "a visit on the day after sealing",
            &["I5"],
            ("history.after-sealing", "history row 1 date"),
            |case| case.history[0]["date"] = json!("2024-09-03"),
        ),
        row(
            "visit-on-the-day-elsewhere",
            "a visit on a day that has begun where the offset of sealed_at is not that of the visit",
            &["I5", "C7"],
            ("history.after-sealing", "history row 1 date"),
            |case| {
                case.ceremony["sealed_at"] = json!("2024-09-02T23:30:00-05:00");
                case.history[0]["date"] = json!("2024-09-03");
            },
        ),
        row(
            "load-negative",
            "a negative load",
            &["I4"],
            ("json.range", "roster row 1 $.load"),
            |case| case.roster[0]["load"] = json!(-1),
        ),
        row(
            "salt-in-a-row",
            "a row with a salt; only leaves have one",
            &["C2b", "S2"],
            ("json.unknown-field", "registry row 1"),
            |case| case.registry[0]["salt"] = json!("00".repeat(32)),
        ),
        row(
            "number-in-extra",
            "a number in extra, which only has texts",
            &["I1", "I3"],
            ("json.wrong-type", "registry row 1 $.extra.a"),
            |case| case.registry[0]["extra"] = json!({"a": 1}),
        ),
        csv(
            "csv-quote",
            "a quote inside an unquoted cell",
            ("table.csv", "registry row 2"),
            "id,name\nA-1,样\"例\n",
        ),
        csv(
            "csv-header",
            "a column that is not a field",
            ("table.header", "registry row 1"),
            "id,name,Class\nA-1,样例企业,low\n",
        ),
    ]
}
