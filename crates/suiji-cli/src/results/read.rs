//! Reads files of results: documents, and the lists of an office.

use std::io::Read;
use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::{Results, limits};

use crate::base::error::Error;
use crate::base::failure::Failure;
use crate::case::drawn::Drawn;
use crate::case::{Case, documents};
use crate::disk::files;
use crate::import::{self, Lists};
use crate::show::session::Session;

/// Results of one file, or of one sheet of it.
#[derive(Debug)]
pub(super) struct Part {
    /// The file, with the name of its sheet.
    pub(super) path: PathBuf,
    pub(super) results: Results,
    /// The row of each result. A document has no rows.
    pub(super) rows: Vec<u64>,
}

/// Reads all files. A file that begins as JSON is a document of results; all others are lists.
pub(super) fn parts(
    session: &mut Session<'_>,
    case: &Case,
    (all, map): (&[&Path], Option<&Path>),
    drawn: &Drawn,
) -> Result<(Vec<Part>, Option<Lists>), Failure> {
    let mut parts = Vec::new();
    let mut lists: Vec<&Path> = Vec::new();
    for path in all {
        if !is_document(path)? {
            lists.push(path);
            continue;
        }
        let limit = limits::RECORD_BYTES;
        parts.push(Part {
            path: path.to_path_buf(),
            results: documents::read(path, limit, ErrorKind::Results, Results::from_json)?,
            rows: Vec::new(),
        });
    }
    if lists.is_empty() {
        return Ok((parts, None));
    }
    let inputs = drawn.sealed.inputs();
    let read = import::results(session, case, (&lists, map), inputs)?;
    for of_sheet in read.imported.results(&drawn.record)? {
        let path = match of_sheet.sheet() {
            "" => of_sheet.file().to_owned(),
            sheet => format!("{} [{sheet}]", of_sheet.file()),
        };
        parts.push(Part {
            path: PathBuf::from(path),
            rows: of_sheet.rows().to_vec(),
            results: of_sheet.into_results(),
        });
    }
    Ok((parts, Some(read)))
}

/// The number of bytes in which the first character that is not blank must be.
const BEGINNING: u64 = 4096;

/// Whether a file begins like a JSON object.
fn is_document(path: &Path) -> Result<bool, Error> {
    let mut beginning = Vec::new();
    let file = files::open(path)?;
    // A read error is reported when the whole file is read.
    let _ = file.take(BEGINNING).read_to_end(&mut beginning);
    let beginning = beginning
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(&beginning);
    let first = beginning.iter().find(|byte| !byte.is_ascii_whitespace());
    let is_json = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("json"));
    Ok(is_json || first == Some(&b'{'))
}
