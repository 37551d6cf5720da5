//! The amendments of a record of the case.

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Amendments, Commitment, Digest};

use super::folder::Case;
use super::names::AMENDMENTS;
use crate::base::error::Error;
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};

/// The amendments of a record; none if it has none.
///
/// For a record of `commitment.json` they are in `amendments.json`. If that file names another record, the verification
/// reports it. For an earlier record they are in the longest of the numbered files that name it, because each document
/// contains the amendments before it.
pub(crate) fn of_record(
    case: &Case,
    commitment: &Commitment,
    record: Digest,
) -> Result<Option<Amendments>, Error> {
    let newest = case.commitment_if_readable()?;
    if newest.is_none_or(|newest| newest == *commitment) {
        let bytes = read(case, AMENDMENTS)?;
        let amendments = bytes.map(|bytes| Amendments::from_json(&bytes));
        return Ok(amendments.transpose()?);
    }
    let mut longest: Option<Amendments> = None;
    for number in numbers(case.folder(), AMENDMENTS)? {
        // A file that cannot be read does not name the record.
        let bytes = read(case, &numbered(AMENDMENTS, number))?;
        let found = bytes.and_then(|bytes| Amendments::from_json(&bytes).ok());
        let length = longest.as_ref().map_or(0, |longest| longest.list().len());
        let longer = found.filter(|one| one.record() == record && one.list().len() > length);
        longest = longer.or(longest);
    }
    Ok(longest)
}

fn read(case: &Case, name: &str) -> Result<Option<Vec<u8>>, Error> {
    files::read_written(
        &case.path(name),
        limits::RECORD_BYTES,
        ErrorKind::Amendments,
    )
}
