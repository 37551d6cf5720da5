//! Inputs that are not those that were sealed. The report names them, and nothing else follows [V1].

use serde_json::json;
use suiji::verify::Verdict;
use suiji::{Evidence, Lang, PublicForm, Secret};
use suiji_conformance::Small;

use super::{by_missing, failed, report};

/// The report if only the secret is not the one of the sealing.
const OTHER_SECRET: [&str; 2] = [
    "所提供的盲化密钥不是封存时的，请换用封存时的文件",
    "other inputs than those that were sealed: the secret; use the files of the sealing",
];

#[test]
fn a_report_names_the_inputs_that_were_not_sealed() {
    // [V1, S2]
    let mut case = Small::with_team().blinded();
    case.history = vec![json!({"entity": "A-1", "task": "J9", "date": "2024-01-02"})];
    let (sealed, record) = case.draw().unwrap();
    let whole = || Evidence::of(&case.inputs().unwrap());
    let right = || whole().with_secret(sealed.secret().unwrap().clone());
    let wrong = || whole().with_secret(Secret::from_bytes([1; 32]));
    let said = |evidence: &Evidence| {
        let found = report(&record, evidence);
        [Lang::Zh, Lang::En].map(|lang| found.message(lang))
    };
    assert_eq!(said(&right())[1], "holds");
    // No table matches with another secret, and no ticket does.
    assert_eq!(said(&wrong()), OTHER_SECRET);
    let mut other = case.clone();
    other.registry[0]["name"] = json!("另一企业");
    other.plan["title"] = json!("另一计划");
    let registry = || other.read_registry().unwrap();
    assert_eq!(
        said(&right().with_registry(registry()))[1],
        "other inputs than those that were sealed: registry; use the files of the sealing"
    );
    let plan = other.read_plan().unwrap();
    assert_eq!(
        said(&wrong().with_plan(plan))[1],
        "other inputs than those that were sealed: plan, the secret; use the files of the sealing"
    );
    // A public form alone does not show which of the two is the case.
    let form = PublicForm::of(&record, sealed.secret()).unwrap();
    let found = suiji::verify_public(&form, &wrong());
    assert_eq!(
        found.message(Lang::En),
        "other inputs than those that were sealed: the secret (or registry, roster, history); use the files of the sealing"
    );
}

#[test]
fn inputs_that_were_not_sealed_are_found() {
    // [V1]
    let mut case = Small::with_team();
    case.history = vec![json!({"entity": "A-1", "task": "J9", "date": "2024-01-02"})];
    let (_, record) = case.draw().unwrap();
    let with = |change: fn(&mut Small)| {
        let mut other = case.clone();
        change(&mut other);
        let evidence = Evidence::default()
            .with_plan(other.read_plan().unwrap())
            .with_registry(other.read_registry().unwrap())
            .with_roster(other.read_roster().unwrap())
            .with_history(other.read_history().unwrap());
        let report = report(&record, &evidence);
        let failed: Vec<_> = failed(&report).into_iter().map(|(id, _)| id).collect();
        let verdict = match failed.is_empty() {
            true => Verdict::Holds,
            false => Verdict::OtherInputs,
        };
        assert_eq!(report.verdict(), verdict);
        failed
    };
    // Nothing follows from another input, so nothing else fails.
    assert_eq!(with(|_| {}), [""; 0]);
    assert_eq!(
        with(|case| case.plan["title"] = json!("另一计划")),
        ["plan.digest"]
    );
    assert_eq!(
        with(|case| case.plan["year"] = json!(2025)),
        ["plan.digest"]
    );
    assert_eq!(
        with(|case| case.task(0)["quota"]["count"] = json!(3)),
        ["plan.digest"]
    );
    assert_eq!(
        with(|case| case.registry[0]["name"] = json!("另一企业")),
        ["registry.root"]
    );
    assert_eq!(
        with(|case| case.registry[1]["status"] = json!("inactive")),
        ["registry.root"]
    );
    assert_eq!(
        with(|case| case.history[0]["date"] = json!("2024-01-03")),
        ["history.root"]
    );
    assert_eq!(
        with(|case| case.roster[0]["name"] = json!("另一人")),
        ["roster.root"]
    );
    assert_eq!(
        with(|case| case.roster[0]["recuse"] = json!(["A-1", "A-5"])),
        ["roster.root"]
    );
    assert_eq!(
        with(|case| case.roster[2]["recuse"] = json!(["A-1"])),
        ["roster.root"]
    );
    assert_eq!(
        with(|case| case.registry[0]["class"] = json!("D")),
        ["registry.root"]
    );
    // A secret that is not the one of the commitment.
    let blinded = case.clone().blinded();
    let (_, record) = blinded.draw().unwrap();
    let evidence = Evidence::default()
        .with_registry(case.read_registry().unwrap())
        .with_secret(Secret::from_bytes([1; 32]));
    let found = report(&record, &evidence);
    let ids: Vec<_> = failed(&found).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["registry.root"]);
    assert_eq!(found.verdict(), Verdict::OtherInputs);
    assert_eq!(by_missing(&found)["sealed_secret"], ["draw.tickets"]);
    let said = [Lang::Zh, Lang::En].map(|lang| found.message(lang));
    assert_eq!(said, OTHER_SECRET);
    // Without the registry, the report is the same, because no ticket matches the secret.
    let alone = Evidence::default().with_secret(Secret::from_bytes([1; 32]));
    let found = report(&record, &alone);
    assert_eq!(failed(&found), []);
    assert_eq!(found.verdict(), Verdict::OtherInputs);
    assert_eq!(by_missing(&found)["sealed_secret"], ["draw.tickets"]);
    let said = [Lang::Zh, Lang::En].map(|lang| found.message(lang));
    assert_eq!(said, OTHER_SECRET);
    // The correct secret matches, but only the registry shows that it is the one of the sealing.
    let alone = Evidence::default().with_secret(Secret::from_bytes([0x5e; 32]));
    let found = report(&record, &alone);
    assert!(by_missing(&found)["registry"].contains(&"draw.tickets"));
    let on_trust = |report: &suiji::Report| {
        let mut trust = report.trust().iter();
        trust.any(|trust| trust.id() == "trust.blinded")
    };
    assert!(on_trust(&found));
    let registry = alone.with_registry(case.read_registry().unwrap());
    assert!(!on_trust(&report(&record, &registry)));
    assert!(by_missing(&report(&record, &registry))[""].contains(&"draw.tickets"));
}
