//! The teams after all amendments: all teams of a task, and a single team.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::record::Draw;

/// The teams of one task: first the teams of its selected entities, then those of its used reserves.
#[derive(Clone, Debug)]
pub(super) struct TaskState<'r> {
    pub(super) draw: &'r Draw,
    pub(super) coordination: Option<&'r str>,
    pub(super) teams: Vec<TeamState<'r>>,
    /// The place of each entity in `teams`.
    pub(super) places: BTreeMap<&'r str, usize>,
    /// The reserves of each stratum that are not used yet, in their order.
    pub(super) unused: BTreeMap<&'r str, VecDeque<&'r str>>,
    /// Entities that could not be inspected.
    pub(super) replaced: BTreeSet<&'r str>,
}

/// One team. A team that joins another has no seats of its own [M2].
#[derive(Clone, Debug)]
pub(super) struct TeamState<'r> {
    pub(super) entity: &'r str,
    pub(super) stratum: &'r str,
    pub(super) seats: Vec<Option<usize>>,
    pub(super) joins: Option<usize>,
    /// Who has left a seat of this team.
    pub(super) left: BTreeSet<usize>,
}

impl<'r> TaskState<'r> {
    pub(super) fn team(&self, entity: &str) -> Option<&TeamState<'r>> {
        Some(&self.teams[*self.places.get(entity)?])
    }

    /// [M4] The first reserve of a stratum that is not used yet.
    pub(super) fn next_reserve(&self, stratum: &str) -> Option<&'r str> {
        self.unused.get(stratum)?.front().copied()
    }

    /// How many seats a team of this task has, or 0 if the task has no teams.
    pub(super) fn seat_count(&self) -> usize {
        self.teams.first().map_or(0, |team| team.seats.len())
    }
}
