//! The plan and its tasks.

use serde::Serialize;
use suiji::plan::{Quota, Targeting, Task, TaskKind, Window};
use suiji::{Lang, Plan};

use super::lists::EntityFacts;
use super::named::Named;
use super::teams::SeatFacts;
use crate::base::texts::{self, Text};

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

impl PlanFacts {
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            title: plan.title().to_owned(),
            authority: plan.authority().to_owned(),
            year: plan.year(),
            document_number: plan.document_number().map(str::to_owned),
            basis: plan.basis().to_vec(),
            window: plan.window().map(WindowFacts::of),
        }
    }
}

/// From one day to another, including both.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct WindowFacts {
    pub(crate) from: String,
    pub(crate) to: String,
}

impl WindowFacts {
    pub(super) fn of(window: Window) -> Self {
        Self {
            from: window.from().to_string(),
            to: window.to().to_string(),
        }
    }

    /// The days that are in both; none if there are no such days.
    pub(super) fn and(&self, other: &Self) -> Option<Self> {
        // Year, month and day have their full length.
        let both = Self {
            from: (&self.from).max(&other.from).clone(),
            to: (&self.to).min(&other.to).clone(),
        };
        (both.from <= both.to).then_some(both)
    }
}

/// A task: its plan, its frame, and the drawn entities.
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
    /// The window of the task; by default that of the plan.
    pub(crate) window: Option<WindowFacts>,
    /// The quota in words.
    pub(crate) quota: Option<String>,
    /// The number of entities in the registry.
    pub(crate) registry: u64,
    /// The reasons why the others are not in the scope of the task, in words.
    pub(crate) left_out: Vec<Count>,
    /// The number of entities in the scope of the task.
    pub(crate) in_scope: u64,
    /// The number of excluded ones, by reason, in words.
    pub(crate) excluded: Vec<Count>,
    /// The number of entities in the frame.
    pub(crate) frame: u64,
    /// The number of entities taken.
    pub(crate) take: u64,
    /// The strata, in the order of the commitment.
    pub(crate) strata: Vec<StratumFacts>,
    /// The selected entities in the order in which they are visited.
    pub(crate) selected: Vec<DrawnFacts>,
    /// The reserves, in the order in which they step in within their stratum.
    pub(crate) reserves: Vec<DrawnFacts>,
}

/// The number of something, with its name.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Count {
    pub(crate) reason: String,
    pub(crate) count: u64,
}

/// A stratum of a frame: the entities of one class. If the task has no classes, it has
/// all entities.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StratumFacts {
    /// The id of the class, or `all`.
    pub(crate) class: String,
    /// The name of the class, or the word for all.
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) take: u64,
    /// The probability of each entity to be selected, such as `2/5`.
    pub(crate) probability: String,
    /// The greatest selected ticket, if any.
    pub(crate) cutoff: Option<String>,
}

/// An entity that was drawn, either selected or as a reserve.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DrawnFacts {
    /// The position in the list, counted from 1.
    pub(crate) number: usize,
    pub(crate) entity: EntityFacts,
    /// The stratum: the id of a class, or `all`.
    pub(crate) class: String,
    pub(crate) class_name: String,
    pub(crate) ticket: String,
    /// The drawn team, in the order of seats; empty for a reserve.
    pub(crate) team: Vec<SeatFacts>,
    /// The task whose team also makes this visit.
    pub(crate) joins: Option<Named>,
    /// Whether an amendment replaced this entity by a reserve.
    pub(crate) is_replaced: bool,
    /// For a reserve that stepped in: the selected entity that it replaces.
    pub(crate) replaces: Option<Named>,
}

/// The facts of a task's plan that a template writes in its own words.
pub(super) fn kind(task: &Task) -> Option<&'static str> {
    match task.kind()? {
        TaskKind::Joint => Some("joint"),
        TaskKind::Internal => Some("internal"),
        _ => None,
    }
}

pub(super) fn targeting(task: &Task) -> Option<&'static str> {
    match task.targeting()? {
        Targeting::Targeted => Some("targeted"),
        Targeting::Untargeted => Some("untargeted"),
        _ => None,
    }
}

/// The window of a task; by default that of the plan.
pub(super) fn window(plan: &Plan, task: &Task) -> Option<WindowFacts> {
    task.window().or(plan.window()).map(WindowFacts::of)
}

/// The methods of a task. Usual ones are in words.
pub(super) fn methods(task: &Task, lang: Lang) -> Vec<String> {
    let method = |method: &String| {
        let text = match &**method {
            "on_site" => texts::method_on_site(),
            "document" => texts::method_document(),
            "network" => texts::method_network(),
            other => return other.to_owned(),
        };
        text.get(lang).to_owned()
    };
    task.methods().iter().map(method).collect()
}

/// A quota in words.
pub(super) fn quota(quota: Quota, lang: Lang) -> Option<String> {
    let text = match quota {
        Quota::AtLeast {
            ratio,
            min: Some(min),
        } => texts::quota_at_least_min(ratio, min),
        Quota::AtLeast { ratio, min: None } => texts::quota_at_least(ratio),
        Quota::AtMost {
            ratio,
            max: Some(max),
        } => texts::quota_at_most_max(ratio, max),
        Quota::AtMost { ratio, max: None } => texts::quota_at_most(ratio),
        Quota::Exactly { ratio } => Text::of(|_| ratio.to_string()),
        Quota::Count { count } => texts::quota_count(count),
        _ => return None,
    };
    Some(text.get(lang).to_owned())
}
