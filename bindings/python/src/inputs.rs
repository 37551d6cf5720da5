//! Plan, registry, roster and history together.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::values::Time;
use suiji::{Error, Run};

use crate::errors::optional;
use crate::plan::Plan;
use crate::run::Settings;
use crate::tables::{History, Registry, Roster};
use crate::values::{all, finding, made};

/// Possible mistakes in the inputs, for `suiji.Inputs.findings`.
#[pyfunction]
#[pyo3(signature = (plan, registry, roster, history, sealed_at=None, progress=None))]
pub(crate) fn findings<'py>(
    py: Python<'py>,
    plan: &Plan,
    registry: &Registry,
    roster: &Roster,
    history: &History,
    sealed_at: Option<&str>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Bound<'py, PyTuple>> {
    let inputs = Inputs::new(plan, registry, Some(roster), Some(history));
    let sealed_at: Option<Time> = optional(py, sealed_at)?;
    let findings = Settings::new(1, progress).run(py, |run| {
        inputs.checked(run)?.findings_with(sealed_at.as_ref(), run)
    })?;
    all(py, &findings, |of| finding(py, of))
}

/// The four inputs, shared with Python.
pub(crate) struct Inputs {
    plan: Arc<suiji::Plan>,
    registry: Arc<suiji::Registry>,
    roster: Arc<suiji::Roster>,
    history: Arc<suiji::History>,
}

impl Inputs {
    /// A roster or history that is not provided is empty.
    pub(crate) fn new(
        plan: &Plan,
        registry: &Registry,
        roster: Option<&Roster>,
        history: Option<&History>,
    ) -> Self {
        let roster = roster.map(|roster| Arc::clone(&roster.0));
        let history = history.map(|history| Arc::clone(&history.0));
        Self {
            plan: Arc::clone(&plan.0),
            registry: Arc::clone(&registry.0),
            roster: roster.unwrap_or_default(),
            history: history.unwrap_or_default(),
        }
    }

    /// Reads the plan and the three tables of JSON Lines.
    pub(crate) fn from_json(documents: [&[u8]; 4], run: &Run) -> Result<Self, Error> {
        let [plan, registry, roster, history] = documents;
        Ok(Self {
            plan: Arc::new(suiji::Plan::from_json(plan)?),
            registry: Arc::new(suiji::Registry::from_json_lines_with(registry, run)?),
            roster: Arc::new(suiji::Roster::from_json_lines_with(roster, run)?),
            history: Arc::new(suiji::History::from_json_lines_with(history, run)?),
        })
    }

    /// The inputs in the form of the core.
    pub(crate) fn checked(&self, run: &Run) -> Result<suiji::Inputs, Error> {
        suiji::Inputs::new_with(
            Arc::clone(&self.plan),
            Arc::clone(&self.registry),
            Arc::clone(&self.roster),
            Arc::clone(&self.history),
            run,
        )
    }

    /// The same as `suiji.Inputs`.
    pub(crate) fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let fields = (
            Plan(Arc::clone(&self.plan)),
            Registry::shared(&self.registry),
            Roster::shared(&self.roster),
            History::shared(&self.history),
        );
        made(py, "Inputs", fields)
    }

    /// The four documents, as [`Self::from_json`] reads them.
    pub(crate) fn to_json(&self, py: Python<'_>) -> PyResult<[String; 4]> {
        Ok([
            self.plan.to_json(),
            Registry::shared(&self.registry).to_json_lines(py, None)?,
            Roster::shared(&self.roster).to_json_lines(py, None)?,
            History::shared(&self.history).to_json_lines(py, None)?,
        ])
    }
}
