//! The event that an entry records [L3].

use suiji::ceremony::PartialContributions;
use suiji::{Commitment, Contribution, Digest, Hash, Record};

use crate::note::PublicKey;

/// An event.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The ledger was opened. Only the first entry has this event.
    Opened(Opening),
    /// A commitment was sealed.
    Sealed(SealedEvent),
    /// A contribution is about to be shown for confirmation.
    Seen {
        /// The commitment to which it belongs.
        commitment: Digest,
        /// The number of its source, from 0.
        source: u64,
        /// The contribution.
        contribution: Contribution,
    },
    /// The contribution that was last shown for a source was confirmed.
    Confirmed {
        /// The commitment to which it belongs.
        commitment: Digest,
        /// The number of its source, from 0.
        source: u64,
    },
    /// The contribution that was last shown for a source was declined.
    Declined {
        /// The commitment to which it belongs.
        commitment: Digest,
        /// The number of its source, from 0.
        source: u64,
    },
    /// A record was drawn, and is about to be written.
    Drawn {
        /// The commitment.
        commitment: Digest,
        /// The digest of the record.
        record: Digest,
        /// The contributions from which it was drawn.
        contributions: PartialContributions,
        /// Whether it was drawn before the ledger was opened.
        adopted: bool,
    },
    /// The amendments of a record changed.
    Amended {
        /// The digest of the record.
        record: Digest,
        /// The digest of the last amendment.
        amendments: Digest,
        /// The number of amendments.
        count: u64,
    },
    /// The public form of a record was made.
    Published {
        /// The digest of the record.
        record: Digest,
    },
    /// A commitment was given up: nothing will be drawn from it.
    Left {
        /// The commitment.
        commitment: Digest,
        /// The reason.
        reason: String,
        /// The person the person who approved it.
        approved_by: String,
    },
}

/// The data about the ledger in the first entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Opening {
    pub(super) hash: Hash,
    pub(super) origin: String,
    pub(super) key: Option<PublicKey>,
}

impl Opening {
    /// A ledger whose tree has this hash. `origin` is its name, which must be unique.
    pub fn new(hash: Hash, origin: &str) -> Self {
        let origin = origin.to_owned();
        let key = None;
        Self { hash, origin, key }
    }

    /// The key with which the office signs its heads.
    #[must_use]
    pub fn with_key(self, key: PublicKey) -> Self {
        let key = Some(key);
        Self { key, ..self }
    }

    /// The hash of the tree.
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The name of the ledger.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The key of the office.
    pub const fn key(&self) -> Option<&PublicKey> {
        self.key.as_ref()
    }
}

/// The parts of a commitment that a ledger repeats.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedEvent {
    pub(super) commitment: Digest,
    pub(super) authority: String,
    pub(super) year: u64,
    pub(super) tasks: Vec<String>,
    pub(super) follows: Vec<Digest>,
    pub(super) supersedes: Vec<Supersession>,
    pub(super) adopted: bool,
}

/// A commitment that a later one replaced, and the reason.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Supersession {
    pub(super) commitment: Digest,
    pub(super) reason: String,
    pub(super) approved_by: String,
}

impl SealedEvent {
    /// The digest of the commitment.
    pub const fn commitment(&self) -> Digest {
        self.commitment
    }

    /// The commitments that this one names [S3c].
    pub(super) fn named(&self) -> impl Iterator<Item = Digest> {
        let supersedes = self.supersedes.iter().map(|one| one.commitment);
        self.follows.iter().copied().chain(supersedes)
    }
}

impl Event {
    /// A commitment was sealed. `adopted` means before the ledger was opened.
    pub fn sealed(of: &Commitment, adopted: bool) -> Self {
        let supersedes = of.supersedes().iter().map(|one| Supersession {
            commitment: one.commitment(),
            reason: one.reason().to_owned(),
            approved_by: one.approved_by().to_owned(),
        });
        Self::Sealed(SealedEvent {
            commitment: of.digest(),
            authority: of.authority().to_owned(),
            year: of.year(),
            tasks: of.tasks().iter().map(|of| of.id().to_string()).collect(),
            follows: of.follows().iter().map(|one| one.commitment()).collect(),
            supersedes: supersedes.collect(),
            adopted,
        })
    }

    /// A record was drawn. `adopted` means before the ledger was opened.
    pub fn drawn(of: &Record, adopted: bool) -> Self {
        let contributions = of.contributions().iter().cloned();
        Self::Drawn {
            commitment: of.commitment().digest(),
            record: of.digest(),
            contributions: PartialContributions::new((0..).zip(contributions)),
            adopted,
        }
    }

    /// The commitment that the event names, if any.
    pub fn commitment(&self) -> Option<Digest> {
        match self {
            Self::Sealed(of) => Some(of.commitment),
            Self::Seen { commitment, .. }
            | Self::Confirmed { commitment, .. }
            | Self::Declined { commitment, .. }
            | Self::Drawn { commitment, .. }
            | Self::Left { commitment, .. } => Some(*commitment),
            Self::Opened(_) | Self::Amended { .. } | Self::Published { .. } => None,
        }
    }
}
