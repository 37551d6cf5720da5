//! Why a matching row is not in the frame [F2].

use std::collections::BTreeMap;

use super::visits::{Hits, LimitSet, Reached};
use crate::base::place::{narrow, wide};
use crate::inputs::plan::{Limit, Plan};
use crate::inputs::registry::{Registry, Row};

/// The reasons that come first for every task [F2]: exemption and the limits of the plan. The limits of the task
/// follow.
pub(super) fn of_plan(plan: &Plan) -> impl Iterator<Item = &str> {
    let limits = plan.limits.iter().map(|limit| limit.id.as_str());
    core::iter::once(Limit::EXEMPT).chain(limits)
}

/// The tasks to which the exemptions of a registry apply [F2].
#[derive(Debug)]
pub(super) struct Exemptions {
    /// By exemption: whether it applies to all tasks.
    from_all: Vec<bool>,
    /// By task of the plan: the exemptions that name it.
    naming: Vec<Vec<usize>>,
}

impl Exemptions {
    /// [F2] An exemption applies to the tasks that it names. If it names none, it applies to all.
    pub(super) fn new(plan: &Plan, registry: &Registry) -> Self {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, task) in plan.tasks.iter().enumerate() {
            places.entry(task.id.as_str()).or_default().push(at);
        }
        let exemptions = &registry.store().exemptions;
        let from_all = exemptions.map(|exemption| exemption.len() == 1);
        let mut naming = vec![Vec::new(); plan.tasks.len()];
        for number in 0..from_all.len() {
            let from = exemptions.texts(narrow(number)).skip(1);
            for &task in from.filter_map(|id| places.get(id)).flatten() {
                naming[task].push(number);
            }
        }
        Self { from_all, naming }
    }

    /// By exemption: whether it applies to this task.
    fn of(&self, task: usize) -> Vec<bool> {
        let mut exempt = self.from_all.clone();
        for &exemption in &self.naming[task] {
            exempt[exemption] = true;
        }
        exempt
    }
}

/// What decides whether a row is excluded from one task.
pub(super) struct Exclusion<'f> {
    /// For each exemption of the registry: whether it applies to this task.
    exempt: Vec<bool>,
    of_plan: Limits<'f>,
    of_task: Limits<'f>,
    plan_limits: u8,
}

/// The limits of the plan, or of the task.
#[derive(Clone)]
struct Limits<'f> {
    /// For each class of the registry: the limits that apply to it.
    of_class: Vec<LimitSet>,
    /// Rows that have not been checked.
    hits: &'f [(u32, LimitSet)],
}

impl<'f> Exclusion<'f> {
    pub(super) fn new(
        plan: &'f Plan,
        index: usize,
        registry: &Registry,
        reached: &'f Reached,
        exemptions: &Exemptions,
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
            exempt: exemptions.of(index),
            of_plan: limits(&plan.limits, &reached.of_plan),
            of_task: limits(&task.limits, &reached.of_tasks[index]),
            // There are at most 64.
            plan_limits: u8::try_from(plan.limits.len()).unwrap_or(u8::MAX),
        }
    }

    /// The visits that count from a row on. Rows are checked in ascending order.
    pub(super) fn from(&self, row: u32) -> Rest<'_> {
        Rest {
            of: self,
            of_plan: self.of_plan.from(row),
            of_task: self.of_task.from(row),
        }
    }
}

/// [F2] The limits for a class. A limit that names classes does not apply to a row without a class.
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

/// The position of the lowest bit, which is less than 64.
fn bit(limits: LimitSet) -> u8 {
    u8::try_from(limits.trailing_zeros()).unwrap_or(u8::MAX)
}

/// The rows from that row on, which have not been checked.
pub(super) struct Rest<'f> {
    of: &'f Exclusion<'f>,
    of_plan: &'f [(u32, LimitSet)],
    of_task: &'f [(u32, LimitSet)],
}

impl Rest<'_> {
    /// [F2] Finds the first reason that applies to a row. The result is its place among the reasons of the plan and of
    /// the task.
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
