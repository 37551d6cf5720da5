//! `contributions.partial.json`: the contributions confirmed so far, and the digest of their commitment. The
//! digest prevents their use for another commitment.

use std::fs;

use serde_json::Value;
use suiji::Digest;
use suiji::ceremony::PartialContributions;
use suiji::error::ErrorKind;
use suiji::limits;

use super::collected::Collected;
use super::draw_files::{self, Begun};
use super::folder::Case;
use super::names::{CONTRIBUTIONS, PARTIAL};
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::texts::codes;

/// The confirmed contributions for a commitment; none if there is no file.
pub(crate) fn read(case: &Case, commitment: &Digest) -> Result<PartialContributions, Error> {
    let path = case.path(PARTIAL);
    match files::read_optional(&path, limits::PLAN_BYTES, ErrorKind::Contributions)? {
        Some(bytes) => parse(&bytes, commitment).ok_or_else(|| mismatch(case)),
        None => Ok(PartialContributions::new([])),
    }
}

/// Saves the confirmed contributions of a draw, together with those that other draws have saved. If a different
/// contribution of a source is saved already, that is an error.
pub(crate) fn save(case: &Case, begun: &Begun, own: &PartialContributions) -> Result<(), Error> {
    let path = case.path(PARTIAL);
    let is_ours = || read(case, begun.digest()).is_ok_and(|saved| saved == *own);
    draw_files::write(case, begun, (&path, || add(case, begun, own)), is_ours)
}

/// Removes the file. The record contains all contributions by then.
pub(crate) fn remove(case: &Case) {
    let synced = writing::sync_folder(case.folder());
    if synced.is_ok() {
        let _ = fs::remove_file(case.path(PARTIAL));
    }
}

/// The error of a file that is damaged, or that belongs to another commitment.
pub(crate) fn mismatch(case: &Case) -> Error {
    file_error(&case.path(PARTIAL), codes::partial())
}

fn add(case: &Case, begun: &Begun, own: &PartialContributions) -> Result<(), Error> {
    let complete = case.contributions()?;
    let (name, mut saved) = match &complete {
        Some(complete) => (CONTRIBUTIONS, Collected::all(complete)),
        None => (PARTIAL, Collected::some(&read(case, begun.digest())?)),
    };
    let path = case.path(name);
    for (source, one) in own.iter() {
        match saved.of(source) {
            Some(other) if other != one => {
                return Err(file_error(&path, codes::other_contributions()));
            }
            _ => saved.add(source, one.clone()),
        }
    }
    match complete {
        Some(_) => Ok(()),
        None => {
            let text = to_json(begun.digest(), &saved.to_partial());
            writing::replace(&path, text.as_bytes(), Access::Private)
        }
    }
}

/// The digest of the commitment, and the contributions in the form of [S3c], each with the index of its source.
fn to_json(commitment: &Digest, contributions: &PartialContributions) -> String {
    let list = contributions.to_json();
    let list = list.trim_end();
    format!("{{\n\"commitment\": \"{commitment}\",\n\"contributions\": {list}\n}}\n")
}

fn parse(bytes: &[u8], commitment: &Digest) -> Option<PartialContributions> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    let of: Digest = file.get("commitment")?.as_str()?.parse().ok()?;
    let list = file.get("contributions")?.to_string();
    let contributions = PartialContributions::from_json(list.as_bytes()).ok()?;
    (of == *commitment).then_some(contributions)
}
