//! Complete draws, with every step.

mod edge;
mod limits;
mod ordinary;
mod rare;
mod settings;
mod tables;
mod together;
mod traps;

use serde_json::{Value, json};

use super::{Document, Documents, Vector, documents, run};
use crate::trace::{Trace, jcs, trace};
use crate::{Small, thrown};
pub(super) use ordinary::office;

/// The definition of a draw.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    name: &'static str,
    /// The purpose of the test, in one sentence.
    about: &'static str,
    rules: &'static [&'static str],
    pub(super) case: Small,
    /// Documents that replace those of the case: the same content in another notation.
    replaced: Documents,
}

/// All draws.
pub(super) fn all() -> Vec<Draw> {
    [
        ordinary::all(),
        settings::all(),
        limits::all(),
        together::all(),
        tables::all(),
        edge::all(),
        rare::all(),
        traps::all(),
    ]
    .concat()
}

impl Draw {
    fn new(
        name: &'static str,
        about: &'static str,
        rules: &'static [&'static str],
        case: Small,
    ) -> Self {
        Self {
            name,
            about,
            rules,
            case,
            replaced: Documents::new(),
        }
    }

    /// Replaces a document of the case. A `.csv` table replaces the `.jsonl` table of the same name.
    fn with_document(mut self, name: &str, document: Document) -> Self {
        self.replaced.insert(name.to_owned(), document);
        self
    }

    pub(super) fn documents(&self) -> Documents {
        let mut documents = documents::of_case(&self.case);
        for (name, document) in &self.replaced {
            if let Some((table, _)) = name.split_once(".csv") {
                documents.remove(&format!("{table}.jsonl"));
            }
            documents.insert(name.clone(), document.clone());
        }
        documents
    }

    /// The vector. Panics if the trace and the library give different results.
    pub(super) fn vector(&self) -> Vector {
        let (documents, trace) = (self.documents(), trace(&self.case));
        self.assert_library_agrees(&documents, &trace);
        let hash = match self.case.ceremony["hash"].as_str() {
            Some("sm3") => suiji::Hash::Sm3,
            _ => suiji::Hash::Sha256,
        };
        let digest = |value: &Value| hash.digest(jcs(value).as_bytes()).to_string();
        let expected = json!({
            "commitment": trace.commitment, "commitment_jcs": jcs(&trace.commitment),
            "commitment_digest": digest(&trace.commitment),
            "record": trace.record, "record_digest": digest(&trace.record), "public": trace.public});
        Vector {
            path: format!("draws/{}.json", self.name),
            content: json!({
                "vector": "draw", "name": self.name, "about": self.about, "rules": self.rules,
                "documents": documents::json(&documents), "expected": expected, "steps": trace.steps}),
        }
    }

    fn assert_library_agrees(&self, documents: &Documents, trace: &Trace) {
        let (sealed, record) =
            run::draw(documents).unwrap_or_else(|error| unreachable!("{}: {error}", self.name));
        let utf8 = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
        assert_eq!(
            utf8(sealed.commitment().canonical()),
            jcs(&trace.commitment),
            "{}",
            self.name
        );
        assert_eq!(
            utf8(record.canonical()),
            jcs(&trace.record),
            "{}",
            self.name
        );
    }
}

fn entity(id: &str, class: &str) -> Value {
    json!({"id": id, "name": "样例企业", "class": class})
}

/// Entities `F01`, `F02` and so on. Each pair is a class and the number of entities in it. The class "" means unrated.
pub(super) fn entities(classes: &[(&str, usize)]) -> Vec<Value> {
    let classes = classes
        .iter()
        .flat_map(|&(class, count)| vec![class; count]);
    let entities = (1..).zip(classes).map(|(number, class)| {
        let mut entity = entity(&format!("F{number:02}"), class);
        if class.is_empty() {
            entity.as_object_mut().map(|row| row.remove("class"));
        }
        entity
    });
    entities.collect()
}

fn inspector(id: &str, department: &str) -> Value {
    json!({"id": id, "name": "样例人员", "department": department})
}

/// Inspectors of a department. Their ids are `id` and a number.
pub(super) fn inspectors(department: &str, id: &str, count: usize) -> Vec<Value> {
    (1..=count)
        .map(|number| inspector(&format!("{id}{number}"), department))
        .collect()
}

fn visit(entity: &str, task: &str, date: &str) -> Value {
    json!({"entity": entity, "task": task, "date": date})
}

/// The object with these fields added or replaced.
fn with(mut object: Value, fields: Value) -> Value {
    if let (Value::Object(object), Value::Object(fields)) = (&mut object, fields) {
        object.extend(fields);
    }
    object
}

pub(super) fn task(id: &str, fields: Value) -> Value {
    with(json!({"id": id, "name": "抽查"}), fields)
}

/// A case with one task and this registry.
pub(super) fn of_task(fields: Value, registry: Vec<Value>) -> Small {
    let mut case = Small::plain();
    case.plan["tasks"] = json!([task("J1", fields)]);
    case.registry = registry;
    case
}

/// The case with these throws. Its only source is a die.
fn with_live_value(mut case: Small, value: &str) -> Small {
    case.contributions = json!([thrown(value)]);
    case
}

/// A limit with that id and number of visits.
fn limit(id: &str, visits: u64) -> Value {
    json!({"id": id, "visits": visits})
}
