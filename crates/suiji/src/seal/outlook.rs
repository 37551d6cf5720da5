//! What the person who seals should expect from the draw: who is in no task and why, visits of departments, repeated
//! visits.

use std::collections::BTreeMap;

use super::Sealed;
use crate::base::error::Error;
use crate::base::id::TaskId;
use crate::base::place::{narrow, wide};
use crate::base::run::{Cancelled, Run, Stage};
use crate::frame::{Condition, Scopes};
use crate::json::{Json, ObjectBuilder};

/// The maximum number of ids that are named for each reason.
const NAMED: usize = 20;
/// Rows that are scanned between two reports.
const CHUNK: usize = 4096;

/// What to expect from a draw, computed from the sealed inputs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Outlook<'s> {
    in_no_task: Vec<InNoTask<'s>>,
    needs: Vec<Need<'s>>,
    visited: Vec<Visited<'s>>,
}

/// Entities that are in the frame of no task, for one reason.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InNoTask<'s> {
    reason: &'s str,
    count: u64,
    empty: u64,
    first: Vec<&'s str>,
}

/// What a department needs for all tasks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Need<'s> {
    department: &'s str,
    seats: u64,
    inspectors: u64,
}

/// How many entities of a frame were visited in the year before that of the plan.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Visited<'s> {
    task: &'s TaskId,
    frame: u64,
    count: u64,
}

impl<'s> Outlook<'s> {
    /// The entities that are in no task, by reason. If an entity has several reasons, the one that was checked last
    /// counts. First the conditions of [F1] are checked, in their order, then the reasons of [F2].
    pub fn in_no_task(&self) -> &[InNoTask<'s>] {
        &self.in_no_task
    }

    /// The departments that have seats, in the order of the plan.
    pub fn needs(&self) -> &[Need<'s>] {
        &self.needs
    }

    /// For each task, how many entities of its frame were visited in the year before.
    pub fn visited(&self) -> &[Visited<'s>] {
        &self.visited
    }

    /// The outlook as a JSON document.
    pub fn to_json(&self) -> String {
        let in_no_task = self.in_no_task.iter().map(InNoTask::tree);
        let needs = self.needs.iter().map(Need::tree);
        let visited = self.visited.iter().map(Visited::tree);
        Json::object([
            ("in_no_task", Json::list(in_no_task)),
            ("needs", Json::list(needs)),
            ("visited", Json::list(visited)),
        ])
        .to_pretty()
    }
}

impl<'s> InNoTask<'s> {
    /// `status`, the field of the scope, `exempt`, or the id of a limit.
    pub const fn reason(&self) -> &'s str {
        self.reason
    }

    /// How many entities.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// How many of them have nothing in that field.
    pub const fn empty(&self) -> u64 {
        self.empty
    }

    /// The ids of the first ones, at most 20.
    pub fn first(&self) -> &[&'s str] {
        &self.first
    }

    fn tree(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("reason", Json::text(self.reason))
            .with("count", Json::count(self.count))
            .maybe("empty", (self.empty > 0).then(|| Json::count(self.empty)))
            .with(
                "first",
                Json::list(self.first.iter().map(|id| Json::text(*id))),
            )
            .build()
    }
}

impl<'s> Need<'s> {
    /// The department.
    pub const fn department(&self) -> &'s str {
        self.department
    }

    /// How many seats it has in all visits together. The number will be lower if one visit serves several tasks [T7].
    pub const fn seats(&self) -> u64 {
        self.seats
    }

    /// How many of its inspectors are in the roster.
    pub const fn inspectors(&self) -> u64 {
        self.inspectors
    }

    /// How many visits each of them has on average, rounded up. None without inspectors.
    pub const fn visits_each(&self) -> Option<u64> {
        match self.inspectors {
            0 => None,
            inspectors => Some(self.seats.div_ceil(inspectors)),
        }
    }

    fn tree(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("department", Json::text(self.department))
            .with("seats", Json::count(self.seats))
            .with("inspectors", Json::count(self.inspectors))
            .maybe("visits_each", self.visits_each().map(Json::count))
            .build()
    }
}

impl<'s> Visited<'s> {
    /// The task.
    pub const fn task(&self) -> &'s TaskId {
        self.task
    }

    /// How many entities its frame has.
    pub const fn frame(&self) -> u64 {
        self.frame
    }

    /// How many of them have a row in the history with a date in the year before.
    pub const fn count(&self) -> u64 {
        self.count
    }

    fn tree(&self) -> Json<'_> {
        Json::object([
            ("task", Json::text(self.task.as_str())),
            ("frame", Json::count(self.frame)),
            ("count", Json::count(self.count)),
        ])
    }
}

impl Sealed {
    /// What the person who seals should expect from the draw.
    ///
    #[expect(clippy::missing_panics_doc, reason = "this run is never cancelled")]
    pub fn outlook(&self) -> Outlook<'_> {
        self.outlook_with(&Run::default())
            .expect("this run is never cancelled")
    }

    /// [`Self::outlook`] with a [`Run`]: progress, cancelling.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn outlook_with(&self, run: &Run) -> Result<Outlook<'_>, Error> {
        Ok(Outlook {
            in_no_task: self.in_no_task(run)?,
            needs: self.needs(),
            visited: self.visited(),
        })
    }

    fn in_no_task(&self, run: &Run) -> Result<Vec<InNoTask<'_>>, Cancelled> {
        let (plan, registry) = (self.inputs.plan(), self.inputs.registry());
        let mut framed = vec![false; registry.rows().len()];
        let mut excluded: BTreeMap<u32, &str> = BTreeMap::new();
        for frame in &self.frames {
            for &row in &frame.rows {
                framed[wide(row)] = true;
            }
            for (position, (row, _)) in frame.excluded.iter().enumerate() {
                excluded.insert(*row, frame.reason(position));
            }
        }
        let scopes = Scopes::new(registry);
        let matches: Vec<_> = plan
            .tasks
            .iter()
            .map(|task| (task, scopes.of(plan, task)))
            .collect();
        let mut of_condition = Condition::ALL.map(|condition| (condition, InNoTask::new("")));
        let mut of_reason: BTreeMap<&str, InNoTask<'_>> = BTreeMap::new();
        let mut step = run.step(Stage::Compare, framed.len());
        for (chunk, rows) in registry.rows().chunks(CHUNK).enumerate() {
            for (index, row) in (chunk * CHUNK..).zip(rows) {
                if framed[index] {
                    continue;
                }
                if let Some(reason) = excluded.get(&narrow(index)) {
                    let group = of_reason
                        .entry(reason)
                        .or_insert_with(|| InNoTask::new(reason));
                    group.add(registry.id(index), false);
                    continue;
                }
                let unmet = matches.iter().filter_map(|(task, of)| {
                    let mut conditions = Condition::ALL.into_iter();
                    conditions.position(|one| !of.meets(one, task, row))
                });
                let last = unmet.max().unwrap_or(0);
                let (condition, group) = &mut of_condition[last];
                group.add(registry.id(index), condition.is_blank(row));
            }
            step.advance(rows.len())?;
        }
        let conditions = of_condition.into_iter().map(|(condition, group)| InNoTask {
            reason: condition.fields().0,
            ..group
        });
        let all = conditions.chain(of_reason.into_values());
        Ok(all.filter(|group| group.count > 0).collect())
    }

    fn needs(&self) -> Vec<Need<'_>> {
        let mut needs: Vec<Need<'_>> = Vec::new();
        for (task, sealed) in self.inputs.plan().tasks.iter().zip(&self.commitment.tasks) {
            for group in task.team.iter().flat_map(|team| &team.seats) {
                let seats = sealed.take().saturating_mul(group.count);
                match needs
                    .iter_mut()
                    .find(|need| need.department == group.department)
                {
                    Some(need) => need.seats = need.seats.saturating_add(seats),
                    None => needs.push(Need {
                        department: &group.department,
                        seats,
                        inspectors: 0,
                    }),
                }
            }
        }
        for member in self.inputs.roster().members() {
            if let Some(need) = needs
                .iter_mut()
                .find(|of| *of.department == *member.department)
            {
                need.inspectors += 1;
            }
        }
        needs
    }

    fn visited(&self) -> Vec<Visited<'_>> {
        let (plan, registry) = (self.inputs.plan(), self.inputs.registry());
        let mut before = vec![false; registry.rows().len()];
        for (entity, rows) in self.inputs.history().by_entity() {
            let last_year = rows
                .iter()
                .any(|row| u64::from(row.date().year()) + 1 == plan.year);
            if let Some(row) = registry.find(entity).filter(|_| last_year) {
                before[row] = true;
            }
        }
        let tasks = plan.tasks.iter().zip(&self.frames);
        let of_task = tasks.map(|(task, frame)| {
            let visited = frame.rows.iter().filter(|row| before[wide(**row)]);
            Visited {
                task: &task.id,
                frame: frame.rows.len() as u64,
                count: visited.count() as u64,
            }
        });
        of_task.collect()
    }
}

impl<'s> InNoTask<'s> {
    const fn new(reason: &'s str) -> Self {
        Self {
            reason,
            count: 0,
            empty: 0,
            first: Vec::new(),
        }
    }

    fn add(&mut self, id: &'s str, empty: bool) {
        self.count += 1;
        self.empty += u64::from(empty);
        if self.first.len() < NAMED {
            self.first.push(id);
        }
    }
}
