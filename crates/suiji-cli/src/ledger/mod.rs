//! `suiji ledger ACTION`: opens, shows and examines the ledger of an office, signs its head, and proves entries.
//!
//! If there is a ledger, the other commands add entries to it automatically.

mod examine;
mod heads;
mod open;
mod survey;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suiji_evidence::{Entry, Event, Ledger};

use crate::base::error::Error;
use crate::base::errors::{file_error, missing_file};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{COMMITMENT, Case, LEDGER, ledger, pending};
use crate::disk::lock;
use crate::show::session::Session;
use crate::texts::{self, codes};
pub(crate) use examine::verify;
pub(crate) use heads::{Against, Proved, check, head, prove};
pub(crate) use open::init;

/// The ledger of a folder: the file in the folder or in the folder above. The path of the file itself is also
/// allowed.
pub(crate) fn find(given: &Path) -> Result<PathBuf, Error> {
    if given.is_file() {
        return Ok(given.to_owned());
    }
    let found = ledger::path(&Case::open(given)?)?;
    found.ok_or_else(|| missing_file(&given.join(LEDGER), None))
}

/// Shows all entries.
pub(crate) fn show(session: &mut Session<'_>, given: &Path) -> Result<Exit, Failure> {
    let path = find(given)?;
    let ledger = ledger::read(&path)?;
    if session.json {
        let entries: Result<Vec<Value>, Error> = ledger
            .entries()
            .iter()
            .map(|of| entry(&ledger, of))
            .collect();
        session.print_json(&json!({
            "ledger": path.display().to_string(),
            "entries": entries?,
            "size": ledger.entries().len(),
            "root": ledger.root().to_string(),
        }))?;
        return Ok(Exit::Success);
    }
    for entry in ledger.entries() {
        session.say(entry.message(session.lang))?;
    }
    heads::say(session, &ledger)?;
    Ok(Exit::Success)
}

/// An entry as it is in the file.
fn entry(ledger: &Ledger, of: &Entry) -> Result<Value, Error> {
    let line = ledger.line(of.number())?;
    Ok(serde_json::from_str(&line).unwrap_or_default())
}

/// Adds an entry that nothing will be drawn from the commitment of a case, with the reason.
pub(crate) fn leave(
    session: &mut Session<'_>,
    case: &Case,
    reason: &str,
    approved_by: &str,
) -> Result<Exit, Failure> {
    // The lock prevents a draw at the same time.
    let _lock = lock::exclusive(case.folder())?;
    pending::refuse_pending(case)?;
    let in_case = |error| case.failure(error);
    let commitment = case.commitment().map_err(in_case)?;
    let missing = || file_error(&case.path(COMMITMENT), codes::not_sealed());
    let commitment = commitment.ok_or_else(missing)?.digest();
    let path = find(case.folder())?;
    let found = ledger::read(&path)?;
    let drawn = |entry: &&Entry| matches!(entry.event(), Event::Drawn { commitment: of, .. } if *of == commitment);
    if let Some(entry) = found.entries().iter().find(drawn) {
        return Err(file_error(&path, codes::ledger_drawn(entry.number())).into());
    }
    let event = Event::Left {
        commitment,
        reason: reason.to_owned(),
        approved_by: approved_by.to_owned(),
    };
    ledger::enter_once(case, event)?;
    if session.json {
        session.print_json(
            &json!({"ledger": path.display().to_string(), "left": commitment.to_string()}),
        )?;
        return Ok(Exit::Success);
    }
    session.say(texts::ledger_left(commitment))?;
    Ok(Exit::Success)
}
