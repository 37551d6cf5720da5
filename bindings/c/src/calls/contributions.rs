//! The values that the sources contribute.

use suiji::ceremony::PartialContributions;
use suiji::error::{ErrorKind, Fault, Place, codes};
use suiji::{Commitment, Contribution, Contributions, Error, Secret};

use crate::codes::{SUIJI_CONTRIBUTIONS, SUIJI_PARTIAL_CONTRIBUTIONS};
use crate::failure::Failure;
use crate::object::Object;
use crate::values::{hash, text};

/// The commitment of a committed source to its value, in hex.
///
/// # Errors
/// `hex.form`.
pub fn commitment_of(suite: i32, nonce: &[u8], value: &[u8]) -> Result<Object, Failure> {
    let nonce: Secret = text("nonce", nonce)?.parse()?;
    let value = text("value", value)?;
    let commitment = Contribution::commitment(hash(suite)?, &nonce, value);
    Ok(Object::bytes(commitment.to_string()))
}

/// The contribution of a live source, made from its numbers in the order in which they fell. The result is a list of
/// one contribution with its `source`.
///
/// # Errors
/// The faults of the commitment, and those of [`suiji::Source::arrange`]. Misuse if there is no such source.
pub fn arrange(commitment: &[u8], source: i32, numbers: &[i64]) -> Result<Object, Failure> {
    let commitment = Commitment::from_json(commitment)?;
    let index = usize::try_from(source).ok();
    let of = index.and_then(|index| commitment.sources().get(index));
    let of = of.ok_or_else(|| Failure::unknown_number("source", source.into()))?;
    let numbers: Result<Vec<u64>, Error> = numbers.iter().copied().map(natural).collect();
    let contribution = of.arrange(numbers?)?;
    let place = u64::try_from(source).unwrap_or_default();
    let partial = PartialContributions::new([(place, contribution)]);
    Ok(Object::bytes(partial.to_json()))
}

/// The number of a live source is never negative.
fn natural(number: i64) -> Result<u64, Error> {
    u64::try_from(number).map_err(|_| {
        let (found, to) = (number.to_string(), suiji::limits::INTEGER.to_string());
        let details = [("found", found.as_str()), ("from", "0"), ("to", &to)];
        let place = Place::new(ErrorKind::Contributions, "$.numbers");
        Error::new(Fault::new(codes::RANGE, place, &details))
    })
}

/// Contributions of all sources, each with its `source`, as the document for that commitment. Empty bytes mean no
/// contributions.
///
/// # Errors
/// The faults of both documents. `contributions.count` if a source has none, or there is one too many.
pub fn contributions(commitment: &[u8], partial: &[u8]) -> Result<Object, Failure> {
    let commitment = Commitment::from_json(commitment)?;
    let partial = match partial {
        [] => PartialContributions::default(),
        partial => PartialContributions::from_json(partial)?,
    };
    let sources = commitment.sources().len();
    let mut placed: Vec<(u64, &Contribution)> = partial.iter().collect();
    placed.sort_by_key(|(source, _)| *source);
    let complete = (0..)
        .zip(&placed)
        .all(|(index, (source, _))| index == *source);
    if placed.len() != sources || !complete {
        let given = placed.len();
        placed.dedup_by_key(|(source, _)| *source);
        // If there is one too many, the count is wrong. If one source has two, another source has none.
        let found = if given > sources { given } else { placed.len() };
        let (found, expected) = (found.to_string(), sources.to_string());
        let details = [("found", found.as_str()), ("expected", expected.as_str())];
        let place = Place::new(ErrorKind::Contributions, "$");
        return Err(Error::new(Fault::new(codes::CONTRIBUTION_COUNT, place, &details)).into());
    }
    let all = placed
        .into_iter()
        .map(|(_, contribution)| contribution.clone());
    let all = Contributions::new(commitment.digest(), all);
    Ok(Object::bytes(all.to_json()))
}

/// Checks contributions against a sealed commitment: those of all sources, or those made so far.
///
/// # Errors
/// The faults of the document, and those of [`Commitment::check_contributions`] or
/// [`Commitment::check_contribution`].
pub fn check_contributions(sealed: &Object, kind: i32, data: &[u8]) -> Result<(), Failure> {
    check(sealed.sealed("sealed")?.0.commitment(), kind, data)
}

/// Checks contributions in the same way as [`check_contributions`], against a commitment that is a document.
///
/// # Errors
/// The faults of both documents, and those of [`check_contributions`].
pub fn check_against(commitment: &[u8], kind: i32, data: &[u8]) -> Result<(), Failure> {
    check(&Commitment::from_json(commitment)?, kind, data)
}

fn check(commitment: &Commitment, kind: i32, data: &[u8]) -> Result<(), Failure> {
    match kind {
        SUIJI_CONTRIBUTIONS => {
            let contributions = Contributions::from_json(data)?;
            Ok(commitment.check_contributions(&contributions)?)
        }
        SUIJI_PARTIAL_CONTRIBUTIONS => {
            let mut faults = suiji::error::Faults::default();
            for (source, contribution) in PartialContributions::from_json(data)?.iter() {
                if let Err(error) = commitment.check_contribution(source, contribution) {
                    faults.extend(&error);
                }
            }
            Ok(faults.into_result(())?)
        }
        _ => Err(Failure::unknown_number("kind", kind.into())),
    }
}
