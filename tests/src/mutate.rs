//! Documents that differ from a right one in one place: changed, removed, doubled, swapped, added, repeated.

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
            for new in [number + 1, number - 1, 0, (1 << 53) - 1] {
                push("changed", json!(new));
            }
        }
        Value::Bool(flag) => push("changed", json!(!flag)),
        Value::Null => {}
    }
    each_child(pointer, here, &mut |pointer, value| {
        walk(whole, pointer, value, mutants);
    });
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

/// Each element removed, doubled, swapped with the next, as a whole and field by field; the first with the
/// last; one more; all of them gone.
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
        if let (Value::Object(one), Value::Object(next)) = (item, &items[other]) {
            for key in one.keys().filter(|key| next.contains_key(*key)) {
                let mut exchanged = items.to_vec();
                exchanged[at][key] = next[key].clone();
                exchanged[other][key] = one[key].clone();
                changes.push(("a field swapped with the next element's", json!(exchanged)));
            }
        }
    }
    if let Some(new) = items.last().and_then(another) {
        let mut more = items.to_vec();
        more.push(new);
        changes.push(("an element added", json!(more)));
    }
    changes
}

/// An element like the one given, but for its first text or number.
fn another(item: &Value) -> Option<Value> {
    match item {
        Value::String(text) => strings(text).first().map(|new| json!(new)),
        Value::Number(number) => number.as_i64().map(|number| json!(number + 1)),
        Value::Object(fields) => fields.iter().find_map(|(key, value)| {
            let mut new = item.clone();
            new[key] = another(value)?;
            Some(new)
        }),
        _ => None,
    }
}

/// The document as text with one key repeated, with the same value, and the place of the object: one text for
/// each field of each object.
pub fn repeated(document: &Value) -> Vec<(String, String)> {
    let mut objects = Vec::new();
    each_object(&mut String::new(), document, &mut objects);
    let mut texts = Vec::new();
    for (pointer, keys) in objects {
        for key in keys {
            // No document has such a key; where it stands the other is written again.
            const AGAIN: &str = "\u{1}";
            let mut twice = document.clone();
            if let Some(object) = twice.pointer_mut(&pointer) {
                object[AGAIN] = object[&key].clone();
            }
            let text = twice.to_string();
            let [again, key] = [json!(AGAIN), json!(key)].map(|key| key.to_string());
            texts.push((pointer.clone(), text.replacen(&again, &key, 1)));
        }
    }
    texts
}

fn each_object(pointer: &mut String, here: &Value, objects: &mut Vec<(String, Vec<String>)>) {
    if let Value::Object(fields) = here {
        objects.push((pointer.clone(), fields.keys().cloned().collect()));
    }
    each_child(pointer, here, &mut |pointer, value| {
        each_object(pointer, value, objects);
    });
}

/// Goes to each field or element, with its place.
fn each_child(pointer: &mut String, here: &Value, each: &mut impl FnMut(&mut String, &Value)) {
    let length = pointer.len();
    let mut visit = |step: String, value: &Value| {
        pointer.push('/');
        pointer.push_str(&step);
        each(pointer, value);
        pointer.truncate(length);
    };
    match here {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, value)| visit(key.replace('~', "~0").replace('/', "~1"), value)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, value)| visit(index.to_string(), value)),
        _ => {}
    }
}

/// Whether one of two places is in the other: a JSON pointer, and a path as faults and checks write it.
pub fn touch(pointer: &str, path: &str) -> bool {
    let path = path
        .trim_start_matches('$')
        .replace(['.', '['], "/")
        .replace(']', "");
    let within = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    within(pointer, &path) || within(&path, pointer)
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
