//! The statements of a receipt.

use std::io;

use suiji::receipt::State;
use suiji::{Inputs, Plan, Receipt};

use super::draws::names;
use super::session::Session;
use crate::texts::{self, Text};

/// Prints the statement about each task. Tasks whose scope does not include the entity share one line. With
/// the inputs, inspectors are shown with their names.
pub(crate) fn print(
    session: &mut Session<'_>,
    receipt: &Receipt,
    plan: Option<&Plan>,
    inputs: Option<&Inputs>,
) -> io::Result<()> {
    let (id, name) = (receipt.entity(), receipt.name().unwrap_or_default());
    session.say(format!("{id} {name}"))?;
    let mut out_of_scope = Vec::new();
    for statement in receipt.tasks() {
        if statement.state() == State::OutOfScope {
            out_of_scope.push(statement.task());
            continue;
        }
        session.say(statement.message(session.lang, plan))?;
        if let (Some(inputs), false) = (inputs, statement.members().is_empty()) {
            let names = names(inputs, statement.members().iter().map(String::as_str));
            session.say(texts::in_brackets(names))?;
        }
    }
    if !out_of_scope.is_empty() {
        let tasks = Text::joined(&out_of_scope, &texts::list_separator());
        session.say(texts::tasks_out_of_scope(tasks))?;
    }
    Ok(())
}
