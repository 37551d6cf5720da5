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

// The rooms, in the order of the data: a later one uses earlier ones only.

pub mod codes;

mod base;

mod disk;

mod case;

mod show;

mod args;
mod canon;
mod commands;
mod demo;
mod draw;
mod explain;
mod help;
mod new;
mod publish;
mod receipt;
mod seal;
mod settle;
mod spec;
mod verify;
mod words;

use std::ffi::OsString;
use std::io::{self, BufRead, Write};

use args::Asked;
use base::done::Done;
use base::failure::Failure;
use show::session::Session;
pub use show::session::Terminal;

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
    let voice = args::voice(&args, commands::ALL);
    let mut session = Session::new(input, out, err, terminal, voice);
    let done = obey(&mut session, args).and_then(|done| {
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

fn obey(session: &mut Session<'_>, args: Vec<OsString>) -> Result<Done, Failure> {
    let nothing = args.is_empty();
    match args::parse(args, commands::ALL) {
        Ok(Asked::Command(spec, words)) => (spec.run)(session, &words),
        Ok(Asked::Help(spec)) => {
            session.print(&help::help(commands::ALL, spec, session.lang))?;
            Ok(Done::Well)
        }
        Ok(Asked::Version) => {
            session.print(concat!("suiji ", env!("CARGO_PKG_VERSION"), "\n"))?;
            Ok(Done::Well)
        }
        Err(error) => {
            if nothing {
                let help = help::help(commands::ALL, None, session.lang);
                session.note(format_args!("{help}"), format_args!("{help}"))?;
            }
            Err(error.into())
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
    session.note(format_args!("{text}"), format_args!("{text}"))?;
    session.err.flush()
}
