//! The checks that plan, registry, history, roster and secret add, and the differences that these checks find [V1].

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Evidence, Lang, Record};
use suiji_conformance::{Case, Small};

use super::{by_missing, failed, report};

#[test]
fn every_case_holds_with_all_inputs_and_is_incomplete_with_fewer() {
    // [V1]
    for case in Case::all().into_iter().filter(|case| !case.is_refused()) {
        let record = Record::from_json(&case.bytes("expected/record.json")).unwrap();
        let whole = report(&record, &case.evidence().unwrap());
        assert_eq!(
            whole.verdict(),
            Verdict::Holds,
            "{}: {}",
            case.name(),
            whole.to_json()
        );
        assert!(whole.require().is_ok());
        let (plan, registry, roster, history) = (
            case.plan().unwrap(),
            case.registry().unwrap(),
            case.roster().unwrap(),
            case.history().unwrap(),
        );
        let ceremony = case.ceremony().unwrap();
        let blinded = ceremony.secret().is_some();
        for without in 0..5 {
            let mut evidence = Evidence::default();
            if without != 0 {
                evidence = evidence.with_plan(plan.clone());
            }
            if without != 1 {
                evidence = evidence.with_registry(registry.clone());
            }
            if without != 2 {
                evidence = evidence.with_history(history.clone());
            }
            if without != 3 {
                evidence = evidence.with_roster(roster.clone());
            }
            if let (Some(secret), true) = (ceremony.secret(), without != 4) {
                evidence = evidence.with_secret(secret.clone());
            }
            let fewer = report(&record, &evidence);
            let expected = if without < 4 || blinded {
                Verdict::Incomplete
            } else {
                Verdict::Holds
            };
            assert_eq!(
                fewer.verdict(),
                expected,
                "{} without {without}",
                case.name()
            );
        }
    }
}

#[test]
fn each_input_adds_its_checks() {
    // [V1]
    let mut case = Small::with_team();
    case.task(0)["risk"] = json!({"unrated_as": "low"});
    let (_, record) = case.draw().unwrap();
    let alone = [
        "sheet.sizes",
        "sheet.sources",
        "contributions.count",
        "contributions.match",
        "record.seed",
        "record.tasks",
        "draw.key",
        "draw.tickets",
        "draw.order",
        "draw.sizes",
        "draw.unique",
        "draw.reserves",
        "draw.teams",
        "draw.joins",
    ];
    let none = by_missing(&report(&record, &Evidence::default()));
    assert_eq!(none[""], alone);
    assert_eq!(
        none["plan"],
        [
            "plan.digest",
            "plan.authority",
            "plan.tasks",
            "plan.strata",
            "plan.allocation",
            "inputs.agree",
            "frame.root",
            "frame.excluded",
            "frame.strata",
            "draw.selection",
            "roster.short",
            "roster.teams"
        ]
    );
    assert_eq!(none["registry"], ["registry.root"]);
    assert_eq!(
        (&none["history"], &none["roster"]),
        (&vec!["history.root"], &vec!["roster.root"])
    );

    let plan = Evidence::default().with_plan(case.read_plan().unwrap());
    let with_plan = by_missing(&report(&record, &plan));
    for check in [
        "plan.digest",
        "plan.authority",
        "plan.tasks",
        "plan.strata",
        "plan.allocation",
    ] {
        assert!(with_plan[""].contains(&check), "{check}");
    }
    let registry = plan
        .with_registry(case.read_registry().unwrap())
        .with_history(case.read_history().unwrap());
    let with_registry = by_missing(&report(&record, &registry));
    for check in [
        "registry.root",
        "history.root",
        "frame.root",
        "frame.excluded",
        "frame.strata",
        "draw.selection",
    ] {
        assert!(with_registry[""].contains(&check), "{check}");
    }
    assert_eq!(
        with_registry["roster"],
        [
            "roster.root",
            "inputs.agree",
            "roster.short",
            "roster.teams"
        ]
    );
    let whole = report(&record, &registry.with_roster(case.read_roster().unwrap()));
    assert_eq!(by_missing(&whole).keys().collect::<Vec<_>>(), [""]);
    // With a blinded commitment, tickets need the secret.
    let (_, blinded) = case.clone().blinded().draw().unwrap();
    let none = by_missing(&report(&blinded, &Evidence::default()));
    assert_eq!(none["secret"], ["draw.tickets"]);
}

#[test]
fn checks_report_all_failures_with_their_places() {
    // [V1] Two changes at different places.
    let (_, record) = Small::with_team().draw().unwrap();
    let mut changed: Value = serde_json::from_str(&record.to_json()).unwrap();
    changed["draws"][0]["teams"][1]["members"] = json!(["Z-2", "Z-2"]);
    changed["draws"][0]["selected"][1]["ticket"] = json!("00".repeat(32));
    let changed = Record::from_json(changed.to_string().as_bytes()).unwrap();
    let found = report(&changed, &Evidence::default());
    assert_eq!(
        failed(&found),
        [
            ("draw.tickets", "$.draws[0].selected[1].ticket".to_owned()),
            ("draw.teams", "$.draws[0].teams[1]".to_owned())
        ]
    );
    let error = found.require().unwrap_err();
    assert_eq!(error.code(), "verification.not-holding");
    let missing: usize = by_missing(&found)
        .iter()
        .map(|(input, checks)| match &**input {
            "plan" | "registry" | "history" | "roster" => checks.len(),
            _ => 0,
        })
        .sum();
    let counts = format!("fails: 2 checks failed, {missing} were not made");
    assert!(
        missing > 2 && error.message(Lang::En).contains(&counts),
        "{error}"
    );
    let written: Value = serde_json::from_str(&found.to_json()).unwrap();
    let checks = written["checks"].as_array().unwrap().iter();
    let ticket = checks.clone().find(|check| check["id"] == "draw.tickets");
    let expected = "12f096a3e233a580fdd5a478de1d4e4d39935eb4c7167b9e418065a5123e9db9";
    let ticket = ticket.unwrap();
    assert_eq!(
        (&ticket["expected"], &ticket["found"]),
        (&json!(expected), &json!("00".repeat(32)))
    );
}

#[test]
fn a_wrong_team_is_reported_with_the_expected_one() {
    // [V1], [T4] One inspector for two seats.
    let mut case = Small::with_team();
    case.roster.truncate(1);
    let (sealed, record) = case.draw().unwrap();
    let inputs = sealed.inputs();
    let all = Evidence::default()
        .with_plan(inputs.plan().clone())
        .with_registry(inputs.registry().clone())
        .with_history(inputs.history().clone())
        .with_roster(inputs.roster().clone());
    assert_eq!(report(&record, &all).verdict(), Verdict::Holds);
    let mut forged: Value = serde_json::from_str(&record.to_json()).unwrap();
    let team = forged["draws"][0]["teams"][1].as_object_mut().unwrap();
    team.remove("members");
    team.insert("vacant".to_owned(), json!([0, 1]));
    let forged = Record::from_json(forged.to_string().as_bytes()).unwrap();
    let found = report(&forged, &all);
    let written: Value = serde_json::from_str(&found.to_json()).unwrap();
    let mut checks = written["checks"].as_array().unwrap().iter();
    let failed = checks.find(|check| check["outcome"] == "failed").unwrap();
    assert_eq!(failed["path"], "$.draws[0].teams[1]");
    assert_eq!(
        (&failed["expected"], &failed["found"]),
        (&json!("Z-1, ∅1"), &json!("∅0, ∅1"))
    );
}
