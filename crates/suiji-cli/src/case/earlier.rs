//! Earlier sheets of a case, and how a new sheet names them [S3c].

use suiji::limits;
use suiji::{
    Ceremony, Commitment, Digest, Error, ErrorKind, Followed, PartialContributions, Run,
    Superseded, Time,
};

use super::folder::Case;
use super::given::Given;
use super::names::{COMMITMENT, RECORD};
use super::partial;
use crate::base::errors::{file_error, missing_file};
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};
use crate::texts::codes;

/// Why a case is sealed again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Why<'w> {
    /// The sheet that is there is replaced.
    Supersede {
        reason: &'w str,
        approved_by: &'w str,
    },
    /// Its draw stands, and this is the next one.
    Follow,
}

impl Why<'_> {
    /// Whether a sheet names an earlier one for this reason.
    pub(crate) fn is_of(self, sheet: &Commitment, earlier: Digest) -> bool {
        let supersedes = sheet.supersedes().iter();
        let mut supersedes = supersedes.filter(|one| one.commitment() == earlier);
        let mut follows = sheet.follows().iter();
        match self {
            Self::Follow => follows.any(|one| one.commitment() == earlier),
            Self::Supersede {
                reason,
                approved_by,
            } => supersedes.any(|one| (one.reason(), one.approved_by()) == (reason, approved_by)),
        }
    }
}

/// The sheets that stand beside `commitment.json`, the oldest first.
pub(crate) fn sheets(case: &Case) -> Result<Vec<Commitment>, Error> {
    let numbers = numbers(case.folder(), COMMITMENT)?.into_iter();
    numbers.map(|number| numbered_sheet(case, number)).collect()
}

fn numbered_sheet(case: &Case, number: u64) -> Result<Commitment, Error> {
    let path = case.path(&numbered(COMMITMENT, number));
    let bytes = files::read_own(&path, limits::SHEET_BYTES, ErrorKind::Commitment)?;
    let bytes = bytes.ok_or_else(|| missing_file(&path, None))?;
    Commitment::from_json(&bytes)
}

/// Those that stand there from before a sheet, which may have been set aside itself.
pub(crate) fn sheets_before(case: &Case, sheet: &Commitment) -> Result<Vec<Commitment>, Error> {
    let mut sheets = sheets(case)?;
    if let Some(own) = sheets.iter().position(|earlier| earlier == sheet) {
        sheets.truncate(own);
    }
    Ok(sheets)
}

/// The sheet that a sheet comes after, where it stands beside it: its number and its digest.
pub(crate) fn replaced(case: &Case, sheet: &Commitment) -> Result<Option<(u64, Digest)>, Error> {
    let numbers = numbers(case.folder(), COMMITMENT)?.into_iter();
    let named: Vec<Digest> = named(sheet.follows(), sheet.supersedes()).collect();
    // One that cannot be read is none that the sheet names.
    let read = |number| Some((number, numbered_sheet(case, number).ok()?.digest()));
    let mut there = numbers.rev().filter_map(read);
    Ok(there.find(|(_, digest)| named.contains(digest)))
}

/// The ceremony of a sheet that comes after `old`: the old sheet's earlier sheets, its own, and then the
/// old one itself.
///
/// A time of sealing that is not after the old sheet's is the old sheet's own, and is dropped.
pub(crate) fn renewed(
    case: &Case,
    ceremony: &Ceremony,
    old: &Commitment,
    why: Why<'_>,
    run: &Run,
) -> Result<Ceremony, Error> {
    let mut renewed = Ceremony::new(ceremony.hash(), ceremony.sources().iter().cloned());
    let known: Vec<Digest> = named(old.follows(), old.supersedes()).collect();
    let new = |sheet: Digest| !known.contains(&sheet);
    let follows = ceremony
        .follows()
        .iter()
        .filter(|sheet| new(sheet.commitment()));
    for sheet in old.follows().iter().chain(follows) {
        renewed = renewed.with_followed(sheet.clone());
    }
    let supersedes = ceremony
        .supersedes()
        .iter()
        .filter(|sheet| new(sheet.commitment()));
    for sheet in old.supersedes().iter().chain(supersedes) {
        renewed = renewed.with_superseded(sheet.clone());
    }
    // Where the office has sealed another plan since, it says so in ceremony.json.
    let previous = ceremony
        .previous()
        .filter(|sheet| Some(*sheet) != old.previous());
    renewed = renewed.with_previous(previous.unwrap_or_else(|| old.digest()));
    if let Some(secret) = ceremony.secret() {
        renewed = renewed.blinded(secret.clone());
    }
    let later = |time: &&Time| time.unix_seconds() > old.sealed_at().unix_seconds();
    if let Some(time) = ceremony.sealed_at().filter(later) {
        renewed = renewed.with_sealed_at(time.clone());
    }
    name(case, renewed, old, why, run)
}

fn named<'s>(
    follows: &'s [Followed],
    supersedes: &'s [Superseded],
) -> impl Iterator<Item = Digest> + 's {
    let follows = follows.iter().map(Followed::commitment);
    follows.chain(supersedes.iter().map(Superseded::commitment))
}

/// Names the old sheet in the ceremony of the new one [S3c].
fn name(
    case: &Case,
    renewed: Ceremony,
    old: &Commitment,
    why: Why<'_>,
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
    match (why, record) {
        (Why::Follow, Some(record)) => {
            Ok(renewed.with_followed(Followed::new(old.digest(), record)))
        }
        (Why::Follow, None) => Err(file_error(&path, codes::no_record())),
        (
            Why::Supersede {
                reason,
                approved_by,
            },
            record,
        ) => {
            let sheet = Superseded::new(old.digest(), reason, approved_by);
            Ok(renewed.with_superseded(match record {
                Some(record) => sheet.with_record(record),
                None => sheet.with_contributions(given(case, old)?),
            }))
        }
    }
}

/// What had been given for a sheet of which no record was made.
fn given(case: &Case, sheet: &Commitment) -> Result<PartialContributions, Error> {
    match case.contributions()? {
        Some(whole) => Ok(Given::whole(&whole).placed()),
        None => partial::read(case, &sheet.digest()),
    }
}
