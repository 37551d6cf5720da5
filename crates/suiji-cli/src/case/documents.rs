//! Reads a document from a file. If the file contains a document of another kind, the error says only
//! that.

use std::path::Path;

use serde_json::Value;
use suiji::error::ErrorKind;
use suiji::{Record, Run, limits};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::disk::files;
use crate::texts::{self, Text, codes};

/// A kind of document, its name, and the fields by which it is recognised.
type Kind = (ErrorKind, fn() -> Text, &'static [&'static str]);

/// If the fields of several kinds are present, the first kind is meant.
const KINDS: [Kind; 9] = [
    (
        ErrorKind::Receipt,
        texts::a_receipt,
        &["spec", "record", "entity", "tasks"],
    ),
    (
        ErrorKind::Amendments,
        texts::amendments_document,
        &["spec", "record", "amendments"],
    ),
    (
        ErrorKind::Results,
        texts::results_document,
        &["spec", "record", "results"],
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
    (
        ErrorKind::Contributions,
        texts::the_contributions,
        &["spec", "commitment", "contributions"],
    ),
];

/// Reads a document of at most `limit` bytes.
pub(crate) fn read<T>(
    path: &Path,
    limit: usize,
    document: ErrorKind,
    from_json: impl FnOnce(&[u8]) -> Result<T, suiji::Error>,
) -> Result<T, Failure> {
    let in_file = |error| Failure::of(error, document, path);
    let bytes = files::read(path, limit, document).map_err(in_file)?;
    parse(path, &bytes, document, from_json)
}

/// The document in the bytes of a file.
pub(crate) fn parse<T>(
    path: &Path,
    bytes: &[u8],
    document: ErrorKind,
    from_json: impl FnOnce(&[u8]) -> Result<T, suiji::Error>,
) -> Result<T, Failure> {
    from_json(bytes).map_err(|error| failure(error.into(), bytes, document, path))
}

/// Reads a record.
pub(crate) fn record(path: &Path, run: &Run) -> Result<Record, Failure> {
    read(path, limits::RECORD_BYTES, ErrorKind::Record, |bytes| {
        Record::from_json_with(bytes, run)
    })
}

/// The failure of a file that cannot be read as the `expected` document. If it is a document of another
/// kind, this is reported instead of each wrong field.
fn failure(error: Error, bytes: &[u8], expected: ErrorKind, path: &Path) -> Failure {
    let name = |of: ErrorKind| KINDS.iter().find(|(kind, ..)| *kind == of);
    match (kind_of(bytes).and_then(name), name(expected)) {
        (Some((kind, found, _)), Some((_, name, _))) if *kind != expected => {
            file_error(path, codes::other_document(name(), found())).into()
        }
        _ => Failure::of(error, expected, path),
    }
}

/// The kind of a document, if its fields show it.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<ErrorKind> {
    let tree: Value = serde_json::from_slice(bytes).ok()?;
    let has_all = |fields: &[&str]| fields.iter().all(|field| tree.get(field).is_some());
    let kind = KINDS.iter().find(|(.., fields)| has_all(fields));
    kind.map(|(kind, ..)| *kind)
}
