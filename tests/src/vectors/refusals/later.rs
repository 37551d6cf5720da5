//! After sealing: contributions, reopened commitments, records, public forms, receipts [C2c, R1, E1, G1].

use serde_json::{Value, json};

use super::{Refusal, changed, extend};
use crate::trace::{jcs, receipt, trace};
use crate::vectors::{Document, Documents};
use crate::{Small, thrown};

pub(super) fn all() -> Vec<Refusal> {
    let mut all = contributions();
    all.extend(reopened());
    all.extend(read());
    all.extend(used());
    all
}

/// A case with a live and a committed source. The second part of the live source is two balls out of nine.
fn two_sources() -> Small {
    let mut case = Small::plain();
    let nonce = suiji::Secret::from_bytes([7; 32]);
    let commitment = suiji::Contribution::commitment(suiji::Hash::Sha256, &nonce, "三六五");
    let mut dice = case.ceremony["sources"][0].clone();
    let balls = json!({"count": 2, "from": 1, "to": 9, "distinct": true});
    dice["parts"] = json!([dice["parts"][0], balls]);
    case.ceremony["sources"] = json!([dice,
        {"kind": "committed", "by": "witness", "name": "样例见证人", "commitment": commitment.to_string()}]);
    let mut fallen = thrown("12345612345612345612");
    fallen["numbers"] = json!([fallen["numbers"][0], [4, 9]]);
    case.contributions = json!([
        fallen,
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
    let of_part = |part: usize, code: &'static str| match part {
        0 => (code, "contributions $.contributions[0].numbers[0]"),
        _ => (code, "contributions $.contributions[0].numbers[1]"),
    };
    let numbers = |name, about, (part, code), numbers: Value| {
        let at = format!("/0/numbers/{part}");
        let rules: &[&str] = &["S4b", "R1"];
        with(name, about, rules, of_part(part, code), &at, numbers)
    };
    let dice = |digits: &str| thrown(digits)["numbers"][0].clone();
    let whole = |name, about, rules, expected, change: &dyn Fn(&mut Value)| {
        let mut documents = changed(two_sources(), |_| {});
        if let Some(Document::Json(document)) = documents.get_mut("contributions.json") {
            change(document);
        }
        Refusal::new(name, about, rules, expected, documents)
    };
    vec![
        Refusal::new(
            "contribution-count",
            "one contribution for two sources",
            &["R1", "R3"],
            ("contributions.count", "contributions $.contributions"),
            changed(two_sources(), |case| {
                case.contributions.as_array_mut().map(Vec::pop);
            }),
        ),
        with(
            "contribution-kind",
            "a live value for a committed source",
            &["R1"],
            (
                "contributions.kind",
                "contributions $.contributions[1].kind",
            ),
            "/1",
            json!({"kind": "live", "numbers": [[3, 6, 5]]}),
        ),
        with(
            "contribution-mismatch",
            "a value that does not match the commitment",
            &["R1", "S4a"],
            (
                "contributions.not-opening",
                "contributions $.contributions[1]",
            ),
            "/1/value",
            json!("三六六"),
        ),
        numbers(
            "contribution-too-short",
            "19 throws of a die instead of 20",
            (0, "contributions.length"),
            dice("1234561234561234561"),
        ),
        numbers(
            "contribution-too-long",
            "21 throws of a die instead of 20",
            (0, "contributions.length"),
            dice("123456123456123456123"),
        ),
        numbers(
            "contribution-range",
            "a 7 among the throws of a die",
            (0, "contributions.number-range"),
            dice("12345612345612345617"),
        ),
        numbers(
            "contribution-descending",
            "two balls in the order in which they fell",
            (1, "contributions.not-ascending"),
            json!([9, 4]),
        ),
        numbers(
            "contribution-twice",
            "the same ball twice",
            (1, "contributions.repeated-number"),
            json!([4, 4]),
        ),
        with(
            "contribution-parts",
            "the numbers of one part for a source of two",
            &["S4b", "R1"],
            (
                "contributions.parts",
                "contributions $.contributions[0].numbers",
            ),
            "/0/numbers",
            json!([dice("12345612345612345612")]),
        ),
        with(
            "contribution-as-text",
            "the throws of a die as text",
            &["R1"],
            (
                "json.wrong-type",
                "contributions $.contributions[0].numbers[0]",
            ),
            "/0/numbers/0",
            json!("12345612345612345612"),
        ),
        whole(
            "contributions-of-another-sheet",
            "contributions to the sheet of another digest",
            &["R4"],
            (
                "contributions.other-commitment",
                "contributions $.commitment",
            ),
            &|document| document["commitment"] = json!("0".repeat(64)),
        ),
        whole(
            "contributions-of-v2",
            "contributions of a later version",
            &["R4"],
            ("contributions.spec-unknown", "contributions $.spec"),
            &|document| {
                extend(document, json!({"spec": "suiji-v2", "novelty": {}}));
            },
        ),
        whole(
            "contributions-alone",
            "the list of contributions without the digest of their sheet",
            &["R4"],
            ("json.wrong-type", "contributions $"),
            &|document| *document = document["contributions"].clone(),
        ),
        with(
            "nonce-of-live-source",
            "a nonce in the contribution of a live source",
            &["C2b", "R1"],
            ("json.unknown-field", "contributions $.contributions[0]"),
            "/0",
            json!({"kind": "live", "numbers": [dice("12345612345612345612"), [4, 9]], "nonce": "07".repeat(32)}),
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
        let digest = suiji::Hash::Sha256.digest(jcs(commitment).as_bytes());
        let contributions = case.contributions_of(&digest.to_string());
        Refusal::new(name, about, rules, expected, changed(case, |_| {}))
            .with_document("commitment.json", Document::Json(commitment.clone()))
            .with_document("contributions.json", Document::Json(contributions))
            .run("reopen")
    };
    let mut fewer = Small::plain();
    fewer.registry.remove(0);
    let mut signed = Small::plain();
    signed.contributions = json!([{"kind": "drand", "signature": "00".repeat(48)}]);
    let mut of_round_123 = Small::plain();
    of_round_123.contributions = json!([{"kind": "drand", "signature": "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}]);
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
            "a drand signature that is not a point",
            &["R1"],
            (
                "contributions.drand-point",
                "contributions $.contributions[0].signature",
            ),
            signed,
            &drand,
        ),
        reopen(
            "drand-round",
            "a drand signature of another round",
            &["R1"],
            (
                "contributions.drand-signature",
                "contributions $.contributions[0].signature",
            ),
            of_round_123,
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
            "public-form-last",
            "a last ticket and a commitment to one, for one stratum",
            &["E2"],
            ("public-form.last", "public_form $.draws[0].last[0]"),
            form,
            ("/draws/0/last/0", json!({"commitment": "0".repeat(64)})),
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
            "written-empty-reasons",
            "an empty list of reasons, which must be omitted",
            &["C2c", "S3a"],
            (
                "json.written-empty",
                "commitment $.tasks[0].excluded.reasons",
            ),
            commitment,
            ("/tasks/0/excluded", json!({"reasons": []})),
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

/// Valid documents that are used in the wrong way.
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
    let blinded = Document::Json(trace(&Small::plain().blinded()).record);
    let publish = |name, about, code, case: Small| {
        Refusal::new(
            name,
            about,
            &["E2", "S2"],
            (code, "value"),
            changed(case, |_| {}),
        )
        .with_document("record.json", blinded.clone())
        .run("publish")
    };
    let mut other_secret = Small::plain().blinded();
    other_secret.ceremony["secret"] = json!("77".repeat(32));
    vec![
        publish(
            "publish-without-secret",
            "the public form of a blinded record without its secret",
            "sealed.secret-missing",
            Small::plain(),
        ),
        publish(
            "publish-with-another-secret",
            "the public form of a blinded record with a secret that is not its own",
            "sealed.secret-wrong",
            other_secret,
        ),
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
