//! Drawn entities and teams, as values of Python and as tables of Arrow.

use std::sync::Arc;

use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::record::{DrawnEntity, DrawnTeam};
use suiji::values::EntityId;

use crate::values::made;

/// A row of a table of results.
pub(crate) trait Row: PartialEq + Sized + 'static {
    /// The id of the entity.
    fn entity_id(&self) -> &EntityId;
    /// The named tuple of Python.
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
    /// The rows as a table of Arrow, with the fields of the named tuple as columns.
    fn batch(rows: &[Self]) -> Result<RecordBatch, ArrowError>;
}

impl Row for DrawnEntity {
    fn entity_id(&self) -> &EntityId {
        self.id()
    }

    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let ticket = self.ticket().to_string();
        let fields = (self.id().as_str(), self.stratum(), ticket);
        made(py, "DrawnEntity", fields)
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
    fn entity_id(&self) -> &EntityId {
        self.entity()
    }

    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let members = PyTuple::new(py, self.members().iter().map(|member| member.as_str()))?;
        let lead = self.lead().map(|lead| lead.as_str());
        let vacant = PyTuple::new(py, self.vacant())?;
        let joins = self.joins().map(|task| task.as_str());
        let fields = (self.entity().as_str(), members, lead, vacant, joins);
        made(py, "DrawnTeam", fields)
    }

    fn batch(rows: &[Self]) -> Result<RecordBatch, ArrowError> {
        let entities = StringArray::from_iter_values(rows.iter().map(|row| row.entity().as_str()));
        let leads = rows.iter().map(|row| row.lead().map(|lead| lead.as_str()));
        let leads: StringArray = leads.collect();
        let joins = rows.iter().map(|row| row.joins().map(|task| task.as_str()));
        let joins: StringArray = joins.collect();
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
            ("joins", Arc::new(joins), true),
        ])
    }
}
