//! The documents of a vector: their form in the file, and their bytes.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::Small;
use crate::trace::sheet_digest;

/// A document in one of the four forms that are possible in a vector's file.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// A JSON document, given as a value.
    Json(Value),
    /// JSON Lines: each row as JSON, with a newline.
    Rows(Vec<Value>),
    /// This text exactly.
    Text(String),
    /// The parts in sequence.
    Parts(Vec<Part>),
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// This text.
    Text(String),
    /// This text, repeated.
    Repeat(String, usize),
    /// Bytes that may be invalid UTF-8.
    Bytes(Vec<u8>),
}

/// Documents by their file names.
pub type Documents = BTreeMap<String, Document>;

impl Document {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Its form in a vector's file.
    pub fn json(&self) -> Value {
        match self {
            Self::Json(value) => json!({"json": value}),
            Self::Rows(rows) => json!({"rows": rows}),
            Self::Text(text) => json!(text),
            Self::Parts(parts) => parts.iter().map(Part::json).collect(),
        }
    }

    /// Reads its form in a vector's file. `None` if it has none of the four forms.
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Array(parts) => Some(Self::Parts(
                parts.iter().map(Part::of).collect::<Option<_>>()?,
            )),
            Value::Object(fields) if fields.len() == 1 => {
                match (fields.get("json"), fields.get("rows")) {
                    (Some(value), _) => Some(Self::Json(value.clone())),
                    (_, Some(rows)) => Some(Self::Rows(rows.as_array()?.clone())),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Json(value) => value.to_string().into_bytes(),
            Self::Rows(rows) => rows
                .iter()
                .map(|row| format!("{row}\n"))
                .collect::<String>()
                .into_bytes(),
            Self::Text(text) => text.clone().into_bytes(),
            Self::Parts(parts) => parts.iter().flat_map(Part::bytes).collect(),
        }
    }
}

impl Part {
    fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Repeat(text, times) => json!({"repeat": text, "times": times}),
            Self::Bytes(bytes) => {
                json!({"hex": bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()})
            }
        }
    }

    fn of(value: &Value) -> Option<Self> {
        if let Some(text) = value.as_str() {
            return Some(Self::Text(text.to_owned()));
        }
        if let Some(hex) = value.get("hex") {
            let hex = hex.as_str()?;
            let byte = |at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
            let bytes: Option<Vec<u8>> = (0..hex.len()).step_by(2).map(byte).collect();
            return Some(Self::Bytes(bytes?));
        }
        let times = usize::try_from(value.get("times")?.as_u64()?).ok()?;
        Some(Self::Repeat(
            value.get("repeat")?.as_str()?.to_owned(),
            times,
        ))
    }

    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.clone().into_bytes(),
            Self::Repeat(text, times) => text.repeat(*times).into_bytes(),
            Self::Bytes(bytes) => bytes.clone(),
        }
    }
}

/// The six documents of a case.
pub(super) fn of_case(case: &Small) -> Documents {
    let contributions = case.contributions_of(&sheet_digest(case));
    let rows = |rows: &[Value]| Document::Rows(rows.to_vec());
    let json = |value: &Value| Document::Json(value.clone());
    [
        ("plan.json", json(&case.plan)),
        ("registry.jsonl", rows(&case.registry)),
        ("roster.jsonl", rows(&case.roster)),
        ("history.jsonl", rows(&case.history)),
        ("ceremony.json", json(&case.ceremony)),
        ("contributions.json", Document::Json(contributions)),
    ]
    .map(|(name, document)| (name.to_owned(), document))
    .into()
}

/// Their form in a vector's file.
pub(super) fn json(documents: &Documents) -> Value {
    documents
        .iter()
        .map(|(name, document)| (name.clone(), document.json()))
        .collect()
}
