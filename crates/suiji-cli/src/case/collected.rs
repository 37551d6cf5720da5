//! The contributions collected so far: from some of the sources, or from all.

use std::collections::{BTreeMap, BTreeSet};

use suiji::ceremony::PartialContributions;
use suiji::{Contribution, Contributions, Digest, Source};

/// Contributions, each with the index of its source.
#[derive(Clone, Default)]
pub(crate) struct Collected {
    entries: BTreeMap<u64, Contribution>,
    /// The indices of the office's own sources. Their values are saved elsewhere.
    own: BTreeSet<u64>,
}

impl Collected {
    /// A complete list.
    pub(crate) fn all(contributions: &Contributions) -> Self {
        Self {
            entries: (0..).zip(contributions.iter().cloned()).collect(),
            own: BTreeSet::new(),
        }
    }

    /// A list with some of the contributions.
    pub(crate) fn some(contributions: &PartialContributions) -> Self {
        let entries = contributions
            .iter()
            .map(|(index, one)| (index, one.clone()));
        Self {
            entries: entries.collect(),
            own: BTreeSet::new(),
        }
    }

    /// The contributions in the form of [S3c], without those of the office, which are opened at the draw.
    pub(crate) fn to_partial(&self) -> PartialContributions {
        let entries = self.entries.iter();
        let others = entries.filter(|(source, _)| !self.own.contains(source));
        PartialContributions::new(others.map(|(source, one)| (*source, one.clone())))
    }

    /// The contributions to a commitment, in the order of its sources. They are complete once every source has
    /// one.
    pub(crate) fn contributions(&self, commitment: Digest) -> Contributions {
        Contributions::new(commitment, self.entries.values().cloned())
    }

    /// All of them, each with the index of its source.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &Contribution)> {
        self.entries.iter().map(|(source, one)| (*source, one))
    }

    pub(crate) fn has(&self, source: u64) -> bool {
        self.entries.contains_key(&source)
    }

    pub(crate) fn of(&self, source: u64) -> Option<&Contribution> {
        self.entries.get(&source)
    }

    /// Whether a contribution belongs to a source that is not in the list.
    pub(crate) fn has_unknown_source(&self, sources: &[Source]) -> bool {
        let mut indices = self.entries.keys();
        indices.any(|&index| index >= sources.len() as u64)
    }

    /// Adds the contribution of one of the office's own sources.
    pub(crate) fn add_own(&mut self, source: u64, contribution: Contribution) {
        self.own.insert(source);
        self.add(source, contribution);
    }

    /// Adds the contribution of a source.
    pub(crate) fn add(&mut self, source: u64, contribution: Contribution) {
        self.entries.insert(source, contribution);
    }
}
