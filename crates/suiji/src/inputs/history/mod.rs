//! The history of inspections already carried out [I5].

mod visit;

pub use visit::{Visit, VisitKind};

use core::cmp::Ordering;

use crate::base::date::Date;
use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::hash::Digest;
use crate::base::place::{in_arena, wide};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::sort::sort_by;
use crate::base::texts::codes;
use crate::inputs::table::{self, Interned, Lists, Table};
use crate::json::reader::{Path, Reader};
use crate::json::{Json, RowWriter};

const FIELDS: &[&str] = &["entity", "task", "date", "kind", "by", "inspectors"];

/// Inspections already carried out [I5], sorted by entity, date, task and kind. There may be none.
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
    text: String,
    rows: Vec<Row>,
    tasks: Interned,
    /// Sets of departments or levels, and of inspectors; sorted.
    by: Lists,
    inspectors: Lists,
}

/// One inspection: places in the history.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    at: u64,
    pub(crate) number: u32,
    date: u32,
    task: u32,
    pub(crate) by: u32,
    inspectors: u32,
    entity_length: u8,
    pub(crate) planned: bool,
}

impl Row {
    pub(crate) const fn date(&self) -> Date {
        Date::unpacked(self.date)
    }

    /// The row of the input.
    pub(crate) fn number(&self) -> u64 {
        self.number.into()
    }

    /// The index of the task in the result of [`History::map_tasks`].
    pub(crate) fn task_place(&self) -> usize {
        wide(self.task)
    }
}

/// One inspection, borrowed from the history.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Past<'a> {
    pub(crate) entity: &'a str,
    pub(crate) task: &'a str,
    pub(crate) date: Date,
    pub(crate) planned: bool,
}

table::face! {
    /// Builds a [`History`]. `finish` reports every fault of its rows.
    builder HistoryBuilder, table History, row Visit, one "inspection",
    codes "`text.*`, `id.form`, `date.form`, `set.duplicate-member`, `history.duplicate-row`"
}

impl History {
    pub(crate) fn past(&self, index: usize) -> Past<'_> {
        self.view(&self.rows[index])
    }

    /// A history with only this row.
    pub(crate) fn only(&self, index: usize) -> Self {
        let mut only = Self::default();
        let row = &self.rows[index];
        only.text = self.entity(row).to_owned();
        let row = Row {
            at: 0,
            number: 1,
            task: only.tasks.adopt_one(&self.tasks, row.task),
            by: only.by.adopt_one(&self.by, row.by),
            inspectors: only.inspectors.adopt_one(&self.inspectors, row.inspectors),
            ..*row
        };
        only.rows.push(row);
        only
    }

    /// The places of an entity's inspections.
    pub(crate) fn of_entity(&self, entity: &str) -> core::ops::Range<usize> {
        let from = self.rows.partition_point(|row| self.entity(row) < entity);
        let to = self.rows.partition_point(|row| self.entity(row) <= entity);
        from..to
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows of each entity, in the order of their dates.
    pub(crate) fn by_entity(&self) -> impl Iterator<Item = (&str, &[Row])> {
        let same = |a: &Row, b: &Row| self.entity(a) == self.entity(b);
        self.rows
            .chunk_by(same)
            .map(|rows| (self.entity(&rows[0]), rows))
    }

    /// The departments or levels of a set, by its number.
    pub(crate) fn by(&self, set: u32) -> impl Iterator<Item = &str> {
        self.by.texts(set)
    }

    /// The inspectors of a row, sorted by id.
    pub(crate) fn inspectors(&self, row: &Row) -> impl Iterator<Item = &str> {
        self.inspectors.texts(row.inspectors)
    }

    /// All inspectors, each set of them once.
    pub(crate) fn all_inspectors(&self) -> impl Iterator<Item = &str> + Clone {
        self.inspectors.all()
    }

    /// The entity of each row, with the number of the row in the input.
    pub(crate) fn numbered_entities(&self) -> impl Iterator<Item = (&str, u64)> {
        self.rows.iter().map(|row| (self.entity(row), row.number()))
    }

    /// The task of each row, with the number of the row in the input.
    pub(crate) fn numbered_tasks(&self) -> impl Iterator<Item = (&str, u64)> {
        let task = |row: &Row| self.tasks.value(row.task).unwrap_or_default();
        self.rows.iter().map(move |row| (task(row), row.number()))
    }

    /// The inspectors of each row, with the number of the row in the input.
    pub(crate) fn numbered_inspectors(&self) -> impl Iterator<Item = (&str, u64)> {
        let inspectors = |row| self.inspectors(row).map(|id| (id, row.number()));
        self.rows.iter().flat_map(inspectors)
    }

    /// For each task of the history, the result of `map` for its id. See [`Row::task_place`].
    pub(crate) fn map_tasks<T>(&self, map: impl Fn(Option<&str>) -> T) -> Vec<T> {
        self.tasks.map(map)
    }

    /// [I5] Reports dates after the day of sealing.
    pub(crate) fn check_dates(
        &self,
        sealed_on: Date,
        faults: &mut Faults,
        run: &Run,
    ) -> Result<(), Cancelled> {
        let mut step = run.step(Stage::Compare, self.rows.len());
        for row in &self.rows {
            if row.date() > sealed_on {
                let place = Place::new(ErrorKind::History, "date").at_row(row.number.into());
                let place = place.with_id(self.entity(row));
                faults.push(codes::visit_after(sealed_on).at(place));
            }
            step.advance(1)?;
        }
        Ok(())
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
        let at = in_arena(row.at);
        let end = at.saturating_add(usize::from(row.entity_length));
        self.text.get(at..end).unwrap_or_default()
    }

    fn view(&self, row: &Row) -> Past<'_> {
        Past {
            entity: self.entity(row),
            task: self.tasks.value(row.task).unwrap_or_default(),
            date: row.date(),
            planned: row.planned,
        }
    }

    fn order(&self, a: &Row, b: &Row) -> Ordering {
        self.key(a).cmp(&self.key(b)).then(a.number.cmp(&b.number))
    }

    /// For histories of one row: whether the row comes before the row of the other history [I5].
    pub(crate) fn precedes(&self, other: &Self) -> bool {
        let first = self.rows.first().map(|row| self.key(row));
        first < other.rows.first().map(|row| other.key(row))
    }

    /// [I5] The order of rows: by entity, date, task and kind. "case" comes before "planned".
    fn key(&self, row: &Row) -> (&str, u32, &str, bool) {
        let task = self.tasks.value(row.task).unwrap_or_default();
        (self.entity(row), row.date, task, row.planned)
    }
}

impl Past<'_> {
    pub(crate) const fn kind(&self) -> &'static str {
        if self.planned { "planned" } else { "case" }
    }
}

impl Table for History {
    type Part = Self;
    const KIND: ErrorKind = ErrorKind::History;
    const ID: &str = "entity";
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
        let by = part.by.adopt(&later.by);
        let inspectors = part.inspectors.adopt(&later.inspectors);
        part.text.push_str(&later.text);
        part.rows.extend(later.rows.into_iter().map(|row| Row {
            at: row.at + text,
            task: tasks[wide(row.task)],
            by: by[wide(row.by)],
            inspectors: inspectors[wide(row.inspectors)],
            ..row
        }));
    }

    /// [I5] Sorts the rows and reports repeated rows.
    fn finish(mut history: Self, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled> {
        let mut rows = core::mem::take(&mut history.rows);
        sort_by(&mut rows, |a, b| history.order(a, b), run)?;
        let repeated = |a: &Row, b: &Row| {
            let past = history.view(b);
            let (entity, task, kind) = (past.entity, past.task, past.kind());
            let problem = codes::visit_duplicate(a.number, b.number, entity, past.date, task, kind);
            let place = Place::new(ErrorKind::History, "").at_row(b.number.into());
            problem.at(place.with_id(entity))
        };
        let equal = |a: &Row, b: &Row| history.key(a) == history.key(b);
        table::find_repeats(&rows, equal, repeated, faults, run)?;
        history.rows = rows;
        Ok(history)
    }

    fn size(&self) -> usize {
        self.rows.len()
    }

    fn order_of(&self, index: usize, other: &Self, at: usize) -> Ordering {
        self.key(&self.rows[index]).cmp(&other.key(&other.rows[at]))
    }

    fn row_number(&self, index: usize) -> u64 {
        self.rows[index].number()
    }

    fn row_id(&self, index: usize) -> &str {
        self.entity(&self.rows[index])
    }

    fn row_key(&self, index: usize) -> String {
        let past = self.past(index);
        format!(
            "{}, {}, {}, {}",
            past.entity,
            past.date,
            past.task,
            past.kind()
        )
    }

    /// Appends the canonical JSON of a row, with the salt of a blinded commitment [I5, S2].
    fn push_row(&self, index: usize, salt: Option<&Digest>, line: &mut Vec<u8>) {
        let row = &self.rows[index];
        let past = self.view(row);
        let mut writer = RowWriter::new(line);
        writer.texts("by", self.by.texts(row.by));
        writer.text("date", &past.date.to_string());
        writer.text("entity", past.entity);
        writer.texts("inspectors", self.inspectors.texts(row.inspectors));
        writer.maybe("kind", (!past.planned).then_some("case"));
        writer.maybe("salt", salt.map(Digest::to_string));
        writer.text("task", past.task);
        writer.end();
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
    let by = reader.list(fields, path, "by", Reader::text);
    let by = by.and_then(|members| table::sort_set(reader, members, &path.key("by")));
    let inspectors = reader.list(fields, path, "inspectors", Reader::id);
    let inspectors =
        inspectors.and_then(|members| table::sort_set(reader, members, &path.key("inspectors")));
    let (entity, task, date, planned) = (entity?, task?, date?, planned?);
    let (by, inspectors) = (by?, inspectors?);
    history.rows.push(Row {
        at: history.text.len() as u64,
        number: u32::try_from(number).unwrap_or(u32::MAX),
        date: date.packed(),
        task: history.tasks.number(task),
        by: history.by.number(&by),
        inspectors: history.inspectors.number(&inspectors),
        // An id has at most 64 bytes.
        entity_length: u8::try_from(entity.len()).unwrap_or(u8::MAX),
        planned: planned.unwrap_or(true),
    });
    history.text.push_str(entity);
    Some(())
}

#[cfg(test)]
mod tests;
