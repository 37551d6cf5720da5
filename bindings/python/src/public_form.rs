//! The public form of a record.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple, PyType};
use suiji::record::PublicDraw;

use crate::commitment::Commitment;
use crate::contributions::Contributions;
use crate::document::document;
use crate::record::Record;
use crate::run::Settings;

document! {
    /// The public form of a record: what is published, by which everybody can test his own [E2].
    #[derive(PartialEq)]
    PublicForm(suiji::PublicForm::from_json_with, to_json, |form| form.record(), public_form);

    /// The public form of a record.
    #[classmethod]
    #[pyo3(name = "of")]
    fn of_record(cls: &Bound<'_, PyType>, record: &Record) -> PyResult<Self> {
        let record = &record.0;
        let form = Settings::default().run(cls.py(), |run| suiji::PublicForm::of_with(record, run))?;
        Ok(Self::of(form))
    }

    /// The digest of the record, in hex.
    #[getter]
    fn record(&self) -> String {
        self.0.record().to_string()
    }

    /// The seed S, in hex.
    #[getter]
    fn seed(&self) -> String {
        self.0.seed().to_string()
    }

    /// The sealed sheet.
    #[getter]
    fn commitment(&self) -> Commitment {
        Commitment::of(self.0.commitment().clone())
    }

    /// What the sources gave.
    #[getter]
    fn contributions(&self) -> Contributions {
        Contributions::of(self.0.contributions().clone())
    }

    /// The ids of the tasks, in order.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.draws().iter().map(|draw| draw.task().as_str()))
    }

    /// The ids of the selected of a task, in the order of visits.
    fn selected<'py>(&self, py: Python<'py>, task: &str) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.draw(task)?.selected().iter().map(|id| id.as_str()))
    }

    /// The greatest selected ticket of each stratum of a task, in hex.
    fn last<'py>(&self, py: Python<'py>, task: &str) -> PyResult<Bound<'py, PyDict>> {
        let last = PyDict::new(py);
        for (stratum, ticket) in self.draw(task)?.last() {
            last.set_item(stratum, ticket.to_string())?;
        }
        Ok(last)
    }

    fn __repr__(&self) -> String {
        format!("<suiji.PublicForm of record {}>", self.0.record())
    }
}

impl PublicForm {
    fn draw(&self, task: &str) -> PyResult<&PublicDraw> {
        let draw = self.0.draw(task);
        draw.ok_or_else(|| PyKeyError::new_err(task.to_owned()))
    }
}
