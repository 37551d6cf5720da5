//! Faults after sealing: unknown versions, changed inputs, contributions, records, receipts, verification.

use core::ops::ControlFlow;

use serde_json::{Value, json};
use suiji::{
    Commitment, Contributions, Evidence, PublicForm, Receipt, Record, Run, Sealed, Secret,
};
use suiji_conformance::{Small, thrown};

use super::Bad;

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

/// A case with one live source of six balls of one drum and one of another.
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

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = wrong_contributions();
    all.extend(wrong_numbers());
    all.extend(wrong_document());
    all.extend(commitments());
    all.extend(records_and_receipts());
    all
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

fn commitments() -> Vec<Bad> {
    let (sealed, _) = Small::plain().draw().expect("a valid case");
    let commitment: Value = serde_json::from_str(&sealed.commitment().to_json()).expect("JSON");
    let changed = |path: &str, value: Value| {
        let mut commitment = commitment.clone();
        let (parent, key) = path.rsplit_once('/').expect("a path");
        commitment.pointer_mut(parent).expect("a parent")[key] = value;
        Commitment::from_json(commitment.to_string().as_bytes())
    };
    let reopened = |case: &Small, secret: Option<Secret>| {
        let sealed = Small::plain().seal().expect("a valid case");
        Sealed::reopen(
            &case.inputs().expect("valid inputs"),
            sealed.commitment(),
            secret.as_ref(),
        )
    };
    let other = Small {
        registry: Small::plain().registry[1..].to_vec(),
        ..Small::plain()
    };
    let blinded = Small::plain().blinded().seal().expect("a valid case");
    let without_secret = Sealed::reopen(
        &Small::plain().inputs().expect("valid inputs"),
        blinded.commitment(),
        None,
    );
    let strata: Vec<Value> = (0..10)
        .map(|n| json!({"stratum": format!("s{n}"), "size": 1, "take": 0}))
        .collect();
    let task = commitment["tasks"][0].clone();
    let many: Vec<Value> = (0..10_001).map(|_| task.clone()).collect();
    vec![
        Bad::new(
            "version 2",
            changed("/spec", json!("suiji-v2")),
            "commitment.spec-unknown",
            "commitment $.spec",
        ),
        Bad::new(
            "ten strata",
            changed("/tasks/0/strata", json!(strata)),
            "commitment.strata",
            "commitment $.tasks[0].strata",
        ),
        Bad::new(
            "10,001 tasks",
            changed("/tasks", json!(many)),
            "limit.tasks",
            "commitment $.tasks",
        ),
        Bad::new(
            "J1 twice",
            changed("/tasks", json!([task, task])),
            "plan.duplicate-task",
            "commitment $.tasks[1]",
        ),
        Bad::new(
            "another hash",
            changed("/hash", json!("sha512")),
            "ceremony.hash",
            "commitment $.hash",
        ),
        Bad::new(
            "one registry row less",
            reopened(&other, None),
            "sealed.changed",
            "commitment $.registry",
        ),
        Bad::new(
            "a needless secret",
            reopened(&Small::plain(), Some(Secret::from_bytes([1; 32]))),
            "sealed.secret-needless",
            "commitment",
        ),
        Bad::new(
            "no secret",
            without_secret,
            "sealed.secret-missing",
            "commitment",
        ),
    ]
}

fn records_and_receipts() -> Vec<Bad> {
    let (sealed, record) = Small::plain().draw().expect("a valid case");
    let (other_sealed, _) = Small::with_team().draw().expect("a valid case");
    let parsed = |text: String| -> Value { serde_json::from_str(&text).expect("JSON") };
    let run = Run::default();
    let entity = "A-1".parse().expect("an id");
    let receipt = sealed
        .receipt_with(&record, &entity, &run)
        .expect("a receipt");
    let version = |text: String| {
        let mut document = parsed(text);
        document["spec"] = json!("suiji-v2");
        document["novelty"] = json!({});
        document.to_string()
    };
    let form = PublicForm::of(&record, None).unwrap();
    let (_, blinded) = Small::plain().blinded().draw().expect("a valid case");
    let other_secret = Secret::from_bytes([9; 32]);
    let both = {
        let mut document = parsed(form.to_json());
        document["draws"][0]["last"][0]["commitment"] = json!("ab".repeat(32));
        PublicForm::from_json(document.to_string().as_bytes())
    };
    let statement = |state: &str| {
        let mut document = parsed(receipt.to_json());
        document["tasks"] = json!([{"task": "J1", "state": state, "reserve": 1}]);
        Receipt::from_json(document.to_string().as_bytes())
    };
    let cancelling = Run::default().on_progress(|_| ControlFlow::Break(()));
    let inputs = Small::plain().inputs().expect("valid inputs");
    let ceremony = Small::plain().read_ceremony().expect("a valid ceremony");
    let report = suiji::verify_with(&record, &Evidence::default(), &run).expect("a report");
    let drand = {
        let mut commitment = parsed(sealed.commitment().to_json());
        let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
        commitment["sources"] = json!([{"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 9_000_000}]);
        let commitment =
            Commitment::from_json(commitment.to_string().as_bytes()).expect("a commitment");
        let sealed =
            Sealed::reopen_with(&inputs, &commitment, None, &run).expect("the same inputs");
        let mut case = Small::plain();
        case.contributions = json!([{"kind": "drand", "signature": "00".repeat(48)}]);
        let document = case.contributions_of(&commitment.digest().to_string());
        let contributions = Contributions::from_json(document.to_string().as_bytes());
        sealed.draw_with(&contributions.expect("valid in form"), &run)
    };
    vec![
        Bad::new(
            "version 2",
            Record::from_json(version(record.to_json()).as_bytes()),
            "record.spec-unknown",
            "record $.spec",
        ),
        Bad::new(
            "version 2",
            PublicForm::from_json(version(form.to_json()).as_bytes()),
            "public-form.spec-unknown",
            "public_form $.spec",
        ),
        Bad::new(
            "version 2",
            Receipt::from_json(version(receipt.to_json()).as_bytes()),
            "receipt.spec-unknown",
            "receipt $.spec",
        ),
        Bad::new(
            "a record of another commitment",
            other_sealed.receipt_with(&record, &entity, &run),
            "receipt.other-record",
            "receipt",
        ),
        Bad::new(
            "another secret",
            PublicForm::of(&blinded, Some(&other_secret)),
            "sealed.secret-wrong",
            "value",
        ),
        Bad::new(
            "a last ticket and its commitment",
            both,
            "public-form.last",
            "public_form $.draws[0].last[0]",
        ),
        Bad::new(
            "absent with a reserve number",
            statement("absent"),
            "receipt.fields",
            "receipt $.tasks[0]",
        ),
        Bad::new(
            "a drand signature",
            drand,
            "contributions.drand-unsupported",
            "contributions $.contributions[0].signature",
        ),
        Bad::new(
            "an incomplete verification",
            report.require(),
            "verification.not-holding",
            "verification",
        ),
        Bad::new(
            "cancelled",
            suiji::seal_with(&inputs, &ceremony, &cancelling),
            "cancelled",
            "cancelled",
        ),
    ]
}
