//! Ordinary draws: both hash suites, blinded and not blinded, with and without teams, all kinds of sources.

use serde_json::{Value, json};
use suiji::{Contribution, Hash, Secret};

use super::{Draw, entities, inspectors, limit, of_task, visit, with};
use crate::Small;

pub(super) fn all() -> Vec<Draw> {
    let sm3 = |mut case: Small| {
        case.ceremony["hash"] = json!("sm3");
        case
    };
    vec![
        Draw::new(
            "plain",
            "the simplest draw: two of five entities, one stratum, no teams, SHA-256, not blinded",
            &[
                "C1", "C5", "S1", "S3a", "S3b", "R2", "D1", "D2", "D3", "E1", "E2",
            ],
            Small::plain(),
        ),
        Draw::new(
            "plain-sm3",
            "the documents of `plain` with SM3: every digest, key and ticket and the result are different",
            &["C1", "S3b", "R2", "D1", "D2"],
            sm3(Small::plain()),
        ),
        Draw::new(
            "team",
            "two teams of two out of three inspectors, who are shuffled for each team",
            &["T1", "T3", "T4.1", "T4.2", "T4.3", "T4.4", "T5", "T6"],
            Small::with_team(),
        ),
        Draw::new(
            "blinded",
            "with a secret, every leaf of every tree has a salt, and a ticket depends on the salt of the registry leaf",
            &["S2", "S3a", "D2", "F2", "I5"],
            office().blinded(),
        ),
        Draw::new(
            "not-blinded",
            "the documents of `blinded` without the secret",
            &["S2", "D2"],
            office(),
        ),
        Draw::new(
            "blinded-sm3",
            "the documents of `blinded` with SM3",
            &["C1", "S2", "D2"],
            sm3(office().blinded()),
        ),
        Draw::new(
            "sources",
            "committed sources of the office and of a witness, and live sources of one part and of several, with and without return",
            &["S4a", "S4b", "S4c", "R1", "R2", "R4"],
            sources(),
        ),
        Draw::new(
            "earlier-commitments",
            "a commitment that follows an earlier one, and supersedes one with a record, one with contributions and one with neither",
            &["S3c", "R3"],
            earlier(),
        ),
    ]
}

/// A case with history, both kinds of exclusion, reserves, risk classes and teams.
pub(in crate::vectors) fn office() -> Small {
    let mut case = of_task(
        json!({
            "quota": {"count": 3}, "reserves": 1, "limits": [limit("own", 1)],
            "risk": {"weights": {"high": 3}, "unrated_as": "low"},
            "team": {"seats": [{"department": "局", "count": 2}]}}),
        entities(&[("high", 3), ("general", 2), ("low", 3), ("", 2)]),
    );
    case.plan["limits"] = json!([limit("year", 2)]);
    case.roster = inspectors("局", "Z", 4);
    case.roster[0]["recuse"] = json!(["F01", "F09"]);
    case.history = vec![
        visit("F03", "J1", "2024-03-05"),
        visit("F05", "T9", "2024-03-05"),
        visit("F05", "T8", "2024-06-11"),
        with(visit("F06", "J1", "2024-06-11"), json!({"kind": "case"})),
    ];
    case
}

fn sources() -> Small {
    let mut case = Small::plain();
    let nonces = [
        Secret::from_bytes([0x11; 32]),
        Secret::from_bytes([0x22; 32]),
    ];
    let values = ["八〇三二一七", "见证人写下的话"];
    let committed = |by: &str, name: &str, at: usize| {
        let commitment = Contribution::commitment(Hash::Sha256, &nonces[at], values[at]);
        json!({"kind": "committed", "by": by, "name": name, "commitment": commitment.to_string()})
    };
    let opening =
        |at: usize| json!({"kind": "committed", "nonce": nonces[at].reveal(), "value": values[at]});
    case.ceremony["sources"] = json!([
        committed("office", "样例县工信局", 0),
        committed("witness", "样例见证人", 1),
        {"kind": "live", "by": "public", "name": "样例彩票第 1 期", "parts": [
            {"count": 6, "from": 1, "to": 33, "distinct": true}, {"count": 1, "from": 1, "to": 16}]},
        {"kind": "live", "by": "witness", "name": "摸球和掷骰", "parts": [
            {"count": 3, "from": 0, "to": 9}, {"count": 2, "from": 9_997, "to": 9_999, "distinct": true},
            {"count": 20, "from": 1, "to": 6}]}]);
    case.contributions = json!([
        opening(0), opening(1),
        {"kind": "live", "numbers": [[3, 9, 14, 21, 28, 30], [11]]},
        {"kind": "live", "numbers": [[9, 0, 9], [9_997, 9_999],
            [6, 5, 4, 3, 2, 1, 6, 5, 4, 3, 2, 1, 6, 5, 4, 3, 2, 1, 6, 5]]}]);
    case
}

fn earlier() -> Small {
    let mut case = Small::plain();
    let digest = |digit: &str| digit.repeat(64);
    let superseded = |digit: &str, more: Value| {
        with(
            json!({"commitment": digest(digit), "reason": "名录有误", "approved_by": "样例分管负责人"}),
            more,
        )
    };
    case.ceremony["previous"] = json!(digest("d"));
    case.ceremony["follows"] = json!([{"commitment": digest("a"), "record": digest("1")}]);
    case.ceremony["supersedes"] = json!([
        superseded("b", json!({"record": digest("2")})),
        superseded(
            "c",
            json!({"contributions": [
            {"source": 0, "kind": "live", "numbers": [[6, 6], [0, 9_999]]},
            {"source": 2, "kind": "committed", "nonce": "0f".repeat(32), "value": "三"}]})
        ),
        superseded("d", json!({}))
    ]);
    case
}
