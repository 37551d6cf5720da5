//! The log of an import.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyRange, PyTuple, PyType};
use suiji::Lang;
use suiji_import::{Entry, Import, Log, PlanImport, Rule, page, plan_page};

use crate::capsules::{refused, schema, stream};
use crate::json::{html, loads};
use crate::texts;
use crate::values::{item, made};

/// The log of an import: every change of a value, a row or a column, as a sequence of `ImportChange` and a table of
/// Arrow.
///
/// `pd.DataFrame(log)`, `pl.DataFrame(log)` and `pa.table(log)` can read it directly.
#[pyclass(frozen, eq, hash, module = "suiji")]
#[derive(Clone)]
pub(crate) struct ImportLog(Arc<Kept>);

/// The rest of an import after its tables are taken.
struct Kept {
    log: Log,
    /// Totals and questions, in the form that the import writes.
    json: String,
    /// The page in Chinese and in English.
    pages: [String; 2],
}

impl ImportLog {
    pub(super) fn of_lists(import: &Import) -> Self {
        let pages = [Lang::Zh, Lang::En].map(|lang| page(import, lang));
        Self::kept(import.log().clone(), import.to_json(), pages)
    }

    pub(super) fn of_plan(import: &PlanImport) -> Self {
        let pages = [Lang::Zh, Lang::En].map(|lang| plan_page(import, lang));
        Self::kept(import.log().clone(), import.to_json(), pages)
    }

    fn kept(log: Log, json: String, pages: [String; 2]) -> Self {
        Self(Arc::new(Kept { log, json, pages }))
    }

    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        Ok(loads(py, &self.0.json)?.cast_into()?)
    }

    /// A list of the document, as named tuples of `suiji._imports`.
    fn list<'py>(&self, py: Python<'py>, key: &str, make: &str) -> PyResult<Bound<'py, PyTuple>> {
        let make = py.import("suiji._imports")?.getattr(make)?;
        match self.document(py)?.get_item(key)? {
            Some(all) => {
                let made: Vec<_> = all
                    .try_iter()?
                    .map(|of| make.call1((of?,)))
                    .collect::<PyResult<_>>()?;
                PyTuple::new(py, made)
            }
            None => Ok(PyTuple::empty(py)),
        }
    }
}

#[pymethods]
impl ImportLog {
    /// The totals of each list: rows read and taken, rows left out and cells changed by rule; empty for a plan.
    #[getter]
    fn summaries<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, "lists", "summary")
    }

    /// The open questions: the first 1,000.
    #[getter]
    fn questions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, "questions", "question")
    }

    /// The number of further questions.
    #[getter]
    fn more_questions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.document(py)?.as_any().get_item("more_questions")
    }

    /// Every text of a plan that was used, with its value, and every answer that was used; empty for
    /// lists.
    #[getter]
    fn understood<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, "understood", "understood")
    }

    /// The log as a CSV file for a spreadsheet: with a byte order mark, and a `'` before values that would be read
    /// as formulas.
    fn to_csv<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let csv = py.detach(|| {
            let mut csv = Vec::new();
            self.0.log.write_csv(&mut csv).map(|()| csv)
        })?;
        Ok(PyBytes::new(py, &csv))
    }

    /// The log as a page for printing and signing, in Chinese (`zh`) or English (`en`): HTML without other files.
    #[pyo3(signature = (lang="zh"))]
    fn to_html(&self, lang: &str) -> PyResult<&str> {
        match lang {
            "zh" => Ok(&self.0.pages[0]),
            "en" => Ok(&self.0.pages[1]),
            other => Err(PyValueError::new_err(
                texts::not_a_language(other).in_both(),
            )),
        }
    }

    /// Totals and questions as a JSON document.
    fn to_json(&self) -> &str {
        &self.0.json
    }

    fn __len__(&self) -> usize {
        self.0.log.len()
    }

    fn __getitem__<'py>(&self, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = index.py();
        item(index, self.0.log.len(), |at| match self.0.log.get(at) {
            Some(entry) => change(py, &entry),
            None => Ok(py.None().into_bound(py)),
        })
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let places = PyRange::new(slf.py(), 0, slf.len()?.try_into()?)?;
        let map = slf.py().import("builtins")?.getattr("map")?;
        map.call1((slf.getattr("__getitem__")?, places))
    }

    /// The schema of the table, as an Arrow capsule.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let empty = suiji_arrow::changes([]).map_err(refused)?;
        schema(py, &empty.schema())
    }

    /// The table, as an Arrow capsule.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A producer may ignore it, so the reader converts the columns.
        drop(requested_schema);
        let batch = py.detach(|| suiji_arrow::changes(self.0.log.entries()));
        stream(py, vec![batch.map_err(refused)?])
    }

    /// A log that was pickled.
    #[classmethod]
    fn _of(
        cls: &Bound<'_, PyType>,
        lines: &[u8],
        json: String,
        pages: [String; 2],
    ) -> PyResult<Self> {
        let log = cls.py().detach(|| Log::from_json_lines(lines));
        let log = log.ok_or_else(|| PyValueError::new_err(texts::not_a_log().in_both()))?;
        Ok(Self::kept(log, json, pages))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let mut lines = Vec::new();
        self.0.log.write_json_lines(&mut lines)?;
        let parts = (PyBytes::new(py, &lines), &self.0.json, &self.0.pages);
        (py.get_type::<Self>().getattr("_of")?, parts).into_pyobject(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let changes = self.0.log.len();
        let (summaries, questions) = (self.summaries(py)?, self.questions(py)?.len());
        let mut repr = String::from("<suiji.ImportLog:");
        for summary in &summaries {
            let of = |name: &str| summary.getattr(name);
            let (list, read, taken) = (of("list")?, of("read")?, of("taken")?);
            repr.push_str(&format!(" {list}: {read} rows read, {taken} taken;"));
        }
        Ok(format!(
            "{repr} {changes} changes, {questions} open questions>"
        ))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "import_log")
    }
}

impl PartialEq for ImportLog {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (&*self.0, &*other.0);
        own.json == other.json && own.pages == other.pages && own.log == other.log
    }
}

impl Hash for ImportLog {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.json.hash(state);
        self.0.log.len().hash(state);
    }
}

fn change<'py>(py: Python<'py>, of: &Entry<'_>) -> PyResult<Bound<'py, PyAny>> {
    let rules: Vec<&str> = of.rules.iter().map(Rule::as_str).collect();
    let fields = (
        of.file,
        of.sheet,
        of.row,
        of.rows,
        of.column,
        of.before,
        of.after,
        PyTuple::new(py, rules)?,
    );
    made(py, "ImportChange", fields)
}
