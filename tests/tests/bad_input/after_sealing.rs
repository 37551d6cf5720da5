//! Faults after sealing: unknown versions, changed inputs, contributions, records, receipts, verification.

use core::ops::ControlFlow;

use serde_json::{Value, json};
use suiji::{Commitment, Evidence, PublicForm, Receipt, Record, Run, Sealed, Secret};
use suiji_conformance::Small;

use super::Bad;

fn contributions(what: &str, contributions: Value, code: &'static str, place: &str) -> Bad {
    let mut case = Small::plain();
    let nonce = Secret::from_bytes([7; 32]);
    let commitment = suiji::Contribution::commitment(suiji::Hash::Sha256, &nonce, "三六五");
    let committed = json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": commitment.to_string()});
    case.ceremony["sources"]
        .as_array_mut()
        .expect("sources")
        .push(committed);
    case.contributions = json!([{"kind": "live", "value": "12345612345612345612"}]);
    case.contributions
        .as_array_mut()
        .expect("a list")
        .push(json!({"kind": "committed", "nonce": "07".repeat(32), "value": "三六五"}));
    assert_eq!(case.code(), "", "the unchanged contributions are valid");
    case.contributions = contributions;
    Bad::new(what, case.draw(), code, place)
}

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = wrong_contributions();
    all.extend(commitments());
    all.extend(records_and_receipts());
    all
}

fn wrong_contributions() -> Vec<Bad> {
    let dice = |value: &str| json!({"kind": "live", "value": value});
    let valid = dice("12345612345612345612");
    let opening =
        |value: &str| json!({"kind": "committed", "nonce": "07".repeat(32), "value": value});
    let both = |first: &Value, second: Value| json!([first, second]);
    let with = |what, first: Value, code, path: &str| {
        contributions(
            what,
            both(&first, opening("三六五")),
            code,
            &format!("contributions $[0]{path}"),
        )
    };
    let upper = json!({"kind": "committed", "nonce": "0A".repeat(32), "value": "三六五"});
    vec![
        contributions(
            "one contribution missing",
            json!([valid]),
            "contributions.count",
            "contributions $",
        ),
        contributions(
            "one contribution too many",
            json!([valid, opening("三六五"), valid]),
            "contributions.count",
            "contributions $",
        ),
        contributions(
            "a value that does not match the commitment",
            both(&valid, opening("三六六")),
            "contributions.not-opening",
            "contributions $[1]",
        ),
        contributions(
            "upper-case hex",
            both(&valid, upper),
            "hex.form",
            "contributions $[1].nonce",
        ),
        contributions(
            "a live contribution for a committed source",
            both(&valid, dice("1")),
            "contributions.kind",
            "contributions $[1].kind",
        ),
        contributions(
            "a drand contribution for a committed source",
            both(
                &valid,
                json!({"kind": "drand", "signature": "00".repeat(48)}),
            ),
            "contributions.kind",
            "contributions $[1].kind",
        ),
        with(
            "19 characters",
            dice("1234561234561234561"),
            "contributions.length",
            ".value",
        ),
        with(
            "21 characters",
            dice("123456123456123456123"),
            "contributions.length",
            ".value",
        ),
        with(
            "a 7 of a die",
            dice("12345612345612345617"),
            "contributions.symbol",
            ".value",
        ),
        with(
            "a full-width digit",
            dice("1234561234561234561２"),
            "contributions.symbol",
            ".value",
        ),
        with("an empty value", dice(""), "text.empty", ".value"),
        with(
            "a nonce of a live source",
            json!({"kind": "live", "value": "1", "nonce": "07".repeat(32)}),
            "json.unknown-field",
            "",
        ),
        with(
            "an unknown kind",
            json!({"kind": "dice", "value": "1"}),
            "json.choice",
            ".kind",
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
        let signature = json!([{"kind": "drand", "signature": "00".repeat(48)}]).to_string();
        sealed.draw_with(
            &suiji::Contributions::from_json(signature.as_bytes()).expect("a form"),
            &run,
        )
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
            "absent with a reserve number",
            statement("absent"),
            "receipt.fields",
            "receipt $.tasks[0]",
        ),
        Bad::new(
            "a drand signature",
            drand,
            "contributions.drand-unsupported",
            "contributions $[0].signature",
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
