//! `suiji verify`: a record or a public form, and the inputs that are provided, to a report.

use std::path::Path;

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Commitment, Digest, Evidence, PublicForm, Record, Run};

use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::amended;
use crate::case::documents;
use crate::case::earlier;
use crate::case::{COMMITMENT, Case};
use crate::disk::files;
use crate::show::report::{self, Detail};
use crate::show::session::Session;
use crate::texts;

/// The document that is verified.
enum Document {
    Record(Box<Record>),
    Public(Box<PublicForm>),
}

impl Document {
    fn commitment(&self) -> &Commitment {
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
    published: Option<Digest>,
    detail: Detail,
) -> Result<Exit, Failure> {
    let run = session.run();
    let document = document(path, &run)?;
    let commitment = document.commitment();
    let mut evidence = Evidence::default();
    if let Some(folder) = case {
        let case = Case::open(folder)?;
        evidence = earlier::commitments_before(&case, commitment)
            .and_then(|earlier| case.evidence(earlier, &run))
            .map_err(|error| case.failure(error))?;
        if let Document::Record(record) = &document {
            let amendments = amended::of_record(&case, commitment, record.digest());
            if let Some(amendments) = amendments.map_err(|error| case.failure(error))? {
                evidence = evidence.with_amendments(amendments);
            }
        }
        note_other_commitment(session, &case, commitment)?;
    }
    if let Some(digest) = published {
        evidence = evidence.with_commitment(digest);
    }
    let report = match &document {
        Document::Record(record) => suiji::verify_with(record, &evidence, &run)?,
        Document::Public(form) => suiji::verify_public_with(form, &evidence, &run)?,
    };
    Ok(report::print(
        session,
        &report,
        commitment.sources(),
        detail,
    )?)
}

/// Notes that the case has been sealed again since: its inputs may belong to the later commitment.
fn note_other_commitment(
    session: &mut Session<'_>,
    case: &Case,
    commitment: &Commitment,
) -> Result<(), Failure> {
    let path = case.path(COMMITMENT);
    let bytes = files::read_optional(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment);
    let newest = bytes.map(|bytes| bytes.and_then(|bytes| Commitment::from_json(&bytes).ok()));
    let newest = newest.map_err(|error| case.failure(error))?;
    if newest.is_some_and(|newest| newest != *commitment) {
        session.note(texts::other_commitment())?;
    }
    Ok(())
}

/// Reads a record, or the public form of one.
fn document(path: &Path, run: &Run) -> Result<Document, Failure> {
    let limit = limits::RECORD_BYTES;
    let in_file = |error| Failure::of(error, ErrorKind::Record, path);
    let bytes = files::read(path, limit, ErrorKind::Record).map_err(in_file)?;
    if documents::kind_of(&bytes) == Some(ErrorKind::PublicForm) {
        let form = documents::parse(path, &bytes, ErrorKind::PublicForm, |bytes| {
            PublicForm::from_json_with(bytes, run)
        })?;
        return Ok(Document::Public(Box::new(form)));
    }
    let record = documents::parse(path, &bytes, ErrorKind::Record, |bytes| {
        Record::from_json_with(bytes, run)
    })?;
    Ok(Document::Record(Box::new(record)))
}
