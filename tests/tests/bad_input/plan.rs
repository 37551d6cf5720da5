//! The plan, and its requirements for the other inputs.

use serde_json::{Value, json};
use suiji_conformance::Small;

use super::Bad;

/// A plan whose task has these fields added or replaced.
pub(super) fn task(what: &str, task: Value, code: &'static str, place: &str) -> Bad {
    let mut case = Small::with_team();
    let fields = case.task(0).as_object_mut().expect("a task");
    fields.extend(task.as_object().expect("fields").clone());
    Bad::new(what, case.seal(), code, place)
}

/// A plan with these fields added or replaced.
fn plan(what: &str, fields: Value, code: &'static str, place: &str) -> Bad {
    let mut case = Small::plain();
    let plan = case.plan.as_object_mut().expect("a plan");
    plan.extend(fields.as_object().expect("fields").clone());
    Bad::new(what, case.seal(), code, place)
}

fn classes(what: &str, ids: &[&str], code: &'static str, place: &str) -> Bad {
    let classes: Vec<Value> = ids
        .iter()
        .map(|id| json!({"id": id, "name": "类别"}))
        .collect();
    plan(what, json!({"classes": classes}), code, place)
}

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = plans();
    all.extend(quotas());
    all.extend(frames());
    all
}

fn plans() -> Vec<Bad> {
    let reversed = json!({"from": "2024-02-01", "to": "2024-01-31"});
    let two_tasks = |first: &str, second: &str| {
        let task = |id: &str| json!({"id": id, "name": "抽查", "quota": {"count": 1}});
        json!({"tasks": [task(first), task(second)]})
    };
    let groups = json!({"tasks": [
        {"id": "J1", "name": "抽查", "quota": {"count": 1}, "coordination": "auto"},
        {"id": "J2", "name": "抽查", "quota": {"count": 1}, "coordination": "Auto"}]});
    let limit = |id: &str| json!({"id": id, "visits": 1});
    vec![
        plan(
            "two limits of one id",
            json!({"limits": [limit("a"), limit("a")]}),
            "plan.duplicate-limit",
            "plan $.limits[1]",
        ),
        plan(
            "a limit named exempt",
            json!({"limits": [limit("EXEMPT")]}),
            "plan.limit-exempt",
            "plan $.limits[0]",
        ),
        plan(
            "a limit for a class that is not in the plan",
            json!({"limits": [{"id": "a", "visits": 1, "classes": ["D"]}]}),
            "plan.unknown-class",
            "plan $.limits[0].classes[0]",
        ),
        plan(
            "65 limits",
            json!({"limits": vec![limit("a"); 65]}),
            "limit.limits",
            "plan $.limits",
        ),
        plan(
            "no class",
            json!({"classes": []}),
            "json.empty",
            "plan $.classes",
        ),
        task(
            "a scope with no category",
            json!({"scope": {"categories": []}}),
            "json.empty",
            "plan $.tasks[0].scope.categories",
        ),
        plan(
            "a window of the plan that ends before it begins",
            json!({"window": reversed}),
            "plan.window",
            "plan $.window",
        ),
        task(
            "a window of the task that ends before it begins",
            json!({"window": reversed}),
            "plan.window",
            "plan $.tasks[0].window",
        ),
        plan(
            "two J1",
            two_tasks("J1", "J1"),
            "plan.duplicate-task",
            "plan $.tasks[1]",
        ),
        plan(
            "J1 and j1",
            two_tasks("J1", "j1"),
            "id.case",
            "plan $.tasks",
        ),
        plan("auto and Auto", groups, "id.case", "plan $.tasks"),
        classes("one class", &["high"], "plan.class-count", "plan $.classes"),
        classes(
            "ten classes",
            &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
            "plan.class-count",
            "plan $.classes",
        ),
        classes(
            "a class named all",
            &["all", "low"],
            "plan.class-all",
            "plan $.classes[0]",
        ),
        classes(
            "the same class twice",
            &["low", "low"],
            "plan.duplicate-class",
            "plan $.classes[1]",
        ),
        classes(
            "classes that differ in case",
            &["low", "Low"],
            "id.case",
            "plan $.classes",
        ),
    ]
}

fn quotas() -> Vec<Bad> {
    let task_of = |fields: Value| {
        let mut case = Small::plain();
        case.plan["tasks"][0] = json!({"id": "J1", "name": "抽查"});
        case.task(0)
            .as_object_mut()
            .expect("a task")
            .extend(fields.as_object().expect("fields").clone());
        case.read_plan()
    };
    let quota = |quota: Value, code: &'static str| {
        Bad::new(
            &quota,
            task_of(json!({"quota": quota})),
            code,
            "plan $.tasks[0].quota",
        )
    };
    let no_number = |fields: Value| {
        Bad::new(
            &fields,
            task_of(fields.clone()),
            "plan.no-number",
            "plan $.tasks[0]",
        )
    };
    let risk = |risk: Value, code: &'static str, place: &str| {
        Bad::new(
            &risk,
            task_of(json!({"quota": {"count": 2}, "risk": risk})),
            code,
            place,
        )
    };
    vec![
        // There is no quota, or only «递加».
        no_number(json!({})),
        no_number(json!({"risk_note": "按信用风险分类分别递加抽查比例"})),
        no_number(json!({"risk": {"weights": {"high": 3}}})),
        quota(
            json!({"at_least": "20%", "at_most": "40%"}),
            "plan.quota-words",
        ),
        quota(json!({"exactly": "20%", "count": 5}), "plan.quota-words"),
        quota(json!({"min": 5}), "plan.quota-words"),
        quota(json!({}), "plan.quota-words"),
        quota(json!({"at_most": "20%", "min": 5}), "plan.quota-bound"),
        quota(json!({"at_least": "20%", "max": 5}), "plan.quota-bound"),
        quota(json!({"count": 5, "max": 5}), "plan.quota-bound"),
        risk(
            json!({"minimum": {"D": "20%"}}),
            "plan.unknown-class",
            "plan $.tasks[0].risk.minimum",
        ),
        risk(
            json!({"maximum": {"all": "20%"}}),
            "plan.unknown-class",
            "plan $.tasks[0].risk.maximum",
        ),
        risk(
            json!({"weights": {"HIGH": 2}}),
            "plan.unknown-class",
            "plan $.tasks[0].risk.weights",
        ),
        risk(json!({}), "json.empty", "plan $.tasks[0].risk"),
        risk(json!({"minimum": {}}), "json.empty", "plan $.tasks[0].risk"),
        risk(
            json!({"unrated_as": "none"}),
            "plan.unknown-class",
            "plan $.tasks[0].risk.unrated_as",
        ),
        risk(
            json!({"weights": {"high": 1001}}),
            "json.range",
            "plan $.tasks[0].risk.weights.high",
        ),
    ]
}

fn frames() -> Vec<Bad> {
    let place = "plan $.tasks[0]";
    let high = |low: &str| json!({"high": low});
    let unrated = |fields: Value| {
        let mut case = Small::plain();
        case.registry[2]
            .as_object_mut()
            .expect("a row")
            .remove("class");
        case.task(0)
            .as_object_mut()
            .expect("a task")
            .extend(fields.as_object().expect("fields").clone());
        case.seal()
    };
    let inactive = {
        let mut case = Small::plain();
        case.registry
            .iter_mut()
            .for_each(|row| row["status"] = json!("inactive"));
        case.seal()
    };
    let empty = Small {
        registry: Vec::new(),
        ..Small::plain()
    };
    vec![
        task(
            "no entity in scope",
            json!({"scope": {"districts": ["33"]}}),
            "frame.empty",
            place,
        ),
        Bad::new("all inactive", inactive, "frame.empty", place),
        Bad::new("an empty registry", empty.seal(), "frame.empty", place),
        Bad::new(
            "an unrated entity",
            unrated(json!({"risk": {"weights": {"high": 2}}})),
            "frame.unrated",
            place,
        ),
        task(
            "minimum above maximum",
            json!({"risk": {"minimum": high("60%"), "maximum": high("50%")}}),
            "allocation.minimum-above-maximum",
            place,
        ),
        task(
            "maxima below the quota",
            json!({"quota": {"count": 4}, "risk": {"maximum": {"low": "50%", "general": "1%"}}}),
            "allocation.maximum-below-quota",
            place,
        ),
        task(
            "an exact quota below the minima",
            json!({"quota": {"exactly": "20%"}, "risk": {"minimum": {"low": "50%", "high": "50%"}}}),
            "allocation.minimum-above-quota",
            place,
        ),
        task(
            "a count below the minima",
            json!({"quota": {"count": 1}, "risk": {"minimum": {"low": "100%"}}}),
            "allocation.minimum-above-quota",
            place,
        ),
        task(
            "an upper bound below the minima",
            json!({"quota": {"at_most": "20%"}, "risk": {"minimum": {"low": "100%"}}}),
            "allocation.minimum-above-quota",
            place,
        ),
    ]
}

#[test]
fn faults_of_several_tasks_are_reported_together() {
    // [S5]
    let mut case = Small::plain();
    case.plan["tasks"] = json!([
        {"id": "J1", "name": "抽查", "quota": {"count": 1}, "scope": {"categories": ["加油站"]}},
        {"id": "J2", "name": "抽查", "quota": {"count": 1}},
        {"id": "J3", "name": "抽查", "quota": {"count": 1}, "scope": {"industries": ["52"]}}]);
    let error = case.seal().unwrap_err();
    let found: Vec<String> = error.faults().iter().map(super::place).collect();
    assert_eq!(found, ["plan $.tasks[0]", "plan $.tasks[2]"]);
    // [F3] The error names the unrated entity.
    let mut case = Small::plain();
    case.task(0)["risk"] = json!({"weights": {"high": 2}});
    case.registry[3].as_object_mut().unwrap().remove("class");
    let message = case.seal().unwrap_err().message(suiji::Lang::Zh);
    assert!(
        message.contains("A-4") && message.contains("J1"),
        "{message}"
    );
}
