//! A source of the seed.

use core::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple, PyType};
use suiji::ceremony::SourceKind;

use crate::contributions::Contribution;
use crate::errors::{exception, parse};
use crate::json::{Document, dumps, html, loads};
use crate::part::Part;
use crate::run::attempt;
use crate::values::all;

/// A source of the seed (随机源) [S4a], made by `live`, `committed` or `drand`, or from a mapping with the fields of
/// the JSON document.
///
/// `by` is the kind of person who controls it: `office`, `witness` or `public`. `name` is the person or thing, by
/// name.
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
        // The core reads sources only as part of a ceremony.
        let ceremony = attempt(py, || suiji::Ceremony::from_json(text.as_bytes()))?;
        Ok(Self(ceremony.sources()[0].clone()))
    }

    /// A source whose value is chosen in secret before sealing: `Contribution.commitment`. If `commitment` is not
    /// provided, `Ceremony.with_commitment` can add it.
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

    /// A source whose numbers are produced in public after sealing [S4b]: dice, drawn balls, a lottery issue. It has
    /// 1 to 20 `parts`.
    #[classmethod]
    #[pyo3(signature = (name, *, by, parts))]
    fn live(
        cls: &Bound<'_, PyType>,
        name: &str,
        by: &str,
        parts: Vec<PyRef<'_, Part>>,
    ) -> PyResult<Self> {
        let py = cls.py();
        let document = described(py, "live", by, name)?;
        let parts = parts.iter().map(|part| part.document(py));
        document.set_item("parts", parts.collect::<PyResult<Vec<_>>>()?)?;
        Self::new(&document)
    }

    /// A round of the drand chain of annex A.
    #[classmethod]
    #[pyo3(signature = (name, *, round))]
    fn drand(cls: &Bound<'_, PyType>, name: &str, round: u64) -> PyResult<Self> {
        suiji::Source::drand(name, round)
            .map(Self)
            .map_err(|error| exception(cls.py(), &error))
    }

    /// The first round of the drand chain of annex A that is due after `time`, such as `2024-09-02T14:00:00+08:00`.
    /// It must be later than the sealing [S4a].
    #[classmethod]
    #[pyo3(signature = (name, *, time))]
    fn drand_after(cls: &Bound<'_, PyType>, name: &str, time: &str) -> PyResult<Self> {
        let time: suiji::values::Time = parse(cls.py(), time)?;
        suiji::Source::drand_after(name, &time)
            .map(Self)
            .map_err(|error| exception(cls.py(), &error))
    }

    /// The source as a mapping.
    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let ceremony = loads(py, &self.json())?;
        ceremony.get_item("sources")?.get_item(0)
    }

    /// `committed`, `live` or `drand`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind().as_str()
    }

    /// The kind of person who controls it: `office`, `witness` or `public`.
    #[getter]
    fn by(&self) -> &'static str {
        self.0.by().as_str()
    }

    /// The person or thing, by name.
    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    /// The commitment of a committed source, in hex.
    #[getter]
    fn commitment(&self) -> Option<String> {
        match self.0.kind() {
            SourceKind::Committed { commitment } => commitment.map(|digest| digest.to_string()),
            _ => None,
        }
    }

    /// The parts of a live source; empty for other sources.
    #[getter]
    fn parts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.parts(), |part| {
            Ok(Bound::new(py, Part(*part))?.into_any())
        })
    }

    /// The number of outcomes of a live source; `None` for 2^53 or more, and for other sources.
    #[getter]
    fn outcomes(&self) -> Option<u64> {
        self.0.outcomes()
    }

    /// The contribution of a live source from its numbers, one after another in the order in which they fell;
    /// numbers of a part without replacement are sorted [S4b].
    fn arrange(&self, py: Python<'_>, fallen: Vec<u64>) -> PyResult<Contribution> {
        let arranged = self.0.arrange(fallen);
        arranged
            .map(Contribution)
            .map_err(|error| exception(py, &error))
    }

    /// The contribution of a drand source, from the JSON in which its round was published [R1].
    ///
    /// Raises `InputError` if the round or the chain is wrong, or if its signature is wrong.
    fn beacon(&self, py: Python<'_>, published: Document) -> PyResult<Contribution> {
        let contribution = self.0.beacon(published.as_bytes());
        contribution
            .map(Contribution)
            .map_err(|error| exception(py, &error))
    }

    /// The time of a drand round, in seconds since 1970-01-01T00:00:00+00:00; `None` for other sources.
    #[getter]
    fn due(&self) -> Option<i64> {
        self.0.due()
    }

    /// The round of a drand source.
    #[getter]
    fn round(&self) -> Option<u64> {
        match self.0.kind() {
            SourceKind::Drand { round } => Some(*round),
            _ => None,
        }
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
    /// A ceremony with this source only.
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
