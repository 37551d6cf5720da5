//! The draw: seed, tickets, selection and teams, from a sealed value and its contributions [R2–T7].

pub(crate) mod ticket;

use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Faults, Place};
use crate::base::hash::{Digest, Hash};
use crate::base::id::{EntityId, InspectorId};
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::sort::sort_by;
use crate::base::texts::codes;
use crate::ceremony::commitment::Commitment;
use crate::ceremony::contribution::{self, Contribution, check_one};
use crate::ceremony::contributions::{self, Contributions};
use crate::draw::ticket::{Drawing, Keys, Selection, Ticketed};
use crate::record::{Draw, DrawnEntity, DrawnTeam, Record};
use crate::seal::Sealed;
use crate::staff::tasks;
use crate::staff::{self, Entity, Staffed};

impl Commitment {
    /// Checks that the contributions are for this commitment, that each source has one, and that each matches its
    /// source [R1] [R3] [R4]. It needs no inputs.
    ///
    /// # Errors
    /// All faults together: `contributions.*`, and `limit.contributions` if the document is larger than readers accept.
    pub fn check_contributions(&self, contributions: &Contributions) -> Result<(), Error> {
        let mut faults = Faults::default();
        for fault in contributions::check(self, contributions) {
            faults.push(fault);
        }
        faults.into_result(())
    }

    /// Checks that one contribution matches the source of that number, counted from 0 [R1].
    ///
    /// # Errors
    /// `contributions.*`, and `contributions.count` if there is no such source.
    pub fn check_contribution(
        &self,
        source: u64,
        contribution: &Contribution,
    ) -> Result<(), Error> {
        let (hash, sources) = (self.hash, self.sources());
        let index = usize::try_from(source).unwrap_or(usize::MAX);
        let mut faults = Faults::default();
        match sources.get(index) {
            Some(source) => {
                let json = contribution::to_json(contribution, None).to_pretty();
                let path = format!("$.contributions[{index}]");
                let size = contributions::check_size(&json, path);
                let all = check_one(hash, index, source, contribution).into_iter();
                all.chain(size).for_each(|fault| faults.push(fault));
            }
            None => {
                let found = source.saturating_add(1);
                let problem = codes::contribution_count(sources.len(), found);
                faults.push(problem.at(Place::new(ErrorKind::Contributions, "$.contributions")));
            }
        }
        faults.into_result(())
    }
}

impl Sealed {
    /// Checks the contributions as [`Commitment::check_contributions`] does [R1] [R3] [R4].
    ///
    /// # Errors
    /// All faults together: `contributions.*`.
    pub fn check_contributions(&self, contributions: &Contributions) -> Result<(), Error> {
        self.commitment.check_contributions(contributions)
    }

    /// Checks that one contribution matches the source of that number, counted from 0 [R1].
    ///
    /// # Errors
    /// `contributions.*`, and `contributions.count` if there is no such source.
    pub fn check_contribution(
        &self,
        source: u64,
        contribution: &Contribution,
    ) -> Result<(), Error> {
        self.commitment.check_contribution(source, contribution)
    }

    /// Draws: computes the seed, the tickets, the selection and the teams [R2–T7].
    ///
    /// The same inputs, commitment and contributions give the same record, byte for byte.
    ///
    /// # Errors
    /// The errors of [`Sealed::check_contributions`]. Nothing else can fail.
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
    /// # let thrown = [3, 5, 1, 6, 2, 4, 4, 3, 5, 1, 2, 6, 6, 4, 1, 2, 3, 5, 6, 1];
    /// # let contributions = Contributions::new(sealed.commitment().digest(), [Contribution::live([thrown])?]);
    /// let record = sealed.draw(&contributions)?;
    /// assert_eq!(record.draws()[0].selected().len(), 1);
    /// assert_eq!(sealed.draw(&contributions)?, record, "the result is always the same");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn draw(&self, contributions: &Contributions) -> Result<Record, Error> {
        self.draw_with(contributions, &Run::default())
    }

    /// [`Self::draw`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::draw`], and `cancelled`.
    pub fn draw_with(&self, contributions: &Contributions, run: &Run) -> Result<Record, Error> {
        self.check_contributions(contributions)?;
        Ok(draw(self, contributions, run)?)
    }
}

impl Sealed {
    /// Checks that a record has this commitment, its tasks and the seed that follows from its contributions.
    pub(crate) fn check_record(&self, record: &Record) -> Result<(), Error> {
        let commitment = &self.commitment;
        let sealed = commitment.tasks.iter().map(|task| &task.id);
        let tasks = record.draws.iter().map(|draw| &draw.task).eq(sealed);
        let seed = seed(commitment.hash, &commitment.digest(), &record.contributions);
        if record.commitment != *commitment || record.seed != seed || !tasks {
            let place = Place::new(ErrorKind::Receipt, "");
            return Err(Error::new(codes::record_other().at(place)));
        }
        Ok(())
    }
}

/// [R2] Computes the seed S = derive("seed", C, JCS(contributions)).
pub(crate) fn seed(hash: Hash, commitment: &Digest, contributions: &Contributions) -> Digest {
    hash.derive("seed", &[commitment.as_bytes(), &contributions.canonical()])
}

/// Everything that the draw of one task depends on.
pub(crate) fn drawing<'d>(sealed: &'d Sealed, index: usize, seed: &Digest) -> Drawing<'d> {
    let commitment = &sealed.commitment;
    Drawing {
        hash: commitment.hash,
        keys: Keys::of_task(commitment.hash, seed, &commitment.tasks[index]),
        secret: sealed.secret.as_ref(),
        registry: sealed.inputs.registry(),
        frame: &sealed.frames[index],
    }
}

/// Draws with contributions that have been checked.
fn draw(sealed: &Sealed, contributions: &Contributions, run: &Run) -> Result<Record, Cancelled> {
    let commitment = &sealed.commitment;
    let seed = seed(commitment.hash, &commitment.digest(), contributions);
    let plan = sealed.inputs.plan();
    let (mut drawings, mut selections) = (Vec::new(), Vec::new());
    for (index, task) in plan.tasks.iter().enumerate() {
        let drawing = drawing(sealed, index, &seed);
        let takes: Vec<u64> = commitment.tasks[index]
            .strata
            .iter()
            .map(|stratum| stratum.take)
            .collect();
        selections.push(drawing.select(&takes, task.reserves, run)?);
        drawings.push(drawing);
    }
    let teams = staff(sealed, &seed, &drawings, &selections, run)?;
    let mut draws = Vec::new();
    for ((task, (drawing, selection)), teams) in plan
        .tasks
        .iter()
        .zip(drawings.iter().zip(selections))
        .zip(teams)
    {
        draws.push(Draw {
            task: task.id.clone(),
            key: drawing.keys.draw,
            selected: drawn(drawing, &selection.selected, run)?,
            reserves: drawn(drawing, &selection.reserves, run)?,
            teams,
        });
    }
    Record::new(commitment.clone(), contributions.clone(), seed, draws, run)
}

/// How many entities are copied into the record between two progress reports.
const CHUNK: usize = 4096;

fn drawn(
    drawing: &Drawing<'_>,
    ticketed: &[Ticketed],
    run: &Run,
) -> Result<Vec<DrawnEntity>, Cancelled> {
    let strata = drawing.frame.strata.iter();
    let strata: Vec<Arc<str>> = strata.map(|stratum| stratum.name.as_str().into()).collect();
    // Ids are copied in the order of the frame, because they are in memory in that order. In the order of visits,
    // almost every id would be a cache miss.
    let mut places: Vec<(u32, u32)> = ticketed.iter().map(|one| one.position).zip(0..).collect();
    sort_by(&mut places, Ord::cmp, run)?;
    let mut drawn: Vec<Option<DrawnEntity>> = ticketed.iter().map(|_| None).collect();
    let mut step = run.step(Stage::Record, ticketed.len());
    for chunk in places.chunks(CHUNK) {
        for &(position, place) in chunk {
            let one = &ticketed[wide(place)];
            drawn[wide(place)] = Some(DrawnEntity {
                id: EntityId::checked(drawing.id(one)),
                stratum: Arc::clone(&strata[usize::from(drawing.frame.stratum[wide(position)])]),
                ticket: one.ticket,
            });
        }
        step.advance(chunk.len())?;
    }
    Ok(drawn.into_iter().flatten().collect())
}

/// [T5] Fills the teams of all tasks by section 7, and lists each team: members in the order of seats, and
/// the numbers of vacant seats.
fn staff(
    sealed: &Sealed,
    seed: &Digest,
    drawings: &[Drawing<'_>],
    selections: &[Selection],
    run: &Run,
) -> Result<Vec<Vec<DrawnTeam>>, Cancelled> {
    let (plan, registry, roster) = (
        sealed.inputs.plan(),
        sealed.inputs.registry(),
        sealed.inputs.roster(),
    );
    let of = tasks::staff(plan, roster, sealed.inputs.history());
    let mut entities: Vec<Vec<Entity<'_>>> = Vec::new();
    for (task, (drawing, selection)) in of.teams.iter().zip(drawings.iter().zip(selections)) {
        let entity = |one: &Ticketed| tasks::entity(registry, drawing.row(one));
        let selected = selection.selected.iter().map(entity);
        entities.push(task.iter().flat_map(|_| selected.clone()).collect());
    }
    let hash = sealed.commitment.hash;
    let staffed = staff::staff(hash, seed, &of, &entities, run)?;
    let inspector = |&place: &u32| {
        let index = wide(place);
        InspectorId::checked(of.inspectors[index].id)
    };
    let team = |(entity, staffed): (&Entity<'_>, &Staffed)| DrawnTeam {
        entity: EntityId::checked(entity.id),
        members: staffed.seats.iter().flatten().map(inspector).collect(),
        vacant: staff::vacant(&staffed.seats),
        joins: staffed.joins.map(|task| plan.tasks[task].id.clone()),
    };
    let teams = entities.iter().zip(&staffed);
    Ok(teams
        .map(|(entities, staffed)| entities.iter().zip(staffed).map(team).collect())
        .collect())
}
