//! `suiji verify`: makes a report about a draw from its documents, the notes of a witness, and the inputs of a case.

mod given;
mod noted;
mod policy;

use std::path::Path;

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Amendments, Digest, Evidence};

use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::amended;
use crate::case::documents;
use crate::case::earlier;
use crate::case::{COMMITMENT, Case};
use crate::disk::writing::{self, Access};
use crate::show::boxes::Boxes;
use crate::show::page::{self, Page};
use crate::show::report::{self, Detail};
use crate::show::session::Session;
use crate::texts;
use given::{Given, Main};

/// The options of the command.
#[derive(Debug)]
pub(crate) struct Options<'o> {
    /// A record, a public form, or both, and optionally the commitment.
    pub(crate) documents: Vec<&'o Path>,
    pub(crate) case: Option<&'o Path>,
    /// The commitment digest that was noted before the draw.
    pub(crate) commitment: Option<Digest>,
    /// The noted values: a text, or the path of a file.
    pub(crate) values: Option<&'o str>,
    /// The noted digest of the record.
    pub(crate) record: Option<Digest>,
    /// The amendments; by default those of the case.
    pub(crate) amendments: Option<&'o Path>,
    /// The file for a printable page.
    pub(crate) page: Option<&'o Path>,
    /// The policy: who must have signed and stamped the documents.
    pub(crate) policy: Option<&'o Path>,
    /// The folder of signatures and timestamps.
    pub(crate) evidence: Option<&'o Path>,
    pub(crate) detail: Detail,
}

impl<'o> Options<'o> {
    /// One document with the inputs of a case.
    pub(crate) fn of_case(document: &'o Path, case: &'o Path, detail: Detail) -> Self {
        Self {
            documents: vec![document],
            case: Some(case),
            commitment: None,
            values: None,
            record: None,
            amendments: None,
            page: None,
            policy: None,
            evidence: None,
            detail,
        }
    }
}

pub(crate) fn verify(session: &mut Session<'_>, options: &Options<'_>) -> Result<Exit, Failure> {
    let run = session.run();
    let given = Given::read(&options.documents, &run)?;
    let commitment = given.main().commitment();
    let mut evidence = Evidence::default();
    let mut case_used = None;
    if let Some(folder) = options.case {
        let case = Case::open(folder)?;
        let used = case.as_sealed(commitment)?;
        evidence = of_case(&used, given.main(), &run).map_err(|error| used.failure(error))?;
        case_used = Some(used);
    }
    if let Some(digest) = options.commitment {
        evidence = evidence.with_commitment(digest);
    }
    if let Some(digest) = options.record {
        evidence = evidence.with_record(digest);
    }
    if let Some(digest) = given.commitment() {
        evidence = evidence.with_commitment(digest);
    }
    if let Some(text) = options.values {
        evidence = noted::add(evidence, text, commitment.sources())?;
    }
    if let Some(path) = options.amendments {
        evidence = evidence.with_amendments(read_amendments(path)?);
    }
    let asked = options.policy.map(|policy| policy::Asked {
        policy,
        folder: options.evidence,
        case: case_used.as_ref(),
        document: options.documents.first().copied().unwrap_or(Path::new("")),
        lang: session.lang,
    });
    let amendments = match (options.amendments, &case_used) {
        (Some(path), _) => Some(read_amendments(path)?),
        (None, Some(case)) => {
            amendments_of(case, given.main()).map_err(|error| case.failure(error))?
        }
        (None, None) => None,
    };
    let policy = asked.map(|asked| policy::verify(asked, given.main(), amendments.as_ref()));
    let policy = policy.transpose()?;
    let (main, form) = given.into_parts();
    if let Some(form) = form {
        evidence = evidence.with_public_form(form);
    }
    let report = match &main {
        Main::Record(record) => suiji::verify_with(record, &evidence, &run)?,
        Main::Public(form) => suiji::verify_public_with(form, &evidence, &run)?,
    };
    let boxes = Boxes::new(&report);
    if let Some(path) = options.page {
        let html = page::html(
            &Page {
                commitment: main.commitment(),
                record: main.record(),
                boxes: &boxes,
                report: &report,
            },
            session.lang,
        );
        writing::create(path, html.as_bytes(), Access::Shared)?;
    }
    if let (Some(case), false) = (&case_used, session.json) {
        note_inputs(session, case, &main)?;
    }
    let exit = report::print(
        session,
        &report,
        (&boxes, policy.as_ref()),
        (main.commitment(), options.detail),
    )?;
    if let (Some(path), false) = (options.page, session.json) {
        session.say(texts::page_written(path.display()))?;
    }
    Ok(exit)
}

/// The inputs of the case, the commitments that are older than this one, and the amendments.
fn of_case(case: &Case, main: &Main, run: &suiji::Run) -> Result<Evidence, Error> {
    let commitment = main.commitment();
    let earlier = earlier::commitments_before(case, commitment)?;
    let evidence = case.evidence(earlier, run)?;
    Ok(match amendments_of(case, main)? {
        Some(amendments) => evidence.with_amendments(amendments),
        None => evidence,
    })
}

/// The amendments of the case.
fn amendments_of(case: &Case, main: &Main) -> Result<Option<Amendments>, Error> {
    amended::of_record(case, main.commitment(), main.record())
}

fn read_amendments(path: &Path) -> Result<Amendments, Failure> {
    let (limit, kind) = (limits::RECORD_BYTES, ErrorKind::Amendments);
    documents::read(path, limit, kind, Amendments::from_json)
}

/// Notes which inputs are used: the copies that the sealing kept, or the files of the case, which may belong to a
/// later commitment.
fn note_inputs(session: &mut Session<'_>, case: &Case, main: &Main) -> Result<(), Failure> {
    if let Some(kept) = case.kept() {
        return Ok(session.note(texts::inputs_of(kept.display()))?);
    }
    let newest = case.commitment_if_readable();
    let newest = newest.map_err(|error| case.failure(error))?;
    if newest.is_some_and(|newest| newest != *main.commitment()) {
        session.note(texts::other_commitment(COMMITMENT))?;
    }
    Ok(())
}
