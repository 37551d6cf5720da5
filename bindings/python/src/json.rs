//! JSON documents and files of Python.

use std::path::Path;

use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use suiji::Run;

use crate::run::Settings;

/// A document as `str` or `bytes`, readable without the GIL.
#[derive(FromPyObject)]
pub(crate) enum Document {
    #[pyo3(annotation = "str")]
    Text(PyBackedStr),
    #[pyo3(annotation = "bytes")]
    Bytes(PyBackedBytes),
}

impl Document {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// The contents of a file. If it cannot be read, an `OSError` with its name is
/// raised.
pub(crate) fn file(py: Python<'_>, path: &Path) -> PyResult<Vec<u8>> {
    py.detach(|| std::fs::read(path))
        .map_err(|error| unreadable(py, path, error))
}

/// An `OSError` with the name of the file, which an error of Rust does not have.
pub(crate) fn unreadable(py: Python<'_>, path: &Path, error: std::io::Error) -> PyErr {
    let Some(number) = error.raw_os_error() else {
        return error.into();
    };
    let text = py
        .import("os")
        .and_then(|os| os.call_method1("strerror", (number,)));
    match text {
        Ok(text) => PyOSError::new_err((number, text.unbind(), path.as_os_str().to_owned())),
        Err(error) => error,
    }
}

/// A Python value as JSON text.
pub(crate) fn dumps(value: &Bound<'_, PyAny>) -> PyResult<Document> {
    let module = value.py().import("json")?;
    module.call_method1("dumps", (value,))?.extract()
}

/// The RFC 8785 canonical JSON of a document, as the library hashes it [C2a].
#[pyfunction]
pub(crate) fn canonical_json(py: Python<'_>, document: Document) -> PyResult<Vec<u8>> {
    Settings::default().run(py, |run: &Run| {
        suiji::canonical_json_with(document.as_bytes(), run)
    })
}

/// The HTML of an object in a notebook, by a function of `suiji._html`.
pub(crate) fn html<'py>(object: &Bound<'py, PyAny>, show: &str) -> PyResult<Bound<'py, PyAny>> {
    let module = object.py().import("suiji._html")?;
    module.call_method1(show, (object,))
}

/// JSON text as a Python value.
pub(crate) fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (text,))
}
