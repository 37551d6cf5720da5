//! What happens after a draw: requests, and the amendments that are made from them, with every step [M1–M5].

mod changed;
mod refused;
mod stories;

use serde_json::{Value, json};

use super::{Document, Vector, documents, run};
use crate::Small;
use crate::trace::{amend, jcs, trace};

/// A draw and the requests after it.
#[derive(Clone, Debug)]
struct Story {
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    case: Small,
    requests: Vec<Value>,
    /// Requests that are refused after these.
    refused: Vec<Refused>,
    /// Documents that must be refused, in place of the one that is made from these requests.
    changed: Vec<Changed>,
}

/// A request that is refused.
#[derive(Clone, Debug)]
struct Refused {
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    request: Value,
    code: &'static str,
}

/// A change to the document of amendments. Nothing can be added to it afterwards.
#[derive(Clone, Debug)]
struct Changed {
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    patch: Value,
    code: &'static str,
}

/// All files.
pub(super) fn all() -> Vec<Vector> {
    let mut all = stories::all();
    all.push(refused::story());
    all.push(changed::story());
    all.iter().map(Story::vector).collect()
}

impl Story {
    fn new(
        name: &'static str,
        about: &'static str,
        rules: &'static [&'static str],
        case: Small,
        requests: Vec<Value>,
    ) -> Self {
        Self {
            name,
            about,
            rules,
            case,
            requests,
            refused: Vec::new(),
            changed: Vec::new(),
        }
    }

    /// The vector. Panics if the trace refuses a request that must be carried out, or the reverse, or if the library
    /// gives another result.
    fn vector(&self) -> Vector {
        let amended = amend(&self.case, &self.requests);
        assert_eq!(amended.refused, None, "{}", self.name);
        let mut documents = documents::of_case(&self.case);
        let requests = Document::Json(json!(self.requests));
        documents.insert("requests.json".to_owned(), requests);
        let made = run::amend(&documents, None, &json!(self.requests));
        let made = made.unwrap_or_else(|error| unreachable!("{}: {error}", self.name));
        let made: Value = serde_json::from_str(&made.to_json()).unwrap_or_default();
        assert_eq!(jcs(&made), jcs(&amended.document), "{}", self.name);
        let refused = self.refused.iter().map(|refused| {
            let requests = [&self.requests[..], core::slice::from_ref(&refused.request)].concat();
            let rule = amend(&self.case, &requests).refused;
            assert!(rule.is_some(), "{}: {}", self.name, refused.name);
            refused.json()
        });
        let (refused, changed) = (refused.collect(), self.changed.iter().map(Changed::json));
        let mut content = json!({
            "vector": "amendments", "name": self.name, "about": self.about, "rules": self.rules,
            "documents": documents::json(&documents), "record": trace(&self.case).record,
            "expected": {"amendments": amended.document, "amendments_jcs": jcs(&amended.document)},
            "steps": amended.steps});
        put(&mut content, "refused", refused);
        put(&mut content, "changed", changed.collect());
        Vector {
            path: format!("amendments/{}.json", self.name),
            content,
        }
    }
}

impl Refused {
    fn json(&self) -> Value {
        json!({
            "name": self.name, "about": self.about, "rules": self.rules, "request": self.request,
            "code": self.code})
    }
}

impl Changed {
    fn json(&self) -> Value {
        json!({
            "name": self.name, "about": self.about, "rules": self.rules, "patch": self.patch,
            "code": self.code})
    }
}

fn put(content: &mut Value, field: &str, cases: Vec<Value>) {
    if !cases.is_empty() {
        content[field] = cases.into();
    }
}

/// A request on this day of September, at nine.
fn request(day: u64, reason: &str, fields: Value) -> Value {
    let mut request = json!({
        "at": format!("2024-09-{day:02}T09:00:00+08:00"), "approved_by": "样例分管负责人", "reason": reason});
    if let (Value::Object(request), Value::Object(fields)) = (&mut request, fields) {
        request.extend(fields);
    }
    request
}

fn away(day: u64, inspectors: &[&str]) -> Value {
    request(
        day,
        "临时调离",
        json!({"kind": "away", "inspectors": inspectors}),
    )
}

fn back(day: u64, inspectors: &[&str]) -> Value {
    request(
        day,
        "已返岗",
        json!({"kind": "back", "inspectors": inspectors}),
    )
}

/// The seats that leave their inspectors: task, entity, number.
fn substitute(day: u64, seats: &[(&str, &str, u64)]) -> Value {
    let seats = seats
        .iter()
        .map(|(task, entity, seat)| json!({"task": task, "entity": entity, "seat": seat}));
    request(
        day,
        "因病不能参加",
        json!({"kind": "substitute", "seats": seats.collect::<Vec<_>>()}),
    )
}

fn reserve(day: u64, task: &str, entity: &str) -> Value {
    request(
        day,
        "企业已注销",
        json!({"kind": "reserve", "task": task, "entity": entity}),
    )
}

fn by_hand(day: u64, (task, entity, seat): (&str, &str, u64), inspector: &str) -> Value {
    request(
        day,
        "无人可替，指定人员",
        json!({"kind": "by_hand", "task": task, "entity": entity, "seat": seat, "inspector": inspector}),
    )
}

/// The selected entities of a task, or its reserves, from the record of a case.
fn ids(case: &Small, task: usize, list: &str) -> Vec<String> {
    let record = trace(case).record;
    let rows = record["draws"][task][list].as_array();
    let rows = rows.into_iter().flatten();
    rows.filter_map(|row| row["id"].as_str().map(str::to_owned))
        .collect()
}
