//! The reasons why a file cannot be imported.

use std::path::Path;

use suiji::Lang;

use super::Text;

/// The reasons why something cannot be imported: one or more problems, each with its file.
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

    /// The problems in words, one a line.
    pub fn message(&self, lang: Lang) -> String {
        let lines: Vec<String> = self.problems.iter().map(|of| of.message(lang)).collect();
        lines.join("\n")
    }

    /// The same problems, in this file.
    pub fn in_file(self, path: &Path) -> Self {
        let name = path.display().to_string();
        let problems = self.problems.into_iter();
        Self {
            problems: problems.map(|problem| problem.in_file(&name)).collect(),
        }
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

/// One problem: its code, its text and its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    code: &'static str,
    pub(super) text: Text,
    pub(super) file: String,
    pub(super) sheet: String,
    pub(super) row: Option<u32>,
}

impl Problem {
    pub(crate) const fn new(code: &'static str, text: Text) -> Self {
        Self {
            code,
            text,
            file: String::new(),
            sheet: String::new(),
            row: None,
        }
    }

    pub(crate) fn in_file(self, file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..self
        }
    }

    pub(crate) fn in_sheet(self, sheet: &str) -> Self {
        Self {
            sheet: sheet.to_owned(),
            ..self
        }
    }

    pub(crate) fn at_row(self, row: u32) -> Self {
        Self {
            row: Some(row),
            ..self
        }
    }

    /// The stable code, such as `import.no-header`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The name of the sheet, if the file is a workbook and the problem is in one of its sheets.
    pub fn sheet(&self) -> Option<&str> {
        (!self.sheet.is_empty()).then_some(&*self.sheet)
    }

    /// The row number, as in a spreadsheet.
    pub const fn row(&self) -> Option<u32> {
        self.row
    }

    /// The problem, without its place.
    pub fn problem(&self, lang: Lang) -> &str {
        self.text.get(lang)
    }
}
