//! Puts a new commitment in its place. After a crash at any moment, the case is as it was, or the next `suiji seal`
//! finishes the sealing.
//!
//! The new files are written to a temporary folder, which is then renamed to `sealing` in one step. From that moment
//! the case is sealed: the next sealing can continue from any point. The folder is removed only after the commitment
//! has been shown. A person who did not see it can seal again, and is shown the same commitment. All of this happens
//! under the lock of the case.

use std::fs;
use std::io;
use std::path::Path;

use crate::base::error::Error;
use suiji::error::ErrorKind;
use suiji::limits;

use super::archive::{Archive, rename};
use super::folder::Case;
use super::names::{COMMITMENT, OFFICE_SECRET, SEALING};
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::writing::{self, Access, Staged, sync_folder, unwritable};
use crate::texts::codes;

/// A new commitment, with the secret that opens the office's sources.
#[derive(Debug)]
pub(crate) struct NewCommitment {
    pub(crate) commitment: String,
    pub(crate) office_secret: Option<String>,
}

/// Fails if a sealing is not finished.
pub(crate) fn refuse_pending(case: &Case) -> Result<(), Error> {
    let pending = case.path(SEALING);
    if files::exists(&pending)? {
        Err(file_error(&pending, codes::interrupted()))
    } else {
        Ok(())
    }
}

/// Finishes an interrupted sealing. Returns false if there was none, or if it had not written a commitment.
pub(crate) fn finish_pending(case: &Case) -> Result<bool, Error> {
    if !files::exists(&case.path(SEALING))? {
        return Ok(false);
    }
    finish(case)?;
    let sealed = files::exists(&case.path(COMMITMENT))?;
    if !sealed {
        close(case)?;
    }
    Ok(sealed)
}

/// Replaces and archives `old`, the commitment that existed when the sealing began.
pub(crate) fn put(case: &Case, new: &NewCommitment, old: Option<&[u8]>) -> Result<(), Error> {
    let pending = case.path(SEALING);
    let secret = new.office_secret.as_deref();
    let archive = Archive {
        case,
        old,
        new_secret: secret.map(str::as_bytes),
    };
    // This comes before the case is sealed; afterwards an error would be too late.
    archive.check()?;
    let secret = secret.map(|secret| (OFFICE_SECRET, secret, Access::Private));
    let commitment = (COMMITMENT, &*new.commitment, Access::Shared);
    let new_files: Vec<_> = secret.into_iter().chain([commitment]).collect();
    let staged = Staged::write(&pending, &new_files).map_err(unwritable(&pending))?;
    staged.rename(&pending).map_err(|error| {
        if matches!(files::exists(&pending), Ok(true)) {
            file_error(&pending, codes::interrupted())
        } else {
            unwritable(&pending)(error)
        }
    })?;
    sync(case)?;
    let found = read_commitment(&case.path(COMMITMENT))?;
    // Without locks, another sealing may have finished this one already.
    let ours = found.as_deref() == Some(new.commitment.as_bytes());
    if !ours && found.as_deref() != old {
        writing::discard(&pending).map_err(unwritable(&pending))?;
        let path = case.path(COMMITMENT);
        return Err(file_error(&path, codes::changed_meanwhile()));
    }
    finish(case)
}

/// Ends a sealing whose commitment has been shown: removes its folder and everything in it.
pub(crate) fn close(case: &Case) -> Result<(), Error> {
    let pending = case.path(SEALING);
    if files::exists(&pending.join(COMMITMENT))? {
        // Without locks, another sealing may have begun, and the folder belongs to it.
        return Ok(());
    }
    // If it is not a folder, this command did not make it. The folder is closed first, because Windows cannot rename
    // an open folder.
    let opened = fs::read_dir(&pending).map(drop);
    let discarded = opened.and_then(|()| writing::discard(&pending));
    discarded.or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(unwritable(&pending)(error)),
    })
}

/// Archives the old files and gives the new ones their names. This can be repeated after an interruption.
fn finish(case: &Case) -> Result<(), Error> {
    let pending = case.path(SEALING);
    let new_commitment = pending.join(COMMITMENT);
    if let Some(new) = read_commitment(&new_commitment)? {
        let secret = pending.join(OFFICE_SECRET);
        let secret = files::read_optional(&secret, limits::PLAN_BYTES, ErrorKind::File)?;
        archive(case, &new, secret.as_deref())?;
        if let Some(secret) = &secret {
            // Copied, not moved: until the end, the new secret must be there to distinguish it from an old one.
            writing::replace(&case.path(OFFICE_SECRET), secret, Access::Private)?;
        }
        rename(&new_commitment, &case.path(COMMITMENT))?;
    }
    // Needed even if an interrupted run did the renaming, because it may not have been synced.
    sync(case)
}

fn sync(case: &Case) -> Result<(), Error> {
    sync_folder(case.folder()).map_err(unwritable(case.folder()))
}

fn archive(case: &Case, new: &[u8], new_secret: Option<&[u8]>) -> Result<(), Error> {
    let old = read_commitment(&case.path(COMMITMENT))?;
    let old = old.as_deref();
    if old == Some(new) {
        return Ok(());
    }
    let archive = Archive {
        case,
        old,
        new_secret,
    };
    archive.move_aside()?;
    sync(case)
}

fn read_commitment(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    files::read_optional(path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)
}
