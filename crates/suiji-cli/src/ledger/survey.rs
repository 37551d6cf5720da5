//! The commitments and records of an office, in a folder and in the case folders inside it.

use std::fs;
use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Commitment, Record, Run};

use crate::base::error::Error;
use crate::base::errors;
use crate::base::failure::Failure;
use crate::case::{COMMITMENT, RECORD, SEALING};
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};

/// A commitment, and the record that was drawn from it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) commitment: Option<(PathBuf, Commitment)>,
    pub(super) record: Option<(PathBuf, Record)>,
}

/// All of them, in the order of sealing.
pub(super) fn of_office(office: &Path, run: &Run) -> Result<Vec<Found>, Failure> {
    let mut folders = vec![office.to_owned()];
    let unreadable = |error: std::io::Error| errors::unreadable(office, &error);
    for entry in fs::read_dir(office).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        // Links are not followed: they could lead anywhere.
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir());
        if is_folder && !is_pending(&path) {
            folders.push(path);
        }
    }
    folders.sort();
    let mut all = Vec::new();
    for folder in folders {
        all.extend(of_case(&folder, run)?);
    }
    let sealed_at = |found: &Found| {
        let commitment = found.commitment.as_ref().map(|(_, commitment)| commitment);
        let commitment = commitment.or(found.record.as_ref().map(|(_, of)| of.commitment()));
        commitment.map(|commitment| commitment.sealed_at().unix_seconds())
    };
    all.sort_by_key(sealed_at);
    Ok(all)
}

/// Whether a folder is a temporary one, or belongs to an unfinished sealing.
fn is_pending(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name == SEALING || name.starts_with('.')
}

fn of_case(folder: &Path, run: &Run) -> Result<Vec<Found>, Failure> {
    let mut earlier = numbers(folder, COMMITMENT)?;
    earlier.extend(numbers(folder, RECORD)?);
    earlier.sort_unstable();
    earlier.dedup();
    // The oldest first. Two may have the same second.
    let earlier = earlier.into_iter();
    let earlier = earlier.map(|number| (numbered(COMMITMENT, number), numbered(RECORD, number)));
    let names = earlier.chain([(COMMITMENT.to_owned(), RECORD.to_owned())]);
    let mut all = Vec::new();
    for (commitment, record) in names {
        let found = Found {
            commitment: read(
                folder.join(commitment),
                Kind::Commitment,
                Commitment::from_json,
            )?,
            record: read(folder.join(record), Kind::Record, |bytes| {
                Record::from_json_with(bytes, run)
            })?,
        };
        if found.commitment.is_some() || found.record.is_some() {
            all.push(found);
        }
    }
    Ok(all)
}

enum Kind {
    Commitment,
    Record,
}

fn read<T>(
    path: PathBuf,
    kind: Kind,
    parse: impl FnOnce(&[u8]) -> Result<T, suiji::Error>,
) -> Result<Option<(PathBuf, T)>, Failure> {
    let (limit, kind) = match kind {
        Kind::Commitment => (limits::COMMITMENT_BYTES, ErrorKind::Commitment),
        Kind::Record => (limits::RECORD_BYTES, ErrorKind::Record),
    };
    let bytes = files::read_written(&path, limit, kind)?;
    let parsed = bytes.map(|bytes| parse(&bytes)).transpose();
    let parsed = parsed.map_err(|error| Failure::of(Error::from(error), kind, &path))?;
    Ok(parsed.map(|parsed| (path, parsed)))
}
