//! The data of a command after the draw: the record of the case, the sealed inputs and the
//! amendments.

use suiji::{Amendments, Record, Run, Sealed};

use super::folder::Case;
use super::names::RECORD;
use super::{amended, check};
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::texts::codes;

/// The draw of a case, and its amendments.
#[derive(Debug)]
pub(crate) struct After {
    pub(crate) sealed: Sealed,
    pub(crate) record: Record,
    pub(crate) amendments: Option<Amendments>,
}

impl After {
    /// Reads them. The record must be the draw of the inputs.
    pub(crate) fn read(case: &Case, run: &Run) -> Result<Self, Failure> {
        let in_case = |error| case.failure(error);
        let record = case.record(run).map_err(in_case)?;
        let record = record.ok_or_else(|| file_error(&case.path(RECORD), codes::not_drawn()))?;
        let sealed = check::reopen(case, record.commitment(), run)?;
        check::is_the_draw(&case.path(RECORD), &sealed, &record, run)?;
        let amendments = amended::of_record(case, record.commitment(), record.digest());
        Ok(Self {
            amendments: amendments.map_err(in_case)?,
            sealed,
            record,
        })
    }
}
