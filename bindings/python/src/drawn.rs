//! Drawn entities and teams, as Python values and as Arrow tables.

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::record::{DrawnEntity, DrawnTeam};
use suiji::values::EntityId;

use crate::values::made;

/// A row of a result table.
pub(crate) trait Row: PartialEq + Sized + 'static {
    /// The id of the entity.
    fn entity_id(&self) -> &EntityId;
    /// The named tuple of Python.
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
    /// The rows as an Arrow table, with the fields of the named tuple as columns.
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
        suiji_arrow::entities(rows)
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
        suiji_arrow::teams(rows)
    }
}
