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
use crate::sealed::earlier_commitments;
use crate::tables::{History, Registry, Roster};

/// Verifies a record against the evidence that is given: the more evidence, the more checks are made [V1].
///
/// `commitment` is the digest that was made known before the draw, `secret` that of a blinded commitment, `earlier` are
/// earlier commitments of the authority. An input that is not given is not an empty one: to verify a draw without
/// history or roster, give `History()` and `Roster()`.
///
/// It raises no error about the record: everything that is wrong with it is in the report.
#[pyfunction]
#[pyo3(signature = (
    record, *, commitment=None, plan=None, registry=None, history=None, roster=None, secret=None,
    earlier=None, threads=1, progress=None
))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn verify(
    py: Python<'_>,
    record: &Record,
    commitment: Option<&str>,
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    history: Option<&History>,
    roster: Option<&Roster>,
    secret: Option<&str>,
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
    threads: usize,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let evidence =
        lists(plan, registry, history, roster).with_earlier(earlier_commitments(earlier));
    let evidence = texts(py, evidence, commitment, secret)?;
    let record = &record.0;
    let report = Settings::new(threads, progress)
        .run(py, |run| suiji::verify_with(record, &evidence, run))?;
    Report::of(py, &report)
}

/// Verifies a public form, as `verify` does a record; if all inputs are given, the draw is repeated.
#[pyfunction]
#[pyo3(signature = (
    public_form, *, commitment=None, plan=None, registry=None, history=None, roster=None, secret=None,
    earlier=None, threads=1, progress=None
))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn verify_public(
    py: Python<'_>,
    public_form: &PublicForm,
    commitment: Option<&str>,
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    history: Option<&History>,
    roster: Option<&Roster>,
    secret: Option<&str>,
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
    threads: usize,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let evidence =
        lists(plan, registry, history, roster).with_earlier(earlier_commitments(earlier));
    let evidence = texts(py, evidence, commitment, secret)?;
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
    commitment: Option<&str>,
    secret: Option<&str>,
) -> PyResult<Evidence> {
    if let Some(commitment) = commitment {
        evidence = evidence.with_commitment(parse(py, commitment)?);
    }
    if let Some(secret) = secret {
        evidence = evidence.with_secret(parse(py, secret)?);
    }
    Ok(evidence)
}
