//! What a verification found.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::{Lang, Outcome};

use crate::run::attempt;
use crate::text::html;
use crate::values::{all, finding, made};

/// What a verification found: checks, verdict, and what remains on trust [V1, V2].
#[pyclass(frozen, eq, module = "suiji")]
#[derive(PartialEq)]
pub(crate) struct Report(pub(crate) suiji::Report);

#[pymethods]
impl Report {
    /// `holds`, `incomplete` or `fails`.
    #[getter]
    fn verdict(&self) -> &'static str {
        self.0.verdict().as_str()
    }

    /// Each check, what it established, and what it could not check.
    #[getter]
    fn checks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.checks(), |of| check(py, of))
    }

    /// Beside each stratum what its greatest selected ticket suggests was taken.
    #[getter]
    fn facts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.facts(), |of| {
            let fields = (
                of.task(),
                of.stratum(),
                of.take(),
                of.estimate(),
                of.message(Lang::En),
                of.message(Lang::Zh),
            );
            made(py, "Fact", fields)
        })
    }

    /// Of each source how many values can fall, as a decimal number or a power; `None` of one that is not live.
    #[getter]
    fn outcomes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.outcomes())
    }

    /// What remains on trust, whatever is checked.
    #[getter]
    fn trust<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.trust(), |of| {
            made(
                py,
                "Trust",
                (of.id(), of.message(Lang::En), of.message(Lang::Zh)),
            )
        })
    }

    /// What whoever reads the report should ask about.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.warnings(), |of| finding(py, of))
    }

    /// Raises `VerificationError` unless the verdict is `holds`.
    fn require(&self, py: Python<'_>) -> PyResult<()> {
        attempt(py, || self.0.require())
    }

    /// The report as an indented JSON document.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a report is neither true nor false: see verdict, or call require()",
        ))
    }

    fn __repr__(&self) -> String {
        let (verdict, checks) = (self.0.verdict().as_str(), self.0.checks().len());
        format!("<suiji.Report: {verdict}, {checks} checks>")
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "report")
    }
}

fn check<'py>(py: Python<'py>, of: &suiji::Check) -> PyResult<Bound<'py, PyAny>> {
    let (expected, found, want) = match of.outcome() {
        Outcome::Failed { expected, found } => (
            Some(expected.text(Lang::En)),
            Some(found.text(Lang::En)),
            None,
        ),
        Outcome::NotChecked { for_want_of } => (None, None, Some(for_want_of.as_str())),
        _ => (None, None, None),
    };
    let fields = (
        of.id(),
        of.rule(),
        of.task(),
        of.path(),
        of.outcome().as_str(),
        expected,
        found,
        want,
        of.message(Lang::En),
        of.message(Lang::Zh),
    );
    made(py, "Check", fields)
}
