//! The frame of a task before the draw, and what became of every entity after it. For statistics.

mod drawn;
mod framed;

pub use drawn::Sample;

use crate::base::hash::Digest;
use crate::base::id::{InspectorId, TaskId};
use crate::base::ratio::Fraction;
use crate::record::DrawnTeam;

/// What an entity is in a task, before or after the draw.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SampleState {
    /// The entity was selected.
    Selected,
    /// The entity is a reserve.
    Reserve,
    /// The entity is in the frame; after the draw, it was neither selected nor a reserve.
    InFrame,
    /// The entity is excluded [F2].
    Excluded,
    /// The entity does not match the scope of the task, or is inactive [F1].
    OutOfScope,
}

impl SampleState {
    /// Its name in other languages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Selected => "selected",
            Self::Reserve => "reserve",
            Self::InFrame => "in_frame",
            Self::Excluded => "excluded",
            Self::OutOfScope => "out_of_scope",
        }
    }
}

/// An entity in a task. [`crate::Sealed::frame`] makes it before the draw, [`Sample::rows`] and
/// [`crate::Record::sample`] after it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SampleRow<'s> {
    id: &'s str,
    task: &'s TaskId,
    stratum: Option<&'s str>,
    class: Option<&'s str>,
    state: SampleState,
    reason: Option<&'s str>,
    probability: Option<Fraction>,
    ticket: Option<Digest>,
    rank: Option<u64>,
    team: Option<&'s DrawnTeam>,
}

impl<'s> SampleRow<'s> {
    /// The id of the entity.
    pub const fn id(&self) -> &'s str {
        self.id
    }

    /// The task.
    pub const fn task(&self) -> &'s TaskId {
        self.task
    }

    /// The stratum of an entity that is in the frame [F3].
    pub const fn stratum(&self) -> Option<&'s str> {
        self.stratum
    }

    /// The risk class of the entity, if it has one in the registry. A record alone does not contain it.
    pub const fn class(&self) -> Option<&'s str> {
        self.class
    }

    /// What the entity is in the task.
    pub const fn state(&self) -> SampleState {
        self.state
    }

    /// Why the entity is not in the frame. If it is excluded, this is `exempt` or the id of a limit [F2]. If it is out
    /// of scope, this is the first condition that it does not meet: `status` or a field of the scope [F1].
    pub const fn reason(&self) -> Option<&'s str> {
        self.reason
    }

    /// The exact inclusion probability of an entity that is in the frame: the take of its stratum divided by the size.
    pub const fn probability(&self) -> Option<Fraction> {
        self.probability
    }

    /// The ticket of an entity that is in the frame, after the draw.
    pub const fn ticket(&self) -> Option<Digest> {
        self.ticket
    }

    /// The place of the ticket in its stratum, counted from 1: the smallest ticket has rank 1.
    pub const fn rank(&self) -> Option<u64> {
        self.rank
    }

    /// The ids of the inspectors who visit the entity, in the order of seats. Vacant seats are left out. `None` if the
    /// entity is not selected, or the task has no team.
    pub fn team(&self) -> Option<&'s [InspectorId]> {
        self.team.map(DrawnTeam::members)
    }
}
