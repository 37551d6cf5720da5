//! The receipt for one entity.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::Lang;

use crate::document::document;
use crate::plan::Plan;
use crate::public_form::PublicForm;
use crate::report::Report;
use crate::values::{all, fraction, made};

document! {
    /// The receipt (查验单) for one entity: its results in the draw, and the proofs to check them against the public
    /// form [G1].
    Receipt(
        |bytes, _| suiji::Receipt::from_json(bytes),
        to_json,
        |receipt| receipt.to_json(),
        receipt
    );

    /// The id of the entity.
    #[getter]
    fn entity(&self) -> &str {
        self.0.entity()
    }

    /// The name of the entity; `None` if it is not in the registry.
    #[getter]
    fn name(&self) -> Option<&str> {
        self.0.name()
    }

    /// The digest of the record, in hex.
    #[getter]
    fn record(&self) -> String {
        self.0.record().to_string()
    }

    /// The salt of the entity's row, in hex; `None` if the commitment is not blinded.
    #[getter]
    fn salt(&self) -> Option<String> {
        self.0.salt().map(|salt| salt.to_string())
    }

    /// A statement for each task.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.tasks(), |task| statement(py, task))
    }

    /// Checks the receipt against the public form, and against the plan if it is provided.
    #[pyo3(signature = (public_form, *, plan=None))]
    fn check(&self, py: Python<'_>, public_form: &PublicForm, plan: Option<&Plan>) -> PyResult<Report> {
        let (form, plan) = (&public_form.0, plan.map(|plan| &*plan.0));
        let report = py.detach(|| self.0.check(form, plan));
        Report::of(py, &report)
    }

    fn __repr__(&self) -> String {
        format!("<suiji.Receipt for {} of record {}>", self.0.entity(), self.0.record())
    }
}

impl PartialEq for Receipt {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_json() == other.0.to_json()
    }
}

fn statement<'py>(py: Python<'py>, of: &suiji::receipt::Statement) -> PyResult<Bound<'py, PyAny>> {
    let hex = |digest: Option<suiji::Digest>| digest.map(|digest| digest.to_string());
    let probability = of.probability().map(|of| fraction(py, of)).transpose()?;
    let fields = (
        of.task(),
        of.state().as_str(),
        of.stratum(),
        hex(of.ticket()),
        hex(of.cutoff()),
        probability,
        of.reserve(),
        of.reason(),
        PyTuple::new(py, of.members())?,
        PyTuple::new(py, of.vacant())?,
        of.message(Lang::En, None),
        of.message(Lang::Zh, None),
    );
    made(py, "Statement", fields)
}
