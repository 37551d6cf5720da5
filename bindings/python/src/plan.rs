//! The plan.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyList, PyTuple};
use suiji::Lang;

use crate::document::document;
use crate::errors::parse;
use crate::json::{dumps, loads};
use crate::values::{all, made};

document! {
    /// A plan (年度抽查工作计划) from a mapping with the fields of the JSON document [I1, I2].
    ///
    /// Raises `InputError` with all faults of the plan.
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

    /// The document number (文号).
    #[getter]
    fn document_number(&self) -> Option<&str> {
        self.0.document_number()
    }

    /// The first and the last day on which the plan is carried out.
    #[getter]
    fn window<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.document(py)?.cast::<PyDict>()?.get_item("window")
    }

    /// The documents that the plan is based on.
    #[getter]
    fn basis<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.basis())
    }

    /// The risk classes (信用风险分类), the highest risk first.
    #[getter]
    fn classes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.classes(), |class| {
            let document = [("id", class.id().as_str()), ("name", class.name())];
            Ok(document.into_py_dict(py)?.into_any())
        })
    }

    /// The limits on visits to an entity for any task, as mappings [F2].
    #[getter]
    fn limits<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        match self.document(py)?.cast::<PyDict>()?.get_item("limits")? {
            Some(limits) => PyTuple::new(py, limits.cast::<PyList>()?),
            None => Ok(PyTuple::empty(py)),
        }
    }

    /// The load from which on an inspector gets no further seat [T3].
    #[getter]
    fn max_load(&self) -> Option<u64> {
        self.0.max_load()
    }

    /// Other fields that the office keeps.
    #[getter]
    fn extra<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.0.extra().into_py_dict(py)
    }

    /// The tasks as mappings, in order.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let tasks = self.document(py)?.get_item("tasks")?;
        PyTuple::new(py, tasks.cast::<PyList>()?)
    }

    /// One task as a mapping. Raises `KeyError` if the plan has no such task.
    fn task<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Bound<'py, PyAny>> {
        let mut tasks = self.0.tasks().iter();
        let at = tasks.position(|task| task.id().as_str() == id);
        let at = at.ok_or_else(|| PyKeyError::new_err(id.to_owned()))?;
        self.tasks(py)?.get_item(at)
    }

    /// The differences of a later plan, in words. Those of the plan as a whole come first.
    ///
    /// Rules require a notice that names the changes when a plan is revised.
    ///
    ///     >>> task = {"id": "J1", "name": "样例抽查", "quota": {"exactly": "40%"}}
    ///     >>> plan = {"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [task]}
    ///     >>> later = {**plan, "tasks": [{**task, "quota": {"exactly": "50%"}}]}
    ///     >>> [(change.kind, change.task, change.field) for change in Plan(plan).changes(Plan(later))]
    ///     [('changed', 'J1', 'quota')]
    fn changes<'py>(&self, py: Python<'py>, later: &Self) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.changes(&later.0), |of| {
            let words = (of.message(Lang::En), of.message(Lang::Zh));
            let fields = (of.kind().as_str(), of.task(), of.field(), words.0, words.1);
            made(py, "PlanChange", fields)
        })
    }

    /// The plan as canonical JSON: the bytes that are hashed.
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
