//! The results of the inspections of a case, with the record that they belong to.

use suiji::error::ErrorKind;
use suiji::{Digest, Results, limits};

use super::folder::Case;
use super::names::RESULTS;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};
use crate::disk::writing::{self, Access};
use crate::texts::codes;

/// The results of the case that belong to a record: those of `results.json`, or else the longest of the numbered files
/// that name it.
pub(crate) fn of_record(case: &Case, record: Digest) -> Result<Option<Results>, Error> {
    if let Some(results) = newest(case)?.filter(|of| of.record() == record) {
        return Ok(Some(results));
    }
    let mut longest: Option<Results> = None;
    for number in numbers(case.folder(), RESULTS)? {
        // A file that cannot be read does not name the record.
        let bytes = read(case, &numbered(RESULTS, number))?;
        let found = bytes.and_then(|bytes| Results::from_json(&bytes).ok());
        let length = longest.as_ref().map_or(0, |of| of.inspections().len());
        let longer = found.filter(|of| of.record() == record && of.inspections().len() > length);
        longest = longer.or(longest);
    }
    Ok(longest)
}

/// The results in `results.json`.
fn newest(case: &Case) -> Result<Option<Results>, Error> {
    let results = read(case, RESULTS)?.map(|bytes| Results::from_json(&bytes));
    Ok(results.transpose()?)
}

/// Writes `results.json`, and keeps the earlier file under a number. `before` is the content when the command began.
pub(crate) fn save(case: &Case, before: Option<&[u8]>, results: &Results) -> Result<(), Error> {
    let path = case.path(RESULTS);
    let text = results.to_json();
    if read(case, RESULTS)?.as_deref() != before {
        return Err(file_error(&path, codes::changed_meanwhile()));
    }
    if before == Some(text.as_bytes()) {
        return Ok(());
    }
    if let Some(bytes) = before {
        keep(case, bytes)?;
    }
    writing::replace(&path, text.as_bytes(), Access::Shared)
}

/// Keeps the earlier file under a number, unless an interrupted run has already done so.
fn keep(case: &Case, bytes: &[u8]) -> Result<(), Error> {
    if let Some(last) = numbers(case.folder(), RESULTS)?.pop()
        && read(case, &numbered(RESULTS, last))?.as_deref() == Some(bytes)
    {
        return Ok(());
    }
    let path = case.path(&numbered(RESULTS, case.next_number()?));
    writing::create(&path, bytes, Access::Shared)
}

/// The bytes of `results.json`, if there are any.
pub(crate) fn bytes(case: &Case) -> Result<Option<Vec<u8>>, Error> {
    read(case, RESULTS)
}

fn read(case: &Case, name: &str) -> Result<Option<Vec<u8>>, Error> {
    files::read_written(&case.path(name), limits::RECORD_BYTES, ErrorKind::Results)
}
