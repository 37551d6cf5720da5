//! Why a command stopped: the library's error with the files that its faults lie in.

use std::io;
use std::path::{Path, PathBuf};

use suiji::{Error, ErrorKind, Fault, Lang, Place};

use super::errors::of_system;
use crate::texts::{self, Localized, Text, codes};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Bad input, a wrong command line, or a file that cannot be read or written.
    Refused(Error, Files),
    /// What was checked does not hold.
    NotHolding(Error),
    /// Output that nobody takes any more, or that has no room; or answers that cannot be read.
    Output(io::Error),
}

/// Which file holds which document; of two, the one that was told last.
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

    /// This document is in that file.
    pub(crate) fn also(self, document: ErrorKind, path: &Path) -> Self {
        match self {
            Self::Refused(error, files) => Self::Refused(error, files.with(document, path)),
            other => other,
        }
    }

    /// What a program reads.
    pub(crate) fn error(&self) -> Error {
        match self {
            Self::Refused(error, _) | Self::NotHolding(error) => error.clone(),
            Self::Output(error) => {
                codes::streams(of_system(error)).at(Place::new(ErrorKind::Value, ""))
            }
        }
    }

    /// What a person reads: each fault on a line of its own, with its file and its code.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Self::Refused(error, files) => refused(error, files, lang),
            Self::NotHolding(error) => refused(error, &Files::default(), lang),
            Self::Output(_) => refused(&self.error(), &Files::default(), lang),
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

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn refused(error: &Error, files: &Files, lang: Lang) -> String {
    let mut lines: Vec<String> = error
        .faults()
        .iter()
        .map(|fault| line(fault, files, lang))
        .collect();
    let (shown, all) = (lines.len() as u64, error.fault_count());
    if all > shown {
        lines.push(texts::more_faults(all - shown, all).text(lang));
    }
    if error
        .faults()
        .iter()
        .any(|fault| fault.code() == "json.not-utf8" && fault.place().row().is_some())
    {
        lines.push(texts::save_as_utf8().text(lang));
    }
    lines.join("\n")
}

fn line(fault: &Fault, files: &Files, lang: Lang) -> String {
    let file = files.path(fault.place().document());
    let file = file.map_or_else(Text::default, |path| texts::in_file(path.display()));
    let message = printable(&fault.message(lang));
    texts::error(file, message, fault.code()).text(lang)
}

/// A hostile value must not command the terminal.
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
    use suiji::Faults;

    use super::super::errors::missing_file;
    use super::*;

    #[test]
    fn each_line_names_file_and_code() {
        let mut faults = Faults::default();
        faults.extend(&missing_file(Path::new("a/plan.json"), None));
        faults.push(Fault::new(
            suiji::codes::TEXT_EMPTY,
            Place::new(ErrorKind::Registry, "$.name").at_row(3),
            &[],
        ));
        let error = faults.into_result(()).unwrap_err();
        let failure = Failure::of(error, ErrorKind::Registry, Path::new("a/registry.csv"));
        let english = "error: file a/plan.json: there is no such file [case.missing-file]\n\
                       error: a/registry.csv: registry row 3 name: the text is empty [text.empty]";
        assert_eq!(failure.message(Lang::En), english);
        assert!(
            failure
                .message(Lang::Zh)
                .contains("错误：a/registry.csv：检查对象名录库第3行 name：文本为空 [text.empty]")
        );
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\nb"), "a\u{FFFD}[31m\nb");
    }
}
