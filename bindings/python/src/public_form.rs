//! The public form of a record.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};
use suiji::record::{Last, PublicDraw};

use crate::commitment::Commitment;
use crate::contributions::Contributions;
use crate::document::document;
use crate::errors::optional;
use crate::objects::Record;
use crate::run::Settings;
use crate::values::{all, made};

document! {
    /// The public form (公示文本) of a record. It is published, and receipts are checked against it [E2].
    #[derive(PartialEq)]
    PublicForm(suiji::PublicForm::from_json_with, to_json, |form| form.record(), public_form);

    /// The public form of a record. A blinded commitment needs its secret to hide the cutoffs.
    #[classmethod]
    #[pyo3(name = "of", signature = (record, *, secret=None))]
    fn of_record(cls: &Bound<'_, PyType>, record: &Record, secret: Option<&str>) -> PyResult<Self> {
        let secret: Option<suiji::Secret> = optional(cls.py(), secret)?;
        let record = &record.0;
        let form = Settings::default().run(cls.py(), |run| {
            suiji::PublicForm::of_with(record, secret.as_ref(), run)
        })?;
        Ok(Self::of(form))
    }

    /// The digest of the record, in hex.
    #[getter]
    fn record(&self) -> String {
        self.0.record().to_string()
    }

    /// The seed, in hex.
    #[getter]
    fn seed(&self) -> String {
        self.0.seed().to_string()
    }

    /// The commitment of the draw.
    #[getter]
    fn commitment(&self) -> Commitment {
        Commitment::of(self.0.commitment().clone())
    }

    /// The contributions of all sources.
    #[getter]
    fn contributions(&self) -> Contributions {
        Contributions::of(self.0.contributions().clone())
    }

    /// The draw of each task, in the order of the plan.
    #[getter]
    fn draws<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.draws(), |of| draw(py, of))
    }

    /// The draw of one task. Raises `KeyError` if the plan has no such task.
    #[pyo3(name = "draw")]
    fn draw_of<'py>(&self, py: Python<'py>, task: &str) -> PyResult<Bound<'py, PyAny>> {
        let of = self.0.draw(task);
        draw(py, of.ok_or_else(|| PyKeyError::new_err(task.to_owned()))?)
    }

    fn __repr__(&self) -> String {
        format!("<suiji.PublicForm of record {}>", self.0.record())
    }
}

fn draw<'py>(py: Python<'py>, of: &PublicDraw) -> PyResult<Bound<'py, PyAny>> {
    let selected = PyTuple::new(py, of.selected().iter().map(|id| id.as_str()))?;
    let last: Vec<_> = of.last().collect();
    let last = all(py, last, |(stratum, last)| {
        let (ticket, commitment) = match last {
            Last::Ticket(ticket) => (Some(ticket.to_string()), None),
            Last::Commitment(commitment) => (None, Some(commitment.to_string())),
            _ => (None, None),
        };
        made(py, "Last", (stratum, ticket, commitment))
    })?;
    made(py, "PublicDraw", (of.task().as_str(), selected, last))
}
