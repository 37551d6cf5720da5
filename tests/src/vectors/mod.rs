//! The definitions of the test vectors in `tests/vectors`. The expected values come from `trace`.

mod accumulated;
mod amendments;
pub mod documents;
mod draws;
pub mod patch;
mod print;
mod receipts;
pub mod refusals;
pub mod run;
mod tampered;
mod uniform;

use std::fs;
use std::io;
use std::path::PathBuf;

use serde_json::Value;

pub use documents::{Document, Documents};
pub use print::print;

/// The command that writes missing vectors.
pub const COMMAND: &str = "cargo run -p suiji-conformance --bin generate";

/// A file of vectors.
#[derive(Clone, Debug)]
pub struct Vector {
    /// Its path in `tests/vectors`.
    pub path: String,
    /// Its content.
    pub content: Value,
}

/// All vectors, from their definitions.
pub fn all() -> Vec<Vector> {
    let mut all = vec![uniform::vector(), accumulated::vector()];
    all.extend(draws::all().iter().map(draws::Draw::vector));
    all.extend(amendments::all());
    all.extend(refusals::all().iter().map(refusals::Refusal::vector));
    all.extend(tampered::all());
    all.extend(receipts::all());
    all
}

/// The folder of the vectors.
pub fn folder() -> PathBuf {
    crate::root().join("vectors")
}

/// Whether the file of a vector is current.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// The file equals the definition.
    Current,
    /// The file does not exist.
    Missing,
    /// The file differs from the definition.
    Differs,
}

impl Vector {
    /// The text of the file.
    pub fn text(&self) -> String {
        print(&self.content)
    }

    /// Compares it with its file.
    pub fn status(&self) -> Status {
        match fs::read_to_string(folder().join(&self.path)) {
            Ok(text) if text == self.text() => Status::Current,
            Ok(_) => Status::Differs,
            Err(_) => Status::Missing,
        }
    }

    /// Writes the file, which must not exist.
    ///
    /// # Errors
    /// If the file exists or cannot be written.
    pub fn write(&self) -> io::Result<()> {
        let path = folder().join(&self.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = fs::File::create_new(path)?;
        io::Write::write_all(&mut file, self.text().as_bytes())
    }
}

/// The existing files, as paths in `tests/vectors`, without `cases`, `primitives` and `drand`.
pub fn files() -> Vec<String> {
    let mut files = Vec::new();
    for kind in [
        "",
        "draws",
        "amendments",
        "refusals",
        "tampered",
        "receipts",
    ] {
        let entries = fs::read_dir(folder().join(kind))
            .into_iter()
            .flatten()
            .flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let names = names.filter(|name| name.ends_with(".json") && !name.ends_with(".schema.json"));
        files.extend(names.map(|name| {
            if kind.is_empty() {
                name
            } else {
                format!("{kind}/{name}")
            }
        }));
    }
    files.sort();
    files
}
