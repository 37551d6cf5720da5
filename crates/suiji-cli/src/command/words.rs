//! The words of a command line, as a command reads them, and the errors of a wrong one.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use suiji::codes::Code;
use suiji::{Error, ErrorKind, Fault, Lang, Place};

use crate::codes;

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
pub(crate) fn text<'w>(value: &'w OsStr, name: &str) -> Result<&'w str, Error> {
    let wrong = || {
        value_error(
            name,
            &value.to_string_lossy(),
            ("it is not UTF-8", "不是 UTF-8"),
        )
    };
    value.to_str().ok_or_else(wrong)
}

/// What a value reads as; where it is none, the error names the option or the argument.
pub(crate) fn value<T>(
    name: &str,
    found: &str,
    read: impl FnOnce(&str) -> Result<T, Error>,
) -> Result<T, Error> {
    read(found).map_err(|error| {
        let (en, zh) = (error.message(Lang::En), error.message(Lang::Zh));
        let details = [("name", name), ("problem", &en), ("problem_zh", &zh)];
        usage(codes::USAGE_UNFIT, &details)
    })
}

/// A value that is not one of those that an option takes.
pub(crate) fn choice_error(name: &str, found: &str, choices: &str) -> Error {
    let (en, zh) = (
        format!("one of {choices} is right"),
        format!("应为 {}", choices.replace(", ", " 或 ")),
    );
    value_error(name, found, (&en, &zh))
}

fn value_error(name: &str, found: &str, (problem, problem_zh): (&str, &str)) -> Error {
    usage(
        codes::USAGE_VALUE,
        &[
            ("name", name),
            ("found", found),
            ("problem", problem),
            ("problem_zh", problem_zh),
        ],
    )
}

/// Two options of which the one stands with or without the other.
pub(crate) fn together_error(first: &str, second: &str, (rule, rule_zh): (&str, &str)) -> Error {
    usage(
        codes::USAGE_TOGETHER,
        &[
            ("first", first),
            ("second", second),
            ("rule", rule),
            ("rule_zh", rule_zh),
        ],
    )
}

/// A wrong command line.
pub(crate) fn usage(code: &'static Code, details: &[(&'static str, &str)]) -> Error {
    Error::new(Fault::new(code, Place::new(ErrorKind::Value, ""), details))
}
