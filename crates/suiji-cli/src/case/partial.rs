//! What was confirmed while contributions are being given, on disk: `contributions.partial.json`, which
//! names the sheet that it is for, so that it is never taken for another's.

use std::fs;

use serde_json::Value;
use suiji::limits;
use suiji::{Digest, Error, ErrorKind, PartialContributions};

use super::folder::Case;
use super::given::Given;
use super::names::{CONTRIBUTIONS, PARTIAL};
use super::turn::{self, Sheet};
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::texts::codes;

/// What was confirmed for a sheet; nothing, where there is no file.
pub(crate) fn read(case: &Case, sheet: &Digest) -> Result<PartialContributions, Error> {
    let path = case.path(PARTIAL);
    match files::read_if_there(&path, limits::PLAN_BYTES, ErrorKind::Contributions)? {
        Some(bytes) => parse(&bytes, sheet).ok_or_else(|| misfit(case)),
        None => Ok(PartialContributions::new([])),
    }
}

/// Keeps what was confirmed for the sheet of a draw, beside what other draws keep. What was confirmed first
/// stands.
pub(crate) fn keep(case: &Case, sheet: &Sheet, mine: &PartialContributions) -> Result<(), Error> {
    let path = case.path(PARTIAL);
    let is_ours = || read(case, sheet.digest()).is_ok_and(|there| there == *mine);
    turn::write(case, sheet, (&path, || add(case, sheet, mine)), is_ours)
}

/// Removes what was confirmed, once the record has it for good: nothing will ask for it.
pub(crate) fn forget(case: &Case) {
    let lasting = writing::sync_folder(case.folder());
    if lasting.is_ok() {
        let _ = fs::remove_file(case.path(PARTIAL));
    }
}

/// The error of a file with values that are not of the sheet, or of none.
pub(crate) fn misfit(case: &Case) -> Error {
    file_error(&case.path(PARTIAL), codes::partial())
}

fn add(case: &Case, sheet: &Sheet, mine: &PartialContributions) -> Result<(), Error> {
    let whole = case.contributions()?;
    let (name, mut there) = match &whole {
        Some(whole) => (CONTRIBUTIONS, Given::whole(whole)),
        None => (PARTIAL, Given::some(&read(case, sheet.digest())?)),
    };
    let path = case.path(name);
    for (source, one) in mine.iter() {
        match there.of(source) {
            Some(other) if other != one => {
                return Err(file_error(&path, codes::other_contributions()));
            }
            _ => there.give(source, one.clone()),
        }
    }
    match whole {
        Some(_) => Ok(()),
        None => {
            let text = to_json(sheet.digest(), &there.placed());
            writing::replace(&path, text.as_bytes(), Access::Private)
        }
    }
}

/// The sheet's digest, and the values in the form of [S3c]: each with its place among the sources.
fn to_json(sheet: &Digest, given: &PartialContributions) -> String {
    let list = given.to_json();
    let list = list.trim_end();
    format!("{{\n\"commitment\": \"{sheet}\",\n\"contributions\": {list}\n}}\n")
}

fn parse(bytes: &[u8], sheet: &Digest) -> Option<PartialContributions> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    let of: Digest = file.get("commitment")?.as_str()?.parse().ok()?;
    let list = file.get("contributions")?.to_string();
    let given = PartialContributions::from_json(list.as_bytes()).ok()?;
    (of == *sheet).then_some(given)
}
