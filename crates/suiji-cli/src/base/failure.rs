//! Why a command failed: the error of the library, and the files in which its faults are.

use std::io;
use std::path::{Path, PathBuf};

use suiji::error::{ErrorKind, Fault, Place};
use suiji::{Error, Lang};

use super::errors::of_system;
use crate::texts::{self, Localized, Text, codes};

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Wrong input, a wrong command line, or a file that cannot be read or written.
    #[error("{0}")]
    Refused(Error, Files),
    /// A file does not match what was computed.
    #[error(transparent)]
    Mismatch(Error),
    /// The output cannot be written, or the answers cannot be read.
    #[error(transparent)]
    Streams(#[from] io::Error),
}

/// Which file contains which document. If a document has two files, the last one counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(Vec<(ErrorKind, PathBuf)>);

impl Files {
    pub(crate) fn with(mut self, document: ErrorKind, path: &Path) -> Self {
        self.0.push((document, path.to_owned()));
        self
    }

    fn path(&self, document: ErrorKind) -> Option<&Path> {
        self.0
            .iter()
            .rfind(|(of, _)| *of == document)
            .map(|(_, path)| path.as_path())
    }
}

impl Failure {
    /// The faults of a file.
    pub(crate) fn of(error: Error, document: ErrorKind, path: &Path) -> Self {
        Self::Refused(error, Files::default().with(document, path))
    }

    /// The same failure, with the file of one more document.
    pub(crate) fn also(self, document: ErrorKind, path: &Path) -> Self {
        match self {
            Self::Refused(error, files) => Self::Refused(error, files.with(document, path)),
            other => other,
        }
    }

    /// The error, for programs.
    pub(crate) fn error(&self) -> Error {
        match self {
            Self::Refused(error, _) | Self::Mismatch(error) => error.clone(),
            Self::Streams(error) => {
                codes::streams(of_system(error)).at(Place::new(ErrorKind::Value, ""))
            }
        }
    }

    /// The message for a person: one line for each fault, with its file and its code.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Self::Refused(error, files) => message(error, files, lang),
            _ => message(&self.error(), &Files::default(), lang),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error, Files::default())
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Error::new(fault).into()
    }
}

fn message(error: &Error, files: &Files, lang: Lang) -> String {
    let faults = error.shown();
    let mut lines: Vec<String> = faults
        .iter()
        .map(|fault| line(fault, files, lang))
        .collect();
    let shown: u64 = faults.iter().map(|fault| fault.count()).sum();
    let all = error.fault_count();
    if all > shown {
        lines.push(texts::more_faults(all - shown, all).text(lang));
    }
    let wrong_encoding =
        |fault: &Fault| fault.code() == "json.not-utf8" && fault.place().row().is_some();
    if error.faults().iter().any(wrong_encoding) {
        lines.push(texts::save_as_utf8().text(lang));
    }
    lines.join("\n")
}

fn line(fault: &Fault, files: &Files, lang: Lang) -> String {
    let file = files.path(fault.place().kind());
    let file = file.map_or_else(Text::default, |path| texts::in_file(path.display()));
    let message = printable(&fault.message(lang));
    texts::error(file, message, fault.code()).text(lang)
}

/// The text without control characters, which could control the terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() && character != '\n' {
                '\u{FFFD}'
            } else {
                character
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use suiji::error::Faults;

    use super::super::errors::missing_file;
    use super::*;

    #[test]
    fn each_line_names_file_and_code() {
        let mut faults = Faults::default();
        faults.extend(&missing_file(Path::new("a/plan.json"), None));
        let empty = Place::new(ErrorKind::Registry, "$.name").at_row(3);
        let empty = Fault::new(suiji::error::codes::TEXT_EMPTY, empty, &[]);
        faults.push(empty.clone());
        let error = faults.into_result(()).unwrap_err();
        let failure = Failure::of(error, ErrorKind::Registry, Path::new("a/registry.csv"));
        let english = failure.message(Lang::En);
        let lines: Vec<&str> = english.lines().collect();
        let missing = "error: file a/plan.json: file not found [case.missing-file]";
        let message = empty.message(Lang::En);
        let faulty = format!("error: a/registry.csv: {message} [text.empty]");
        assert_eq!(lines, [missing, &faulty]);
        let message = empty.message(Lang::Zh);
        let chinese = format!("错误：a/registry.csv：{message} [text.empty]");
        assert!(failure.message(Lang::Zh).contains(&chinese));
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\nb"), "a\u{FFFD}[31m\nb");
    }
}
