//! Faults after sealing: unknown versions, changed inputs, records, receipts, verification.

use core::ops::ControlFlow;

use serde_json::{Value, json};
use suiji::{
    Commitment, Contribution, Contributions, Error, Evidence, PublicForm, Receipt, Record, Run,
    Sealed, Secret, Source,
};
use suiji_conformance::Small;

use super::Bad;

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = commitments();
    all.extend(records_and_receipts());
    all
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
    let compared = |change: &dyn Fn(&mut Small)| {
        let (sealed, mut other) = (Small::plain().seal().expect("a valid case"), Small::plain());
        change(&mut other);
        sealed.check_inputs(&other.inputs().expect("valid inputs"))
    };
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
            "another class",
            compared(&|case| case.registry[1]["class"] = json!("low")),
            "sealed.row-changed",
            "registry row 2",
        ),
        Bad::new(
            "one registry row less",
            compared(&|case| drop(case.registry.remove(1))),
            "sealed.row-removed",
            "registry",
        ),
        Bad::new(
            "one more inspector",
            compared(&|case| {
                case.roster = Small::with_team().roster;
                case.roster.truncate(1);
            }),
            "sealed.row-added",
            "roster row 1",
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
    let (other_sealed, other_record) = Small::with_team().draw().expect("a valid case");
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
    let drand = |signature: &str| {
        let mut commitment = parsed(sealed.commitment().to_json());
        let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
        commitment["sources"] = json!([{"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 9_000_000}]);
        let commitment =
            Commitment::from_json(commitment.to_string().as_bytes()).expect("a commitment");
        let sealed =
            Sealed::reopen_with(&inputs, &commitment, None, &run).expect("the same inputs");
        let mut case = Small::plain();
        case.contributions = json!([{"kind": "drand", "signature": signature}]);
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
            "an id in other letter case",
            sealed.receipt(&record, &"a-1".parse().expect("an id")),
            "receipt.id-case",
            "receipt",
        ),
        Bad::new(
            "the id of an inspector",
            other_sealed.receipt(&other_record, &"Z-1".parse().expect("an id")),
            "receipt.inspector",
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
            "a drand signature that is not a point",
            drand(&"00".repeat(48)),
            "contributions.drand-point",
            "contributions $.contributions[0].signature",
        ),
        Bad::new(
            "a drand signature of another round",
            drand(ROUND_123),
            "contributions.drand-signature",
            "contributions $.contributions[0].signature",
        ),
        Bad::new(
            "what drand published of another round",
            beacon(124, json!({"round": 123, "signature": ROUND_123})),
            "contributions.beacon-round",
            "contributions $.round",
        ),
        Bad::new(
            "what another chain of drand published",
            beacon(
                123,
                json!({"round": 123, "signature": ROUND_123, "previous_signature": ROUND_123}),
            ),
            "contributions.beacon-chain",
            "contributions $.previous_signature",
        ),
        Bad::new(
            "randomness of another signature",
            beacon(
                123,
                json!({"round": 123, "signature": ROUND_123, "randomness": "0".repeat(64)}),
            ),
            "contributions.beacon-randomness",
            "contributions $.randomness",
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

/// The signature of round 123 of quicknet, as drand published it.
const ROUND_123: &str = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";

fn beacon(round: u64, published: Value) -> Result<Contribution, Error> {
    let source = Source::drand("drand", round)?;
    source.beacon(published.to_string().as_bytes())
}
