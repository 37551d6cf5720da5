//! Plain values as the named tuples of `suiji._values`, and places in sequences.

use pyo3::call::PyCallArgs;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyRange, PySlice, PyTuple};
use suiji::Lang;
use suiji::ceremony::Root;
use suiji::error::Place;
use suiji::seal::Finding;
use suiji::values::Fraction;

use crate::texts;

/// A named tuple of that name.
pub(crate) fn made<'py>(
    py: Python<'py>,
    name: &str,
    fields: impl PyCallArgs<'py>,
) -> PyResult<Bound<'py, PyAny>> {
    py.import("suiji._values")?.getattr(name)?.call1(fields)
}

/// A tuple of values, each converted.
pub(crate) fn all<'py, T>(
    py: Python<'py>,
    values: impl IntoIterator<Item = T>,
    make: impl Fn(T) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyTuple>> {
    let values: Vec<_> = values.into_iter().map(make).collect::<PyResult<_>>()?;
    PyTuple::new(py, values)
}

pub(crate) fn root(py: Python<'_>, root: Root) -> PyResult<Bound<'_, PyAny>> {
    made(py, "Root", (root.root().to_string(), root.size()))
}

pub(crate) fn finding<'py>(py: Python<'py>, of: &Finding) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        of.severity().as_str(),
        of.code(),
        of.rule(),
        of_place(py, of.place())?,
        of.count(),
        PyTuple::new(py, of.rows())?,
        of.details().into_py_dict(py)?,
        of.message(Lang::En),
        of.message(Lang::Zh),
        of.remedy(Lang::En),
        of.remedy(Lang::Zh),
    );
    made(py, "Finding", fields)
}

/// The place of a fault or a finding.
pub(crate) fn of_place<'py>(py: Python<'py>, of: &Place) -> PyResult<Bound<'py, PyAny>> {
    made(
        py,
        "Place",
        (of.kind().as_str(), of.row(), of.path(), of.id()),
    )
}

/// An exact fraction.
pub(crate) fn fraction(py: Python<'_>, fraction: Fraction) -> PyResult<Bound<'_, PyAny>> {
    let class = py.import("fractions")?.getattr("Fraction")?;
    class.call1((fraction.numer(), fraction.denom()))
}

/// The item of a sequence at an index, or a tuple of those of a slice.
pub(crate) fn item<'py>(
    index: &Bound<'py, PyAny>,
    length: usize,
    row: impl Fn(usize) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    let Ok(slice) = index.cast::<PySlice>() else {
        return row(place(index.extract()?, length)?);
    };
    let places = PyRange::new(index.py(), 0, length.try_into()?)?;
    let places: Vec<usize> = places.as_any().get_item(slice)?.extract()?;
    Ok(all(index.py(), places, row)?.into_any())
}

/// The place of an index of Python, which may count from the end.
pub(crate) fn place(index: isize, length: usize) -> PyResult<usize> {
    let from_end = length.checked_sub(index.unsigned_abs());
    let place = if index < 0 {
        from_end
    } else {
        usize::try_from(index).ok()
    };
    place
        .filter(|&place| place < length)
        .ok_or_else(|| PyIndexError::new_err(texts::index_out_of_range().in_both()))
}
