//! Lists in cells that are split when all members of their column are known.

use crate::base::texts::FULL_WIDTH_SEMICOLON;

/// Where a cell comes from.
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
    /// The cell as the file has it; [`stored`] is what the store has.
    pub(crate) text: String,
    /// The number of its column in the log.
    pub(crate) column: u32,
    /// Where the cell is. The row can be below the one that it was merged into.
    pub(crate) origin: Origin,
}

/// A list that is not split yet, as one member.
pub(crate) fn stored(text: &str) -> String {
    text.replace(';', FULL_WIDTH_SEMICOLON)
}
