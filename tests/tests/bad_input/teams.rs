//! Teams of the plan: seats, leads, districts, and the window in which certificates must be valid.

use serde_json::{Value, json};
use suiji_conformance::Small;

use super::Bad;
use super::plan::task;

pub(crate) fn faults() -> Vec<Bad> {
    teams()
}

fn seats(what: &str, seats: Value, code: &'static str) -> Bad {
    task(
        what,
        json!({"team": {"seats": seats}}),
        code,
        "plan $.tasks[0].team",
    )
}

fn teams() -> Vec<Bad> {
    let inspectors = |count: u64| json!({"department": "局", "count": count});
    let experts = |count: u64| json!({"department": "局", "count": count, "expert": true});
    let without_experts = |what, seats: Value| {
        let result = {
            let mut case = Small::with_team();
            case.task(0)["team"] = json!({"seats": seats});
            case.read_plan()
        };
        move |code| Bad::new(what, result, code, "plan $.tasks[0].team")
    };
    vec![
        no_window(),
        seats("one seat", json!([inspectors(1)]), "team.too-few-officers"),
        without_experts(
            "one inspector and experts",
            json!([inspectors(1), experts(3)]),
        )("team.too-few-officers"),
        without_experts("an expert in seat 0", json!([experts(1), inspectors(2)]))(
            "team.first-seat-expert",
        ),
        seats(
            "21 seats",
            json!([inspectors(20), inspectors(1)]),
            "team.too-many-seats",
        ),
        task(
            "no seats",
            json!({"team": {"seats": []}}),
            "json.empty",
            "plan $.tasks[0].team.seats",
        ),
        task(
            "21 seats in one group",
            json!({"team": {"seats": [inspectors(21)]}}),
            "json.range",
            "plan $.tasks[0].team.seats[0].count",
        ),
        seats(
            "a department without inspectors",
            json!([inspectors(2), {"department": "处", "count": 1}]),
            "team.seat-nobody",
        ),
        seats(
            "a skill that no inspector has",
            json!([inspectors(2), {"department": "局", "count": 1, "skills": ["焊接"]}]),
            "team.seat-nobody",
        ),
        seats(
            "an expert seat without experts",
            json!([inspectors(2), experts(1)]),
            "team.seat-nobody",
        ),
    ]
}

/// A certificate has an end date, but there is no window with which to compare it [T1].
fn no_window() -> Bad {
    let mut case = Small::with_team();
    case.plan.as_object_mut().expect("a plan").remove("window");
    case.task(0)
        .as_object_mut()
        .expect("a task")
        .remove("window");
    case.roster[0]["valid_to"] = json!("2024-12-31");
    Bad::new(
        "no window",
        case.inputs(),
        "team.no-window-end",
        "plan $.tasks[0].team",
    )
}
