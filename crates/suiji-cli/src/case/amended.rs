//! The amendments of a record of the case.

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Amendments, Commitment, Digest, Error};

use super::folder::Case;
use super::names::{AMENDMENTS, COMMITMENT};
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};

/// The amendments of a record, if it has any.
///
/// For a record of `commitment.json` they are in `amendments.json`, whatever record that names: if it is another
/// one, the verification says so. For an earlier record they are the longest of the numbered files that name it,
/// since each document contains those before it.
pub(crate) fn of_record(
    case: &Case,
    commitment: &Commitment,
    record: Digest,
) -> Result<Option<Amendments>, Error> {
    let path = case.path(COMMITMENT);
    let newest = files::read_optional(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
    let newest = newest.and_then(|bytes| Commitment::from_json(&bytes).ok());
    if newest.is_none_or(|newest| newest == *commitment) {
        return read(case, AMENDMENTS)?
            .map(|bytes| Amendments::from_json(&bytes))
            .transpose();
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
