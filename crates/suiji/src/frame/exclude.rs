//! Why a matching row is not in the frame [F2].

use super::visits::{Hits, LimitSet, Reached};
use crate::base::place::wide;
use crate::inputs::plan::{Limit, Plan, Task};
use crate::inputs::registry::{Registry, Row};

/// The reasons of a task in their order [F2]: exemption, the limits of the plan, those of the task.
pub(super) fn reasons<'p>(plan: &'p Plan, task: &'p Task) -> impl Iterator<Item = &'p str> {
    let limits = plan.limits.iter().chain(&task.limits);
    core::iter::once(Limit::EXEMPT).chain(limits.map(|limit| limit.id.as_str()))
}

/// What decides for one task whether a row is excluded.
pub(super) struct Exclusion<'f> {
    /// For each exemption of the registry: whether it is from this task.
    exempt: Vec<bool>,
    of_plan: Limits<'f>,
    of_task: Limits<'f>,
    plan_limits: u8,
}

/// The limits of the plan, or of the task.
#[derive(Clone)]
struct Limits<'f> {
    /// For each class of the registry: the limits that are for it.
    of_class: Vec<LimitSet>,
    /// Rows that have not been looked at.
    hits: &'f [(u32, LimitSet)],
}

impl<'f> Exclusion<'f> {
    pub(super) fn new(
        plan: &'f Plan,
        index: usize,
        registry: &Registry,
        reached: &'f Reached,
    ) -> Self {
        let (task, store) = (&plan.tasks[index], registry.store());
        let unrated = task.risk.unrated_as.as_ref().map(|class| class.as_str());
        let limits = |limits: &[Limit], hits: &'f Hits| Limits {
            of_class: store
                .classes
                .map(|class| for_class(limits, class.or(unrated))),
            hits,
        };
        Self {
            exempt: store.exemptions.map(|exemption| is_exempt(exemption, task)),
            of_plan: limits(&plan.limits, &reached.of_plan),
            of_task: limits(&task.limits, &reached.of_tasks[index]),
            // There are at most 64.
            plan_limits: u8::try_from(plan.limits.len()).unwrap_or(u8::MAX),
        }
    }

    /// The same from a row on; rows are looked at in ascending order.
    pub(super) fn from(&self, row: u32) -> Rest<'_> {
        Rest {
            of: self,
            of_plan: self.of_plan.from(row),
            of_task: self.of_task.from(row),
        }
    }
}

/// [F2] Whether an exemption is from this task: from those that it names, and if it names none from all.
fn is_exempt(exemption: &[&str], task: &Task) -> bool {
    match exemption {
        [] => false,
        [_why] => true,
        [_why, from @ ..] => from.contains(&task.id.as_str()),
    }
}

/// [F2] The limits for a class; one that names classes is not for a row without one.
fn for_class(limits: &[Limit], class: Option<&str>) -> LimitSet {
    let is_for = |limit: &Limit| match &limit.classes {
        None => true,
        Some(classes) => classes.iter().any(|of| Some(of.as_str()) == class),
    };
    let limits = (0..).zip(limits).filter(|(_, limit)| is_for(limit));
    limits.fold(0, |all, (index, _)| all | 1 << index)
}

impl<'f> Limits<'f> {
    fn from(&self, row: u32) -> &'f [(u32, LimitSet)] {
        &self.hits[self.hits.partition_point(|(of, _)| *of < row)..]
    }

    /// The number of the first limit that excludes the row.
    fn first(&self, rest: &mut &'f [(u32, LimitSet)], number: u32, row: &Row) -> Option<u8> {
        while let Some(((of, reached), later)) = rest.split_first()
            && *of <= number
        {
            *rest = later;
            if *of == number {
                let excluding = reached & self.of_class[wide(row.class)];
                return (excluding > 0).then(|| bit(excluding));
            }
        }
        None
    }
}

/// The place of the lowest bit, which is less than 64.
fn bit(limits: LimitSet) -> u8 {
    u8::try_from(limits.trailing_zeros()).unwrap_or(u8::MAX)
}

/// The rows from one on, that have not been looked at.
pub(super) struct Rest<'f> {
    of: &'f Exclusion<'f>,
    of_plan: &'f [(u32, LimitSet)],
    of_task: &'f [(u32, LimitSet)],
}

impl Rest<'_> {
    /// [F2] The first reason that applies to a row, as its place among the [`reasons`].
    pub(super) fn reason(&mut self, number: u32, row: &Row) -> Option<u8> {
        if self.of.exempt[wide(row.exemption)] {
            return Some(0);
        }
        let of_plan = self.of.of_plan.first(&mut self.of_plan, number, row);
        if let Some(limit) = of_plan {
            return Some(1 + limit);
        }
        let of_task = self.of.of_task.first(&mut self.of_task, number, row)?;
        Some(1 + self.of.plan_limits + of_task)
    }
}
