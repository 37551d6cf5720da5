//! A source of the seed.

use core::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple, PyType};

use crate::run::attempt;
use crate::text::{dumps, html, loads};

/// A source of the seed (随机源) [S4a], from a mapping with the fields of the JSON document, or by `live` and
/// `committed`.
///
/// `by` is in whose hand it is: `office`, `witness` or `public`; `name` says exactly who or what.
#[pyclass(frozen, eq, hash, module = "suiji")]
#[derive(Clone, PartialEq)]
pub(crate) struct Source(pub(crate) suiji::Source);

#[pymethods]
impl Source {
    #[new]
    fn new(document: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = document.py();
        let ceremony = PyDict::new(py);
        ceremony.set_item("hash", suiji::Hash::Sha256.as_str())?;
        ceremony.set_item("sources", [document])?;
        let text = dumps(&ceremony)?;
        // The core reads sources as part of a ceremony alone.
        let ceremony = attempt(py, || suiji::Ceremony::from_json(text.as_bytes()))?;
        Ok(Self(ceremony.sources()[0].clone()))
    }

    /// A secret that somebody has chosen and committed to: see `Contribution.commitment`. Without
    /// `commitment` it is to be made yet: see `Ceremony.with_commitment`.
    #[classmethod]
    #[pyo3(signature = (name, *, by, commitment=None))]
    fn committed(
        cls: &Bound<'_, PyType>,
        name: &str,
        by: &str,
        commitment: Option<&str>,
    ) -> PyResult<Self> {
        let document = described(cls.py(), "committed", by, name)?;
        if let Some(commitment) = commitment {
            document.set_item("commitment", commitment)?;
        }
        Self::new(&document)
    }

    /// A value that falls in public after sealing: `length` characters out of `symbols` [S4b].
    #[classmethod]
    #[pyo3(signature = (name, *, by, symbols, length, outcomes=None))]
    fn live(
        cls: &Bound<'_, PyType>,
        name: &str,
        by: &str,
        symbols: &str,
        length: u64,
        outcomes: Option<u64>,
    ) -> PyResult<Self> {
        let document = described(cls.py(), "live", by, name)?;
        document.set_item("symbols", symbols)?;
        document.set_item("length", length)?;
        if let Some(outcomes) = outcomes {
            document.set_item("outcomes", outcomes)?;
        }
        Self::new(&document)
    }

    /// The source as a mapping.
    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let ceremony = loads(py, &self.json())?;
        ceremony.get_item("sources")?.get_item(0)
    }

    /// `committed`, `live` or `drand`.
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.document(py)?.get_item("kind")
    }

    /// In whose hand it is: `office`, `witness` or `public`.
    #[getter]
    fn by<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.document(py)?.get_item("by")
    }

    /// Who or what exactly.
    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("suiji.Source({})", self.document(py)?.repr()?))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "source")
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyType>, Bound<'py, PyTuple>)> {
        let document = PyTuple::new(py, [self.document(py)?])?;
        Ok((py.get_type::<Self>(), document))
    }
}

impl Source {
    /// A ceremony of the one source.
    fn json(&self) -> String {
        suiji::Ceremony::new(suiji::Hash::Sha256, [self.0.clone()]).to_json_with_secret()
    }
}

impl Hash for Source {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.json().hash(state);
    }
}

fn described<'py>(
    py: Python<'py>,
    kind: &str,
    by: &str,
    name: &str,
) -> PyResult<Bound<'py, PyDict>> {
    let document = PyDict::new(py);
    document.set_item("kind", kind)?;
    document.set_item("by", by)?;
    document.set_item("name", name)?;
    Ok(document)
}
