//! The values of the arguments and options of one command line, and the errors of wrong values.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::base::error::Error;

use crate::texts::{self, Problem, Text, codes};

/// The values of the arguments and options, as the table of commands allows them.
#[derive(Debug, Default)]
pub(super) struct Values {
    pub(super) arguments: Vec<OsString>,
    pub(super) options: Vec<(&'static str, OsString)>,
}

impl Values {
    /// An argument. Parsing makes sure that the required ones exist.
    pub(super) fn argument(&self, index: usize) -> Option<&OsStr> {
        self.arguments.get(index).map(OsString::as_os_str)
    }

    /// A required argument that is a path.
    pub(super) fn path(&self, index: usize) -> &Path {
        Path::new(self.argument(index).unwrap_or_default())
    }

    /// The value of an option, if it is provided.
    pub(super) fn option(&self, name: &str) -> Option<&OsStr> {
        self.options
            .iter()
            .find(|(of, _)| *of == name)
            .map(|(_, value)| value.as_os_str())
    }

    /// All values of an option that may be repeated.
    pub(super) fn options<'v>(&'v self, name: &'v str) -> impl Iterator<Item = &'v OsStr> {
        let given = self.options.iter().filter(move |(of, _)| *of == name);
        given.map(|(_, value)| value.as_os_str())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.option(name).is_some()
    }

    /// The value of an option as text.
    pub(super) fn text(&self, name: &'static str) -> Result<Option<&str>, Error> {
        self.option(name).map(|value| text(value, name)).transpose()
    }
}

/// The number of consecutive hex digits that is taken for a secret.
const SECRET_DIGITS: usize = 32;

/// A text of the command line, for an error. A secret in a wrong place is not shown.
pub(super) fn shown(found: &str) -> String {
    let mut digits = 0;
    for character in found.chars() {
        digits = if character.is_ascii_hexdigit() {
            digits + 1
        } else {
            0
        };
        if digits >= SECRET_DIGITS {
            return "…".to_owned();
        }
    }
    found.to_owned()
}

/// A value as text.
pub(super) fn text<'v>(value: &'v OsStr, name: &str) -> Result<&'v str, Error> {
    let problem = || codes::usage_value(name, shown(&value.to_string_lossy()), texts::utf8_text());
    value.to_str().ok_or_else(|| usage(problem()))
}

/// Parses a value. An error names the option or the argument.
pub(super) fn parsed<T>(
    name: &str,
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, suiji::Error>,
) -> Result<T, Error> {
    parse(text).map_err(|error| {
        let problem = Text::of(|lang| match shown(text) {
            same if same == text => error.message(lang),
            hidden => error.message(lang).replace(text, &hidden),
        });
        usage(codes::usage_unfit(name, problem))
    })
}

/// The error of a value that is not one of the choices.
pub(super) fn choice_error(name: &str, found: &str, choices: [&str; 2]) -> Error {
    let choices = Text::joined(&choices, &texts::or_separator());
    usage(codes::usage_value(name, shown(found), choices))
}

/// The error of a wrong command line.
pub(super) fn usage(problem: Problem) -> Error {
    Error::new(problem)
}
