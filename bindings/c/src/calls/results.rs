//! The results of the inspections.

use suiji::results::Known;
use suiji::values::Date;
use suiji::{Amendments, History, Plan, Results};

use super::amending::earlier;
use crate::failure::Failure;
use crate::object::Object;
use crate::values::{list, optional};

/// Compares results with the record and, if provided, with amendments, plan and day. Returns findings as a JSON list.
///
/// # Errors
/// The faults of the documents, and those of [`Results::check`].
pub fn results_check(
    record: &Object,
    results: &[u8],
    amendments: &[u8],
    plan: &[u8],
    today: &[u8],
) -> Result<Object, Failure> {
    let record = record.record("record")?;
    let results = Results::from_json(results)?;
    let amendments = earlier(amendments)?;
    let plan = match plan {
        [] => None,
        plan => Some(Plan::from_json(plan)?),
    };
    let today: Option<Date> = optional("today", today)?;
    let mut known = Known::default();
    if let Some(amendments) = &amendments {
        known = known.with_amendments(amendments);
    }
    if let Some(plan) = &plan {
        known = known.with_plan(plan);
    }
    if let Some(today) = today {
        known = known.with_today(today);
    }
    let findings = results.check(record, &known)?;
    let findings = findings.iter().map(suiji::seal::Finding::to_json);
    Ok(Object::bytes(list(findings)))
}

/// The progress of the inspections, as JSON (`schema/status.schema.json`).
///
/// # Errors
/// The faults of the documents, and those of [`Results::status`].
pub fn results_status(
    record: &Object,
    results: &[u8],
    amendments: &[u8],
) -> Result<Object, Failure> {
    let record = record.record("record")?;
    let results = Results::from_json(results)?;
    let amendments: Option<Amendments> = earlier(amendments)?;
    let status = results.status(record, amendments.as_ref())?;
    Ok(Object::bytes(status.to_json()))
}

/// The rows that a history needs before the next draw, as a separate history.
///
/// # Errors
/// The faults of the documents, and those of [`Results::visits`].
pub fn results_visits(
    record: &Object,
    results: &[u8],
    amendments: &[u8],
    history: Option<&Object>,
) -> Result<Object, Failure> {
    let record = record.record("record")?;
    let results = Results::from_json(results)?;
    let amendments = earlier(amendments)?;
    let none = History::default();
    let known = match history {
        Some(history) => history.history("history")?,
        None => &none,
    };
    let visits = results.visits(record, amendments.as_ref(), known)?;
    Ok(Object::History(History::from_rows(visits)?.into()))
}

/// Adds later results of the same record.
///
/// # Errors
/// The faults of the documents, and those of [`Results::update`].
pub fn results_update(results: &[u8], later: &[u8]) -> Result<Object, Failure> {
    let mut results = Results::from_json(results)?;
    results.update(Results::from_json(later)?)?;
    Ok(Object::bytes(results.to_json()))
}
