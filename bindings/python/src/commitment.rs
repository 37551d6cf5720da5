//! The commitment.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::ceremony::{SealedReason, SealedStratum, SealedTask};

use crate::ceremony::sources;
use crate::document::document;
use crate::earlier::{follows, supersedes};
use crate::values::{all, fraction, made, root};

document! {
    /// The commitment (封存单), made before the seed exists. It fixes all inputs and the sources [S3a].
    #[derive(PartialEq)]
    Commitment(
        |bytes, _| suiji::Commitment::from_json(bytes),
        to_json,
        |commitment| commitment.digest(),
        commitment
    );

    /// The digest of the commitment, in hex: read it out, publish and sign it, always in full [S3b].
    #[getter]
    fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// The digest in groups of four digits, for reading aloud.
    #[getter]
    fn digest_groups(&self) -> String {
        self.0.digest().to_groups()
    }

    /// The commitment as canonical JSON: the bytes that are hashed.
    fn canonical(&self) -> Vec<u8> {
        self.0.canonical()
    }

    /// The hash suite, `sha256` or `sm3`.
    #[getter]
    fn hash(&self) -> &'static str {
        self.0.hash().as_str()
    }

    /// The time of sealing that the office states.
    #[getter]
    fn sealed_at(&self) -> &str {
        self.0.sealed_at().as_str()
    }

    /// The authority (机关), as in the plan.
    #[getter]
    fn authority(&self) -> &str {
        self.0.authority()
    }

    /// The year, as in the plan.
    #[getter]
    fn year(&self) -> u64 {
        self.0.year()
    }

    /// Whether the commitment is blinded [S2].
    #[getter]
    fn blinded(&self) -> bool {
        self.0.blinded()
    }

    /// The digest of the plan, in hex.
    #[getter]
    fn plan(&self) -> String {
        self.0.plan().to_string()
    }

    /// Root and size of the registry.
    #[getter]
    fn registry<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        root(py, self.0.registry())
    }

    /// Root and size of the roster.
    #[getter]
    fn roster<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        root(py, self.0.roster())
    }

    /// Root and size of the history.
    #[getter]
    fn history<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        root(py, self.0.history())
    }

    /// The tasks with their frames and strata.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.tasks(), |task| sealed_task(py, task))
    }

    /// The sources of the seed, in order.
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        sources(py, self.0.sources())
    }

    /// The digest of the authority's last commitment before this one.
    #[getter]
    fn previous(&self) -> Option<String> {
        self.0.previous().map(|digest| digest.to_string())
    }

    /// Earlier commitments whose draw remains valid [S3c].
    #[getter]
    fn follows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        follows(py, self.0.follows())
    }

    /// Earlier commitments that this one replaces [S3c].
    #[getter]
    fn supersedes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        supersedes(py, self.0.supersedes())
    }

    fn __repr__(&self) -> String {
        let (authority, time) = (self.0.authority(), self.0.sealed_at());
        format!("<suiji.Commitment {authority}, {time}: {}>", self.0.digest())
    }
}

fn sealed_task<'py>(py: Python<'py>, task: &SealedTask) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        task.id().as_str(),
        task.coordination(),
        root(py, task.frame())?,
        root(py, task.excluded())?,
        reasons(py, task.reasons())?,
        strata(py, task.strata())?,
        task.take(),
        task.short(),
    );
    made(py, "SealedTask", fields)
}

/// Each as a `suiji.SealedReason`.
pub(crate) fn reasons<'py>(
    py: Python<'py>,
    reasons: &[SealedReason],
) -> PyResult<Bound<'py, PyTuple>> {
    all(py, reasons, |of| {
        made(py, "SealedReason", (of.reason(), of.size()))
    })
}

/// Each as a `suiji.SealedStratum`.
pub(crate) fn strata<'py>(
    py: Python<'py>,
    strata: &[SealedStratum],
) -> PyResult<Bound<'py, PyTuple>> {
    all(py, strata, |stratum| {
        let probability = fraction(py, stratum.probability())?;
        let (name, size, take) = (stratum.stratum(), stratum.size(), stratum.take());
        made(py, "SealedStratum", (name, size, take, probability))
    })
}
