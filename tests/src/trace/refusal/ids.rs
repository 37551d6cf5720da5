//! Ids [C4].

use std::collections::BTreeMap;

use serde_json::Value;

use super::{list, text};
use crate::Small;

/// [C4]
pub(in crate::trace) fn is_id(id: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/()".contains(&byte);
    (1..=64).contains(&id.len())
        && id.bytes().all(inner)
        && id.starts_with(|first: char| first.is_ascii_alphanumeric())
}

/// [C4] The form of every id.
pub(super) fn forms(case: &Small) -> bool {
    kinds(case).into_iter().flatten().all(is_id)
}

/// [C4] No two ids of a kind differ only in letter case.
pub(super) fn letter_case(case: &Small) -> bool {
    kinds(case).into_iter().all(|ids| {
        let mut seen = BTreeMap::new();
        ids.into_iter()
            .all(|id| *seen.entry(id.to_ascii_lowercase()).or_insert(id) == id)
    })
}

/// All ids: entities, inspectors, tasks, coordination groups, classes, limits.
fn kinds(case: &Small) -> [Vec<&str>; 6] {
    let tasks = list(&case.plan["tasks"]);
    let entities = [
        one(&case.registry, "id"),
        one(&case.history, "entity"),
        many(&case.roster, "recuse"),
    ];
    let inspectors = [one(&case.roster, "id"), many(&case.history, "inspectors")];
    let of_tasks = [
        one(tasks, "id"),
        one(&case.history, "task"),
        many(&case.registry, "exempt_from"),
    ];
    let limits = tasks.iter().chain([&case.plan]);
    let limits: Vec<&Value> = limits.flat_map(|of| list(&of["limits"])).collect();
    let named = limits.iter().flat_map(|limit| list(&limit["classes"]));
    let risk = tasks.iter().map(|task| &task["risk"]);
    let classes = [
        one(list(&case.plan["classes"]), "id"),
        one(&case.registry, "class"),
        named.map(text).collect(),
        risk.flat_map(classes_of).collect(),
    ];
    [
        entities.concat(),
        inspectors.concat(),
        of_tasks.concat(),
        one(tasks, "coordination"),
        classes.concat(),
        limits.iter().map(|limit| text(&limit["id"])).collect(),
    ]
}

/// [I2] The classes that `risk` names.
pub(super) fn classes_of(risk: &Value) -> Vec<&str> {
    let maps = ["minimum", "maximum", "weights"].into_iter();
    let keys = maps.filter_map(|map| risk[map].as_object());
    let keys = keys.flat_map(|map| map.keys().map(String::as_str));
    keys.chain(risk.get("unrated_as").map(text)).collect()
}

fn one<'v>(rows: &'v [Value], field: &str) -> Vec<&'v str> {
    rows.iter()
        .filter_map(|row| row.get(field))
        .map(text)
        .collect()
}

fn many<'v>(rows: &'v [Value], field: &str) -> Vec<&'v str> {
    rows.iter()
        .flat_map(|row| list(&row[field]))
        .map(text)
        .collect()
}
