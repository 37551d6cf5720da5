//! Shows a sealing: the commitment, its findings and its digest.

use std::io;

use suiji::{Commitment, Sealed};

use crate::base::failure::Failure;
use crate::case::{COMMITMENT, CONTRIBUTIONS, Case};
use crate::disk::numbering::numbered;
use crate::show::commitment;
use crate::show::session::Session;
use crate::show::shell::quoted;
use crate::texts;

/// A sealing that is to be shown.
pub(super) struct Sealing {
    pub(super) sealed: Sealed,
    /// There were contributions in the folder before there was a commitment.
    pub(super) known_before: bool,
    /// The number of the commitment that came before.
    pub(super) earlier: Option<u64>,
    pub(super) state: State,
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
    let sealed = &sealing.sealed;
    if session.json {
        let mut json = commitment::to_json(sealed, &session.run())?;
        json["dry_run"] = (sealing.state == State::DryRun).into();
        json["commitment"] = case.path(COMMITMENT).display().to_string().into();
        if sealing.state == State::Finished {
            json["finished"] = true.into();
        }
        return Ok(session.print_json(&json)?);
    }
    if sealing.state == State::Finished {
        session.say(texts::sealing_finished())?;
    }
    let of = sealed.commitment();
    let (authority, year, time) = (of.authority(), of.year(), of.sealed_at().as_str());
    session.say(texts::sealed_at(authority, year, time))?;
    commitment::print_tasks(session, sealed)?;
    commitment::print_findings(session, sealed)?;
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
    let (path, folder) = (case.path(COMMITMENT), quoted(case.folder()));
    Ok(session.say(texts::sealed(path.display(), folder))?)
}

/// Shows only the digest of a finished sealing, if its inputs have changed since.
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
