//! Findings about inspectors and teams.

use serde_json::{Value, json};

use super::{check, codes, detail, found, one};

#[test]
fn certificates_that_have_ended_are_named() {
    // The certificate ends after the window, so it counts as valid.
    let counted = found(|office| {
        office["plan"]["window"] = json!({"from": "2026-01-01", "to": "2026-02-01"});
        office["roster"][3]["valid_to"] = json!("2026-03-01");
    });
    assert_eq!(codes(&counted), ["ceremony.sealed-late", "roster.expired"]);
    let found = found(|office| office["roster"][3]["valid_to"] = json!("2026-03-01"));
    assert_eq!(codes(&found), ["roster.expired", "roster.no-seat"]);
    assert!(detail(&found[0], "names").contains("样例员4 (ZF-4)"));
}

#[test]
fn inspectors_that_sit_nowhere_are_named_with_the_reason() {
    let inspector = |field: &'static str, value: Value| {
        move |office: &mut Value| office["roster"][3][field] = value
    };
    let why = |change: &dyn Fn(&mut Value)| {
        let finding = one(|office| change(office));
        check(&finding, "roster.no-seat", &[4]);
        assert_eq!(detail(&finding, "names"), "样例员4 (ZF-4)");
        detail(&finding, "why").to_owned()
    };
    let department = why(&|office| office["roster"][3]["department"] = json!("县市监局"));
    assert!(
        department.contains("县市监局") && department.contains("县市场监管局"),
        "{department}"
    );
    let skill = why(&|office| office["roster"][3]["skills"] = json!(["计 量"]));
    assert!(skill.contains("计 量"), "{skill}");
    let ends = why(&|office| office["roster"][3]["valid_to"] = json!("2026-11-29"));
    assert!(ends.contains("certificate"), "{ends}");
    let expert = why(&|office| office["roster"][3]["expert"] = json!(true));
    assert!(expert.contains("expert"), "{expert}");
    let district = why(&|office| {
        office["plan"]["tasks"][0]["team"]["district"] = json!("same");
        office["roster"][3]
            .as_object_mut()
            .unwrap()
            .remove("district");
    });
    assert!(district.contains("district"), "{district}");
    let lead = why(&|office| {
        let team = &mut office["plan"]["tasks"][0]["team"];
        team["lead_required"] = json!(true);
        team["seats"] = json!([{"department": "县市场监管局", "count": 1}, {"department": "县市场监管局", "count": 1, "skills": ["计量"]}]);
        office["roster"][3]["lead"] = json!(false);
        office["roster"][3]["skills"] = json!([]);
    });
    assert!(lead.contains("lead"), "{lead}");
    // An inspector who may sit in the second seat has a seat.
    assert_eq!(codes(&found(inspector("lead", json!(false)))), [""; 0]);
}

#[test]
fn teams_without_a_choice_or_with_vacancies_are_told() {
    let finding = one(|office| {
        office["roster"].as_array_mut().unwrap().truncate(2);
    });
    check(&finding, "team.no-choice", &[]);
    let found_short = found(|office| {
        for row in 0..4 {
            office["roster"][row]["recuse"] = json!(["91140521MA0000002B"]);
        }
    });
    assert_eq!(codes(&found_short), ["team.short"]);
    assert_eq!(detail(&found_short[0], "count"), "1");
    let finding = one(|office| office["plan"]["max_load"] = json!(1));
    check(&finding, "team.load", &[]);
}
