//! What readers leave out and sort [C2c, I5, I6].

use serde_json::{Value, json};
use suiji::Hash;

use super::text;

/// [C1] The hash suite of a ceremony. It may be left out.
pub(super) fn hash(ceremony: &Value) -> Hash {
    match ceremony.get("hash").map(text) {
        Some("sm3") => Hash::Sm3,
        _ => Hash::Sha256,
    }
}

/// The plan without empty fields and written-out defaults.
pub(super) fn plan(plan: &Value) -> Value {
    let mut plan = without_empty(plan);
    for task in items(&mut plan["tasks"]) {
        drop_default(task, "reserves", &json!(0));
        if let Some(team) = task.get_mut("team") {
            drop_default(team, "lead_required", &json!(false));
            for seat in items(&mut team["seats"]) {
                drop_default(seat, "expert", &json!(false));
            }
        }
    }
    drop_default(&mut plan, "classes", &default_classes());
    plan
}

/// [I1]
pub(super) fn default_classes() -> Value {
    json!([
        {"id": "high", "name": "高风险"}, {"id": "elevated", "name": "较高风险"},
        {"id": "general", "name": "一般风险"}, {"id": "low", "name": "低风险"}])
}

pub(super) fn registry(rows: &[Value]) -> Vec<Value> {
    let rows = rows.iter().map(|row| {
        let mut row = without_empty(row);
        drop_default(&mut row, "status", &json!("active"));
        sort_set(&mut row, "categories");
        sort_set(&mut row, "exempt_from");
        row
    });
    sorted_by(rows.collect(), |row| vec![text(&row["id"]).to_owned()])
}

pub(super) fn roster(rows: &[Value]) -> Vec<Value> {
    let rows = rows.iter().map(|row| {
        let mut row = without_empty(row);
        drop_default(&mut row, "lead", &json!(false));
        drop_default(&mut row, "expert", &json!(false));
        drop_default(&mut row, "load", &json!(0));
        sort_set(&mut row, "skills");
        sort_set(&mut row, "recuse");
        row
    });
    sorted_by(rows.collect(), |row| vec![text(&row["id"]).to_owned()])
}

pub(super) fn history(rows: &[Value]) -> Vec<Value> {
    let rows = rows.iter().map(|row| {
        let mut row = without_empty(row);
        drop_default(&mut row, "kind", &json!("planned"));
        sort_set(&mut row, "by");
        sort_set(&mut row, "inspectors");
        row
    });
    sorted_by(rows.collect(), |row| {
        visit_key(row).map(str::to_owned).into()
    })
}

/// [I5] The order of the history, and [S2] the parts of a salt.
pub(super) fn visit_key(row: &Value) -> [&str; 4] {
    let kind = row.get("kind").map_or("planned", text);
    [
        text(&row["entity"]),
        text(&row["date"]),
        text(&row["task"]),
        kind,
    ]
}

/// Inner values are cleaned first. In a valid case, a field that must not be empty is not empty.
pub(super) fn without_empty(value: &Value) -> Value {
    let empty = |value: &Value| *value == json!([]) || *value == json!({});
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), without_empty(value)))
            .filter(|(_, value)| !empty(value))
            .collect(),
        Value::Array(items) => items.iter().map(without_empty).collect(),
        other => other.clone(),
    }
}

fn drop_default(object: &mut Value, field: &str, default: &Value) {
    if object.get(field) == Some(default)
        && let Some(fields) = object.as_object_mut()
    {
        fields.remove(field);
    }
}

fn items(value: &mut Value) -> &mut [Value] {
    value.as_array_mut().map_or(&mut [], Vec::as_mut_slice)
}

fn sort_set(row: &mut Value, field: &str) {
    if let Some(set) = row.get_mut(field) {
        items(set).sort_by(|a, b| text(a).as_bytes().cmp(text(b).as_bytes()));
    }
}

fn sorted_by(mut rows: Vec<Value>, key: impl Fn(&Value) -> Vec<String>) -> Vec<Value> {
    rows.sort_by_key(key);
    rows
}
