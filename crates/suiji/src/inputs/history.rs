//! The history of inspections already carried out [I5].

use core::cmp::Ordering;
use std::borrow::Cow;

use crate::base::date::Date;
use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::hash::Digest;
use crate::base::place::{in_arena, wide};
use crate::base::run::{Cancelled, Run};
use crate::base::sort::sort_by;
use crate::base::texts::codes;
use crate::inputs::table::{self, Interned, RowFields, Table};
use crate::json::reader::{Path, Reader};
use crate::json::{Json, RowWriter};

const FIELDS: &[&str] = &["entity", "task", "date", "kind"];

/// Inspections already carried out [I5], sorted by entity, date, task and kind. May be empty.
///
/// ```
/// use suiji::History;
/// use suiji::tables::Visit;
///
/// let history = History::from_rows([Visit::new("A-1", "J1", "2024-03-05")])?;
/// assert_eq!(history.len(), 1);
/// assert!(History::default().is_empty());
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct History {
    text: Vec<u8>,
    rows: Vec<Row>,
    tasks: Interned,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    at: u64,
    number: u32,
    date: u32,
    task: u32,
    entity_length: u8,
    planned: bool,
}

/// One inspection, borrowed from the history.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Past<'a> {
    pub(crate) entity: &'a str,
    pub(crate) task: &'a str,
    pub(crate) date: Date,
    pub(crate) planned: bool,
}

/// An inspection as a row to be put into a [`History`], which checks it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Visit<'a>(RowFields<'a>);

/// What an inspection was made for [I5].
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum VisitKind {
    /// For a task of a plan.
    #[default]
    Planned,
    /// For a complaint, a transfer and the like: it counts towards no cap.
    Case,
}

impl VisitKind {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Case => "case",
        }
    }
}

impl<'a> Visit<'a> {
    /// A planned inspection of an entity for a task, on a day `YYYY-MM-DD`.
    pub fn new(
        entity: impl Into<Cow<'a, str>>,
        task: impl Into<Cow<'a, str>>,
        date: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self(RowFields::new([
            ("entity", entity.into()),
            ("task", task.into()),
            ("date", date.into()),
        ]))
    }

    /// Sets what the inspection was made for.
    #[must_use]
    pub fn with_kind(self, kind: VisitKind) -> Self {
        Self(self.0.set_text("kind", kind.as_str()))
    }

    /// The id of the entity.
    pub fn entity(&self) -> &str {
        self.0.required("entity")
    }

    /// The id of the task.
    pub fn task(&self) -> &str {
        self.0.required("task")
    }

    /// The day.
    pub fn date(&self) -> &str {
        self.0.required("date")
    }

    /// What the inspection was made for.
    pub fn kind(&self) -> VisitKind {
        match self.0.text("kind") {
            Some("case") => VisitKind::Case,
            _ => VisitKind::Planned,
        }
    }
}

table::face! {
    /// Builds a [`History`]; every fault of its rows is reported by `finish`.
    builder HistoryBuilder, table History, row Visit, one "inspection",
    codes "`id.form`, `date.form`, `history.duplicate-row`"
}

impl History {
    pub(crate) fn past(&self, index: usize) -> Past<'_> {
        self.view(&self.rows[index])
    }

    /// The places of an entity's inspections.
    pub(crate) fn of_entity(&self, entity: &str) -> core::ops::Range<usize> {
        let from = self.rows.partition_point(|row| self.entity(row) < entity);
        let to = self.rows.partition_point(|row| self.entity(row) <= entity);
        from..to
    }

    pub(crate) fn entities(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.rows.iter().map(|row| self.entity(row))
    }

    /// The task of each row.
    pub(crate) fn task_ids(&self) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .filter_map(|row| self.tasks.value(row.task))
    }

    pub(crate) fn tasks(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.tasks.values().collect::<Vec<_>>().into_iter()
    }

    fn entity(&self, row: &Row) -> &str {
        // An id that has been checked.
        core::str::from_utf8(self.entity_bytes(row)).unwrap_or_default()
    }

    fn entity_bytes(&self, row: &Row) -> &[u8] {
        let at = in_arena(row.at);
        let end = at.saturating_add(usize::from(row.entity_length));
        self.text.get(at..end).unwrap_or_default()
    }

    fn view(&self, row: &Row) -> Past<'_> {
        Past {
            entity: self.entity(row),
            task: self.tasks.value(row.task).unwrap_or_default(),
            date: Date::unpacked(row.date),
            planned: row.planned,
        }
    }

    fn order(&self, a: &Row, b: &Row) -> Ordering {
        self.key(a).cmp(&self.key(b)).then(a.number.cmp(&b.number))
    }

    /// Whether the one row of this history stands before that of another [I5].
    pub(crate) fn precedes(&self, other: &Self) -> bool {
        let first = self.rows.first().map(|row| self.key(row));
        first < other.rows.first().map(|row| other.key(row))
    }

    /// [I5] The order of rows: by entity, date, task and kind; "case" before "planned".
    fn key(&self, row: &Row) -> (&[u8], u32, &str, bool) {
        let task = self.tasks.value(row.task).unwrap_or_default();
        (self.entity_bytes(row), row.date, task, row.planned)
    }
}

impl Past<'_> {
    pub(crate) const fn kind(&self) -> &'static str {
        if self.planned { "planned" } else { "case" }
    }

    /// Appends the canonical JSON of the row, with the salt of a blinded sheet [I5, S2].
    fn push_row(self, salt: Option<&Digest>, line: &mut Vec<u8>) {
        let mut writer = RowWriter::new(line);
        writer.text("date", &self.date.to_string());
        writer.text("entity", self.entity);
        writer.maybe("kind", (!self.planned).then_some("case"));
        writer.maybe("salt", salt.map(Digest::to_string));
        writer.text("task", self.task);
        writer.end();
    }
}

impl Table for History {
    type Part = Self;
    const KIND: ErrorKind = ErrorKind::History;
    const FIELDS: &'static [&'static str] = FIELDS;

    fn read(
        part: &mut Self,
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
        number: u64,
    ) -> Option<()> {
        read(part, reader, row, path, number)
    }

    fn append(part: &mut Self, later: Self) {
        let text = part.text.len() as u64;
        let tasks = part.tasks.adopt(&later.tasks);
        part.text.extend_from_slice(&later.text);
        part.rows.extend(later.rows.into_iter().map(|row| Row {
            at: row.at + text,
            task: tasks[wide(row.task)],
            ..row
        }));
    }

    /// [I5] Sorts the rows; a repeated row is a fault.
    fn finish(mut history: Self, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled> {
        let mut rows = core::mem::take(&mut history.rows);
        sort_by(&mut rows, |a, b| history.order(a, b), run)?;
        let repeated = |a: &Row, b: &Row| {
            let past = history.view(b);
            let (entity, task, kind) = (past.entity, past.task, past.kind());
            let problem = codes::visit_duplicate(a.number, b.number, entity, past.date, task, kind);
            problem.at(Place::new(ErrorKind::History, "").at_row(b.number.into()))
        };
        let equal = |a: &Row, b: &Row| history.key(a) == history.key(b);
        table::find_repeats(&rows, equal, repeated, faults, run)?;
        history.rows = rows;
        Ok(history)
    }

    fn size(&self) -> usize {
        self.rows.len()
    }

    fn push_row(&self, index: usize, salt: Option<&Digest>, line: &mut Vec<u8>) {
        self.past(index).push_row(salt, line);
    }
}

/// [I5] Reads and checks a row of the history.
fn read(
    history: &mut History,
    reader: &mut Reader<'_>,
    row: &Json<'_>,
    path: &Path<'_>,
    number: u64,
) -> Option<()> {
    let fields = reader.object(row, path, FIELDS)?;
    let entity = reader.required(fields, path, "entity", Reader::id);
    let task = reader.required(fields, path, "task", Reader::id);
    let date = reader.required(fields, path, "date", Reader::date);
    let planned = reader.optional(fields, path, "kind", |reader, value, path| {
        let planned = reader.choice(value, path, &[("planned", true), ("case", false)])?;
        let kept = !planned || reader.dropped(codes::written_default(), path);
        kept.then_some(planned)
    });
    let (entity, task, date, planned) = (entity?, task?, date?, planned?);
    history.rows.push(Row {
        at: history.text.len() as u64,
        number: u32::try_from(number).unwrap_or(u32::MAX),
        date: date.packed(),
        task: history.tasks.number(task),
        // An id has at most 64 bytes.
        entity_length: u8::try_from(entity.len()).unwrap_or(u8::MAX),
        planned: planned.unwrap_or(true),
    });
    history.text.extend_from_slice(entity.as_bytes());
    Some(())
}
