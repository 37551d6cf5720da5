//! Documents that must be refused. Each error code that a document can cause has a vector. There are more for mistakes
//! that readers are likely to accept.

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

/// Codes without a vector, with the reason.
pub const WITHOUT: [(&str, &str); 21] = [
    (
        "contributions.beacon-",
        "what a server of drand publishes is no document of the draw, and is tested in `bad_input`",
    ),
    (
        "results.",
        "no draw depends on results, which are tested in `results`",
    ),
    (
        "table.json-array",
        "a fault of a whole file, tested in `found`",
    ),
    (
        "table.empty-file",
        "a fault of a whole file, tested in `found`",
    ),
    (
        "amendments.record-teams",
        "a record that contradicts itself, which verification finds first",
    ),
    ("limit.rows", "more than 2^32 rows do not fit a test"),
    ("limit.framed", "a limit of cost, tested in `bad_input`"),
    ("limit.drawn", "a limit of cost, tested in `bad_input`"),
    ("limit.seated", "a limit of cost, tested in `bad_input`"),
    ("limit.commitment", "a limit of cost, tested in `bad_input`"),
    (
        "limit.contributions",
        "a limit of cost, tested in `bad_input`",
    ),
    ("limit.record", "a limit of size, tested in `bad_input`"),
    ("table.read", "an I/O error, independent of the document"),
    (
        "table.column-length",
        "a fault of arrays in memory, not of a document",
    ),
    (
        "table.column-not-utf8",
        "a fault of arrays in memory, not of a document",
    ),
    (
        "table.column-broken",
        "a fault of arrays in memory, not of a document",
    ),
    (
        "cancelled",
        "the caller cancels, independent of the documents",
    ),
    (
        "receipt.id-case",
        "a fault of an id that the caller gives, not of a document",
    ),
    (
        "receipt.inspector",
        "a fault of an id that the caller gives, not of a document",
    ),
    (
        "sealed.row-",
        "a difference from inputs in memory, not a fault of a document",
    ),
    ("warning.", "a warning does not refuse anything"),
];

/// The definition of a refusal.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    /// What to do with the documents: see the README of the vectors.
    run: &'static str,
    documents: Documents,
    code: &'static str,
    /// The place of the fault, as `document row N path`.
    place: &'static str,
    /// The entity whose receipt is requested.
    entity: Option<&'static str>,
}

/// All refusals.
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

    /// Replaces a document. A `.csv` table replaces the `.jsonl` table of the same name.
    fn with_document(mut self, name: &str, document: Document) -> Self {
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

/// The documents of a case after a change.
fn changed(mut case: Small, change: impl FnOnce(&mut Small)) -> Documents {
    change(&mut case);
    documents::of_case(&case)
}

/// The documents of the valid case. One of them is replaced.
fn valid() -> Documents {
    documents::of_case(&Small::plain())
}

/// Adds or replaces fields of an object.
fn extend(object: &mut Value, fields: Value) {
    if let (Value::Object(object), Value::Object(fields)) = (object, fields) {
        object.extend(fields);
    }
}

/// The plan of the valid case as text.
const PLAN: &str = r#"{"title":"样例计划","authority":"样例县工信局","year":2024,"tasks":[{"id":"J1","name":"抽查","quota":{"count":2}}]}"#;

/// The valid documents. One of them is replaced with these parts.
fn parts(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    expected: (&'static str, &'static str),
    (document, parts): (&str, Vec<Part>),
) -> Refusal {
    Refusal::new(name, about, rules, expected, valid())
        .with_document(document, Document::Parts(parts))
}

fn text(text: &str) -> Part {
    Part::Text(text.to_owned())
}
