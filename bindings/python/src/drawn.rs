//! What a task drew: sequences over the record, which are tables of Arrow too.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyRange, PyTuple};
use suiji::record::{Draw, DrawnEntity, DrawnTeam};
use suiji::values::EntityId;

use crate::capsules::{refused, schema, stream};
use crate::record::Record;
use crate::text::html;
use crate::values::{made, place};

/// Which list of a draw, or the teams.
type Rows<T> = fn(&Draw) -> &[T];

/// A list of a record, not copied.
struct List<T: 'static> {
    record: Arc<suiji::Record>,
    task: usize,
    rows: Rows<T>,
    /// The method of a record that gives it.
    name: &'static str,
}

impl<T> List<T> {
    fn rows(&self) -> &[T] {
        (self.rows)(&self.record.draws()[self.task])
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.rows() == other.rows()
    }
}

impl<T: Row> Hash for List<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rows().len().hash(state);
        self.rows().iter().for_each(|row| row.id().hash(state));
    }
}

/// A row of such a list, in Python and in Arrow.
trait Row: Sized + 'static {
    fn id(&self) -> &EntityId;
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
    fn batch(rows: &[Self]) -> Result<RecordBatch, ArrowError>;
}

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident of $row:ident;)+) => {$(
        $(#[$doc])*
        #[pyclass(frozen, eq, hash, module = "suiji")]
        #[derive(Hash, PartialEq)]
        pub(crate) struct $table(List<$row>);

        impl $table {
            pub(crate) fn new(
                record: &Arc<suiji::Record>,
                task: usize,
                rows: Rows<$row>,
                name: &'static str,
            ) -> Self {
                let record = Arc::clone(record);
                Self(List { record, task, rows, name })
            }
        }

        #[pymethods]
        impl $table {
            fn __len__(&self) -> usize {
                self.0.rows().len()
            }

            fn __getitem__<'py>(&self, py: Python<'py>, index: isize) -> PyResult<Bound<'py, PyAny>> {
                let rows = self.0.rows();
                rows[place(index, rows.len())?].value(py)
            }

            fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                let places = PyRange::new(slf.py(), 0, slf.len()?.try_into()?)?;
                let map = slf.py().import("builtins")?.getattr("map")?;
                map.call1((slf.getattr("__getitem__")?, places))
            }

            /// The schema of the table, as a capsule of Arrow.
            fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
                let none = $row::batch(&[]).map_err(refused)?;
                schema(py, &none.schema())
            }

            /// The table, as a capsule of Arrow.
            #[pyo3(signature = (requested_schema=None))]
            fn __arrow_c_stream__<'py>(
                &self,
                py: Python<'py>,
                requested_schema: Option<Bound<'py, PyAny>>,
            ) -> PyResult<Bound<'py, PyCapsule>> {
                // A producer may pass over the wish: its readers cast what they get.
                drop(requested_schema);
                let batch = py.detach(|| $row::batch(self.0.rows()));
                stream(py, batch.map_err(refused)?)
            }

            /// With the record of which it is a part.
            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&str,))> {
                let List { record, task, name, .. } = &self.0;
                let task = record.draws()[*task].task().as_str();
                let record = Bound::new(py, Record(Arc::clone(record)))?;
                Ok((record.getattr(*name)?, (task,)))
            }

            fn __repr__(&self) -> String {
                let rows = self.0.rows().len();
                format!(concat!("<suiji.", stringify!($table), ": {} rows>"), rows)
            }

            fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                html(slf.as_any(), "table")
            }
        }
    )+};
}

tables! {
    /// Entities that were drawn: a sequence of `DrawnEntity`, and a table of Arrow (id, stratum, ticket), so that
    /// `pl.DataFrame(it)`, `pd.DataFrame(it)` and `pa.table(it)` take it as it is.
    DrawnTable of DrawnEntity;
    /// The teams of a task: a sequence of `DrawnTeam`, and a table of Arrow (entity, members, lead, vacant).
    TeamTable of DrawnTeam;
}

impl Row for DrawnEntity {
    fn id(&self) -> &EntityId {
        self.id()
    }

    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let ticket = self.ticket().to_string();
        made(
            py,
            "DrawnEntity",
            (self.id().as_str(), self.stratum(), ticket),
        )
    }

    fn batch(rows: &[Self]) -> Result<RecordBatch, ArrowError> {
        let ids = StringArray::from_iter_values(rows.iter().map(|row| row.id().as_str()));
        let strata = StringArray::from_iter_values(rows.iter().map(Self::stratum));
        let tickets = rows.iter().map(|row| row.ticket().to_string());
        let tickets = StringArray::from_iter_values(tickets);
        RecordBatch::try_from_iter_with_nullable([
            ("id", Arc::new(ids) as Arc<dyn Array>, false),
            ("stratum", Arc::new(strata), false),
            ("ticket", Arc::new(tickets), false),
        ])
    }
}

impl Row for DrawnTeam {
    fn id(&self) -> &EntityId {
        self.entity()
    }

    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let members = PyTuple::new(py, self.members().iter().map(|member| member.as_str()))?;
        let lead = self.lead().map(|lead| lead.as_str());
        let vacant = PyTuple::new(py, self.vacant())?;
        made(
            py,
            "DrawnTeam",
            (self.entity().as_str(), members, lead, vacant),
        )
    }

    fn batch(rows: &[Self]) -> Result<RecordBatch, ArrowError> {
        let entities = StringArray::from_iter_values(rows.iter().map(|row| row.entity().as_str()));
        let leads = rows.iter().map(|row| row.lead().map(|lead| lead.as_str()));
        let leads: StringArray = leads.collect();
        let mut members = ListBuilder::new(StringBuilder::new());
        let mut vacant = ListBuilder::new(Int64Builder::new());
        for row in rows {
            members.append_value(row.members().iter().map(|member| Some(member.as_str())));
            // A team has at most 20 seats.
            let seats = row.vacant().iter().map(|&seat| i64::try_from(seat).ok());
            vacant.append_value(seats);
        }
        RecordBatch::try_from_iter_with_nullable([
            ("entity", Arc::new(entities) as Arc<dyn Array>, false),
            ("members", Arc::new(members.finish()), false),
            ("lead", Arc::new(leads), true),
            ("vacant", Arc::new(vacant.finish()), false),
        ])
    }
}
