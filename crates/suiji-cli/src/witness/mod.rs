//! `suiji witness-sheet` writes the page on which a witness notes what happens at a draw. `suiji witness-check` shows
//! what these notes prove later.

mod page;

use std::path::Path;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::{Commitment, Digest};
use suiji_evidence::{Event, Head, Ledger, Notes};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{COMMITMENT, Case, ledger};
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::ledger::find;
use crate::show::report::Detail;
use crate::show::session::Session;
use crate::texts::{self, codes};
use crate::verify;

/// The greatest size of notes, in bytes.
const BYTES: usize = 1 << 20;

/// Writes the sheet of a sealed case to a file or to the output.
pub(crate) fn sheet(
    session: &mut Session<'_>,
    case: &Case,
    into: Option<&Path>,
) -> Result<Exit, Failure> {
    let commitment = case.commitment().map_err(|error| case.failure(error))?;
    let missing = || file_error(&case.path(COMMITMENT), codes::not_sealed());
    let commitment: Commitment = commitment.ok_or_else(missing)?;
    let ledger = ledger::path(case)?;
    let ledger = ledger.map(|path| ledger::read(&path)).transpose()?;
    let html = page::html(&commitment, ledger.as_ref(), session.lang);
    let Some(into) = into else {
        session.print(&html)?;
        return Ok(Exit::Success);
    };
    writing::create(into, html.as_bytes(), Access::Shared)?;
    match session.json {
        true => session.print_json(&json!({"sheet": into.display().to_string()}))?,
        false => session.say(texts::sheet_written(into.display()))?,
    }
    Ok(Exit::Success)
}

/// The options of `witness-check`.
#[derive(Debug)]
pub(crate) struct Options<'o> {
    /// The notes, in the form in which they were typed.
    pub(crate) notes: &'o Path,
    /// A record, a public form, or both, and optionally the commitment.
    pub(crate) documents: Vec<&'o Path>,
    pub(crate) case: Option<&'o Path>,
    /// The ledger, or a folder that contains one.
    pub(crate) ledger: Option<&'o Path>,
}

/// Compares notes with the documents of a draw.
pub(crate) fn check(session: &mut Session<'_>, options: &Options<'_>) -> Result<Exit, Failure> {
    let bytes = files::read(options.notes, BYTES, ErrorKind::File)?;
    let in_file =
        |error: suiji_evidence::Error| error.in_file(&options.notes.display().to_string());
    let notes = Notes::read(&bytes).map_err(in_file).map_err(Error::from)?;
    let values = notes.values().join("\n");
    let verified = verify::verify(
        session,
        &verify::Options {
            documents: options.documents.clone(),
            case: options.case,
            commitment: notes.commitment(),
            values: (!values.is_empty()).then_some(&*values),
            record: notes.record(),
            amendments: None,
            policy: None,
            evidence: None,
            page: None,
            detail: Detail::Full,
        },
    )?;
    if session.json {
        // The JSON output is only the report of the verification.
        return heads(session, options.ledger, &notes, None).map(|heads| verified.and(heads));
    }
    let heads = heads(session, options.ledger, &notes, notes.commitment())?;
    for missing in [
        (notes.commitment().is_none(), texts::no_commitment_noted()),
        (notes.values().is_empty(), texts::no_values_noted()),
        (notes.record().is_none(), texts::no_record_noted()),
    ] {
        if let (true, text) = missing {
            session.say(text)?;
        }
    }
    Ok(verified.and(heads))
}

/// Compares the noted heads with the ledger.
fn heads(
    session: &mut Session<'_>,
    given: Option<&Path>,
    notes: &Notes,
    commitment: Option<Digest>,
) -> Result<Exit, Failure> {
    let Some(given) = given else {
        if !notes.heads().is_empty() && !session.json {
            session.say(texts::heads_not_checked())?;
        }
        return Ok(Exit::Success);
    };
    let path = find(given)?;
    let ledger = ledger::read(&path).map_err(Failure::Mismatch)?;
    for head in notes.heads() {
        ledger
            .check_head(head)
            .map_err(|error| Failure::Mismatch(error.into()))?;
        if !session.json {
            session.say(texts::head_kept(head.size()))?;
            say_sealed(session, &ledger, head, commitment)?;
        }
    }
    Ok(Exit::Success)
}

/// Says whether the commitment was in the ledger when the head was noted.
fn say_sealed(
    session: &mut Session<'_>,
    ledger: &Ledger,
    head: &Head,
    commitment: Option<Digest>,
) -> Result<(), Failure> {
    let is_sealed =
        |event: &Event| matches!(event, Event::Sealed(of) if Some(of.commitment()) == commitment);
    let entry = ledger.entries().iter().find(|of| is_sealed(of.event()));
    let (Some(commitment), Some(entry)) = (commitment, entry) else {
        return Ok(());
    };
    Ok(session.say(match entry.number() < head.size() {
        true => texts::sealed_in_head(commitment, entry.number()),
        false => texts::sealed_after_head(commitment, entry.number()),
    })?)
}
