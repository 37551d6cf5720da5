//! Where a fault is.

use std::borrow::Cow;

use super::ErrorKind;
use crate::base::limits;
use crate::base::secret::shown;
use crate::base::texts::{self, Field, Localized, Text, Words};

/// Where a fault is: kind of document, row, and JSON path or field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    kind: ErrorKind,
    row: Option<u64>,
    id: Option<Box<str>>,
    path: Cow<'static, str>,
}

impl Place {
    /// A place in a document. `path` is a JSON path such as `$.tasks[0].quota`, or empty.
    pub fn new(kind: ErrorKind, path: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            row: None,
            id: None,
            path: short_path(path.into()),
        }
    }

    /// The same in a row of a table, counted from 1.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// The same with the id of the entity or inspector in that row.
    #[must_use]
    pub fn with_id(mut self, id: &str) -> Self {
        self.id = Some(shown(id).into());
        self
    }

    /// The same without the id of the row.
    pub(super) fn without_id(self) -> Self {
        Self { id: None, ..self }
    }

    pub(crate) const fn value() -> Self {
        Self {
            kind: ErrorKind::Value,
            row: None,
            id: None,
            path: Cow::Borrowed(""),
        }
    }

    /// The kind of document.
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The row of a table, from 1.
    pub const fn row(&self) -> Option<u64> {
        self.row
    }

    /// The id of the entity or inspector in the row, if it could be read.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The JSON path in the document or row. It is empty for the whole document or row.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The path without `$`, the root of a document.
    fn way(&self) -> &str {
        let path = self.path.strip_prefix('$').unwrap_or(&self.path);
        path.strip_prefix('.').unwrap_or(path)
    }

    /// The column of a row, which is the path without the positions in lists.
    pub(super) fn column(&self) -> String {
        let mut column = String::new();
        let mut rest = self.way();
        while let Some((before, after)) = rest.split_once('[') {
            column.push_str(before);
            rest = after.split_once(']').map_or("", |(_, after)| after);
        }
        column + rest
    }

    /// The document and the place in it, in words.
    pub(crate) fn to_text(&self) -> Text {
        self.in_words(self.kind.name(), true)
    }

    /// The document and the place in it, in words. The row is named only if there is exactly one.
    pub(super) fn in_words(&self, document: Words, one_row: bool) -> Text {
        self.with_column(document, one_row, self.column())
    }

    /// The same, with the column called by its name.
    pub(super) fn in_named_words(&self, document: Words, one_row: bool) -> Text {
        self.with_column(document, one_row, Field(&self.column()))
    }

    fn with_column(&self, document: Words, one_row: bool, column: impl Localized) -> Text {
        let mut words = Text::from(document);
        if let Some(row) = self.row.filter(|_| one_row) {
            words = match &self.id {
                Some(id) => texts::in_row_of(words, row, id),
                None => texts::in_row(words, row),
            };
        }
        match (self.row, self.way()) {
            (_, "") => words,
            (Some(_), _) => texts::in_column(words, column),
            (None, path) => texts::at_path(words, path),
        }
    }
}

/// A hostile document must not lead to a place of a megabyte.
fn short_path(path: Cow<'static, str>) -> Cow<'static, str> {
    match path.char_indices().nth(limits::PATH) {
        Some((end, _)) => format!("{}…", &path[..end]).into(),
        None => path,
    }
}
