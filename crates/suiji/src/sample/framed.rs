//! The rows of a registry, with what each is in a task before the draw.

use super::{SampleRow, SampleState};
use crate::ceremony::commitment::SealedStratum;
use crate::frame::{Frame, Matches, Scopes, Standing};
use crate::inputs::plan::Task;
use crate::inputs::registry::Registry;
use crate::seal::Sealed;

/// Looks up what the rows of the registry are in one task.
pub(super) struct Framed<'s> {
    registry: &'s Registry,
    task: &'s Task,
    pub(super) frame: &'s Frame,
    strata: &'s [SealedStratum],
    matches: Matches,
}

impl<'s> Framed<'s> {
    pub(super) fn new(sealed: &'s Sealed, index: usize) -> Self {
        let (plan, registry) = (sealed.inputs.plan(), sealed.inputs.registry());
        let task = &plan.tasks[index];
        Self {
            registry,
            task,
            frame: &sealed.frames[index],
            strata: &sealed.commitment.tasks[index].strata,
            matches: Scopes::new(registry).of(plan, task),
        }
    }

    /// How many rows the registry has.
    pub(super) fn size(&self) -> usize {
        self.registry.rows().len()
    }

    /// A row of the registry, with its place in the frame if it is there.
    pub(super) fn row(&self, index: usize) -> (SampleRow<'s>, Option<usize>) {
        let row = &self.registry.rows()[index];
        let (mut made, mut at) = (
            SampleRow {
                id: self.registry.id(index),
                task: &self.task.id,
                stratum: None,
                class: self.registry.store().classes.value(row.class),
                state: SampleState::OutOfScope,
                reason: None,
                probability: None,
                ticket: None,
                rank: None,
                team: None,
            },
            None,
        );
        match self.frame.standing(self.registry, index) {
            Standing::Framed { position, stratum } => {
                let stratum = &self.strata[stratum];
                made.state = SampleState::InFrame;
                made.stratum = Some(stratum.stratum());
                made.probability = Some(stratum.probability());
                at = Some(position);
            }
            Standing::Excluded { reason, .. } => {
                made.state = SampleState::Excluded;
                made.reason = Some(reason);
            }
            Standing::Inactive | Standing::OutOfScope => {
                let unmet = self.matches.unmet(self.task, row);
                made.reason = unmet.map(|condition| condition.fields().0);
            }
        }
        (made, at)
    }
}

impl Sealed {
    /// The rows of the registry, in the order of ids. Each says whether it is in the frame of the task and if not, why
    /// [F1, F2], and has the stratum [F3] and the inclusion probability [F4]. `None` if the plan has no such task.
    ///
    /// ```
    /// # use suiji::*;
    /// # use suiji::ceremony::*;
    /// # use suiji::plan::*;
    /// # use suiji::tables::*;
    /// # let task = Task::new("J1".parse()?, "抽查").with_quota(Quota::Count { count: 1 });
    /// # let plan = Plan::builder("样例计划", "样例县工信局", 2024).with_task(task).build()?;
    /// # let registry = Registry::from_rows([Entity::new("A-1", "甲"), Entity::new("A-2", "乙")])?;
    /// # let inputs = Inputs::new(plan, registry, Roster::default(), History::default())?;
    /// # let dice = Source::live(By::Witness, "掷骰", [Part::new(20, 1, 6)?])?;
    /// # let time = "2024-09-02T09:00:00+08:00".parse()?;
    /// # let ceremony = Ceremony::new(Hash::Sha256, [dice]).with_sealed_at(time);
    /// # let sealed = seal(&inputs, &ceremony)?;
    /// for row in sealed.frame("J1").into_iter().flatten() {
    ///     let probability = row.probability().expect("both are in the frame");
    ///     assert_eq!((row.state().as_str(), probability.to_string()), ("in_frame", "1/2".to_owned()));
    /// }
    /// # Ok::<(), Error>(())
    /// ```
    pub fn frame(&self, task: &str) -> Option<impl ExactSizeIterator<Item = SampleRow<'_>>> {
        let framed = Framed::new(self, self.task_index(task)?);
        Some((0..framed.size()).map(move |index| framed.row(index).0))
    }
}
