//! Counts the visits of the history: which limits each entity has reached [F2].

use std::collections::BTreeMap;

use crate::base::date::Date;
use crate::base::limits::LIMITS;
use crate::base::place::narrow;
use crate::base::run::{Cancelled, Run, Stage};
use crate::inputs::history::{History, Row};
use crate::inputs::plan::{Limit, Plan};
use crate::inputs::registry::Registry;

/// A set of limits of the plan, or of one task. The first limit is the lowest bit.
pub(super) type LimitSet = u64;

const _: () = assert!(LIMITS <= 64);

/// Rows of the registry that have reached limits, ascending.
pub(super) type Hits = Vec<(u32, LimitSet)>;

/// The limits that the entities have reached, whatever their class.
#[derive(Debug)]
pub(super) struct Reached {
    pub(super) of_plan: Hits,
    pub(super) of_tasks: Vec<Hits>,
}

impl Reached {
    /// [F2] Counts the visits of all entities, in one pass over the history.
    pub(super) fn new(
        plan: &Plan,
        registry: &Registry,
        history: &History,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        let mut reached = Self {
            of_plan: Hits::new(),
            of_tasks: vec![Hits::new(); plan.tasks.len()],
        };
        let mut of_plan = Counts::new(&plan.limits, plan.year);
        let tasks = plan.tasks.iter();
        let mut of_tasks: Vec<_> = tasks
            .map(|task| Counts::new(&task.limits, plan.year))
            .collect();
        if of_plan.is_idle() && of_tasks.iter().all(Counts::is_idle) {
            return Ok(reached);
        }
        let tasks = (0..).zip(&plan.tasks);
        let places: BTreeMap<&str, usize> =
            tasks.map(|(at, task)| (task.id.as_str(), at)).collect();
        let place = history.map_tasks(|task| places.get(task?).copied());
        let last_day = Date::last_of(plan.year);
        let mut step = run.step(Stage::Frame, history.rows().len());
        let mut visited = Vec::new();
        for (entity, rows) in history.by_entity() {
            for row in rows
                .iter()
                .filter(|row| row.planned && row.date() <= last_day)
            {
                of_plan.count(history, row);
                if let Some(task) = place[row.task_place()] {
                    of_tasks[task].count(history, row);
                    visited.push(task);
                }
            }
            step.advance(rows.len())?;
            let by_whatever_task = of_plan.take();
            let by_task = visited.drain(..).map(|task| (task, of_tasks[task].take()));
            let by_task: Vec<_> = by_task.filter(|(_, limits)| *limits > 0).collect();
            if by_whatever_task == 0 && by_task.is_empty() {
                continue;
            }
            let Some(row) = registry.find(entity).map(narrow) else {
                continue;
            };
            if by_whatever_task > 0 {
                reached.of_plan.push((row, by_whatever_task));
            }
            for (task, limits) in by_task {
                reached.of_tasks[task].push((row, limits));
            }
        }
        Ok(reached)
    }
}

/// Counts the visits of one entity for the limits of the plan, or of one task.
struct Counts<'p> {
    of_limits: Vec<Count>,
    /// Limits that count visits by anybody.
    by_anyone: LimitSet,
    /// Limits for the visits of a department or level.
    by: BTreeMap<&'p str, LimitSet>,
    /// By set of departments or levels in the history: the limits that count it, if they are known already.
    by_set: BTreeMap<u32, LimitSet>,
}

/// The dates counted for one limit.
struct Count {
    visits: u64,
    from: Date,
    dates: u64,
    last: Option<Date>,
}

impl<'p> Counts<'p> {
    fn new(limits: &'p [Limit], year: u64) -> Self {
        let (mut by_anyone, mut by) = (0, BTreeMap::new());
        for (index, limit) in limits.iter().enumerate() {
            match &limit.by {
                None => by_anyone |= 1 << index,
                Some(names) => {
                    for name in names {
                        *by.entry(name.as_str()).or_default() |= 1 << index;
                    }
                }
            }
        }
        let of_limits = limits.iter().map(|limit| Count {
            visits: limit.visits,
            from: limit.from.unwrap_or(Date::first_of(year)),
            dates: 0,
            last: None,
        });
        Self {
            of_limits: of_limits.collect(),
            by_anyone,
            by,
            by_set: BTreeMap::new(),
        }
    }

    fn is_idle(&self) -> bool {
        self.of_limits.is_empty()
    }

    /// [F2] Counts a planned visit that is not after the year. The visits of an entity come in the order of their
    /// dates.
    fn count(&mut self, history: &History, row: &Row) {
        let limits = self.limits_for(history, row.by);
        let date = row.date();
        for (index, count) in self.of_limits.iter_mut().enumerate() {
            if limits >> index & 1 == 1 && count.from <= date && count.last != Some(date) {
                count.dates += 1;
                count.last = Some(date);
            }
        }
    }

    /// [F2] The limits that count a visit by these departments or levels. A visit without `by` counts for all limits.
    fn limits_for(&mut self, history: &History, by: u32) -> LimitSet {
        if by == 0 {
            return LimitSet::MAX;
        }
        if self.by.is_empty() {
            return self.by_anyone;
        }
        let names = &self.by;
        *self.by_set.entry(by).or_insert_with(|| {
            let limits = history.by(by).filter_map(|name| names.get(name));
            limits.fold(self.by_anyone, |all, limits| all | limits)
        })
    }

    /// Returns the limits that have been reached, and starts counting again.
    fn take(&mut self) -> LimitSet {
        let mut reached = 0;
        for (index, count) in self.of_limits.iter_mut().enumerate() {
            reached |= LimitSet::from(count.dates >= count.visits) << index;
            (count.dates, count.last) = (0, None);
        }
        reached
    }
}
