//! Documents read from a file; and which one a file holds, told by its fields, for whoever gives one where
//! another is wanted.

use std::path::Path;

use serde_json::Value;
use suiji::{Error, ErrorKind, Record, Run, limits};

use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::codes;
use crate::disk::files;

/// The document, its name in English and Chinese, and the fields that tell it: of several, the first.
const KINDS: [(ErrorKind, &str, &str, &[&str]); 7] = [
    (
        ErrorKind::Receipt,
        "a receipt",
        "查验单",
        &["spec", "record", "entity", "tasks"],
    ),
    (
        ErrorKind::PublicForm,
        "a public form",
        "公示文本",
        &["record", "commitment"],
    ),
    (
        ErrorKind::Record,
        "a record",
        "抽取记录",
        &["spec", "commitment", "contributions", "draws"],
    ),
    (
        ErrorKind::Commitment,
        "a commitment",
        "封存单",
        &["spec", "hash", "sealed_at", "registry", "tasks"],
    ),
    (
        ErrorKind::Plan,
        "a plan",
        "抽查计划",
        &["title", "authority", "year", "tasks"],
    ),
    (
        ErrorKind::Ceremony,
        "a ceremony",
        "封存说明（ceremony）",
        &["hash", "sources"],
    ),
    (
        ErrorKind::Contributions,
        "contributions",
        "各随机源的取值",
        &[],
    ),
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
        (Some((is, en, zh, _)), Some((_, wanted_en, wanted_zh, _))) if *is != wanted => {
            let details = [
                ("is", *en),
                ("is_zh", *zh),
                ("wanted", *wanted_en),
                ("wanted_zh", *wanted_zh),
            ];
            file_error(codes::OTHER_DOCUMENT, path, &details).into()
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
