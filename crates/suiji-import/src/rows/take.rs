//! Imports the rows of a sheet, one after another.

use super::answer::text_of;
use super::deferred::{Deferred, Origin};
use super::reader::{From, Reader};
use super::skip::skipped;
use crate::base::line::push_cell;
use crate::base::list::List;
use crate::base::problem::Problem;
use crate::sheet::block::{Block, Kind, Row};
use crate::value::rules::Rule;
use crate::value::{is_plain_id, text};

impl Reader<'_> {
    /// Reads a block of rows.
    pub(crate) fn read(&mut self, block: &Block) -> Result<(), Problem> {
        for row in block.rows() {
            self.row(row);
            if let Some(problem) = self.problem.take() {
                return Err(problem.at_row(row.number));
            }
        }
        Ok(())
    }

    fn row(&mut self, row: Row<'_>) {
        if row.number < self.context.header.0 {
            self.log.note_row(row.number, &row.shown(), Rule::TitleRow);
            return;
        }
        if row.number <= self.context.header.1 {
            return;
        }
        let id = self.from.first().and_then(|from| from.in_row(row).column);
        let is_sure = id.is_some_and(|id| {
            let text = row.cell(id).text;
            text.len() >= 9 && is_plain_id(text)
        });
        self.is_sure = is_sure;
        let first = row.number <= self.context.header.1 + 2;
        let skip = match is_sure {
            true => None,
            false => {
                let of = (self.context.columns, self.context.heads);
                skipped(row, of, id, first)
            }
        };
        if skip == Some(Rule::BlankRow) && row.cells().all(|cell| cell.text.trim().is_empty()) {
            // The blank rows are noted when another row follows.
            return;
        }
        self.note_blank_rows(row.number);
        self.log.read += 1;
        self.last = row.number;
        if let Some(rule) = skip {
            self.log.note_row(row.number, &row.shown(), rule);
            return;
        }
        if self.has_no_result(row) {
            self.log.note_row(row.number, &row.shown(), Rule::NoResult);
            return;
        }
        if row.hidden && self.is_left_out(row) {
            return;
        }
        self.take(row);
    }

    /// Whether a row of results is still empty: no date, no outcomes, no measures and no publication.
    fn has_no_result(&self, row: Row<'_>) -> bool {
        let fields = self.context.list.fields();
        let of_result = |name: &str| matches!(name, "date" | "outcomes" | "measures" | "published");
        let is_blank = |from: &From| {
            let column = from.in_row(row).column;
            column.is_none_or(|column| {
                let cell = row.cell(column);
                cell.kind != Kind::Formula && cell.text.trim().is_empty()
            })
        };
        let mut own = fields.iter().zip(&self.from);
        let own = own.by_ref().filter(|(field, _)| of_result(field.name));
        self.context.list == List::Results && own.into_iter().all(|(_, from)| is_blank(from))
    }

    /// Whether a hidden row is left out, by the answer for the file. Without an answer it asks.
    fn is_left_out(&mut self, row: Row<'_>) -> bool {
        match self.context.hidden {
            Some(true) => self
                .log
                .note_row(row.number, &row.shown(), Rule::HiddenTaken),
            Some(false) => self.log.note_row(row.number, &row.shown(), Rule::HiddenRow),
            None => self.ask_hidden(row),
        }
        self.context.hidden == Some(false)
    }

    /// Notes the blank rows before this one.
    fn note_blank_rows(&mut self, number: u32) {
        let first = self.last.saturating_add(1);
        let rows = number.saturating_sub(first);
        if rows > 0 {
            self.log.note_blank_rows(first, rows);
            self.log.read += u64::from(rows);
        }
    }

    fn take(&mut self, row: Row<'_>) {
        self.line.clear();
        self.later.clear();
        (self.key_known, self.leave_out) = (true, false);
        let fields = self.context.list.fields();
        let mut key = 0;
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.line.push(b',');
            }
            self.field(index, field, row);
            if index + 1 == self.context.list.key() {
                key = self.line.len();
            }
        }
        let cells = self.extra(row, fields.len());
        if self.leave_out {
            self.log.note_row(row.number, &row.shown(), Rule::LeftOut);
            return;
        }
        let origin = Origin {
            sheet: self.context.sheet,
            row: row.number,
        };
        let key = if self.key_known { key } else { 0 };
        let line = std::mem::take(&mut self.line);
        match self.store.insert(&line, (key, cells), origin) {
            None => {
                let row = self.store.len() - 1;
                self.defer(row, origin);
            }
            Some(other) => {
                self.merge(&line, other, row);
                self.defer(other, origin);
            }
        }
        self.line = line;
    }

    /// Keeps the lists of this row that are split later. `row` is their row in the store.
    fn defer(&mut self, row: usize, origin: Origin) {
        for (field, text) in std::mem::take(&mut self.later) {
            let from = self.from.get(field).copied().unwrap_or_default();
            let name = self.context.list.fields().get(field);
            let column = self.log_column(from.any(), name.map_or("", |field| field.name));
            self.deferred.push(Deferred {
                row,
                field,
                text,
                column,
                origin,
            });
        }
    }

    /// Appends the columns of the office's own. Returns the number of cells in the row.
    fn extra(&mut self, row: Row<'_>, fields: usize) -> usize {
        let mut next = 0;
        for at in 0..self.extra.len() {
            let Some((column, place)) = self.extra.get(at).copied() else {
                break;
            };
            while next <= place {
                self.line.push(b',');
                next += 1;
            }
            let cell = row.cell(column);
            if text::is_plain(cell.text) && cell.kind == Kind::Text {
                push_cell(&mut self.line, cell.text);
                continue;
            }
            let name = self
                .context
                .columns
                .get(column)
                .map_or("", |of| of.name.as_str());
            let outcome = self.cleaned(text_of(cell), name, cell, row);
            let log = self.log_column(Some(column), name);
            self.put(outcome, cell, log, row, None);
        }
        fields + next
    }
}
