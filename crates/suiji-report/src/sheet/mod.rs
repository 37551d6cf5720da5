//! Tables as workbooks and as text: selected entities, visits, loads, the sheet of the national publicity system, and
//! the tables of the year's summary.
//!
//! In a workbook every text is a text: a code keeps its zeros and its eighteen digits, and a name that begins with `=`
//! is not a formula. In CSV a cell has no type, so an apostrophe is put before a value that a spreadsheet would
//! compute. For people, the workbook is better.

mod csv;
mod entities;
mod loads;
mod publicity;
mod summary;
mod table;
#[cfg(test)]
mod tests;
mod visits;
mod workbook;

pub(crate) use csv::csv;
pub(crate) use summary::summary_tables;
pub(crate) use table::{Cell, Column, Table};
pub(crate) use workbook::workbook;

use suiji::Lang;

use crate::facts::Facts;

/// The tables of the office: selected entities with reserves, visits, loads. They contain classes and columns of the
/// registry.
pub(crate) fn office_tables(facts: &Facts, lang: Lang) -> Vec<Table> {
    vec![
        entities::table(facts, lang),
        visits::table(facts, lang),
        loads::table(facts, lang),
    ]
}

/// The sheet for the national publicity system. It contains only data that is published.
pub(crate) fn publicity_table(facts: &Facts, lang: Lang) -> Table {
    publicity::table(facts, lang)
}
