//! The documents that are verified together: a record, a public form, or both, and optionally the
//! commitment.

use std::path::Path;

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Commitment, Digest, PublicForm, Record, Run};

use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::disk::files;
use crate::texts::{self, codes};

/// The document that the checks are about.
#[derive(Debug)]
pub(super) enum Main {
    Record(Box<Record>),
    Public(Box<PublicForm>),
}

impl Main {
    pub(super) fn commitment(&self) -> &Commitment {
        match self {
            Self::Record(record) => record.commitment(),
            Self::Public(form) => form.commitment(),
        }
    }

    /// The digest of the record.
    pub(super) fn record(&self) -> Digest {
        match self {
            Self::Record(record) => record.digest(),
            Self::Public(form) => form.record(),
        }
    }
}

/// All documents of one call.
#[derive(Debug)]
pub(super) struct Given {
    main: Main,
    /// The public form that is compared with a record.
    form: Option<PublicForm>,
    /// The digest of the commitment in its own file.
    commitment: Option<Digest>,
}

impl Given {
    /// Reads documents of any of the three kinds, each at most once.
    pub(super) fn read(paths: &[&Path], run: &Run) -> Result<Self, Failure> {
        let (mut record, mut form, mut commitment) = (None, None, None);
        let single = paths.len() == 1;
        for path in paths {
            let in_file = |error| Failure::of(error, ErrorKind::Record, path);
            let bytes = files::read(path, limits::RECORD_BYTES, ErrorKind::Record);
            let bytes = bytes.map_err(in_file)?;
            let twice = match documents::kind_of(&bytes) {
                Some(ErrorKind::PublicForm) => {
                    let kind = ErrorKind::PublicForm;
                    let read = |bytes: &[u8]| PublicForm::from_json_with(bytes, run);
                    form.replace(documents::parse(path, &bytes, kind, read)?)
                        .is_some()
                }
                // A commitment alone is not the result of a draw.
                Some(ErrorKind::Commitment) if !single => {
                    let kind = ErrorKind::Commitment;
                    let read = documents::parse(path, &bytes, kind, Commitment::from_json)?;
                    commitment.replace(read.digest()).is_some()
                }
                _ => {
                    let kind = ErrorKind::Record;
                    let read = |bytes: &[u8]| Record::from_json_with(bytes, run);
                    record
                        .replace(documents::parse(path, &bytes, kind, read)?)
                        .is_some()
                }
            };
            if twice {
                return Err(file_error(path, codes::second_document()).into());
            }
        }
        let (main, form) = match (record, form) {
            (Some(record), form) => (Main::Record(Box::new(record)), form),
            (None, Some(form)) => (Main::Public(Box::new(form)), None),
            (None, None) => {
                let path = paths.first().copied().unwrap_or(Path::new(""));
                let problem = codes::other_document(texts::a_record(), texts::a_commitment());
                return Err(file_error(path, problem).into());
            }
        };
        Ok(Self {
            main,
            form,
            commitment,
        })
    }

    pub(super) const fn main(&self) -> &Main {
        &self.main
    }

    /// The digest of the commitment in its own file.
    pub(super) const fn commitment(&self) -> Option<Digest> {
        self.commitment
    }

    pub(super) fn into_parts(self) -> (Main, Option<PublicForm>) {
        (self.main, self.form)
    }
}
