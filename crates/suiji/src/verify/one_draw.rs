//! The checks of the draw of one task that need no input [V1].

use std::collections::{BTreeMap, BTreeSet};

use super::tickets::{Again, lists};
use super::{Outcome, Report};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::sort::sort_by;
use crate::base::texts::{self, checks};
use crate::ceremony::commitment::SealedTask;
use crate::draw::ticket::{Keys, visit_order};
use crate::inputs::plan::Plan;
use crate::record::{Draw, DrawnEntity, Record};

/// The draw of one task, and everything with which it is compared.
pub(super) struct OneDraw<'v> {
    pub(super) record: &'v Record,
    /// The plan, if it is the one that was sealed.
    pub(super) sealed_plan: Option<&'v Plan>,
    pub(super) index: usize,
    pub(super) sealed: &'v SealedTask,
    pub(super) draw: &'v Draw,
}

impl OneDraw<'_> {
    pub(super) fn verify(&self, report: &mut Report, run: &Run) -> Result<(), Cancelled> {
        let task = Some(self.sealed.id.as_str());
        let commitment = &self.record.commitment;
        let keys = Keys::of_task(commitment.hash, &self.record.seed, self.sealed);
        let path = |field: &str| format!("$.draws[{}]{field}", self.index);
        let seed = report.outcome_of(checks::SEED);
        let key = Outcome::compare(keys.draw, self.draw.key).given(seed.as_ref());
        report.check(checks::KEY, task, path(".key"), key.clone());
        if !commitment.blinded {
            let again = Again::of(commitment.hash, None, self.draw, run)?;
            let outcome = again.outcome.given(Some(&key));
            report.check(checks::TICKETS, task, path(&again.place), outcome);
        }
        let (place, outcome) = self.order(&keys, run)?;
        let outcome = outcome.given(seed.as_ref());
        report.check(checks::ORDER, task, path(&place), outcome);
        report.check(checks::SIZES, task, path(".selected"), self.sizes());
        let (place, outcome) = self.unique(run)?;
        report.check(checks::UNIQUE, task, path(&place), outcome);
        let (place, outcome) = self.reserves();
        report.check(checks::RESERVES, task, path(&place), outcome);
        let (place, outcome) = self.teams(run)?;
        report.check(checks::TEAM_FORM, task, path(&place), outcome);
        let (place, outcome) = self.joins(run)?;
        report.check(checks::JOINS, task, path(&place), outcome);
        self.facts(report);
        Ok(())
    }

    /// Checks that the selected entities are sorted by (H(O ‖ id), id) [D3].
    fn order(&self, keys: &Keys, run: &Run) -> Result<(String, Outcome), Cancelled> {
        let hash = self.record.commitment.hash;
        let mut step = run.step(Stage::Compare, self.draw.selected.len());
        let mut last = None;
        for (index, drawn) in self.draw.selected.iter().enumerate() {
            step.advance(1)?;
            let id = &drawn.id;
            let here = Some((visit_order(hash, &keys.order, id.as_str()), id));
            if last > here {
                let before = last.map_or(id, |(_, id)| id);
                let place = format!(".selected[{index}]");
                return Ok((place, Outcome::failed(id, before)));
            }
            last = here;
        }
        Ok((".selected".to_owned(), Outcome::Established))
    }

    /// Checks that the number selected from each stratum is the sealed take, and that none are from other strata
    /// [D3, F4].
    fn sizes(&self) -> Outcome {
        for stratum in &self.sealed.strata {
            let found = self
                .draw
                .selected
                .iter()
                .filter(|drawn| *drawn.stratum == stratum.stratum)
                .count() as u64;
            if found != stratum.take {
                return Outcome::failed(format!("{} {}", stratum.stratum, stratum.take), found);
            }
        }
        let known = |drawn: &DrawnEntity| {
            self.sealed
                .strata
                .iter()
                .any(|stratum| stratum.stratum == *drawn.stratum)
        };
        match lists(self.draw).find(|(_, drawn)| !known(drawn)) {
            Some((_, drawn)) => Outcome::failed(texts::ONE_OF_THE_STRATA, &drawn.stratum),
            None => Outcome::Established,
        }
    }

    fn unique(&self, run: &Run) -> Result<(String, Outcome), Cancelled> {
        // Sorting is much faster than a set. The set is only needed to find the duplicate.
        let mut ids: Vec<&str> = lists(self.draw)
            .map(|(_, drawn)| drawn.id.as_str())
            .collect();
        sort_by(&mut ids, Ord::cmp, run)?;
        if ids.is_sorted_by(|a, b| a < b) {
            return Ok((String::new(), Outcome::Established));
        }
        let mut step = run.step(Stage::Compare, ids.len());
        let mut seen = BTreeSet::new();
        for (place, drawn) in lists(self.draw) {
            step.advance(1)?;
            if !seen.insert(&drawn.id) {
                let (list, index) = place;
                return Ok((format!(".{list}[{index}]"), once(&drawn.id)));
            }
        }
        Ok((String::new(), Outcome::Established))
    }

    /// Checks that a team that joins another one has the first seats of the team of an earlier task of the same group
    /// [T7].
    fn joins(&self, run: &Run) -> Result<(String, Outcome), Cancelled> {
        let mut step = run.step(Stage::Compare, self.draw.teams.len());
        let mut by_task = BTreeMap::new();
        for (index, team) in self.draw.teams.iter().enumerate() {
            step.advance(1)?;
            let Some(joins) = &team.joins else { continue };
            let place = format!(".teams[{index}].joins");
            let earlier = self.record.draws.iter().take(self.index);
            let Some(earlier) = earlier.rev().find(|draw| draw.task == *joins) else {
                return Ok((place, Outcome::failed(texts::AN_EARLIER_TASK, joins)));
            };
            let tasks = &self.record.commitment.tasks;
            let group = tasks
                .iter()
                .find(|task| task.id == *joins)
                .and_then(SealedTask::coordination);
            if group.is_none() || group != self.sealed.coordination() {
                return Ok((place, Outcome::failed(texts::A_TASK_OF_THE_GROUP, joins)));
            }
            let teams = by_task.entry(joins).or_insert_with(|| {
                let teams = earlier.teams.iter();
                teams
                    .map(|team| (&team.entity, team))
                    .collect::<BTreeMap<_, _>>()
            });
            let other = teams
                .get(&team.entity)
                .filter(|other| other.joins.is_none());
            let seats = other.and_then(|other| other.seats()).zip(team.seats());
            if !seats.is_some_and(|(other, own)| other.starts_with(&own)) {
                return Ok((place, Outcome::failed(texts::THE_TEAM_JOINED, &team.entity)));
            }
        }
        Ok((".teams".to_owned(), Outcome::Established))
    }

    /// Checks that the teams are in the order of the selected entities, members are different and vacant seats ascend
    /// [T5].
    fn teams(&self, run: &Run) -> Result<(String, Outcome), Cancelled> {
        let place = ".teams".to_owned();
        let plan = self.sealed_plan;
        let asked = plan.map(|plan| plan.tasks[self.index].team.as_ref());
        let teams = &self.draw.teams;
        let right = match asked {
            Some(None) => 0,
            Some(Some(_)) => self.draw.selected.len(),
            // Without the plan, either all entities have teams or none has.
            None if teams.is_empty() => 0,
            None => self.draw.selected.len(),
        };
        if teams.len() != right {
            return Ok((place, Outcome::failed(right, teams.len())));
        }
        let mut step = run.step(Stage::Compare, teams.len());
        for (index, (team, selected)) in teams.iter().zip(&self.draw.selected).enumerate() {
            step.advance(1)?;
            let place = format!(".teams[{index}]");
            if team.entity != selected.id {
                return Ok((
                    place + ".entity",
                    Outcome::failed(&selected.id, &team.entity),
                ));
            }
            let found = (team.members.len() + team.vacant.len()) as u64;
            if let Some(outcome) = seating(&team.members, &team.vacant, found) {
                return Ok((place, outcome));
            }
            let seats = asked.flatten().map_or(found, |team| team.seat_count());
            if found != seats {
                return Ok((place, Outcome::failed(seats, found)));
            }
        }
        Ok((place, Outcome::Established))
    }
}

/// What is wrong with a team of that number of seats. `None` if nothing is.
///
/// Members are different, vacant seats ascend, and there are two to twenty seats [T1, T5].
pub(crate) fn seating<T: Ord + ToString>(
    members: &[T],
    vacant: &[u64],
    seats: u64,
) -> Option<Outcome> {
    if let Some(twice) = twice(members) {
        return Some(once(twice.to_string()));
    }
    if !vacant.is_sorted_by(|a, b| a < b) || vacant.last().is_some_and(|&last| last >= seats) {
        let right = texts::SEATS_IN_ORDER;
        return Some(Outcome::failed(right, format!("{vacant:?}")));
    }
    let right = (2..=20).contains(&seats);
    (!right).then(|| Outcome::failed("2–20", seats))
}

/// The first member that is repeated.
fn twice<T: Ord>(members: &[T]) -> Option<&T> {
    let mut seen = BTreeSet::new();
    members.iter().find(|member| !seen.insert(*member))
}

/// The outcome if something is repeated.
fn once(id: impl ToString) -> Outcome {
    Outcome::failed(texts::ONCE, texts::more_than_once(id.to_string()))
}
