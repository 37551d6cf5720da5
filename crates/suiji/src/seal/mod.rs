//! Sealing: makes the commitment from inputs and ceremony [S1–S5].

mod bounds;
pub(crate) mod findings;
mod outlook;
mod reopen;
mod summary;

pub use crate::base::texts::Severity;
pub use findings::Finding;
pub use outlook::{InNoTask, Need, Outlook, Visited};
pub use summary::{LeftOut, TaskSummary};

use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::{Hash, Secret};
use crate::base::run::Run;
use crate::ceremony::Ceremony;
use crate::ceremony::check;
use crate::ceremony::commitment::{Commitment, SealedReason, SealedStratum, SealedTask};
use crate::frame::allocate::allocate;
use crate::frame::{self, Frame, Reason};
use crate::inputs::Inputs;
use crate::inputs::registry::Registry;
use crate::staff;
use crate::staff::tasks;
use crate::tree::kept::Trees;
use crate::tree::leaf::Sealing;

/// Sealed inputs: everything that a draw needs, except the contributions.
///
/// Only [`seal`] and [`Sealed::reopen`] make one. It has the inputs, their frames and the [`Commitment`]. After the
/// first blinded receipt, it also keeps the trees for the proofs. [`crate::receipt::Receipts`] says how large they are.
#[derive(Debug)]
pub struct Sealed {
    pub(crate) inputs: Inputs,
    pub(crate) secret: Option<Secret>,
    pub(crate) frames: Vec<Frame>,
    short: Vec<staff::Shorts>,
    pub(crate) commitment: Commitment,
    pub(crate) trees: Trees,
}

/// An entity whose team cannot be filled, whatever the loads [S5].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ShortTeam<'s> {
    entity: &'s str,
    seats: &'s [u64],
}

impl<'s> ShortTeam<'s> {
    /// The id of the entity.
    pub const fn entity(self) -> &'s str {
        self.entity
    }

    /// The numbers of the seats that stay vacant, counted from 0.
    pub const fn seats(self) -> &'s [u64] {
        self.seats
    }
}

/// [S5] Seals the inputs. Everything that can fail is tried here, before the seed is known.
///
/// Publish the digest of the commitment before the draw, for example by reading it out.
///
/// # Errors
/// All faults of the ceremony and of the frames together: `ceremony.*`, `frame.*`, `allocation.*`. `limit.*` if the
/// draw would be larger than [`crate::limits`] allow.
///
/// ```
/// use suiji::{Ceremony, Hash, History, Inputs, Plan, Registry, Roster, Source};
/// use suiji::ceremony::{By, Part};
/// use suiji::plan::{Quota, Task};
/// use suiji::tables::Entity;
///
/// let task = Task::new("J1".parse()?, "抽查").with_quota(Quota::Count { count: 1 });
/// let plan = Plan::builder("样例计划", "样例县工信局", 2024).with_task(task).build()?;
/// let registry = Registry::from_rows([Entity::new("A-1", "甲"), Entity::new("A-2", "乙")])?;
/// let inputs = Inputs::new(plan, registry, Roster::from_rows([])?, History::default())?;
/// let dice = Source::live(By::Witness, "掷一枚骰子二十次", [Part::new(20, 1, 6)?])?;
/// let ceremony = Ceremony::new(Hash::Sha256, [dice]).with_sealed_at("2024-09-02T09:00:00+08:00".parse()?);
///
/// let sealed = suiji::seal(&inputs, &ceremony)?;
/// println!("{}", sealed.commitment().digest().to_groups());
/// # Ok::<(), suiji::Error>(())
/// ```
pub fn seal(inputs: &Inputs, ceremony: &Ceremony) -> Result<Sealed, Error> {
    seal_with(inputs, ceremony, &Run::default())
}

/// [`seal`] with a [`Run`]: threads, progress, cancelling.
///
/// # Errors
/// The errors of [`seal`], and `cancelled`.
pub fn seal_with(inputs: &Inputs, ceremony: &Ceremony, run: &Run) -> Result<Sealed, Error> {
    let mut faults = Faults::default();
    ceremony.check(&mut faults);
    check::check(ceremony, inputs.plan(), &mut faults);
    if let Some(sealed_at) = &ceremony.sealed_at {
        let history = inputs.history();
        history.check_dates(sealed_at.date(), &mut faults, run)?;
    }
    let sheet = match Sheet::new(inputs, run) {
        Ok(sheet) => Some(sheet),
        Err(error) if error.kind() == ErrorKind::Cancelled => return Err(error),
        Err(error) => {
            faults.extend(&error);
            None
        }
    };
    let made = faults.into_option(sheet.zip(ceremony.sealed_at.clone()))?;
    let (sheet, sealed_at) = made;
    let sealing = Sealing {
        hash: ceremony.hash,
        secret: ceremony.secret.as_ref(),
    };
    let digests = sealing.digests(
        inputs.plan(),
        inputs.registry(),
        inputs.roster(),
        inputs.history(),
        run,
    )?;
    let commitment = Commitment {
        hash: ceremony.hash,
        sealed_at,
        authority: inputs.plan().authority.clone(),
        year: inputs.plan().year,
        blinded: ceremony.secret.is_some(),
        plan: digests.plan,
        registry: digests.registry,
        roster: digests.roster,
        history: digests.history,
        tasks: sheet.tasks(inputs, sealing, run)?,
        terms: ceremony.terms.clone(),
    };
    let mut faults = Faults::default();
    bounds::check_documents(inputs, &sheet.frames, &commitment, &mut faults);
    faults.into_result(())?;
    Ok(sheet.sealed(inputs, ceremony.secret.clone(), commitment))
}

impl Sealed {
    /// The commitment. Its digest is published before the draw.
    pub const fn commitment(&self) -> &Commitment {
        &self.commitment
    }

    /// The inputs that were sealed.
    pub const fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// How many entities are excluded from a task for each reason that applies, in the order of [F2]. None if the plan
    /// has no such task.
    pub fn excluded(&self, task: &str) -> impl Iterator<Item = (&str, u64)> {
        let of_task = self.task_index(task).map(|index| &self.frames[index]);
        let reasons = of_task.into_iter().flat_map(|frame| &frame.reasons);
        reasons.map(|Reason { reason, size }| (&**reason, *size))
    }

    /// The entities in the frame of a task whose team cannot be filled [S5]. None if the plan has no such task.
    pub fn short_teams(&self, task: &str) -> impl Iterator<Item = ShortTeam<'_>> {
        let of_task = self
            .task_index(task)
            .map(|index| (&self.frames[index], &self.short[index]));
        of_task.into_iter().flat_map(move |(frame, short)| {
            short.iter().map(move |(entity, seats)| ShortTeam {
                entity: self.inputs.registry().id(frame.row(entity)),
                seats,
            })
        })
    }

    pub(crate) fn task_index(&self, id: &str) -> Option<usize> {
        let mut tasks = self.inputs.plan().tasks.iter();
        tasks.position(|task| task.id.as_str() == id)
    }

    /// The secret, if the commitment is blinded.
    pub const fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    pub(crate) fn sealing(&self) -> Sealing<'_> {
        Sealing {
            hash: self.commitment.hash,
            secret: self.secret.as_ref(),
        }
    }
}

/// Frames, takes and shortages of all tasks.
struct Sheet {
    frames: Vec<Frame>,
    takes: Vec<Vec<u64>>,
    short: Vec<staff::Shorts>,
}

impl Sheet {
    fn new(inputs: &Inputs, run: &Run) -> Result<Self, Error> {
        let plan = inputs.plan();
        let frames = frame::frames(plan, inputs.registry(), inputs.history(), run)?;
        let mut faults = Faults::default();
        let mut takes = Vec::new();
        for (index, (task, frame)) in plan.tasks.iter().zip(&frames).enumerate() {
            match allocate(index, task, &frame.strata) {
                Ok(take) => takes.push(take),
                Err(of_task) => of_task.into_iter().for_each(|fault| faults.push(fault)),
            }
        }
        let of = tasks::staff(plan, inputs.roster(), inputs.history());
        if faults.is_empty() {
            bounds::check_draw(inputs, &of, &frames, &takes, &mut faults);
        }
        faults.into_result(())?;
        let short = shortages(inputs.registry(), &of, &frames, run)?;
        Ok(Self {
            frames,
            takes,
            short,
        })
    }

    fn tasks(
        &self,
        inputs: &Inputs,
        sealing: Sealing<'_>,
        run: &Run,
    ) -> Result<Vec<SealedTask>, Error> {
        let (hash, registry): (Hash, _) = (sealing.hash, inputs.registry());
        let mut tasks = Vec::new();
        for (index, task) in inputs.plan().tasks.iter().enumerate() {
            let frame = &self.frames[index];
            let strata = frame
                .strata
                .iter()
                .zip(&self.takes[index])
                .map(|(stratum, &take)| SealedStratum {
                    stratum: stratum.name.clone(),
                    size: stratum.size,
                    take,
                });
            tasks.push(SealedTask {
                id: task.id.clone(),
                coordination: task.coordination.clone(),
                frame: sealing
                    .frame(task.id.as_str(), registry, frame)
                    .root(hash, run)?,
                excluded: sealing
                    .excluded(task.id.as_str(), registry, frame)
                    .root(hash, run)?,
                reasons: reasons(frame),
                strata: strata.collect(),
                short: self.short[index].len() as u64,
            });
        }
        Ok(tasks)
    }

    fn sealed(self, inputs: &Inputs, secret: Option<Secret>, commitment: Commitment) -> Sealed {
        Sealed {
            inputs: inputs.clone(),
            secret,
            trees: Trees::of(self.frames.len()),
            frames: self.frames,
            short: self.short,
            commitment,
        }
    }
}

/// How many rows are excluded for each reason [S3a].
fn reasons(frame: &Frame) -> Vec<SealedReason> {
    let counted = |of: &Reason| SealedReason {
        reason: of.reason.to_string(),
        size: of.size,
    };
    frame.reasons.iter().map(counted).collect()
}

/// [S5] Finds the entities of each task whose seats cannot all be filled.
fn shortages(
    registry: &Registry,
    of: &staff::Staff<'_>,
    frames: &[Frame],
    run: &Run,
) -> Result<Vec<staff::Shorts>, Error> {
    let shortages = staff::Shortages::new(of, run)?;
    let mut short = Vec::new();
    for (index, frame) in frames.iter().enumerate() {
        let entity = |position: usize| tasks::entity(registry, frame.row(position));
        short.push(shortages.of_task(index, &entity, frame.rows.len(), run)?);
    }
    Ok(short)
}
