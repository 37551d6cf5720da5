//! Which entities can be drawn and in which stratum, and which cannot and why [F1–F3].

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Given, list, number, text};

/// The rows of a task's frame, each with its stratum, and the excluded rows, each with its reason. Both are sorted by
/// id.
pub(super) struct Framed<'g> {
    pub(super) rows: Vec<(&'g Value, &'g str)>,
    pub(super) excluded: Vec<(&'g str, &'g str)>,
}

pub(super) fn frame<'g>(given: &'g Given, task: &'g Value) -> Framed<'g> {
    let mut framed = Framed {
        rows: Vec::new(),
        excluded: Vec::new(),
    };
    for row in &given.registry {
        if !matches(task, row) {
            continue;
        }
        match excluded(given, task, row) {
            Some(reason) => framed.excluded.push((text(&row["id"]), reason)),
            None => framed.rows.push((row, stratum(task, row))),
        }
    }
    framed
}

/// [F1]
pub(super) fn matches(task: &Value, row: &Value) -> bool {
    let scope = &task["scope"];
    let any = |field: &str, holds: &dyn Fn(&str) -> bool| {
        scope
            .get(field)
            .is_none_or(|of| list(of).iter().map(text).any(holds))
    };
    let categories = list(&row["categories"]);
    let prefix = |field: &'static str| {
        move |of: &str| {
            row.get(field)
                .is_some_and(|value| text(value).starts_with(of))
        }
    };
    row.get("status").is_none()
        && any("categories", &|of| {
            categories.iter().any(|category| category == of)
        })
        && any("districts", &prefix("district"))
        && any("industries", &prefix("industry"))
        && scope.get("established_before").is_none_or(|before| {
            let established = row.get("established");
            established.is_some_and(|date| text(date) < text(before))
        })
}

/// [F2] The first reason that applies.
fn excluded<'g>(given: &'g Given, task: &'g Value, row: &Value) -> Option<&'g str> {
    reasons(given, task)
        .into_iter()
        .find(|(_, limit)| match limit {
            None => is_exempt(task, row),
            Some((limit, of_task)) => reached(given, task, row, limit, *of_task),
        })
        .map(|(reason, _)| reason)
}

/// A reason: its name, and the limit with whether it belongs to the task. `None` for `exempt`.
type Reason<'g> = (&'g str, Option<(&'g Value, bool)>);

/// [F2] All reasons of a task, in order.
pub(super) fn reasons<'g>(given: &'g Given, task: &'g Value) -> Vec<Reason<'g>> {
    let limits = |of: &'g Value, own: bool| {
        let limits = list(&of["limits"]).iter();
        limits.map(move |limit| (text(&limit["id"]), Some((limit, own))))
    };
    let exempt = [("exempt", None)].into_iter();
    exempt
        .chain(limits(&given.plan, false))
        .chain(limits(task, true))
        .collect()
}

fn is_exempt(task: &Value, row: &Value) -> bool {
    row.get("exempt").is_some()
        && row
            .get("exempt_from")
            .is_none_or(|from| list(from).contains(&task["id"]))
}

fn reached(given: &Given, task: &Value, row: &Value, limit: &Value, own: bool) -> bool {
    let class = row.get("class").or_else(|| task["risk"].get("unrated_as"));
    let applies = |classes: &Value| class.is_some_and(|class| list(classes).contains(class));
    if !limit.get("classes").is_none_or(applies) {
        return false;
    }
    let year = number(&given.plan["year"]).unwrap_or(0);
    let (first, last) = (format!("{year}-01-01"), format!("{year}-12-31"));
    let first = limit.get("from").map_or(first.as_str(), text);
    let visits = given.history.iter().filter(|visit| {
        let date = text(&visit["date"]);
        let shares = |by: &Value| list(by).iter().any(|by| list(&visit["by"]).contains(by));
        visit["entity"] == row["id"]
            && visit.get("kind").is_none()
            && first <= date
            && date <= last.as_str()
            && limit
                .get("by")
                .is_none_or(|by| visit.get("by").is_none() || shares(by))
            && (!own || visit["task"] == task["id"])
    });
    let dates: BTreeSet<&str> = visits.map(|visit| text(&visit["date"])).collect();
    number(&limit["visits"]).is_some_and(|visits| dates.len() as u64 >= visits)
}

/// [F3]
pub(super) fn stratum<'g>(task: &'g Value, row: &'g Value) -> &'g str {
    let Some(risk) = task.get("risk") else {
        return "all";
    };
    row.get("class")
        .map_or_else(|| text(&risk["unrated_as"]), text)
}
