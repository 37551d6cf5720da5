//! `suiji verify`: a record or a public form, with whatever else there is, to a report.

use std::path::Path;

use suiji::limits;
use suiji::{Commitment, Digest, ErrorKind, Evidence, PublicForm, Record, Run};

use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::case::earlier;
use crate::case::{COMMITMENT, Case};
use crate::disk::files;
use crate::show::report::{self, Detail};
use crate::show::session::Session;
use crate::texts;

/// What is verified.
enum Document {
    Record(Box<Record>),
    Public(Box<PublicForm>),
}

impl Document {
    fn sheet(&self) -> &Commitment {
        match self {
            Self::Record(record) => record.commitment(),
            Self::Public(form) => form.commitment(),
        }
    }
}

pub(crate) fn verify(
    session: &mut Session<'_>,
    path: &Path,
    case: Option<&Path>,
    sheet: Option<Digest>,
    detail: Detail,
) -> Result<Done, Failure> {
    let run = session.run();
    let document = document(path, &run)?;
    let of_document = document.sheet();
    let mut evidence = Evidence::default();
    if let Some(folder) = case {
        let case = Case::open(folder)?;
        evidence = earlier::sheets_before(&case, of_document)
            .and_then(|sheets| case.evidence(sheets, &run))
            .map_err(|error| case.failure(error))?;
        note_other_sheet(session, &case, of_document)?;
    }
    if let Some(digest) = sheet {
        evidence = evidence.with_sheet(digest);
    }
    let report = match &document {
        Document::Record(record) => suiji::verify(record, &evidence, &run)?,
        Document::Public(form) => suiji::verify_public(form, &evidence, &run)?,
    };
    let sources = of_document.sources();
    Ok(report::print(session, &report, sources, detail)?)
}

/// Says so where the case has been sealed again since: its inputs may be those of the later sheet.
fn note_other_sheet(
    session: &mut Session<'_>,
    case: &Case,
    sheet: &Commitment,
) -> Result<(), Failure> {
    let path = case.path(COMMITMENT);
    let bytes = files::read_if_there(&path, limits::SHEET_BYTES, ErrorKind::Commitment);
    let newest = bytes.map(|bytes| bytes.and_then(|bytes| Commitment::from_json(&bytes).ok()));
    let newest = newest.map_err(|error| case.failure(error))?;
    if newest.is_some_and(|newest| newest != *sheet) {
        session.note(texts::other_commitment())?;
    }
    Ok(())
}

/// Reads a record, or the public form of one.
fn document(path: &Path, run: &Run) -> Result<Document, Failure> {
    let limit = limits::RECORD_BYTES;
    let in_file = |error| Failure::of(error, ErrorKind::Record, path);
    let bytes = files::read(path, limit, ErrorKind::Record).map_err(in_file)?;
    if documents::of(&bytes) == Some(ErrorKind::PublicForm) {
        let form = documents::parsed(path, &bytes, ErrorKind::PublicForm, |bytes| {
            PublicForm::from_json(bytes, run)
        })?;
        return Ok(Document::Public(Box::new(form)));
    }
    let record = documents::parsed(path, &bytes, ErrorKind::Record, |bytes| {
        Record::from_json(bytes, run)
    })?;
    Ok(Document::Record(Box::new(record)))
}
