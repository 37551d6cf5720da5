//! Runs every file of `tests/vectors` through the public API of the library.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod accumulated;
mod amendments;
mod draws;
mod files;
mod receipts;
mod refusals;
mod tampered;
mod trace;
mod uniform;

use std::fs;

use serde_json::Value;
use suiji_conformance::vectors::{Document, Documents, files, folder};

/// A vector as another implementation reads it: from its file, not from its definition.
pub(crate) struct File {
    path: String,
    content: Value,
}

impl File {
    fn all() -> Vec<Self> {
        let read = |path: String| {
            let bytes = fs::read(folder().join(&path)).unwrap();
            let content = serde_json::from_slice(&bytes).unwrap();
            Self { path, content }
        };
        files().into_iter().map(read).collect()
    }

    /// All files of one kind.
    fn of(kind: &str) -> Vec<Self> {
        let mut files = Self::all();
        files.retain(|file| file.content["vector"] == kind);
        files
    }

    fn named(path: &str) -> Self {
        Self::all()
            .into_iter()
            .find(|file| file.path == path)
            .unwrap()
    }

    fn documents(&self) -> Documents {
        let documents = self.content["documents"].as_object().unwrap();
        let read = |(name, document): (&String, &Value)| {
            let document = Document::of(document);
            (
                name.clone(),
                document.unwrap_or_else(|| panic!("{}: {name}", self.path)),
            )
        };
        documents.iter().map(read).collect()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is not a string"))
}
