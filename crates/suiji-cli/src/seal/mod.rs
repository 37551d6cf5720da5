//! `suiji seal`: makes a commitment from inputs and ceremony.

pub(crate) mod follow;
mod show;

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::values::Time;
use suiji::{Ceremony, Commitment, Digest, Run};
use suiji_evidence::Event;

use crate::base::clock;
use crate::base::error::Error;
use crate::base::error::together;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::earlier::{self, Resealing};
use crate::case::history_file;
use crate::case::kept;
use crate::case::ledger;
use crate::case::lost;
use crate::case::office;
use crate::case::pending::{self, NewCommitment};
use crate::case::{COMMITMENT, CONTRIBUTIONS, Case};
use crate::disk::files;
use crate::disk::lock;
use crate::show::session::Session;
use crate::texts::codes;
use show::{Kept, Sealing, State};

/// The options of the command.
#[derive(Debug, Default)]
pub(crate) struct Options<'o> {
    pub(crate) at: Option<Time>,
    pub(crate) dry_run: bool,
    pub(crate) resealing: Option<Resealing<'o>>,
    /// Add the visits of the draw that remains valid to the history.
    pub(crate) add_drawn: bool,
    /// Do not keep copies of the inputs in the case.
    pub(crate) without_inputs: bool,
    /// Show all tasks, even if there are many.
    pub(crate) all_tasks: bool,
}

impl Options<'_> {
    /// Whether a commitment that comes after an `earlier` one is the one requested.
    fn requested(&self, commitment: &Commitment, earlier: Option<Digest>) -> bool {
        match (self.resealing, earlier) {
            // `suiji seal` without options finishes any interrupted sealing.
            (None, _) => true,
            (Some(resealing), Some(earlier)) => resealing.matches(commitment, earlier),
            (Some(_), None) => false,
        }
    }
}

/// Seals a case and shows the commitment.
pub(crate) fn seal(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
) -> Result<Exit, Failure> {
    if options.dry_run {
        seal_and_show(session, case, options, 0)?;
        return Ok(Exit::Success);
    }
    let lock = lock::exclusive(case.folder())?;
    if lock.is_held() {
        case.sweep();
    }
    let mut finished = Ok(());
    if pending::finish_pending(case).map_err(|error| case.failure(error))? {
        finished = show_finished(session, case, options)?;
    } else {
        let added = add_drawn(session, case, options).map_err(|error| case.failure(error))?;
        seal_and_show(session, case, options, added)?;
    }
    // Closed only now: if the commitment was not shown, the next sealing shows it.
    session.flush()?;
    pending::close(case)?;
    finished.map_err(|error| case.failure(error))?;
    Ok(Exit::Success)
}

fn seal_and_show(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
    added: usize,
) -> Result<(), Failure> {
    let sealing = make(session, case, options).map_err(|error| case.failure(error))?;
    if !options.dry_run {
        enter(case, sealing.sealed.commitment())?;
    }
    let sealing = Sealing { added, ..sealing };
    show::sealing(session, case, &sealing)
}

/// Enters a commitment in the ledger before it is shown. If this fails, the sealing is not finished, and the next run
/// enters it.
fn enter(case: &Case, commitment: &Commitment) -> Result<(), Error> {
    ledger::enter_once(case, Event::sealed(commitment, false))
}

/// Adds the visits of the draw that remains valid to the history, if this is requested. Returns how many were added.
fn add_drawn(session: &Session<'_>, case: &Case, options: &Options<'_>) -> Result<usize, Error> {
    if !options.add_drawn {
        return Ok(0);
    }
    let missing = follow::missing(case, &session.run())?;
    if !missing.is_empty() {
        history_file::add(case, &missing)?;
    }
    Ok(missing.len())
}

/// Shows the commitment of an interrupted sealing, which this run has finished. Nothing else was sealed. The inner
/// error is reported afterwards: the inputs have changed since, or this is not the requested commitment.
fn show_finished(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
) -> Result<Result<(), Error>, Failure> {
    let in_case = |error| case.failure(error);
    let path = case.path(COMMITMENT);
    let commitment = case.commitment().map_err(in_case)?;
    let commitment = commitment.ok_or_else(|| file_error(&path, codes::not_sealed()))?;
    enter(case, &commitment)?;
    let earlier = earlier::predecessor(case, &commitment)?;
    let requested = match options.requested(&commitment, earlier.map(|(_, digest)| digest)) {
        true => Ok(()),
        false => Err(file_error(&path, codes::another_sealing())),
    };
    let sealed = match case.reopen(&commitment, &session.run()) {
        Ok(sealed) => sealed,
        Err(error) => {
            show::finished_digest(session, case, &commitment)?;
            return Ok(together(Err::<(), _>(error), requested).map(drop));
        }
    };
    let sealing = Sealing {
        sealed,
        // Nobody can have drawn since, because a draw is refused until the sealing is closed.
        known_before: files::exists(&case.path(CONTRIBUTIONS))?,
        earlier: earlier.map(|(number, _)| number),
        missing: Vec::new(),
        added: 0,
        kept: keep(case, &commitment, options),
        state: State::Finished,
        all_tasks: options.all_tasks,
    };
    show::sealing(session, case, &sealing)?;
    Ok(requested)
}

fn make(session: &Session<'_>, case: &Case, options: &Options<'_>) -> Result<Sealing, Error> {
    let run = session.run();
    let path = case.path(COMMITMENT);
    let found = files::read_optional(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
    if found.is_none() {
        lost::refuse(case, &run)?;
    }
    let old = match (&found, options.resealing) {
        (Some(_), None) => return Err(file_error(&path, codes::already_sealed())),
        (None, Some(_)) => return Err(file_error(&path, codes::not_sealed())),
        (Some(bytes), Some(resealing)) => Some((Commitment::from_json(bytes)?, resealing)),
        (None, None) => None,
    };
    let (inputs, ceremony) = together(case.inputs(&run), ceremony(case, old.as_ref(), &run))?;
    let time = match (&options.at, ceremony.sealed_at()) {
        (Some(time), _) | (None, Some(time)) => time.clone(),
        (None, None) => clock::now()?,
    };
    let mut earlier = earlier::commitments(case)?;
    earlier.extend(old.map(|(commitment, _)| commitment));
    let (ceremony, openings) = office::commit(ceremony.with_sealed_at(time).with_earlier(earlier))?;
    let sealed = match suiji::seal_with(&inputs, &ceremony, &run) {
        Ok(sealed) => sealed,
        Err(error) => {
            let findings = inputs.findings_with(ceremony.sealed_at(), &run)?;
            return Err(Error::from(error).with_findings(findings));
        }
    };
    let missing = match options.resealing {
        Some(Resealing::Follow) => follow::missing(case, &run)?,
        _ => Vec::new(),
    };
    let known_before = found.is_none() && files::exists(&case.path(CONTRIBUTIONS))?;
    if options.dry_run {
        return Ok(Sealing {
            sealed,
            known_before,
            earlier: None,
            missing,
            added: 0,
            kept: Kept::Not,
            state: State::DryRun,
            all_tasks: options.all_tasks,
        });
    }
    let new = NewCommitment {
        commitment: sealed.commitment().to_json(),
        office_secret: office::to_json(&openings),
    };
    pending::put(case, &new, found.as_deref())?;
    let earlier = earlier::predecessor(case, sealed.commitment())?;
    let kept = keep(case, sealed.commitment(), options);
    Ok(Sealing {
        sealed,
        known_before,
        earlier: earlier.map(|(number, _)| number),
        missing,
        added: 0,
        kept,
        state: State::Sealed,
        all_tasks: options.all_tasks,
    })
}

/// Keeps copies of the inputs in the case, so that the record can be verified even if the files change later. The case
/// is already sealed, so a failure is shown but is not an error.
fn keep(case: &Case, commitment: &Commitment, options: &Options<'_>) -> Kept {
    if options.without_inputs {
        return Kept::Not;
    }
    match kept::keep(case, commitment) {
        Ok(folder) => Kept::In(folder),
        Err(error) => Kept::Failed(error),
    }
}

fn ceremony(
    case: &Case,
    old: Option<&(Commitment, Resealing<'_>)>,
    run: &Run,
) -> Result<Ceremony, Error> {
    let ceremony = Ceremony::from_json(&case.ceremony_bytes()?)?;
    match old {
        Some((old, resealing)) => earlier::next_ceremony(case, &ceremony, old, *resealing, run),
        None => Ok(ceremony),
    }
}
