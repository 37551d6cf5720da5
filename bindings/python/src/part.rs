//! The parts of a live source.

use core::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

use crate::errors::exception;
use crate::json::html;

/// One part of a live source [S4b]: `count` numbers from `from_` to `to`, which may repeat, in the order in
/// which they fell, such as dice or digits. `Part.distinct` is for numbers drawn without replacement.
///
///     >>> Part(20, 1, 6)  # one die, twenty throws
///     suiji.Part(20, 1, 6)
///     >>> Part.distinct(6, 1, 33).outcomes  # six balls of one drum
///     1107568
#[pyclass(frozen, eq, hash, module = "suiji")]
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Part(pub(crate) suiji::ceremony::Part);

#[pymethods]
impl Part {
    #[new]
    fn new(py: Python<'_>, count: u64, from_: u64, to: u64) -> PyResult<Self> {
        suiji::ceremony::Part::new(count, from_, to)
            .map(Self)
            .map_err(|error| exception(py, &error))
    }

    /// Numbers drawn without replacement, in ascending order: the balls of one drum.
    #[classmethod]
    fn distinct(cls: &Bound<'_, PyType>, count: u64, from_: u64, to: u64) -> PyResult<Self> {
        suiji::ceremony::Part::distinct(count, from_, to)
            .map(Self)
            .map_err(|error| exception(cls.py(), &error))
    }

    /// How many numbers are produced.
    #[getter]
    fn count(&self) -> u64 {
        self.0.count()
    }

    /// The smallest possible number.
    #[getter]
    fn from_(&self) -> u64 {
        self.0.from()
    }

    /// The greatest possible number.
    #[getter]
    fn to(&self) -> u64 {
        self.0.to()
    }

    /// Whether the numbers are drawn without replacement, and listed in ascending order.
    #[getter]
    fn is_distinct(&self) -> bool {
        self.0.is_distinct()
    }

    /// The number of outcomes; `None` for 2^53 or more.
    #[getter]
    fn outcomes(&self) -> Option<u64> {
        self.0.outcomes()
    }

    fn __repr__(&self) -> String {
        let made = if self.0.is_distinct() {
            ".distinct"
        } else {
            ""
        };
        let (count, from, to) = self.numbers();
        format!("suiji.Part{made}({count}, {from}, {to})")
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "part")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (u64, u64, u64))> {
        let class = py.get_type::<Self>();
        let made = match self.0.is_distinct() {
            true => class.getattr("distinct")?,
            false => class.into_any(),
        };
        Ok((made, self.numbers()))
    }
}

impl Part {
    const fn numbers(&self) -> (u64, u64, u64) {
        (self.0.count(), self.0.from(), self.0.to())
    }

    /// The part as in the JSON document of a source.
    pub(crate) fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let document = PyDict::new(py);
        document.set_item("count", self.0.count())?;
        document.set_item("from", self.0.from())?;
        document.set_item("to", self.0.to())?;
        if self.0.is_distinct() {
            document.set_item("distinct", true)?;
        }
        Ok(document)
    }
}

impl Hash for Part {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.numbers(), self.0.is_distinct()).hash(state);
    }
}
