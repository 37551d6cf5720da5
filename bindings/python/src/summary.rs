//! How many rows of the registry each task includes and leaves out, as named tuples of `suiji._values`.

use pyo3::prelude::*;
use suiji::seal::TaskSummary;

use crate::commitment::{reasons, strata};
use crate::values::{all, made};

pub(crate) fn summary<'py>(py: Python<'py>, of: &TaskSummary<'_>) -> PyResult<Bound<'py, PyAny>> {
    let left_out = all(py, of.left_out(), |of| {
        made(py, "LeftOut", (of.condition(), of.count(), of.empty()))
    })?;
    let unrated = of.unrated();
    let fields = (
        of.task().as_str(),
        of.registry(),
        left_out,
        of.in_scope(),
        reasons(py, of.excluded())?,
        of.frame(),
        unrated.map(|(count, class)| (count, class.as_str())),
        strata(py, of.strata())?,
        of.take(),
        of.reserves(),
    );
    made(py, "TaskSummary", fields)
}
