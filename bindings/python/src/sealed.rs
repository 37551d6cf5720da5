//! Sealing, reopening, drawing.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple, PyType};
use suiji::Inputs;
use suiji::seal::Reason;

use crate::ceremony::Ceremony;
use crate::commitment::Commitment;
use crate::contributions::{Contribution, Given};
use crate::errors::parse;
use crate::plan::Plan;
use crate::receipt::Receipt;
use crate::record::Record;
use crate::run::{Settings, attempt};
use crate::tables::{History, Registry, Roster, lines_text};
use crate::text::{Text, html};
use crate::values::{all, finding, made};

/// Inputs under a commitment, from which can be drawn: by `seal`, or in a later process by `reopen`.
///
/// A pickle of it holds all its inputs, and of a blinded sheet the secret: keep it as you keep those.
#[pyclass(frozen, eq, hash, module = "suiji")]
pub(crate) struct Sealed(Arc<suiji::Sealed>);

/// Seals the inputs: all that can fail is tried here, before the seed exists [S5].
///
/// `earlier` are earlier sheets that the caller holds, against which [S3c] and [S4c] are checked.
///
/// `threads` changes the time and never the result. `progress` is called with the stage, the units done and all
/// of them (0 where that is not known); what it raises ends the work. So with all long calls.
#[pyfunction]
#[pyo3(signature = (
    plan, registry, ceremony, *, roster=None, history=None, earlier=None, threads=1, progress=None
))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn seal(
    py: Python<'_>,
    plan: &Plan,
    registry: &Registry,
    ceremony: &Ceremony,
    roster: Option<&Roster>,
    history: Option<&History>,
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
    threads: usize,
    progress: Option<Py<PyAny>>,
) -> PyResult<Sealed> {
    let lists = Lists::new(plan, registry, roster, history);
    let ceremony = (*ceremony.0).clone().with_earlier(sheets(earlier));
    let sealed = Settings::new(threads, progress).run(py, |run| {
        suiji::seal_with(&lists.inputs(run)?, &ceremony, run)
    })?;
    Ok(Sealed(Arc::new(sealed)))
}

#[pymethods]
impl Sealed {
    /// Makes the sealed value again from the commitment and the same inputs; it is refused, by name, where
    /// one is no longer what was sealed. A blinded sheet needs its secret.
    #[classmethod]
    #[pyo3(signature = (
        commitment, plan, registry, *, roster=None, history=None, secret=None, threads=1, progress=None
    ))]
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn reopen(
        cls: &Bound<'_, PyType>,
        commitment: &Commitment,
        plan: &Plan,
        registry: &Registry,
        roster: Option<&Roster>,
        history: Option<&History>,
        secret: Option<&str>,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let py = cls.py();
        let lists = Lists::new(plan, registry, roster, history);
        let secret: Option<suiji::Secret> = secret.map(|secret| parse(py, secret)).transpose()?;
        let commitment = &commitment.0;
        let sealed = Settings::new(threads, progress).run(py, |run| {
            suiji::Sealed::reopen_with(&lists.inputs(run)?, commitment, secret.as_ref(), run)
        })?;
        Ok(Self(Arc::new(sealed)))
    }

    /// The sealed sheet, whose digest is made known.
    #[getter]
    fn commitment(&self) -> Commitment {
        Commitment::of(self.0.commitment().clone())
    }

    /// What whoever seals should know before it is too late.
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let findings = Settings::default().run(py, |run| self.0.findings_with(run))?;
        all(py, &findings, |of| finding(py, of))
    }

    /// How many entities a task excludes, by reason [F2].
    fn excluded<'py>(&self, py: Python<'py>, task: &str) -> PyResult<Bound<'py, PyDict>> {
        self.require(task)?;
        let counts = PyDict::new(py);
        for reason in [Reason::AnnualCap, Reason::PerYear] {
            counts.set_item(reason.as_str(), self.0.excluded(task, reason))?;
        }
        Ok(counts)
    }

    /// The entities of a task's frame whose team cannot be filled [S5].
    fn short_teams<'py>(&self, py: Python<'py>, task: &str) -> PyResult<Bound<'py, PyTuple>> {
        self.require(task)?;
        all(py, self.0.short_teams(task), |short| {
            made(
                py,
                "ShortTeam",
                (short.entity(), PyTuple::new(py, short.seats())?),
            )
        })
    }

    /// Raises where a contribution does not match its source, whose place counts from 0.
    fn check_contribution(
        &self,
        py: Python<'_>,
        source: u64,
        contribution: &Contribution,
    ) -> PyResult<()> {
        attempt(py, || self.0.check_contribution(source, &contribution.0))
    }

    /// Draws. The same sheet and the same contributions give the same record, to the byte.
    ///
    /// Raises `InputError` where a contribution is missing or does not match its source.
    #[pyo3(signature = (contributions, *, threads=1, progress=None))]
    fn draw(
        &self,
        py: Python<'_>,
        contributions: Given<'_>,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Record> {
        let given = contributions.into_contributions().0;
        let settings = Settings::new(threads, progress);
        let record = settings.run(py, |run| self.0.draw_with(&given, run))?;
        Ok(Record::of(record))
    }

    /// What one entity needs to check its own case against the public form [G1].
    #[pyo3(signature = (record, entity, *, threads=1, progress=None))]
    fn receipt(
        &self,
        py: Python<'_>,
        record: &Record,
        entity: &str,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Receipt> {
        let entity: suiji::values::EntityId = parse(py, entity)?;
        let record = &record.0;
        let settings = Settings::new(threads, progress);
        let receipt = settings.run(py, |run| self.0.receipt_with(record, &entity, run))?;
        Ok(Receipt::of(receipt))
    }

    /// What a pickle holds, opened again.
    #[classmethod]
    fn _reopened(
        cls: &Bound<'_, PyType>,
        commitment: Text,
        inputs: [Text; 4],
        secret: Option<&str>,
    ) -> PyResult<Self> {
        let py = cls.py();
        let secret: Option<suiji::Secret> = secret.map(|secret| parse(py, secret)).transpose()?;
        let sealed = Settings::default().run(py, |run| {
            let commitment = suiji::Commitment::from_json(commitment.as_bytes())?;
            let [plan, registry, roster, history] = inputs.each_ref().map(Text::as_bytes);
            let inputs = Inputs::from_json_with(plan, registry, roster, history, run)?;
            suiji::Sealed::reopen_with(&inputs, &commitment, secret.as_ref(), run)
        })?;
        Ok(Self(Arc::new(sealed)))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Pickled)> {
        let inputs = self.0.inputs();
        let settings = Settings::default;
        let inputs = [
            inputs.plan().to_json(),
            lines_text(py, settings(), |out, run| {
                inputs.registry().write_json_lines_with(out, run)
            })?,
            lines_text(py, settings(), |out, run| {
                inputs.roster().write_json_lines_with(out, run)
            })?,
            lines_text(py, settings(), |out, run| {
                inputs.history().write_json_lines_with(out, run)
            })?,
        ];
        let commitment = self.0.commitment().to_json();
        let secret = self.0.secret().map(suiji::Secret::reveal);
        let reopened = py.get_type::<Self>().getattr("_reopened")?;
        Ok((reopened, (commitment, inputs, secret)))
    }

    fn _repr_html_<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        html(Bound::new(py, self.commitment())?.as_any(), "commitment")
    }

    fn __repr__(&self) -> String {
        format!("<suiji.Sealed: {}>", self.0.commitment().digest())
    }
}

/// Commitment; plan, registry, roster and history; secret.
type Pickled = (String, [String; 4], Option<String>);

/// The sheet holds the roots of all inputs: where it is the same, so are they.
impl PartialEq for Sealed {
    fn eq(&self, other: &Self) -> bool {
        self.0.commitment() == other.0.commitment()
    }
}

impl Hash for Sealed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.commitment().digest().hash(state);
    }
}

impl Sealed {
    /// Raises `KeyError` if the plan has no such task.
    fn require(&self, task: &str) -> PyResult<()> {
        let mut tasks = self.0.commitment().tasks().iter();
        match tasks.any(|of| of.id().as_str() == task) {
            true => Ok(()),
            false => Err(PyKeyError::new_err(task.to_owned())),
        }
    }
}

/// The four inputs, shared with Python.
struct Lists {
    plan: Arc<suiji::Plan>,
    registry: Arc<suiji::Registry>,
    roster: Arc<suiji::Roster>,
    history: Arc<suiji::History>,
}

impl Lists {
    fn new(
        plan: &Plan,
        registry: &Registry,
        roster: Option<&Roster>,
        history: Option<&History>,
    ) -> Self {
        Self {
            plan: Arc::clone(&plan.0),
            registry: Arc::clone(&registry.0),
            roster: roster
                .map(|roster| Arc::clone(&roster.0))
                .unwrap_or_default(),
            history: history
                .map(|history| Arc::clone(&history.0))
                .unwrap_or_default(),
        }
    }

    fn inputs(self, run: &suiji::Run) -> Result<Inputs, suiji::Error> {
        Inputs::new_with(self.plan, self.registry, self.roster, self.history, run)
    }
}

/// Earlier sheets as the core takes them.
pub(crate) fn sheets(earlier: Option<Vec<PyRef<'_, Commitment>>>) -> Vec<suiji::Commitment> {
    let earlier = earlier.into_iter().flatten();
    earlier.map(|sheet| (*sheet.0).clone()).collect()
}
