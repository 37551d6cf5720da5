//! The plan, and what was drawn for each task.

use serde::Serialize;

use super::lists::EntityFacts;

/// The plan.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PlanFacts {
    pub(crate) title: String,
    pub(crate) authority: String,
    pub(crate) year: u64,
    pub(crate) document_number: Option<String>,
    pub(crate) basis: Vec<String>,
    pub(crate) window: Option<WindowFacts>,
}

/// From one day to another, both included.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct WindowFacts {
    pub(crate) from: String,
    pub(crate) to: String,
}

/// A task: what the plan says, what the frame had, and who was drawn.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TaskFacts {
    pub(crate) id: String,
    pub(crate) name: String,
    /// `joint` or `internal`.
    pub(crate) kind: Option<&'static str>,
    /// `targeted` or `untargeted`.
    pub(crate) targeting: Option<&'static str>,
    pub(crate) items: Vec<String>,
    pub(crate) methods: Vec<String>,
    pub(crate) drawn_by: Option<String>,
    pub(crate) inspected_by: Option<String>,
    pub(crate) initiator: Option<String>,
    pub(crate) partners: Vec<String>,
    /// The window of the task, or else of the plan.
    pub(crate) window: Option<WindowFacts>,
    /// The quota in words.
    pub(crate) quota: Option<String>,
    /// How many entities the registry has.
    pub(crate) registry: u64,
    /// How many of them match the scope of the task.
    pub(crate) in_scope: u64,
    /// How many of those are excluded, by reason in words.
    pub(crate) excluded: Vec<Count>,
    /// How many entities the frame has.
    pub(crate) frame: u64,
    /// How many entities are taken.
    pub(crate) take: u64,
    /// The strata, in the order of the commitment.
    pub(crate) strata: Vec<StratumFacts>,
    /// The selected entities in the order in which they are visited.
    pub(crate) selected: Vec<DrawnFacts>,
    /// The reserves, in the order in which they step in within their stratum.
    pub(crate) reserves: Vec<DrawnFacts>,
}

/// How many of something there are.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Count {
    pub(crate) reason: String,
    pub(crate) count: u64,
}

/// A stratum of a frame: the entities of one class, or all if the task has no classes.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StratumFacts {
    /// The id of the class; empty if the task has no classes.
    pub(crate) class: String,
    /// The name of the class, or the words for all.
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) take: u64,
    /// The probability of each entity to be selected, such as `2/5`.
    pub(crate) probability: String,
    /// The greatest ticket that was selected, if any was.
    pub(crate) cutoff: Option<String>,
}

/// An entity that was drawn, as selected or as a reserve.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DrawnFacts {
    /// The place in the list, counted from 1.
    pub(crate) number: usize,
    pub(crate) entity: EntityFacts,
    /// The stratum: the id of a class, or empty.
    pub(crate) class: String,
    pub(crate) class_name: String,
    pub(crate) ticket: String,
    /// The team of the draw, in the order of seats; none for a reserve.
    pub(crate) team: Vec<super::SeatFacts>,
    /// The task with which the visit is shared, if it is that task whose team comes.
    pub(crate) joins: Option<super::Named>,
    /// Whether an amendment replaced this entity by a reserve.
    pub(crate) is_replaced: bool,
    /// The selected entity that this reserve replaces.
    pub(crate) replaces: Option<super::Named>,
}
