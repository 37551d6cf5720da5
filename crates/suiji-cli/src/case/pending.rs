//! Putting a new sheet in its place, so that a crash at any moment leaves the case as it was, or with a
//! sealing that the next `suiji seal` finishes.
//!
//! The new files are written to a folder of another name, which then becomes `sealing` in one step. From
//! there on the sheet is sealed: what follows can be done again from any point, by whoever seals next.
//! The folder goes only once the sheet has been shown: whoever did not see it may seal again, and is shown
//! the same sheet. All of this is done under the lock of the case (`lock.rs`).

use std::fs;
use std::io;
use std::path::Path;

use suiji::limits;
use suiji::{Error, ErrorKind};

use super::aside::{Aside, take};
use super::folder::Case;
use super::names::{COMMITMENT, OFFICE_SECRET, SEALING};
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::writing::{self, Access, Staged, sync_folder, unwritable};
use crate::texts::codes;

/// A sheet to be put in place, with what opens the office's sources.
#[derive(Debug)]
pub(crate) struct NewSheet {
    pub(crate) commitment: String,
    pub(crate) office_secret: Option<String>,
}

/// Refuses a case whose sealing is not finished.
pub(crate) fn refuse_pending(case: &Case) -> Result<(), Error> {
    let pending = case.path(SEALING);
    if files::is_there(&pending)? {
        Err(file_error(&pending, codes::interrupted()))
    } else {
        Ok(())
    }
}

/// Finishes a sealing that was interrupted before its sheet was shown; false where there was none.
pub(crate) fn finish_pending(case: &Case) -> Result<bool, Error> {
    if !files::is_there(&case.path(SEALING))? {
        return Ok(false);
    }
    finish(case)?;
    let sealed = files::is_there(&case.path(COMMITMENT))?;
    if !sealed {
        close(case)?;
    }
    Ok(sealed)
}

/// Puts a sheet in place of the one that was `seen` when sealing began, which stays beside it, numbered.
pub(crate) fn put(case: &Case, sheet: &NewSheet, seen: Option<&[u8]>) -> Result<(), Error> {
    let pending = case.path(SEALING);
    let secret = sheet.office_secret.as_deref();
    let aside = Aside {
        case,
        old: seen,
        secret: secret.map(str::as_bytes),
    };
    // Once the sheet is sealed it is too late.
    aside.check()?;
    let secret = secret.map(|secret| (OFFICE_SECRET, secret, Access::Private));
    let commitment = (COMMITMENT, &*sheet.commitment, Access::Shared);
    let new: Vec<_> = secret.into_iter().chain([commitment]).collect();
    let staged = Staged::write(&pending, &new).map_err(unwritable(&pending))?;
    staged.rename(&pending).map_err(|error| {
        if matches!(files::is_there(&pending), Ok(true)) {
            file_error(&pending, codes::interrupted())
        } else {
            unwritable(&pending)(error)
        }
    })?;
    sync(case)?;
    let found = read_sheet(&case.path(COMMITMENT))?;
    // Without locks another sealing may have finished this one already.
    let ours = found.as_deref() == Some(sheet.commitment.as_bytes());
    if !ours && found.as_deref() != seen {
        writing::discard(&pending).map_err(unwritable(&pending))?;
        let path = case.path(COMMITMENT);
        return Err(file_error(&path, codes::changed_meanwhile()));
    }
    finish(case)
}

/// Ends a sealing whose sheet has been shown. Its folder goes with all that stands in it, be it of others.
pub(crate) fn close(case: &Case) -> Result<(), Error> {
    let pending = case.path(SEALING);
    if files::is_there(&pending.join(COMMITMENT))? {
        // Without locks another may have begun meanwhile: then it is that one's.
        return Ok(());
    }
    // What is no folder is none of ours.
    let discarded = fs::read_dir(&pending).and_then(|_| writing::discard(&pending));
    discarded.or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(unwritable(&pending)(error)),
    })
}

/// Moves the earlier files aside and the new ones to their names; each step may have been done before.
fn finish(case: &Case) -> Result<(), Error> {
    let pending = case.path(SEALING);
    let new_sheet = pending.join(COMMITMENT);
    if let Some(sheet) = read_sheet(&new_sheet)? {
        let secret = pending.join(OFFICE_SECRET);
        let secret = files::read_if_there(&secret, limits::PLAN_BYTES, ErrorKind::File)?;
        set_aside(case, &sheet, secret.as_deref())?;
        if let Some(secret) = &secret {
            // A copy: until the end, what is the new secret and what an old one can be told.
            writing::replace(&case.path(OFFICE_SECRET), secret, Access::Private)?;
        }
        take(&new_sheet, &case.path(COMMITMENT))?;
    }
    // Also where it was done before: then it may not have lasted.
    sync(case)
}

fn sync(case: &Case) -> Result<(), Error> {
    sync_folder(case.folder()).map_err(unwritable(case.folder()))
}

fn set_aside(case: &Case, sheet: &[u8], secret: Option<&[u8]>) -> Result<(), Error> {
    let old = read_sheet(&case.path(COMMITMENT))?;
    let old = old.as_deref();
    if old == Some(sheet) {
        return Ok(());
    }
    Aside { case, old, secret }.set()?;
    sync(case)
}

fn read_sheet(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    files::read_if_there(path, limits::SHEET_BYTES, ErrorKind::Commitment)
}
