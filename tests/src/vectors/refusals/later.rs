//! After sealing: contributions, reopened sheets, records, public forms, receipts [C2c, R1, E1, G1].

use serde_json::{Value, json};

use super::{Refusal, changed, extend};
use crate::Small;
use crate::trace::{receipt, walk};
use crate::vectors::{Document, Documents};

pub(super) fn all() -> Vec<Refusal> {
    let mut all = contributions();
    all.extend(reopened());
    all.extend(read());
    all.extend(used());
    all
}

/// A case with a live and a committed source.
fn two_sources() -> Small {
    let mut case = Small::plain();
    let nonce = suiji::Secret::from_bytes([7; 32]);
    let commitment = suiji::Contribution::commitment(suiji::Hash::Sha256, &nonce, "三六五");
    let dice = case.ceremony["sources"][0].clone();
    case.ceremony["sources"] = json!([dice,
        {"kind": "committed", "by": "witness", "name": "样例见证人", "commitment": commitment.to_string()}]);
    case.contributions = json!([
        {"kind": "live", "value": "12345612345612345612"},
        {"kind": "committed", "nonce": "07".repeat(32), "value": "三六五"}]);
    case
}

fn contributions() -> Vec<Refusal> {
    let with = |name, about, rules, right_is, pointer: &str, value: Value| {
        let documents = changed(two_sources(), |case| {
            if let Some(place) = case.contributions.pointer_mut(pointer) {
                *place = value;
            }
        });
        Refusal::new(name, about, rules, right_is, documents)
    };
    let length = ("contributions.length", "contributions $[0].value");
    vec![
        Refusal::new(
            "contribution-count",
            "one contribution where the sheet has two sources",
            &["R1", "R3"],
            ("contributions.count", "contributions $"),
            changed(two_sources(), |case| {
                case.contributions.as_array_mut().map(Vec::pop);
            }),
        ),
        with(
            "contribution-kind",
            "a live value for a committed source",
            &["R1"],
            ("contributions.kind", "contributions $[1].kind"),
            "/1",
            json!({"kind": "live", "value": "三六五"}),
        ),
        with(
            "not-opening",
            "a value that does not open the commitment",
            &["R1", "S4a"],
            ("contributions.not-opening", "contributions $[1]"),
            "/1/value",
            json!("三六六"),
        ),
        with(
            "too-few-throws",
            "19 of 20 throws",
            &["S4b", "R1"],
            length,
            "/0/value",
            json!("1234561234561234561"),
        ),
        with(
            "too-many-throws",
            "21 of 20 throws",
            &["S4b", "R1"],
            length,
            "/0/value",
            json!("123456123456123456123"),
        ),
        with(
            "seventh-face",
            "a seven among the throws of a die",
            &["S4b", "R1"],
            ("contributions.symbol", "contributions $[0].value"),
            "/0/value",
            json!("12345612345612345617"),
        ),
        with(
            "nonce-of-dice",
            "a nonce beside a live value",
            &["C2b", "R1"],
            ("json.unknown-field", "contributions $[0]"),
            "/0",
            json!({"kind": "live", "value": "12345612345612345612", "nonce": "07".repeat(32)}),
        ),
    ]
}

/// Reopened with a sheet: other inputs, a secret too few or too many, a source of drand.
fn reopened() -> Vec<Refusal> {
    let sheet = walk(&Small::plain()).commitment;
    let blinded = walk(&Small::plain().blinded()).commitment;
    let mut drand = sheet.clone();
    let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    drand["sources"] = json!([{"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 9_000_000}]);
    let reopen = |name, about, rules, right_is, case: Small, sheet: &Value| {
        Refusal::new(name, about, rules, right_is, changed(case, |_| {}))
            .written("commitment.json", Document::Json(sheet.clone()))
            .run("reopen")
    };
    let mut fewer = Small::plain();
    fewer.registry.remove(0);
    let mut signed = Small::plain();
    signed.contributions = json!([{"kind": "drand", "signature": "00".repeat(48)}]);
    vec![
        reopen(
            "sealed-changed",
            "a firm was struck from the registry after sealing",
            &["S3a", "S5"],
            ("sealed.changed", "commitment $.registry"),
            fewer,
            &sheet,
        ),
        reopen(
            "secret-missing",
            "a blinded sheet without its secret",
            &["S2"],
            ("sealed.secret-missing", "commitment"),
            Small::plain(),
            &blinded,
        ),
        reopen(
            "secret-needless",
            "a secret for a sheet that is not blinded",
            &["S2"],
            ("sealed.secret-needless", "commitment"),
            Small::plain().blinded(),
            &sheet,
        ),
        reopen(
            "drand-signature",
            "a drand signature, which this version cannot check",
            &["R1"],
            (
                "contributions.drand-unsupported",
                "contributions $[0].signature",
            ),
            signed,
            &drand,
        ),
    ]
}

fn of(name: &str, document: Value) -> Documents {
    [(name.to_owned(), Document::Json(document))].into()
}

/// Single documents that are refused as they are read.
fn read() -> Vec<Refusal> {
    let case = Small::with_team();
    let walk = walk(&case);
    let receipt = receipt(&case, &walk, "A-9");
    let read = |name,
                about,
                rules,
                right_is,
                (file, document): (&str, &Value),
                (pointer, fields): (&str, Value)| {
        let mut document = document.clone();
        if let Some(place) = document.pointer_mut(pointer) {
            extend(place, fields);
        }
        Refusal::new(name, about, rules, right_is, of(file, document)).run("read")
    };
    let (sheet, record) = (
        ("commitment.json", &walk.commitment),
        ("record.json", &walk.record),
    );
    let (form, receipt) = (
        ("public-form.json", &walk.public),
        ("receipt.json", &receipt),
    );
    let version = || ("", json!({"spec": "suiji-v2", "novelty": {}}));
    let strata = (0..10).map(|n| json!({"stratum": format!("s{n}"), "size": 1, "take": 0}));
    let strata: Vec<Value> = strata.collect();
    vec![
        read(
            "commitment-of-v2",
            "a sheet of a later version",
            &["S3a"],
            ("commitment.spec-unknown", "commitment $.spec"),
            sheet,
            version(),
        ),
        read(
            "record-of-v2",
            "a record of a later version",
            &["E1"],
            ("record.spec-unknown", "record $.spec"),
            record,
            version(),
        ),
        read(
            "public-form-of-v2",
            "a public form of a later version",
            &["E2"],
            ("public-form.spec-unknown", "public_form $.spec"),
            form,
            version(),
        ),
        read(
            "receipt-of-v2",
            "a receipt of a later version",
            &["G1"],
            ("receipt.spec-unknown", "receipt $.spec"),
            receipt,
            version(),
        ),
        read(
            "ten-strata",
            "a task with ten strata, where a plan has at most nine classes",
            &["I1", "S3a"],
            ("commitment.strata", "commitment $.tasks[0].strata"),
            sheet,
            ("/tasks/0", json!({"strata": strata})),
        ),
        read(
            "written-default",
            "blinded: false, which is written by leaving it out",
            &["C2c", "S3a"],
            ("json.written-default", "commitment $.blinded"),
            sheet,
            ("", json!({"blinded": false})),
        ),
        read(
            "written-empty",
            "an empty list of reserves, which is written by leaving it out",
            &["C2c", "E1"],
            ("json.written-empty", "record $.draws[0].reserves"),
            record,
            ("/draws/0", json!({"reserves": []})),
        ),
        read(
            "written-empty-vacant",
            "an empty list of vacant seats, deep in a record",
            &["C2c", "T5"],
            ("json.written-empty", "record $.draws[0].teams[0].vacant"),
            record,
            ("/draws/0/teams/0", json!({"vacant": []})),
        ),
        read(
            "short-of-nobody",
            "short: 0, which is written by leaving it out",
            &["C2c", "S5"],
            ("json.range", "commitment $.tasks[0].short"),
            sheet,
            ("/tasks/0", json!({"short": 0})),
        ),
        read(
            "receipt-fields",
            "a receipt of one who is absent, with a number among the reserves",
            &["G3", "G5"],
            ("receipt.fields", "receipt $.tasks[0]"),
            receipt,
            ("/tasks/0", json!({"reserve": 1})),
        ),
    ]
}

/// Documents that are right, and are put to a wrong use.
fn used() -> Vec<Refusal> {
    let plain = walk(&Small::plain()).record;
    let mut other = Refusal::new(
        "other-record",
        "a receipt is asked for from the record of another sheet",
        &["G1"],
        ("receipt.other-record", "receipt"),
        changed(Small::with_team(), |_| {}),
    )
    .written("record.json", Document::Json(plain.clone()))
    .run("receipt");
    other.entity = Some("A-1");
    vec![
        other,
        Refusal::new(
            "not-holding",
            "a record of which all checks are demanded without any of its inputs",
            &["V1"],
            ("verification.not-holding", "verification"),
            of("record.json", plain),
        )
        .run("require"),
    ]
}
