//! Lost files of a sealing: what remains, and what can be restored.
//!
//! A lost commitment is never a reason to seal again. Its digest was published, so another one would be a second
//! draw.

use suiji::ceremony::{By, ContributionKind, SourceKind};
use suiji::{Commitment, Record, Run};

use super::folder::Case;
use super::kept;
use super::names::{AMENDMENTS, CEREMONY, COMMITMENT, OFFICE_SECRET, PARTIAL, RECORD};
use super::office;
use super::pending;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::numbering::numbers;
use crate::disk::writing::{self, Access};
use crate::texts::{self, Text, codes};

/// The lost commitment, from the record or from the inputs that the sealing kept. None if the case was never sealed;
/// an error if it was sealed but neither has the commitment.
pub(crate) fn commitment(case: &Case, run: &Run) -> Result<Option<Commitment>, Error> {
    if let Some(record) = case.record(run)? {
        return Ok(Some(record.commitment().clone()));
    }
    if let Some(commitment) = kept::newest(case)? {
        return Ok(Some(commitment));
    }
    let traces = traces(case)?;
    match traces.is_empty() {
        true => Ok(None),
        false => {
            let traces = Text::joined(&traces, &texts::list_separator());
            let path = case.path(COMMITMENT);
            Err(file_error(&path, codes::lost_commitment(traces)))
        }
    }
}

/// Refuses to seal a case whose commitment is lost.
pub(crate) fn refuse(case: &Case, run: &Run) -> Result<(), Error> {
    let lost = commitment(case, run);
    if matches!(lost, Ok(None)) {
        return Ok(());
    }
    // Without locks, another sealing may have begun or finished since the commitment was found missing.
    pending::refuse_pending(case)?;
    let path = case.path(COMMITMENT);
    if files::exists(&path)? {
        return Err(file_error(&path, codes::changed_meanwhile()));
    }
    lost?;
    Err(file_error(&path, codes::restorable_commitment()))
}

/// Files that only a sealing or a draw writes.
fn traces(case: &Case) -> Result<Vec<&'static str>, Error> {
    let mut traces = Vec::new();
    for name in [RECORD, OFFICE_SECRET, PARTIAL, AMENDMENTS] {
        if files::exists(&case.path(name))? {
            traces.push(name);
        }
    }
    if !numbers(case.folder(), COMMITMENT)?.is_empty() {
        traces.push(texts::EARLIER_COMMITMENTS);
    }
    Ok(traces)
}

/// Whether the sealing made the value of one of the office's sources, because the ceremony has no commitment for
/// that source. The value must then be in `office-secret.json`.
pub(crate) fn was_made(case: &Case, source: u64) -> bool {
    let Ok(ceremony) = case.ceremony() else {
        return true;
    };
    let place = usize::try_from(source).ok();
    let source = place.and_then(|place| ceremony.sources().get(place));
    source.is_some_and(|source| {
        *source.kind() == SourceKind::Committed { commitment: None } && source.by() == By::Office
    })
}

/// The error of a lost secret of the office.
pub(crate) fn office_secret(case: &Case, source: &str) -> Error {
    file_error(&case.path(OFFICE_SECRET), codes::lost_secret(source))
}

/// Restores a lost `office-secret.json` from a record. Returns whether it was lost.
pub(crate) fn restore_office_secret(case: &Case, record: &Record) -> Result<bool, Error> {
    let path = case.path(OFFICE_SECRET);
    if files::exists(&path)? || !files::exists(&case.path(CEREMONY))? {
        return Ok(false);
    }
    let sources = record.commitment().sources().iter();
    let mut openings = Vec::new();
    for (index, (source, one)) in (0..).zip(sources.zip(record.contributions().iter())) {
        if let ContributionKind::Committed { nonce, value } = one.kind()
            && source.by() == By::Office
            && was_made(case, index)
        {
            openings.push(office::Opening::new(index, nonce.clone(), value));
        }
    }
    let Some(text) = office::to_json(&openings) else {
        return Ok(false);
    };
    writing::create(&path, text.as_bytes(), Access::Private)?;
    Ok(true)
}
