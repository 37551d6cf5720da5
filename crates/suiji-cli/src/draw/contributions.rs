//! The contributions of a draw: complete, shown, confirmed and saved before anything is computed.

use std::io;

use suiji::ceremony::{By, SourceKind};
use suiji::{Contributions, Sealed};

use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::collected::Collected;
use crate::case::draw_files::{self, Begun};
use crate::case::ledger;
use crate::case::partial;
use crate::case::{CONTRIBUTIONS, Case, RECORD};
use crate::case::{lost, office};
use crate::disk::writing::{self, Access};
use crate::show::layout::groups;
use crate::show::session::Session;
use crate::show::{ask, values};
use crate::texts::{self, codes};

/// The contributions of all sources: saved ones, and those that are entered now.
///
/// They are shown and must be confirmed, unless `sure` is set. If the case has a record, nothing is asked, because its
/// draw is done.
pub(super) fn contributions(
    session: &mut Session<'_>,
    case: &Case,
    (sealed, begun): (&Sealed, &Begun),
    sure: bool,
) -> Result<Contributions, Failure> {
    let in_case = |error| case.failure(error);
    let checked = |contributions: Contributions| {
        let checked = sealed.check_contributions(&contributions);
        let checked = checked.map_err(|error| case.failure(error));
        checked.map(|()| contributions)
    };
    let record = case.record(&session.run()).map_err(in_case)?;
    let saved = case.contributions().map_err(in_case)?;
    if let Some(record) = record {
        if record.commitment() != sealed.commitment() {
            return Err(file_error(&case.path(RECORD), codes::other_record()).into());
        }
        // An existing draw can be shown even from a read-only disk.
        if lost::restore_office_secret(case, &record).unwrap_or(false) {
            session.note(texts::secret_restored())?;
        }
        // The record contains them even if the file is missing. Nothing is drawn a second time.
        return checked(saved.unwrap_or_else(|| record.contributions().clone()));
    }
    let quiet = session.json && sure;
    if !quiet {
        print_digest(session, sealed)?;
    }
    let contributions = match &saved {
        Some(saved) => checked(saved.clone())?,
        None => checked(collect(session, case, sealed, begun)?)?,
    };
    ledger::enter_shown(case, *begun.digest(), &contributions)?;
    if !quiet {
        values::show_all(session, sealed.commitment().sources(), &contributions)?;
    }
    if !sure {
        let path = case.path(CONTRIBUTIONS);
        match ask::confirm(session, texts::confirm_draw())? {
            Some(true) => {}
            _ => return Err(file_error(&path, codes::not_confirmed()).into()),
        }
    }
    if saved.is_none() {
        save(case, &contributions, begun)?;
    }
    Ok(contributions)
}

fn print_digest(session: &mut Session<'_>, sealed: &Sealed) -> io::Result<()> {
    session.note(texts::compare_digest())?;
    let digest = groups("  ", &sealed.commitment().digest());
    session.note(digest.trim_end())
}

fn collect(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    begun: &Begun,
) -> Result<Contributions, Failure> {
    let mut collected = Collected::some(&partial::read(case, begun.digest())?);
    let sources = sealed.commitment().sources();
    if collected.has_unknown_source(sources) {
        return Err(partial::mismatch(case).into());
    }
    for (index, one) in collected.iter() {
        let checked = sealed.check_contribution(index, one);
        checked.map_err(|_| partial::mismatch(case))?;
    }
    open_own(session, case, (sealed, begun), &mut collected)?;
    ask::ask(session, case, (sealed, begun), &mut collected)?;
    Ok(collected.contributions(*begun.digest()))
}

/// Opens the office's own values and shows them before any other value is asked for.
fn open_own(
    session: &mut Session<'_>,
    case: &Case,
    (sealed, begun): (&Sealed, &Begun),
    collected: &mut Collected,
) -> Result<(), Failure> {
    let openings = office::saved(case)?;
    let hash = sealed.commitment().hash();
    for (index, source) in (0..).zip(sealed.commitment().sources()) {
        let SourceKind::Committed {
            commitment: Some(commitment),
        } = source.kind()
        else {
            continue;
        };
        if collected.has(index) {
            continue;
        }
        match openings.iter().find(|one| one.opens(hash, commitment)) {
            Some(opening) => {
                let one = opening.contribution()?;
                let seen = ledger::seen(*begun.digest(), index, &one);
                ledger::enter_once(case, seen)?;
                session.note(texts::own_value(source.name()))?;
                values::show_one(session, &one)?;
                collected.add_own(index, one);
            }
            None if source.by() == By::Office && lost::was_made(case, index) => {
                // Without locks, another sealing may have moved the file.
                draw_files::check_commitment(case, begun)?;
                return Err(lost::office_secret(case, source.name()).into());
            }
            None => {}
        }
    }
    Ok(())
}

/// Saves the contributions, unless another draw has saved different ones.
fn save(case: &Case, contributions: &Contributions, begun: &Begun) -> Result<(), Failure> {
    let path = case.path(CONTRIBUTIONS);
    let text = contributions.to_json();
    let saved = || case.contributions().map_err(|error| case.failure(error));
    let are_ours = || matches!(case.contributions(), Ok(Some(saved)) if saved == *contributions);
    let create = || writing::create(&path, text.as_bytes(), Access::Shared);
    match draw_files::write(case, begun, (&path, create), are_ours) {
        Err(error) if error.is(codes::EXISTS) => {
            if saved()?.as_ref() != Some(contributions) {
                return Err(file_error(&path, codes::other_contributions()).into());
            }
            Ok(draw_files::check_commitment(case, begun)?)
        }
        written => Ok(written?),
    }
}
