//! The answers of a case. They come from the case itself, from another case, and from the file of questions that a
//! person filled in. All of them are saved in the case for the next list.

use std::fs;
use std::path::{Path, PathBuf};

use suiji::Lang;
use suiji::error::ErrorKind;
use suiji_import::{Answers, Key, Question, limits};

use crate::base::error::Error;
use crate::case::Case;
use crate::disk::files;
use crate::disk::writing::{self, Access};

/// The answers that are kept.
const MAP: &str = "import-map.json";
/// The questions that are open.
const QUESTIONS: &str = "questions.json";

/// The answers, and the files from which they come.
#[derive(Debug)]
pub(super) struct Kept {
    answers: Answers,
    /// The answers of the case, as they are on disk.
    before: Answers,
    own: PathBuf,
    questions: PathBuf,
}

impl Kept {
    /// Reads the answers of the case and the questions that were filled in. `map` has answers of another case; those
    /// of this case have priority. The file must exist and is never written.
    pub(super) fn read(case: &Case, map: Option<&Path>) -> Result<Self, Error> {
        let (own, questions) = (case.path(MAP), case.path(QUESTIONS));
        let before = read_optional(&own)?;
        let mut answers = map.map(read).transpose()?.unwrap_or_default();
        answers.merge(before.clone());
        answers.merge(read_optional(&questions)?);
        Ok(Self {
            answers,
            before,
            own,
            questions,
        })
    }

    pub(super) const fn answers(&self) -> &Answers {
        &self.answers
    }

    pub(super) fn insert(&mut self, key: Key, answer: String) {
        self.answers.insert(key, answer);
    }

    /// Saves the answers so far, and writes the open questions. Returns the file of the questions.
    pub(super) fn write_open(
        &mut self,
        questions: &[Question],
        lang: Lang,
    ) -> Result<PathBuf, Error> {
        self.save()?;
        let json = Answers::questions_to_json(questions, lang);
        writing::replace(&self.questions, json.as_bytes(), Access::Shared)?;
        Ok(self.questions.clone())
    }

    /// Removes the file of questions, whose answers are saved. Returns the file of the answers, if there are any.
    pub(super) fn finish(self) -> Result<Option<PathBuf>, Error> {
        if files::exists(&self.questions)? {
            // All of them are answered, and saved with the others.
            let removed = fs::remove_file(&self.questions);
            removed.map_err(writing::unwritable(&self.questions))?;
        }
        Ok((!self.answers.is_empty()).then_some(self.own))
    }

    /// Saves the answers so far.
    pub(super) fn save(&mut self) -> Result<(), Error> {
        if self.answers == self.before {
            return Ok(());
        }
        let json = self.answers.to_json();
        writing::replace(&self.own, json.as_bytes(), Access::Shared)?;
        self.before = self.answers.clone();
        Ok(())
    }

    /// The file in which they are saved.
    pub(super) fn file(&self) -> &Path {
        &self.own
    }

    /// The answer to a question, if there is one.
    pub(super) fn answer(&self, key: &Key) -> Option<&str> {
        self.answers.answer(key)
    }
}

fn read(path: &Path) -> Result<Answers, Error> {
    let bytes = files::read(path, limits::ANSWERS_BYTES, ErrorKind::File)?;
    from_json(path, &bytes)
}

fn read_optional(path: &Path) -> Result<Answers, Error> {
    let bytes = files::read_optional(path, limits::ANSWERS_BYTES, ErrorKind::File)?;
    bytes.map_or_else(|| Ok(Answers::default()), |bytes| from_json(path, &bytes))
}

fn from_json(path: &Path, bytes: &[u8]) -> Result<Answers, Error> {
    Answers::from_json(bytes).map_err(|error| error.in_file(path).into())
}
