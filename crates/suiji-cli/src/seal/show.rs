//! Shows a sealing: the commitment, its findings and its digest.

use std::io;
use std::path::PathBuf;

use suiji::{Commitment, Sealed};

use super::follow;
use crate::base::error::Error;
use crate::base::failure::Failure;
use crate::case::history_file::NewVisit;
use crate::case::{COMMITMENT, CONTRIBUTIONS, Case};
use crate::disk::numbering::numbered;
use crate::show::commitment::{self, Output};
use crate::show::session::Session;
use crate::show::shell::quoted;
use crate::show::tasks;
use crate::texts;

/// The maximum number of listed visits that the history does not have. The JSON output has all of
/// them.
const MISSING_SHOWN: usize = 20;

/// A sealing to show.
pub(super) struct Sealing {
    pub(super) sealed: Sealed,
    /// There were contributions in the folder before there was a commitment.
    pub(super) known_before: bool,
    /// The number of the commitment that came before.
    pub(super) earlier: Option<u64>,
    /// The visits of the valid draw that are not in the history.
    pub(super) missing: Vec<NewVisit>,
    /// The number of such visits that were already added.
    pub(super) added: usize,
    pub(super) kept: Kept,
    pub(super) state: State,
    /// Show all tasks and findings, even if there are many.
    pub(super) all_tasks: bool,
}

/// The place of the kept inputs.
#[derive(Debug)]
pub(super) enum Kept {
    In(PathBuf),
    /// As requested, or because nothing was sealed.
    Not,
    Failed(Error),
}

/// What was done.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    /// Nothing was written.
    DryRun,
    Sealed,
    /// An earlier run had sealed the case and was interrupted.
    Finished,
}

pub(super) fn sealing(
    session: &mut Session<'_>,
    case: &Case,
    sealing: &Sealing,
) -> Result<(), Failure> {
    let (sealed, run) = (&sealing.sealed, session.run());
    let summaries = sealed.summaries_with(&run)?;
    let findings = sealed.findings_with(&run)?;
    if session.json {
        let mut output = Output::new(sealed, &summaries, &findings);
        let of = sealed.commitment();
        output.set("sealed_at", of.sealed_at().as_str());
        output.set("dry_run", sealing.state == State::DryRun);
        output.set("commitment", case.path(COMMITMENT).display().to_string());
        // Another sealing would have another digest, so the digest of a dry run must not be published.
        if sealing.state != State::DryRun {
            output.set("digest", of.digest().to_string());
        }
        if sealing.state == State::Finished {
            output.set("finished", true);
        }
        output.set("not_in_history", follow::to_json(&sealing.missing));
        output.set("added_to_history", sealing.added);
        if let Kept::In(folder) = &sealing.kept {
            output.set("kept", folder.display().to_string());
        }
        return Ok(session.print_json(&output)?);
    }
    if sealing.state == State::Finished {
        session.say(texts::sealing_finished())?;
    }
    let of = sealed.commitment();
    let (authority, year, time) = (of.authority(), of.year(), of.sealed_at().as_str());
    session.say(texts::sealed_at(authority, year, time))?;
    commitment::print_rows(session, of)?;
    tasks::print(session, sealed, &summaries, sealing.all_tasks)?;
    commitment::print_findings(session, &findings, sealing.all_tasks)?;
    print_follow(session, sealing)?;
    if sealing.known_before {
        session.say(texts::known_before(CONTRIBUTIONS))?;
    }
    if let Some(number) = sealing.earlier {
        session.say(texts::earlier_files(numbered(COMMITMENT, number)))?;
    }
    if sealing.state == State::DryRun {
        return Ok(session.say(texts::dry_run_done())?);
    }
    print_digest(session, of)?;
    match &sealing.kept {
        Kept::In(folder) => session.say(texts::inputs_kept(folder.display()))?,
        Kept::Not => session.say(texts::inputs_not_kept())?,
        Kept::Failed(error) => {
            let problem = error.problem(session.lang);
            session.say(texts::inputs_cannot_be_kept(problem))?;
        }
    }
    let (path, folder) = (case.path(COMMITMENT), quoted(case.folder()));
    Ok(session.say(texts::sealed(path.display(), folder))?)
}

/// Shows which visits of the valid draw are not in the history, or were added to it.
fn print_follow(session: &mut Session<'_>, sealing: &Sealing) -> io::Result<()> {
    if sealing.added > 0 {
        session.say(texts::added_to_history(sealing.added))?;
    }
    let missing = &sealing.missing;
    if missing.is_empty() {
        return Ok(());
    }
    session.say(texts::not_in_history(missing.len()))?;
    for visit in missing.iter().take(MISSING_SHOWN) {
        session.say(texts::missing_visit(&visit.task, &visit.entity))?;
    }
    match missing.len().saturating_sub(MISSING_SHOWN) {
        0 => Ok(()),
        more => session.say(texts::more_missing(more)),
    }
}

/// Shows only the digest of a finished sealing, because its inputs have changed since.
pub(super) fn finished_digest(
    session: &mut Session<'_>,
    case: &Case,
    commitment: &Commitment,
) -> Result<(), Failure> {
    if session.json {
        let (path, digest) = (case.path(COMMITMENT), commitment.digest());
        let json = serde_json::json!({
            "digest": digest.to_string(),
            "commitment": path.display().to_string(),
            "finished": true,
        });
        return Ok(session.print_json(&json)?);
    }
    session.say(texts::sealing_finished())?;
    Ok(print_digest(session, commitment)?)
}

fn print_digest(session: &mut Session<'_>, commitment: &Commitment) -> io::Result<()> {
    let heading = texts::commitment_digest();
    commitment::print_digest(session, heading, &commitment.digest())
}
