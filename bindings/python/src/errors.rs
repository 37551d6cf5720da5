//! The one error of the core as the exceptions of the package.

use core::str::FromStr;

use pyo3::prelude::*;
use suiji::Lang;
use suiji::error::ErrorKind;

/// The exception of an error; its class is the coarsest part of the kind, by which people catch.
pub(crate) fn exception(py: Python<'_>, error: &suiji::Error) -> PyErr {
    let class = match error.kind() {
        ErrorKind::Verification => "VerificationError",
        ErrorKind::Cancelled => "Error",
        _ => "InputError",
    };
    raised(py, class, &texts(error))
}

/// What an exception is made of, and pickles as: English, Chinese, JSON.
pub(crate) type Texts = (String, String, String);

pub(crate) fn texts(error: &suiji::Error) -> Texts {
    (error.to_string(), error.message(Lang::Zh), error.to_json())
}

/// The exception of a report that does not hold.
pub(crate) fn refusal(py: Python<'_>, texts: &Texts) -> PyErr {
    raised(py, "VerificationError", texts)
}

fn raised(py: Python<'_>, class: &str, (english, chinese, json): &Texts) -> PyErr {
    let made = py
        .import("suiji._errors")
        .and_then(|module| module.getattr(class))
        .and_then(|class| class.call1((english, chinese, json)));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// A value of the core from its text.
pub(crate) fn parse<T: FromStr<Err = suiji::Error>>(py: Python<'_>, text: &str) -> PyResult<T> {
    text.parse().map_err(|error| exception(py, &error))
}
