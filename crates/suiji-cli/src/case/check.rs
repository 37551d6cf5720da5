//! Whether a record is the draw of the sealed inputs.

use std::path::Path;

use suiji::{Commitment, Record, Run, Sealed};

use super::folder::Case;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::texts::codes;

/// The commitment of a record with the sealed inputs: the copies that the sealing kept, or else the files of the
/// case. If the files have changed since, this is a finding, not an error.
pub(crate) fn reopen(case: &Case, commitment: &Commitment, run: &Run) -> Result<Sealed, Failure> {
    let case = case.as_sealed(commitment)?;
    case.reopen(commitment, run).map_err(|error| {
        if error.code() == suiji::error::codes::CHANGED.id() {
            let (digest, time) = (commitment.digest(), commitment.sealed_at().as_str());
            let needed = Error::new(codes::needs_inputs(digest, time));
            Failure::Mismatch(error.and(needed))
        } else {
            case.failure(error)
        }
    })
}

/// Refuses a record that contradicts its inputs. What it says about an entity or a seat would be false.
pub(crate) fn is_the_draw(
    path: &Path,
    sealed: &Sealed,
    record: &Record,
    run: &Run,
) -> Result<(), Failure> {
    let contradicts = || Failure::Mismatch(file_error(path, codes::contradicts()));
    match sealed.draw_with(record.contributions(), run) {
        Ok(drawn) if drawn == *record => Ok(()),
        Ok(_) => Err(contradicts()),
        Err(error) if error.kind() == suiji::error::ErrorKind::Contributions => Err(contradicts()),
        Err(error) => Err(error.into()),
    }
}
