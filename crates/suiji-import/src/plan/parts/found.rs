//! A value that was found in a paragraph.

use crate::ask::Place;
use crate::plan::document::Paragraph;

/// A value, and the text from which it comes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Found<T> {
    pub(crate) value: T,
    pub(crate) before: String,
    pub(crate) place: Place,
}

impl<T> Found<T> {
    pub(super) fn new(value: T, file: &str, paragraph: &Paragraph) -> Self {
        Self {
            value,
            before: paragraph.text.trim().to_owned(),
            place: Place {
                file: file.to_owned(),
                sheet: paragraph.sheet.clone(),
                row: paragraph.row,
                column: String::new(),
            },
        }
    }

    pub(super) fn map<U>(&self, value: U) -> Found<U> {
        Found {
            value,
            before: self.before.clone(),
            place: self.place.clone(),
        }
    }
}
