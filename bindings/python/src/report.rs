//! What a verification found.

use core::hash::{Hash, Hasher};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};
use suiji::Lang;
use suiji::verify::{Fact, Outcome, Trust};

use crate::errors::{Texts, refusal, texts};
use crate::text::html;
use crate::values::{all, finding, made};

/// What a verification found: checks, verdict, and what remains on trust [V1, V2].
///
/// Nothing reads its JSON again: a report in a file is somebody's word, and whoever wants to know verifies. A pickle
/// holds its values, for who loads a pickle trusts it in any case.
#[pyclass(frozen, eq, hash, module = "suiji")]
pub(crate) struct Report {
    /// `holds`, `incomplete` or `fails`.
    #[pyo3(get)]
    verdict: String,
    /// The verdict in English words.
    #[pyo3(get)]
    message: String,
    /// The verdict in Chinese words.
    #[pyo3(get)]
    message_zh: String,
    /// Each check, what it established, and what it could not check.
    #[pyo3(get)]
    checks: Py<PyTuple>,
    /// Beside each stratum what its greatest selected ticket suggests was taken.
    #[pyo3(get)]
    facts: Py<PyTuple>,
    /// Of each source how many values can fall, as a decimal number or a power; `None` of one that is not live.
    #[pyo3(get)]
    outcomes: Py<PyTuple>,
    /// What whoever reads the report should ask about.
    #[pyo3(get)]
    warnings: Py<PyTuple>,
    /// What remains on trust, whatever is checked.
    #[pyo3(get)]
    trust: Py<PyTuple>,
    json: String,
    /// What `require` raises, unless it holds.
    refusal: Option<Texts>,
}

impl Report {
    pub(crate) fn of(py: Python<'_>, report: &suiji::Report) -> PyResult<Self> {
        let verdict = report.verdict();
        Ok(Self {
            verdict: verdict.as_str().to_owned(),
            message: verdict.message(Lang::En).to_owned(),
            message_zh: verdict.message(Lang::Zh).to_owned(),
            checks: all(py, report.checks(), |of| check(py, of))?.unbind(),
            facts: all(py, report.facts(), |of| fact(py, of))?.unbind(),
            outcomes: PyTuple::new(py, report.outcomes())?.unbind(),
            warnings: all(py, report.warnings(), |of| finding(py, of))?.unbind(),
            trust: all(py, report.trust(), |of| trust(py, of))?.unbind(),
            json: report.to_json(),
            refusal: report.require().err().map(|error| texts(&error)),
        })
    }
}

#[pymethods]
impl Report {
    /// Raises `VerificationError` unless the verdict is `holds`.
    fn require(&self, py: Python<'_>) -> PyResult<()> {
        match &self.refusal {
            Some(texts) => Err(refusal(py, texts)),
            None => Ok(()),
        }
    }

    /// The report as an indented JSON document.
    fn to_json(&self) -> &str {
        &self.json
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a report is neither true nor false: see verdict, or call require()",
        ))
    }

    /// What a pickle holds.
    #[classmethod]
    fn _of_values(
        _cls: &Bound<'_, PyType>,
        verdict: [String; 3],
        values: [Py<PyTuple>; 5],
        json: String,
        refusal: Option<Texts>,
    ) -> Self {
        let [verdict, message, message_zh] = verdict;
        let [checks, facts, outcomes, warnings, trust] = values;
        Self {
            verdict,
            message,
            message_zh,
            checks,
            facts,
            outcomes,
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
            &self.warnings,
            &self.trust,
        ];
        let of_values = py.get_type::<Self>().getattr("_of_values")?;
        let refusal = self.refusal.clone();
        Ok((of_values, (verdict, values, &self.json, refusal)))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let checks = self.checks.bind(py).len();
        format!("<suiji.Report: {}, {checks} checks>", self.verdict)
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "report")
    }
}

/// Verdict and its words, tuples of values, JSON, refusal.
type Pickled<'r> = ([&'r str; 3], [&'r Py<PyTuple>; 5], &'r str, Option<Texts>);

/// The JSON holds all that a report says.
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
    let (expected, found, want) = match of.outcome() {
        Outcome::Failed { expected, found } => (
            Some(expected.text(Lang::En)),
            Some(found.text(Lang::En)),
            None,
        ),
        Outcome::NotChecked { missing } => (None, None, Some(missing.as_str())),
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

fn fact<'py>(py: Python<'py>, of: &Fact) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        of.task(),
        of.stratum(),
        of.take(),
        of.estimate(),
        of.message(Lang::En),
        of.message(Lang::Zh),
    );
    made(py, "Fact", fields)
}

fn trust<'py>(py: Python<'py>, of: &Trust) -> PyResult<Bound<'py, PyAny>> {
    let fields = (of.id(), of.message(Lang::En), of.message(Lang::Zh));
    made(py, "Trust", fields)
}
