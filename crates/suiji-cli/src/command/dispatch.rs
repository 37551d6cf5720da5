//! What a command line asks for, done.

use std::ffi::OsString;

use super::args::{self, Asked};
use super::{help, table};
use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::show::session::Session;

/// Runs the command that is named, or shows the help or the version.
pub(crate) fn obey(session: &mut Session<'_>, args: Vec<OsString>) -> Result<Done, Failure> {
    let nothing = args.is_empty();
    match args::parse(args, table::ALL) {
        Ok(Asked::Command(spec, words)) => (spec.run)(session, &words),
        Ok(Asked::Help(spec)) => {
            session.print(&help::help(table::ALL, spec, session.lang))?;
            Ok(Done::Well)
        }
        Ok(Asked::Version) => {
            session.print(concat!("suiji ", env!("CARGO_PKG_VERSION"), "\n"))?;
            Ok(Done::Well)
        }
        Err(error) => {
            if nothing {
                let help = help::help(table::ALL, None, session.lang);
                session.note(help)?;
            }
            Err(error.into())
        }
    }
}
