//! What became of one entity for one task [O3].

use std::collections::BTreeMap;

use super::document::Inspection;
use super::outcome::OutcomeGroup;
use crate::amend::State;
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::record::{Draw, DrawnEntity};

/// What became of an entity that was drawn for a task, or that is a used reserve [O3].
#[derive(Clone, Debug)]
pub struct Course<'r> {
    pub(super) drawn: &'r DrawnEntity,
    pub(super) seats: Vec<Option<InspectorId>>,
    pub(super) joins: Option<TaskId>,
    pub(super) is_reserve: bool,
    pub(super) is_replaced: bool,
    pub(super) inspection: Option<(&'r Inspection, OutcomeGroup)>,
}

impl Course<'_> {
    /// The entity.
    pub const fn entity(&self) -> &EntityId {
        self.drawn.id()
    }

    /// The stratum in which it was drawn.
    pub fn stratum(&self) -> &str {
        self.drawn.stratum()
    }

    /// The inspectors by seat number after all amendments, `None` for a vacant seat.
    pub fn seats(&self) -> &[Option<InspectorId>] {
        &self.seats
    }

    /// The task whose visit this is, if one visit serves both tasks [T7].
    pub const fn joins(&self) -> Option<&TaskId> {
        self.joins.as_ref()
    }

    /// Whether the entity is a reserve that was used [M4].
    pub const fn is_reserve(&self) -> bool {
        self.is_reserve
    }

    /// Whether a reserve was used because the entity could not be inspected [M4].
    pub const fn is_replaced(&self) -> bool {
        self.is_replaced
    }

    /// The inspection, `None` if there is no result yet.
    pub fn inspection(&self) -> Option<&Inspection> {
        self.inspection.map(|(inspection, _)| inspection)
    }

    /// What the inspection counts as, `None` if there is no result yet.
    pub fn group(&self) -> Option<OutcomeGroup> {
        self.inspection.map(|(_, group)| group)
    }

    /// Whether a result is still expected: there is none yet, and no reserve replaced the entity.
    pub const fn is_open(&self) -> bool {
        self.inspection.is_none() && !self.is_replaced
    }
}

/// The entities of a task after all amendments, without results: first the selected ones in their order, then the used
/// reserves.
pub(super) fn courses<'r>(draw: &'r Draw, state: &State<'r>) -> Vec<Course<'r>> {
    let reserves = draw.reserves().iter().map(|of| (of.id().as_str(), of));
    let reserves: BTreeMap<&str, &DrawnEntity> = reserves.collect();
    let teams = state.teams(draw.task().as_str()).enumerate();
    let course = teams.filter_map(|(place, team)| {
        let selected = draw.selected().get(place);
        Some(Course {
            drawn: selected.or_else(|| reserves.get(team.entity()).copied())?,
            seats: team.seats().iter().map(|seat| seat.cloned()).collect(),
            joins: team.joins().cloned(),
            is_reserve: team.is_reserve(),
            is_replaced: team.is_replaced(),
            inspection: None,
        })
    });
    course.collect()
}
