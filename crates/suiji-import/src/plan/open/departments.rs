//! The departments that the roster has.

use std::collections::BTreeSet;

use suiji::Roster;

/// The maximum number of departments that a question offers.
const OFFERED: usize = 9;

/// The first departments of the roster.
pub(crate) fn departments(roster: Option<&Roster>) -> Vec<String> {
    let all = roster.into_iter().flat_map(Roster::iter);
    let all: BTreeSet<String> = all
        .map(|inspector| inspector.department().to_owned())
        .collect();
    all.into_iter().take(OFFERED).collect()
}
