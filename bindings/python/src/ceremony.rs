//! The ceremony: the settings for sealing.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::document::document;
use crate::earlier::{Followed, Superseded, follows, supersedes};
use crate::errors::parse;
use crate::source::Source;
use crate::values::all;

document! {
    /// The ceremony: hash suite, sources, time of sealing, blinding, earlier commitments [S2, S3c, S4a].
    ///
    /// `hash` is `sha256` or `sm3`, `sealed_at` the time with its offset, `secret` 32 random bytes in hex that blind the
    /// commitment, `previous` the digest of the authority's last commitment, of any plan. Earlier commitments with the
    /// same task are named in `follows` if their draw remains valid, otherwise in `supersedes`.
    ///
    ///     >>> die = Source.live("掷骰二十次", by="witness", parts=[Part(20, 1, 6)])
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
        for earlier in follows.unwrap_or_default() {
            ceremony = ceremony.with_followed(earlier.of(py)?);
        }
        for earlier in supersedes.unwrap_or_default() {
            ceremony = ceremony.with_superseded(earlier.of(py)?);
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

    /// The secret of a blinded commitment, in hex [S2].
    #[getter]
    fn secret(&self) -> Option<String> {
        self.0.secret().map(suiji::Secret::reveal)
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

    /// The ceremony with the commitment of a committed source that has none. `source` counts from 0.
    fn with_commitment(&self, py: Python<'_>, source: u64, commitment: &str) -> PyResult<Self> {
        Ok(self.with(parse(py, commitment)?, |ceremony, value| ceremony.with_commitment(source, value)))
    }

    /// The ceremony with another time of sealing.
    fn with_sealed_at(&self, py: Python<'_>, time: &str) -> PyResult<Self> {
        Ok(self.with(parse(py, time)?, suiji::Ceremony::with_sealed_at))
    }

    /// The ceremony with another secret.
    fn with_secret(&self, py: Python<'_>, secret: &str) -> PyResult<Self> {
        Ok(self.with(parse(py, secret)?, suiji::Ceremony::with_secret))
    }

    /// The ceremony with another last commitment of the authority.
    fn with_previous(&self, py: Python<'_>, previous: &str) -> PyResult<Self> {
        Ok(self.with(parse(py, previous)?, suiji::Ceremony::with_previous))
    }

    /// The ceremony with one more earlier commitment whose draw remains valid.
    fn with_followed(&self, py: Python<'_>, earlier: Followed) -> PyResult<Self> {
        Ok(self.with(earlier.of(py)?, suiji::Ceremony::with_followed))
    }

    /// The ceremony with one more earlier commitment that this one replaces.
    fn with_superseded(&self, py: Python<'_>, earlier: Superseded<'_>) -> PyResult<Self> {
        Ok(self.with(earlier.of(py)?, suiji::Ceremony::with_superseded))
    }

    fn __repr__(&self) -> String {
        let (hash, sources) = (self.0.hash().as_str(), self.0.sources().len());
        let blinded = if self.0.secret().is_some() { ", blinded" } else { "" };
        format!("<suiji.Ceremony: {hash}, {sources} sources{blinded}>")
    }
}

impl Ceremony {
    fn with<T>(&self, value: T, with: impl FnOnce(suiji::Ceremony, T) -> suiji::Ceremony) -> Self {
        Self::of(with((*self.0).clone(), value))
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
