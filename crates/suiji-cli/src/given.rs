//! Contributions while they are being given: some are there, some are not yet.

use std::collections::{BTreeMap, BTreeSet};

use suiji::limits;
use suiji::{Contribution, Contributions, Error, ErrorKind, PartialContributions, Source};

use crate::case::{COMMITMENT, CONTRIBUTIONS, Case, PARTIAL};
use crate::codes;
use crate::failure::file_error;
use crate::files;
use crate::lock;
use crate::temporary::{self, Access};

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

    /// What was confirmed before, in the form of [S3c]: each with its place among the sources.
    pub(crate) fn read_partial(case: &Case) -> Result<Self, Error> {
        let path = case.path(PARTIAL);
        let Some(bytes) =
            files::read_if_there(&path, limits::PLAN_BYTES, ErrorKind::Contributions)?
        else {
            return Ok(Self::default());
        };
        let partial = PartialContributions::from_json(&bytes).map_err(|_| unusable(case))?;
        Ok(Self {
            entries: partial
                .iter()
                .map(|(place, one)| (place, one.clone()))
                .collect(),
            own: BTreeSet::new(),
        })
    }

    /// What a source gave, confirmed: kept at once, for a draw that is interrupted, beside what other draws
    /// of the case keep. What was confirmed first stands.
    pub(crate) fn confirm(
        &mut self,
        case: &Case,
        source: u64,
        one: Contribution,
    ) -> Result<(), Error> {
        let _turn = lock::turn(&case.path(COMMITMENT))?;
        self.give(source, one);
        let whole = case.contributions()?;
        let mut there = match &whole {
            Some(whole) => Self::whole(whole),
            None => Self::read_partial(case)?,
        };
        let path = case.path(if whole.is_some() {
            CONTRIBUTIONS
        } else {
            PARTIAL
        });
        for (source, one) in self.placed().iter() {
            match there.of(source) {
                Some(other) if other != one => {
                    return Err(file_error(codes::OTHER_CONTRIBUTIONS, &path, &[]));
                }
                _ => there.give(source, one.clone()),
            }
        }
        if whole.is_none() {
            let text = there.placed().to_json();
            temporary::replace(&path, text.as_bytes(), Access::Private)?;
        }
        Ok(())
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

/// Removes what was confirmed, once the record has it for good: nothing will ask for it.
pub(crate) fn forget_partial(case: &Case) {
    let lasting = temporary::sync_folder(case.folder());
    if lasting.is_ok() {
        let _ = std::fs::remove_file(case.path(PARTIAL));
    }
}

/// The error of a file with confirmed values that fit no sheet, or not this one.
pub(crate) fn unusable(case: &Case) -> Error {
    file_error(codes::PARTIAL, &case.path(PARTIAL), &[])
}
