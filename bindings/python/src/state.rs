//! The state after a record and its amendments: the holders of the seats, and inspectors who are away.

use core::hash::{Hash, Hasher};
use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyTuple};
use suiji::amend::{AmendedTeam, State};

use crate::errors::exception;
use crate::json::html;
use crate::values::made;

/// The state after a record and its amendments [M1], made by `Record.state` or `Amendments.state`.
#[pyclass(frozen, eq, hash, module = "suiji")]
pub(crate) struct AmendedState {
    record: Arc<suiji::Record>,
    amendments: Option<Arc<suiji::Amendments>>,
    /// The method that makes it again, and its arguments.
    again: (Py<PyAny>, Py<PyTuple>),
    /// The inspectors who are away [M3], by id.
    #[pyo3(get)]
    away: Py<PyTuple>,
    /// The teams by task, and the index of each entity among them.
    tasks: BTreeMap<String, (Py<PyTuple>, BTreeMap<String, usize>)>,
    /// The seats by inspector, each with task, entity and number.
    held: BTreeMap<String, Vec<(String, String, u64)>>,
}

impl AmendedState {
    /// `again` is the method that makes it again, and its arguments.
    pub(crate) fn new<'py>(
        record: &Arc<suiji::Record>,
        amendments: Option<&Arc<suiji::Amendments>>,
        again: (Bound<'py, PyAny>, Bound<'py, PyTuple>),
    ) -> PyResult<Self> {
        let py = again.1.py();
        let state = py.detach(|| match amendments {
            Some(amendments) => amendments.state(record),
            None => record.state(),
        });
        let state = state.map_err(|error| exception(py, &error))?;
        let away: Vec<&str> = state.away().map(|id| id.as_str()).collect();
        let mut snapshot = Self {
            record: Arc::clone(record),
            amendments: amendments.map(Arc::clone),
            again: (again.0.unbind(), again.1.unbind()),
            away: PyTuple::new(py, away)?.unbind(),
            tasks: BTreeMap::new(),
            held: BTreeMap::new(),
        };
        for draw in record.draws() {
            snapshot.add(py, &state, draw.task().as_str())?;
        }
        Ok(snapshot)
    }

    fn add(&mut self, py: Python<'_>, state: &State<'_>, task: &str) -> PyResult<()> {
        let (mut teams, mut places) = (Vec::new(), BTreeMap::new());
        for (place, of) in state.teams(task).enumerate() {
            // A team that joins another has no seats of its own [M2].
            let own = of.seats().iter().filter(|_| of.joins().is_none());
            for (number, holder) in (0..).zip(own) {
                let Some(inspector) = holder else { continue };
                let held = self.held.entry(inspector.to_string()).or_default();
                held.push((task.to_owned(), of.entity().to_owned(), number));
            }
            places.insert(of.entity().to_owned(), place);
            teams.push(team(py, &of)?);
        }
        self.tasks
            .insert(task.to_owned(), (PyTuple::new(py, teams)?.unbind(), places));
        Ok(())
    }

    /// Raises `KeyError` if the plan has no such task.
    fn task(&self, task: &str) -> PyResult<&(Py<PyTuple>, BTreeMap<String, usize>)> {
        let found = self.tasks.get(task);
        found.ok_or_else(|| PyKeyError::new_err(task.to_owned()))
    }
}

#[pymethods]
impl AmendedState {
    /// The current number of seats of an inspector in the whole draw [T3].
    fn seats_held(&self, inspector: &str) -> usize {
        self.held.get(inspector).map_or(0, Vec::len)
    }

    /// The seats that an inspector holds now, in the order of tasks, of their teams and of seats: for `seats` of a
    /// request to substitute. A team that joins another has no seats of its own; they are seats of the other team [M2].
    fn seats_of<'py>(&self, py: Python<'py>, inspector: &str) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let held = self.held.get(inspector).into_iter().flatten();
        held.map(|(task, entity, number)| {
            let seat = [("task", task), ("entity", entity)].into_py_dict(py)?;
            seat.set_item("seat", number)?;
            Ok(seat)
        })
        .collect()
    }

    /// The teams of a task: those of its selected entities in their order, then those of its used reserves in the
    /// order of use. Raises `KeyError` if the plan has no such task.
    fn teams(&self, py: Python<'_>, task: &str) -> PyResult<Py<PyTuple>> {
        Ok(self.task(task)?.0.clone_ref(py))
    }

    /// The team of an entity in a task; `None` if the entity is neither selected nor a used reserve. Raises
    /// `KeyError` if the plan has no such task.
    fn team<'py>(
        &self,
        py: Python<'py>,
        task: &str,
        entity: &str,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let (teams, places) = self.task(task)?;
        let place = places.get(entity);
        place
            .map(|&place| teams.bind(py).get_item(place))
            .transpose()
    }

    /// The pickle of a state contains its record and amendments.
    fn __reduce__(&self, py: Python<'_>) -> (Py<PyAny>, Py<PyTuple>) {
        (self.again.0.clone_ref(py), self.again.1.clone_ref(py))
    }

    /// The ids of the tasks, in the order of the plan, for a notebook.
    fn _tasks(&self) -> Vec<&str> {
        self.record
            .draws()
            .iter()
            .map(|draw| draw.task().as_str())
            .collect()
    }

    fn __repr__(&self) -> String {
        let amendments = self.amendments.as_ref().map_or(0, |of| of.list().len());
        format!(
            "<suiji.AmendedState: record {} and {amendments} amendments>",
            self.record.digest()
        )
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "state")
    }
}

/// These two determine everything else in a state.
impl PartialEq for AmendedState {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record && self.amendments == other.amendments
    }
}

impl Hash for AmendedState {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.record.digest().hash(state);
        self.amendments.as_ref().map(|of| of.to_json()).hash(state);
    }
}

fn team<'py>(py: Python<'py>, of: &AmendedTeam<'_>) -> PyResult<Bound<'py, PyAny>> {
    let id =
        |inspector: Option<&suiji::values::InspectorId>| inspector.map(|id| id.as_str().to_owned());
    let seats = PyTuple::new(py, of.seats().iter().map(|seat| id(*seat)))?;
    let fields = (
        of.entity(),
        seats,
        id(of.lead()),
        of.joins().map(|task| task.as_str()),
        of.is_reserve(),
        of.is_replaced(),
    );
    made(py, "AmendedTeam", fields)
}
