//! Rows given as an iterable of mappings, to JSON Lines.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyDate, PyMapping};
use suiji_arrow::Renamed;

use crate::texts;

/// The rows as JSON Lines.
pub(crate) fn lines(rows: &Bound<'_, PyAny>, columns: Renamed) -> PyResult<Vec<u8>> {
    let py = rows.py();
    // A mapping is iterable too: it is a table by columns, not by rows.
    let iterable = py.import("collections.abc")?.getattr("Iterable")?;
    if !rows.is_instance(&iterable)? || rows.is_instance_of::<PyMapping>() {
        return Err(wrong(rows, texts::not_rows));
    }
    let line = py.import("suiji._rows")?.getattr("line")?;
    let (columns, plain) = (columns.into_pyobject(py)?, wrap_pyfunction!(plain, py)?);
    let mut lines = Vec::new();
    for row in rows.try_iter()? {
        let row = row?;
        if !row.is_instance_of::<PyMapping>() {
            return Err(wrong(&row, texts::not_a_row));
        }
        let line = line.call1((row, &columns, &plain))?;
        lines.extend_from_slice(line.extract::<PyBackedStr>()?.as_bytes());
        lines.push(b'\n');
    }
    Ok(lines)
}

/// Converts a value of a row to a value of JSON: a date becomes text.
#[pyfunction]
fn plain<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    // A `datetime` is an instance of `date` too, but not a date.
    if value.is_exact_instance_of::<PyDate>() {
        value.call_method0("isoformat")
    } else {
        Err(wrong(value, texts::not_a_value))
    }
}

fn wrong(value: &Bound<'_, PyAny>, text: fn(String) -> texts::Text) -> PyErr {
    match value.get_type().name() {
        Ok(name) => PyTypeError::new_err(text(name.to_string()).in_both()),
        Err(error) => error,
    }
}
