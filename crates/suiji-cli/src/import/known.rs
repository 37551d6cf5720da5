//! The data that the case already has: its plan, which defines the words, and its lists, which give ids for
//! names.

use std::cell::RefCell;

use suiji::Run;
use suiji_import::{Known, List};

use crate::base::error::Error;
use crate::case::{Case, PLAN, samples};
use crate::disk::files;

/// The lists of the case that were needed and cannot be read.
#[derive(Debug, Default)]
pub(super) struct Unread(RefCell<Vec<List>>);

impl Unread {
    pub(super) fn lists(self) -> Vec<List> {
        self.0.into_inner()
    }

    fn read<T>(&self, case: &Case, list: List, read: Result<T, Error>) -> Option<T> {
        let exists = ["csv", "jsonl"]
            .iter()
            .any(|end| files::exists(&case.input(&format!("{list}.{end}"))).unwrap_or(true));
        if read.is_err() && exists {
            self.0.borrow_mut().push(list);
        }
        read.ok()
    }
}

/// The plan and the lists of the case. A plan with faults is an error, because words would be mistaken for other
/// classes, tasks or categories. If a list cannot be read, names are asked about instead.
pub(super) fn of_case<'k>(
    case: &'k Case,
    run: &'k Run,
    unread: &'k Unread,
) -> Result<Known<'k>, Error> {
    let known = Known::default()
        .with_registry(move || unread.read(case, List::Registry, case.registry(None, run)))
        .with_roster(move || unread.read(case, List::Roster, case.roster(run)));
    // The plan of a new case is a sample. Its scopes and teams are not those of the office.
    match files::exists(&case.input(PLAN))? && !samples::is_sample(case, PLAN)? {
        true => Ok(known.with_plan(case.plan()?)),
        false => Ok(known),
    }
}
