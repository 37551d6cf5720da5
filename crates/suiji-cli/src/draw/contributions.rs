//! The contributions of a draw: complete and saved before anything is computed.

use suiji::ceremony::SourceKind;
use suiji::error::{ErrorKind, Fault, Faults, Place};
use suiji::{Contributions, Error, Sealed, Source};

use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::collected::Collected;
use crate::case::draw_files::{self, Begun};
use crate::case::office;
use crate::case::partial;
use crate::case::{CONTRIBUTIONS, Case, RECORD};
use crate::disk::writing::{self, Access};
use crate::show::ask;
use crate::show::session::Session;
use crate::texts::codes;

/// The contributions of all sources: those that the case already has, or those that are entered now.
pub(super) fn contributions(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    begun: &Begun,
) -> Result<Contributions, Failure> {
    let in_case = |error| case.failure(error);
    let checked = |contributions: Contributions| {
        let checked = sealed.check_contributions(&contributions);
        checked.map(|()| contributions).map_err(in_case)
    };
    if let Some(contributions) = case.contributions().map_err(in_case)? {
        return checked(contributions);
    }
    match case.record(&session.run()).map_err(in_case)? {
        Some(record) if record.commitment() != sealed.commitment() => {
            Err(file_error(&case.path(RECORD), codes::other_record()).into())
        }
        // The record contains them, even if the file is missing: nothing is drawn a second time.
        Some(record) => checked(record.contributions().clone()),
        None => {
            let contributions = checked(collect(session, case, sealed, begun)?)?;
            save(case, &contributions, begun)?;
            Ok(contributions)
        }
    }
}

fn collect(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    begun: &Begun,
) -> Result<Contributions, Failure> {
    let in_case = |error| case.failure(error);
    let mut collected = Collected::some(&partial::read(case, begun.digest())?);
    let sources = sealed.commitment().sources();
    if collected.has_unknown_source(sources) {
        return Err(partial::mismatch(case).into());
    }
    let openings = office::saved(case)?;
    for (index, source) in (0..).zip(sources) {
        if let Some(one) = collected.of(index) {
            let checked = sealed.check_contribution(index, one);
            checked.map_err(|_| partial::mismatch(case))?;
        } else if let SourceKind::Committed {
            commitment: Some(commitment),
        } = source.kind()
        {
            let hash = sealed.commitment().hash();
            let opening = openings.iter().find(|one| one.opens(hash, commitment));
            if let Some(opening) = opening {
                collected.add_own(index, opening.contribution()?);
            }
        }
    }
    refuse_drand(sources).map_err(in_case)?;
    ask::ask(session, case, (sealed, begun), &mut collected)?;
    Ok(collected.contributions(*begun.digest()))
}

/// Refuses drand sources before anything is asked: their signatures cannot be checked.
fn refuse_drand(sources: &[Source]) -> Result<(), Error> {
    let mut faults = Faults::default();
    for (index, source) in sources.iter().enumerate() {
        if matches!(source.kind(), SourceKind::Drand { .. }) {
            let place = Place::new(ErrorKind::Contributions, format!("$[{index}]"));
            let details = [("source", source.name())];
            faults.push(Fault::new(
                suiji::error::codes::CONTRIBUTION_DRAND,
                place,
                &details,
            ));
        }
    }
    faults.into_result(())
}

/// Saves the contributions, unless another draw has saved different ones.
fn save(case: &Case, contributions: &Contributions, begun: &Begun) -> Result<(), Failure> {
    let path = case.path(CONTRIBUTIONS);
    let text = contributions.to_json();
    let saved = || case.contributions().map_err(|error| case.failure(error));
    let are_ours = || matches!(case.contributions(), Ok(Some(saved)) if saved == *contributions);
    let create = || writing::create(&path, text.as_bytes(), Access::Shared);
    match draw_files::write(case, begun, (&path, create), are_ours) {
        Err(error) if error.code() == codes::EXISTS.id() => {
            if saved()?.as_ref() != Some(contributions) {
                return Err(file_error(&path, codes::other_contributions()).into());
            }
            Ok(draw_files::check_commitment(case, begun)?)
        }
        written => Ok(written?),
    }
}
