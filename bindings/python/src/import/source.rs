//! The source of an import: a path, bytes, or a frame.

use std::fs::File;
use std::path::PathBuf;

use arrow_array::RecordBatch;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use suiji::error::Faults;
use suiji_arrow::Cells;
use suiji_import::Source;

use crate::capsules::{Chunks, refused};
use crate::json::unreadable;
use crate::run::attempt;
use crate::texts;

/// The source, with its name in the log: the name of the file, or the kind of the
/// source.
pub(super) fn source(of: &Bound<'_, PyAny>, name: Option<String>) -> PyResult<Source> {
    let py = of.py();
    if let Ok(bytes) = of.extract::<PyBackedBytes>() {
        let bytes = bytes.to_vec();
        return Ok(Source::from_bytes(
            name.unwrap_or_else(|| "bytes".into()),
            bytes,
        ));
    }
    if let Some(chunks) = Chunks::of(of)? {
        let cells = cells(py, chunks)?;
        return Ok(Source::from_bytes(
            name.unwrap_or_else(|| "frame".into()),
            cells,
        ));
    }
    let Ok(path) = of.extract::<PathBuf>() else {
        let found = of.get_type().name()?.to_string();
        return Err(PyTypeError::new_err(texts::not_a_source(found).in_both()));
    };
    // Opening can take long, because a pipe waits for its writer.
    let file = py.detach(|| File::open(&path));
    let file = file.map_err(|error| unreadable(py, &path, error))?;
    let name = name.unwrap_or_else(|| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    });
    Ok(Source::new(name, file))
}

/// The cells of a frame, as the text of a file.
fn cells(py: Python<'_>, chunks: Chunks) -> PyResult<Vec<u8>> {
    let schema = chunks.schema();
    let cells = attempt(py, || {
        let mut cells = schema.map(|schema| Cells::new(&schema));
        for chunk in chunks {
            let chunk: RecordBatch = match chunk {
                Ok(chunk) => chunk,
                Err(error) => return Ok(Err(error)),
            };
            let cells = cells.get_or_insert_with(|| Cells::new(&chunk.schema()));
            if let Err(all) = cells.push(&chunk, &texts::columns_of_dates()) {
                let mut faults = Faults::default();
                all.into_iter().for_each(|fault| faults.push(fault));
                faults.into_result(())?;
            }
        }
        Ok(Ok(cells.map(Cells::into_bytes).unwrap_or_default()))
    })?;
    cells.map_err(refused)
}
