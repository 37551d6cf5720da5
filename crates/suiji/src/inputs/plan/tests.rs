//! Plans that are refused, and fields of a plan that are dropped.

use serde_json::{Value, json};

use super::*;
use crate::base::limits::LIMITS;

/// A plan of one task, with additional fields in the plan and in the task.
fn read(of_plan: Value, of_task: Value) -> Result<Plan, Error> {
    let mut task = json!({"id": "J1", "name": "抽查", "quota": {"count": 1}});
    merge(&mut task, of_task);
    let mut plan =
        json!({"title": "样例计划", "authority": "样例局", "year": 2024, "tasks": [task]});
    merge(&mut plan, of_plan);
    Plan::from_json(plan.to_string().as_bytes())
}

fn merge(object: &mut Value, more: Value) {
    let Value::Object(more) = more else {
        panic!("{more} is no object");
    };
    object.as_object_mut().unwrap().extend(more);
}

/// The code and place of each fault.
fn faults(plan: Result<Plan, Error>) -> Vec<(String, String)> {
    let error = plan.unwrap_err();
    let faults = error.faults().iter();
    faults
        .map(|fault| (fault.code().to_owned(), fault.place().path().to_owned()))
        .collect()
}

fn one(plan: Result<Plan, Error>, code: &str, path: &str) {
    assert_eq!(faults(plan), [(code.to_owned(), path.to_owned())]);
}

#[test]
fn limits_are_read_and_written() {
    // [I2]
    let limits = json!([
        {"id": "twice", "visits": 2},
        {"id": "low", "visits": 1, "from": "2023-07-01", "classes": ["low", "high", "low"], "by": ["县局", "市局"]},
    ]);
    let team =
        json!({"seats": [{"department": "县局", "count": 2}], "rotation_from": "2023-01-01"});
    let task = json!({"limits": [{"id": "once", "visits": 1}], "team": team});
    let plan = read(json!({"limits": limits}), task).unwrap();
    let [twice, low] = plan.limits() else {
        panic!("{:?}", plan.limits());
    };
    assert_eq!((twice.id().as_str(), twice.visits()), ("twice", 2));
    assert_eq!(
        (twice.from(), twice.classes(), twice.by()),
        (None, None, None)
    );
    assert_eq!(low.from(), Date::parse("2023-07-01"));
    assert_eq!(
        low.classes().unwrap().len(),
        3,
        "arrays of the plan may repeat"
    );
    assert_eq!(low.by().unwrap(), ["县局", "市局"]);
    assert_eq!(plan.tasks()[0].limits()[0].id().as_str(), "once");
    let rotation = plan.tasks()[0].team().unwrap().rotation_from();
    assert_eq!(rotation, Date::parse("2023-01-01"));
    let again: Value = serde_json::from_str(&plan.to_json()).unwrap();
    assert_eq!(again["limits"], limits);
    assert_eq!(again["tasks"][0]["team"]["rotation_from"], "2023-01-01");
    assert_eq!(Plan::from_json(plan.to_json().as_bytes()).unwrap(), plan);
}

#[test]
fn ids_of_limits_are_unique_over_the_plan_and_one_task() {
    // [I2, C4]
    let limit = |id: &str| json!({"id": id, "visits": 1});
    let limits =
        |ids: &[&str]| json!({"limits": ids.iter().map(|id| limit(id)).collect::<Vec<_>>()});
    let none = || json!({});
    one(
        read(limits(&["a", "a"]), none()),
        "plan.duplicate-limit",
        "$.limits[1]",
    );
    one(
        read(none(), limits(&["a", "b", "a"])),
        "plan.duplicate-limit",
        "$.tasks[0].limits[2]",
    );
    one(
        read(limits(&["a"]), limits(&["b", "a"])),
        "plan.duplicate-limit",
        "$.tasks[0].limits[1]",
    );
    for exempt in ["exempt", "Exempt", "EXEMPT"] {
        one(
            read(limits(&[exempt]), none()),
            "plan.limit-exempt",
            "$.limits[0]",
        );
        one(
            read(none(), limits(&[exempt])),
            "plan.limit-exempt",
            "$.tasks[0].limits[0]",
        );
    }
    one(read(limits(&["a"]), limits(&["A"])), "id.case", "$");

    // Two tasks may have limits with the same id, but not with ids that differ only in letter case.
    let two = |first: &str, second: &str| {
        let task = |id: &str, of: &str| json!({"id": id, "name": "抽查", "quota": {"count": 1}, "limits": [limit(of)]});
        read(
            json!({"tasks": [task("J1", first), task("J2", second)]}),
            json!({}),
        )
    };
    assert!(two("a", "a").is_ok());
    one(two("a", "A"), "id.case", "$");
}

#[test]
fn a_limit_has_an_id_visits_and_classes_of_the_plan() {
    // [I2]
    let plan = |limit: Value| read(json!({"limits": [limit]}), json!({}));
    one(
        plan(json!({"visits": 1})),
        "json.missing-field",
        "$.limits[0]",
    );
    one(
        plan(json!({"id": "a"})),
        "json.missing-field",
        "$.limits[0]",
    );
    one(
        plan(json!({"id": "a", "visits": 0})),
        "json.range",
        "$.limits[0].visits",
    );
    one(
        plan(json!({"id": "甲", "visits": 1})),
        "id.form",
        "$.limits[0].id",
    );
    let unknown = json!({"id": "a", "visits": 1, "classes": ["low", "lowest"]});
    one(
        plan(unknown),
        "plan.unknown-class",
        "$.limits[0].classes[1]",
    );
    for gone in ["annual_cap", "per_year"] {
        one(read(json!({gone: 1}), json!({})), "json.unknown-field", "$");
        one(
            read(json!({}), json!({gone: 1})),
            "json.unknown-field",
            "$.tasks[0]",
        );
    }
}

#[test]
fn a_plan_has_not_more_limits_than_a_set_of_bits() {
    let limits = |count: usize| {
        let limits = (0..count).map(|n| json!({"id": format!("L{n}"), "visits": 1}));
        json!({"limits": limits.collect::<Vec<_>>()})
    };
    assert!(read(limits(LIMITS), json!({})).is_ok());
    one(
        read(limits(LIMITS + 1), json!({})),
        "limit.limits",
        "$.limits",
    );
    one(
        read(json!({}), limits(LIMITS + 1)),
        "limit.limits",
        "$.tasks[0].limits",
    );
}

#[test]
fn what_absence_does_not_mean_may_not_be_empty() {
    // [C2c]
    one(
        read(json!({"classes": []}), json!({})),
        "json.empty",
        "$.classes",
    );
    for field in ["categories", "districts", "industries"] {
        let path = format!("$.tasks[0].scope.{field}");
        one(
            read(json!({}), json!({"scope": {field: []}})),
            "json.empty",
            &path,
        );
    }
    for field in ["classes", "by"] {
        let limits = json!({"limits": [{"id": "a", "visits": 1, field: []}]});
        one(
            read(limits.clone(), json!({})),
            "json.empty",
            &format!("$.limits[0].{field}"),
        );
        one(
            read(json!({}), limits),
            "json.empty",
            &format!("$.tasks[0].limits[0].{field}"),
        );
    }
    for nothing in [
        json!({}),
        json!({"minimum": {}}),
        json!({"minimum": {}, "maximum": {}, "weights": {}}),
    ] {
        one(
            read(json!({}), json!({"risk": nothing})),
            "json.empty",
            "$.tasks[0].risk",
        );
    }
    for (field, code) in [
        ("quota", "plan.quota-words"),
        ("team", "json.missing-field"),
    ] {
        one(
            read(json!({}), json!({field: {}})),
            code,
            &format!("$.tasks[0].{field}"),
        );
    }
    for field in ["window", "mode"] {
        let found = faults(read(json!({}), json!({field: {}})));
        let missing = (
            "json.missing-field".to_owned(),
            format!("$.tasks[0].{field}"),
        );
        assert_eq!(found, [missing.clone(), missing]);
    }
    one(
        read(json!({"tasks": []}), json!({})),
        "json.empty",
        "$.tasks",
    );
    one(
        read(json!({"basis": [""]}), json!({})),
        "text.empty",
        "$.basis[0]",
    );
}

#[test]
fn other_empty_fields_are_dropped_from_the_inside_outwards() {
    // [C2c]
    let plain = read(json!({}), json!({"risk": {"unrated_as": "low"}})).unwrap();
    let of_plan = json!({"basis": [], "limits": [], "extra": {}});
    let of_task = json!({
        "items": [], "scope": {}, "limits": [], "partners": [], "methods": [], "extra": {}, "reserves": 0,
        "risk": {"minimum": {}, "maximum": {}, "weights": {}, "unrated_as": "low"},
    });
    assert_eq!(
        read(of_plan, of_task).unwrap().canonical(),
        plain.canonical()
    );
}

#[test]
fn a_plan_in_code_without_classes_is_refused_as_one_that_is_read() {
    // [C2c]
    let task = || Task::new("J1".parse().unwrap(), "抽查").with_quota(Quota::Count { count: 1 });
    let builder = || Plan::builder("样例计划", "样例局", 2024);
    let limit = || Limit::new("a".parse().unwrap(), 1);
    one(
        builder().with_classes(Vec::new()).with_task(task()).build(),
        "json.empty",
        "$.classes",
    );
    let limits = vec![limit().with_classes(&[]).with_by(&[])];
    let found = faults(builder().with_limits(limits).with_task(task()).build());
    let paths: Vec<&str> = found.iter().map(|(_, path)| &**path).collect();
    assert_eq!(paths, ["$.limits[0].classes", "$.limits[0].by"]);
    assert!(
        builder()
            .with_limits(vec![limit()])
            .with_task(task())
            .build()
            .is_ok()
    );
}
