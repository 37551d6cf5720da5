//! Reads the rows of one sheet into a list.

use std::collections::BTreeSet;

use super::asking::text_of;
use super::cache::Cache;
use super::lists::Deferred;
use super::skip::skipped;
use super::store::{Origin, Store};
use crate::ask::{Answers, Questions};
use crate::base::line::push_cell;
use crate::base::list::List;
use crate::header::{Column, Use};
use crate::known::Known;
use crate::log::SheetLog;
use crate::sheet::block::{Block, Kind, Row};
use crate::value::rules::Rule;
use crate::value::{Meaning, is_plain_id, text};

/// The settings with which a sheet is read.
#[derive(Debug)]
pub(crate) struct Context<'c> {
    pub(crate) list: List,
    pub(crate) known: &'c Known<'c>,
    pub(crate) answers: &'c Answers,
    pub(crate) meaning: Meaning<'c>,
    pub(crate) columns: &'c [Column],
    /// The columns of the file, under which its answers are saved.
    pub(crate) layout: &'c str,
    /// The length of ids that begin with zero, if numbers may have lost that zero.
    pub(crate) id_length: Option<usize>,
    /// The rows of the header.
    pub(crate) header: (u32, u32),
    /// The number of the sheet in the log.
    pub(crate) sheet: u32,
}

/// Where the cells of a field are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct From {
    pub(super) column: Option<usize>,
    pub(super) by_name: Option<usize>,
    /// The number of the column in the log.
    pub(super) log: u32,
}

/// Reads rows into a store.
pub(crate) struct Reader<'r> {
    pub(super) context: &'r Context<'r>,
    pub(super) log: &'r mut SheetLog,
    pub(super) questions: &'r mut Questions,
    pub(super) store: &'r mut Store,
    /// The members that each list field has had.
    pub(super) members: &'r mut Vec<BTreeSet<String>>,
    pub(super) deferred: &'r mut Vec<Deferred>,
    pub(super) from: Vec<From>,
    /// Columns that are kept as extra: the column, and its place among them.
    extra: Vec<(usize, usize)>,
    pub(super) caches: Vec<Cache>,
    pub(super) line: Vec<u8>,
    last: u32,
    /// Lists of the row that are split later: the field and the text.
    pub(super) later: Vec<(usize, String)>,
    pub(super) key_known: bool,
    pub(super) leave_out: bool,
}

impl<'r> Reader<'r> {
    pub(crate) fn new(
        context: &'r Context<'r>,
        log: &'r mut SheetLog,
        questions: &'r mut Questions,
        store: &'r mut Store,
        members: &'r mut Vec<BTreeSet<String>>,
        deferred: &'r mut Vec<Deferred>,
    ) -> Self {
        let fields = context.list.fields();
        let mut from = vec![From::default(); fields.len()];
        let mut extra = Vec::new();
        for (at, column) in context.columns.iter().enumerate() {
            match &column.used {
                Use::Field { index, by_name } => {
                    if let Some(from) = from.get_mut(*index) {
                        match by_name {
                            true => from.by_name = Some(at),
                            false => from.column = Some(at),
                        }
                        from.log = log.column(&column.name);
                    }
                }
                Use::Extra(name) => extra.push((at, store.extra(name))),
                _ => {}
            }
        }
        extra.sort_unstable_by_key(|(_, place)| *place);
        Self {
            context,
            log,
            questions,
            store,
            members,
            deferred,
            from,
            extra,
            caches: fields.iter().map(|_| Cache::default()).collect(),
            line: Vec::new(),
            last: context.header.1,
            later: Vec::new(),
            key_known: false,
            leave_out: false,
        }
    }

    /// Reads a block of rows.
    pub(crate) fn read(&mut self, block: &Block) {
        for row in block.rows() {
            self.row(row);
        }
    }

    fn row(&mut self, row: Row<'_>) {
        if row.number < self.context.header.0 {
            self.log.note_row(row.number, &row.shown(), Rule::TitleRow);
            return;
        }
        if row.number <= self.context.header.1 {
            return;
        }
        let id = self.from.first().and_then(|from| from.column);
        let is_sure = id.is_some_and(|id| {
            let text = row.cell(id).text;
            text.len() >= 9 && is_plain_id(text)
        });
        let first = row.number <= self.context.header.1 + 2;
        let skip = match is_sure {
            true => None,
            false => skipped(row, self.context.columns, id, first),
        };
        if skip == Some(Rule::BlankRow) && row.cells().all(|cell| cell.text.trim().is_empty()) {
            // Noted when another row follows.
            return;
        }
        self.note_blank_rows(row.number);
        self.log.read += 1;
        self.last = row.number;
        if let Some(rule) = skip {
            self.log.note_row(row.number, &row.shown(), rule);
            return;
        }
        self.take(row);
    }

    /// Notes the blank rows before this one.
    fn note_blank_rows(&mut self, number: u32) {
        for blank in self.last.saturating_add(1)..number {
            self.log.note_row(blank, "", Rule::BlankRow);
            self.log.read += 1;
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
        match self.store.insert(&line, key, cells, origin) {
            None => {
                let row = self.store.len() - 1;
                self.defer(row, origin);
            }
            Some(other) => self.merge(&line, other, row.number),
        }
        self.line = line;
    }

    pub(super) fn defer(&mut self, row: usize, origin: Origin) {
        for (field, text) in self.later.drain(..) {
            self.deferred.push(Deferred {
                row,
                field,
                text,
                origin,
            });
        }
    }

    /// Appends the columns of the office's own. Returns how many cells the row has.
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
            let log = self.log.column(name);
            self.put(outcome, cell, log, row, None);
        }
        fields + next
    }
}
