//! Contributions of the sources.

use core::hash::{Hash, Hasher};

use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};
use suiji::ceremony::ContributionKind;

use crate::document::document;
use crate::errors::{exception, parse};
use crate::json::html;
use crate::values::place;

/// The contribution of one source [R1], made by `live` or `committed`. Its repr and HTML do not show the value.
#[pyclass(frozen, eq, hash, module = "suiji")]
#[derive(Clone, PartialEq)]
pub(crate) struct Contribution(pub(crate) suiji::Contribution);

#[pymethods]
impl Contribution {
    /// The contribution of a committed source: nonce (32 bytes in hex) and value, chosen before sealing.
    #[classmethod]
    #[pyo3(signature = (*, nonce, value))]
    fn committed(cls: &Bound<'_, PyType>, nonce: &str, value: &str) -> PyResult<Self> {
        let nonce = parse(cls.py(), nonce)?;
        suiji::Contribution::committed(nonce, value)
            .map(Self)
            .map_err(|error| exception(cls.py(), &error))
    }

    /// The contribution of a live source: the value that was thrown or drawn.
    #[classmethod]
    fn live(cls: &Bound<'_, PyType>, value: &str) -> PyResult<Self> {
        suiji::Contribution::live(value)
            .map(Self)
            .map_err(|error| exception(cls.py(), &error))
    }

    /// The commitment to a value, for `Source.committed` [S4a].
    #[staticmethod]
    #[pyo3(signature = (*, nonce, value, hash))]
    fn commitment(py: Python<'_>, nonce: &str, value: &str, hash: &str) -> PyResult<String> {
        let (hash, nonce) = (parse(py, hash)?, parse(py, nonce)?);
        Ok(suiji::Contribution::commitment(hash, &nonce, value).to_string())
    }

    /// `committed`, `live` or `drand`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind().as_str()
    }

    /// The value; `None` for a drand round.
    #[getter]
    fn value(&self) -> Option<&str> {
        match self.0.kind() {
            ContributionKind::Committed { value, .. } | ContributionKind::Live { value } => {
                Some(value)
            }
            _ => None,
        }
    }

    /// The nonce of a committed source, in hex.
    #[getter]
    fn nonce(&self) -> Option<String> {
        match self.0.kind() {
            ContributionKind::Committed { nonce, .. } => Some(nonce.reveal()),
            _ => None,
        }
    }

    /// The signature of a drand round.
    #[getter]
    fn signature(&self) -> Option<&[u8]> {
        match self.0.kind() {
            ContributionKind::Drand { signature } => Some(signature),
            _ => None,
        }
    }

    fn __repr__(&self) -> String {
        format!("<suiji.{:?}>", self.0)
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "contribution")
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let one = Bound::new(slf.py(), Contributions::of(alone(&slf.get().0)))?;
        let first = slf
            .py()
            .import("operator")?
            .getattr("itemgetter")?
            .call1((0,))?;
        (first, (one,)).into_pyobject(slf.py())
    }
}

/// The one contribution as a document.
fn alone(contribution: &suiji::Contribution) -> suiji::Contributions {
    suiji::Contributions::new([contribution.clone()])
}

impl Hash for Contribution {
    fn hash<H: Hasher>(&self, state: &mut H) {
        alone(&self.0).canonical().hash(state);
    }
}

document! {
    /// The contributions of all sources, in their order [R1]. Their repr and HTML do not show the values.
    #[derive(PartialEq)]
    Contributions(
        |bytes, _| suiji::Contributions::from_json(bytes),
        to_json,
        |contributions| contributions.canonical(),
        contributions
    );

    #[new]
    fn new(contributions: Vec<PyRef<'_, Contribution>>) -> Self {
        let given = contributions.iter().map(|contribution| contribution.0.clone());
        Self::of(suiji::Contributions::new(given))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Contribution> {
        let place = place(index, self.0.len())?;
        let given = self.0.iter().nth(place);
        given.cloned().map(Contribution).ok_or_else(|| PyIndexError::new_err(index))
    }

    fn __repr__(&self) -> String {
        format!("<suiji.Contributions: {} …>", self.0.len())
    }
}

/// Contributions as an argument.
#[derive(FromPyObject)]
pub(crate) enum Given<'py> {
    #[pyo3(annotation = "Contributions")]
    All(Bound<'py, Contributions>),
    #[pyo3(annotation = "Sequence[Contribution]")]
    Each(Vec<PyRef<'py, Contribution>>),
}

impl Given<'_> {
    pub(crate) fn into_contributions(self) -> Contributions {
        match self {
            Self::All(all) => Contributions(std::sync::Arc::clone(&all.get().0)),
            Self::Each(each) => Contributions::new(each),
        }
    }
}
