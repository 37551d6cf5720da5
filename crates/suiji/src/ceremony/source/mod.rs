//! Sources of the seed [S4a].

mod part;
mod read;

use crate::base::date::Time;
use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::Digest;
use crate::ceremony::drand::{self, QUICKNET};
use crate::json::reader::{Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};

pub use part::Part;
pub(crate) use part::read_number;
use read::{check_live, read_source};
pub(crate) use read::{check_sources, read_sources};

/// Who controls a source [S4a].
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
        /// `derive("commit", nonce, value)`, or none until it is made.
        commitment: Option<Digest>,
    },
    /// Numbers that fall in public after sealing [S4b].
    Live {
        /// The parts, 1 to 20.
        parts: Vec<Part>,
    },
    /// A round of the drand chain of annex A.
    Drand {
        /// The round, at least 1.
        round: u64,
    },
}

impl By {
    const ALL: [(&str, Self); 3] = [
        (Self::Office.as_str(), Self::Office),
        (Self::Witness.as_str(), Self::Witness),
        (Self::Public.as_str(), Self::Public),
    ];
}

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
    /// A secret that somebody has chosen and committed to. See [`crate::Contribution::commitment`].
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

    /// Numbers that fall in public after sealing [S4b]: dice, drawn balls, a lottery issue.
    ///
    /// ```
    /// use suiji::Source;
    /// use suiji::ceremony::{By, Part};
    ///
    /// let parts = [Part::distinct(6, 1, 33)?, Part::new(1, 1, 16)?];
    /// let lottery = Source::live(By::Public, "双色球第2024102期", parts)?;
    /// assert_eq!(lottery.outcomes(), Some(17_721_088));
    /// # Ok::<(), suiji::Error>(())
    /// ```
    ///
    /// # Errors
    /// `text.*` for the name, `ceremony.part-count` unless there are 1 to 20 parts, `ceremony.live-office`.
    pub fn live(by: By, name: &str, parts: impl IntoIterator<Item = Part>) -> Result<Self, Error> {
        let parts = parts.into_iter().collect();
        Self::checked(by, name, SourceKind::Live { parts })
    }

    /// A round of the drand chain of annex A. It must be due after sealing [S4a]: see [`Self::drand_after`].
    ///
    /// # Errors
    /// `text.*` for the name, `json.range` for round 0.
    pub fn drand(name: &str, round: u64) -> Result<Self, Error> {
        Self::checked(By::Public, name, SourceKind::Drand { round })
    }

    /// The first round of the drand chain of annex A that is due after a time, such as the time at which the witnesses
    /// meet.
    ///
    /// ```
    /// use suiji::Source;
    /// use suiji::ceremony::SourceKind;
    /// use suiji::values::Time;
    ///
    /// let time: Time = "2024-09-02T10:00:00+08:00".parse()?;
    /// let source = Source::drand_after("drand", &time)?;
    /// assert_eq!(*source.kind(), SourceKind::Drand { round: 10_813_013 });
    /// # Ok::<(), suiji::Error>(())
    /// ```
    ///
    /// # Errors
    /// `text.*` for the name.
    pub fn drand_after(name: &str, time: &Time) -> Result<Self, Error> {
        Self::drand(name, drand::first_after(time.unix_seconds()))
    }

    /// When a drand round is due, in seconds since 1970-01-01T00:00:00+00:00; `None` for other sources.
    pub fn due(&self) -> Option<i64> {
        match self.kind {
            SourceKind::Drand { round } => Some(drand::time_of(round)),
            _ => None,
        }
    }

    /// The constructor runs the same checks as reading.
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

    /// Who controls it.
    pub const fn by(&self) -> By {
        self.by
    }

    /// Who it is, or what it is, by name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind it is.
    pub const fn kind(&self) -> &SourceKind {
        &self.kind
    }

    /// The parts of a live source; empty for other sources.
    pub fn parts(&self) -> &[Part] {
        match &self.kind {
            SourceKind::Live { parts } => parts,
            _ => &[],
        }
    }

    /// [S4b] The number of outcomes of a live source. `None` for 2^53 or more, and for a source that is not live.
    pub fn outcomes(&self) -> Option<u64> {
        match &self.kind {
            SourceKind::Live { parts } => part::product(parts),
            _ => None,
        }
    }

    /// The number of outcomes of a live source, as reports show it [V2].
    pub(crate) fn outcomes_text(&self) -> Option<String> {
        let SourceKind::Live { parts } = &self.kind else {
            return None;
        };
        let many = || "2^53 or more".to_owned();
        Some(part::product(parts).map_or_else(many, |outcomes| outcomes.to_string()))
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
            SourceKind::Live { parts } => {
                common.with("parts", Json::list(parts.iter().map(|part| part.to_json())))
            }
            SourceKind::Drand { round } => common
                .with("chain", Json::text(QUICKNET))
                .with("round", Json::count(*round)),
        }
        .build()
    }
}
