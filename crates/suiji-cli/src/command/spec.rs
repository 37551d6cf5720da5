//! What a command is: its name, what it takes, and the function that does it.
//!
//! The table of all of them is in `commands.rs`, which alone knows the commands: a command needs of this
//! only how it ends.

use super::words::Words;
use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::show::session::Session;
use crate::texts::Text;

/// What something is, from the table of texts.
pub(crate) type About = fn() -> Text;

/// A command.
#[derive(Debug)]
pub(crate) struct Spec {
    pub(crate) name: &'static str,
    pub(crate) about: About,
    pub(crate) arguments: &'static [Argument],
    pub(crate) options: &'static [Choice],
    pub(crate) run: fn(&mut Session<'_>, &Words) -> Result<Done, Failure>,
}

/// An argument, by its place.
#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) name: &'static str,
    pub(crate) about: About,
    pub(crate) required: bool,
}

/// An option, by its name; a flag where it takes no value.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) name: &'static str,
    pub(crate) value: Option<&'static str>,
    pub(crate) about: About,
    pub(crate) required: bool,
}

/// An argument that is required.
pub(crate) const fn argument(name: &'static str, about: About) -> Argument {
    Argument {
        name,
        about,
        required: true,
    }
}

/// An option without a value.
pub(crate) const fn flag(name: &'static str, about: About) -> Choice {
    Choice {
        name,
        value: None,
        about,
        required: false,
    }
}

/// An option with a value.
pub(crate) const fn option(name: &'static str, value: &'static str, about: About) -> Choice {
    Choice {
        name,
        value: Some(value),
        about,
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
