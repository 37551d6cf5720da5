//! The inputs that each sealing keeps: `sealed/1/`, `sealed/2/` and so on, each with its commitment.
//!
//! They are copies, not links: if a program wrote into the original file, a link would show the
//! change.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Commitment, Digest};

use super::folder::Case;
use super::names::{COMMITMENT, SEALED};
use crate::base::error::Error;
use crate::base::errors;
use crate::disk::files;
use crate::disk::writing::{Access, Staged, sync_folder, unwritable};

impl Case {
    /// The case with the inputs that the sealing of a commitment kept, if it kept them.
    pub(crate) fn as_sealed(&self, commitment: &Commitment) -> Result<Self, Error> {
        let kept = of_commitment(self, commitment.digest())?;
        Ok(self.with_inputs(kept))
    }
}

/// Keeps the inputs of a commitment, unless they are kept already. Returns the folder.
pub(crate) fn keep(case: &Case, commitment: &Commitment) -> Result<PathBuf, Error> {
    if let Some(kept) = of_commitment(case, commitment.digest())? {
        return Ok(kept);
    }
    let all = case.path(SEALED);
    let cannot = unwritable(&all);
    match fs::create_dir(&all) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(cannot(error)),
        Err(_) => {}
        Ok(()) => sync_folder(case.folder()).map_err(cannot)?,
    }
    let number = numbers(&all)?.last().map_or(1, |last| last + 1);
    let folder = all.join(number.to_string());
    let text = commitment.to_json();
    let staged = Staged::write(&folder, &[(COMMITMENT, &text, Access::Shared)]).map_err(cannot)?;
    for path in case.input_files()? {
        staged.copy(&path).map_err(cannot)?;
    }
    staged.rename(&folder).map_err(cannot)?;
    sync_folder(&all).map_err(cannot)?;
    Ok(folder)
}

/// The folder with the inputs of a commitment, if they were kept.
pub(crate) fn of_commitment(case: &Case, digest: Digest) -> Result<Option<PathBuf>, Error> {
    let all = case.path(SEALED);
    for number in numbers(&all)? {
        let folder = all.join(number.to_string());
        if read(&folder)?.is_some_and(|found| found.digest() == digest) {
            return Ok(Some(folder));
        }
    }
    Ok(None)
}

/// The last commitment whose inputs were kept.
pub(crate) fn newest(case: &Case) -> Result<Option<Commitment>, Error> {
    let all = case.path(SEALED);
    match numbers(&all)?.last() {
        Some(number) => read(&all.join(number.to_string())),
        None => Ok(None),
    }
}

/// The commitment in a folder; none if it is missing or cannot be read.
fn read(folder: &Path) -> Result<Option<Commitment>, Error> {
    let path = folder.join(COMMITMENT);
    let bytes = files::read_optional(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
    Ok(bytes.and_then(|bytes| Commitment::from_json(&bytes).ok()))
}

/// The numbers of the folders, ascending.
fn numbers(all: &Path) -> Result<Vec<u64>, Error> {
    let entries = match fs::read_dir(all) {
        Err(error) if files::is_not_found(&error) => return Ok(Vec::new()),
        entries => entries.map_err(|error| errors::unreadable(all, &error))?,
    };
    let mut numbers = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| errors::unreadable(all, &error))?;
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.parse::<u64>().ok());
        // Only numbers in the form that the command writes.
        numbers.extend(number.filter(|number| name.to_str() == Some(&number.to_string())));
    }
    numbers.sort_unstable();
    Ok(numbers)
}
