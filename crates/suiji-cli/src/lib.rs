//! The `suiji` command as a library: [`run`] takes the words of a command line and the streams.
//!
//! A program or a binding that carries the command calls [`run`] with streams of its own. Everything that
//! has a rule is done by the library `suiji`; what is here reads files, asks, and shows.
//!
//! ```
//! let (mut out, mut err) = (Vec::new(), Vec::new());
//! let words = ["canon", "no-such-file.json", "--lang", "en"].map(Into::into);
//! let code = suiji_cli::run(words, &mut std::io::empty(), &mut out, &mut err, Default::default());
//! assert_eq!(code, 2);
//! assert!(String::from_utf8_lossy(&err).contains("[case.missing-file]"));
//! ```

#![forbid(unsafe_code)]

// The rooms, in the order of the data: each uses earlier ones only.

// All texts that a person sees, in Chinese and in English, and the error codes.
mod texts;

// What all rooms use: how a command ends, the errors of files, the time of day, random bytes.
mod base;

// Files on disk: read within limits, written whole or not at all, locked, numbered.
mod disk;

// The folder of a case: its files, what is sealed and drawn in it.
mod case;

// What a person sees: lines and questions in one of two languages, progress, tables, reports.
mod show;

// Then one room for each command, and the one that shows all of them.
mod new;

mod seal;

mod draw;

mod verify;

mod explain;

mod publish;

mod check_receipt;

mod canon;

mod demo;

// The command line: its words, the table of commands, the help, and the call of the command.
mod command;

use std::ffi::OsString;
use std::io::{self, BufRead, Write};

use base::done::Done;
use base::failure::Failure;
use command::{args, dispatch, table};
use show::session::Session;
pub use show::session::Terminal;
pub use texts::codes;

/// Runs the command of a command line, without the name of the program, and gives its exit code: 0 where
/// it did what was asked, 1 where it checked something that does not hold or could not be checked
/// whole, 2 for bad input or usage.
///
/// Results go to `out`; errors, questions and progress to `err`. Nothing else of the process is used but
/// its files, its clock and its source of random bytes.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminal: Terminal,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let voice = args::voice(&args, table::ALL);
    let mut session = Session::new(input, out, err, terminal, voice);
    let done = dispatch::obey(&mut session, args).and_then(|done| {
        session.flush()?;
        Ok(done)
    });
    match done {
        Ok(Done::Well) => 0,
        Ok(Done::NotHolding) => 1,
        Err(failure) => {
            // Where errors cannot be told either, the code alone tells.
            let _ = complain(&mut session, &failure);
            if matches!(failure, Failure::NotHolding(_)) {
                1
            } else {
                2
            }
        }
    }
}

fn complain(session: &mut Session<'_>, failure: &Failure) -> io::Result<()> {
    let text = match failure {
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
        _ if session.json => failure.error().to_json(),
        _ => failure.message(session.lang),
    };
    let text = text.trim_end();
    session.note(text)?;
    session.err.flush()
}
