//! A table of Word: rows of cells that may span columns and rows.

use super::content::{Cell, Row, Table};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Row>,
    cells: Vec<Cell>,
    cell: Open,
    /// Cells of all rows, and bytes that merged areas have added.
    count: usize,
    filled: usize,
}

/// A cell while it is read.
#[derive(Debug, Default)]
struct Open {
    cell: Cell,
    paragraphs: usize,
    listed: usize,
    span: usize,
    /// Whether it is part of the cell above.
    continues: bool,
}

impl Grid {
    pub(super) fn begin_cell(&mut self) {
        self.cell = Open {
            span: 1,
            ..Open::default()
        };
    }

    pub(super) fn paragraph(&mut self, text: &str, is_listed: bool) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let open = &mut self.cell;
        if !open.cell.text.is_empty() {
            open.cell.text.push('\n');
        }
        open.cell.text.push_str(text);
        open.paragraphs += 1;
        open.listed += usize::from(is_listed);
    }

    pub(super) fn span(&mut self, columns: usize) {
        self.cell.span = columns.max(1);
    }

    pub(super) const fn continues(&mut self) {
        self.cell.continues = true;
    }

    /// Columns at the start or end of a row that have no cell.
    pub(super) fn skip(&mut self, columns: usize) -> Result<(), Problem> {
        for _ in 0..columns.min(limits::COLUMNS + 1) {
            self.push(Cell::default())?;
        }
        Ok(())
    }

    pub(super) fn end_cell(&mut self) -> Result<(), Problem> {
        let open = std::mem::take(&mut self.cell);
        let mut cell = Cell {
            is_list: open.paragraphs > 1 && open.listed == open.paragraphs,
            ..open.cell
        };
        if open.continues {
            let above = self
                .rows
                .last()
                .and_then(|row| row.cells.get(self.cells.len()));
            if let Some(above) = above {
                cell = Cell {
                    is_filled: true,
                    ..above.clone()
                };
                self.filled += cell.text.len();
            }
        }
        for _ in 1..open.span.min(limits::COLUMNS + 1) {
            self.push(cell.clone())?;
            self.filled += cell.text.len();
            cell.is_filled = true;
        }
        self.push(cell)
    }

    pub(super) fn end_row(&mut self) {
        let number = u32::try_from(self.rows.len() + 1).unwrap_or(u32::MAX);
        let cells = std::mem::take(&mut self.cells);
        self.rows.push(Row { number, cells });
    }

    pub(super) fn finish(self) -> Table {
        Table {
            rows: self.rows,
            ..Table::default()
        }
    }

    fn push(&mut self, cell: Cell) -> Result<(), Problem> {
        self.count += 1;
        if self.cells.len() >= limits::COLUMNS {
            return Err(codes::columns(limits::COLUMNS));
        }
        if self.count > limits::PLAN_CELLS {
            return Err(codes::plan_cells(limits::PLAN_CELLS));
        }
        if u64::try_from(self.filled).unwrap_or(u64::MAX) > limits::PLAN_BYTES {
            return Err(codes::filled(limits::PLAN_BYTES >> 20));
        }
        self.cells.push(cell);
        Ok(())
    }
}
