//! The state after a record and its amendments: who holds which seat, who is away, which reserves are used.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::document::Change;
use super::team::{TaskState, TeamState};
use crate::base::id::{InspectorId, TaskId};
use crate::base::texts::{Problem, codes};
use crate::record::{Draw, Record};

/// The state after a record and its amendments [M1].
#[derive(Clone, Debug)]
pub struct State<'r> {
    pub(super) record: &'r Record,
    pub(super) tasks: Vec<TaskState<'r>>,
    pub(super) by_id: BTreeMap<&'r str, usize>,
    /// All inspectors in the record and the amendments. The other fields refer to them by index.
    pub(super) inspectors: Vec<InspectorId>,
    numbers: BTreeMap<InspectorId, usize>,
    /// The index of each inspector, by the id in capitals. If ids differ only in letter case, this is the index of the
    /// first one.
    capitals: BTreeMap<String, usize>,
    /// By inspector: how many seats they hold now.
    pub(super) held: Vec<u64>,
    pub(super) away: BTreeSet<InspectorId>,
    /// The same by inspector.
    pub(super) is_away: Vec<bool>,
}

impl<'r> State<'r> {
    /// The state after the draw.
    pub(super) fn new(record: &'r Record) -> Result<Self, Problem> {
        let mut state = Self {
            record,
            tasks: Vec::new(),
            by_id: BTreeMap::new(),
            inspectors: Vec::new(),
            numbers: BTreeMap::new(),
            capitals: BTreeMap::new(),
            held: Vec::new(),
            away: BTreeSet::new(),
            is_away: Vec::new(),
        };
        for (index, draw) in record.draws.iter().enumerate() {
            let task = state.task(index, draw)?;
            state.by_id.insert(draw.task.as_str(), index);
            state.tasks.push(task);
        }
        Ok(state)
    }

    fn task(&mut self, index: usize, draw: &'r Draw) -> Result<TaskState<'r>, Problem> {
        let misfit = || codes::amend_teams(&draw.task);
        let sealed = self.record.commitment.tasks.get(index);
        let sealed = sealed
            .filter(|sealed| sealed.id == draw.task)
            .ok_or_else(misfit)?;
        let has_teams = !draw.teams.is_empty();
        if has_teams && draw.teams.len() != draw.selected.len() {
            return Err(misfit());
        }
        let mut task = TaskState {
            draw,
            coordination: sealed.coordination(),
            teams: Vec::new(),
            places: BTreeMap::new(),
            unused: BTreeMap::new(),
            replaced: BTreeSet::new(),
        };
        for drawn in &draw.reserves {
            task.unused
                .entry(&drawn.stratum)
                .or_default()
                .push_back(drawn.id.as_str());
        }
        for (place, drawn) in draw.selected.iter().enumerate() {
            let mut team = TeamState {
                entity: drawn.id.as_str(),
                stratum: &drawn.stratum,
                seats: Vec::new(),
                joins: None,
                left: BTreeSet::new(),
            };
            if let Some(of) = draw.teams.get(place) {
                let seats = of
                    .seats()
                    .filter(|_| of.entity == drawn.id)
                    .ok_or_else(misfit)?;
                team.seats = seats
                    .into_iter()
                    .map(|seat| Some(self.number(seat?)))
                    .collect();
                if let Some(joins) = &of.joins {
                    team.joins = Some(self.joined(joins, &team).ok_or_else(misfit)?);
                }
            }
            if team.joins.is_none() {
                for &inspector in team.seats.iter().flatten() {
                    self.held[inspector] += 1;
                }
            }
            if task.places.insert(team.entity, place).is_some() {
                return Err(misfit());
            }
            task.teams.push(team);
        }
        Ok(task)
    }

    /// The earlier task that a team joins, if it can.
    fn joined(&self, id: &TaskId, team: &TeamState<'_>) -> Option<usize> {
        let index = self.index(id)?;
        let other = self.tasks[index].team(team.entity)?;
        let fits = other.joins.is_none() && other.seats.starts_with(&team.seats);
        fits.then_some(index)
    }

    pub(super) fn index(&self, task: &TaskId) -> Option<usize> {
        self.by_id.get(task.as_str()).copied()
    }

    /// The index of an inspector. An inspector who is not known yet is added.
    pub(super) fn number(&mut self, id: &InspectorId) -> usize {
        if let Some(&number) = self.numbers.get(id) {
            return number;
        }
        self.numbers.insert(id.clone(), self.inspectors.len());
        self.capitals
            .entry(id.as_str().to_ascii_uppercase())
            .or_insert(self.inspectors.len());
        self.inspectors.push(id.clone());
        self.held.push(0);
        self.is_away.push(false);
        self.inspectors.len() - 1
    }

    pub(super) fn known(&self, id: &InspectorId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// Another known id that differs from this one only in letter case [C4].
    pub(super) fn case_twin(&self, id: &InspectorId) -> Option<&InspectorId> {
        let known = self.capitals.get(&id.as_str().to_ascii_uppercase());
        known
            .map(|&number| &self.inspectors[number])
            .filter(|known| *known != id)
    }

    /// The seats of a team as they are now. If it joins another team, these are the first seats of that team.
    pub(super) fn current_seats(&self, team: &TeamState<'_>) -> Vec<Option<usize>> {
        let joined = team
            .joins
            .and_then(|task| self.tasks[task].team(team.entity));
        match joined {
            Some(joined) => joined
                .seats
                .iter()
                .copied()
                .take(team.seats.len())
                .collect(),
            None => team.seats.clone(),
        }
    }

    /// Puts an inspector into a seat, or makes it vacant.
    pub(super) fn put(&mut self, task: usize, place: usize, seat: usize, inspector: Option<usize>) {
        let team = &mut self.tasks[task].teams[place];
        let before = std::mem::replace(&mut team.seats[seat], inspector);
        if let Some(before) = before {
            team.left.insert(before);
            self.held[before] -= 1;
        }
        if let Some(inspector) = inspector {
            self.held[inspector] += 1;
        }
    }

    /// Adds the team of a reserve.
    pub(super) fn add(&mut self, task: usize, team: TeamState<'r>) {
        if team.joins.is_none() {
            for &inspector in team.seats.iter().flatten() {
                self.held[inspector] += 1;
            }
        }
        let task = &mut self.tasks[task];
        task.places.insert(team.entity, task.teams.len());
        task.teams.push(team);
    }

    /// Applies a change that fits.
    pub(crate) fn apply(&mut self, change: &Change) {
        match change {
            Change::Away { inspectors } => {
                for inspector in inspectors {
                    let number = self.number(inspector);
                    self.is_away[number] = true;
                    self.away.insert(inspector.clone());
                }
            }
            Change::Back { inspectors } => {
                for inspector in inspectors {
                    if let Some(number) = self.known(inspector) {
                        self.is_away[number] = false;
                    }
                    self.away.remove(inspector);
                }
            }
            Change::Substitute { seats } => {
                for inspector in [false, true] {
                    for seat in seats {
                        let Some((task, place)) = self.place(&seat.task, seat.entity.as_str())
                        else {
                            continue;
                        };
                        let number = seat.inspector.as_ref().filter(|_| inspector);
                        let number = number.map(|id| self.number(id));
                        if !inspector || number.is_some() {
                            self.put(task, place, index_of(seat.seat), number);
                        }
                    }
                }
            }
            Change::Reserve {
                task,
                entity,
                members,
                vacant,
                joins,
                ..
            } => {
                let joins = joins.as_ref().and_then(|task| self.index(task));
                let Some((task, place)) = self.place(task, entity.as_str()) else {
                    return;
                };
                let (replaced, stratum) = {
                    let team = &self.tasks[task].teams[place];
                    (team.entity, team.stratum)
                };
                let of_task = &mut self.tasks[task];
                of_task.replaced.insert(replaced);
                let Some(reserve) = of_task
                    .unused
                    .get_mut(stratum)
                    .and_then(VecDeque::pop_front)
                else {
                    return;
                };
                let mut members = members.iter();
                let count = (members.len() + vacant.len()) as u64;
                let seats = (0..count)
                    .map(|seat| match vacant.binary_search(&seat) {
                        Ok(_) => None,
                        Err(_) => members.next().map(|id| self.number(id)),
                    })
                    .collect();
                let team = TeamState {
                    entity: reserve,
                    stratum,
                    seats,
                    joins,
                    left: BTreeSet::new(),
                };
                self.add(task, team);
            }
            Change::ByHand {
                task,
                entity,
                seat,
                inspector,
            } => {
                if let Some((task, place)) = self.place(task, entity.as_str()) {
                    let inspector = self.number(inspector);
                    self.put(task, place, index_of(*seat), Some(inspector));
                }
            }
        }
    }

    /// The task and the place of an entity's team in it.
    pub(super) fn place(&self, task: &TaskId, entity: &str) -> Option<(usize, usize)> {
        let task = self.index(task)?;
        Some((task, *self.tasks[task].places.get(entity)?))
    }
}

/// A seat number as an index. If the number is too large, no seat has the index.
pub(super) fn index_of(seat: u64) -> usize {
    usize::try_from(seat).unwrap_or(usize::MAX)
}
