//! Documents that differ from a right one in one place: changed, removed, doubled, swapped, added.

use serde_json::{Value, json};

/// A document with one change, and what was done where.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// Where, as a JSON pointer.
    pub pointer: String,
    /// What.
    pub change: &'static str,
    /// The document.
    pub document: Value,
}

/// Every change of every field and element of a document, one at a time, in a fixed order.
pub fn mutants(document: &Value) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    walk(document, &mut String::new(), document, &mut mutants);
    mutants
}

fn walk(whole: &Value, pointer: &mut String, here: &Value, mutants: &mut Vec<Mutant>) {
    let mut push = |change: &'static str, new: Value| {
        let mut document = whole.clone();
        if let Some(place) = document.pointer_mut(pointer) {
            *place = new;
            if document != *whole {
                mutants.push(Mutant {
                    pointer: pointer.clone(),
                    change,
                    document,
                });
            }
        }
    };
    match here {
        Value::Object(fields) => {
            for (change, new) in objects(fields) {
                push(change, new);
            }
        }
        Value::Array(items) => {
            for (change, new) in arrays(items) {
                push(change, new);
            }
        }
        Value::String(text) => {
            for new in strings(text) {
                push("changed", json!(new));
            }
        }
        Value::Number(number) => {
            let number = number.as_i64().unwrap_or(0);
            for new in [number + 1, number - 1, 0] {
                push("changed", json!(new));
            }
        }
        Value::Bool(flag) => push("changed", json!(!flag)),
        Value::Null => {}
    }
    let length = pointer.len();
    match here {
        Value::Object(fields) => {
            for (key, value) in fields {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                walk(whole, pointer, value, mutants);
                pointer.truncate(length);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                walk(whole, pointer, value, mutants);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

type Changes = Vec<(&'static str, Value)>;

/// Each field removed, each pair of neighbours of one type swapped, one field added.
fn objects(fields: &serde_json::Map<String, Value>) -> Changes {
    let mut changes = Vec::new();
    let keys: Vec<&String> = fields.keys().collect();
    for key in &keys {
        let mut less = fields.clone();
        less.remove(*key);
        changes.push(("a field removed", Value::Object(less)));
    }
    for (at, first) in keys.iter().enumerate() {
        for second in &keys[at + 1..] {
            let (one, other) = (&fields[*first], &fields[*second]);
            if core::mem::discriminant(one) == core::mem::discriminant(other) {
                let mut swapped = fields.clone();
                swapped.insert((*first).clone(), other.clone());
                swapped.insert((*second).clone(), one.clone());
                changes.push(("fields swapped", Value::Object(swapped)));
            }
        }
    }
    let mut more = fields.clone();
    more.insert("x".to_owned(), json!("x"));
    changes.push(("a field added", Value::Object(more)));
    changes
}

/// Each element removed, doubled, swapped with the next; the first with the last; all of them gone.
fn arrays(items: &[Value]) -> Changes {
    let mut changes = vec![("emptied", json!([]))];
    for (at, item) in items.iter().enumerate() {
        let mut less = items.to_vec();
        less.remove(at);
        changes.push(("an element removed", json!(less)));
        let mut double = items.to_vec();
        double.insert(at, item.clone());
        changes.push(("an element doubled", json!(double)));
        let other = if at + 1 < items.len() { at + 1 } else { 0 };
        let mut swapped = items.to_vec();
        swapped.swap(at, other);
        changes.push(("elements swapped", json!(swapped)));
    }
    changes
}

/// The first and the last character changed within their kind, one taken away, one added.
fn strings(text: &str) -> Vec<String> {
    let other = |c: char| match c {
        '0'..='8' => char::from_u32(u32::from(c) + 1).unwrap_or('0'),
        '9' => '0',
        'a'..='e' | 'A'..='Y' | 'g'..='y' => char::from_u32(u32::from(c) + 1).unwrap_or('a'),
        'f' | 'z' => 'a',
        'Z' => 'A',
        _ => '变',
    };
    let characters: Vec<char> = text.chars().collect();
    let (Some(first), Some(last)) = (characters.first(), characters.last()) else {
        return vec!["x".to_owned()];
    };
    let inner: String = characters[1..].iter().collect();
    let without_last: String = characters[..characters.len() - 1].iter().collect();
    vec![
        format!("{}{inner}", other(*first)),
        format!("{without_last}{}", other(*last)),
        without_last.clone(),
        format!("{text}{last}"),
    ]
}
