//! The ledger of the office: `ledger.jsonl` in the folder of a case, or in the folder above it, which contains all
//! cases. If there is a ledger, a command first writes an entry. Only then does it show or do what the entry says.

use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::{Contribution, Contributions, Digest};
use suiji_evidence::{Event, Ledger};

use super::folder::Case;
use super::names::LEDGER;
use crate::base::clock;
use crate::base::error::Error;
use crate::base::errors;
use crate::disk::{appending, files, lock};

/// The ledger of a case, if there is one.
pub(crate) fn path(case: &Case) -> Result<Option<PathBuf>, Error> {
    let folder = case.folder();
    let own = case.path(LEDGER);
    if files::exists(&own)? {
        return Ok(Some(own));
    }
    // The folder may be `.`, and only the system knows its parent.
    let unreadable = |error: std::io::Error| errors::unreadable(folder, &error);
    let whole = folder.canonicalize().map_err(unreadable)?;
    match whole.parent().map(|parent| parent.join(LEDGER)) {
        Some(above) if files::exists(&above)? => Ok(Some(above)),
        _ => Ok(None),
    }
}

/// Reads a ledger.
pub(crate) fn read(path: &Path) -> Result<Ledger, Error> {
    let bytes = files::read(path, Ledger::BYTES, ErrorKind::File)?;
    let in_file = |error: suiji_evidence::Error| error.in_file(&path.display().to_string());
    Ok(Ledger::read(&bytes).map_err(in_file)?)
}

/// Enters an event in the ledger of a case, if there is one.
pub(crate) fn enter(case: &Case, event: Event) -> Result<(), Error> {
    add(case, [event], |_, _| true)
}

/// Enters an event, unless an interrupted run has already entered it.
pub(crate) fn enter_once(case: &Case, event: Event) -> Result<(), Error> {
    add(case, [event], is_new)
}

/// Enters the contributions that are about to be shown together, without those that were shown before.
pub(crate) fn enter_shown(
    case: &Case,
    commitment: Digest,
    contributions: &Contributions,
) -> Result<(), Error> {
    let all = (0..).zip(contributions.iter());
    add(
        case,
        all.map(|(source, one)| seen(commitment, source, one)),
        is_new,
    )
}

/// Adds an entry that the public form of a record was made, if the record is in the ledger.
pub(crate) fn enter_published(case: &Case, record: Digest) -> Result<(), Error> {
    let has_record = |ledger: &Ledger| {
        let mut entries = ledger.entries().iter();
        entries
            .any(|entry| matches!(entry.event(), Event::Drawn { record: of, .. } if *of == record))
    };
    add(case, [Event::Published { record }], |ledger, event| {
        has_record(ledger) && is_new(ledger, event)
    })
}

/// A contribution that is about to be shown.
pub(crate) fn seen(commitment: Digest, source: u64, contribution: &Contribution) -> Event {
    let contribution = contribution.clone();
    Event::Seen {
        commitment,
        source,
        contribution,
    }
}

fn is_new(ledger: &Ledger, event: &Event) -> bool {
    ledger.find(event).is_none()
}

fn add(
    case: &Case,
    events: impl IntoIterator<Item = Event>,
    enters: impl Fn(&Ledger, &Event) -> bool,
) -> Result<(), Error> {
    match path(case)? {
        Some(path) => add_to(&path, events, enters),
        None => Ok(()),
    }
}

/// Adds entries to a ledger, under its lock.
pub(crate) fn add_to(
    path: &Path,
    events: impl IntoIterator<Item = Event>,
    enters: impl Fn(&Ledger, &Event) -> bool,
) -> Result<(), Error> {
    let _turn = lock::turn(path)?;
    let mut ledger = read(path)?;
    let (end, mut lines) = (ledger.complete(), String::new());
    for event in events {
        if enters(&ledger, &event) {
            lines.push_str(&ledger.append(event, clock::now()?)?);
        }
    }
    match lines.is_empty() {
        true => Ok(()),
        false => appending::append(path, end, lines.as_bytes()),
    }
}
