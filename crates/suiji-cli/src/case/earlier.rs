//! The earlier commitments of a case, and how a new commitment names them [S3c].

use suiji::ceremony::{Followed, PartialContributions, Superseded};
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::values::Time;
use suiji::{Ceremony, Commitment, Digest, Run};

use super::collected::Collected;
use super::folder::Case;
use super::names::{COMMITMENT, RECORD};
use super::partial;
use crate::base::error::Error;
use crate::base::errors::{file_error, missing_file};
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};
use crate::texts::codes;

/// The ways to seal a case again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Resealing<'w> {
    /// The existing commitment is replaced.
    Supersede {
        reason: &'w str,
        approved_by: &'w str,
    },
    /// The existing draw is valid, and this is the next one.
    Follow,
}

impl Resealing<'_> {
    /// Whether a commitment names an earlier one in this way.
    pub(crate) fn matches(self, commitment: &Commitment, earlier: Digest) -> bool {
        let supersedes = commitment.supersedes().iter();
        let mut supersedes = supersedes.filter(|one| one.commitment() == earlier);
        let mut follows = commitment.follows().iter();
        match self {
            Self::Follow => follows.any(|one| one.commitment() == earlier),
            Self::Supersede {
                reason,
                approved_by,
            } => supersedes.any(|one| (one.reason(), one.approved_by()) == (reason, approved_by)),
        }
    }
}

/// The numbered commitments, the oldest first.
pub(crate) fn commitments(case: &Case) -> Result<Vec<Commitment>, Error> {
    let numbers = numbers(case.folder(), COMMITMENT)?.into_iter();
    numbers
        .map(|number| numbered_commitment(case, number))
        .collect()
}

fn numbered_commitment(case: &Case, number: u64) -> Result<Commitment, Error> {
    let path = case.path(&numbered(COMMITMENT, number));
    let bytes = files::read_written(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
    let bytes = bytes.ok_or_else(|| missing_file(&path, None))?;
    Ok(Commitment::from_json(&bytes)?)
}

/// The numbered commitments that are older than a commitment, which may be numbered itself.
pub(crate) fn commitments_before(
    case: &Case,
    commitment: &Commitment,
) -> Result<Vec<Commitment>, Error> {
    let mut commitments = commitments(case)?;
    let own = commitments.iter().position(|one| one == commitment);
    commitments.truncate(own.unwrap_or(commitments.len()));
    Ok(commitments)
}

/// Number and digest of the numbered commitment that precedes a commitment.
pub(crate) fn predecessor(
    case: &Case,
    commitment: &Commitment,
) -> Result<Option<(u64, Digest)>, Error> {
    let numbers = numbers(case.folder(), COMMITMENT)?.into_iter();
    let named: Vec<Digest> = named(commitment.follows(), commitment.supersedes()).collect();
    // A commitment that cannot be read is not the one that is named.
    let read = |number| Some((number, numbered_commitment(case, number).ok()?.digest()));
    let mut earlier = numbers.rev().filter_map(read);
    Ok(earlier.find(|(_, digest)| named.contains(digest)))
}

/// The ceremony of a commitment that comes after `old`. It names, in this order: the earlier commitments that
/// `old` names, those that the ceremony names, and `old` itself.
///
/// A time of sealing that is not later than that of `old` was meant for `old`. It is ignored.
pub(crate) fn next_ceremony(
    case: &Case,
    ceremony: &Ceremony,
    old: &Commitment,
    resealing: Resealing<'_>,
    run: &Run,
) -> Result<Ceremony, Error> {
    let mut next = Ceremony::new(ceremony.hash(), ceremony.sources().iter().cloned());
    let known: Vec<Digest> = named(old.follows(), old.supersedes()).collect();
    let new = |earlier: Digest| !known.contains(&earlier);
    let follows = ceremony
        .follows()
        .iter()
        .filter(|one| new(one.commitment()));
    for one in old.follows().iter().chain(follows) {
        next = next.with_followed(one.clone());
    }
    let supersedes = ceremony
        .supersedes()
        .iter()
        .filter(|one| new(one.commitment()));
    for one in old.supersedes().iter().chain(supersedes) {
        next = next.with_superseded(one.clone());
    }
    // If the office has sealed another plan in the meantime, ceremony.json names that commitment.
    let previous = ceremony
        .previous()
        .filter(|one| Some(*one) != old.previous());
    next = next.with_previous(previous.unwrap_or_else(|| old.digest()));
    if let Some(secret) = ceremony.secret() {
        next = next.with_secret(secret.clone());
    }
    let later = |time: &&Time| time.unix_seconds() > old.sealed_at().unix_seconds();
    if let Some(time) = ceremony.sealed_at().filter(later) {
        next = next.with_sealed_at(time.clone());
    }
    name(case, next, old, resealing, run)
}

fn named<'s>(
    follows: &'s [Followed],
    supersedes: &'s [Superseded],
) -> impl Iterator<Item = Digest> + 's {
    let follows = follows.iter().map(Followed::commitment);
    follows.chain(supersedes.iter().map(Superseded::commitment))
}

/// Names the old commitment in the ceremony of the new one [S3c].
fn name(
    case: &Case,
    next: Ceremony,
    old: &Commitment,
    resealing: Resealing<'_>,
    run: &Run,
) -> Result<Ceremony, Error> {
    let record = case.record(run)?;
    let path = case.path(RECORD);
    if record
        .as_ref()
        .is_some_and(|record| record.commitment() != old)
    {
        return Err(file_error(&path, codes::other_record()));
    }
    let record = record.map(|record| record.digest());
    match (resealing, record) {
        (Resealing::Follow, Some(record)) => {
            Ok(next.with_followed(Followed::new(old.digest(), record)))
        }
        (Resealing::Follow, None) => Err(file_error(&path, codes::no_record())),
        (
            Resealing::Supersede {
                reason,
                approved_by,
            },
            record,
        ) => {
            let superseded = Superseded::new(old.digest(), reason, approved_by);
            Ok(next.with_superseded(match record {
                Some(record) => superseded.with_record(record),
                None => superseded.with_contributions(contributions(case, old)?),
            }))
        }
    }
}

/// The contributions for a commitment that has no record.
fn contributions(case: &Case, commitment: &Commitment) -> Result<PartialContributions, Error> {
    match case.contributions()? {
        Some(complete) => Ok(Collected::all(&complete).to_partial()),
        None => partial::read(case, &commitment.digest()),
    }
}
