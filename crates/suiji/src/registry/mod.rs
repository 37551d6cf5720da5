//! The registry (检查对象名录库) [I3, I6], held compactly.

mod entity;
mod leaf;
mod store;

pub use entity::Entity;
pub(crate) use entity::read_district;
pub(crate) use store::{Row, members};

use std::io::{self, BufRead};

use store::Store;

use crate::base::codes;
use crate::base::error::{Error, ErrorKind, Fault, Faults, Place};
use crate::base::run::{Cancelled, Run};
use crate::base::sort::sort_by;
use crate::json::Json;
use crate::json::reader::{Path, Policy, Reader};
use crate::table::{self, RegistryBuilder, Table};

/// The set of entities (检查对象) that the office keeps [I3], sorted by id.
///
/// A row costs 48 bytes beside its id, name and extra columns; classes, districts, industries and sets
/// of categories are kept once.
///
/// ```
/// use suiji::{Registry, Run};
///
/// let lines = "{\"id\": \"A-2\", \"name\": \"样例商行\"}\n{\"id\": \"A-1\", \"name\": \"样例企业\", \"class\": \"low\"}\n";
/// let registry = Registry::from_json_lines(lines.as_bytes(), &Run::default())?;
/// assert_eq!(registry.len(), 2);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Registry(Store);

impl Registry {
    /// A builder that takes rows, JSON objects, lines and chunks of columns.
    pub fn builder() -> RegistryBuilder {
        RegistryBuilder::new()
    }

    /// A registry of these rows.
    ///
    /// # Errors
    /// Every fault of the rows: `json.*`, `text.*`, `id.form`, `date.form`, `district.form`,
    /// `set.duplicate-member`, `registry.duplicate-id`.
    pub fn from_rows<'a>(rows: impl IntoIterator<Item = Entity<'a>>) -> Result<Self, Error> {
        let mut builder = Self::builder();
        for row in rows {
            builder.push(&row);
        }
        builder.finish(&Run::default())
    }

    /// Reads JSON Lines, one entity a line.
    ///
    /// # Errors
    /// As [`Registry::from_rows`], and `table.read`, `limit.line`, `limit.rows`, `cancelled`.
    pub fn from_json_lines(reader: impl BufRead, run: &Run) -> Result<Self, Error> {
        table::from_json_lines(reader, run)
    }

    /// Writes the table as JSON Lines, one entity a line, in the order of ids, without a copy of it in memory.
    /// Each line is canonical [C2a]; [`Self::from_json_lines`] reads an equal table from them. (Columns may bring a
    /// row beyond [`crate::base::limits::LINE_BYTES`]: it is written, and refused where it is read again.)
    ///
    /// # Errors
    /// Those of `out`; one that holds `cancelled`.
    pub fn write_json_lines(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        table::write_json_lines(self, out, run)
    }

    /// How many entities there are.
    pub fn len(&self) -> u64 {
        self.0.rows.len() as u64
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.rows.is_empty()
    }

    /// The name of an entity, where the registry has it.
    pub fn name(&self, id: &str) -> Option<&str> {
        self.find(id).map(|index| self.0.name(&self.0.rows[index]))
    }

    /// The place of an entity in the order of ids.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.0
            .rows
            .binary_search_by(|row| self.0.id_bytes(row).cmp(id.as_bytes()))
            .ok()
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.0.rows
    }

    pub(crate) fn id(&self, index: usize) -> &str {
        self.0.id(&self.0.rows[index])
    }

    /// The ids of the entities, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.rows.iter().map(|row| self.0.id(row))
    }

    pub(crate) fn district(&self, index: usize) -> Option<&str> {
        self.0.districts.value(self.0.rows[index].district)
    }

    pub(crate) const fn store(&self) -> &Store {
        &self.0
    }

    /// A registry of one row alone, for a receipt.
    pub(crate) fn only(&self, index: usize) -> Self {
        let mut part = Store::default();
        let mut faults = Faults::default();
        let tree = self.row_json(index).sorted();
        Self::read(
            &mut part,
            &mut Reader::new(ErrorKind::Receipt, Policy::Drop, &mut faults),
            &tree,
            &Path::Root,
            1,
        );
        Self(part)
    }

    /// The same from the row that a receipt brings.
    pub(crate) fn of_tree(
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
    ) -> Option<Self> {
        let mut part = Store::default();
        entity::read(&mut part, reader, row, path, 1).map(|()| Self(part))
    }

    /// The row as JSON, as it is hashed but for the salt.
    pub(crate) fn row_json(&self, index: usize) -> Json<'_> {
        self.0.row_json(&self.0.rows[index])
    }
}

/// By the rows alone; from which form they came, and in which order, does not count.
impl PartialEq for Registry {
    fn eq(&self, other: &Self) -> bool {
        table::same(self, other)
    }
}

impl Eq for Registry {}

impl Table for Registry {
    type Part = Store;
    const STAGE: ErrorKind = ErrorKind::Registry;

    fn read(
        part: &mut Store,
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
        number: u64,
    ) {
        // A row with a fault is reported and not kept.
        let _ = entity::read(part, reader, row, path, number);
    }

    fn append(part: &mut Store, later: Store) {
        part.append(later);
    }

    fn finish(mut store: Store, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled> {
        let mut rows = core::mem::take(&mut store.rows);
        sort_by(
            &mut rows,
            |a, b| {
                let ids = store.id_bytes(a).cmp(store.id_bytes(b));
                ids.then(a.number.cmp(&b.number))
            },
            run,
        )?;
        let repeated = |a: &Row, b: &Row| {
            let (first, second) = (a.number.to_string(), b.number.to_string());
            let details = [
                ("id", store.id(b)),
                ("first", first.as_str()),
                ("second", second.as_str()),
            ];
            let place = Place::new(ErrorKind::Registry, "id").at_row(b.number.into());
            Fault::new(codes::ENTITY_DUPLICATE, place, &details)
        };
        let equal = |a: &Row, b: &Row| store.id_bytes(a) == store.id_bytes(b);
        table::find_repeats(&rows, equal, repeated, faults, run)?;
        rows.shrink_to_fit();
        store.rows = rows;
        Ok(Self(store))
    }

    fn size(&self) -> usize {
        self.0.rows.len()
    }

    fn push_row(&self, index: usize, line: &mut Vec<u8>) {
        self.push_leaf(index, None, line);
    }
}
