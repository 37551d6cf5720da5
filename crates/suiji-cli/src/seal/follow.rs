//! The draw that remains valid when the next one is sealed: its visits must be in the history, or the same entities may
//! be drawn again [S3c].

use std::collections::BTreeSet;

use serde_json::{Value, json};
use suiji::{History, Record, Run};

use crate::base::error::Error;
use crate::case::history_file::NewVisit;
use crate::case::{Case, amended};

/// The visits of the draw that remains valid and that the history does not have. An entity that could not be inspected
/// is not visited; a reserve that was used is.
pub(super) fn missing(case: &Case, run: &Run) -> Result<Vec<NewVisit>, Error> {
    let Some(record) = case.record(run)? else {
        return Ok(Vec::new());
    };
    let amendments = amended::of_record(case, record.commitment(), record.digest())?;
    let state = match &amendments {
        Some(amendments) => amendments.state(&record),
        None => record.state(),
    }?;
    let date = drawn_on(&record);
    let known = known(&case.history(run)?, date);
    let mut missing = Vec::new();
    for draw in record.draws() {
        let task = draw.task().as_str();
        for team in state.teams(task).filter(|team| !team.is_replaced()) {
            if known.contains(&(team.entity().to_owned(), task.to_owned())) {
                continue;
            }
            let inspectors = team.seats().iter().flatten();
            let inspectors: BTreeSet<String> = inspectors.map(ToString::to_string).collect();
            missing.push(NewVisit {
                entity: team.entity().to_owned(),
                task: task.to_owned(),
                date: date.to_owned(),
                inspectors: inspectors.into_iter().collect(),
            });
        }
    }
    Ok(missing)
}

/// The day of the sealing: no visit of the draw was earlier, and the next sealing is not earlier.
fn drawn_on(record: &Record) -> &str {
    let time = record.commitment().sealed_at().as_str();
    time.get(..10).unwrap_or(time)
}

/// Entity and task of the inspections since a day.
fn known(history: &History, since: &str) -> BTreeSet<(String, String)> {
    history
        .iter()
        .filter(|visit| visit.date() >= since)
        .map(|visit| (visit.entity().to_owned(), visit.task().to_owned()))
        .collect()
}

/// The visits, for programs.
pub(super) fn to_json(visits: &[NewVisit]) -> Value {
    let visit = |of: &NewVisit| json!({"task": of.task, "entity": of.entity});
    visits.iter().map(visit).collect()
}
