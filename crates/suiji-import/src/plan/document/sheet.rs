//! Workbooks. Each sheet is a table. Rows with only one text are paragraphs.

use super::content::{Cell, Paragraph, Part, Row, Table};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;
use crate::sheet::File;
use crate::sheet::block::{self, Kind};
use crate::sheet::source::Source;

pub(super) fn read(name: &str, source: Source) -> Result<Vec<Part>, Problem> {
    let mut file = File::open(source)?;
    let mut parts = Vec::new();
    let mut size = Size::default();
    for (index, (sheet, hidden)) in file.sheets().into_iter().enumerate() {
        if hidden {
            continue;
        }
        let mut table = Table {
            sheet: sheet.clone(),
            ..Table::default()
        };
        let mut problem = None;
        file.read(index, &mut |block| {
            for of in block.rows() {
                let many = parts.len() > limits::PLAN_PARAGRAPHS;
                let checked = match many {
                    true => Err(codes::plan_paragraphs(limits::PLAN_PARAGRAPHS)),
                    false => size.add(of),
                };
                if let Err(of) = checked {
                    problem = Some(of.in_sheet(&sheet).in_file(name));
                    return false;
                }
                add(row(of), &mut table, &mut parts);
            }
            true
        })?;
        if let Some(problem) = problem {
            return Err(problem);
        }
        end(&mut table, &mut parts);
    }
    Ok(parts)
}

/// The amount read so far.
#[derive(Debug, Default)]
struct Size {
    cells: usize,
    bytes: u64,
}

impl Size {
    fn add(&mut self, row: block::Row<'_>) -> Result<(), Problem> {
        self.cells += row.len();
        let bytes: usize = row.cells().map(|cell| cell.text.len()).sum();
        self.bytes += u64::try_from(bytes).unwrap_or(u64::MAX);
        if self.cells > limits::PLAN_CELLS {
            return Err(codes::plan_cells(limits::PLAN_CELLS).at_row(row.number));
        }
        match self.bytes > limits::PLAN_BYTES {
            true => Err(codes::plan_size(limits::PLAN_BYTES >> 20)),
            false => Ok(()),
        }
    }
}

fn row(row: block::Row<'_>) -> Row {
    let cells = row.cells().map(|cell| Cell {
        is_number: matches!(cell.kind, Kind::Number | Kind::Lost),
        is_filled: cell.kind == Kind::Filled,
        ..Cell::of(cell.text)
    });
    Row {
        number: row.number,
        cells: cells.collect(),
    }
}

fn add(row: Row, table: &mut Table, parts: &mut Vec<Part>) {
    match row.texts().as_slice() {
        [] => {}
        [only] => {
            let paragraph = Paragraph {
                text: (*only).to_owned(),
                sheet: table.sheet.clone(),
                row: row.number,
            };
            end(table, parts);
            parts.push(Part::Paragraph(paragraph));
        }
        _ => table.rows.push(row),
    }
}

fn end(table: &mut Table, parts: &mut Vec<Part>) {
    let next = Table {
        sheet: table.sheet.clone(),
        ..Table::default()
    };
    let table = std::mem::replace(table, next);
    if !table.rows.is_empty() {
        parts.push(Part::Table(table));
    }
}
