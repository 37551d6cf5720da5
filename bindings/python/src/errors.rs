//! Errors of the core as the exceptions of the package.

use core::str::FromStr;

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyTuple};
use suiji::Lang;
use suiji::error::{ErrorKind, Fault};

use crate::values::{all, made, of_place};

/// The exception of an error. Its class decides how it can be caught.
pub(crate) fn exception(py: Python<'_>, error: &suiji::Error) -> PyErr {
    let class = match error.kind() {
        ErrorKind::Verification => "VerificationError",
        ErrorKind::Cancelled => "Error",
        _ => "InputError",
    };
    arguments(py, error)
        .and_then(|arguments| raised(py, class, &arguments))
        .unwrap_or_else(|error| error)
}

/// The data from which an exception is made and pickled.
pub(crate) fn arguments<'py>(
    py: Python<'py>,
    error: &suiji::Error,
) -> PyResult<Bound<'py, PyTuple>> {
    let arguments = (
        error.to_string(),
        error.kind().as_str(),
        error.code(),
        error.message(Lang::En),
        error.message(Lang::Zh),
        all(py, error.faults(), |of| fault(py, of))?,
        error.fault_count(),
        error.to_json(),
    );
    arguments.into_pyobject(py)
}

/// An exception of that class from its arguments.
pub(crate) fn raised(
    py: Python<'_>,
    class: &str,
    arguments: &Bound<'_, PyTuple>,
) -> PyResult<PyErr> {
    let class = py.import("suiji._errors")?.getattr(class)?;
    class.call1(arguments).map(PyErr::from_value)
}

/// A problem that another crate found in a file.
pub(crate) trait Found {
    fn code(&self) -> &'static str;
    /// The file and the line.
    fn place(&self) -> (Option<&str>, Option<usize>);
    /// The problem in words, without its place.
    fn problem(&self, lang: Lang) -> &str;
    /// The problem in words, with its place.
    fn message(&self, lang: Lang) -> String;
}

/// The data of an exception about such problems.
pub(crate) fn of_problems<'py>(
    py: Python<'py>,
    problems: &[impl Found],
    json: &str,
) -> PyResult<Bound<'py, PyTuple>> {
    let lines: Vec<String> = problems
        .iter()
        .map(|of| format!("{}: {}", of.code(), of.message(Lang::En)))
        .collect();
    let in_words = |lang| -> String {
        let lines: Vec<String> = problems.iter().map(|of| of.message(lang)).collect();
        lines.join("\n")
    };
    let arguments = (
        lines.join("\n"),
        ErrorKind::File.as_str(),
        problems.first().map_or("", Found::code),
        in_words(Lang::En),
        in_words(Lang::Zh),
        all(py, problems, |of| of_file(py, of))?,
        problems.len(),
        json,
    );
    arguments.into_pyobject(py)
}

fn of_file<'py>(py: Python<'py>, of: &impl Found) -> PyResult<Bound<'py, PyAny>> {
    let (file, line) = of.place();
    let (kind, file) = (ErrorKind::File.as_str(), file.unwrap_or_default());
    let place = made(py, "Place", (kind, line, file, None::<&str>))?;
    let fields = (
        of.code(),
        "",
        place,
        1,
        PyTuple::new(py, line)?,
        PyTuple::empty(py),
        PyDict::new(py),
        of.problem(Lang::En),
        of.problem(Lang::Zh),
        of.message(Lang::En),
        of.message(Lang::Zh),
    );
    made(py, "Fault", fields)
}

/// The exception of an error of an import.
pub(crate) fn of_import(py: Python<'_>, error: &suiji_import::Error) -> PyErr {
    import_arguments(py, error)
        .and_then(|arguments| raised(py, "InputError", &PyTuple::new(py, arguments)?))
        .unwrap_or_else(|error| error)
}

/// An exception of that class with one more argument.
pub(crate) fn raised_with<'py>(
    py: Python<'py>,
    class: &str,
    error: &suiji_import::Error,
    more: impl IntoPyObject<'py>,
) -> PyResult<PyErr> {
    let mut arguments = import_arguments(py, error)?;
    arguments.push(more.into_bound_py_any(py)?);
    raised(py, class, &PyTuple::new(py, arguments)?)
}

fn import_arguments<'py>(
    py: Python<'py>,
    error: &suiji_import::Error,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let problems = error.problems();
    let lines: Vec<String> = problems
        .iter()
        .map(|of| format!("{}: {of}", of.code()))
        .collect();
    let arguments = (
        lines.join("\n"),
        ErrorKind::File.as_str(),
        problems.first().map_or("", suiji_import::Problem::code),
        error.message(Lang::En),
        error.message(Lang::Zh),
        all(py, problems, |of| problem(py, of))?,
        problems.len(),
        error.to_json(),
    );
    let arguments: Bound<'py, PyTuple> = arguments.into_pyobject(py)?;
    Ok(arguments.iter().collect())
}

fn problem<'py>(py: Python<'py>, of: &suiji_import::Problem) -> PyResult<Bound<'py, PyAny>> {
    let kind = ErrorKind::File.as_str();
    let place = made(py, "Place", (kind, of.row(), of.file(), None::<&str>))?;
    let sheet = of.sheet().map(|sheet| ("sheet", sheet));
    let fields = (
        of.code(),
        "",
        place,
        1,
        PyTuple::new(py, of.row())?,
        PyTuple::empty(py),
        sheet.into_iter().into_py_dict(py)?,
        of.problem(Lang::En),
        of.problem(Lang::Zh),
        of.message(Lang::En),
        of.message(Lang::Zh),
    );
    made(py, "Fault", fields)
}

fn fault<'py>(py: Python<'py>, of: &Fault) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        of.code(),
        of.rule(),
        of_place(py, of.place())?,
        of.count(),
        PyTuple::new(py, of.rows())?,
        PyTuple::new(py, of.ids())?,
        of.details().into_py_dict(py)?,
        of.problem(Lang::En),
        of.problem(Lang::Zh),
        of.message(Lang::En),
        of.message(Lang::Zh),
    );
    made(py, "Fault", fields)
}

/// A value of the core from its text.
pub(crate) fn parse<T: FromStr<Err = suiji::Error>>(py: Python<'_>, text: &str) -> PyResult<T> {
    text.parse().map_err(|error| exception(py, &error))
}

/// The same for an optional text.
pub(crate) fn optional<T: FromStr<Err = suiji::Error>>(
    py: Python<'_>,
    text: Option<&str>,
) -> PyResult<Option<T>> {
    text.map(|text| parse(py, text)).transpose()
}

/// A digest that a witness noted. It may be written in groups.
pub(crate) fn noted(py: Python<'_>, text: Option<&str>) -> PyResult<Option<suiji::Digest>> {
    let text = text.map(|text| text.split_whitespace().collect::<String>());
    optional(py, text.as_deref())
}
