//! The state for reading the rows of one sheet into a list.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::answer::Basis;
use super::cache::Cache;
use super::deferred::Deferred;
use super::store::Store;
use crate::ask::{Answers, Questions};
use crate::base::list::List;
use crate::base::problem::Problem;
use crate::header::{Column, OTHERS, Use};
use crate::known::Known;
use crate::log::SheetLog;
use crate::sheet::block::Row;
use crate::value::Meaning;

/// The settings with which a sheet is read.
#[derive(Debug)]
pub(crate) struct Context<'c> {
    pub(crate) list: List,
    pub(crate) known: &'c Known<'c>,
    pub(crate) answers: &'c Answers,
    pub(crate) meaning: Meaning<'c>,
    /// The data for reading answers.
    pub(crate) basis: Arc<Basis>,
    pub(crate) columns: &'c [Column],
    /// The columns of the file. Its answers are saved under them.
    pub(crate) layout: &'c str,
    /// The length of ids that begin with zero, if numbers may have lost that zero.
    pub(crate) id_length: Option<usize>,
    /// The rows of the header.
    pub(crate) header: (u32, u32),
    /// The cells of these rows.
    pub(crate) heads: &'c [Vec<String>],
    /// The fields whose column is asked for.
    pub(crate) asked: &'c BTreeSet<usize>,
    /// Whether hidden rows are imported, by the answer for the file.
    pub(crate) hidden: Option<bool>,
    /// The sheets of the log, by their number.
    pub(crate) sheets: &'c [String],
    /// The number of the sheet in the log.
    pub(crate) sheet: u32,
}

/// The columns with the cells of a field.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct From {
    pub(super) column: Option<usize>,
    pub(super) by_name: Option<usize>,
    /// Further columns of the same field. They count if the columns before them are blank.
    others: [Option<usize>; OTHERS],
}

impl From {
    /// The column of the field; if there is none, the column with the name.
    pub(super) fn any(self) -> Option<usize> {
        self.column.or(self.by_name)
    }

    /// The same, for the column that counts in a row.
    pub(super) fn in_row(self, row: Row<'_>) -> Self {
        if self.others == [None; OTHERS] {
            return self;
        }
        let mut all = self
            .column
            .into_iter()
            .chain(self.others.into_iter().flatten());
        let filled = all.find(|column| !row.cell(*column).text.trim().is_empty());
        Self {
            column: filled.or(self.column),
            ..self
        }
    }
}

/// Reads rows into a store.
pub(crate) struct Reader<'r> {
    pub(super) context: &'r Context<'r>,
    pub(super) log: &'r mut SheetLog,
    pub(super) questions: &'r mut Questions,
    pub(super) store: &'r mut Store,
    /// The members of each list field so far.
    pub(super) members: &'r mut Vec<BTreeSet<String>>,
    pub(super) deferred: &'r mut Vec<Deferred>,
    pub(super) from: Vec<From>,
    /// Columns that are kept as extra: the column, and its index among them.
    pub(super) extra: Vec<(usize, usize)>,
    /// The number of each column in the log.
    logged: Vec<u32>,
    pub(super) caches: Vec<Option<Box<Cache>>>,
    pub(super) line: Vec<u8>,
    /// The last row that was read.
    pub(super) last: u32,
    /// Lists in the row that are split later: the field and the text.
    pub(super) later: Vec<(usize, String)>,
    pub(super) key_known: bool,
    /// Whether the first field of the row is an id that needs no cleaning.
    pub(super) is_sure: bool,
    pub(super) leave_out: bool,
    /// The department of the row above.
    pub(super) above: String,
    /// The reason why reading of the sheet stopped.
    pub(super) problem: Option<Problem>,
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
                    }
                }
                Use::Other { index } => {
                    let others = from.get_mut(*index).map(|from| &mut from.others);
                    let free = others.and_then(|others| others.iter_mut().find(|of| of.is_none()));
                    if let Some(free) = free {
                        *free = Some(at);
                    }
                }
                Use::Extra(name) => extra.push((at, store.extra(name))),
                _ => {}
            }
        }
        extra.sort_unstable_by_key(|(_, place)| *place);
        let columns = context.columns.iter();
        let logged = columns.map(|column| log.column(&column.name)).collect();
        Self {
            context,
            log,
            questions,
            store,
            members,
            deferred,
            from,
            extra,
            logged,
            caches: fields.iter().map(|_| Some(Box::default())).collect(),
            line: Vec::new(),
            last: context.header.1,
            later: Vec::new(),
            key_known: false,
            is_sure: false,
            leave_out: false,
            above: String::new(),
            problem: None,
        }
    }

    /// The number of a column in the log; for a field without a column, that of its name.
    pub(super) fn log_column(&mut self, at: Option<usize>, field: &str) -> u32 {
        match at.and_then(|at| self.logged.get(at)) {
            Some(column) => *column,
            None => self.log.column(field),
        }
    }
}
