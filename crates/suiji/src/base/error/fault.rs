//! One fault: its code, where it lies, and what to say.

use std::borrow::Cow;

use super::ErrorKind;
use crate::base::codes::Code;
use crate::base::lang::Lang;

/// Where a fault lies: document, row, and JSON path or field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    document: ErrorKind,
    row: Option<u64>,
    path: Cow<'static, str>,
}

impl Place {
    /// A place in a document; `path` is a JSON path such as `$.tasks[0].quota`, or empty.
    pub fn new(document: ErrorKind, path: impl Into<Cow<'static, str>>) -> Self {
        Self {
            document,
            row: None,
            path: path.into(),
        }
    }

    /// The same in a row of a table, counted from 1.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    pub(crate) const fn value() -> Self {
        Self {
            document: ErrorKind::Value,
            row: None,
            path: Cow::Borrowed(""),
        }
    }

    /// The document.
    pub const fn document(&self) -> ErrorKind {
        self.document
    }

    /// The row of a table, from 1.
    pub const fn row(&self) -> Option<u64> {
        self.row
    }

    /// The JSON path in the document or row, empty where the whole is meant.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn in_words(&self, lang: Lang) -> String {
        let document = match lang {
            Lang::Zh => self.document.in_chinese(),
            Lang::En => self.document.as_str(),
        };
        let row = match (self.row, lang) {
            (Some(row), Lang::Zh) => format!("第{row}行"),
            (Some(row), Lang::En) => format!(" row {row}"),
            (None, _) => String::new(),
        };
        let path = self.path.strip_prefix("$.").unwrap_or(&self.path);
        let blank = if path.is_empty() || path == "$" {
            ""
        } else {
            " "
        };
        let path = if path == "$" { "" } else { path };
        format!("{document}{row}{blank}{path}")
    }
}

/// One fault: a stable code, the rule that it breaks, a place and a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    code: &'static Code,
    place: Place,
    details: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault of that code; `details` fill the `{names}` of its text.
    pub fn new(code: &'static Code, place: Place, details: &[(&'static str, &str)]) -> Self {
        Self {
            code,
            place,
            details: details
                .iter()
                .map(|&(name, value)| (name, shorten(value)))
                .collect(),
        }
    }

    /// The stable code, such as `registry.duplicate-id`.
    pub const fn code(&self) -> &'static str {
        self.code.id()
    }

    /// The id of the rule of SPEC.md, without brackets; empty where no one rule is meant.
    pub const fn rule(&self) -> &'static str {
        self.code.rule()
    }

    /// Where it lies.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// What is wrong, in words, for whoever shows the place in a way of his own.
    pub fn problem(&self, lang: Lang) -> String {
        self.code.text(lang, &self.details)
    }

    /// What is wrong, and where, in words.
    pub fn message(&self, lang: Lang) -> String {
        let text = self.problem(lang);
        let nowhere = matches!(self.place.document, ErrorKind::Value | ErrorKind::Cancelled);
        if nowhere && self.place.path.is_empty() {
            return text;
        }
        match lang {
            Lang::Zh => format!("{}：{text}", self.place.in_words(lang)),
            Lang::En => format!("{}: {text}", self.place.in_words(lang)),
        }
    }
}

/// A hostile value must not make a message of a megabyte.
pub(crate) fn shorten(value: &str) -> String {
    const KEPT: usize = 80;
    match value.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
