//! Blocks of cells, with many rows each. Files of every format are read into them.

/// The kind of a cell in its file. In a text file every cell is a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Text,
    /// A number, as a text with all digits of the file.
    Number,
    /// A number with more digits than a spreadsheet keeps. The last digits are lost.
    Lost,
    /// A date, as `2024-09-01` or `2024-09-01 08:30:00`.
    Date,
    /// `true` or `false`.
    Flag,
    /// The value of a merged area, in one of its other cells.
    Filled,
    /// An error value of a formula.
    Failed,
    /// A formula whose result was not saved. The text is the formula.
    Formula,
}

/// A cell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Cell<'b> {
    pub(crate) text: &'b str,
    pub(crate) kind: Kind,
}

impl Cell<'_> {
    pub(crate) const EMPTY: Cell<'static> = Cell {
        text: "",
        kind: Kind::Text,
    };
}

/// Some rows of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Block {
    text: String,
    cells: Vec<End>,
    rows: Vec<RowEnd>,
}

#[derive(Clone, Copy, Debug)]
struct End {
    text: u32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
struct RowEnd {
    number: u32,
    cells: u32,
    hidden: bool,
}

/// Bytes after which a block is full.
const FULL: usize = 1 << 18;

impl Block {
    /// A block: all texts one after another, with the end of each cell and of each row.
    pub(crate) fn push_texts(&mut self, number: u32, text: &str, ends: &[usize]) {
        let start = self.text.len();
        self.text.push_str(text);
        self.cells.extend(ends.iter().map(|end| End {
            text: small(start + end),
            kind: Kind::Text,
        }));
        self.end_row(number);
    }

    pub(crate) fn push_cell(&mut self, text: &str, kind: Kind) {
        self.text.push_str(text);
        self.cells.push(End {
            text: small(self.text.len()),
            kind,
        });
    }

    pub(crate) fn end_row(&mut self, number: u32) {
        self.end_row_as(number, false);
    }

    /// Ends a row. The row may be hidden.
    pub(crate) fn end_row_as(&mut self, number: u32, hidden: bool) {
        self.rows.push(RowEnd {
            number,
            cells: small(self.cells.len()),
            hidden,
        });
    }

    /// Adds a row of another block.
    pub(crate) fn push_row(&mut self, row: Row<'_>) {
        for cell in row.cells() {
            self.push_cell(cell.text, cell.kind);
        }
        self.end_row_as(row.number, row.hidden);
    }

    pub(crate) fn is_full(&self) -> bool {
        self.text.len() >= FULL || self.cells.len() >= FULL / 4
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn row(&self, index: usize) -> Option<Row<'_>> {
        let end = self.rows.get(index)?;
        let first = match index.checked_sub(1) {
            Some(before) => self.rows.get(before)?.cells,
            None => 0,
        };
        let (first, last) = (large(first), large(end.cells));
        let start = match first.checked_sub(1) {
            Some(before) => self.cells.get(before)?.text,
            None => 0,
        };
        Some(Row {
            number: end.number,
            hidden: end.hidden,
            text: &self.text,
            start: large(start),
            cells: self.cells.get(first..last)?,
        })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).filter_map(|index| self.row(index))
    }
}

/// A block is far smaller than 4 GiB, because it ends with a row of at most 1 MiB.
fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

const fn large(length: u32) -> usize {
    length as usize
}

/// A row of a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'b> {
    /// The row number, as in a spreadsheet.
    pub(crate) number: u32,
    /// Whether the row is hidden.
    pub(crate) hidden: bool,
    text: &'b str,
    start: usize,
    cells: &'b [End],
}

impl<'b> Row<'b> {
    pub(crate) const fn len(self) -> usize {
        self.cells.len()
    }

    /// A cell; after the last cell, an empty one.
    pub(crate) fn cell(self, index: usize) -> Cell<'b> {
        let Some(end) = self.cells.get(index) else {
            return Cell::EMPTY;
        };
        let start = match index.checked_sub(1) {
            Some(before) => self.cells.get(before).map_or(0, |of| large(of.text)),
            None => self.start,
        };
        Cell {
            text: self.text.get(start..large(end.text)).unwrap_or_default(),
            kind: end.kind,
        }
    }

    pub(crate) fn cells(self) -> impl Iterator<Item = Cell<'b>> {
        (0..self.len()).map(move |index| self.cell(index))
    }

    /// The cells that are not empty, with blanks between them, shortened.
    pub(crate) fn shown(self) -> String {
        const SHOWN: usize = 200;
        let mut shown = String::new();
        for cell in self.cells().filter(|cell| !cell.text.trim().is_empty()) {
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(cell.text.trim());
            if shown.chars().count() > SHOWN {
                let short: String = shown.chars().take(SHOWN).collect();
                return short + "…";
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_own_cells() {
        let mut block = Block::default();
        block.push_texts(3, "a甲", &[1, 1, 4]);
        block.push_cell("7", Kind::Number);
        block.end_row(5);
        let row = block.row(0).unwrap();
        let texts: Vec<&str> = row.cells().map(|cell| cell.text).collect();
        assert_eq!((row.number, texts), (3, vec!["a", "", "甲"]));
        let row = block.row(1).unwrap();
        assert_eq!(row.cell(0).kind, Kind::Number);
        assert_eq!(
            (row.cell(0).text, row.cell(1), row.len()),
            ("7", Cell::EMPTY, 1)
        );
        assert!(block.row(2).is_none());
    }
}
