//! From the cells of a row to its fields.

use super::cache::{Done, Outcome};
use super::deferred::stored;
use super::lists::By;
use super::reader::{From, Reader};
use crate::ask::{AS_ABOVE, About, Choice};
use crate::base::fields::{Field, Holds};
use crate::base::line::push_cell;
use crate::base::texts;
use crate::sheet::block::{Cell, Kind, Row};
use crate::value::rules::{Rule, Rules};
use crate::value::{Ask, Cleaned, clean, is_plain_id, text};

/// The maximum number of bytes of a cell that is cleaned once for all rows.
const CACHED: usize = 256;

impl<'r> Reader<'r> {
    pub(super) fn field(&mut self, index: usize, field: &'static Field, row: Row<'_>) {
        let from = self.from.get(index).copied().unwrap_or_default();
        let from = from.in_row(row);
        let cell = from.column.map_or(Cell::EMPTY, |column| row.cell(column));
        let is_id = matches!(field.holds, Holds::EntityId | Holds::InspectorId);
        // Most cells need no change.
        if cell.kind == Kind::Text {
            let is_plain = (index == 0 && self.is_sure) || is_plain_id(cell.text);
            if is_id && self.context.id_length.is_none() && is_plain {
                self.line.extend_from_slice(cell.text.as_bytes());
                return;
            }
            if field.holds == Holds::Name && cell.text.len() > 16 && text::is_plain(cell.text) {
                push_cell(&mut self.line, cell.text);
                return;
            }
        }
        let repeats = !is_id
            && !matches!(
                field.holds,
                Holds::Name
                    | Holds::Person
                    | Holds::Entity
                    | Holds::Task
                    | Holds::Tasks
                    | Holds::Note
            );
        if !repeats {
            self.single(index, field, (cell, from), row);
            return;
        }
        if cell.text.is_empty() {
            self.empty(index, field, row);
            return;
        }
        if cell.kind != Kind::Text {
            let done = self.done(index, field, cell, row);
            self.use_done(index, field, &done, row);
            return;
        }
        // The cache is taken out while it is used, because cleaning needs the whole
        // reader.
        let mut cache = self.caches.get_mut(index).and_then(Option::take);
        match cache.as_mut().and_then(|cache| cache.find(cell.text)) {
            Some(done) => self.use_done(index, field, done, row),
            None => {
                let done = self.done(index, field, cell, row);
                self.use_done(index, field, &done, row);
                if let Some(cache) = &mut cache
                    && cell.text.len() <= CACHED
                {
                    cache.add(cell.text, done);
                }
            }
        }
        if let Some(of) = self.caches.get_mut(index) {
            *of = cache;
        }
    }

    /// Cleans a cell whose value repeats in the column.
    fn done(&mut self, index: usize, field: &'static Field, cell: Cell<'_>, row: Row<'_>) -> Done {
        let outcome = match field.holds {
            Holds::List(members) => self.list(index, members, field.name, cell),
            Holds::Coded(of) => self.coded(of, field.name, cell),
            holds => {
                let cleaned = clean(cell, holds, &self.context.meaning);
                self.cleaned(cleaned, field.name, cell, row)
            }
        };
        let mut encoded = Vec::new();
        let mut change = None;
        if let Outcome::Value(value, rules) = &outcome {
            push_cell(&mut encoded, value);
            change = self.change(index, cell, value, *rules);
        }
        Done {
            outcome,
            encoded,
            change,
        }
    }

    fn change(&mut self, index: usize, cell: Cell<'_>, value: &str, rules: Rules) -> Option<u32> {
        if rules == Rules::NONE || (value == before(cell) && !rules.is_notice()) {
            return None;
        }
        let from = self.from.get(index).copied().unwrap_or_default();
        let name = self.context.list.fields().get(index);
        let column = self.log_column(from.any(), name.map_or("", |field| field.name));
        Some(self.log.change(column, before(cell), value, rules))
    }

    fn use_done(&mut self, index: usize, field: &'static Field, done: &Done, row: Row<'_>) {
        if let Some(change) = done.change {
            self.log.note(row.number, change);
        }
        match &done.outcome {
            Outcome::Value(value, _) if value.is_empty() => self.empty(index, field, row),
            Outcome::Value(value, _) => {
                if field.holds == Holds::Department {
                    self.above.clone_from(value);
                }
                self.line.extend_from_slice(&done.encoded);
            }
            Outcome::LeaveOut => self.leave_out = true,
            Outcome::Deferred(text) => {
                push_cell(&mut self.line, &stored(text));
                self.later.push((index, text.clone()));
            }
            Outcome::Asked(questions) => {
                for question in questions {
                    self.ask(question.clone(), index, row);
                }
                self.key_known &= index >= self.context.list.key();
            }
        }
    }

    /// Cleans a cell whose value does not repeat.
    fn single(
        &mut self,
        index: usize,
        field: &'static Field,
        (cell, from): (Cell<'_>, From),
        row: Row<'_>,
    ) {
        let named = from.by_name.map_or(Cell::EMPTY, |column| row.cell(column));
        let (outcome, by) = match field.holds {
            Holds::Entity => self.entity(field.name, cell, named, row),
            Holds::Task => self.task(field.name, cell, named, row),
            Holds::Tasks => self.tasks(index, field.name, cell, named),
            Holds::InspectorId if self.lacks_zero(cell) => {
                let ask = self.ask_zero(cell.text.trim());
                let outcome = self.cleaned(Cleaned::Ask(ask), field.name, cell, row);
                (outcome, By::Id)
            }
            holds => {
                let cleaned = clean(cell, holds, &self.context.meaning);
                (self.cleaned(cleaned, field.name, cell, row), By::Id)
            }
        };
        let (cell, at) = match by {
            By::Id => (cell, from.any()),
            By::Name => (named, from.by_name),
        };
        let column = self.log_column(at, field.name);
        self.put(outcome, cell, column, row, Some((index, field)));
    }

    /// Appends a value, and notes its change.
    pub(super) fn put(
        &mut self,
        outcome: Outcome,
        cell: Cell<'_>,
        column: u32,
        row: Row<'_>,
        field: Option<(usize, &'static Field)>,
    ) {
        let index = field.map_or(usize::MAX, |(index, _)| index);
        match outcome {
            Outcome::Value(value, rules) => {
                if rules != Rules::NONE && (value != before(cell) || rules.is_notice()) {
                    let change = self.log.change(column, before(cell), &value, rules);
                    self.log.note(row.number, change);
                }
                match field {
                    Some((index, field)) if value.is_empty() => self.empty(index, field, row),
                    _ => push_cell(&mut self.line, &value),
                }
            }
            Outcome::LeaveOut => self.leave_out = true,
            Outcome::Deferred(_) => {}
            Outcome::Asked(questions) => {
                for question in questions {
                    self.ask(question, index, row);
                }
                self.key_known &= index >= self.context.list.key();
            }
        }
    }

    /// A field without a value. It may be required.
    fn empty(&mut self, index: usize, field: &'static Field, row: Row<'_>) {
        if field.name == "kind" {
            // [C2c] The default, so that rows with and without an explicit default
            // are the same.
            self.line.extend_from_slice(b"planned");
        }
        if !field.required {
            return;
        }
        if field.holds == Holds::Tasks
            && let Some(task) = self.context.known.only_task()
            && self.from.get(index).is_none_or(|from| from.any().is_none())
        {
            push_cell(&mut self.line, task);
            let column = self.log_column(None, field.name);
            let change = self.log.change(column, "", task, Rules::of(Rule::OnlyTask));
            self.log.note(row.number, change);
            return;
        }
        if self.context.asked.contains(&index) {
            self.key_known &= index >= self.context.list.key();
            return;
        }
        let constant = field.name == "department"
            && self
                .from
                .get(index)
                .is_some_and(|from| from.column.is_none());
        let below = field.holds == Holds::Department && !self.above.is_empty();
        let ask = match (constant, below) {
            (true, _) => Ask {
                about: About::Constant,
                ..Ask::of_row(texts::why_no_department())
            },
            (false, true) => Ask {
                about: About::Constant,
                choices: vec![Choice::new(AS_ABOVE, texts::as_above())],
                ..Ask::of_row(texts::why_blank_department())
            },
            (false, false) => Ask::of_row(texts::why_missing()),
        };
        let outcome = match self.cleaned(Cleaned::Ask(ask), field.name, Cell::EMPTY, row) {
            Outcome::Value(value, rules) if below && value == AS_ABOVE => {
                Outcome::Value(self.above.clone(), rules)
            }
            other => other,
        };
        match outcome {
            Outcome::Value(value, rules) => {
                push_cell(&mut self.line, &value);
                let from = self.from.get(index).copied().unwrap_or_default();
                let column = self.log_column(from.any(), field.name);
                let change = self.log.change(column, "", &value, rules);
                self.log.note(row.number, change);
            }
            Outcome::LeaveOut => self.leave_out = true,
            Outcome::Deferred(_) => {}
            Outcome::Asked(questions) => {
                for question in questions {
                    self.ask(question, index, row);
                }
                self.key_known &= index >= self.context.list.key();
            }
        }
    }

    pub(super) fn column_of(&self, index: usize, field: &'static Field) -> &'r str {
        let from = self.from.get(index).copied().unwrap_or_default();
        let column = from.any().and_then(|at| self.context.columns.get(at));
        column.map_or(field.name, |column| &column.name)
    }
}

/// The text in the cell itself.
const fn before<'c>(cell: Cell<'c>) -> &'c str {
    match cell.kind {
        Kind::Filled => "",
        _ => cell.text,
    }
}
