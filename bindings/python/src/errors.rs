//! The one error of the core as the exceptions of the package.

use core::str::FromStr;

use pyo3::prelude::*;
use suiji::{ErrorKind, Lang};

/// The exception of an error; its class is the coarsest part of the kind, by which people catch.
pub(crate) fn exception(py: Python<'_>, error: &suiji::Error) -> PyErr {
    let class = match error.kind() {
        ErrorKind::Verification => "VerificationError",
        ErrorKind::Cancelled => "Error",
        _ => "InputError",
    };
    let made = py
        .import("suiji._errors")
        .and_then(|module| module.getattr(class))
        .and_then(|class| {
            class.call1((error.to_string(), error.message(Lang::Zh), error.to_json()))
        });
    made.map_or_else(|error| error, PyErr::from_value)
}

/// A value of the core from its text.
pub(crate) fn parse<T: FromStr<Err = suiji::Error>>(py: Python<'_>, text: &str) -> PyResult<T> {
    text.parse().map_err(|error| exception(py, &error))
}
