//! A sheet as whoever seals is shown it.

use std::io;

use suiji::{Commitment, Sealed};

use crate::base::failure::Failure;
use crate::case::{COMMITMENT, CONTRIBUTIONS, Case};
use crate::disk::numbering::numbered;
use crate::show::session::Session;
use crate::show::sheet;
use crate::show::shell::quoted;
use crate::texts;

/// A sheet, and what there is to be said of it.
pub(super) struct Shown {
    pub(super) sealed: Sealed,
    /// Contributions lay in the folder before there was a sheet.
    pub(super) known_before: bool,
    /// The number of the earlier one that it comes after.
    pub(super) numbered: Option<u64>,
    pub(super) state: State,
}

/// How a sheet came to be shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    /// Nothing was written.
    Tried,
    Sealed,
    /// It had been sealed before, by a run that was interrupted.
    Finished,
}

pub(super) fn sheet(session: &mut Session<'_>, case: &Case, shown: &Shown) -> Result<(), Failure> {
    let sealed = &shown.sealed;
    if session.json {
        let mut json = sheet::to_json(sealed, &session.run())?;
        json["dry_run"] = (shown.state == State::Tried).into();
        json["commitment"] = case.path(COMMITMENT).display().to_string().into();
        if shown.state == State::Finished {
            json["finished"] = true.into();
        }
        return Ok(session.print_json(&json)?);
    }
    if shown.state == State::Finished {
        say_finished(session)?;
    }
    let of = sealed.commitment();
    let (authority, year, time) = (of.authority(), of.year(), of.sealed_at().as_str());
    session.say(texts::sealed_at(authority, year, time))?;
    sheet::print_tasks(session, sealed)?;
    sheet::print_findings(session, sealed)?;
    say_circumstances(session, shown)?;
    if shown.state == State::Tried {
        return Ok(session.say(texts::dry_run_done())?);
    }
    print_digest(session, of)?;
    let (path, folder) = (case.path(COMMITMENT), quoted(case.folder()));
    Ok(session.say(texts::sealed(path.display(), folder))?)
}

/// Of a sheet that was finished and whose inputs are no more, its digest alone.
pub(super) fn digest(
    session: &mut Session<'_>,
    case: &Case,
    sheet: &Commitment,
) -> Result<(), Failure> {
    if session.json {
        let path = case.path(COMMITMENT).display().to_string();
        let json = serde_json::json!({"digest": sheet.digest().to_string(), "commitment": path, "finished": true});
        return Ok(session.print_json(&json)?);
    }
    say_finished(session)?;
    Ok(print_digest(session, sheet)?)
}

fn say_finished(session: &mut Session<'_>) -> io::Result<()> {
    session.say(texts::sealing_finished())
}

/// What the sheet itself does not tell.
fn say_circumstances(session: &mut Session<'_>, shown: &Shown) -> io::Result<()> {
    if shown.known_before {
        session.say(texts::known_before(CONTRIBUTIONS))?;
    }
    if let Some(number) = shown.numbered {
        session.say(texts::earlier_files(numbered(COMMITMENT, number)))?;
    }
    Ok(())
}

fn print_digest(session: &mut Session<'_>, sheet: &Commitment) -> io::Result<()> {
    sheet::print_digest(session, texts::commitment_digest(), &sheet.digest())
}
