//! The progress of the inspections, as Python values.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::results::{Counts, Course, Inspection, InspectionStatus, OutcomeGroup};

use crate::values::{all, made};

pub(crate) fn status<'py>(
    py: Python<'py>,
    of: &InspectionStatus<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    let tasks = all(py, of.tasks(), |task| {
        let strata = all(py, task.strata(), |(stratum, total)| {
            Ok((*stratum, counts(py, total)?).into_pyobject(py)?.into_any())
        })?;
        let courses = all(py, task.courses(), |of| course(py, of))?;
        let fields = (task.task(), counts(py, task.total())?, strata, courses);
        made(py, "TaskStatus", fields)
    })?;
    let inspectors = all(py, of.inspectors(), |of| {
        let fields = (of.inspector().as_str(), counts(py, of.total())?);
        made(py, "InspectorStatus", fields)
    })?;
    let fields = (tasks, inspectors, counts(py, &of.total())?, of.to_json());
    made(py, "InspectionStatus", fields)
}

fn counts<'py>(py: Python<'py>, of: &Counts) -> PyResult<Bound<'py, PyAny>> {
    let groups = OutcomeGroup::ALL.map(|group| (group.as_str(), of.of(group)));
    let fields = (
        of.drawn(),
        of.replaced(),
        of.open(),
        of.with_result(),
        of.inspected(),
        of.published(),
        PyTuple::new(py, groups)?,
    );
    made(py, "Counts", fields)
}

fn course<'py>(py: Python<'py>, of: &Course<'_>) -> PyResult<Bound<'py, PyAny>> {
    let seats = of.seats().iter();
    let seats = seats.map(|seat| seat.as_ref().map(|inspector| inspector.as_str()));
    let visited = of.inspection().map(|visited| inspection(py, visited));
    let fields = (
        of.entity().as_str(),
        of.stratum(),
        PyTuple::new(py, seats)?,
        of.joins().map(|task| task.as_str()),
        of.is_reserve(),
        of.is_replaced(),
        visited.transpose()?,
        of.group().map(|group| group.as_str()),
        of.is_open(),
    );
    made(py, "Course", fields)
}

pub(crate) fn inspection<'py>(py: Python<'py>, of: &Inspection) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        of.task().as_str(),
        of.entity().as_str(),
        of.date().to_string(),
        PyTuple::new(py, of.inspectors().map(|inspector| inspector.as_str()))?,
        PyTuple::new(py, of.outcomes())?,
        PyTuple::new(py, of.measures())?,
        of.note(),
        of.published().map(|day| day.to_string()),
    );
    made(py, "Inspection", fields)
}
