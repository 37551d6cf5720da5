//! Verification of the public form: alone, with the registry, with all inputs [E2, V1].

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Ceremony, Evidence, PublicForm};
use suiji_conformance::Small;

use crate::{by_missing, failed};

fn drawn() -> (Small, PublicForm) {
    let mut case = Small::with_team();
    case.task(0)["risk"] = json!({"unrated_as": "low"});
    let (_, record) = case.draw().unwrap();
    (case, PublicForm::of(&record, None).unwrap())
}

fn changed(form: &PublicForm, change: impl Fn(&mut Value)) -> PublicForm {
    let mut tree: Value = serde_json::from_str(&form.to_json()).unwrap();
    change(&mut tree);
    PublicForm::from_json(tree.to_string().as_bytes()).unwrap()
}

fn without_roster(case: &Small) -> Evidence {
    Evidence::default()
        .with_plan(case.read_plan().unwrap())
        .with_registry(case.read_registry().unwrap())
        .with_history(case.read_history().unwrap())
}

#[test]
fn recomputing_the_record_needs_every_input() {
    // [E2, V1] The first missing input is named.
    let (case, form) = drawn();
    let all = ["plan", "registry", "history", "roster"];
    let with = |inputs: &[&str]| {
        inputs
            .iter()
            .fold(Evidence::default(), |evidence, input| match *input {
                "plan" => evidence.with_plan(case.read_plan().unwrap()),
                "registry" => evidence.with_registry(case.read_registry().unwrap()),
                "history" => evidence.with_history(case.read_history().unwrap()),
                _ => evidence.with_roster(case.read_roster().unwrap()),
            })
    };
    let missing = |inputs: &[&str]| {
        let report = suiji::verify_public(&form, &with(inputs));
        let by_missing = by_missing(&report).into_iter();
        let mut by_missing = by_missing.filter(|(_, checks)| checks.contains(&"public.record"));
        by_missing.next().unwrap().0
    };
    assert_eq!(missing(&all), "");
    for index in 0..all.len() {
        let mut inputs = all.to_vec();
        inputs.remove(index);
        assert_eq!(missing(&inputs), all[index]);
        assert_eq!(missing(&all[..index]), all[index]);
    }
}

#[test]
fn a_forged_list_is_found_without_the_roster() {
    // [E2, D3, V1]
    let (case, form) = drawn();
    let unchanged = suiji::verify_public(&form, &without_roster(&case));
    assert_eq!(unchanged.verdict(), Verdict::Incomplete);
    assert!(by_missing(&unchanged)[""].contains(&"public.selection"));
    let listed: Vec<&str> = form.draws()[0]
        .selected()
        .iter()
        .map(|id| id.as_str())
        .collect();
    let other = (1..=5)
        .map(|n| format!("A-{n}"))
        .find(|id| !listed.contains(&id.as_str()));
    let chosen = changed(&form, |tree| tree["draws"][0]["selected"][0] = json!(other));
    let last = changed(&form, |tree| {
        tree["draws"][0]["last"][0]["ticket"] = json!("ff".repeat(32))
    });
    for (forged, place) in [
        (chosen, "$.draws[0].selected[0]"),
        (last, "$.draws[0].last[0]"),
    ] {
        let report = suiji::verify_public(&forged, &without_roster(&case));
        let found = failed(&report);
        assert!(
            found.contains(&("public.selection", place.to_owned())),
            "{found:?}"
        );
    }
}

#[test]
fn a_commitment_that_does_not_match_the_inputs_fails() {
    // [S5, V1]
    let (case, form) = drawn();
    let forged = changed(&form, |tree| {
        tree["commitment"]["tasks"][0]["short"] = json!(1)
    });
    let all = without_roster(&case).with_roster(case.read_roster().unwrap());
    let report = suiji::verify_public(&forged, &all);
    assert_eq!(report.verdict(), Verdict::Fails);
    assert!(failed(&report).iter().any(|(id, _)| *id == "public.record"));
}

#[test]
fn huge_strata_are_allocated_quickly() {
    // [F4] 2^32 entities in one stratum, most of them selected.
    let mut case = Small::plain();
    case.task(0)["quota"] = json!({"exactly": "90%"});
    let (_, record) = case.draw().unwrap();
    let mut tree: Value = serde_json::from_str(&record.to_json()).unwrap();
    let stratum = &mut tree["commitment"]["tasks"][0]["strata"][0];
    stratum["size"] = json!(1_u64 << 32);
    stratum["take"] = json!(3_865_470_567_u64);
    let forged = suiji::Record::from_json(tree.to_string().as_bytes()).unwrap();
    let evidence = Evidence::default().with_plan(case.read_plan().unwrap());
    let report = suiji::verify(&forged, &evidence);
    let found = failed(&report);
    assert!(
        found.iter().any(|(id, _)| *id == "sheet.sizes"),
        "{found:?}"
    );
    assert!(
        !found.iter().any(|(id, _)| *id == "plan.allocation"),
        "{found:?}"
    );
}

#[test]
fn sealing_requires_the_previous_commitment() {
    // [S3c, S5] Sealing refuses what would fail in verification.
    let mut other = Small::plain();
    other.task(0)["id"] = json!("T-9");
    let earlier = other.seal().unwrap().commitment().clone();
    let case = Small::plain();
    let ceremony = Ceremony::from_json(case.ceremony.to_string().as_bytes()).unwrap();
    let ceremony = ceremony.with_earlier([earlier.clone()]);
    let inputs = case.inputs().unwrap();
    let refused = suiji::seal(&inputs, &ceremony).map(|_| ()).unwrap_err();
    assert_eq!(refused.code(), "ceremony.no-previous");
    let named = ceremony.with_previous(earlier.digest());
    assert!(suiji::seal(&inputs, &named).is_ok());
}

#[test]
fn outcomes_are_exact_up_to_2_to_the_53() {
    // [S4b, V2]
    let outcomes = |parts: Value, numbers: Value| {
        let mut case = Small::plain();
        case.ceremony["sources"][0]["parts"] = parts;
        case.contributions[0]["numbers"] = numbers;
        let (_, record) = case.draw().unwrap();
        let report = suiji::verify(&record, &Evidence::default());
        report.outcomes()[0].clone().unwrap()
    };
    let bits = |count: usize| json!({"count": count, "from": 0, "to": 1});
    let zeros = |count: usize| vec![0; count];
    assert_eq!(
        outcomes(json!([bits(52)]), json!([zeros(52)])),
        (1_u64 << 52).to_string()
    );
    assert_eq!(
        outcomes(json!([bits(53)]), json!([zeros(53)])),
        "2^53 or more"
    );
    // The product over the parts.
    assert_eq!(
        outcomes(json!([bits(51), bits(2)]), json!([zeros(51), zeros(2)])),
        "2^53 or more"
    );
    assert_eq!(
        outcomes(json!([bits(50), bits(2)]), json!([zeros(50), zeros(2)])),
        (1_u64 << 52).to_string()
    );
}

#[test]
fn the_frame_is_on_trust_until_the_lists_are_recomputed() {
    // [E2, V1]
    let (case, form) = drawn();
    let on_trust = |evidence: &Evidence| {
        let report = suiji::verify_public(&form, evidence);
        report
            .trust()
            .iter()
            .any(|trust| trust.id() == "trust.frame")
    };
    assert!(on_trust(&Evidence::default()));
    let plan = Evidence::default().with_plan(case.read_plan().unwrap());
    assert!(on_trust(&plan));
    let lists = without_roster(&case);
    assert!(!on_trust(&lists));
    assert!(!on_trust(&lists.with_roster(case.read_roster().unwrap())));
}

#[test]
fn a_draw_beyond_the_limits_is_not_checked() {
    // [V1] Nothing is shown to be false. Another version may be able to draw it again.
    let mut case = Small::with_team();
    let registry = (0..500).map(|at| json!({"id": format!("A-{at}"), "name": "甲"}));
    case.registry = registry.collect();
    let (_, record) = case.draw().unwrap();
    let form = PublicForm::of(&record, None).unwrap();
    case.task(0)["quota"] = json!({"exactly": "100%"});
    case.task(0)["team"]["seats"][0]["count"] = json!(20);
    let tasks = (0..20).map(|at| {
        let mut task = case.task(0).clone();
        task["id"] = json!(format!("J{at}"));
        task
    });
    case.plan["tasks"] = tasks.collect::<Vec<_>>().into();
    let plan = case.read_plan().unwrap();
    let form = changed(&form, |tree| {
        tree["commitment"]["plan"] = json!(plan.digest(form.commitment().hash()).to_string());
    });
    let evidence = without_roster(&case).with_roster(case.read_roster().unwrap());
    let report = suiji::verify_public(&form, &evidence);
    assert_eq!(by_missing(&report)["limit"], ["public.record"]);
    let check = report
        .checks()
        .iter()
        .find(|check| check.id() == "public.record");
    let message = check.unwrap().message(suiji::Lang::En);
    assert!(
        message.ends_with("larger than the limits of this version allow"),
        "{message}"
    );
}
