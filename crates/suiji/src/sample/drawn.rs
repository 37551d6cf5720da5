//! What became of every entity, or of the entities that a record lists.

use core::fmt;

use super::framed::Framed;
use super::{SampleRow, SampleState};
use crate::base::error::Error;
use crate::base::hash::Digest;
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run};
use crate::base::sort::sort_by;
use crate::ceremony::commitment::SealedStratum;
use crate::draw::drawing;
use crate::record::{Draw, DrawnEntity, Listed, Places, Record};
use crate::seal::Sealed;

/// What became of every entity of the registry in one task, made by [`Sealed::sample`].
///
/// It keeps the tickets and ranks of the frame, which take 36 bytes for each entity in it.
pub struct Sample<'s> {
    framed: Framed<'s>,
    draw: &'s Draw,
    places: &'s Places,
    /// By place in the frame: the ticket and its rank in the stratum.
    tickets: Vec<(Digest, u32)>,
}

impl fmt::Debug for Sample<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sample({}: {} rows)", self.draw.task, self.framed.size())
    }
}

impl<'s> Sample<'s> {
    /// One row for each entity of the registry, in the order of ids.
    ///
    /// The states come from the record, which [`crate::verify()`] checks. The tickets are computed from its seed.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = SampleRow<'s>> {
        (0..self.framed.size()).map(|index| self.row(index))
    }

    fn row(&self, index: usize) -> SampleRow<'s> {
        let (mut row, at) = self.framed.row(index);
        let Some(at) = at else { return row };
        let (ticket, rank) = self.tickets[at];
        row.ticket = Some(ticket);
        row.rank = Some(rank.into());
        match self.places.find(self.draw, row.id) {
            Listed::Selected(place) => {
                row.state = SampleState::Selected;
                row.team = self.draw.teams.get(place);
            }
            Listed::Reserve(_) => row.state = SampleState::Reserve,
            Listed::Nowhere => {}
        }
        row
    }
}

impl Sealed {
    /// What became of every entity of the registry in a task: selected, reserve, in the frame, or not in it and why.
    /// Each has its ticket, rank and team. `None` if the plan has no such task.
    ///
    /// Receipts say the same about one entity, with proofs.
    ///
    /// # Errors
    /// `receipt.other-record` if the record belongs to another commitment.
    pub fn sample<'s>(
        &'s self,
        record: &'s Record,
        task: &str,
    ) -> Result<Option<Sample<'s>>, Error> {
        self.sample_with(record, task, &Run::default())
    }

    /// [`Self::sample`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::sample`], and `cancelled`.
    pub fn sample_with<'s>(
        &'s self,
        record: &'s Record,
        task: &str,
        run: &Run,
    ) -> Result<Option<Sample<'s>>, Error> {
        self.check_record(record)?;
        let Some(index) = self.task_index(task) else {
            return Ok(None);
        };
        Ok(Some(Sample {
            framed: Framed::new(self, index),
            draw: &record.draws[index],
            places: &record.places(run)?[index],
            tickets: tickets(self, index, &record.seed, run)?,
        }))
    }
}

/// By place in the frame of a task: the ticket [D2], and its rank in the stratum, counted from 1.
fn tickets(
    sealed: &Sealed,
    index: usize,
    seed: &Digest,
    run: &Run,
) -> Result<Vec<(Digest, u32)>, Cancelled> {
    let drawing = drawing(sealed, index, seed);
    let mut tickets = vec![(*seed, 0); drawing.frame.rows.len()];
    for mut of_stratum in drawing.tickets(run)? {
        sort_by(&mut of_stratum, Ord::cmp, run)?;
        for (rank, one) in (1..).zip(of_stratum) {
            tickets[wide(one.position)] = (one.ticket, rank);
        }
    }
    Ok(tickets)
}

impl Record {
    /// What the record alone says about a task: its selected entities in the order of visits, then its reserves. `None`
    /// if it has no such task.
    ///
    /// [`Sealed::sample`] also has all other entities, and the class of each.
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
    /// # let record = sealed.draw(&contributions)?;
    /// let drawn = record.sample("J1").unwrap_or_default();
    /// assert_eq!((drawn.len(), drawn[0].rank()), (1, Some(1)));
    /// // With the sealed inputs: every entity of the registry.
    /// let sample = sealed.sample(&record, "J1")?.expect("the plan has this task");
    /// assert_eq!(sample.rows().len(), 2);
    /// # Ok::<(), Error>(())
    /// ```
    pub fn sample(&self, task: &str) -> Option<Vec<SampleRow<'_>>> {
        let draw = self.draw(task)?;
        let mut sealed = self.commitment.tasks.iter();
        let strata = sealed.find(|of| of.id == draw.task);
        let strata = strata.map_or(&[][..], |of| &of.strata);
        let ranks = draw.ranks();
        let selected = draw.selected.iter().enumerate();
        let selected = selected.map(|(at, of)| (SampleState::Selected, of, draw.teams.get(at)));
        let reserves = draw.reserves.iter();
        let reserves = reserves.map(|of| (SampleState::Reserve, of, None));
        let rows = selected.chain(reserves).zip(ranks);
        let rows = rows.map(|((state, of, team), rank)| SampleRow {
            id: of.id.as_str(),
            task: &draw.task,
            stratum: Some(&of.stratum),
            class: None,
            state,
            reason: None,
            // A record that is not verified may have a stratum that is not in its commitment.
            probability: strata
                .iter()
                .find(|stratum| stratum.stratum == *of.stratum)
                .map(SealedStratum::probability),
            ticket: Some(of.ticket),
            rank: Some(rank),
            team,
        });
        Some(rows.collect())
    }
}

impl Draw {
    /// For each selected entity and then each reserve: the rank of its ticket in the stratum [D3], counted from 1. The
    /// selected have the smallest tickets, and the reserves follow.
    fn ranks(&self) -> Vec<u64> {
        let drawn: Vec<&DrawnEntity> = self.selected.iter().chain(&self.reserves).collect();
        let mut places: Vec<usize> = (0..drawn.len()).collect();
        let key = |place: usize| (&drawn[place].stratum, drawn[place].ticket, &drawn[place].id);
        places.sort_by(|&a, &b| key(a).cmp(&key(b)));
        let mut ranks = vec![0; drawn.len()];
        let strata = places.chunk_by(|&a, &b| drawn[a].stratum == drawn[b].stratum);
        for (rank, &place) in strata.flat_map(|of| (1..).zip(of)) {
            ranks[place] = rank;
        }
        ranks
    }
}
