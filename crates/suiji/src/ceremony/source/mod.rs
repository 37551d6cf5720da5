//! Sources of the seed [S4a].

mod read;

use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::Digest;
use crate::base::limits;
use crate::json::reader::{Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};

use read::{check_live, read_source};
pub(crate) use read::{check_sources, read_sources};

/// The chain of annex A, as documents name it.
pub(crate) const QUICKNET: &str =
    "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

/// In whose hand a source is [S4a].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum By {
    /// The office that draws.
    Office,
    /// A witness.
    Witness,
    /// The public.
    Public,
}

/// A source of the seed (随机源) [S4a].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Source {
    pub(crate) by: By,
    pub(crate) name: String,
    pub(crate) kind: SourceKind,
}

/// What kind of source it is.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SourceKind {
    /// A secret chosen before sealing.
    Committed {
        /// `derive("commit", nonce, value)`; none where it is still to be made.
        commitment: Option<Digest>,
    },
    /// A value that falls in public after sealing [S4b].
    Live {
        /// The characters that can fall, ascending.
        symbols: String,
        /// How many fall, 1 to 1000.
        length: u64,
        /// How many values can fall, where that is not `|symbols|^length`.
        outcomes: Option<u64>,
    },
    /// A round of the drand chain of annex A.
    Drand {
        /// The round, at least 1.
        round: u64,
    },
}

const BY: [(&str, By); 3] = [
    (By::Office.as_str(), By::Office),
    (By::Witness.as_str(), By::Witness),
    (By::Public.as_str(), By::Public),
];

impl By {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Witness => "witness",
            Self::Public => "public",
        }
    }
}

impl SourceKind {
    /// Its name in JSON.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Committed { .. } => "committed",
            Self::Live { .. } => "live",
            Self::Drand { .. } => "drand",
        }
    }
}

impl Source {
    /// A secret that somebody has chosen and committed to; see [`crate::Contribution::commitment`].
    ///
    /// # Errors
    /// `text.*` for the name.
    pub fn committed(by: By, name: &str, commitment: Digest) -> Result<Self, Error> {
        Self::checked(
            by,
            name,
            SourceKind::Committed {
                commitment: Some(commitment),
            },
        )
    }

    /// A value that falls in public [S4b]: `length` characters out of `symbols`.
    ///
    /// # Errors
    /// `text.*` for the name, `ceremony.symbols`, `ceremony.outcomes`, `ceremony.live-office`, `json.range`.
    pub fn live(
        by: By,
        name: &str,
        symbols: &str,
        length: u64,
        outcomes: Option<u64>,
    ) -> Result<Self, Error> {
        let symbols = symbols.to_owned();
        Self::checked(
            by,
            name,
            SourceKind::Live {
                symbols,
                length,
                outcomes,
            },
        )
    }

    /// A round of the drand chain of annex A. This version reads such sources and does not seal them.
    ///
    /// # Errors
    /// `text.*` for the name, `json.range` for round 0.
    pub fn drand(name: &str, round: u64) -> Result<Self, Error> {
        Self::checked(By::Public, name, SourceKind::Drand { round })
    }

    /// Constructing runs the checks of reading.
    fn checked(by: By, name: &str, kind: SourceKind) -> Result<Self, Error> {
        let source = Self {
            by,
            name: name.to_owned(),
            kind,
        };
        let mut faults = Faults::default();
        let mut reader = Reader::new(ErrorKind::Ceremony, Policy::Refuse, &mut faults);
        let tree = source.to_json().sorted();
        let read = read_source(&mut reader, &tree, &Path::Root);
        if let Some(source) = &read {
            check_live(&mut reader, source, &Path::Root);
        }
        faults.into_option(read)
    }

    /// In whose hand it is.
    pub const fn by(&self) -> By {
        self.by
    }

    /// Who or what exactly.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind it is.
    pub const fn kind(&self) -> &SourceKind {
        &self.kind
    }

    /// The number of values that can fall of a live source [V2]; none where it exceeds 2^53 − 1.
    pub(crate) fn outcomes(&self) -> Option<u64> {
        match &self.kind {
            SourceKind::Live {
                symbols,
                length,
                outcomes,
            } => outcomes.or_else(|| power(symbols.len() as u64, *length)),
            _ => None,
        }
    }

    /// The number of values that can fall of a live source [V2], a power where it exceeds 2^53 − 1.
    pub(crate) fn outcomes_text(&self) -> Option<String> {
        match &self.kind {
            SourceKind::Live {
                symbols, length, ..
            } => Some(match self.outcomes() {
                Some(outcomes) => outcomes.to_string(),
                None => format!("{}^{length}", symbols.len()),
            }),
            _ => None,
        }
    }

    pub(crate) fn to_json(&self) -> Json<'_> {
        let common = ObjectBuilder::default()
            .with("kind", Json::text(self.kind.as_str()))
            .with("by", Json::text(self.by.as_str()))
            .with("name", Json::text(&self.name));
        match &self.kind {
            SourceKind::Committed { commitment } => common.maybe(
                "commitment",
                commitment.map(|digest| Json::text(digest.to_string())),
            ),
            SourceKind::Live {
                symbols,
                length,
                outcomes,
            } => common
                .with("symbols", Json::text(symbols))
                .with("length", Json::count(*length))
                .maybe("outcomes", outcomes.map(Json::count)),
            SourceKind::Drand { round } => common
                .with("chain", Json::text(QUICKNET))
                .with("round", Json::count(*round)),
        }
        .build()
    }
}

/// `base^exponent`, where it is at most 2^53 − 1.
fn power(base: u64, exponent: u64) -> Option<u64> {
    let exponent = u32::try_from(exponent).ok()?;
    base.checked_pow(exponent)
        .filter(|&power| power <= limits::INTEGER.unsigned_abs())
}
