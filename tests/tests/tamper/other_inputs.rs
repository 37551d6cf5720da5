//! Inputs that were not sealed. They are named, and nothing else fails, because nothing follows from them [V1].

use serde_json::json;
use suiji::verify::{Outcome, Verdict};
use suiji::{Evidence, PublicForm, Report, Secret};
use suiji_conformance::{Case, Small};

use super::CASES;

const INPUTS: [&str; 4] = [
    "plan.digest",
    "registry.root",
    "history.root",
    "roster.root",
];

/// The checks that fail. Asserts that only checks of inputs fail, that the verdict says so, and that some checks are
/// therefore not made.
fn other_inputs(report: &Report) -> Vec<&'static str> {
    assert_eq!(
        report.verdict(),
        Verdict::OtherInputs,
        "{}",
        report.to_json()
    );
    let checks = report.checks().iter();
    let failed = checks.filter(|check| check.outcome().as_str() == "failed");
    let failed: Vec<&str> = failed.map(suiji::verify::Check::id).collect();
    assert!(failed.iter().all(|id| INPUTS.contains(id)), "{failed:?}");
    let sealed_input = |check: &suiji::verify::Check| match check.outcome() {
        Outcome::NotChecked { missing } => missing.as_str() == "sealed_input",
        _ => false,
    };
    assert!(report.checks().iter().any(sealed_input));
    failed
}

/// Both documents with this evidence.
fn both(case: &Case, evidence: impl Fn() -> Evidence) -> [Vec<&'static str>; 2] {
    let (sealed, record) = case.draw().unwrap();
    let form = PublicForm::of(&record, sealed.secret()).unwrap();
    [
        other_inputs(&suiji::verify(&record, &evidence())),
        other_inputs(&suiji::verify_public(&form, &evidence())),
    ]
}

#[test]
fn a_wrong_secret_is_no_fault_of_the_record() {
    // [S2], [V1] An empty list has the same root with any secret.
    let mut blinded = 0;
    for case in CASES.map(Case::named) {
        if case.ceremony().unwrap().secret().is_none() {
            continue;
        }
        blinded += 1;
        let wrong = || {
            case.evidence()
                .unwrap()
                .with_secret(Secret::from_bytes([1; 32]))
        };
        for failed in both(&case, wrong) {
            assert!(failed.contains(&"registry.root"), "{failed:?}");
            assert!(!failed.contains(&"plan.digest"), "{failed:?}");
        }
    }
    assert!(blinded > 1);
}

#[test]
fn another_list_is_no_fault_of_the_record() {
    // [V1] Each input of a case with that of another case.
    for name in CASES {
        let (case, other) = (
            Case::named(name),
            Case::named(if name == "01" { "03" } else { "01" }),
        );
        let own = || case.evidence().unwrap();
        let others: [(&str, &dyn Fn() -> Evidence); 3] = [
            ("plan.digest", &|| own().with_plan(other.plan().unwrap())),
            ("registry.root", &|| {
                own().with_registry(other.registry().unwrap())
            }),
            ("roster.root", &|| {
                own().with_roster(other.roster().unwrap())
            }),
        ];
        for (check, evidence) in others {
            assert_eq!(both(&case, evidence), [[check], [check]], "{name}");
        }
    }
}

#[test]
fn a_list_with_one_changed_cell_is_no_fault_of_the_record() {
    // [V1] The change would give another frame, other takes and other teams.
    let mut case = Small::with_team();
    case.history = vec![json!({"entity": "A-1", "task": "J9", "date": "2024-01-02"})];
    for case in [case.clone(), case.blinded()] {
        let (sealed, record) = case.draw().unwrap();
        let form = PublicForm::of(&record, sealed.secret()).unwrap();
        let with = |change: fn(&mut Small)| {
            let mut other = case.clone();
            change(&mut other);
            let evidence = || {
                // One input at a time, because together they may not fit.
                let evidence = Evidence::default()
                    .with_plan(other.read_plan().unwrap())
                    .with_registry(other.read_registry().unwrap())
                    .with_roster(other.read_roster().unwrap())
                    .with_history(other.read_history().unwrap());
                match sealed.secret() {
                    Some(secret) => evidence.with_secret(secret.clone()),
                    None => evidence,
                }
            };
            let failed = other_inputs(&suiji::verify(&record, &evidence()));
            assert_eq!(
                failed,
                other_inputs(&suiji::verify_public(&form, &evidence()))
            );
            failed
        };
        let quota = with(|other| other.task(0)["quota"]["count"] = json!(3));
        assert_eq!(quota, ["plan.digest"]);
        let reserves = with(|other| other.task(0)["reserves"] = json!(2));
        assert_eq!(reserves, ["plan.digest"]);
        let team = with(|other| other.task(0)["team"]["seats"][0]["count"] = json!(3));
        assert_eq!(team, ["plan.digest"]);
        let group = with(|other| other.task(0)["coordination"] = json!("g"));
        assert_eq!(group, ["plan.digest"]);
        let inactive = with(|other| other.registry[4]["status"] = json!("inactive"));
        assert_eq!(inactive, ["registry.root"]);
        let entity = with(|other| drop(other.registry.pop()));
        assert_eq!(entity, ["registry.root"]);
        let inspector = with(|other| drop(other.roster.pop()));
        assert_eq!(inspector, ["roster.root"]);
        let department = with(|other| {
            for inspector in &mut other.roster {
                inspector["department"] = json!("另一局");
            }
        });
        assert_eq!(department, ["roster.root"]);
        let visit = with(|other| other.history[0]["entity"] = json!("A-5"));
        assert_eq!(visit, ["history.root"]);
    }
}

#[test]
fn a_receipt_with_another_plan_says_so() {
    // [G1]
    let mut case = Small::plain();
    case.task(0)["scope"] = json!({"districts": ["33"]});
    for entity in &mut case.registry {
        entity["district"] = json!("330100");
    }
    let (sealed, record) = case.draw().unwrap();
    let form = PublicForm::of(&record, None).unwrap();
    let receipt = sealed.receipt(&record, &"A-1".parse().unwrap()).unwrap();
    case.task(0)["scope"] = json!({"districts": ["34"]});
    let report = receipt.check(&form, Some(&case.read_plan().unwrap()));
    assert_eq!(report.verdict(), Verdict::OtherInputs);
}
