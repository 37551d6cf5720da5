//! Putting a new sheet in its place, so that a crash at any moment leaves the case as it was, or with a
//! sealing that the next `suiji seal` finishes.
//!
//! The new files are written to a folder of another name, which then becomes `sealing` in one step. From
//! there on the sheet is sealed: what follows can be done again from any point, by whoever seals next.
//! All of this is done under the lock of the case (`lock.rs`).

use std::fs;
use std::io;
use std::path::Path;

use suiji::limits;
use suiji::{Error, ErrorKind};

use crate::case::{COMMITMENT, CONTRIBUTIONS, Case, OFFICE_SECRET, PARTIAL, RECORD};
use crate::codes;
use crate::earlier::{self, numbered};
use crate::failure::file_error;
use crate::files::{self, Access, Staged, unwritable};

const PENDING: &str = "sealing";

/// A sheet to be put in place, with what opens the office's sources.
#[derive(Debug)]
pub(crate) struct NewSheet {
    pub(crate) commitment: String,
    pub(crate) office_secret: Option<String>,
}

/// Refuses a case whose sealing is not finished.
pub(crate) fn refuse_pending(case: &Case) -> Result<(), Error> {
    let pending = case.path(PENDING);
    if files::is_there(&pending) {
        Err(file_error(codes::INTERRUPTED, &pending, &[]))
    } else {
        Ok(())
    }
}

/// Finishes a sealing that was interrupted; false where there was none.
pub(crate) fn finish_pending(case: &Case) -> Result<bool, Error> {
    let pending = case.path(PENDING);
    if !files::is_there(&pending) {
        return Ok(false);
    }
    let was_sealed =
        files::is_there(&pending.join(COMMITMENT)) || files::is_there(&pending.join(OFFICE_SECRET));
    finish(case)?;
    Ok(was_sealed)
}

/// Puts a sheet in place of the one that was `seen` when sealing began, which stays beside it, numbered.
pub(crate) fn put(case: &Case, sheet: &NewSheet, seen: Option<&[u8]>) -> Result<(), Error> {
    let pending = case.path(PENDING);
    let secret = sheet.office_secret.as_ref();
    let secret = secret.map(|secret| (OFFICE_SECRET, &**secret, Access::Private));
    let sheet = (COMMITMENT, &*sheet.commitment, Access::Shared);
    let new: Vec<_> = secret.into_iter().chain([sheet]).collect();
    let staged = Staged::write(&pending, &new).map_err(unwritable(&pending))?;
    staged.rename(&pending).map_err(|error| {
        if files::is_there(&pending) {
            file_error(codes::INTERRUPTED, &pending, &[])
        } else {
            unwritable(&pending)(error)
        }
    })?;
    files::sync_folder(case.folder()).map_err(unwritable(case.folder()))?;
    if read_sheet(&case.path(COMMITMENT))?.as_deref() != seen {
        fs::remove_dir_all(&pending).map_err(unwritable(&pending))?;
        return Err(file_error(
            codes::CHANGED_MEANWHILE,
            &case.path(COMMITMENT),
            &[],
        ));
    }
    finish(case)
}

/// Moves the earlier files aside and the new ones to their names; each step may have been done before.
fn finish(case: &Case) -> Result<(), Error> {
    let pending = case.path(PENDING);
    let (new_sheet, new_secret) = (pending.join(COMMITMENT), pending.join(OFFICE_SECRET));
    if let Some(sheet) = read_sheet(&new_sheet)? {
        let secret = read_secret(&new_secret)?;
        set_aside(case, &sheet, secret.as_deref())?;
        if let Some(secret) = &secret {
            files::replace(&case.path(OFFICE_SECRET), secret, Access::Private)?;
        }
        take(&new_sheet, &case.path(COMMITMENT))?;
        files::sync_folder(case.folder()).map_err(unwritable(case.folder()))?;
    }
    // The last, so that what is the new secret and what an old one could be told until now.
    for gone in [fs::remove_file(&new_secret), fs::remove_dir(&pending)] {
        match gone {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(unwritable(&pending)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

fn set_aside(case: &Case, sheet: &[u8], secret: Option<&[u8]>) -> Result<(), Error> {
    let number = match read_sheet(&case.path(COMMITMENT))? {
        Some(old) if old == sheet => return Ok(()),
        Some(old) => {
            let number = earlier::number_for(case, &old)?;
            let path = case.path(&numbered(COMMITMENT, number));
            if !files::is_there(&path) {
                files::create(&path, &old, Access::Shared)?;
            }
            for name in [CONTRIBUTIONS, PARTIAL, RECORD] {
                move_aside(case, name, number)?;
            }
            number
        }
        None => {
            let number = earlier::next_number(case)?;
            // Confirmed for a sheet that is no more.
            move_aside(case, PARTIAL, number)?;
            number
        }
    };
    // What opens an earlier sheet, or one that never came to be.
    if read_secret(&case.path(OFFICE_SECRET))?.as_deref() != secret {
        move_aside(case, OFFICE_SECRET, number)?;
    }
    files::sync_folder(case.folder()).map_err(unwritable(case.folder()))
}

fn move_aside(case: &Case, name: &str, number: u64) -> Result<(), Error> {
    let (from, to) = (case.path(name), case.path(&numbered(name, number)));
    if !files::is_there(&from) {
        return Ok(());
    }
    if files::is_there(&to) {
        return Err(file_error(codes::EXISTS, &to, &[]));
    }
    take(&from, &to)
}

/// Renames, where somebody else has not done so meanwhile.
fn take(from: &Path, to: &Path) -> Result<(), Error> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unwritable(to)(error)),
        _ => Ok(()),
    }
}

fn read_sheet(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    files::read_if_there(path, limits::SHEET_BYTES, ErrorKind::Commitment)
}

fn read_secret(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    files::read_if_there(path, limits::PLAN_BYTES, ErrorKind::File)
}
