//! The text of the annex: prose, and blocks of commands with their output.

use std::fmt::Write as _;

/// A page of Markdown.
#[derive(Default)]
pub(crate) struct Page {
    text: String,
    block: bool,
}

impl Page {
    /// A paragraph.
    pub(crate) fn say(&mut self, paragraph: &str) {
        self.close();
        let _ = writeln!(self.text, "{paragraph}\n");
    }

    /// A command that prints nothing.
    pub(crate) fn run(&mut self, command: &str) {
        if !self.block {
            self.text += "```sh\n";
            self.block = true;
        }
        let _ = writeln!(self.text, "{command}");
    }

    /// A command, and its output.
    pub(crate) fn show(&mut self, command: &str, output: impl ToString) {
        self.run(command);
        for line in output.to_string().lines() {
            let _ = writeln!(self.text, "# {line}");
        }
    }

    /// A variable that gets the output of a command. The output is shown.
    pub(crate) fn set(&mut self, name: &str, command: &str, value: impl ToString) {
        self.show(&format!("{name}=$({command}); echo ${name}"), value);
    }

    /// The whole text.
    pub(crate) fn finish(mut self) -> String {
        self.close();
        self.text
    }

    fn close(&mut self) {
        if self.block {
            self.text += "```\n\n";
            self.block = false;
        }
    }
}
