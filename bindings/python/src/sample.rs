//! The frame of a task and the result of every entity: a sequence of `SampleRow` and an Arrow table.

use core::hash::{Hash, Hasher};

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, RecordBatch};
use arrow_schema::ArrowError;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyRange, PyTuple};
use suiji::Run;
use suiji::values::Fraction;

use crate::capsules::{refused, schema, stream};
use crate::json::html;
use crate::run::Settings;
use crate::values::{fraction, item, made};

/// Entities of a task: a sequence of `SampleRow` and a table of Arrow, made by `Sealed.frame` before the draw (id,
/// task, stratum, class, state, reason, take, frame_size, probability) and by `Record.sample` after it (also ticket,
/// rank, team).
///
/// `pl.DataFrame(table)`, `pd.DataFrame(table)` and `pa.table(table)` can read it directly. A row of the frame takes
/// about 100 bytes, a row of a sample about 200.
#[pyclass(frozen, eq, hash, module = "suiji")]
pub(crate) struct SampleTable {
    /// At least one.
    batches: Vec<RecordBatch>,
    /// The method that makes it again, and its arguments.
    again: (Py<PyAny>, Py<PyTuple>),
}

impl SampleTable {
    /// The frame of a task, or `KeyError` if the plan has no such task.
    pub(crate) fn frame<'py>(
        sealed: &suiji::Sealed,
        task: &str,
        again: (Bound<'py, PyAny>, Bound<'py, PyTuple>),
    ) -> PyResult<Self> {
        let py = again.1.py();
        let made =
            Settings::default().run(py, |_| Ok(sealed.frame(task).map(suiji_arrow::frame)))?;
        let made = made.ok_or_else(|| PyKeyError::new_err(task.to_owned()))?;
        Self::new(made, again)
    }

    /// One task of a record, or all tasks. With the sealed inputs, it has every entity of the registry. `KeyError`
    /// if the record has no such task.
    pub(crate) fn sample<'py>(
        record: &suiji::Record,
        sealed: Option<&suiji::Sealed>,
        task: Option<&str>,
        settings: Settings,
        again: (Bound<'py, PyAny>, Bound<'py, PyTuple>),
    ) -> PyResult<Self> {
        let py = again.1.py();
        let ids = record.draws().iter().map(|draw| draw.task().as_str());
        let tasks: Vec<&str> = ids.filter(|id| task.is_none_or(|of| of == *id)).collect();
        if let (Some(task), []) = (task, &*tasks) {
            return Err(PyKeyError::new_err(task.to_owned()));
        }
        let made = settings.run(py, |run| {
            let of_tasks = tasks.iter().map(|task| sample(record, sealed, task, run));
            of_tasks.collect::<Result<Result<Vec<_>, _>, _>>()
        })?;
        Self::new(made.map(|of_tasks| of_tasks.concat()), again)
    }

    fn new(
        made: Result<Vec<RecordBatch>, ArrowError>,
        again: (Bound<'_, PyAny>, Bound<'_, PyTuple>),
    ) -> PyResult<Self> {
        Ok(Self {
            batches: made.map_err(refused)?,
            again: (again.0.unbind(), again.1.unbind()),
        })
    }

    fn size(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

/// The rows of one task.
fn sample(
    record: &suiji::Record,
    sealed: Option<&suiji::Sealed>,
    task: &str,
    run: &Run,
) -> Result<Result<Vec<RecordBatch>, ArrowError>, suiji::Error> {
    let Some(sealed) = sealed else {
        return Ok(suiji_arrow::sample(
            record.sample(task).into_iter().flatten(),
        ));
    };
    let sample = sealed.sample_with(record, task, run)?;
    let rows = sample.iter().flat_map(suiji::sample::Sample::rows);
    Ok(suiji_arrow::sample(rows))
}

#[pymethods]
impl SampleTable {
    fn __len__(&self) -> usize {
        self.size()
    }

    fn __getitem__<'py>(&self, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = index.py();
        item(index, self.size(), |mut at| {
            for batch in &self.batches {
                if at < batch.num_rows() {
                    return row(py, batch, at);
                }
                at -= batch.num_rows();
            }
            Ok(py.None().into_bound(py))
        })
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let places = PyRange::new(slf.py(), 0, slf.len()?.try_into()?)?;
        let map = slf.py().import("builtins")?.getattr("map")?;
        map.call1((slf.getattr("__getitem__")?, places))
    }

    /// The schema of the table, as an Arrow capsule.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema(py, &self.batches[0].schema())
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
        stream(py, self.batches.clone())
    }

    /// The pickle of a table contains the sealed inputs or the record from which it was made.
    fn __reduce__(&self, py: Python<'_>) -> (Py<PyAny>, Py<PyTuple>) {
        (self.again.0.clone_ref(py), self.again.1.clone_ref(py))
    }

    fn __repr__(&self) -> String {
        format!("<suiji.SampleTable: {} rows>", self.size())
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "table")
    }
}

impl PartialEq for SampleTable {
    fn eq(&self, other: &Self) -> bool {
        self.batches == other.batches
    }
}

impl Hash for SampleTable {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.size().hash(state);
    }
}

/// A row as the named tuple of Python.
fn row<'py>(py: Python<'py>, batch: &RecordBatch, at: usize) -> PyResult<Bound<'py, PyAny>> {
    let column = |name: &str| batch.column_by_name(name).filter(|of| of.is_valid(at));
    let text = |name: &str| column(name).map(|of| of.as_string::<i32>().value(at));
    let number = |name: &str| {
        let number = column(name).map(|of| of.as_primitive::<Int64Type>().value(at));
        number.and_then(|of| u64::try_from(of).ok())
    };
    let (take, size) = (number("take"), number("frame_size"));
    let probability = match take.zip(size) {
        Some((take, size)) => Some(fraction(py, Fraction::new(take, size))?),
        None => None,
    };
    let team = column("team").map(|of| of.as_list::<i32>().value(at));
    let team = team.map(|team| PyTuple::new(py, team.as_string::<i32>().iter()));
    let before = (
        text("id"),
        text("task"),
        text("stratum"),
        text("class"),
        text("state"),
        text("reason"),
        take,
        size,
        probability,
        text("ticket"),
        number("rank"),
        team.transpose()?,
    );
    made(py, "SampleRow", before)
}
