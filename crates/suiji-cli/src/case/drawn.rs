//! The draw of a case, with the sealed inputs, the amendments and the results of the inspections.

use suiji::{Amendments, Record, Results, Run, Sealed};

use super::folder::Case;
use super::names::RECORD;
use super::{amended, check, inspected};
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::texts::codes;

/// A draw that was checked against its inputs.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) record: Record,
    pub(crate) sealed: Sealed,
    pub(crate) amendments: Option<Amendments>,
    pub(crate) results: Option<Results>,
}

impl Drawn {
    /// The draw of `record.json`.
    pub(crate) fn open(case: &Case, run: &Run) -> Result<Self, Failure> {
        let path = case.path(RECORD);
        let record = case.record(run).map_err(|error| case.failure(error))?;
        let record = record.ok_or_else(|| file_error(&path, codes::not_drawn()))?;
        let sealed = check::reopen(case, record.commitment(), run)?;
        check::is_the_draw(&path, &sealed, &record, run)?;
        let amendments = amended::of_record(case, record.commitment(), record.digest());
        let amendments = amendments.map_err(|error| case.failure(error))?;
        let results = inspected::of_record(case, record.digest());
        let results = results.map_err(|error| case.failure(error))?;
        Ok(Self {
            record,
            sealed,
            amendments,
            results,
        })
    }
}
