//! Invalid plans, and plans that do not fit the other inputs [I1, I2, F3, F4, T1].

use serde_json::{Value, json};

use super::{Refusal, changed, extend};
use crate::Small;

pub(super) fn all() -> Vec<Refusal> {
    let mut all = plans();
    all.extend(limits());
    all.extend(quotas());
    all.extend(teams());
    all.extend(frames());
    all
}

/// A plan with these fields changed.
fn plan(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    expected: (&'static str, &'static str),
    fields: Value,
) -> Refusal {
    let documents = changed(Small::plain(), |case| extend(&mut case.plan, fields));
    Refusal::new(name, about, rules, expected, documents)
}

/// A task with these fields changed, in a case with eligible inspectors.
fn task(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    expected: (&'static str, &'static str),
    fields: Value,
) -> Refusal {
    let documents = changed(Small::with_team(), |case| extend(case.task(0), fields));
    Refusal::new(name, about, rules, expected, documents)
}

fn classes(
    name: &'static str,
    about: &'static str,
    code: &'static str,
    place: &'static str,
    ids: &[&str],
) -> Refusal {
    let classes = ids.iter().map(|id| json!({"id": id, "name": "类别"}));
    plan(
        name,
        about,
        &["I1"],
        (code, place),
        json!({"classes": classes.collect::<Vec<_>>()}),
    )
}

fn plans() -> Vec<Refusal> {
    let same = json!({"id": "J1", "name": "抽查", "quota": {"count": 1}});
    vec![
        plan(
            "window",
            "a window that ends before it begins",
            &["I1"],
            ("plan.window", "plan $.window"),
            json!({"window": {"from": "2024-02-01", "to": "2024-01-31"}}),
        ),
        task(
            "window-of-a-task",
            "a window of a task that ends before it begins",
            &["I2"],
            ("plan.window", "plan $.tasks[0].window"),
            json!({"window": {"from": "2024-02-01", "to": "2024-01-31"}}),
        ),
        plan(
            "duplicate-task",
            "two tasks with the same id",
            &["I1"],
            ("plan.duplicate-task", "plan $.tasks[1]"),
            json!({"tasks": [same, same]}),
        ),
        classes(
            "class-count",
            "one class, but two to nine are allowed",
            "plan.class-count",
            "plan $.classes",
            &["low"],
        ),
        classes(
            "class-all",
            "a class with the id all",
            "plan.class-all",
            "plan $.classes[0]",
            &["all", "low"],
        ),
        classes(
            "duplicate-class",
            "two classes with the same id",
            "plan.duplicate-class",
            "plan $.classes[1]",
            &["low", "low"],
        ),
        task(
            "unknown-class",
            "a minimum for class HIGH; the class of the plan is high",
            &["I2", "C4"],
            ("plan.unknown-class", "plan $.tasks[0].risk.minimum"),
            json!({"risk": {"minimum": {"HIGH": "20%"}}}),
        ),
    ]
}

/// Limits on visits [I2].
fn limits() -> Vec<Refusal> {
    let limit = |id: &str| json!({"id": id, "visits": 1});
    let of_plan = |name, about, rules, expected, limits: Value| {
        plan(name, about, rules, expected, json!({"limits": limits}))
    };
    let with = |fields: Value| {
        let mut limit = limit("year");
        extend(&mut limit, fields);
        json!([limit])
    };
    let twice = changed(Small::plain(), |case| {
        case.plan["limits"] = json!([limit("year")]);
        case.task(0)["limits"] = json!([limit("own"), limit("year")]);
    });
    vec![
        of_plan(
            "duplicate-limit",
            "two limits of the plan with the same id",
            &["I2"],
            ("plan.duplicate-limit", "plan $.limits[1]"),
            json!([limit("year"), limit("year")]),
        ),
        Refusal::new(
            "duplicate-limit-of-plan-and-task",
            "a limit of the plan and one of a task with the same id",
            &["I2"],
            ("plan.duplicate-limit", "plan $.tasks[0].limits[1]"),
            twice,
        ),
        of_plan(
            "limit-exempt",
            "a limit with the id Exempt; exempt is a reason of its own, in whatever letter case",
            &["I2"],
            ("plan.limit-exempt", "plan $.limits[0]"),
            json!([limit("Exempt")]),
        ),
        of_plan(
            "limit-unknown-class",
            "a limit for a class that is not in the plan",
            &["I2"],
            ("plan.unknown-class", "plan $.limits[0].classes[0]"),
            with(json!({"classes": ["D"]})),
        ),
        of_plan(
            "limit-of-no-class",
            "a limit with an empty list of classes",
            &["C2c", "I2"],
            ("json.empty", "plan $.limits[0].classes"),
            with(json!({"classes": []})),
        ),
        of_plan(
            "limit-by-nobody",
            "a limit with an empty list of departments",
            &["C2c", "I2"],
            ("json.empty", "plan $.limits[0].by"),
            with(json!({"by": []})),
        ),
        of_plan(
            "limit-of-no-visits",
            "a limit of 0 visits",
            &["I2"],
            ("json.range", "plan $.limits[0].visits"),
            with(json!({"visits": 0})),
        ),
        of_plan(
            "limit-without-visits",
            "a limit without a number",
            &["I2"],
            ("json.missing-field", "plan $.limits[0]"),
            json!([{"id": "year"}]),
        ),
        of_plan(
            "limit-from-a-year",
            "a limit whose from is a year, not a date",
            &["C7", "I2"],
            ("date.form", "plan $.limits[0].from"),
            with(json!({"from": "2024"})),
        ),
    ]
}

fn quotas() -> Vec<Refusal> {
    let quota = |name, about, code, quota: Value| {
        task(
            name,
            about,
            &["I2"],
            (code, "plan $.tasks[0].quota"),
            json!({"quota": quota}),
        )
    };
    let no_number = |name, about, fields: Value| {
        let documents = changed(Small::plain(), |case| {
            case.plan["tasks"] = json!([{"id": "J1", "name": "抽查"}]);
            extend(case.task(0), fields);
        });
        Refusal::new(
            name,
            about,
            &["I2"],
            ("plan.no-number", "plan $.tasks[0]"),
            documents,
        )
    };
    vec![
        no_number(
            "no-number",
            "the note says «分别递加» without a number",
            json!({"risk_note": "分别递加抽查比例"}),
        ),
        no_number(
            "no-number-weights",
            "weights without a number",
            json!({"risk": {"weights": {"high": 3}}}),
        ),
        no_number(
            "no-number-empty-minimum",
            "an empty minimum, which is dropped",
            json!({"risk": {"minimum": {}, "unrated_as": "low"}}),
        ),
        quota(
            "quota-words",
            "two of the four forms of quota",
            "plan.quota-words",
            json!({"exactly": "20%", "count": 5}),
        ),
        quota(
            "quota-empty",
            "an empty quota is an error and is not dropped",
            "plan.quota-words",
            json!({}),
        ),
        quota(
            "quota-bound",
            "min is only allowed with at_least",
            "plan.quota-bound",
            json!({"at_most": "20%", "min": 5}),
        ),
    ]
}

fn teams() -> Vec<Refusal> {
    let inspectors = |count: u64| json!({"department": "局", "count": count});
    let expert = json!({"department": "局", "count": 1, "expert": true});
    let team = |name, about, code, seats: Value| {
        task(
            name,
            about,
            &["T1"],
            (code, "plan $.tasks[0].team"),
            json!({"team": {"seats": seats}}),
        )
    };
    let other = json!({"department": "处", "count": 1});
    let mut expires = Small::with_team();
    expires.roster[2]["valid_to"] = json!("2030-12-31");
    vec![
        team(
            "too-many-seats",
            "21 seats in two seat groups",
            "team.too-many-seats",
            json!([inspectors(20), inspectors(1)]),
        ),
        team(
            "too-few-inspectors",
            "one inspector and one expert",
            "team.too-few-officers",
            json!([inspectors(1), expert]),
        ),
        team(
            "first-seat-expert",
            "an expert in seat 0",
            "team.first-seat-expert",
            json!([expert, inspectors(2)]),
        ),
        team(
            "seat-nobody",
            "a seat of a department without inspectors",
            "team.seat-nobody",
            json!([inspectors(2), other]),
        ),
        team(
            "seat-no-expert",
            "an expert seat, but the roster has no expert",
            "team.seat-nobody",
            json!([inspectors(2), expert]),
        ),
        Refusal::new(
            "no-window-end",
            "a certificate with a last day, and a team without a window to compare it with",
            &["T1", "T2"],
            ("team.no-window-end", "plan $.tasks[0].team"),
            changed(expires, |_| {}),
        ),
        task(
            "rotation-without-a-day",
            "rotation from a month",
            &["C7", "I2"],
            ("date.form", "plan $.tasks[0].team.rotation_from"),
            json!({"team": {"seats": [inspectors(2)], "rotation_from": "2024-06"}}),
        ),
    ]
}

fn frames() -> Vec<Refusal> {
    let place = "plan $.tasks[0]";
    let unrated = changed(Small::plain(), |case| {
        case.registry[2]
            .as_object_mut()
            .map(|row| row.remove("class"));
        case.task(0)["risk"] = json!({"weights": {"high": 2}});
    });
    vec![
        task(
            "frame-empty",
            "no entity is in the scope of the task",
            &["F3"],
            ("frame.empty", place),
            json!({"scope": {"districts": ["33"]}}),
        ),
        Refusal::new(
            "frame-empty-registry",
            "an empty registry",
            &["F3"],
            ("frame.empty", place),
            changed(Small::plain(), |case| case.registry.clear()),
        ),
        Refusal::new(
            "frame-unrated",
            "an entity without class and a task without unrated_as",
            &["F3"],
            ("frame.unrated", place),
            unrated,
        ),
        task(
            "minimum-above-maximum",
            "a minimum of 60 % and a maximum of 50 % of one entity",
            &["F4.1"],
            ("allocation.minimum-above-maximum", place),
            json!({"risk": {"minimum": {"high": "60%"}, "maximum": {"high": "50%"}}}),
        ),
        task(
            "minimum-above-quota",
            "a quota of one and minima of three",
            &["F4.2"],
            ("allocation.minimum-above-quota", place),
            json!({"quota": {"exactly": "20%"}, "risk": {"minimum": {"low": "100%", "high": "50%"}}}),
        ),
        task(
            "maximum-below-quota",
            "a quota of four, but the maxima allow three",
            &["F4.3"],
            ("allocation.maximum-below-quota", place),
            json!({"quota": {"count": 4}, "risk": {"maximum": {"low": "50%", "general": "1%"}}}),
        ),
    ]
}
