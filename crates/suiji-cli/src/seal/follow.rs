//! The draw that remains valid when the next one is sealed. Its visits must be in the history; otherwise the same
//! entities may be drawn again [S3c].

use serde_json::{Value, json};
use suiji::tables::Visit;
use suiji::{Results, Run};

use crate::base::error::Error;
use crate::case::history_file::NewVisit;
use crate::case::{Case, amended, inspected};

/// The visits of the valid draw that are not in the history. Their day is that of the result, or of the sealing if
/// there is no result yet [O3].
pub(crate) fn missing(case: &Case, run: &Run) -> Result<Vec<NewVisit>, Error> {
    let Some(record) = case.record(run)? else {
        return Ok(Vec::new());
    };
    let amendments = amended::of_record(case, record.commitment(), record.digest())?;
    let results = inspected::of_record(case, record.digest())?;
    let results = results.unwrap_or_else(|| Results::new(&record));
    let visits = results.visits(&record, amendments.as_ref(), &case.history(run)?)?;
    let visit = |of: &Visit<'_>| NewVisit {
        entity: of.entity().to_owned(),
        task: of.task().to_owned(),
        date: of.date().to_owned(),
        inspectors: of.inspectors().into_iter().map(str::to_owned).collect(),
    };
    Ok(visits.iter().map(visit).collect())
}

/// The visits, for programs.
pub(super) fn to_json(visits: &[NewVisit]) -> Value {
    let visit = |of: &NewVisit| json!({"task": of.task, "entity": of.entity});
    visits.iter().map(visit).collect()
}
