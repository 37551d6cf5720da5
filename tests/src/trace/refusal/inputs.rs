//! Plan, rows, frames and seats [I1, I2, I5, I6, F3, F4, T1].

use serde_json::{Value, json};

use super::ids::classes_of;
use super::{Given, is_unique, list, number, text};
use crate::Small;
use crate::trace::allocation::allocate;
use crate::trace::clean::{self, default_classes, visit_key};
use crate::trace::form::Form;
use crate::trace::frame::frame;

fn ids(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| text(&row["id"])).collect()
}

/// The ids of the plan's classes.
fn classes(case: &Small) -> Vec<String> {
    let classes = case.plan.get("classes").cloned();
    let classes = classes.unwrap_or_else(default_classes);
    ids(list(&classes)).into_iter().map(str::to_owned).collect()
}

fn is_class(case: &Small, class: &str) -> bool {
    classes(case).iter().any(|id| id == class)
}

/// [I1]
pub(super) fn plan(case: &Small) -> bool {
    let tasks = list(&case.plan["tasks"]);
    let windows = tasks.iter().chain([&case.plan]);
    let mut windows = windows.filter_map(|of| of.get("window"));
    let classes = classes(case);
    windows.all(|window| text(&window["from"]) <= text(&window["to"]))
        && (2..=9).contains(&classes.len())
        && classes.iter().all(|id| id != "all")
        && is_unique(&classes)
        && is_unique(ids(tasks))
}

/// [I2]
pub(super) fn tasks(case: &Small) -> bool {
    let of_plan = list(&case.plan["limits"]);
    let tasks = list(&case.plan["tasks"]);
    tasks.iter().all(|task| {
        let task = &clean::plan(&json!({"tasks": [task]}))["tasks"][0];
        let limits = of_plan.iter().chain(list(&task["limits"]));
        let limits: Vec<&Value> = limits.collect();
        let named = limits.iter().flat_map(|limit| list(&limit["classes"]));
        let named = named.map(text).chain(classes_of(&task["risk"]));
        let id = |limit: &&Value| text(&limit["id"]).to_owned();
        is_unique(limits.iter().map(id))
            && !limits
                .iter()
                .any(|limit| id(limit).eq_ignore_ascii_case("exempt"))
            && named.into_iter().all(|class| is_class(case, class))
            && has_quota(task)
    })
}

/// [I2] One of the four forms, or a minimum.
fn has_quota(task: &Value) -> bool {
    let Some(quota) = task.get("quota").and_then(Value::as_object) else {
        return task["risk"].get("minimum").is_some();
    };
    let keys: Vec<&str> = quota.keys().map(String::as_str).collect();
    let forms = ["at_least", "at_most", "exactly", "count"];
    let of = keys.iter().filter(|key| forms.contains(key)).count();
    of == 1
        && (!keys.contains(&"min") || keys.contains(&"at_least"))
        && (!keys.contains(&"max") || keys.contains(&"at_most"))
}

/// [I3, I6]
pub(super) fn rows(case: &Small) -> bool {
    let sets = [
        (&case.registry, "categories"),
        (&case.registry, "exempt_from"),
        (&case.roster, "skills"),
        (&case.roster, "recuse"),
        (&case.history, "by"),
        (&case.history, "inspectors"),
    ];
    let mut sets = sets
        .into_iter()
        .flat_map(|(rows, set)| rows.iter().map(move |row| list(&row[set])));
    let mut rated = case.registry.iter().filter_map(|row| row.get("class"));
    let exempt = |row: &Value| row.get("exempt_from").is_none() || row.get("exempt").is_some();
    is_unique(ids(&case.registry))
        && is_unique(ids(&case.roster))
        && sets.all(|set| is_unique(set.iter().map(text)))
        && rated.all(|class| is_class(case, text(class)))
        && case.registry.iter().all(exempt)
}

/// [I5]
pub(super) fn history(case: &Small) -> bool {
    let sealed = text(&case.ceremony["sealed_at"]).get(..10);
    let mut history = case.history.iter();
    is_unique(case.history.iter().map(visit_key))
        && history.all(|row| Some(text(&row["date"])) <= sealed)
}

/// Each task of a case, with the sealed case.
fn all_tasks(case: &Small, holds: impl Fn(&Given, &Value) -> bool) -> bool {
    let given = Given::of(case);
    list(&given.plan["tasks"])
        .iter()
        .all(|task| holds(&given, task))
}

/// [F3]
pub(super) fn frames(case: &Small) -> bool {
    all_tasks(case, |given, task| {
        let framed = frame(given, task);
        let rated = |stratum: &str| !stratum.is_empty();
        !framed.rows.is_empty() && framed.rows.iter().all(|(_, stratum)| rated(stratum))
    })
}

/// [F4] The step that fails for a task.
pub(super) fn allocation(case: &Small) -> Option<&'static str> {
    let given = Given::of(case);
    list(&given.plan["tasks"])
        .iter()
        .find_map(|task| allocate(&given, task, &frame(&given, task)).err())
}

/// [T1]
pub(super) fn seats(case: &Small) -> bool {
    all_tasks(case, |given, task| {
        let Some(form) = Form::of(given, task) else {
            return true;
        };
        let expert = |seat: &&Value| seat.get("expert").is_some();
        let could = |seat: &Value| {
            let has = |row: &Value, skill: &Value| list(&row["skills"]).contains(skill);
            given.roster.iter().any(|row| {
                row["department"] == seat["department"]
                    && row.get("expert") == seat.get("expert")
                    && list(&seat["skills"]).iter().all(|skill| has(row, skill))
            })
        };
        let groups = list(&task["team"]["seats"]);
        let count = |group: &Value| (1..=20).contains(&number(&group["count"]).unwrap_or(0));
        let ends = given.roster.iter().any(|row| row.get("valid_to").is_some());
        groups.iter().all(count)
            && form.seats.len() <= 20
            && form.seats.iter().filter(|seat| !expert(seat)).count() >= 2
            && !expert(&form.seats[0])
            && form.seats.iter().all(|seat| could(seat))
            && (form.has_end() || !ends)
    })
}
