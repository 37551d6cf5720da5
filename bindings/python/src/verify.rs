//! Verification of records and public forms.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use suiji::Evidence;

use crate::commitment::Commitment;
use crate::contributions::{Contribution, Given};
use crate::errors::{noted as digest, optional};
use crate::objects::Amendments;
use crate::objects::Record;
use crate::plan::Plan;
use crate::public_form::PublicForm;
use crate::report::Report;
use crate::run::Settings;
use crate::sealed::earlier_commitments;
use crate::tables::{History, Registry, Roster};

/// Verifies a record with the provided evidence. More evidence allows more checks [V1].
///
/// The notes of a witness at the draw: `commitment` and `record_digest` are the digests that were read out, optionally
/// in groups. `contributions` has all values, `noted` the values of some sources by number, from 0: the text that was
/// read out for a committed source, or a `Contribution`. `public_form` is the published form; `amendments` are the
/// amendments to the record, each of which is checked. `secret` is the secret of a blinded commitment, `earlier` are
/// earlier commitments of the authority. A missing input is not treated as empty. To verify a draw without history or
/// roster, provide `History()` and `Roster()`.
///
/// It raises no error about the record. The report contains all its faults.
#[pyfunction]
#[pyo3(signature = (
    record, *, commitment=None, record_digest=None, contributions=None, noted=None, public_form=None,
    amendments=None, plan=None, registry=None, history=None, roster=None, secret=None, earlier=None, threads=1, progress=None
))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn verify(
    py: Python<'_>,
    record: &Record,
    commitment: Option<&str>,
    record_digest: Option<&str>,
    contributions: Option<Given<'_>>,
    noted: Option<BTreeMap<u64, Noted<'_>>>,
    public_form: Option<&PublicForm>,
    amendments: Option<&Amendments>,
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    history: Option<&History>,
    roster: Option<&Roster>,
    secret: Option<&str>,
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
    threads: usize,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let record = &record.0;
    let mut evidence = lists(plan, registry, history, roster);
    evidence = evidence.with_earlier(earlier_commitments(earlier));
    evidence = texts(py, evidence, commitment, record_digest, secret)?;
    if let Some(given) = contributions {
        evidence = evidence.with_contributions((*given.to(record.commitment())).clone());
    }
    evidence = with_noted(evidence, noted);
    if let Some(form) = public_form {
        evidence = evidence.with_public_form((*form.0).clone());
    }
    if let Some(amendments) = amendments {
        evidence = evidence.with_amendments((*amendments.0).clone());
    }
    let report = Settings::new(threads, progress)
        .run(py, |run| suiji::verify_with(record, &evidence, run))?;
    Report::of(py, &report)
}

/// Verifies a public form in the same way as `verify`. If all inputs are provided, the draw is repeated. Only then
/// can `amendments` be compared with teams and reserves.
#[pyfunction]
#[pyo3(signature = (
    public_form, *, commitment=None, record_digest=None, contributions=None, noted=None, amendments=None, plan=None,
    registry=None, history=None, roster=None, secret=None, earlier=None, threads=1, progress=None
))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn verify_public(
    py: Python<'_>,
    public_form: &PublicForm,
    commitment: Option<&str>,
    record_digest: Option<&str>,
    contributions: Option<Given<'_>>,
    noted: Option<BTreeMap<u64, Noted<'_>>>,
    amendments: Option<&Amendments>,
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    history: Option<&History>,
    roster: Option<&Roster>,
    secret: Option<&str>,
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
    threads: usize,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let form = &public_form.0;
    let mut evidence = lists(plan, registry, history, roster);
    evidence = evidence.with_earlier(earlier_commitments(earlier));
    evidence = texts(py, evidence, commitment, record_digest, secret)?;
    if let Some(given) = contributions {
        evidence = evidence.with_contributions((*given.to(form.commitment())).clone());
    }
    evidence = with_noted(evidence, noted);
    if let Some(amendments) = amendments {
        evidence = evidence.with_amendments((*amendments.0).clone());
    }
    let report = Settings::new(threads, progress)
        .run(py, |run| suiji::verify_public_with(form, &evidence, run))?;
    Report::of(py, &report)
}

/// A noted value: the text of a committed source, or the whole contribution.
#[derive(FromPyObject)]
pub(crate) enum Noted<'py> {
    Value(String),
    Contribution(PyRef<'py, Contribution>),
}

fn with_noted(evidence: Evidence, noted: Option<BTreeMap<u64, Noted<'_>>>) -> Evidence {
    let noted = noted.unwrap_or_default().into_iter();
    evidence.with_noted(noted.map(|(source, noted)| match noted {
        Noted::Value(text) => (source, suiji::verify::Noted::Value(text)),
        Noted::Contribution(of) => (source, of.0.clone().into()),
    }))
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
    record_digest: Option<&str>,
    secret: Option<&str>,
) -> PyResult<Evidence> {
    if let Some(commitment) = digest(py, commitment)? {
        evidence = evidence.with_commitment(commitment);
    }
    if let Some(record) = digest(py, record_digest)? {
        evidence = evidence.with_record(record);
    }
    if let Some(secret) = optional(py, secret)? {
        evidence = evidence.with_secret(secret);
    }
    Ok(evidence)
}
