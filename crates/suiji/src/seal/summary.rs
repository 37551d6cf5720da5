//! How many rows of the registry each task includes and leaves out [F1–F4].

use super::Sealed;
use crate::base::error::Error;
use crate::base::id::{ClassId, TaskId};
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run, Stage};
use crate::ceremony::commitment::{SealedReason, SealedStratum, SealedTask};
use crate::frame::{Condition, Frame, Scopes};
use crate::inputs::plan::Task;
use crate::json::{Json, ObjectBuilder};

/// Rows that are scanned between two reports.
const CHUNK: usize = 4096;

/// How the frame of a task follows from the registry, in numbers. Every row is counted once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TaskSummary<'s> {
    task: &'s TaskId,
    registry: u64,
    left_out: Vec<LeftOut>,
    of_sheet: &'s SealedTask,
    unrated: u64,
    unrated_as: Option<&'s ClassId>,
    reserves: u64,
}

/// The rows that do not meet a condition of a task, but meet all conditions before it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LeftOut {
    condition: Condition,
    count: u64,
    empty: u64,
}

impl LeftOut {
    /// `status`, or the field of the scope: `categories`, `districts`, `industries`, `established_before`.
    pub const fn condition(&self) -> &'static str {
        self.condition.fields().0
    }

    /// How many rows.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// How many of them have nothing in that field.
    pub const fn empty(&self) -> u64 {
        self.empty
    }

    fn tree(&self) -> Json<'static> {
        let empty = (self.empty > 0).then(|| Json::count(self.empty));
        ObjectBuilder::default()
            .with("condition", Json::text(self.condition()))
            .with("count", Json::count(self.count))
            .maybe("empty", empty)
            .build()
    }
}

impl<'s> TaskSummary<'s> {
    /// The task.
    pub const fn task(&self) -> &'s TaskId {
        self.task
    }

    /// How many rows the registry has.
    pub const fn registry(&self) -> u64 {
        self.registry
    }

    /// How many rows each condition leaves out, in the order in which the conditions are checked. Conditions without
    /// rows are omitted.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// How many rows match the scope. They are in the frame or excluded.
    pub const fn in_scope(&self) -> u64 {
        self.of_sheet.frame.size + self.of_sheet.excluded.size
    }

    /// How many of them are excluded, for each reason.
    pub fn excluded(&self) -> &'s [SealedReason] {
        &self.of_sheet.reasons
    }

    /// How many rows the frame has.
    pub const fn frame(&self) -> u64 {
        self.of_sheet.frame.size
    }

    /// How many rows of the frame have no class, and the class that is used for them. None if the task has no `risk`.
    pub fn unrated(&self) -> Option<(u64, &'s ClassId)> {
        self.unrated_as.map(|class| (self.unrated, class))
    }

    /// The strata of the frame, with their takes.
    pub fn strata(&self) -> &'s [SealedStratum] {
        &self.of_sheet.strata
    }

    /// How many are taken from all strata together.
    pub fn take(&self) -> u64 {
        self.of_sheet.take()
    }

    /// How many reserves are listed in all strata together. Each stratum lists as many as the plan says, or fewer if it
    /// has too few entities [D3].
    pub const fn reserves(&self) -> u64 {
        self.reserves
    }

    /// The summary as a JSON document.
    pub fn to_json(&self) -> String {
        self.tree().to_pretty()
    }

    pub(crate) fn tree(&self) -> Json<'_> {
        let left_out = Json::list(self.left_out.iter().map(LeftOut::tree));
        let excluded = Json::list(self.excluded().iter().map(SealedReason::tree));
        let unrated = self.unrated().filter(|(count, _)| *count > 0);
        let unrated = unrated.map(|(count, class)| {
            Json::object([
                ("count", Json::count(count)),
                ("class", Json::text(class.as_str())),
            ])
        });
        ObjectBuilder::default()
            .with("task", Json::text(self.task.as_str()))
            .with("registry", Json::count(self.registry))
            .maybe("left_out", Some(left_out))
            .with("in_scope", Json::count(self.in_scope()))
            .maybe("excluded", Some(excluded))
            .with("frame", Json::count(self.frame()))
            .maybe("unrated", unrated)
            .with(
                "strata",
                Json::list(self.strata().iter().map(SealedStratum::tree)),
            )
            .with("take", Json::count(self.take()))
            .maybe(
                "reserves",
                (self.reserves > 0).then(|| Json::count(self.reserves)),
            )
            .build()
    }
}

impl Sealed {
    /// How many rows of the registry each task includes and leaves out, for the person who seals.
    ///
    #[expect(clippy::missing_panics_doc, reason = "this run is never cancelled")]
    pub fn summaries(&self) -> Vec<TaskSummary<'_>> {
        self.summaries_with(&Run::default())
            .expect("this run is never cancelled")
    }

    /// [`Self::summaries`] with a [`Run`]: progress, cancelling.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn summaries_with(&self, run: &Run) -> Result<Vec<TaskSummary<'_>>, Error> {
        let tasks = self.inputs.plan().tasks.iter();
        let parts = self.commitment.tasks.iter().zip(&self.frames);
        let scopes = Scopes::new(self.inputs.registry());
        let mut summaries = Vec::new();
        for (task, (of_sheet, frame)) in tasks.zip(parts) {
            let unrated_as = task.risk.unrated_as.as_ref();
            summaries.push(TaskSummary {
                task: &task.id,
                registry: self.inputs.registry().len(),
                left_out: self.left_out(task, &scopes, run)?,
                of_sheet,
                unrated: self.unrated(frame),
                unrated_as: unrated_as.filter(|_| !task.risk.is_empty()),
                reserves: reserves(task, of_sheet),
            });
        }
        Ok(summaries)
    }

    /// Counts the rows by the first condition that they do not meet [F1].
    fn left_out(
        &self,
        task: &Task,
        scopes: &Scopes<'_>,
        run: &Run,
    ) -> Result<Vec<LeftOut>, Cancelled> {
        let registry = self.inputs.registry();
        let matches = scopes.of(self.inputs.plan(), task);
        let mut counts = Condition::ALL.map(|condition| LeftOut {
            condition,
            count: 0,
            empty: 0,
        });
        let mut step = run.step(Stage::Compare, registry.rows().len());
        for rows in registry.rows().chunks(CHUNK) {
            for row in rows {
                let unmet = matches.unmet(task, row);
                let mut counts = counts.iter_mut();
                if let Some(of) = counts.find(|of| Some(of.condition) == unmet) {
                    of.count += 1;
                    of.empty += u64::from(of.condition.is_blank(row));
                }
            }
            step.advance(rows.len())?;
        }
        Ok(counts.into_iter().filter(|of| of.count > 0).collect())
    }

    fn unrated(&self, frame: &Frame) -> u64 {
        let rows = self.inputs.registry().rows();
        let unrated = frame.rows.iter().filter(|row| rows[wide(**row)].class == 0);
        unrated.count() as u64
    }
}

/// How many rows of each stratum are left after the selected ones, at most the number of reserves of the task.
fn reserves(task: &Task, of_sheet: &SealedTask) -> u64 {
    let strata = of_sheet.strata.iter();
    strata.map(|of| task.reserves_of(of.size, of.take)).sum()
}
