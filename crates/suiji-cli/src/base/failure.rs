//! The failure of a command: its error, and the files that have the faults.

use std::io;
use std::path::{Path, PathBuf};

use suiji::Lang;
use suiji::error::ErrorKind;

use super::error::Error;
use super::errors::of_system;
use crate::texts::codes;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Wrong input, a wrong command line, or a file that cannot be read or written.
    #[error("{0}")]
    Refused(Error, Files),
    /// A file does not match the computed result.
    #[error(transparent)]
    Mismatch(Error),
    /// The output cannot be written, or the answers cannot be read.
    #[error(transparent)]
    Streams(#[from] io::Error),
}

/// The file of each document. If a document has two files, the last one counts.
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
    pub(crate) fn of(error: impl Into<Error>, document: ErrorKind, path: &Path) -> Self {
        Self::Refused(error.into(), Files::default().with(document, path))
    }

    /// Adds the file of one more document.
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
            Self::Streams(error) => Error::new(codes::streams(of_system(error))),
        }
    }

    /// The message for a person: one line for each fault, with its file and its code.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Self::Refused(error, files) => error.message(&|kind| files.path(kind), lang),
            _ => self.error().message(&|_| None, lang),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error, Files::default())
    }
}

impl From<suiji_import::Error> for Failure {
    fn from(error: suiji_import::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<suiji_report::Error> for Failure {
    fn from(error: suiji_report::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<suiji_evidence::Error> for Failure {
    fn from(error: suiji_evidence::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<suiji::Error> for Failure {
    fn from(error: suiji::Error) -> Self {
        Error::from(error).into()
    }
}
