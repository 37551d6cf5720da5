//! Documents read from a file; and which one a file holds, told by its fields, for whoever gives one where
//! another is wanted.

use std::path::Path;

use serde_json::Value;
use suiji::{Error, ErrorKind, Record, Run, limits};

use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::disk::files;
use crate::texts::{self, Text, codes};

/// A document, its name, and the fields that tell it.
type Kind = (ErrorKind, fn() -> Text, &'static [&'static str]);

/// Of several whose fields are there, the first is meant.
const KINDS: [Kind; 7] = [
    (
        ErrorKind::Receipt,
        texts::a_receipt,
        &["spec", "record", "entity", "tasks"],
    ),
    (
        ErrorKind::PublicForm,
        texts::a_public_form,
        &["record", "commitment"],
    ),
    (
        ErrorKind::Record,
        texts::a_record,
        &["spec", "commitment", "contributions", "draws"],
    ),
    (
        ErrorKind::Commitment,
        texts::a_commitment,
        &["spec", "hash", "sealed_at", "registry", "tasks"],
    ),
    (
        ErrorKind::Plan,
        texts::a_plan,
        &["title", "authority", "year", "tasks"],
    ),
    (ErrorKind::Ceremony, texts::a_ceremony, &["hash", "sources"]),
    (ErrorKind::Contributions, texts::some_contributions, &[]),
];

/// Reads a document of at most `limit` bytes.
pub(crate) fn read<T>(
    path: &Path,
    limit: usize,
    document: ErrorKind,
    from_json: impl FnOnce(&[u8]) -> Result<T, Error>,
) -> Result<T, Failure> {
    let in_file = |error| Failure::of(error, document, path);
    let bytes = files::read(path, limit, document).map_err(in_file)?;
    parsed(path, &bytes, document, from_json)
}

/// The document of a file that was read.
pub(crate) fn parsed<T>(
    path: &Path,
    bytes: &[u8],
    document: ErrorKind,
    from_json: impl FnOnce(&[u8]) -> Result<T, Error>,
) -> Result<T, Failure> {
    from_json(bytes).map_err(|error| unread(error, bytes, document, path))
}

/// Reads a record, whole.
pub(crate) fn record(path: &Path, run: &Run) -> Result<Record, Failure> {
    read(path, limits::RECORD_BYTES, ErrorKind::Record, |bytes| {
        Record::from_json(bytes, run)
    })
}

/// The failure of a file that could not be read as the document that is `wanted`: where it is another one,
/// that alone is said, and not every field that it has or lacks.
fn unread(error: Error, bytes: &[u8], wanted: ErrorKind, path: &Path) -> Failure {
    let name = |of: ErrorKind| KINDS.iter().find(|(kind, ..)| *kind == of);
    match (of(bytes).and_then(name), name(wanted)) {
        (Some((is, found, _)), Some((_, expected, _))) if *is != wanted => {
            file_error(path, codes::other_document(found(), expected())).into()
        }
        _ => Failure::of(error, wanted, path),
    }
}

/// What a document is, where its fields tell.
pub(crate) fn of(bytes: &[u8]) -> Option<ErrorKind> {
    let tree: Value = serde_json::from_slice(bytes).ok()?;
    if tree.get(0).is_some_and(|first| first.get("kind").is_some()) {
        return Some(ErrorKind::Contributions);
    }
    let has_all = |fields: &[&str]| fields.iter().all(|field| tree.get(field).is_some());
    let kind = KINDS
        .iter()
        .find(|(.., fields)| !fields.is_empty() && has_all(fields));
    kind.map(|(kind, ..)| *kind)
}
