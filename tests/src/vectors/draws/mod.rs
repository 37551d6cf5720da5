//! Whole draws, with every step.

mod edge;
mod ordinary;
mod settings;
mod tables;
mod traps;
mod unlucky;

use serde_json::{Value, json};

use super::{Document, Documents, Vector, documents, run};
use crate::Small;
use crate::trace::{Walk, jcs, walk};
pub(super) use ordinary::office;

/// The definition of a draw.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    name: &'static str,
    /// What is special in it, in one sentence.
    about: &'static str,
    rules: &'static [&'static str],
    pub(super) case: Small,
    /// Documents that are written in another way than the case's.
    written: Documents,
}

/// All of them.
pub(super) fn all() -> Vec<Draw> {
    [
        ordinary::all(),
        settings::all(),
        tables::all(),
        edge::all(),
        unlucky::all(),
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
            written: Documents::new(),
        }
    }

    /// With a document in place of the case's of that name, or of its other form.
    fn written(mut self, name: &str, document: Document) -> Self {
        self.written.insert(name.to_owned(), document);
        self
    }

    pub(super) fn documents(&self) -> Documents {
        let mut documents = documents::of_case(&self.case);
        for (name, document) in &self.written {
            if let Some((table, _)) = name.split_once(".csv") {
                documents.remove(&format!("{table}.jsonl"));
            }
            documents.insert(name.clone(), document.clone());
        }
        documents
    }

    /// The vector, of which the walk and the library must agree.
    pub(super) fn vector(&self) -> Vector {
        let (documents, walk) = (self.documents(), walk(&self.case));
        self.assert_drawn(&documents, &walk);
        let hash = match self.case.ceremony["hash"].as_str() {
            Some("sm3") => suiji::Hash::Sm3,
            _ => suiji::Hash::Sha256,
        };
        let digest = |value: &Value| hash.digest(jcs(value).as_bytes()).to_string();
        let expected = json!({
            "commitment": walk.commitment, "commitment_jcs": jcs(&walk.commitment),
            "commitment_digest": digest(&walk.commitment),
            "record": walk.record, "record_digest": digest(&walk.record), "public": walk.public});
        Vector {
            path: format!("draws/{}.json", self.name),
            content: json!({
                "vector": "draw", "name": self.name, "about": self.about, "rules": self.rules,
                "documents": documents::json(&documents), "expected": expected, "steps": walk.steps}),
        }
    }

    fn assert_drawn(&self, documents: &Documents, walk: &Walk) {
        let (sealed, record) =
            run::draw(documents).unwrap_or_else(|error| unreachable!("{}: {error}", self.name));
        let utf8 = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
        assert_eq!(
            utf8(sealed.commitment().canonical()),
            jcs(&walk.commitment),
            "{}",
            self.name
        );
        assert_eq!(utf8(record.canonical()), jcs(&walk.record), "{}", self.name);
    }
}

fn firm(id: &str, class: &str) -> Value {
    json!({"id": id, "name": "样例企业", "class": class})
}

/// Firms `F01`, `F02` and so on; each pair is a class and how many are in it, "" for not rated.
fn firms(classes: &[(&str, usize)]) -> Vec<Value> {
    let classes = classes
        .iter()
        .flat_map(|&(class, count)| vec![class; count]);
    let firms = (1..).zip(classes).map(|(number, class)| {
        let mut firm = firm(&format!("F{number:02}"), class);
        if class.is_empty() {
            firm.as_object_mut().map(|row| row.remove("class"));
        }
        firm
    });
    firms.collect()
}

fn officer(id: &str, department: &str) -> Value {
    json!({"id": id, "name": "样例人员", "department": department})
}

/// Officers of a department: `id` and a number.
fn officers(department: &str, id: &str, count: usize) -> Vec<Value> {
    (1..=count)
        .map(|number| officer(&format!("{id}{number}"), department))
        .collect()
}

fn visit(entity: &str, task: &str, date: &str) -> Value {
    json!({"entity": entity, "task": task, "date": date})
}

/// An object with more fields, or others.
fn with(mut object: Value, fields: Value) -> Value {
    if let (Value::Object(object), Value::Object(fields)) = (&mut object, fields) {
        object.extend(fields);
    }
    object
}

fn task(id: &str, fields: Value) -> Value {
    with(json!({"id": id, "name": "抽查"}), fields)
}

/// A case of one task over these firms.
fn of_task(fields: Value, registry: Vec<Value>) -> Small {
    let mut case = Small::plain();
    case.plan["tasks"] = json!([task("J1", fields)]);
    case.registry = registry;
    case
}

/// The throws of the one live source.
fn thrown(mut case: Small, throws: &str) -> Small {
    case.contributions = json!([{"kind": "live", "value": throws}]);
    case
}
