//! Who may be drawn, in which stratum, and who not and why [F1–F3].

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Given, list, number, text};

/// The rows of a task's frame, each with its stratum, and the excluded, each with its reason; both by id.
pub(super) struct Framed<'g> {
    pub(super) rows: Vec<(&'g Value, &'g str)>,
    pub(super) excluded: Vec<(&'g str, &'static str)>,
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
        match excluded(given, task, text(&row["id"])) {
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
fn excluded(given: &Given, task: &Value, id: &str) -> Option<&'static str> {
    let dates = |of_task: Option<&str>| {
        let visits = given.history.iter().filter(|visit| {
            let year = text(&visit["date"])
                .get(..4)
                .and_then(|year| year.parse().ok());
            visit.get("kind").is_none()
                && visit["entity"] == id
                && year == number(&given.plan["year"])
                && of_task.is_none_or(|task| visit["task"] == task)
        });
        let dates: BTreeSet<&str> = visits.map(|visit| text(&visit["date"])).collect();
        dates.len() as u64
    };
    let reached = |cap: &Value, of_task| number(cap).is_some_and(|cap| dates(of_task) >= cap);
    if reached(&given.plan["annual_cap"], None) {
        Some("annual_cap")
    } else if reached(&task["per_year"], Some(text(&task["id"]))) {
        Some("per_year")
    } else {
        None
    }
}

/// [F3]
pub(super) fn stratum<'g>(task: &'g Value, row: &'g Value) -> &'g str {
    let Some(risk) = task.get("risk") else {
        return "all";
    };
    row.get("class")
        .map_or_else(|| text(&risk["unrated_as"]), text)
}
