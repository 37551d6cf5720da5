//! Saves the amendments of a case. The earlier document is kept under a number.

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Amendments, Commitment, Hash, Record};
use suiji_evidence::Event;

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::case::draw_files::{self, Begun};
use crate::case::ledger;
use crate::case::{AMENDMENTS, COMMITMENT, Case, RECORD};
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};
use crate::disk::writing::{self, Access};
use crate::texts::codes;

/// The amendments of the case when the command began.
#[derive(Debug)]
pub(super) struct Before {
    commitment: Begun,
    bytes: Option<Vec<u8>>,
    amendments: Option<Amendments>,
}

impl Before {
    /// Reads them. `record` is the record of the case, and must belong to its commitment.
    pub(super) fn read(case: &Case, record: &Record) -> Result<Self, Error> {
        let path = case.path(COMMITMENT);
        let limit = limits::COMMITMENT_BYTES;
        let commitment = files::read_optional(&path, limit, ErrorKind::Commitment)?;
        let Some(commitment) = commitment else {
            return Err(file_error(&path, codes::restorable_commitment()));
        };
        if Commitment::from_json(&commitment)? != *record.commitment() {
            return Err(file_error(&case.path(RECORD), codes::other_record()));
        }
        let bytes = read(case)?;
        let amendments = bytes.as_deref().map(Amendments::from_json).transpose()?;
        Ok(Self {
            commitment: Begun::new(commitment, record.commitment()),
            bytes,
            amendments,
        })
    }

    pub(super) const fn amendments(&self) -> Option<&Amendments> {
        self.amendments.as_ref()
    }
}

/// Writes the amendments. It fails if another command has sealed or amended the case since.
pub(super) fn save(
    case: &Case,
    before: &Before,
    amended: &Amendments,
    hash: Hash,
) -> Result<(), Error> {
    let path = case.path(AMENDMENTS);
    let text = amended.to_json();
    let write = || {
        if read(case)? != before.bytes {
            return Err(file_error(&path, codes::changed_meanwhile()));
        }
        if let Some(bytes) = &before.bytes {
            keep(case, bytes)?;
        }
        ledger::enter_once(case, entry(amended, hash))?;
        writing::replace(&path, text.as_bytes(), Access::Shared)
    };
    let is_ours = || matches!(read(case), Ok(Some(found)) if found == text.as_bytes());
    draw_files::write(case, &before.commitment, (&path, write), is_ours)
}

/// The entry of the ledger about the amendments.
fn entry(amended: &Amendments, hash: Hash) -> Event {
    Event::Amended {
        record: amended.record(),
        amendments: amended.digest(hash),
        count: amended.list().len() as u64,
    }
}

/// Keeps the earlier document under a number, unless an interrupted run has already done so.
fn keep(case: &Case, bytes: &[u8]) -> Result<(), Error> {
    if let Some(last) = numbers(case.folder(), AMENDMENTS)?.pop() {
        let path = case.path(&numbered(AMENDMENTS, last));
        let kept = files::read_optional(&path, limits::RECORD_BYTES, ErrorKind::Amendments)?;
        if kept.as_deref() == Some(bytes) {
            return Ok(());
        }
    }
    let number = case.next_number()?;
    let path = case.path(&numbered(AMENDMENTS, number));
    writing::create(&path, bytes, Access::Shared)
}

fn read(case: &Case) -> Result<Option<Vec<u8>>, Error> {
    let path = case.path(AMENDMENTS);
    files::read_written(&path, limits::RECORD_BYTES, ErrorKind::Amendments)
}
