//! The words of a command line, as a command reads them, and the errors of a wrong one.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use suiji::{Error, ErrorKind, Place};

use crate::texts::{self, Problem, Text, codes};

/// The arguments and options of a command, as its table allows them.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) arguments: Vec<OsString>,
    pub(crate) options: Vec<(&'static str, OsString)>,
}

impl Words {
    /// An argument; required ones are there.
    pub(crate) fn argument(&self, index: usize) -> Option<&OsStr> {
        self.arguments.get(index).map(OsString::as_os_str)
    }

    /// A path that is required.
    pub(crate) fn path(&self, index: usize) -> &Path {
        Path::new(self.argument(index).unwrap_or_default())
    }

    /// The value of an option, where it is given.
    pub(crate) fn option(&self, name: &str) -> Option<&OsStr> {
        self.options
            .iter()
            .find(|(of, _)| *of == name)
            .map(|(_, value)| value.as_os_str())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.option(name).is_some()
    }

    /// The value of an option as text.
    pub(crate) fn text(&self, name: &'static str) -> Result<Option<&str>, Error> {
        self.option(name).map(|value| text(value, name)).transpose()
    }
}

/// An argument as text.
pub(super) fn text<'w>(value: &'w OsStr, name: &str) -> Result<&'w str, Error> {
    let wrong = || codes::usage_value(value.to_string_lossy(), name, texts::not_utf8());
    value.to_str().ok_or_else(|| usage(wrong()))
}

/// What a value reads as; where it is none, the error names the option or the argument.
pub(super) fn value<T>(
    name: &str,
    found: &str,
    read: impl FnOnce(&str) -> Result<T, Error>,
) -> Result<T, Error> {
    read(found).map_err(|error| {
        let problem = Text::of(|lang| error.message(lang));
        usage(codes::usage_unfit(name, problem))
    })
}

/// A value that is not one of those that an option takes.
pub(super) fn choice_error(name: &str, found: &str, choices: [&str; 2]) -> Error {
    let choices = Text::joined(&choices, &texts::or_separator());
    usage(codes::usage_value(found, name, texts::one_of(choices)))
}

/// A wrong command line.
pub(super) fn usage(problem: Problem) -> Error {
    problem.at(Place::new(ErrorKind::Value, ""))
}
