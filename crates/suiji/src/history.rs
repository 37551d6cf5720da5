//! The history of inspections already carried out [I5].

use core::cmp::Ordering;
use std::borrow::Cow;
use std::io::{self, BufRead};

use crate::base::codes;
use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Fault, Faults, Place};
use crate::base::place::{in_arena, wide};
use crate::base::run::{Cancelled, Run};
use crate::base::sort::sort_by;
use crate::json::reader::{Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};
use crate::leaf::push_past;
use crate::table::{self, HistoryBuilder, Interned, Table};

/// Inspections already carried out [I5], sorted by entity, date, task and kind. May be empty.
///
/// ```
/// use suiji::{History, Visit};
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
pub struct Visit<'a>(Json<'a>);

impl<'a> Visit<'a> {
    /// A planned inspection of an entity for a task, on a day `YYYY-MM-DD`.
    pub fn new(
        entity: impl Into<Cow<'a, str>>,
        task: impl Into<Cow<'a, str>>,
        date: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self(Json::object([
            ("entity", Json::text(entity)),
            ("task", Json::text(task)),
            ("date", Json::text(date)),
        ]))
    }

    /// It was a case (a complaint, a transfer and the like), which counts towards no cap.
    #[must_use]
    pub fn as_case(mut self) -> Self {
        if let Json::Object(fields) = &mut self.0 {
            fields.push(("kind".into(), Json::text("case")));
        }
        self
    }
}

impl<'a> Visit<'a> {
    pub(crate) fn tree(&self) -> &Json<'a> {
        &self.0
    }
}

impl History {
    /// A builder that takes rows, JSON objects, lines and chunks of columns.
    pub fn builder() -> HistoryBuilder {
        HistoryBuilder::new()
    }

    /// A history of these rows.
    ///
    /// # Errors
    /// Every fault of the rows: `json.*`, `id.form`, `date.form`, `history.duplicate-row`.
    pub fn from_rows<'a>(rows: impl IntoIterator<Item = Visit<'a>>) -> Result<Self, Error> {
        let mut builder = Self::builder();
        for row in rows {
            builder.push(&row);
        }
        builder.finish(&Run::default())
    }

    /// Reads JSON Lines, one inspection a line; none is a valid history.
    ///
    /// # Errors
    /// As [`History::from_rows`], and `table.read`, `limit.line`, `limit.rows`, `cancelled`.
    pub fn from_json_lines(reader: impl BufRead, run: &Run) -> Result<Self, Error> {
        table::from_json_lines(reader, run)
    }

    /// Writes the table as JSON Lines, one inspection a line, in their order, without a copy of it in memory.
    /// Each line is canonical [C2a]; [`Self::from_json_lines`] reads an equal table from them. (Columns may bring a
    /// row beyond [`crate::base::limits::LINE_BYTES`]: it is written, and refused where it is read again.)
    ///
    /// # Errors
    /// Those of `out`; one that holds `cancelled`.
    pub fn write_json_lines(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        table::write_json_lines(self, out, run)
    }

    /// How many inspections there are.
    pub fn len(&self) -> u64 {
        self.rows.len() as u64
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

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

    /// A history of one row alone, for a receipt.
    pub(crate) fn only(&self, index: usize) -> Self {
        let (mut part, mut faults) = (Self::default(), Faults::default());
        let tree = self.past(index).to_json().sorted();
        Self::read(
            &mut part,
            &mut Reader::new(ErrorKind::Receipt, Policy::Drop, &mut faults),
            &tree,
            &Path::Root,
            1,
        );
        part
    }

    /// The same from the row that a receipt brings.
    pub(crate) fn of_tree(
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
    ) -> Option<Self> {
        let mut part = Self::default();
        read(&mut part, reader, row, path, 1).map(|()| part)
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

    /// By entity, date, task and kind; "case" before "planned" [I5].
    fn key(&self, row: &Row) -> (&[u8], u32, &str, bool) {
        let task = self.tasks.value(row.task).unwrap_or_default();
        (self.entity_bytes(row), row.date, task, row.planned)
    }
}

impl Past<'_> {
    pub(crate) const fn kind(&self) -> &'static str {
        if self.planned { "planned" } else { "case" }
    }

    /// The row as JSON, as it is hashed but for the salt.
    pub(crate) fn to_json(self) -> Json<'static> {
        ObjectBuilder::default()
            .with("entity", Json::text(self.entity.to_owned()))
            .with("task", Json::text(self.task.to_owned()))
            .with("date", Json::text(self.date.to_string()))
            .maybe("kind", (!self.planned).then(|| Json::text("case")))
            .build()
    }
}

/// By the rows alone; from which form they came, and in which order, does not count.
impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        table::same(self, other)
    }
}

impl Eq for History {}

impl Table for History {
    type Part = Self;
    const STAGE: ErrorKind = ErrorKind::History;

    fn read(
        part: &mut Self,
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
        number: u64,
    ) {
        // A row with a fault is reported and not kept.
        let _ = read(part, reader, row, path, number);
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

    fn finish(mut history: Self, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled> {
        let mut rows = core::mem::take(&mut history.rows);
        sort_by(&mut rows, |a, b| history.order(a, b), run)?;
        let repeated = |a: &Row, b: &Row| {
            let past = history.view(b);
            let (first, second) = (a.number.to_string(), b.number.to_string());
            let date = past.date.to_string();
            let details = [
                ("first", first.as_str()),
                ("second", second.as_str()),
                ("entity", past.entity),
                ("date", date.as_str()),
                ("task", past.task),
                ("kind", past.kind()),
            ];
            Fault::new(
                codes::VISIT_DUPLICATE,
                Place::new(ErrorKind::History, "").at_row(b.number.into()),
                &details,
            )
        };
        let equal = |a: &Row, b: &Row| history.key(a) == history.key(b);
        table::find_repeats(&rows, equal, repeated, faults, run)?;
        history.rows = rows;
        Ok(history)
    }

    fn size(&self) -> usize {
        self.rows.len()
    }

    fn push_row(&self, index: usize, line: &mut Vec<u8>) {
        push_past(line, self.past(index), None);
    }
}

fn read(
    history: &mut History,
    reader: &mut Reader<'_>,
    row: &Json<'_>,
    path: &Path<'_>,
    number: u64,
) -> Option<()> {
    let fields = reader.object(row, path, &["entity", "task", "date", "kind"])?;
    let entity = reader.required(fields, path, "entity", Reader::id);
    let task = reader.required(fields, path, "task", Reader::id);
    let date = reader.required(fields, path, "date", Reader::date);
    let planned = reader.optional(fields, path, "kind", |reader, value, path| {
        let planned = reader.choice(value, path, &[("planned", true), ("case", false)])?;
        let kept = !planned || reader.dropped(codes::WRITTEN_DEFAULT, path);
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
