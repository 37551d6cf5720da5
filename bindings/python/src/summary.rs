//! Information before a sealing, as named tuples of `suiji._values`: each task in numbers, and the outlook on the draw.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::seal::{Outlook, TaskSummary};

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

pub(crate) fn outlook<'py>(py: Python<'py>, of: &Outlook<'_>) -> PyResult<Bound<'py, PyAny>> {
    let in_no_task = all(py, of.in_no_task(), |of| {
        let first = PyTuple::new(py, of.first())?;
        made(py, "InNoTask", (of.reason(), of.count(), of.empty(), first))
    })?;
    let needs = all(py, of.needs(), |of| {
        let fields = (
            of.department(),
            of.seats(),
            of.inspectors(),
            of.visits_each(),
        );
        made(py, "Need", fields)
    })?;
    let visited = all(py, of.visited(), |of| {
        made(py, "Visited", (of.task().as_str(), of.frame(), of.count()))
    })?;
    made(py, "Outlook", (in_no_task, needs, visited))
}
