//! Lists in cells that are split when all members of their column are known.

use crate::base::texts::FULL_WIDTH_SEMICOLON;

/// The source of a cell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Origin {
    /// The number of the sheet in the log.
    pub(crate) sheet: u32,
    pub(crate) row: u32,
}

/// A list that is not split yet.
#[derive(Debug)]
pub(crate) struct Deferred {
    /// The row in the store.
    pub(crate) row: usize,
    pub(crate) field: usize,
    /// The cell, as in the file. The store has [`stored`].
    pub(crate) text: String,
    /// The number of its column in the log.
    pub(crate) column: u32,
    /// The place of the cell. Its row may be below the row into which it was
    /// merged.
    pub(crate) origin: Origin,
}

/// A list that is not split yet, as one member.
pub(crate) fn stored(text: &str) -> String {
    text.replace(';', FULL_WIDTH_SEMICOLON)
}
