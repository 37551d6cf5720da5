//! The record: its digests, its sources, and what was found before.

use serde::Serialize;

/// A digest, whole and in groups of four to be read aloud.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DigestFacts {
    pub(crate) hex: String,
    pub(crate) groups: String,
}

/// The record and its commitment.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RecordFacts {
    pub(crate) digest: DigestFacts,
    pub(crate) commitment: DigestFacts,
    pub(crate) seed: DigestFacts,
    /// `sha256` or `sm3`.
    pub(crate) hash: &'static str,
    pub(crate) sealed_at: String,
    pub(crate) is_blinded: bool,
}

/// A source of the seed, and its contribution.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceFacts {
    pub(crate) number: usize,
    pub(crate) name: String,
    /// `office`, `witness` or `public`.
    pub(crate) by: &'static str,
    /// `committed`, `live` or `drand`.
    pub(crate) kind: &'static str,
    /// What was to be thrown or drawn, in words.
    pub(crate) rule: String,
    /// The contribution, as it is read out.
    pub(crate) value: String,
}

/// A finding that was accepted when the inputs were sealed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FindingFacts {
    /// `note` or `warning`.
    pub(crate) severity: &'static str,
    pub(crate) code: &'static str,
    pub(crate) text: String,
    pub(crate) count: u64,
}
