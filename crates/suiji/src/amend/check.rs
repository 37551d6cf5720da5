//! Checks whether an amendment fits the state before it. This needs only the record and the amendments [M6].

use std::collections::BTreeSet;

use super::document::{Amendment, Amendments, Change, Substitution};
use super::state::{State, index_of};
use super::team::TeamState;
use crate::base::hash::Digest;
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::texts::{Problem, codes};
use crate::ceremony::commitment::Commitment;
use crate::record::Record;
use crate::staff::vacant;

/// Checks and applies all amendments, one after another. Fails with the number of the first one that does not fit.
pub(crate) fn walk<'r>(
    record: &'r Record,
    amendments: &Amendments,
) -> Result<State<'r>, (Option<usize>, Problem)> {
    if amendments.record != record.digest() {
        return Err((
            None,
            codes::amend_record(record.digest(), amendments.record),
        ));
    }
    let mut state = State::new(record).map_err(|problem| (None, problem))?;
    let mut previous = None;
    for (index, amendment) in amendments.list.iter().enumerate() {
        let fits = check_chain(amendments.record, &record.commitment, previous, amendment);
        fits.and_then(|()| state.check(&amendment.change))
            .map_err(|problem| (Some(index), problem))?;
        state.apply(&amendment.change);
        previous = Some(amendment);
    }
    Ok(state)
}

/// [M1] Checks that `previous` is the digest of the amendment before, or of the record for the first one, and that `at`
/// is not earlier than before.
pub(crate) fn check_chain(
    record: Digest,
    commitment: &Commitment,
    previous: Option<&Amendment>,
    amendment: &Amendment,
) -> Result<(), Problem> {
    let digest = previous.map_or(record, |of| of.digest(commitment.hash));
    refuse(amendment.previous != digest, || {
        codes::amend_previous(digest, amendment.previous)
    })?;
    let before = previous.map_or(&commitment.sealed_at, |of| &of.at);
    refuse(amendment.at.unix_seconds() < before.unix_seconds(), || {
        codes::amend_time(amendment.at.as_str(), before.as_str())
    })
}

impl State<'_> {
    /// [M6] Checks whether a change fits, as far as the record and the amendments show.
    pub(crate) fn check(&self, change: &Change) -> Result<(), Problem> {
        match change {
            Change::Away { inspectors } => {
                ascending(inspectors)?;
                inspectors.iter().try_for_each(|id| {
                    refuse(self.away.contains(id), || codes::amend_already_away(id))
                })
            }
            Change::Back { inspectors } => {
                ascending(inspectors)?;
                inspectors.iter().try_for_each(|id| {
                    refuse(!self.away.contains(id), || codes::amend_not_away(id))
                })
            }
            Change::Substitute { seats } => self.check_substitutes(seats),
            Change::Reserve { .. } => self.check_reserve(change),
            Change::ByHand {
                task,
                entity,
                seat,
                inspector,
            } => {
                let (_, team) = self.own_team(task, entity)?;
                let holder = holder(team, task, *seat)?;
                refuse(holder.is_some(), || codes::amend_held(task, entity, seat))?;
                let known = self.known(inspector);
                refuse(
                    known.is_some_and(|known| team.seats.contains(&Some(known))),
                    || codes::amend_in_team(inspector, task, entity),
                )?;
                self.check_case(inspector)
            }
        }
    }

    /// [M3] Checks that the seats are in order, that each is held by the inspector who leaves it, and that the
    /// substitute may take it.
    fn check_substitutes(&self, seats: &[Substitution]) -> Result<(), Problem> {
        let (mut last, mut teams) = (None, Vec::new());
        let leave: BTreeSet<&InspectorId> = seats.iter().map(|of| &of.leaves).collect();
        for of in seats {
            let (place, team) = self.own_team(&of.task, &of.entity)?;
            let holder = holder(team, &of.task, of.seat)?;
            refuse(last >= Some((place, of.seat)), codes::amend_order)?;
            last = Some((place, of.seat));
            let Some(holder) = holder else {
                return Err(codes::amend_vacant(&of.task, &of.entity, of.seat));
            };
            let holder = &self.inspectors[holder];
            refuse(*holder != of.leaves, || {
                codes::amend_leaves(&of.task, &of.entity, of.seat, holder, &of.leaves)
            })?;
            teams.push((place, team));
        }
        let mut taken = BTreeSet::new();
        for (of, (place, team)) in seats.iter().zip(&teams) {
            let Some(takes) = &of.inspector else { continue };
            let known = self.known(takes);
            let sits = known.is_some_and(|known| team.seats.contains(&Some(known)));
            let sat = known.is_some_and(|known| team.left.contains(&known));
            let twice = !taken.insert((place, takes));
            refuse(
                sits || sat || twice || leave.contains(takes) || self.away.contains(takes),
                || codes::amend_cannot_take(takes, &of.task, &of.entity),
            )?;
        }
        Ok(())
    }

    /// [M4] Checks that the entity is named once, that its reserve is the next one, and that the task can have this
    /// team.
    fn check_reserve(&self, change: &Change) -> Result<(), Problem> {
        let Change::Reserve {
            task: id,
            entity,
            reserve,
            members,
            vacant,
            joins,
        } = change
        else {
            return Ok(());
        };
        let next = self.next_reserve(id, entity)?;
        refuse(next != reserve.as_str(), || {
            codes::amend_reserve(next, reserve)
        })?;
        let index = self.index(id).ok_or_else(|| codes::amend_task(id))?;
        let task = &self.tasks[index];
        let seats = (members.len() + vacant.len()) as u64;
        let misfit = || codes::amend_members(id, reserve);
        let ascend =
            vacant.is_sorted_by(|a, b| a < b) && vacant.last().is_none_or(|&last| last < seats);
        let mut sorted: Vec<&InspectorId> = members.iter().collect();
        sorted.sort_unstable();
        let different = sorted.is_sorted_by(|a, b| a < b);
        refuse(
            seats != task.seat_count() as u64 || !ascend || !different,
            misfit,
        )?;
        let Some(joins) = joins else {
            return match members.iter().find(|id| self.away.contains(*id)) {
                Some(away) => Err(codes::amend_cannot_take(away, id, reserve)),
                None => Ok(()),
            };
        };
        let cannot = || codes::amend_cannot_join(id, reserve, joins);
        let other = self
            .index(joins)
            .filter(|&other| other != index)
            .ok_or_else(cannot)?;
        let other = &self.tasks[other];
        let team = other
            .team(reserve.as_str())
            .filter(|team| team.joins.is_none());
        let team = team.ok_or_else(cannot)?;
        let coordinated = task.coordination.is_some() && task.coordination == other.coordination;
        let held = self.split(team, seats);
        refuse(
            !coordinated || held != Some((members.clone(), vacant.clone())),
            cannot,
        )
    }

    /// [M4] The next reserve for an entity that cannot be inspected.
    pub(super) fn next_reserve(&self, id: &TaskId, entity: &EntityId) -> Result<&str, Problem> {
        let index = self.index(id).ok_or_else(|| codes::amend_task(id))?;
        let task = &self.tasks[index];
        let Some(team) = task.team(entity.as_str()) else {
            return Err(codes::amend_not_selected(id, entity));
        };
        refuse(task.replaced.contains(team.entity), || {
            codes::amend_replaced(id, entity)
        })?;
        task.next_reserve(team.stratum)
            .ok_or_else(|| codes::amend_no_reserve(id, entity))
    }

    /// The members and the vacant seats among the first seats of a team.
    pub(super) fn split(
        &self,
        team: &TeamState<'_>,
        seats: u64,
    ) -> Option<(Vec<InspectorId>, Vec<u64>)> {
        let seats = team.seats.get(..index_of(seats))?;
        let members = seats
            .iter()
            .flatten()
            .map(|&seat| self.inspectors[seat].clone());
        Some((members.collect(), vacant(seats)))
    }

    /// [M2] The team of an entity that has seats of its own, with its task and place.
    pub(super) fn own_team(
        &self,
        task: &TaskId,
        entity: &EntityId,
    ) -> Result<((usize, usize), &TeamState<'_>), Problem> {
        refuse(self.index(task).is_none(), || codes::amend_task(task))?;
        let Some((index, place)) = self.place(task, entity.as_str()) else {
            return Err(codes::amend_not_selected(task, entity));
        };
        let team = &self.tasks[index].teams[place];
        match team.joins {
            Some(joins) => Err(codes::amend_joined(
                task,
                entity,
                &self.tasks[joins].draw.task,
            )),
            None => Ok(((index, place), team)),
        }
    }

    /// [M5] An id must not differ from a known one only in letter case.
    fn check_case(&self, inspector: &InspectorId) -> Result<(), Problem> {
        match self.case_twin(inspector) {
            Some(other) => Err(codes::amend_case(inspector, other)),
            None => Ok(()),
        }
    }
}

/// Who holds a seat of a team.
fn holder(team: &TeamState<'_>, task: &TaskId, seat: u64) -> Result<Option<usize>, Problem> {
    let holder = team.seats.get(index_of(seat)).copied();
    holder.ok_or_else(|| codes::amend_no_seat(task, team.entity, seat))
}

fn ascending(inspectors: &[InspectorId]) -> Result<(), Problem> {
    refuse(!inspectors.is_sorted_by(|a, b| a < b), codes::amend_order)
}

fn refuse(wrong: bool, problem: impl FnOnce() -> Problem) -> Result<(), Problem> {
    if wrong { Err(problem()) } else { Ok(()) }
}
