//! Changes to a JSON document in the notation of RFC 6902: `replace`, `add`, `remove`.

use serde_json::{Value, json};

/// Replaces a value.
pub(super) fn replace(path: &str, value: Value) -> Value {
    json!({"op": "replace", "path": path, "value": value})
}

/// Adds a field, or an element before this index. `-` is the end.
pub(super) fn add(path: &str, value: Value) -> Value {
    json!({"op": "add", "path": path, "value": value})
}

/// Removes a field or an element.
pub(super) fn remove(path: &str) -> Value {
    json!({"op": "remove", "path": path})
}

/// The document after all changes. `None` if the path of a change does not exist.
pub fn apply(document: &Value, patch: &Value) -> Option<Value> {
    let mut document = document.clone();
    for change in patch.as_array()? {
        let (op, path) = (change["op"].as_str()?, change["path"].as_str()?);
        let value = change.get("value").cloned();
        match op {
            "replace" => *document.pointer_mut(path)? = value?,
            "add" => insert(&mut document, path, value?)?,
            "remove" => take(&mut document, path)?,
            _ => return None,
        }
    }
    Some(document)
}

fn insert(document: &mut Value, path: &str, value: Value) -> Option<()> {
    let (parent, key) = path.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => {
            let at: usize = key.parse().ok()?;
            (at <= items.len()).then(|| items.insert(at, value))?;
        }
        _ => return None,
    }
    Some(())
}

fn take(document: &mut Value, path: &str) -> Option<()> {
    let (parent, key) = path.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(fields) => fields.remove(key).map(drop),
        Value::Array(items) => {
            let at: usize = key.parse().ok()?;
            (at < items.len()).then(|| drop(items.remove(at)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_apply_in_sequence_and_unknown_paths_are_refused() {
        let document = json!({"a": [1, 2], "b": {"c": "d"}});
        let patch = json!([
            remove("/a/0"),
            add("/a/-", json!(3)),
            add("/a/0", json!(0)),
            replace("/b/c", json!("e")),
            add("/b/f", json!(true)),
            remove("/b/c")
        ]);
        assert_eq!(
            apply(&document, &patch),
            Some(json!({"a": [0, 2, 3], "b": {"f": true}}))
        );
        for wrong in [
            remove("/a/2"),
            remove("/x"),
            replace("/x", json!(1)),
            add("/a/3", json!(1)),
            add("/b/c/d", json!(1)),
        ] {
            assert_eq!(apply(&document, &json!([wrong])), None, "{wrong}");
        }
    }
}
