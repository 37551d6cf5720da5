//! Changes after the draw: amendments to a record, and the requests from which they are made.

use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyList, PyTuple};
use suiji::amend::{Change, Substitution};
use suiji::values::InspectorId;

use crate::document::document;
use crate::errors::parse;
use crate::json::{Document, dumps};
use crate::objects::{Amendments, Record};
use crate::state::AmendedState;
use crate::values::{all, made, place};

document! {
    Amendments(
        |bytes, _| suiji::Amendments::from_json(bytes),
        to_json,
        |amendments| amendments.to_json(),
        amendments
    );

    /// The digest of the record that is amended, in hex.
    #[getter]
    fn record(&self) -> String {
        self.0.record().to_string()
    }

    /// The digest of the last amendment under `sha256` or `sm3`, in hex. Publish it, because it fixes all
    /// earlier ones.
    fn digest(&self, py: Python<'_>, hash: &str) -> PyResult<String> {
        Ok(self.0.digest(parse(py, hash)?).to_string())
    }

    /// The state after all these amendments.
    ///
    /// Raises `InputError` if they belong to another record, or one of them does not fit [M6].
    fn state(slf: &Bound<'_, Self>, record: &Bound<'_, Record>) -> PyResult<AmendedState> {
        let again = (slf.getattr("state")?, PyTuple::new(slf.py(), [record])?);
        AmendedState::new(&record.get().0, Some(&slf.get().0), again)
    }

    fn __len__(&self) -> usize {
        self.0.list().len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: isize) -> PyResult<Bound<'py, PyAny>> {
        let place = place(index, self.0.list().len())?;
        let of = self.0.list().get(place);
        amendment(py, of.ok_or_else(|| PyIndexError::new_err(index))?)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        all(py, self.0.list(), |of| amendment(py, of))?.try_iter()
    }

    fn __repr__(&self) -> String {
        let (count, record) = (self.0.list().len(), self.0.record());
        format!("<suiji.Amendments: {count} of record {record}>")
    }
}

fn amendment<'py>(py: Python<'py>, of: &suiji::amend::Amendment) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        of.previous().to_string(),
        of.at().as_str(),
        of.approved_by(),
        of.reason(),
        change(py, of.change())?,
    );
    made(py, "Amendment", fields)
}

fn change<'py>(py: Python<'py>, of: &Change) -> PyResult<Bound<'py, PyAny>> {
    match of {
        Change::Away { inspectors } => made(py, "Away", (ids(py, inspectors)?,)),
        Change::Back { inspectors } => made(py, "Back", (ids(py, inspectors)?,)),
        Change::Substitute { seats } => made(
            py,
            "Substitute",
            (all(py, seats, |of| substitution(py, of))?,),
        ),
        Change::Reserve {
            task,
            entity,
            reserve,
            members,
            vacant,
            joins,
        } => {
            let members = ids(py, members)?;
            let (vacant, joins) = (PyTuple::new(py, vacant)?, joins.as_ref());
            let joins = joins.map(|task| task.as_str());
            let entities = (task.as_str(), entity.as_str(), reserve.as_str());
            let (task, entity, reserve) = entities;
            made(
                py,
                "Reserve",
                (task, entity, reserve, members, vacant, joins),
            )
        }
        Change::ByHand {
            task,
            entity,
            seat,
            inspector,
        } => {
            let fields = (task.as_str(), entity.as_str(), *seat, inspector.as_str());
            made(py, "ByHand", fields)
        }
        _ => Ok(py.None().into_bound(py)),
    }
}

fn substitution<'py>(py: Python<'py>, of: &Substitution) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        of.task().as_str(),
        of.entity().as_str(),
        of.seat(),
        of.leaves().as_str(),
        of.inspector().map(|inspector| inspector.as_str()),
    );
    made(py, "Substitution", fields)
}

fn ids<'py>(py: Python<'py>, inspectors: &[InspectorId]) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, inspectors.iter().map(|inspector| inspector.as_str()))
}

/// Requests given as mappings, as a JSON document.
pub(crate) fn requests(requests: &Bound<'_, PyAny>) -> PyResult<Document> {
    let list = PyList::empty(requests.py());
    for request in requests.try_iter()? {
        list.append(request?)?;
    }
    dumps(&list)
}
