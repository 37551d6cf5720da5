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
    /// None if no results were added.
    pub(crate) results: Option<Results>,
}

impl Drawn {
    /// The draw of `record.json`. The record must be the draw of the inputs.
    pub(crate) fn open(case: &Case, run: &Run) -> Result<Self, Failure> {
        let in_case = |error| case.failure(error);
        let record = case.record(run).map_err(in_case)?;
        let record = record.ok_or_else(|| file_error(&case.path(RECORD), codes::not_drawn()))?;
        let sealed = check::reopen(case, record.commitment(), run)?;
        check::is_the_draw(&case.path(RECORD), &sealed, &record, run)?;
        let amendments = amended::of_record(case, record.commitment(), record.digest());
        let results = inspected::of_record(case, record.digest());
        Ok(Self {
            amendments: amendments.map_err(in_case)?,
            results: results.map_err(in_case)?,
            record,
            sealed,
        })
    }

    /// The results. If there are none, results without inspections.
    pub(crate) fn take_results(&mut self) -> Results {
        let results = self.results.take();
        results.unwrap_or_else(|| Results::new(&self.record))
    }
}
