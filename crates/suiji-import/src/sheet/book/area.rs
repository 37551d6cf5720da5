//! Merged areas of a sheet. The value is in the first cell and belongs to all cells.

use std::collections::BTreeMap;

use super::super::block::Kind;

/// A merged area. Rows and columns count from 0.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Area {
    pub(super) top: u32,
    pub(super) left: u32,
    pub(super) bottom: u32,
    pub(super) right: u32,
}

impl Area {
    /// The area of a mark such as `<mergeCell ref="A1:C2"/>`.
    pub(super) fn of_mark(mark: &[u8]) -> Option<Self> {
        let mark = mark.split(|byte| *byte == b'>').next()?;
        let text = std::str::from_utf8(mark).ok()?;
        let (_, range) = text.split_once("ref=")?;
        let quote = range.chars().next()?;
        let (range, _) = range.get(1..)?.split_once(quote)?;
        let (from, to) = range.split_once(':')?;
        let ((top, left), (bottom, right)) = (position(from)?, position(to)?);
        (top <= bottom && left <= right).then_some(Self {
            top,
            left,
            bottom,
            right,
        })
    }
}

/// Row and column of a reference such as `B12`, from 0.
pub(super) fn position(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    let row: u32 = digits.parse().ok()?;
    let mut column = 0u32;
    for letter in letters.bytes() {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The areas with several rows, while a sheet is read from the top.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// The areas that have not begun yet, the last one first.
    waiting: Vec<Area>,
    /// The areas that include the current row, by column, with their values.
    open: BTreeMap<u32, (u32, String, Kind)>,
}

impl Open {
    pub(super) fn new(areas: &[Area]) -> Self {
        let mut waiting: Vec<Area> = areas
            .iter()
            .copied()
            .filter(|of| of.bottom > of.top)
            .collect();
        waiting.sort_unstable();
        waiting.reverse();
        let open = BTreeMap::new();
        Self { waiting, open }
    }

    /// The value of an empty cell, if the cell is in the first column of an area.
    pub(super) fn value(&self, column: u32) -> Option<(&str, Kind)> {
        let (_, text, kind) = self.open.get(&column)?;
        Some((text, *kind))
    }

    /// The columns that have a value.
    pub(super) fn columns(&self) -> Option<u32> {
        self.open.keys().next_back().map(|last| last + 1)
    }

    /// Begins a row. Areas above it have ended.
    pub(super) fn begin_row(&mut self, row: u32) {
        self.open.retain(|_, (bottom, ..)| *bottom >= row);
    }

    /// Ends the row. Areas that begin in it take their value from `cell`.
    pub(super) fn end_row<'c>(&mut self, row: u32, cell: impl Fn(u32) -> Option<(&'c str, Kind)>) {
        while self.waiting.last().is_some_and(|next| next.top <= row) {
            let Some(area) = self.waiting.pop() else {
                return;
            };
            if area.top == row
                && let Some((text, kind)) = cell(area.left)
            {
                let kind = match kind {
                    Kind::Lost | Kind::Failed => kind,
                    _ => Kind::Filled,
                };
                self.open
                    .insert(area.left, (area.bottom, text.to_owned(), kind));
            }
        }
    }

    pub(super) fn is_idle(&self) -> bool {
        self.open.is_empty() && self.waiting.is_empty()
    }
}
