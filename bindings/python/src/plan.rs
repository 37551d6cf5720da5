//! The plan.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::document::document;
use crate::errors::parse;
use crate::text::{dumps, loads};

document! {
    /// A plan (年度抽查工作计划) [I1, I2], from a mapping with the fields of the JSON document.
    ///
    /// Raises `InputError` with every fault of it.
    ///
    ///     >>> task = {"id": "J1", "name": "样例抽查", "quota": {"exactly": "40%"}}
    ///     >>> Plan({"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [task]})
    ///     <suiji.Plan 样例计划 (2024): 1 tasks>
    #[derive(PartialEq)]
    Plan(|bytes, _| suiji::Plan::from_json(bytes), to_json, |plan| plan.to_json(), plan);

    #[new]
    fn new(document: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::from_bytes(document.py(), dumps(document)?.as_bytes())
    }

    /// The plan as a mapping.
    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.0.to_json())
    }

    /// The title.
    #[getter]
    fn title(&self) -> &str {
        self.0.title()
    }

    /// The authority (机关) whose plan it is.
    #[getter]
    fn authority(&self) -> &str {
        self.0.authority()
    }

    /// The year.
    #[getter]
    fn year(&self) -> u64 {
        self.0.year()
    }

    /// The ids of the tasks, in order.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.tasks().iter().map(|task| task.id().as_str()))
    }

    /// JCS(plan), the bytes that are hashed.
    fn canonical(&self) -> Vec<u8> {
        self.0.canonical()
    }

    /// The digest of the plan under `sha256` or `sm3`, in hex.
    fn digest(&self, py: Python<'_>, hash: &str) -> PyResult<String> {
        Ok(self.0.digest(parse(py, hash)?).to_string())
    }

    fn __repr__(&self) -> String {
        let (title, year, tasks) = (self.0.title(), self.0.year(), self.0.tasks().len());
        format!("<suiji.Plan {title} ({year}): {tasks} tasks>")
    }
}
