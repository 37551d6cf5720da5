//! After sealing: contributions, reopened commitments, records, public forms, receipts [C2c, R1, E1, G1].

use serde_json::{Value, json};

use super::{Refusal, changed, extend};
use crate::Small;
use crate::trace::{receipt, trace};
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
    let with = |name, about, rules, expected, pointer: &str, value: Value| {
        let documents = changed(two_sources(), |case| {
            if let Some(place) = case.contributions.pointer_mut(pointer) {
                *place = value;
            }
        });
        Refusal::new(name, about, rules, expected, documents)
    };
    let length = ("contributions.length", "contributions $[0].value");
    vec![
        Refusal::new(
            "contribution-count",
            "one contribution for two sources",
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
            "contribution-mismatch",
            "a value that does not match the commitment",
            &["R1", "S4a"],
            ("contributions.not-opening", "contributions $[1]"),
            "/1/value",
            json!("三六六"),
        ),
        with(
            "contribution-too-short",
            "a live value of 19 characters instead of 20",
            &["S4b", "R1"],
            length,
            "/0/value",
            json!("1234561234561234561"),
        ),
        with(
            "contribution-too-long",
            "a live value of 21 characters instead of 20",
            &["S4b", "R1"],
            length,
            "/0/value",
            json!("123456123456123456123"),
        ),
        with(
            "contribution-symbol",
            "a 7 in the live value of a die",
            &["S4b", "R1"],
            ("contributions.symbol", "contributions $[0].value"),
            "/0/value",
            json!("12345612345612345617"),
        ),
        with(
            "nonce-of-live-source",
            "a nonce in the contribution of a live source",
            &["C2b", "R1"],
            ("json.unknown-field", "contributions $[0]"),
            "/0",
            json!({"kind": "live", "value": "12345612345612345612", "nonce": "07".repeat(32)}),
        ),
    ]
}

/// Reopening a commitment: changed inputs, a missing or needless secret, a drand source.
fn reopened() -> Vec<Refusal> {
    let commitment = trace(&Small::plain()).commitment;
    let blinded = trace(&Small::plain().blinded()).commitment;
    let mut drand = commitment.clone();
    let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    drand["sources"] = json!([{"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 9_000_000}]);
    let reopen = |name, about, rules, expected, case: Small, commitment: &Value| {
        Refusal::new(name, about, rules, expected, changed(case, |_| {}))
            .with_document("commitment.json", Document::Json(commitment.clone()))
            .run("reopen")
    };
    let mut fewer = Small::plain();
    fewer.registry.remove(0);
    let mut signed = Small::plain();
    signed.contributions = json!([{"kind": "drand", "signature": "00".repeat(48)}]);
    vec![
        reopen(
            "sealed-changed",
            "an entity was removed from the registry after sealing",
            &["S3a", "S5"],
            ("sealed.changed", "commitment $.registry"),
            fewer,
            &commitment,
        ),
        reopen(
            "secret-missing",
            "a blinded commitment without its secret",
            &["S2"],
            ("sealed.secret-missing", "commitment"),
            Small::plain(),
            &blinded,
        ),
        reopen(
            "secret-needless",
            "a secret for a commitment that is not blinded",
            &["S2"],
            ("sealed.secret-needless", "commitment"),
            Small::plain().blinded(),
            &commitment,
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

fn single(name: &str, document: Value) -> Documents {
    [(name.to_owned(), Document::Json(document))].into()
}

/// Single documents that their readers refuse.
fn read() -> Vec<Refusal> {
    let case = Small::with_team();
    let trace = trace(&case);
    let receipt = receipt(&case, &trace, "A-9");
    let read = |name,
                about,
                rules,
                expected,
                (file, document): (&str, &Value),
                (pointer, fields): (&str, Value)| {
        let mut document = document.clone();
        if let Some(place) = document.pointer_mut(pointer) {
            extend(place, fields);
        }
        Refusal::new(name, about, rules, expected, single(file, document)).run("read")
    };
    let (commitment, record) = (
        ("commitment.json", &trace.commitment),
        ("record.json", &trace.record),
    );
    let (form, receipt) = (
        ("public-form.json", &trace.public),
        ("receipt.json", &receipt),
    );
    let version = || ("", json!({"spec": "suiji-v2", "novelty": {}}));
    let strata = (0..10).map(|n| json!({"stratum": format!("s{n}"), "size": 1, "take": 0}));
    let strata: Vec<Value> = strata.collect();
    vec![
        read(
            "commitment-of-v2",
            "a commitment of a later version",
            &["S3a"],
            ("commitment.spec-unknown", "commitment $.spec"),
            commitment,
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
            "a task with ten strata, but a plan has at most nine classes",
            &["I1", "S3a"],
            ("commitment.strata", "commitment $.tasks[0].strata"),
            commitment,
            ("/tasks/0", json!({"strata": strata})),
        ),
        read(
            "written-default",
            "blinded: false, a default that must be omitted",
            &["C2c", "S3a"],
            ("json.written-default", "commitment $.blinded"),
            commitment,
            ("", json!({"blinded": false})),
        ),
        read(
            "written-empty",
            "an empty list of reserves, which must be omitted",
            &["C2c", "E1"],
            ("json.written-empty", "record $.draws[0].reserves"),
            record,
            ("/draws/0", json!({"reserves": []})),
        ),
        read(
            "written-empty-vacant",
            "an empty list of vacant seats, which must be omitted",
            &["C2c", "T5"],
            ("json.written-empty", "record $.draws[0].teams[0].vacant"),
            record,
            ("/draws/0/teams/0", json!({"vacant": []})),
        ),
        read(
            "short-zero",
            "short: 0, which must be omitted",
            &["C2c", "S5"],
            ("json.range", "commitment $.tasks[0].short"),
            commitment,
            ("/tasks/0", json!({"short": 0})),
        ),
        read(
            "receipt-fields",
            "a receipt with state absent and a reserve number",
            &["G3", "G5"],
            ("receipt.fields", "receipt $.tasks[0]"),
            receipt,
            ("/tasks/0", json!({"reserve": 1})),
        ),
    ]
}

/// Valid documents that are used wrongly.
fn used() -> Vec<Refusal> {
    let plain = trace(&Small::plain()).record;
    let mut other_record = Refusal::new(
        "other-record",
        "a receipt is requested from the record of another commitment",
        &["G1"],
        ("receipt.other-record", "receipt"),
        changed(Small::with_team(), |_| {}),
    )
    .with_document("record.json", Document::Json(plain.clone()))
    .run("receipt");
    other_record.entity = Some("A-1");
    vec![
        other_record,
        Refusal::new(
            "not-holding",
            "all checks are required to pass, but no inputs are provided",
            &["V1"],
            ("verification.not-holding", "verification"),
            single("record.json", plain),
        )
        .run("require"),
    ]
}
