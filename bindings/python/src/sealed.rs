//! Sealing, reopening, drawing.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple, PyType};

use crate::amendments::requests;
use crate::ceremony::Ceremony;
use crate::commitment::Commitment;
use crate::contributions::{Contribution, Given};
use crate::errors::{optional, parse};
use crate::inputs::Inputs;
use crate::json::{Document, html};
use crate::objects::{Amendments, Record, Sealed};
use crate::plan::Plan;
use crate::receipt::Receipt;
use crate::run::{Settings, attempt};
use crate::sample::SampleTable;
use crate::summary::{outlook, summary};
use crate::tables::{History, Registry, Roster};
use crate::values::{all, finding, made};

/// Seals the inputs. Everything that can fail is checked here, before the seed exists [S5].
///
/// `earlier` are earlier commitments of the authority, for the checks of [S3c] and [S4c].
///
/// `threads` changes only the time, never the result. `progress` is called with the stage, the units done and the
/// units in total (0 if not known). An exception in it stops the work. All long calls take these two keywords.
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
    let inputs = Inputs::new(plan, registry, roster, history);
    let ceremony = (*ceremony.0)
        .clone()
        .with_earlier(earlier_commitments(earlier));
    let core = Settings::new(threads, progress).run(py, |run| {
        suiji::seal_with(&inputs.checked(run)?, &ceremony, run)
    })?;
    Ok(Sealed::of(core, inputs))
}

#[pymethods]
impl Sealed {
    /// Reopens a commitment with the sealed inputs. A blinded commitment needs its secret.
    ///
    /// Raises `InputError` if an input is not the sealed one, and names it.
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
        let inputs = Inputs::new(plan, registry, roster, history);
        let secret: Option<suiji::Secret> = optional(py, secret)?;
        let commitment = &commitment.0;
        let core = Settings::new(threads, progress).run(py, |run| {
            suiji::Sealed::reopen_with(&inputs.checked(run)?, commitment, secret.as_ref(), run)
        })?;
        Ok(Self::of(core, inputs))
    }

    /// The commitment. Make its digest known before the draw.
    #[getter]
    fn commitment(&self) -> Commitment {
        Commitment::of(self.core.commitment().clone())
    }

    /// The sealed inputs.
    #[getter]
    fn inputs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.inputs.value(py)
    }

    /// The secret of a blinded commitment, in hex.
    #[getter]
    fn secret(&self) -> Option<String> {
        self.core.secret().map(suiji::Secret::reveal)
    }

    /// Findings to read before the commitment is published, the most serious first.
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let findings = Settings::default().run(py, |run| self.core.findings_with(run))?;
        all(py, &findings, |of| finding(py, of))
    }

    /// For each task, the number of registry rows in its frame, and the numbers left out for each reason [F1, F2,
    /// F3, F4].
    fn summaries<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let summaries = Settings::default().run(py, |run| self.core.summaries_with(run))?;
        all(py, &summaries, |of| summary(py, of))
    }

    /// What to expect of the draw: entities in no task, needs of departments, visits of the year before.
    fn outlook<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let of = Settings::default().run(py, |run| self.core.outlook_with(run))?;
        outlook(py, &of)
    }

    /// The number of entities that a task excludes for each reason, in the order of [F2]: `exempt`, then the ids of
    /// limits.
    fn excluded<'py>(&self, py: Python<'py>, task: &str) -> PyResult<Bound<'py, PyDict>> {
        self.require(task)?;
        let counts = PyDict::new(py);
        for (reason, size) in self.core.excluded(task) {
            counts.set_item(reason, size)?;
        }
        Ok(counts)
    }

    /// The entities in a task's frame that cannot get a full team [S5].
    fn short_teams<'py>(&self, py: Python<'py>, task: &str) -> PyResult<Bound<'py, PyTuple>> {
        self.require(task)?;
        all(py, self.core.short_teams(task), |short| {
            let seats = PyTuple::new(py, short.seats())?;
            made(py, "ShortTeam", (short.entity(), seats))
        })
    }

    /// The rows of the registry before the draw, with their state in a task, as rows and as an Arrow table: in the
    /// frame or the reason why not [F1, F2], stratum [F3], inclusion probability [F4].
    ///
    /// Raises `KeyError` if the plan has no such task.
    fn frame(slf: &Bound<'_, Self>, task: &str) -> PyResult<SampleTable> {
        let again = (slf.getattr("frame")?, (task,).into_pyobject(slf.py())?);
        SampleTable::frame(&slf.get().core, task, again)
    }

    /// Raises `InputError` if a contribution does not match its source; `source` counts from 0.
    fn check_contribution(
        &self,
        py: Python<'_>,
        source: u64,
        contribution: &Contribution,
    ) -> PyResult<()> {
        attempt(py, || self.core.check_contribution(source, &contribution.0))
    }

    /// Raises `InputError` if a contribution is missing or does not match its source.
    fn check_contributions(&self, py: Python<'_>, contributions: Given<'_>) -> PyResult<()> {
        let given = contributions.to(self.core.commitment());
        attempt(py, || self.core.check_contributions(&given))
    }

    /// Draws. The same contributions always give the same record, to the byte.
    ///
    /// Raises `InputError` if a contribution is missing or does not match its source.
    #[pyo3(signature = (contributions, *, threads=1, progress=None))]
    fn draw(
        &self,
        py: Python<'_>,
        contributions: Given<'_>,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Record> {
        let given = contributions.to(self.core.commitment());
        let settings = Settings::new(threads, progress);
        let record = settings.run(py, |run| self.core.draw_with(&given, run))?;
        Ok(Record::of(record))
    }

    /// Compares other inputs with the sealed ones. All rows that differ are counted.
    ///
    /// Raises `InputError` if any input differs.
    #[pyo3(signature = (plan, registry, *, roster=None, history=None, threads=1, progress=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn check_inputs(
        &self,
        py: Python<'_>,
        plan: &Plan,
        registry: &Registry,
        roster: Option<&Roster>,
        history: Option<&History>,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<()> {
        let inputs = Inputs::new(plan, registry, roster, history);
        Settings::new(threads, progress).run(py, |run| {
            self.core.check_inputs_with(&inputs.checked(run)?, run)
        })
    }

    /// The receipt for one entity, with which it can check the draw against the public form [G1].
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
        let receipt = settings.run(py, |run| self.core.receipt_with(record, &entity, run))?;
        Ok(Receipt::of(receipt))
    }

    /// The receipts of these entities, in this order. Without `entities`, those of all entities of the registry.
    ///
    /// Common parts are computed only once, so this is much faster than many calls of `receipt`.
    #[pyo3(signature = (record, entities=None, *, threads=1, progress=None))]
    fn receipts(
        &self,
        py: Python<'_>,
        record: &Record,
        entities: Option<Vec<String>>,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Vec<Receipt>> {
        let parsed = |entity: &String| parse::<suiji::values::EntityId>(py, entity);
        let entities = entities.map(|all| all.iter().map(parsed).collect::<PyResult<Vec<_>>>());
        let (entities, record) = (entities.transpose()?, &record.0);
        let settings = Settings::new(threads, progress);
        let made = settings.run(py, |run| {
            let receipts = self.core.receipts_with(record, run)?;
            Ok(match &entities {
                Some(entities) => receipts.each(entities)?.collect::<Vec<_>>(),
                None => receipts.all().collect(),
            })
        })?;
        Ok(made.into_iter().map(Receipt::of).collect())
    }

    /// Makes amendments to a record from events after the draw [M1]. The seed decides who steps in.
    /// `requests` are mappings, as in a `requests.json`; `earlier` are the existing amendments.
    ///
    /// Raises `InputError` if a request does not fit. Then nothing is amended.
    #[pyo3(signature = (record, requests, *, earlier=None, threads=1, progress=None))]
    fn amend(
        &self,
        py: Python<'_>,
        record: &Record,
        requests: &Bound<'_, PyAny>,
        earlier: Option<&Amendments>,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Amendments> {
        let requests = self::requests(requests)?;
        let (record, earlier) = (&record.0, earlier.map(|earlier| &*earlier.0));
        let settings = Settings::new(threads, progress);
        let amendments = settings.run(py, |run| {
            let requests = suiji::Request::from_json(requests.as_bytes())?;
            self.core.amend_with(record, earlier, &requests, run)
        })?;
        Ok(Amendments::of(amendments))
    }

    /// The sealed inputs of a pickle.
    #[classmethod]
    fn _reopened(
        cls: &Bound<'_, PyType>,
        commitment: Document,
        inputs: [Document; 4],
        secret: Option<&str>,
    ) -> PyResult<Self> {
        let py = cls.py();
        let secret: Option<suiji::Secret> = optional(py, secret)?;
        let (core, inputs) = Settings::default().run(py, |run| {
            let commitment = suiji::Commitment::from_json(commitment.as_bytes())?;
            let inputs = Inputs::from_json(inputs.each_ref().map(Document::as_bytes), run)?;
            let checked = inputs.checked(run)?;
            let core = suiji::Sealed::reopen_with(&checked, &commitment, secret.as_ref(), run)?;
            Ok((core, inputs))
        })?;
        Ok(Self::of(core, inputs))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Pickled)> {
        let reopened = py.get_type::<Self>().getattr("_reopened")?;
        let commitment = self.core.commitment().to_json();
        Ok((
            reopened,
            (commitment, self.inputs.to_json(py)?, self.secret()),
        ))
    }

    fn _repr_html_<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        html(Bound::new(py, self.commitment())?.as_any(), "commitment")
    }

    fn __repr__(&self) -> String {
        format!("<suiji.Sealed: {}>", self.core.commitment().digest())
    }
}

/// Commitment; plan, registry, roster and history; secret.
type Pickled = (String, [String; 4], Option<String>);

/// The commitment has the roots of all inputs. If it is the same, the inputs are the same.
impl PartialEq for Sealed {
    fn eq(&self, other: &Self) -> bool {
        self.core.commitment() == other.core.commitment()
    }
}

impl Hash for Sealed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.core.commitment().digest().hash(state);
    }
}

impl Sealed {
    fn of(core: suiji::Sealed, inputs: Inputs) -> Self {
        let core = Arc::new(core);
        Self { core, inputs }
    }

    pub(crate) fn core(&self) -> &suiji::Sealed {
        &self.core
    }

    /// Raises `KeyError` if the plan has no such task.
    fn require(&self, task: &str) -> PyResult<()> {
        let mut tasks = self.core.commitment().tasks().iter();
        match tasks.any(|of| of.id().as_str() == task) {
            true => Ok(()),
            false => Err(PyKeyError::new_err(task.to_owned())),
        }
    }
}

/// Earlier commitments in the form of the core.
pub(crate) fn earlier_commitments(
    earlier: Option<Vec<PyRef<'_, Commitment>>>,
) -> Vec<suiji::Commitment> {
    let earlier = earlier.into_iter().flatten();
    earlier.map(|commitment| (*commitment.0).clone()).collect()
}
