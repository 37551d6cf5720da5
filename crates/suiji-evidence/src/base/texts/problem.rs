//! The reasons why a document of evidence cannot be read or made.

use serde_json::{Value, json};
use suiji::Lang;
use suiji::error::ErrorKind;

use super::Text;

/// The number of problems that an error as JSON lists. It counts all of them.
const LISTED: usize = 100;

/// The reasons why a document of evidence cannot be read or made: one or more
/// problems.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct Error {
    problems: Vec<Problem>,
}

impl Error {
    /// The problems, in the order in which they were found.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The code of the first problem.
    pub fn code(&self) -> &'static str {
        self.problems.first().map_or("", Problem::code)
    }

    /// The problems in words, one per line.
    pub fn message(&self, lang: Lang) -> String {
        let lines: Vec<String> = self.problems.iter().map(|of| of.message(lang)).collect();
        lines.join("\n")
    }

    /// The problems as an indented JSON document, in the form of the library's errors (`error.schema.json`).
    pub fn to_json(&self) -> String {
        let faults: Vec<Value> = self
            .problems
            .iter()
            .take(LISTED)
            .map(Problem::json)
            .collect();
        let (kind, count) = (ErrorKind::File.as_str(), self.problems.len());
        let json = json!({"kind": kind, "code": self.code(), "count": count, "faults": faults});
        format!("{json:#}")
    }

    /// The same problems, in this file.
    pub fn in_file(self, file: &str) -> Self {
        let problems = self.problems.into_iter();
        Self {
            problems: problems.map(|problem| problem.in_file(file)).collect(),
        }
    }

    /// The error of these problems.
    pub(crate) const fn of(problems: Vec<Problem>) -> Self {
        Self { problems }
    }

    /// An error, if there is any problem.
    pub(crate) fn unless_none(problems: Vec<Problem>) -> Result<(), Self> {
        match problems.is_empty() {
            true => Ok(()),
            false => Err(Self { problems }),
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
        }
    }
}

/// One problem, with its file and line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    code: &'static str,
    text: Text,
    file: Option<String>,
    line: Option<usize>,
}

impl Problem {
    pub(crate) fn new(code: &'static str, text: Text) -> Self {
        Self {
            code,
            text,
            file: None,
            line: None,
        }
    }

    /// The same problem, in this file.
    pub(crate) fn in_file(self, file: &str) -> Self {
        Self {
            file: Some(file.to_owned()),
            ..self
        }
    }

    /// The same problem, in this line.
    pub(crate) fn at_line(self, line: Option<usize>) -> Self {
        Self { line, ..self }
    }

    /// The stable code, such as `note.form`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The file with the problem.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The line with the problem, counted from 1.
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// The problem as JSON, in the form of a fault of the library.
    pub(crate) fn json(&self) -> Value {
        let mut place = json!({"kind": ErrorKind::File.as_str()});
        if let Some(file) = &self.file {
            place["path"] = file.as_str().into();
        }
        if let Some(line) = self.line {
            place["row"] = line.into();
        }
        let message = json!({"zh": self.message(Lang::Zh), "en": self.message(Lang::En)});
        json!({"code": self.code, "place": place, "message": message})
    }

    /// The problem in words, without its place.
    pub fn problem(&self, lang: Lang) -> &str {
        self.text.get(lang)
    }

    /// The problem in words, with its place.
    pub fn message(&self, lang: Lang) -> String {
        let text = self.problem(lang);
        match (&self.file, self.line) {
            (Some(file), Some(line)) => super::in_line(file, line, text).get(lang).to_owned(),
            (Some(file), None) => super::in_file(file, text).get(lang).to_owned(),
            _ => text.to_owned(),
        }
    }
}
