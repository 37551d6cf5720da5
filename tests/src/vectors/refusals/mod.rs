//! What must be refused: one vector for each error code that a document can cause, and more where readers are
//! likely to let something pass.

mod ceremony;
mod json;
mod later;
mod limits;
mod plan;
mod tables;
mod values;

use serde_json::{Value, json};

use super::documents::Part;
use super::{Document, Documents, Vector, documents};
use crate::Small;

/// Codes that no vector has, with the reason.
pub const WITHOUT: [(&str, &str); 7] = [
    ("limit.rows", "more than 2^32 rows do not fit a test"),
    ("table.read", "a reader fails, whatever the document is"),
    (
        "table.column-length",
        "a fault of arrays in memory, which are no documents",
    ),
    (
        "table.column-not-utf8",
        "a fault of arrays in memory, which are no documents",
    ),
    (
        "table.column-broken",
        "a fault of arrays in memory, which are no documents",
    ),
    ("cancelled", "the caller's wish, whatever the documents are"),
    ("warning.", "a warning refuses nothing"),
];

/// The definition of a refusal.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    /// What is done with the documents: see the README of the vectors.
    run: &'static str,
    documents: Documents,
    code: &'static str,
    /// Where, as `document row N path`.
    place: &'static str,
    /// Of whom a receipt is asked for.
    entity: Option<&'static str>,
}

/// All of them.
pub(super) fn all() -> Vec<Refusal> {
    [
        json::all(),
        limits::all(),
        values::all(),
        plan::all(),
        tables::all(),
        ceremony::all(),
        later::all(),
    ]
    .concat()
}

impl Refusal {
    fn new(
        name: &'static str,
        about: &'static str,
        rules: &'static [&'static str],
        (code, place): (&'static str, &'static str),
        documents: Documents,
    ) -> Self {
        Self {
            name,
            about,
            rules,
            run: "draw",
            documents,
            code,
            place,
            entity: None,
        }
    }

    fn run(mut self, run: &'static str) -> Self {
        self.run = run;
        self
    }

    /// A document in place of the right one.
    fn written(mut self, name: &str, document: Document) -> Self {
        if let Some((table, _)) = name.split_once(".csv") {
            self.documents.remove(&format!("{table}.jsonl"));
        }
        self.documents.insert(name.to_owned(), document);
        self
    }

    pub(super) fn vector(&self) -> Vector {
        let kind = self.place.split(' ').next().unwrap_or_default();
        let mut content = json!({
            "vector": "refusal", "name": self.name, "about": self.about, "rules": self.rules, "run": self.run,
            "documents": documents::json(&self.documents),
            "expected": {"code": self.code, "kind": kind, "place": self.place}});
        if let Some(entity) = self.entity {
            content["entity"] = json!(entity);
        }
        Vector {
            path: format!("refusals/{}.json", self.name),
            content,
        }
    }
}

/// The documents of the right case with a change.
fn changed(mut case: Small, change: impl FnOnce(&mut Small)) -> Documents {
    change(&mut case);
    documents::of_case(&case)
}

/// The right documents, of which one is replaced afterwards.
fn right() -> Documents {
    documents::of_case(&Small::plain())
}

/// An object with more fields, or others.
fn extend(object: &mut Value, fields: Value) {
    if let (Value::Object(object), Value::Object(fields)) = (object, fields) {
        object.extend(fields);
    }
}

/// The plan of the right case as text, to be spoilt.
const PLAN: &str = r#"{"title":"样例计划","authority":"样例县工信局","year":2024,"tasks":[{"id":"J1","name":"抽查","quota":{"count":2}}]}"#;

/// A document made of parts in place of the right one.
fn parts(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    right_is: (&'static str, &'static str),
    (document, parts): (&str, Vec<Part>),
) -> Refusal {
    Refusal::new(name, about, rules, right_is, right()).written(document, Document::Parts(parts))
}

fn text(text: &str) -> Part {
    Part::Text(text.to_owned())
}
