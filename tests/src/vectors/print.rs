//! The layout of the files. A value is on one line if it fits. Names and ids come first.

use serde_json::Value;

const WIDTH: usize = 120;

/// The keys that come first, in this order. The other keys follow in alphabetical order.
const FIRST: [&str; 64] = [
    "vector",
    "spec",
    "id",
    "task",
    "entity",
    "name",
    "title",
    "about",
    "rules",
    "run",
    "seat",
    "stratum",
    "by",
    "inspector",
    "from",
    "to",
    "kind",
    "hash",
    "sealed_at",
    "authority",
    "year",
    "record",
    "size",
    "documents",
    "steps",
    "plan_jcs",
    "plan",
    "registry",
    "roster",
    "history",
    "frame",
    "excluded",
    "allocation",
    "target",
    "minimum",
    "maximum",
    "weight",
    "short",
    "seed",
    "keys",
    "of",
    "key",
    "candidates",
    "numbers",
    "bound",
    "words",
    "rejected",
    "ranks",
    "seats",
    "orders",
    "loads_before",
    "rounds",
    "strata",
    "visits",
    "teams",
    "tasks",
    "balance",
    "public",
    "receipt",
    "patch",
    "expected",
    "commitment",
    "contributions",
    "draws",
];

/// A value as text, with a final newline.
pub fn print(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, 0, &mut text);
    text.push('\n');
    text
}

/// `used` is the width of the text before and after the value on its line.
fn write(value: &Value, indent: usize, used: usize, text: &mut String) {
    let line = on_one_line(value);
    if indent + used + line.chars().count() <= WIDTH {
        text.push_str(&line);
        return;
    }
    let inner = indent + 1;
    match value {
        Value::Object(fields) => {
            text.push('{');
            for (at, key) in sorted(fields.keys()).into_iter().enumerate() {
                start(at, inner, text);
                let key_text = quoted(key);
                text.push_str(&key_text);
                text.push_str(": ");
                write(&fields[key], inner, key_text.chars().count() + 3, text);
            }
            end(indent, '}', text);
        }
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                start(at, inner, text);
                write(item, inner, 1, text);
            }
            end(indent, ']', text);
        }
        _ => text.push_str(&line),
    }
}

fn start(at: usize, indent: usize, text: &mut String) {
    text.push_str(if at == 0 { "\n" } else { ",\n" });
    text.push_str(&" ".repeat(indent));
}

fn end(indent: usize, bracket: char, text: &mut String) {
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(bracket);
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let keys = sorted(fields.keys()).into_iter();
            let fields = keys.map(|key| format!("{}: {}", quoted(key), on_one_line(&fields[key])));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            format!(
                "[{}]",
                items.iter().map(on_one_line).collect::<Vec<_>>().join(", ")
            )
        }
        other => other.to_string(),
    }
}

fn quoted(key: &str) -> String {
    Value::from(key).to_string()
}

/// The order of keys. The order in a serde_json map depends on its features, so it is not used.
fn sorted<'k>(keys: impl Iterator<Item = &'k String>) -> Vec<&'k str> {
    let mut keys: Vec<&str> = keys.map(String::as_str).collect();
    let rank = |key: &str| {
        FIRST
            .iter()
            .position(|first| *first == key)
            .unwrap_or(FIRST.len())
    };
    keys.sort_by_key(|key| (rank(key), *key));
    keys
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn long_values_are_broken_into_lines_and_names_come_first() {
        let long = "x".repeat(100);
        let value = json!({"a": [1, {"z": "\"", "id": "A"}], "name": "n", "long": [long, 7]});
        let expected = format!(
            "{{\n \"name\": \"n\",\n \"a\": [1, {{\"id\": \"A\", \"z\": \"\\\"\"}}],\n \"long\": [\"{long}\", 7]\n}}\n"
        );
        assert_eq!(print(&value), expected);
        assert_eq!(print(&json!([])), "[]\n");
        let parsed: Value = serde_json::from_str(&print(&value)).unwrap_or_default();
        assert_eq!(parsed, value);
    }
}
