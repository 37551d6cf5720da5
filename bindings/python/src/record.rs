//! The record.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::commitment::Commitment;
use crate::contributions::Contributions;
use crate::document::document;
use crate::drawn::{DrawnTable, TeamTable};

document! {
    /// The record of a draw (抽取记录), from which anyone can run all of it again [E1].
    ///
    /// One that is read has the right form, and is not verified until `verify` says so.
    #[derive(PartialEq)]
    Record(suiji::Record::from_json_with, to_json, |record| record.digest(), record);

    /// The record digest, in hex [E1].
    #[getter]
    fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// JCS(record), the bytes that are hashed.
    fn canonical(&self, py: Python<'_>) -> Vec<u8> {
        py.detach(|| self.0.canonical())
    }

    /// The seed S, in hex [R2].
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

    /// The draw key K of a task, in hex [D1].
    fn key(&self, task: &str) -> PyResult<String> {
        Ok(self.0.draws()[self.place(task)?].key().to_string())
    }

    /// The selected of a task, in the order of visits [D3].
    fn selected(&self, task: &str) -> PyResult<DrawnTable> {
        Ok(DrawnTable::new(&self.0, self.place(task)?, suiji::record::Draw::selected, "selected"))
    }

    /// The reserves (备选) of a task, stratum by stratum [D3].
    fn reserves(&self, task: &str) -> PyResult<DrawnTable> {
        Ok(DrawnTable::new(&self.0, self.place(task)?, suiji::record::Draw::reserves, "reserves"))
    }

    /// The teams of a task, in the order of the selected [T5]; none where it asks for no team.
    fn teams(&self, task: &str) -> PyResult<TeamTable> {
        Ok(TeamTable::new(&self.0, self.place(task)?, suiji::record::Draw::teams, "teams"))
    }

    fn __repr__(&self) -> String {
        let (digest, draws) = (self.0.digest(), self.0.draws());
        let selected: usize = draws.iter().map(|draw| draw.selected().len()).sum();
        format!("<suiji.Record {digest}: {selected} selected in {} tasks>", draws.len())
    }
}

impl Record {
    fn place(&self, task: &str) -> PyResult<usize> {
        let mut draws = self.0.draws().iter();
        draws
            .position(|draw| draw.task().as_str() == task)
            .ok_or_else(|| PyKeyError::new_err(task.to_owned()))
    }
}
