//! The statements of a receipt as a person reads them.

use std::io;

use suiji::{Inputs, Plan, Receipt, State};

use super::drawn::names;
use super::session::Session;
use crate::texts::{self, Text};

/// What a receipt says of each task; the tasks that are not about the entity stand on one line. With the
/// inputs, officers have their names.
pub(crate) fn print(
    session: &mut Session<'_>,
    receipt: &Receipt,
    plan: Option<&Plan>,
    inputs: Option<&Inputs>,
) -> io::Result<()> {
    let (id, name) = (receipt.entity(), receipt.name().unwrap_or_default());
    session.say(format!("{id} {name}"))?;
    let mut elsewhere = Vec::new();
    for statement in receipt.tasks() {
        if statement.state() == State::OutOfScope {
            elsewhere.push(statement.task());
            continue;
        }
        let message = statement.message(session.lang, plan);
        session.say(message)?;
        if let (Some(inputs), false) = (inputs, statement.members().is_empty()) {
            let names = names(inputs, statement.members().iter().map(String::as_str));
            session.say(texts::in_brackets(names))?;
        }
    }
    if !elsewhere.is_empty() {
        let tasks = Text::joined(&elsewhere, &texts::list_separator());
        session.say(texts::tasks_out_of_scope(tasks))?;
    }
    Ok(())
}
