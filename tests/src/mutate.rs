//! Documents with one change: a value changed, removed, duplicated, swapped or added, or a duplicate key.

use serde_json::{Value, json};

/// A document with one change.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The place of the change, as a JSON pointer.
    pub pointer: String,
    /// The kind of change.
    pub change: &'static str,
    /// The document.
    pub document: Value,
}

/// All changes of all fields and elements of a document, one at a time, in a fixed order.
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

/// Each field removed, each pair of fields of the same type swapped, one field added.
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

/// Each element removed, duplicated, or swapped with the next (the last with the first), as a whole and field by field.
/// One element added. All elements removed.
fn arrays(items: &[Value]) -> Changes {
    let mut changes = vec![("emptied", json!([]))];
    for (at, item) in items.iter().enumerate() {
        let mut fewer = items.to_vec();
        fewer.remove(at);
        changes.push(("an element removed", json!(fewer)));
        let mut double = items.to_vec();
        double.insert(at, item.clone());
        changes.push(("an element duplicated", json!(double)));
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

/// A copy of an element with its first text or number changed.
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

/// For each field of each object, the document as text with that key duplicated. Each text has the place of the object.
pub fn duplicate_keys(document: &Value) -> Vec<(String, String)> {
    let mut objects = Vec::new();
    each_object(&mut String::new(), document, &mut objects);
    let mut texts = Vec::new();
    for (pointer, keys) in objects {
        for key in keys {
            // A placeholder that no document contains. The duplicate key replaces it.
            const PLACEHOLDER: &str = "\u{1}";
            let mut changed = document.clone();
            if let Some(object) = changed.pointer_mut(&pointer) {
                object[PLACEHOLDER] = object[&key].clone();
            }
            let text = changed.to_string();
            let [placeholder, key] = [json!(PLACEHOLDER), json!(key)].map(|key| key.to_string());
            texts.push((pointer.clone(), text.replacen(&placeholder, &key, 1)));
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

/// Calls a function for each field or element, with its place.
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

/// Whether one place contains the other. One is a JSON pointer, the other a path as in faults and checks.
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

/// The text with its first or last character changed to one of the same kind, with one removed, or with one added.
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
