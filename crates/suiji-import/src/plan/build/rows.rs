//! Turns the rows of an annex into one text for each field of a task. A task may have several rows.

use super::columns::Use;
use crate::ask::Place;
use crate::base::problem::Problem;
use crate::base::texts::codes;
use crate::plan::document::Cell;
use crate::plan::parts::{Annex, Field, TaskRow};
use crate::value::rules::Rules;
use crate::value::text::tidy;

/// A task, as in the annex.
#[derive(Debug)]
pub(super) struct Raw<'a> {
    annex: &'a Annex,
    uses: &'a [Use],
    row: u32,
    cells: Vec<Cell>,
}

/// A cell of a task: its text without line ends, and its place.
#[derive(Debug)]
pub(super) struct Of<'r> {
    pub(super) cell: &'r Cell,
    pub(super) text: String,
    pub(super) place: Place,
}

/// The tasks of an annex.
pub(super) fn tasks<'a>(annex: &'a Annex, uses: &'a [Use]) -> Result<Vec<Raw<'a>>, Vec<Problem>> {
    let mut all: Vec<Raw<'a>> = Vec::new();
    let mut problems = Vec::new();
    for row in &annex.rows {
        let name = column(uses, Field::Name).and_then(|at| row.cells.get(at));
        let is_same = name.is_some_and(|name| name.is_filled && !name.is_blank());
        match all.last_mut().filter(|_| is_same) {
            Some(last) => problems.extend(last.add(row)),
            None => all.push(Raw {
                annex,
                uses,
                row: row.number,
                cells: row.cells.iter().map(tidied).collect(),
            }),
        }
    }
    for raw in &all {
        if raw.text(Field::Name).is_empty() {
            problems.push(raw.problem(codes::plan_task(Field::Name.text())));
        }
    }
    match problems.is_empty() {
        true => Ok(all),
        false => Err(problems),
    }
}

fn column(uses: &[Use], field: Field) -> Option<usize> {
    uses.iter().position(|of| *of == Use::Field(field))
}

fn tidied(cell: &Cell) -> Cell {
    Cell {
        text: tidy(&cell.text, true, &mut Rules::default()).into_owned(),
        ..cell.clone()
    }
}

impl Raw<'_> {
    /// Adds a row of the same task. It may have more items; everything else must be the same.
    fn add(&mut self, row: &TaskRow) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (index, cell) in row.cells.iter().enumerate() {
            let (Some(of), Some(own)) = (self.uses.get(index), self.cells.get_mut(index)) else {
                continue;
            };
            let cell = tidied(cell);
            if *of == Use::Field(Field::Number)
                || cell.is_blank()
                || cell.is_filled
                || cell.text == own.text
            {
                continue;
            }
            if *of == Use::Field(Field::Items) {
                own.text.push('\n');
                own.text.push_str(&cell.text);
                own.is_list = true;
                continue;
            }
            let names = self.annex.header.names();
            let column = names.get(index).copied().unwrap_or_default();
            let name = column_text(self.uses, &self.cells, Field::Name);
            let problem = codes::plan_rows(column, name).at_row(row.number);
            problems.push(
                problem
                    .in_sheet(&self.annex.place.sheet)
                    .in_file(&self.annex.place.file),
            );
        }
        problems
    }

    fn problem(&self, problem: Problem) -> Problem {
        let problem = problem.at_row(self.row).in_sheet(&self.annex.place.sheet);
        problem.in_file(&self.annex.place.file)
    }

    /// The place of the task.
    pub(super) fn place(&self) -> Place {
        Place {
            row: self.row,
            ..self.annex.place.clone()
        }
    }

    /// The text of a field; empty if the annex has no such column.
    pub(super) fn text(&self, field: Field) -> String {
        column_text(self.uses, &self.cells, field)
    }

    /// The cell of a field, unless it is empty.
    pub(super) fn of(&self, field: Field) -> Option<Of<'_>> {
        let at = column(self.uses, field)?;
        let cell = self.cells.get(at).filter(|cell| !cell.is_blank())?;
        Some(Of {
            cell,
            text: flat(&cell.text),
            place: self.place_at(at),
        })
    }

    /// The place of the cell of a field, even if it is blank.
    pub(super) fn place_of(&self, field: Field) -> Place {
        match column(self.uses, field) {
            Some(at) => self.place_at(at),
            None => self.place(),
        }
    }

    fn place_at(&self, at: usize) -> Place {
        Place {
            column: self.name_of(at).to_owned(),
            ..self.place()
        }
    }

    fn name_of(&self, at: usize) -> &str {
        self.annex
            .header
            .columns
            .get(at)
            .map_or("", |column| &*column.name)
    }

    /// The name of the column of a field.
    pub(super) fn column(&self, field: Field) -> &str {
        column(self.uses, field).map_or("", |at| self.name_of(at))
    }

    /// The texts that stay in the office's own words: scope, quota, and the columns that are not fields.
    pub(super) fn extra(&self) -> Vec<(String, String)> {
        let kept = |of: &Use| {
            matches!(
                of,
                Use::Extra | Use::Field(Field::Scope | Field::Quota | Field::Frequency)
            )
        };
        let mut extra: Vec<(String, String)> = Vec::new();
        for (at, (of, cell)) in self.uses.iter().zip(&self.cells).enumerate() {
            if !kept(of) || cell.is_blank() {
                continue;
            }
            let mut name = self.name_of(at).to_owned();
            if extra.iter().any(|(other, _)| *other == name) {
                // Columns with the same name get numbers.
                name = format!("{name} ({})", at + 1);
            }
            extra.push((name, flat(&cell.text)));
        }
        extra
    }
}

fn column_text(uses: &[Use], cells: &[Cell], field: Field) -> String {
    let cell = column(uses, field).and_then(|at| cells.get(at));
    cell.map(|cell| flat(&cell.text)).unwrap_or_default()
}

fn flat(text: &str) -> String {
    tidy(text, false, &mut Rules::default()).into_owned()
}
