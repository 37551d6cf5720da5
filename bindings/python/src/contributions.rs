//! Contributions of the sources.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyTuple, PyType};
use suiji::ceremony::{ContributionKind, PartialContributions};

use crate::document::document;
use crate::errors::{exception, parse};
use crate::json::{Document, html};
use crate::values::{all, place};

/// The contribution of one source [R1], made by `live`, `committed` or `Source.arrange`. Its repr and HTML
/// representation do not show the value.
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

    /// The contribution of a live source: the numbers of each part, in the form of [S4b]. `Source.arrange` makes it
    /// from numbers in the order in which they fell.
    #[classmethod]
    fn live(cls: &Bound<'_, PyType>, numbers: Vec<Vec<u64>>) -> PyResult<Self> {
        suiji::Contribution::live(numbers)
            .map(Self)
            .map_err(|error| exception(cls.py(), &error))
    }

    /// The signature of a drand round, of 48 bytes. `Source.beacon` makes it from published data.
    #[classmethod]
    fn drand(_cls: &Bound<'_, PyType>, signature: [u8; 48]) -> Self {
        Self(suiji::Contribution::drand(signature))
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

    /// The value of a committed source.
    #[getter]
    fn value(&self) -> Option<&str> {
        match self.0.kind() {
            ContributionKind::Committed { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The numbers of each part of a live source.
    #[getter]
    fn numbers<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        match self.0.kind() {
            ContributionKind::Live { numbers } => {
                let parts = all(py, numbers, |part| Ok(PyTuple::new(py, part)?.into_any()));
                parts.map(Some)
            }
            _ => Ok(None),
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

    /// The contribution of a pickle.
    #[classmethod]
    fn _of_json(cls: &Bound<'_, PyType>, text: Document) -> PyResult<Self> {
        let read = PartialContributions::from_json(text.as_bytes());
        let read = read.map_err(|error| exception(cls.py(), &error))?;
        let (_, given) = read.iter().next().ok_or_else(|| PyIndexError::new_err(0))?;
        Ok(Self(given.clone()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let read = py.get_type::<Self>().getattr("_of_json")?;
        Ok((read, (self.json(),)))
    }
}

impl Contribution {
    /// A document with this contribution only, as the first of its commitment.
    fn json(&self) -> String {
        PartialContributions::new([(0, self.0.clone())]).to_json()
    }
}

impl Hash for Contribution {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.json().hash(state);
    }
}

document! {
    /// The contributions of all sources of one commitment, in their order [R1, R4]; `commitment` is its digest.
    /// Their repr and HTML do not show the values.
    #[derive(PartialEq)]
    Contributions(
        |bytes, _| suiji::Contributions::from_json(bytes),
        to_json,
        |contributions| (contributions.commitment(), contributions.canonical()),
        contributions
    );

    #[new]
    fn new(
        py: Python<'_>,
        commitment: &str,
        contributions: Vec<PyRef<'_, Contribution>>,
    ) -> PyResult<Self> {
        Ok(Self::made(parse(py, commitment)?, &contributions))
    }

    /// The digest of the commitment to which they belong.
    #[getter]
    fn commitment(&self) -> String {
        self.0.commitment().to_string()
    }

    /// The contributions as canonical JSON: the bytes that are hashed [R2].
    fn canonical(&self) -> Vec<u8> {
        self.0.canonical()
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Contribution> {
        let place = place(index, self.0.len())?;
        let given = self.0.iter().nth(place);
        given.cloned().map(Contribution).ok_or_else(|| PyIndexError::new_err(index))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        let each = all(py, self.0.iter(), |given| {
            Ok(Bound::new(py, Contribution(given.clone()))?.into_any())
        });
        each?.try_iter()
    }

    fn __repr__(&self) -> String {
        format!("<suiji.Contributions: {} …>", self.0.len())
    }
}

impl Contributions {
    fn made(commitment: suiji::Digest, contributions: &[PyRef<'_, Contribution>]) -> Self {
        let given = contributions
            .iter()
            .map(|contribution| contribution.0.clone());
        Self::of(suiji::Contributions::new(commitment, given))
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
    /// A sequence belongs to the commitment with which it is used.
    pub(crate) fn to(self, commitment: &suiji::Commitment) -> Arc<suiji::Contributions> {
        match self {
            Self::All(all) => Arc::clone(&all.get().0),
            Self::Each(each) => Contributions::made(commitment.digest(), &each).0,
        }
    }
}
