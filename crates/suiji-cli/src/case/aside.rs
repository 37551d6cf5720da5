//! The files that a new sheet moves aside, and the number that they get.

use std::fs;
use std::path::Path;

use suiji::limits;
use suiji::{Error, ErrorKind};

use super::folder::Case;
use super::names::{COMMITMENT, CONTRIBUTIONS, NUMBERED, OFFICE_SECRET, PARTIAL, RECORD};
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::numbering::{next_number, numbered, numbers};
use crate::disk::writing::{self, Access, unwritable};
use crate::texts::codes;

/// What a new sheet finds in its place.
#[derive(Debug)]
pub(crate) struct Aside<'a> {
    pub(crate) case: &'a Case,
    /// The bytes of the sheet that is there.
    pub(crate) old: Option<&'a [u8]>,
    /// What opens the office's sources of the new sheet.
    pub(crate) secret: Option<&'a [u8]>,
}

impl Aside<'_> {
    /// Looks at all that goes aside, and at where it goes: what would fail does so now.
    pub(crate) fn check(&self) -> Result<(), Error> {
        for name in self.names() {
            self.goes(name)?;
        }
        self.number().map(drop)
    }

    /// Moves the files aside; each step may have been done before.
    pub(crate) fn set(&self) -> Result<(), Error> {
        let number = self.number()?;
        if let Some(old) = self.old {
            // A copy: at every moment there is a sheet.
            let path = self.case.path(&numbered(COMMITMENT, number));
            if !files::is_there(&path)? {
                writing::create(&path, old, Access::Shared)?;
            }
        }
        for name in self.names() {
            if self.goes(name)? {
                self.set_one(name, number)?;
            }
        }
        Ok(())
    }

    fn names(&self) -> &'static [&'static str] {
        match self.old {
            Some(_) => &[CONTRIBUTIONS, PARTIAL, RECORD, OFFICE_SECRET],
            // What was confirmed for a sheet that is no more, and what opens one that never came to be.
            None => &[PARTIAL, OFFICE_SECRET],
        }
    }

    /// Whether a file is there that is nothing of the new sheet.
    fn goes(&self, name: &str) -> Result<bool, Error> {
        let path = self.case.path(name);
        if name != OFFICE_SECRET {
            return files::is_there(&path);
        }
        let there = files::read_if_there(&path, limits::PLAN_BYTES, ErrorKind::File)?;
        Ok(there.is_some_and(|there| Some(&*there) != self.secret))
    }

    /// The number that the old sheet has already, where it was begun before; else the first that nothing has.
    fn number(&self) -> Result<u64, Error> {
        if let Some(last) = numbers(self.case.folder(), COMMITMENT)?.pop() {
            let path = self.case.path(&numbered(COMMITMENT, last));
            let there = files::read(&path, limits::SHEET_BYTES, ErrorKind::Commitment)?;
            if self.old == Some(&there) && self.is_free(last)? {
                return Ok(last);
            }
        }
        next_number(self.case.folder(), &NUMBERED)
    }

    /// Whether nothing of that number is in the way of what goes aside, as a backup by hand would be.
    fn is_free(&self, number: u64) -> Result<bool, Error> {
        for name in self.names() {
            // In this order: without locks another may be moving it just now.
            if files::is_there(&self.case.path(&numbered(name, number)))? && self.goes(name)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn set_one(&self, name: &str, number: u64) -> Result<(), Error> {
        let to = self.case.path(&numbered(name, number));
        if files::is_there(&to)? {
            return Err(file_error(&to, codes::exists()));
        }
        take(&self.case.path(name), &to)
    }
}

/// Renames, where somebody else has not done so meanwhile.
pub(crate) fn take(from: &Path, to: &Path) -> Result<(), Error> {
    match fs::rename(from, to) {
        Err(error) if !files::is_absence(&error) => Err(unwritable(to)(error)),
        _ => Ok(()),
    }
}
