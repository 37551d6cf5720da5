//! The streams, the language and the output format of one run.

use std::io::{self, BufRead, BufWriter, IsTerminal, Write};

use serde::Serialize;
use serde_json::Value;
use suiji::{Lang, Run};

use super::answer;
use super::progress::Progress;
use crate::texts::Localized;

/// The streams of the process that are terminals. By default none are.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Terminal {
    /// The input is a terminal, where a person answers questions.
    pub input: bool,
    /// The standard error of the process is a terminal, and progress is shown there. Progress is not written
    /// to the `err` that [`run`](crate::run) receives, because it is reported while the library works. A
    /// program that calls [`run`](crate::run) with its own streams leaves this false.
    pub err: bool,
}

impl Terminal {
    /// The terminals of this process.
    pub fn of_process() -> Self {
        Self {
            input: io::stdin().is_terminal(),
            err: io::stderr().is_terminal(),
        }
    }
}

/// The streams and settings of one run.
pub(crate) struct Session<'s> {
    pub(crate) input: &'s mut dyn BufRead,
    pub(crate) out: &'s mut dyn Write,
    pub(crate) err: &'s mut dyn Write,
    pub(crate) terminal: Terminal,
    pub(crate) lang: Lang,
    pub(crate) json: bool,
    progress: Progress,
}

impl<'s> Session<'s> {
    pub(crate) fn new(
        input: &'s mut dyn BufRead,
        out: &'s mut dyn Write,
        err: &'s mut dyn Write,
        terminal: Terminal,
        (lang, json): (Lang, bool),
    ) -> Self {
        let progress = Progress::default();
        Self {
            input,
            out,
            err,
            terminal,
            lang,
            json,
            progress,
        }
    }

    /// The settings of a run of the library: on all processors, with progress at a terminal.
    pub(crate) fn run(&self) -> Run {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let run = Run::default().threads(threads);
        if self.terminal.err && !self.json {
            self.progress.watch(run, self.lang)
        } else {
            run
        }
    }

    /// Writes a line to the output, in the language of the session.
    pub(crate) fn say(&mut self, text: impl Localized) -> io::Result<()> {
        self.progress.clear(self.err)?;
        writeln!(self.out, "{}", text.text(self.lang))
    }

    /// Writes text to the output, unchanged.
    pub(crate) fn print(&mut self, text: &str) -> io::Result<()> {
        self.progress.clear(self.err)?;
        self.out.write_all(text.as_bytes())
    }

    /// Writes to the output in pieces. The line of progress is cleared before.
    pub(crate) fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        self.progress.clear(self.err)?;
        write(self.out)
    }

    /// Flushes the output, so that everything written so far is visible.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Writes a line to the error stream, for the person at the terminal.
    pub(crate) fn note(&mut self, text: impl Localized) -> io::Result<()> {
        self.progress.clear(self.err)?;
        writeln!(self.err, "{}", text.text(self.lang))
    }

    /// Asks a question and reads the answer, full-width digits and letters as ordinary ones; none at the end of the input.
    pub(crate) fn ask(&mut self, question: impl Localized) -> io::Result<Option<String>> {
        Ok(self.ask_exact(question)?.map(answer::half_width))
    }

    /// Asks for a text of which every character counts, such as a value that was committed.
    pub(crate) fn ask_exact(&mut self, question: impl Localized) -> io::Result<Option<String>> {
        self.progress.clear(self.err)?;
        write!(self.err, "{}", question.text(self.lang))?;
        self.err.flush()?;
        let answer = answer::read(self.input)?;
        if !self.terminal.input || answer.is_none() {
            // The line of the question has no line end yet. Neither a pipe nor a person who ends the input
            // adds one.
            writeln!(self.err)?;
        }
        Ok(answer)
    }

    /// Writes a JSON document to the output.
    pub(crate) fn print_json(&mut self, json: &impl Serialize) -> io::Result<()> {
        let mut out = BufWriter::new(&mut *self.out);
        serde_json::to_writer_pretty(&mut out, json)?;
        writeln!(out)?;
        out.flush()
    }
}

/// A document of the library as a JSON value.
pub(crate) fn parsed(document: &str) -> Value {
    serde_json::from_str(document).unwrap_or_default()
}
