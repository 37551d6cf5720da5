//! The files that a draw writes. One draw writes at a time, and only while the case still has the commitment
//! with which the draw began.
//!
//! While a draw holds the lock, nobody can seal the case. Without locks, the commitment is compared before
//! and after writing.

use std::fs;
use std::path::Path;

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Commitment, Digest};

use super::folder::Case;
use super::names::COMMITMENT;
use super::pending;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::lock;
use crate::texts::codes;

/// The commitment with which a draw began.
#[derive(Debug)]
pub(crate) struct Begun {
    bytes: Vec<u8>,
    digest: Digest,
}

impl Begun {
    /// The commitment, and the bytes from which it was read.
    pub(crate) fn new(bytes: Vec<u8>, commitment: &Commitment) -> Self {
        Self {
            bytes,
            digest: commitment.digest(),
        }
    }

    pub(crate) fn digest(&self) -> &Digest {
        &self.digest
    }
}

/// Writes a file of a draw. `is_ours` returns whether the file contains what `write` has written.
pub(crate) fn write(
    case: &Case,
    begun: &Begun,
    (path, write): (&Path, impl FnOnce() -> Result<(), Error>),
    is_ours: impl FnOnce() -> bool,
) -> Result<(), Error> {
    let _turn = lock::turn(&case.path(COMMITMENT))?;
    check_commitment(case, begun)?;
    write()?;
    // Without locks, a sealing may have begun between the comparison and the writing. The file then belongs
    // to the old commitment and is removed. If the commitment cannot be read, the file stays.
    check_commitment(case, begun).inspect_err(|error| {
        if is_other_sealing(error) && is_ours() {
            let _ = fs::remove_file(path);
        }
    })
}

/// Fails if the case was sealed again, or a sealing is not finished.
pub(crate) fn check_commitment(case: &Case, begun: &Begun) -> Result<(), Error> {
    pending::refuse_pending(case)?;
    let path = case.path(COMMITMENT);
    let found = files::read_optional(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
    if found.as_ref() == Some(&begun.bytes) {
        Ok(())
    } else {
        Err(file_error(&path, codes::changed_meanwhile()))
    }
}

fn is_other_sealing(error: &Error) -> bool {
    [codes::INTERRUPTED, codes::CHANGED_MEANWHILE]
        .iter()
        .any(|code| error.is(code))
}
