//! Where a command reads, writes and shows its progress, and in which language.

use std::io::{self, BufRead, IsTerminal, Write};

use suiji::{Lang, Run};

use super::answer;
use super::progress::Progress;
use crate::texts::Localized;

/// Which streams of the process are terminals; none, where the streams are somebody else's.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Terminal {
    /// Questions are asked at a terminal.
    pub input: bool,
    /// The standard error of the process is a terminal, and progress is shown there: on that stream, not
    /// on the `err` that [`run`](crate::run) is given, since it is told from within the work. A caller
    /// that carries the command with streams of its own leaves this false.
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

    /// How long steps are run: on all processors, showing progress to whoever waits at a terminal.
    pub(crate) fn run(&self) -> Run {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let run = Run::default().threads(threads);
        if self.terminal.err && !self.json {
            self.progress.watch(run, self.lang)
        } else {
            run
        }
    }

    /// A line on the output, in the language of the session.
    pub(crate) fn say(&mut self, text: impl Localized) -> io::Result<()> {
        self.progress.clear(self.err)?;
        writeln!(self.out, "{}", text.text(self.lang))
    }

    /// Text on the output as it is.
    pub(crate) fn print(&mut self, text: &str) -> io::Result<()> {
        self.progress.clear(self.err)?;
        self.out.write_all(text.as_bytes())
    }

    /// What is written on the output bit by bit; a line of progress would fall between.
    pub(crate) fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        self.progress.clear(self.err)?;
        write(self.out)
    }

    /// Makes sure that whoever reads the output has all that was said.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// A document on the output, with one line end.
    pub(crate) fn print_document(&mut self, text: &str) -> io::Result<()> {
        self.progress.clear(self.err)?;
        writeln!(self.out, "{}", text.trim_end())
    }

    /// A line beside the output, for the person who waits.
    pub(crate) fn note(&mut self, text: impl Localized) -> io::Result<()> {
        self.progress.clear(self.err)?;
        writeln!(self.err, "{}", text.text(self.lang))
    }

    /// A question, on the same line as its answer.
    pub(crate) fn ask(&mut self, question: impl Localized) -> io::Result<Option<String>> {
        self.progress.clear(self.err)?;
        write!(self.err, "{}", question.text(self.lang))?;
        self.err.flush()?;
        let answer = answer::read(self.input)?;
        if !self.terminal.input || answer.is_none() {
            // What is piped in does not show by itself, and neither does the end of its line; nor does a
            // person who ends the input end the line.
            writeln!(self.err)?;
        }
        Ok(answer)
    }

    /// A JSON document on the output, for programs.
    pub(crate) fn print_json(&mut self, json: &serde_json::Value) -> io::Result<()> {
        writeln!(self.out, "{json:#}")
    }
}
