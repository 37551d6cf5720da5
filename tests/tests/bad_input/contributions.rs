//! Contributions that do not match their sources, or are for another commitment.

use serde_json::{Value, json};
use suiji::{Contributions, Secret};
use suiji_conformance::{Small, thrown};

use super::Bad;

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = wrong_contributions();
    all.extend(wrong_numbers());
    all.extend(wrong_document());
    all
}

fn committed(nonce: &Value, value: &str) -> Value {
    json!({"kind": "committed", "nonce": nonce, "value": value})
}

/// The value of a witness, whose commitment is the second source.
fn opening() -> Value {
    committed(&json!("07".repeat(32)), "三六五")
}

/// A case with a die, thrown twenty times, and a committed source.
fn two_sources() -> Small {
    let mut case = Small::plain();
    let nonce = Secret::from_bytes([7; 32]);
    let commitment = suiji::Contribution::commitment(suiji::Hash::Sha256, &nonce, "三六五");
    let source = json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": commitment.to_string()});
    let sources = case.ceremony["sources"].as_array_mut();
    sources.expect("sources").push(source);
    case.contributions = json!([dice(), opening()]);
    assert_eq!(case.code(), "", "the unchanged contributions are valid");
    case
}

/// A case with one live source: six balls from one drum and one from another.
fn lottery() -> Small {
    let mut case = Small::plain();
    case.ceremony["sources"][0]["parts"] = json!([
        {"count": 6, "from": 1, "to": 33, "distinct": true},
        {"count": 1, "from": 1, "to": 16}]);
    case.contributions = json!([fallen(json!([[3, 9, 14, 21, 28, 30], [11]]))]);
    assert_eq!(case.code(), "", "the unchanged contributions are valid");
    case
}

fn dice() -> Value {
    thrown("12345612345612345612")
}

fn fallen(numbers: Value) -> Value {
    json!({"kind": "live", "numbers": numbers})
}

/// The number of contributions, their kinds and openings [R1, R3].
fn wrong_contributions() -> Vec<Bad> {
    let contributions = |what: &str, given: Value, code: &'static str, path: &str| {
        let mut case = two_sources();
        case.contributions = given;
        let place = format!("contributions $.contributions{path}");
        Bad::new(what, case.draw(), code, place)
    };
    let first = |what: &str, given: Value, code: &'static str, path: &str| {
        contributions(what, json!([given, opening()]), code, &format!("[0]{path}"))
    };
    let second = |what: &str, given: Value, code: &'static str, path: &str| {
        contributions(what, json!([dice(), given]), code, &format!("[1]{path}"))
    };
    let nonce = json!("07".repeat(32));
    vec![
        contributions("none", json!([]), "json.empty", ""),
        contributions("one missing", json!([dice()]), "contributions.count", ""),
        contributions(
            "one too many",
            json!([dice(), opening(), dice()]),
            "contributions.count",
            "",
        ),
        second(
            "a value that does not match the commitment",
            committed(&nonce, "三六六"),
            "contributions.not-opening",
            "",
        ),
        second(
            "a nonce that does not match the commitment",
            committed(&json!("08".repeat(32)), "三六五"),
            "contributions.not-opening",
            "",
        ),
        second(
            "upper-case hex",
            committed(&json!("0A".repeat(32)), "三六五"),
            "hex.form",
            ".nonce",
        ),
        second(
            "an empty value",
            committed(&nonce, ""),
            "text.empty",
            ".value",
        ),
        second(
            "a live contribution for a committed source",
            dice(),
            "contributions.kind",
            ".kind",
        ),
        first(
            "a committed contribution for a live source",
            opening(),
            "contributions.kind",
            ".kind",
        ),
        second(
            "a drand contribution for a committed source",
            json!({"kind": "drand", "signature": "00".repeat(48)}),
            "contributions.kind",
            ".kind",
        ),
        first(
            "a nonce of a live source",
            json!({"kind": "live", "numbers": [[1]], "nonce": nonce}),
            "json.unknown-field",
            "",
        ),
        first(
            "an unknown kind",
            json!({"kind": "dice", "numbers": [[1]]}),
            "json.choice",
            ".kind",
        ),
    ]
}

/// The numbers of live sources [S4b, R1].
fn wrong_numbers() -> Vec<Bad> {
    let dice = |what: &str, numbers: Value, code: &'static str, path: &str| {
        let mut case = two_sources();
        case.contributions[0] = fallen(numbers);
        let place = format!("contributions $.contributions[0].numbers{path}");
        Bad::new(what, case.draw(), code, place)
    };
    let balls = |what: &str, numbers: Value, code: &'static str, path: &str| {
        let mut case = lottery();
        case.contributions[0] = fallen(numbers);
        let place = format!("contributions $.contributions[0].numbers{path}");
        Bad::new(what, case.draw(), code, place)
    };
    let of = |digits: &str| thrown(digits)["numbers"].clone();
    vec![
        dice(
            "19 throws",
            of("1234561234561234561"),
            "contributions.length",
            "[0]",
        ),
        dice(
            "21 throws",
            of("123456123456123456123"),
            "contributions.length",
            "[0]",
        ),
        dice(
            "a 7 of a die",
            of("12345612345612345617"),
            "contributions.number-range",
            "[0]",
        ),
        dice(
            "a 0 of a die",
            of("02345612345612345612"),
            "contributions.number-range",
            "[0]",
        ),
        dice(
            "two parts of one",
            json!([[1], [2]]),
            "contributions.parts",
            "",
        ),
        dice("no part", json!([]), "json.empty", ""),
        dice("no number", json!([[]]), "json.empty", "[0]"),
        dice(
            "a number as text",
            json!([["１"]]),
            "json.wrong-type",
            "[0][0]",
        ),
        dice(
            "a text",
            json!("12345612345612345612"),
            "json.wrong-type",
            "",
        ),
        dice(
            "numbers without parts",
            json!([1]),
            "json.wrong-type",
            "[0]",
        ),
        dice("-1", json!([[-1]]), "json.range", "[0][0]"),
        dice("10000", json!([[10_000]]), "json.range", "[0][0]"),
        balls(
            "one part of two",
            json!([[3, 9, 14, 21, 28, 30]]),
            "contributions.parts",
            "",
        ),
        balls(
            "balls as they fell",
            json!([[14, 3, 9, 28, 21, 30], [11]]),
            "contributions.not-ascending",
            "[0]",
        ),
        balls(
            "one ball twice",
            json!([[3, 9, 14, 14, 28, 30], [11]]),
            "contributions.repeated-number",
            "[0]",
        ),
        balls(
            "a ball that is not in the drum",
            json!([[3, 9, 14, 21, 28, 34], [11]]),
            "contributions.number-range",
            "[0]",
        ),
        balls(
            "two balls of the second drum",
            json!([[3, 9, 14, 21, 28, 30], [11, 12]]),
            "contributions.length",
            "[1]",
        ),
    ]
}

/// The document in which contributions are kept [R4].
fn wrong_document() -> Vec<Bad> {
    let case = Small::plain();
    let sealed = case.seal().expect("a valid case");
    let document = case.contributions_of(&sealed.commitment().digest().to_string());
    let changed = |key: &str, value: Value| {
        let mut document = document.clone();
        document[key] = value;
        Contributions::from_json(document.to_string().as_bytes())
    };
    let other_sheet = changed("commitment", json!("ab".repeat(32))).expect("valid in form");
    vec![
        Bad::new(
            "contributions of another sheet",
            sealed.draw(&other_sheet),
            "contributions.other-commitment",
            "contributions $.commitment",
        ),
        Bad::new(
            "version 2",
            changed("spec", json!("suiji-v2")),
            "contributions.spec-unknown",
            "contributions $.spec",
        ),
        Bad::new(
            "the array alone",
            Contributions::from_json(case.contributions.to_string().as_bytes()),
            "json.wrong-type",
            "contributions $",
        ),
    ]
}
