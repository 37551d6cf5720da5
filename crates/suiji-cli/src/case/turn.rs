//! Writing in a draw, what `partial.rs` and `settle.rs` keep and the record: in turn with other draws, and
//! for the sheet that the draw began with.
//!
//! The lock of a draw keeps sealings away. Where there are no locks a look before and a look after do, as
//! far as looks can.

use std::fs;
use std::path::Path;

use suiji::limits;
use suiji::{Commitment, Digest, Error, ErrorKind};

use super::folder::Case;
use super::names::COMMITMENT;
use super::pending;
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::lock;
use crate::texts::codes;

/// The sheet that a draw began with.
#[derive(Debug)]
pub(crate) struct Sheet {
    bytes: Vec<u8>,
    digest: Digest,
}

impl Sheet {
    /// That of a commitment, and the bytes that it was read from.
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

/// Writes a file of a draw, where the case is still sealed by the sheet that it began with.
pub(crate) fn write(
    case: &Case,
    sheet: &Sheet,
    (path, write): (&Path, impl FnOnce() -> Result<(), Error>),
    is_ours: impl FnOnce() -> bool,
) -> Result<(), Error> {
    let _turn = lock::turn(&case.path(COMMITMENT))?;
    still_sealed(case, sheet)?;
    write()?;
    // Without locks a sealing may have begun between the look and the writing: then this is nothing of its
    // sheet. Where that cannot be seen it stays, since it may well be.
    still_sealed(case, sheet).inspect_err(|error| {
        if tells_of_a_sealing(error) && is_ours() {
            let _ = fs::remove_file(path);
        }
    })
}

/// Refuses a case that was sealed anew, or is about to be.
pub(crate) fn still_sealed(case: &Case, sheet: &Sheet) -> Result<(), Error> {
    pending::refuse_pending(case)?;
    let path = case.path(COMMITMENT);
    let found = files::read_if_there(&path, limits::SHEET_BYTES, ErrorKind::Commitment)?;
    if found.as_ref() == Some(&sheet.bytes) {
        Ok(())
    } else {
        Err(file_error(&path, codes::changed_meanwhile()))
    }
}

fn tells_of_a_sealing(error: &Error) -> bool {
    [codes::INTERRUPTED, codes::CHANGED_MEANWHILE]
        .iter()
        .any(|code| code.id() == error.code())
}
