//! `suiji draw`: makes the record from a commitment and contributions.
//!
//! The contributions are complete and saved before anything is computed. So the draw has the same result
//! after a crash or when the command is run again.

mod contributions;

use std::fs::File;

use serde_json::{Value, json};
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Commitment, Record, Run, Sealed};
use suiji_evidence::Event;

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::draw_files::{self, Begun};
use crate::case::ledger;
use crate::case::lost;
use crate::case::partial;
use crate::case::pending;
use crate::case::{COMMITMENT, Case, RECORD};
use crate::disk::files;
use crate::disk::lock::{self, Lock};
use crate::disk::writing::{self, Access};
use crate::show::commitment;
use crate::show::draws::{self, Shown};
use crate::show::session::Session;
use crate::show::shell::quoted;
use crate::texts::{self, codes};
use contributions::contributions;

/// The options of the command.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    /// Compute without asking for confirmation.
    pub(crate) yes: bool,
    /// The parts of the result to show.
    pub(crate) shown: Shown,
}

pub(crate) fn draw(
    session: &mut Session<'_>,
    case: &Case,
    options: Options,
) -> Result<Exit, Failure> {
    let lock = lock::shared(case.folder())?;
    pending::refuse_pending(case)?;
    let in_case = |error| case.failure(error);
    let (sealed, begun) = match reopen(session, case).map_err(in_case)? {
        Some(reopened) => reopened,
        None => restore(session, case)?,
    };
    let contributions = contributions(session, case, (&sealed, &begun), options.yes)?;
    let record = sealed
        .draw_with(&contributions, &session.run())
        .map_err(|error| case.failure(error))?;
    let existed = save(case, &record, &begun, &session.run())?;
    clean_up(case, &lock);
    show(session, case, &sealed, &record, (existed, options.shown))?;
    Ok(Exit::Success)
}

/// The commitment, reopened with the current inputs; none if it is missing.
fn reopen(session: &Session<'_>, case: &Case) -> Result<Option<(Sealed, Begun)>, Error> {
    let path = case.path(COMMITMENT);
    let bytes = files::read_written(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
    let Some(bytes) = bytes else {
        return Ok(None);
    };
    let commitment = Commitment::from_json(&bytes)?;
    let sealed = case.reopen(&commitment, &session.run())?;
    Ok(Some((sealed, Begun::new(bytes, &commitment))))
}

/// Restores a lost commitment, if it can be found and the inputs are the sealed ones.
fn restore(session: &mut Session<'_>, case: &Case) -> Result<(Sealed, Begun), Failure> {
    let in_case = |error| case.failure(error);
    let path = case.path(COMMITMENT);
    let lost = lost::commitment(case, &session.run()).map_err(in_case)?;
    let lost = lost.ok_or_else(|| file_error(&path, codes::not_sealed()))?;
    let sealed = case.reopen(&lost, &session.run()).map_err(in_case)?;
    let text = lost.to_json();
    writing::create(&path, text.as_bytes(), Access::Shared)?;
    session.note(texts::commitment_restored(path.display()))?;
    Ok((sealed, Begun::new(text.into_bytes(), &lost)))
}

/// Saves the record. Returns true if it existed already; then nothing is written, so that a draw can be
/// shown again from a read-only disk. A different record is never overwritten.
fn save(case: &Case, record: &Record, begun: &Begun, run: &Run) -> Result<bool, Failure> {
    let path = case.path(RECORD);
    let read = || case.record(run).map_err(|error| case.failure(error));
    let mut existing = read()?;
    if existing.is_none() {
        // The entry comes before anybody can see the record.
        ledger::enter_once(case, Event::drawn(record, false))?;
        let write = |out: &mut File| record.write_json_with(out, run);
        let create = || writing::create_by(&path, Access::Shared, write);
        let is_ours = || matches!(case.record(run), Ok(Some(saved)) if saved == *record);
        match draw_files::write(case, begun, (&path, create), is_ours) {
            Ok(()) => return Ok(false),
            Err(error) if error.is(codes::EXISTS) => existing = read()?,
            Err(error) => return Err(error.into()),
        }
    }
    if existing.as_ref() == Some(record) {
        Ok(true)
    } else {
        Err(Failure::Mismatch(file_error(&path, codes::not_the_draw())))
    }
}

/// Removes the file of confirmed contributions, which are now in the record, and temporary files of
/// interrupted runs. It does no harm if they stay.
fn clean_up(case: &Case, lock: &Lock) {
    let Ok(turn) = lock::turn(&case.path(COMMITMENT)) else {
        return;
    };
    partial::remove(case);
    if lock.is_held() && turn.is_held() {
        case.sweep();
    }
}

fn show(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    record: &Record,
    (existed, shown): (bool, Shown),
) -> Result<(), Failure> {
    let path = case.path(RECORD);
    if session.json {
        return Ok(session.print_json(&json!({
            "record": path.display().to_string(),
            "digest": record.digest().to_string(),
            "already_there": existed,
            "vacant": vacant(record),
        }))?);
    }
    draws::print(session, sealed.inputs(), record, shown)?;
    session.say(match existed {
        true => texts::record_exists(path.display()),
        false => texts::record_written(path.display()),
    })?;
    commitment::print_digest(session, texts::record_digest(), &record.digest())?;
    let (record, folder) = (quoted(&path), quoted(case.folder()));
    Ok(session.say(texts::verify_next(record, folder))?)
}

/// The vacant seats of all teams, for programs.
fn vacant(record: &Record) -> Value {
    let seats = record.draws().iter().flat_map(|draw| {
        let teams = draw.teams().iter().filter(|team| !team.vacant().is_empty());
        let task = draw.task().as_str();
        teams.map(move |team| {
            json!({"task": task, "entity": team.entity().as_str(), "seats": team.vacant()})
        })
    });
    seats.collect()
}
