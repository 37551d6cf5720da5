//! What is settled before sealing: hash suite, time, sources, blinding, earlier sheets.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::document::document;
use crate::errors::parse;
use crate::sheets::{Followed, Superseded, follows, supersedes};
use crate::source::Source;
use crate::values::all;

document! {
    /// How a sheet is sealed: sources, hash suite, time, blinding, earlier sheets [S2, S3c, S4a].
    ///
    /// `hash` is `sha256` or `sm3`, `sealed_at` the time with its offset, `secret` 32 random bytes in hex that blind
    /// the sheet, `previous` the digest of the authority's last sheet of any plan. Earlier sheets with the same
    /// task are named in `follows` where their draw stands, else in `supersedes`.
    ///
    ///     >>> die = Source.live("掷骰二十次", by="witness", symbols="123456", length=20)
    ///     >>> Ceremony([die], hash="sm3", sealed_at="2024-09-02T09:00:00+08:00")
    ///     <suiji.Ceremony: sm3, 1 sources>
    #[derive(PartialEq)]
    Ceremony(
        |bytes, _| suiji::Ceremony::from_json(bytes),
        to_json_with_secret,
        |ceremony| ceremony.to_json_with_secret(),
        ceremony
    );

    #[new]
    #[pyo3(signature = (
        sources, *, hash, sealed_at=None, secret=None, previous=None, follows=None, supersedes=None
    ))]
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn new(
        py: Python<'_>,
        sources: Vec<PyRef<'_, Source>>,
        hash: &str,
        sealed_at: Option<&str>,
        secret: Option<&str>,
        previous: Option<&str>,
        follows: Option<Vec<Followed>>,
        supersedes: Option<Vec<Superseded<'_>>>,
    ) -> PyResult<Self> {
        let sources = sources.iter().map(|source| source.0.clone());
        let mut ceremony = suiji::Ceremony::new(parse(py, hash)?, sources);
        if let Some(time) = sealed_at {
            ceremony = ceremony.with_sealed_at(parse(py, time)?);
        }
        if let Some(secret) = secret {
            ceremony = ceremony.with_secret(parse(py, secret)?);
        }
        if let Some(previous) = previous {
            ceremony = ceremony.with_previous(parse(py, previous)?);
        }
        for sheet in follows.unwrap_or_default() {
            ceremony = ceremony.with_followed(sheet.of(py)?);
        }
        for sheet in supersedes.unwrap_or_default() {
            ceremony = ceremony.with_superseded(sheet.of(py)?);
        }
        Ok(Self::of(ceremony))
    }

    /// The hash suite, `sha256` or `sm3`.
    #[getter]
    fn hash(&self) -> &'static str {
        self.0.hash().as_str()
    }

    /// The time of sealing.
    #[getter]
    fn sealed_at(&self) -> Option<&str> {
        self.0.sealed_at().map(|time| time.as_str())
    }

    /// The sources of the seed, in order.
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        sources(py, self.0.sources())
    }

    /// The digest of the authority's last sheet before this one.
    #[getter]
    fn previous(&self) -> Option<String> {
        self.0.previous().map(|digest| digest.to_string())
    }

    /// Earlier sheets whose draw stands [S3c].
    #[getter]
    fn follows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        follows(py, self.0.follows())
    }

    /// Earlier sheets that this one replaces [S3c].
    #[getter]
    fn supersedes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        supersedes(py, self.0.supersedes())
    }

    /// Whether the sheet will be blinded [S2].
    #[getter]
    fn is_blinded(&self) -> bool {
        self.0.secret().is_some()
    }

    /// The same with the commitment of a source that has none yet; its place counts from 0.
    fn with_commitment(&self, py: Python<'_>, source: u64, commitment: &str) -> PyResult<Self> {
        let ceremony = (*self.0).clone();
        Ok(Self::of(ceremony.with_commitment(source, parse(py, commitment)?)))
    }

    fn __repr__(&self) -> String {
        let (hash, sources) = (self.0.hash().as_str(), self.0.sources().len());
        let blinded = if self.0.secret().is_some() { ", blinded" } else { "" };
        format!("<suiji.Ceremony: {hash}, {sources} sources{blinded}>")
    }
}

pub(crate) fn sources<'py>(
    py: Python<'py>,
    sources: &[suiji::Source],
) -> PyResult<Bound<'py, PyTuple>> {
    all(py, sources, |source| {
        Ok(Bound::new(py, Source(source.clone()))?.into_any())
    })
}
