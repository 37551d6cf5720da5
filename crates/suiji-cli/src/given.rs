//! Contributions while they are being given: some are there, some are not yet.

use std::collections::{BTreeMap, BTreeSet};

use suiji::limits;
use suiji::{Contribution, Contributions, Error, ErrorKind, PartialContributions, Source};

use crate::case::{CONTRIBUTIONS, Case, PARTIAL};
use crate::codes;
use crate::failure::file_error;
use crate::files;
use crate::turn;
use crate::writing::{self, Access};

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
    /// of the case keep. `sheet` holds the bytes of the commitment that it is for.
    pub(crate) fn confirm(
        &mut self,
        case: &Case,
        sheet: &[u8],
        (source, one): (u64, Contribution),
    ) -> Result<(), Error> {
        self.give(source, one);
        let path = case.path(PARTIAL);
        let mine = self.placed();
        let is_ours = || Self::read_partial(case).is_ok_and(|there| there.placed() == mine);
        turn::write(case, sheet, (&path, || keep(case, &mine)), is_ours)
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

/// Keeps what was confirmed, beside what others have kept meanwhile. What was confirmed first stands.
fn keep(case: &Case, mine: &PartialContributions) -> Result<(), Error> {
    let whole = case.contributions()?;
    let (name, mut there) = match &whole {
        Some(whole) => (CONTRIBUTIONS, Given::whole(whole)),
        None => (PARTIAL, Given::read_partial(case)?),
    };
    let path = case.path(name);
    for (source, one) in mine.iter() {
        match there.of(source) {
            Some(other) if other != one => {
                return Err(file_error(codes::OTHER_CONTRIBUTIONS, &path, &[]));
            }
            _ => there.give(source, one.clone()),
        }
    }
    match whole {
        Some(_) => Ok(()),
        None => {
            let text = there.placed().to_json();
            writing::replace(&path, text.as_bytes(), Access::Private)
        }
    }
}

/// Removes what was confirmed, once the record has it for good: nothing will ask for it.
pub(crate) fn forget_partial(case: &Case) {
    let lasting = writing::sync_folder(case.folder());
    if lasting.is_ok() {
        let _ = std::fs::remove_file(case.path(PARTIAL));
    }
}

/// The error of a file with confirmed values that fit no sheet, or not this one.
pub(crate) fn unusable(case: &Case) -> Error {
    file_error(codes::PARTIAL, &case.path(PARTIAL), &[])
}
