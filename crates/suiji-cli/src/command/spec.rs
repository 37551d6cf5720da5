//! The description of a command: its name, its arguments and options, and the function
//! that runs it.

use super::values::Values;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::show::session::Session;
use crate::texts::Text;

/// A description, from the table of texts.
pub(super) type About = fn() -> Text;

/// A command.
#[derive(Debug)]
pub(super) struct Command {
    pub(super) name: &'static str,
    pub(super) about: About,
    pub(super) arguments: &'static [Argument],
    pub(super) options: &'static [CommandOption],
    pub(super) run: Run,
}

/// The function that runs a command.
#[derive(Clone, Copy, Debug)]
pub(super) enum Run {
    /// With the values of the command line.
    Plain(fn(&mut Session<'_>, &Values) -> Result<Exit, Failure>),
    /// Also with the table of commands, of which it tells.
    WithTable(fn(&mut Session<'_>, &Values, &'static [Command]) -> Result<Exit, Failure>),
}

/// An argument.
#[derive(Debug)]
pub(super) struct Argument {
    pub(super) name: &'static str,
    pub(super) about: About,
    pub(super) required: bool,
    pub(super) repeats: bool,
}

/// An option; a flag if it takes no value.
#[derive(Debug)]
pub(super) struct CommandOption {
    pub(super) name: &'static str,
    pub(super) value: Option<&'static str>,
    pub(super) about: About,
    pub(super) required: bool,
    pub(super) repeats: bool,
}

/// A required argument.
pub(super) const fn argument(name: &'static str, about: About) -> Argument {
    Argument {
        name,
        about,
        required: true,
        repeats: false,
    }
}

/// Makes the argument optional.
pub(super) const fn optional(argument: Argument) -> Argument {
    Argument {
        required: false,
        ..argument
    }
}

/// Allows the argument several times. It must be the last one of its command.
pub(super) const fn several(argument: Argument) -> Argument {
    Argument {
        repeats: true,
        ..argument
    }
}

/// An option without a value.
pub(super) const fn flag(name: &'static str, about: About) -> CommandOption {
    CommandOption {
        name,
        value: None,
        about,
        required: false,
        repeats: false,
    }
}

/// An option with a value.
pub(super) const fn option(name: &'static str, value: &'static str, about: About) -> CommandOption {
    CommandOption {
        name,
        value: Some(value),
        about,
        required: false,
        repeats: false,
    }
}

/// Allows the option several times.
pub(super) const fn repeated(option: CommandOption) -> CommandOption {
    CommandOption {
        repeats: true,
        ..option
    }
}

/// Makes the option required.
pub(super) const fn required(option: CommandOption) -> CommandOption {
    CommandOption {
        required: true,
        ..option
    }
}
