//! `suiji draw`: a sealed case and contributions to the record.
//!
//! The contributions are complete and on disk before anything is computed: a crash or a second start
//! then gives the same draw.

mod settle;

use std::fs::File;

use serde_json::{Value, json};
use suiji::limits;
use suiji::{Commitment, Error, ErrorKind, Record, Run, Sealed};

use crate::base::done::Done;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::partial;
use crate::case::pending;
use crate::case::turn::{self, Sheet};
use crate::case::{COMMITMENT, Case, RECORD};
use crate::disk::files;
use crate::disk::lock::{self, Lock};
use crate::disk::writing::{self, Access};
use crate::show::drawn::{self, Shown};
use crate::show::session::Session;
use crate::show::sheet;
use crate::show::shell::quoted;
use crate::texts::{self, codes};
use settle::settle;

/// Draws, and shows so much of the result.
pub(crate) fn draw(session: &mut Session<'_>, case: &Case, shown: Shown) -> Result<Done, Failure> {
    let lock = lock::shared(case.folder())?;
    pending::refuse_pending(case)?;
    let in_case = |error| case.failure(error);
    let (sealed, sheet) = reopen(session, case).map_err(in_case)?;
    let contributions = settle(session, case, &sealed, &sheet)?;
    let record = sealed
        .draw(&contributions, &session.run())
        .map_err(in_case)?;
    let already = keep(case, &record, &sheet, &session.run())?;
    tidy(case, &lock);
    show(session, case, &sealed, &record, (already, shown))?;
    Ok(Done::Well)
}

/// The sealed sheet from the inputs as they are now, and what tells it from a later one.
fn reopen(session: &Session<'_>, case: &Case) -> Result<(Sealed, Sheet), Error> {
    let bytes = files::read_own(
        &case.path(COMMITMENT),
        limits::SHEET_BYTES,
        ErrorKind::Commitment,
    )?;
    let bytes = bytes.ok_or_else(|| file_error(&case.path(COMMITMENT), codes::not_sealed()))?;
    let sheet = Commitment::from_json(&bytes)?;
    let sealed = case.reopen(&sheet, &session.run())?;
    Ok((sealed, Sheet::new(bytes, &sheet)))
}

/// Keeps the record; true where it was there already. One that differs is never altered, and one that is
/// there needs no writing: a draw can be shown again from a disk that is read-only.
fn keep(case: &Case, record: &Record, sheet: &Sheet, run: &Run) -> Result<bool, Failure> {
    let path = case.path(RECORD);
    let there = || case.record(run).map_err(|error| case.failure(error));
    let mut theirs = there()?;
    if theirs.is_none() {
        let write = |out: &mut File| record.write_json(out, run);
        let create = || writing::create_by(&path, Access::Shared, write);
        let is_ours = || matches!(case.record(run), Ok(Some(there)) if there == *record);
        match turn::write(case, sheet, (&path, create), is_ours) {
            Ok(()) => return Ok(false),
            Err(error) if error.code() == codes::EXISTS.id() => theirs = there()?,
            Err(error) => return Err(error.into()),
        }
    }
    if theirs.as_ref() == Some(record) {
        Ok(true)
    } else {
        let not_the_draw = file_error(&path, codes::not_the_draw());
        Err(Failure::NotHolding(not_the_draw))
    }
}

/// Removes what nobody asks for any more now that the record is there, and what killed runs left. Where
/// that cannot be done it is in nobody's way.
fn tidy(case: &Case, lock: &Lock) {
    let Ok(turn) = lock::turn(&case.path(COMMITMENT)) else {
        return;
    };
    partial::forget(case);
    if lock.is_held() && turn.is_held() {
        case.sweep();
    }
}

fn show(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    record: &Record,
    (already, shown): (bool, Shown),
) -> Result<(), Failure> {
    let path = case.path(RECORD);
    if session.json {
        let vacant = record.draws().iter().flat_map(|draw| {
            let vacant = draw.teams().iter().filter(|team| !team.vacant().is_empty());
            vacant.map(|team| json!({"task": draw.task().as_str(), "entity": team.entity().as_str(), "seats": team.vacant()}))
        });
        let json = json!({
            "record": path.display().to_string(),
            "digest": record.digest().to_string(),
            "already_there": already,
            "vacant": vacant.collect::<Value>(),
        });
        return Ok(session.print_json(&json)?);
    }
    drawn::print(session, sealed.inputs(), record, shown)?;
    session.say(match already {
        true => texts::record_there(path.display()),
        false => texts::record_written(path.display()),
    })?;
    sheet::print_digest(session, texts::record_digest(), &record.digest())?;
    let (record, folder) = (quoted(&path), quoted(case.folder()));
    Ok(session.say(texts::verify_next(record, folder))?)
}
