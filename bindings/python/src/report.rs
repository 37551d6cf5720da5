//! The result of a verification.

use core::hash::{Hash, Hasher};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};
use suiji::Lang;
use suiji::verify::{Fact, Outcome, Text, Trust};

use crate::errors::{arguments, raised};
use crate::json::html;
use crate::texts;
use crate::values::{all, finding, made};

/// The report of a verification: checks, verdict, and what must be trusted [V1, V2].
///
/// There is no `from_json`: a report in a file proves nothing, so verify again. A pickle has the values of the report,
/// because loading a pickle requires trust in any case.
#[pyclass(frozen, eq, hash, module = "suiji")]
pub(crate) struct Report {
    /// `holds`, `incomplete`, `other_inputs` or `fails`.
    #[pyo3(get)]
    verdict: String,
    /// The verdict in English.
    #[pyo3(get)]
    message: String,
    /// The verdict in Chinese.
    #[pyo3(get)]
    message_zh: String,
    /// The checks with their outcomes.
    #[pyo3(get)]
    checks: Py<PyTuple>,
    /// For each stratum with a take of 30 or more, an estimate of the take.
    #[pyo3(get)]
    facts: Py<PyTuple>,
    /// The number of possible values of each source: digits, or `2^53 or more`; `None` if it is not live.
    #[pyo3(get)]
    outcomes: Py<PyTuple>,
    /// The seconds between the sealing and each drand round; `None` for other sources [V2].
    #[pyo3(get)]
    margins: Py<PyTuple>,
    /// Warnings that the office should explain.
    #[pyo3(get)]
    warnings: Py<PyTuple>,
    /// The claims that no check can show.
    #[pyo3(get)]
    trust: Py<PyTuple>,
    json: String,
    /// The arguments of the error that `require` raises; `None` if all checks passed.
    refusal: Option<Py<PyTuple>>,
}

impl Report {
    pub(crate) fn of(py: Python<'_>, report: &suiji::Report) -> PyResult<Self> {
        let verdict = report.verdict();
        let refusal = report.require().err();
        let refusal = refusal.map(|error| arguments(py, &error)).transpose()?;
        Ok(Self {
            verdict: verdict.as_str().to_owned(),
            message: report.message(Lang::En),
            message_zh: report.message(Lang::Zh),
            checks: all(py, report.checks(), |of| check(py, of))?.unbind(),
            facts: all(py, report.facts(), |of| fact(py, of))?.unbind(),
            outcomes: PyTuple::new(py, report.outcomes())?.unbind(),
            margins: PyTuple::new(py, report.margins())?.unbind(),
            warnings: all(py, report.warnings(), |of| finding(py, of))?.unbind(),
            trust: all(py, report.trust(), |of| trust(py, of))?.unbind(),
            json: report.to_json(),
            refusal: refusal.map(Bound::unbind),
        })
    }
}

#[pymethods]
impl Report {
    /// Raises `VerificationError` unless the verdict is `holds`.
    fn require(&self, py: Python<'_>) -> PyResult<()> {
        match &self.refusal {
            Some(arguments) => Err(raised(py, "VerificationError", arguments.bind(py))?),
            None => Ok(()),
        }
    }

    /// The report as an indented JSON document.
    fn to_json(&self) -> &str {
        &self.json
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(texts::report_is_not_bool().in_both()))
    }

    /// The report of a pickle.
    #[classmethod]
    fn _of_values(
        _cls: &Bound<'_, PyType>,
        verdict: [String; 3],
        values: [Py<PyTuple>; 6],
        json: String,
        refusal: Option<Py<PyTuple>>,
    ) -> Self {
        let [verdict, message, message_zh] = verdict;
        let [checks, facts, outcomes, margins, warnings, trust] = values;
        Self {
            verdict,
            message,
            message_zh,
            checks,
            facts,
            outcomes,
            margins,
            warnings,
            trust,
            json,
            refusal,
        }
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Pickled<'_>)> {
        let verdict = [&*self.verdict, &*self.message, &*self.message_zh];
        let values = [
            &self.checks,
            &self.facts,
            &self.outcomes,
            &self.margins,
            &self.warnings,
            &self.trust,
        ];
        let of_values = py.get_type::<Self>().getattr("_of_values")?;
        Ok((
            of_values,
            (verdict, values, &self.json, self.refusal.as_ref()),
        ))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let checks = self.checks.bind(py).len();
        format!("<suiji.Report: {}, {checks} checks>", self.verdict)
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "report")
    }
}

/// Verdict with its texts, tuples of values, JSON, arguments of the error.
type Pickled<'r> = (
    [&'r str; 3],
    [&'r Py<PyTuple>; 6],
    &'r str,
    Option<&'r Py<PyTuple>>,
);

/// The JSON has everything in a report.
impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl Hash for Report {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.json.hash(state);
    }
}

fn check<'py>(py: Python<'py>, of: &suiji::verify::Check) -> PyResult<Bound<'py, PyAny>> {
    let (expected, found, missing) = match of.outcome() {
        Outcome::Failed { expected, found } => (Some(expected), Some(found), None),
        Outcome::NotChecked { missing } => (None, None, Some(missing.as_str())),
        _ => (None, None, None),
    };
    let texts =
        |text: Option<&Text>| [Lang::En, Lang::Zh].map(|lang| Some(text?.text(lang).to_owned()));
    let [expected, expected_zh] = texts(expected);
    let [found, found_zh] = texts(found);
    let place = (of.id(), of.rule(), of.task(), of.source(), of.path());
    let outcome = (
        of.outcome().as_str(),
        expected,
        expected_zh,
        found,
        found_zh,
        missing,
        of.message(Lang::En),
        of.message(Lang::Zh),
    );
    // A call can take a tuple of at most twelve values.
    let fields = place.into_pyobject(py)?.add(outcome.into_pyobject(py)?)?;
    made(py, "Check", fields.cast_into::<PyTuple>()?)
}

fn fact<'py>(py: Python<'py>, of: &Fact) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        of.task(),
        of.stratum(),
        of.take(),
        of.estimate(),
        of.one_in(),
        of.message(Lang::En),
        of.message(Lang::Zh),
    );
    made(py, "Fact", fields)
}

fn trust<'py>(py: Python<'py>, of: &Trust) -> PyResult<Bound<'py, PyAny>> {
    let fields = (of.id(), of.message(Lang::En), of.message(Lang::Zh));
    made(py, "Trust", fields)
}
