//! What a command is: its name, what it takes, and the function that does it.
//!
//! The table of all of them is in `commands.rs`, which alone knows the commands: a command needs of this
//! only how it ends.

use super::words::Words;
use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::show::session::Session;

/// What something is, in Chinese and in English.
pub(crate) type Text = (&'static str, &'static str);

/// A command.
#[derive(Debug)]
pub(crate) struct Spec {
    pub(crate) name: &'static str,
    pub(crate) about: Text,
    pub(crate) arguments: &'static [Argument],
    pub(crate) options: &'static [Choice],
    pub(crate) run: fn(&mut Session<'_>, &Words) -> Result<Done, Failure>,
}

/// An argument, by its place.
#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) name: &'static str,
    pub(crate) about: Text,
    pub(crate) required: bool,
}

/// An option, by its name; a flag where it takes no value.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) name: &'static str,
    pub(crate) value: Option<&'static str>,
    pub(crate) about: Text,
    pub(crate) required: bool,
}

/// An argument that is required.
pub(crate) const fn argument(name: &'static str, zh: &'static str, en: &'static str) -> Argument {
    Argument {
        name,
        about: (zh, en),
        required: true,
    }
}

/// An option without a value.
pub(crate) const fn flag(name: &'static str, zh: &'static str, en: &'static str) -> Choice {
    Choice {
        name,
        value: None,
        about: (zh, en),
        required: false,
    }
}

/// An option with a value.
pub(crate) const fn option(
    name: &'static str,
    value: &'static str,
    zh: &'static str,
    en: &'static str,
) -> Choice {
    Choice {
        name,
        value: Some(value),
        about: (zh, en),
        required: false,
    }
}

/// The same, required.
pub(crate) const fn required(choice: Choice) -> Choice {
    Choice {
        required: true,
        ..choice
    }
}
