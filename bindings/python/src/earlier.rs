//! Earlier commitments that a ceremony or a commitment names, as named tuples of `suiji._values`.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::ceremony::PartialContributions;

use crate::contributions::Contribution;
use crate::errors::parse;
use crate::values::{all, made};

/// `suiji.Followed`.
#[derive(FromPyObject)]
pub(crate) struct Followed {
    commitment: String,
    record: String,
}

impl Followed {
    pub(crate) fn of(&self, py: Python<'_>) -> PyResult<suiji::ceremony::Followed> {
        let record = parse(py, &self.record)?;
        Ok(suiji::ceremony::Followed::new(
            parse(py, &self.commitment)?,
            record,
        ))
    }
}

/// Each as a `suiji.Followed`.
pub(crate) fn follows<'py>(
    py: Python<'py>,
    earlier: &[suiji::ceremony::Followed],
) -> PyResult<Bound<'py, PyTuple>> {
    all(py, earlier, |of| {
        let fields = (of.commitment().to_string(), of.record().to_string());
        made(py, "Followed", fields)
    })
}

/// `suiji.Superseded`.
#[derive(FromPyObject)]
pub(crate) struct Superseded<'py> {
    commitment: String,
    reason: String,
    approved_by: String,
    record: Option<String>,
    contributions: Vec<(u64, PyRef<'py, Contribution>)>,
}

impl Superseded<'_> {
    pub(crate) fn of(&self, py: Python<'_>) -> PyResult<suiji::ceremony::Superseded> {
        let commitment = parse(py, &self.commitment)?;
        let mut earlier =
            suiji::ceremony::Superseded::new(commitment, &self.reason, &self.approved_by);
        if let Some(record) = &self.record {
            earlier = earlier.with_record(parse(py, record)?);
        }
        let given = self.contributions.iter();
        let given = given.map(|(source, given)| (*source, given.0.clone()));
        Ok(earlier.with_contributions(PartialContributions::new(given)))
    }
}

/// Each as a `suiji.Superseded`.
pub(crate) fn supersedes<'py>(
    py: Python<'py>,
    earlier: &[suiji::ceremony::Superseded],
) -> PyResult<Bound<'py, PyTuple>> {
    all(py, earlier, |of| superseded(py, of))
}

fn superseded<'py>(
    py: Python<'py>,
    of: &suiji::ceremony::Superseded,
) -> PyResult<Bound<'py, PyAny>> {
    let contributions = all(py, of.contributions().iter(), |(source, given)| {
        let given = Bound::new(py, Contribution(given.clone()))?;
        Ok(PyTuple::new(py, [source.into_pyobject(py)?.into_any(), given.into_any()])?.into_any())
    })?;
    let fields = (
        of.commitment().to_string(),
        of.reason(),
        of.approved_by(),
        of.record().map(|record| record.to_string()),
        contributions,
    );
    made(py, "Superseded", fields)
}
