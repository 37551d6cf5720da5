//! Verification of records and public forms.

use std::sync::Arc;

use pyo3::prelude::*;
use suiji::Evidence;

use crate::commitment::Commitment;
use crate::errors::parse;
use crate::plan::Plan;
use crate::public_form::PublicForm;
use crate::record::Record;
use crate::report::Report;
use crate::run::Settings;
use crate::sealed::sheets;
use crate::tables::{History, Registry, Roster};

/// Verifies a record with whatever is given beside it; the more, the more is checked [V1].
///
/// `sheet` is the commitment digest that was made known before the draw, `secret` that of a blinded sheet, `earlier`
/// are earlier sheets of the authority. An input that is not given is not empty: a record that was drawn without
/// history or roster is verified whole with `History()` and `Roster()`.
///
/// Raises nothing about the record: whatever is wrong with it stands in the report.
#[pyfunction]
#[pyo3(signature = (
    record, *, sheet=None, plan=None, registry=None, history=None, roster=None, secret=None,
    earlier=None, threads=1, progress=None
))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn verify(
    py: Python<'_>,
    record: &Record,
    sheet: Option<&str>,
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    history: Option<&History>,
    roster: Option<&Roster>,
    secret: Option<&str>,
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
    threads: usize,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let evidence = lists(plan, registry, history, roster).with_earlier(sheets(earlier));
    let evidence = texts(py, evidence, sheet, secret)?;
    let record = &record.0;
    let report = Settings::new(threads, progress)
        .run(py, |run| suiji::verify_with(record, &evidence, run))?;
    Report::of(py, &report)
}

/// Verifies a public form as `verify` does a record; with all inputs the draw is run again.
#[pyfunction]
#[pyo3(signature = (
    public_form, *, sheet=None, plan=None, registry=None, history=None, roster=None, secret=None,
    earlier=None, threads=1, progress=None
))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn verify_public(
    py: Python<'_>,
    public_form: &PublicForm,
    sheet: Option<&str>,
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    history: Option<&History>,
    roster: Option<&Roster>,
    secret: Option<&str>,
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
    threads: usize,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let evidence = lists(plan, registry, history, roster).with_earlier(sheets(earlier));
    let evidence = texts(py, evidence, sheet, secret)?;
    let form = &public_form.0;
    let report = Settings::new(threads, progress)
        .run(py, |run| suiji::verify_public_with(form, &evidence, run))?;
    Report::of(py, &report)
}

fn lists(
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    history: Option<&History>,
    roster: Option<&Roster>,
) -> Evidence {
    let mut evidence = Evidence::default();
    if let Some(plan) = plan {
        evidence = evidence.with_plan(Arc::clone(&plan.0));
    }
    if let Some(registry) = registry {
        evidence = evidence.with_registry(Arc::clone(&registry.0));
    }
    if let Some(history) = history {
        evidence = evidence.with_history(Arc::clone(&history.0));
    }
    if let Some(roster) = roster {
        evidence = evidence.with_roster(Arc::clone(&roster.0));
    }
    evidence
}

fn texts(
    py: Python<'_>,
    mut evidence: Evidence,
    sheet: Option<&str>,
    secret: Option<&str>,
) -> PyResult<Evidence> {
    if let Some(sheet) = sheet {
        evidence = evidence.with_commitment(parse(py, sheet)?);
    }
    if let Some(secret) = secret {
        evidence = evidence.with_secret(parse(py, secret)?);
    }
    Ok(evidence)
}
