//! The files of the earlier commitment. A new commitment moves them aside under a number.

use std::fs;
use std::path::Path;

use crate::base::error::Error;
use suiji::error::ErrorKind;
use suiji::limits;

use super::folder::Case;
use super::names::{AMENDMENTS, COMMITMENT, CONTRIBUTIONS, OFFICE_SECRET, PARTIAL, RECORD};
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};
use crate::disk::writing::{self, Access, unwritable};
use crate::texts::codes;

/// The files that a new commitment replaces.
#[derive(Debug)]
pub(crate) struct Archive<'a> {
    pub(crate) case: &'a Case,
    /// The bytes of the existing commitment.
    pub(crate) old: Option<&'a [u8]>,
    /// The new secret of the office.
    pub(crate) new_secret: Option<&'a [u8]>,
}

impl Archive<'_> {
    /// Checks that all files can be moved. An error is reported before anything changes.
    pub(crate) fn check(&self) -> Result<(), Error> {
        for name in self.names() {
            self.must_move(name)?;
        }
        self.number().map(drop)
    }

    /// Moves the files aside. This can be repeated after an interruption.
    pub(crate) fn move_aside(&self) -> Result<(), Error> {
        let number = self.number()?;
        if let Some(old) = self.old {
            // Copied, not moved: at every moment there is a commitment.
            let path = self.case.path(&numbered(COMMITMENT, number));
            if !files::exists(&path)? {
                writing::create(&path, old, Access::Shared)?;
            }
        }
        for name in self.names() {
            if self.must_move(name)? {
                self.move_one(name, number)?;
            }
        }
        Ok(())
    }

    fn names(&self) -> &'static [&'static str] {
        match self.old {
            Some(_) => &[CONTRIBUTIONS, PARTIAL, RECORD, AMENDMENTS, OFFICE_SECRET],
            // The confirmed contributions and the secret of a commitment that no longer exists.
            None => &[PARTIAL, OFFICE_SECRET],
        }
    }

    /// Whether the file exists and does not belong to the new commitment.
    fn must_move(&self, name: &str) -> Result<bool, Error> {
        let path = self.case.path(name);
        if name != OFFICE_SECRET {
            return files::exists(&path);
        }
        let found = files::read_optional(&path, limits::PLAN_BYTES, ErrorKind::File)?;
        Ok(found.is_some_and(|found| Some(&*found) != self.new_secret))
    }

    /// The number of the old commitment, if it was archived before an interruption; otherwise the next free
    /// number.
    fn number(&self) -> Result<u64, Error> {
        if let Some(last) = numbers(self.case.folder(), COMMITMENT)?.pop() {
            let path = self.case.path(&numbered(COMMITMENT, last));
            let found = files::read(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
            if self.old == Some(&found) && self.is_free(last)? {
                return Ok(last);
            }
        }
        self.case.next_number()
    }

    /// Whether no other file has that number yet. A backup made by hand could have it.
    fn is_free(&self, number: u64) -> Result<bool, Error> {
        for name in self.names() {
            // The order matters: without locks, another command may be moving the file at the same time.
            if files::exists(&self.case.path(&numbered(name, number)))? && self.must_move(name)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn move_one(&self, name: &str, number: u64) -> Result<(), Error> {
        let to = self.case.path(&numbered(name, number));
        if files::exists(&to)? {
            return Err(file_error(&to, codes::exists()));
        }
        rename(&self.case.path(name), &to)
    }
}

/// Renames a file, unless another command has already done so.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    match fs::rename(from, to) {
        Err(error) if !files::is_not_found(&error) => Err(unwritable(to)(error)),
        _ => Ok(()),
    }
}
