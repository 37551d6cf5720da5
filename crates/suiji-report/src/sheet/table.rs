//! A table: columns and rows, before it is written in any form.

use suiji::Lang;

use crate::base::texts::Text;

/// A cell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    Count(u64),
    /// The value is not known, or is filled in by hand.
    Blank,
}

impl Cell {
    /// A text; blank if it is empty.
    pub(super) fn text(text: impl Into<String>) -> Self {
        match text.into() {
            text if text.is_empty() => Self::Blank,
            text => Self::Text(text),
        }
    }

    /// A text that may be missing.
    pub(super) fn optional<T: Into<String>>(text: Option<T>) -> Self {
        text.map_or(Self::Blank, Self::text)
    }

    /// The cell as text.
    pub(crate) fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Blank => String::new(),
        }
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) head: String,
    /// In characters of the workbook's font. A Chinese character is about two
    /// wide.
    pub(crate) width: u16,
}

impl Column {
    pub(super) fn new(head: &Text, width: u16, lang: Lang) -> Self {
        Self {
            head: head.get(lang).to_owned(),
            width,
        }
    }
}

/// A table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The name of the sheet, and of its file.
    pub(crate) name: String,
    /// The head of each printed page.
    pub(crate) head: String,
    pub(crate) columns: Vec<Column>,
    /// Each row has as many cells as there are columns.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// The items of a list in one cell.
pub(super) fn listed<'i>(items: impl IntoIterator<Item = &'i str>, lang: Lang) -> String {
    let items: Vec<&str> = items.into_iter().filter(|item| !item.is_empty()).collect();
    items.join(match lang {
        Lang::En => "; ",
        _ => "；",
    })
}
