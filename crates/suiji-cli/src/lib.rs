//! The `suiji` command as a library: [`run`] takes the arguments of a command line and the streams.
//!
//! A program or a binding that contains the command calls [`run`] with its own streams. All rules are in the
//! library `suiji`; this crate reads files, asks questions, and shows results.
//!
//! ```
//! let (mut out, mut err) = (Vec::new(), Vec::new());
//! let args = ["canon", "no-such-file.json", "--lang", "en"].map(Into::into);
//! let code = suiji_cli::run(args, &mut std::io::empty(), &mut out, &mut err, Default::default());
//! assert_eq!(code, 2);
//! assert!(String::from_utf8_lossy(&err).contains("[case.missing-file]"));
//! ```

#![forbid(unsafe_code)]

// The rooms, in the order of the data: each uses only earlier ones.

// All texts that a person sees, in Chinese and English, and the error codes.
mod texts;

// Used by all rooms: exit codes, the errors of files, the clock and random bytes.
mod base;

// Files and folders on disk: read within limits, written completely or not at all, locked and numbered.
mod disk;

// The folder of a case: its files, and how a sealing and a draw change them.
mod case;

// What a person sees: lines and questions in one of two languages, progress, tables and reports.
mod show;

// A room for each command. The demonstration runs the other commands.
mod new;

mod import;

mod ceremony;

mod check;

mod seal;

mod draw;

mod amend;

mod results;

mod verify;

mod history;

mod plan_diff;

mod explain;

mod publish;

mod papers;

mod export;

mod sign;

mod timestamp;

mod status;

mod ledger;

mod witness;

mod check_receipt;

mod verify_page;

mod commit;

mod new_key;

mod canon;

mod demo;

// The command line: the table of commands, parsing, help, and running the command.
mod command;

use std::ffi::OsString;
use std::io::{self, BufRead, Write};

use base::exit::Exit;
use base::failure::Failure;
use command::dispatch;
pub use show::interrupt::on_interrupt;
use show::session::Session;
pub use show::session::Terminal;
pub use texts::{Code, codes};

/// Runs a command line, without the name of the program, and returns the exit code: 0 if the command did what
/// was requested, 1 if a check failed or could not be made, 2 for wrong input or usage.
///
/// Results go to `out`, errors and questions to `err`. Apart from these streams, the command uses the files,
/// the clock and the random bytes of the system, and the standard error of the process for progress
/// ([`Terminal`]).
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminal: Terminal,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let output = dispatch::output(&args);
    let mut session = Session::new(input, out, err, terminal, output);
    let exit = dispatch::dispatch(&mut session, args).and_then(|exit| {
        session.flush()?;
        Ok(exit)
    });
    match exit {
        Ok(Exit::Success) => 0,
        Ok(Exit::NotVerified) => 1,
        Err(failure) => {
            // If the error cannot be shown either, the exit code must suffice.
            let _ = show_failure(&mut session, &failure);
            if matches!(failure, Failure::Mismatch(_)) {
                1
            } else {
                2
            }
        }
    }
}

fn show_failure(session: &mut Session<'_>, failure: &Failure) -> io::Result<()> {
    let text = match failure {
        Failure::Streams(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
        _ if session.json => format!("{:#}", failure.error().to_json()),
        _ => failure.message(session.lang),
    };
    let text = text.trim_end();
    session.note(text)?;
    session.err.flush()
}
