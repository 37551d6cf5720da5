//! The numbers of a chart in the workbook that belongs to it, and references to them.

use std::ops::Range;

use suiji::Lang;
use suiji::values::Time;

use crate::base::problem::Error;
use crate::base::texts;
use crate::sheet::{Cell, Column, Table, workbook};

/// The width of a column.
const WIDTH: u16 = 20;

/// The numbers of a chart as a table.
pub(super) struct Numbers {
    table: Table,
}

impl Numbers {
    pub(super) fn new(heads: Vec<String>, rows: Vec<Vec<Cell>>, lang: Lang) -> Self {
        let name = texts::chart_sheet().get(lang).to_owned();
        let columns = heads.into_iter().map(|head| Column { head, width: WIDTH });
        Self {
            table: Table {
                head: name.clone(),
                name,
                columns: columns.collect(),
                rows,
            },
        }
    }

    /// The reference to the head of a column.
    pub(super) fn head(&self, column: u8) -> String {
        format!("'{}'!${}$1", self.table.name, letter(column))
    }

    /// The reference to some rows of a column. The head is the first row of the sheet.
    pub(super) fn cells(&self, column: u8, rows: &Range<usize>) -> String {
        let (letter, name) = (letter(column), &self.table.name);
        let (first, last) = (rows.start + 2, rows.end + 1);
        format!("'{name}'!${letter}${first}:${letter}${last}")
    }

    /// The reference to a column.
    pub(super) fn column(&self, column: u8) -> String {
        self.cells(column, &(0..self.table.rows.len()))
    }

    pub(super) fn workbook(&self, at: &Time) -> Result<Vec<u8>, Error> {
        workbook(&[&self.table], at)
    }
}

/// The letter of one of the first columns.
fn letter(column: u8) -> char {
    char::from(b'A' + column.min(25))
}
