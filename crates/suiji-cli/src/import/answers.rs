//! The answers of a case: read from the file of answers and from the questions that were filled in, and kept in one
//! file for the next list.

use std::fs;
use std::path::{Path, PathBuf};

use suiji::Lang;
use suiji::error::ErrorKind;
use suiji_import::{Answers, Key, Question, limits};

use crate::base::error::Error;
use crate::case::Case;
use crate::disk::files;
use crate::disk::writing::{self, Access};

/// The answers that are kept, unless another file is named.
const MAP: &str = "import-map.json";
/// The questions that are open.
const QUESTIONS: &str = "questions.json";

/// The answers, and the files that they come from.
#[derive(Debug)]
pub(super) struct Kept {
    answers: Answers,
    /// Those of the file of answers, as it is on disk.
    before: Answers,
    map: PathBuf,
    questions: PathBuf,
}

impl Kept {
    /// Reads the file of answers, if it exists, and the questions that were filled in.
    pub(super) fn read(case: &Case, map: Option<&Path>) -> Result<Self, Error> {
        let questions = case.path(QUESTIONS);
        let own = case.path(MAP);
        let mut answers = read(&own)?;
        let mut before = answers.clone();
        let mut path = own;
        // The questions that were filled in are read anyway, whichever way they are named.
        if let Some(map) = map.filter(|map| !is_same(map, &questions)) {
            answers = read(map)?;
            before = answers.clone();
            path = map.to_owned();
        }
        answers.merge(read(&questions)?);
        Ok(Self {
            answers,
            before,
            map: path,
            questions,
        })
    }

    pub(super) const fn answers(&self) -> &Answers {
        &self.answers
    }

    pub(super) fn insert(&mut self, key: Key, answer: String) {
        self.answers.insert(key, answer);
    }

    /// Keeps the answers so far, and writes the open questions. Returns the file of these.
    pub(super) fn write_open(&self, questions: &[Question], lang: Lang) -> Result<PathBuf, Error> {
        self.save()?;
        let json = Answers::questions_to_json(questions, lang);
        writing::replace(&self.questions, json.as_bytes(), Access::Shared)?;
        Ok(self.questions.clone())
    }

    /// Removes the questions, whose answers are kept. Returns the file of these, if there are any.
    pub(super) fn finish(self) -> Result<Option<PathBuf>, Error> {
        if files::exists(&self.questions)? {
            // All of them are answered, and kept with the others.
            let removed = fs::remove_file(&self.questions);
            removed.map_err(writing::unwritable(&self.questions))?;
        }
        Ok((!self.answers.is_empty()).then_some(self.map))
    }

    /// Keeps the answers so far.
    pub(super) fn save(&self) -> Result<(), Error> {
        if self.answers == self.before {
            return Ok(());
        }
        let json = self.answers.to_json();
        writing::replace(&self.map, json.as_bytes(), Access::Shared)
    }
}

/// Whether two paths are of one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let found = (fs::canonicalize(one), fs::canonicalize(other));
    one == other || matches!(found, (Ok(one), Ok(other)) if one == other)
}

fn read(path: &Path) -> Result<Answers, Error> {
    let bytes = files::read_optional(path, limits::ANSWERS_BYTES, ErrorKind::File)?;
    match bytes {
        Some(bytes) => Answers::from_json(&bytes).map_err(|error| error.in_file(path).into()),
        None => Ok(Answers::default()),
    }
}
