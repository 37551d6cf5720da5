//! The public form at every level: alone, with the registry, with everything [E2, V1].

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Ceremony, Evidence, PublicForm};
use suiji_conformance::Small;

use crate::{failed, wants};

fn drawn() -> (Small, PublicForm) {
    let mut case = Small::with_team();
    case.task(0)["risk"] = json!({"unrated_as": "low"});
    let (_, record) = case.draw().unwrap();
    (case, PublicForm::of(&record))
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
fn to_draw_again_every_input_is_wanted() {
    // [E2, V1]: the first that is missing is named.
    let (case, form) = drawn();
    let all = ["plan", "registry", "history", "roster"];
    let with = |given: &[&str]| {
        given
            .iter()
            .fold(Evidence::default(), |evidence, input| match *input {
                "plan" => evidence.with_plan(case.read_plan().unwrap()),
                "registry" => evidence.with_registry(case.read_registry().unwrap()),
                "history" => evidence.with_history(case.read_history().unwrap()),
                _ => evidence.with_roster(case.read_roster().unwrap()),
            })
    };
    let wanted = |given: &[&str]| {
        let report = suiji::verify_public(&form, &with(given));
        let wants = wants(&report).into_iter();
        let mut wants = wants.filter(|(_, checks)| checks.contains(&"public.record"));
        wants.next().unwrap().0
    };
    assert_eq!(wanted(&all), "");
    for missing in 0..all.len() {
        let mut given = all.to_vec();
        given.remove(missing);
        assert_eq!(wanted(&given), all[missing]);
        assert_eq!(wanted(&all[..missing]), all[missing]);
    }
}

#[test]
fn a_chosen_list_is_found_out_without_the_roster() {
    // [E2, D3, V1]
    let (case, form) = drawn();
    let right = suiji::verify_public(&form, &without_roster(&case));
    assert_eq!(right.verdict(), Verdict::Incomplete);
    assert!(wants(&right)[""].contains(&"public.selection"));
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
fn a_sheet_that_is_not_that_of_the_inputs_fails_and_is_not_only_incomplete() {
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
fn sizes_that_no_registry_has_are_allocated_at_once() {
    // [F4]: 2^32 entities in one stratum, of which nearly all are taken.
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
fn a_sheet_after_another_names_the_previous_one_before_it_is_sealed() {
    // [S3c, S5]: what verifying would fail, sealing refuses.
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
fn outcomes_beyond_2_to_the_53_are_given_as_a_power() {
    // [S4b, V2]
    let mut case = Small::plain();
    case.ceremony["sources"][0]["length"] = json!(40);
    case.contributions[0]["value"] = json!("1".repeat(40));
    let (_, record) = case.draw().unwrap();
    let report = suiji::verify(&record, &Evidence::default());
    assert_eq!(report.outcomes(), [Some("6^40".to_owned())]);
}

#[test]
fn who_stands_in_the_frame_is_on_trust_until_the_lists_are_drawn_again() {
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
