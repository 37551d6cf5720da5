//! Runs the commands about the command itself: the completion script for a shell, and the page for
//! `man`.

use super::spec::Command;
use super::values::{self, Values};
use super::{completion, manual};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::show::session::Session;
use crate::texts;
use crate::texts::{Text, codes};

/// Prints the script that completes command lines in a shell.
pub(super) fn completion(
    session: &mut Session<'_>,
    values: &Values,
    all: &'static [Command],
) -> Result<Exit, Failure> {
    let shell = values.path(0).as_os_str();
    let shell = values::text(shell, "SHELL")?;
    let script = completion::script(shell, all, session.lang).ok_or_else(|| {
        let shells = Text::joined(&completion::SHELLS, &texts::or_separator());
        values::usage(codes::usage_value("SHELL", values::shown(shell), shells))
    })?;
    session.print(&script)?;
    Ok(Exit::Success)
}

/// Prints the page for `man`.
pub(super) fn manual(
    session: &mut Session<'_>,
    _: &Values,
    all: &'static [Command],
) -> Result<Exit, Failure> {
    session.print(&manual::page(all, session.lang))?;
    Ok(Exit::Success)
}
