//! What the sources gave to a draw, complete and on disk before anything is computed.

use suiji::{Contributions, Error, ErrorKind, Fault, Faults, Place, Sealed, Source, SourceKind};

use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::given::Given;
use crate::case::office;
use crate::case::partial;
use crate::case::turn::{self, Sheet};
use crate::case::{CONTRIBUTIONS, Case, RECORD};
use crate::disk::writing::{self, Access};
use crate::show::ask;
use crate::show::session::Session;
use crate::texts::codes;

/// The contributions of all sources: those that were there, or those that are given now. `sheet` is
/// the one that they are for.
pub(crate) fn settle(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    sheet: &Sheet,
) -> Result<Contributions, Failure> {
    let in_case = |error| case.failure(error);
    let checked = |contributions: Contributions| {
        let fit = sealed.check_contributions(&contributions);
        fit.map(|()| contributions).map_err(in_case)
    };
    if let Some(contributions) = case.contributions().map_err(in_case)? {
        return checked(contributions);
    }
    match case.record(&session.run()).map_err(in_case)? {
        Some(record) if record.commitment() != sealed.commitment() => {
            Err(file_error(&case.path(RECORD), codes::other_record()).into())
        }
        // A record without them has them: nothing is drawn a second time.
        Some(record) => checked(record.contributions().clone()),
        None => {
            let contributions = checked(give(session, case, sealed, sheet)?)?;
            put(case, &contributions, sheet)?;
            Ok(contributions)
        }
    }
}

fn give(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    sheet: &Sheet,
) -> Result<Contributions, Failure> {
    let in_case = |error| case.failure(error);
    let mut given = Given::some(&partial::read(case, sheet.digest())?);
    let sources = sealed.commitment().sources();
    if given.is_beyond(sources) {
        return Err(partial::misfit(case).into());
    }
    let kept = office::kept(case)?;
    for (place, source) in (0..).zip(sources) {
        if let Some(one) = given.of(place) {
            let index = usize::try_from(place).unwrap_or(usize::MAX);
            let checked = sealed.check_contribution(index, one);
            checked.map_err(|_| partial::misfit(case))?;
        } else if let SourceKind::Committed {
            commitment: Some(commitment),
        } = source.kind()
        {
            let hash = sealed.commitment().hash();
            if let Some(opening) = kept.iter().find(|opening| opening.opens(hash, commitment)) {
                given.open_own(place, opening.contribution()?);
            }
        }
    }
    refuse_drand(sources).map_err(in_case)?;
    ask::ask(session, case, (sealed, sheet), &mut given)?;
    Ok(given.contributions())
}

/// A drand signature could not be checked, so that no answer to a question would help.
fn refuse_drand(sources: &[Source]) -> Result<(), Error> {
    let mut faults = Faults::default();
    for (place, source) in sources.iter().enumerate() {
        if matches!(source.kind(), SourceKind::Drand { .. }) {
            let at = Place::new(ErrorKind::Contributions, format!("$[{place}]"));
            let details = [("source", source.name())];
            faults.push(Fault::new(suiji::codes::CONTRIBUTION_DRAND, at, &details));
        }
    }
    faults.into_result(())
}

/// Puts the contributions on disk, unless others are there.
fn put(case: &Case, contributions: &Contributions, sheet: &Sheet) -> Result<(), Failure> {
    let path = case.path(CONTRIBUTIONS);
    let text = contributions.to_json();
    let theirs = || case.contributions().map_err(|error| case.failure(error));
    let are_ours = || matches!(case.contributions(), Ok(Some(there)) if there == *contributions);
    let create = || writing::create(&path, text.as_bytes(), Access::Shared);
    match turn::write(case, sheet, (&path, create), are_ours) {
        Err(error) if error.code() == codes::EXISTS.id() => {
            if theirs()?.as_ref() != Some(contributions) {
                return Err(file_error(&path, codes::other_contributions()).into());
            }
            Ok(turn::still_sealed(case, sheet)?)
        }
        put => Ok(put?),
    }
}
