//! Rows given as an iterable of mappings.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// Which field a column fills: another name than its own, or none.
pub(crate) type Renamed = BTreeMap<String, Option<String>>;

/// The rows as JSON Lines.
pub(crate) fn lines(rows: &Bound<'_, PyAny>, columns: Renamed) -> PyResult<PyBackedBytes> {
    let module = rows.py().import("suiji._rows")?;
    Ok(module.call_method1("lines", (rows, columns))?.extract()?)
}
