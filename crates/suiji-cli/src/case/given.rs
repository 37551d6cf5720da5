//! Contributions in memory while they are being given (`ask.rs` asks for them, `partial.rs` keeps them on disk,
//! `settle.rs` has them complete): some are there, some are not yet.

use std::collections::{BTreeMap, BTreeSet};

use suiji::{Contribution, Contributions, PartialContributions, Source};

/// What some of the sources gave, by the place of its source.
#[derive(Clone, Default)]
pub(crate) struct Given {
    entries: BTreeMap<u64, Contribution>,
    /// Those of the office, whose openings are kept elsewhere.
    own: BTreeSet<u64>,
}

impl Given {
    /// All of a complete list.
    pub(crate) fn whole(contributions: &Contributions) -> Self {
        Self {
            entries: (0..).zip(contributions.iter().cloned()).collect(),
            own: BTreeSet::new(),
        }
    }

    /// Of some of the sources.
    pub(crate) fn some(given: &PartialContributions) -> Self {
        let entries = given.iter().map(|(place, one)| (place, one.clone()));
        Self {
            entries: entries.collect(),
            own: BTreeSet::new(),
        }
    }

    /// What was given, in the form of [S3c]; the office gives nothing before the draw.
    pub(crate) fn placed(&self) -> PartialContributions {
        let given = self
            .entries
            .iter()
            .filter(|(source, _)| !self.own.contains(source));
        PartialContributions::new(given.map(|(source, one)| (*source, one.clone())))
    }

    /// Those that are there, as the library takes them once all are.
    pub(crate) fn contributions(&self) -> Contributions {
        Contributions::new(self.entries.values().cloned())
    }

    pub(crate) fn has(&self, source: u64) -> bool {
        self.entries.contains_key(&source)
    }

    pub(crate) fn of(&self, source: u64) -> Option<&Contribution> {
        self.entries.get(&source)
    }

    /// Whether there is one for a source that the sheet does not have.
    pub(crate) fn is_beyond(&self, sources: &[Source]) -> bool {
        self.entries
            .keys()
            .any(|&place| place >= sources.len() as u64)
    }

    /// The opening of a source of the office.
    pub(crate) fn open_own(&mut self, source: u64, opening: Contribution) {
        self.own.insert(source);
        self.give(source, opening);
    }

    /// What a source gave.
    pub(crate) fn give(&mut self, source: u64, given: Contribution) {
        self.entries.insert(source, given);
    }
}
