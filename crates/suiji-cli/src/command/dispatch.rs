//! Parses a command line and runs the command, or shows the help or the version.

use std::ffi::OsString;

use suiji::Lang;

use super::parse::{self, Request};
use super::spec::Run;
use super::{guide, help, table};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::show::session::Session;

/// The language, and whether the output is JSON.
pub(crate) fn output(args: &[OsString]) -> (Lang, bool) {
    parse::output(args, table::ALL)
}

/// Runs a command line.
pub(crate) fn dispatch(session: &mut Session<'_>, args: Vec<OsString>) -> Result<Exit, Failure> {
    let empty = args.is_empty();
    // `suiji` or `suiji --lang en`, at a terminal.
    let asks_for_nothing = parse::without_language(&args).is_empty();
    if asks_for_nothing && session.terminal.input && !session.json {
        return guide::guide(session, dispatch);
    }
    match parse::parse(args, table::ALL) {
        Ok(Request::Run(command, values)) => match command.run {
            Run::Plain(run) => run(session, &values),
            Run::WithTable(run) => run(session, &values, table::ALL),
        },
        Ok(Request::Help(command)) => {
            session.print(&help::help(table::ALL, command, session.lang))?;
            Ok(Exit::Success)
        }
        Ok(Request::Version) => {
            session.print(concat!("suiji ", env!("CARGO_PKG_VERSION"), "\n"))?;
            Ok(Exit::Success)
        }
        Err(error) => {
            if empty {
                session.note(help::help(table::ALL, None, session.lang))?;
            }
            Err(error.into())
        }
    }
}
