//! The state after amendments: teams, loads, who is away [M1].

use super::check::walk;
use super::document::Amendments;
use super::request::Seat;
use super::state::State;
use super::team::{TaskState, TeamState};
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::record::Record;

/// A team as it is after all amendments.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AmendedTeam<'s> {
    entity: &'s str,
    seats: Vec<Option<&'s InspectorId>>,
    joins: Option<&'s TaskId>,
    is_reserve: bool,
    is_replaced: bool,
}

impl AmendedTeam<'_> {
    /// The id of the entity.
    pub fn entity(&self) -> &str {
        self.entity
    }

    /// The inspectors by seat number, `None` for a vacant seat.
    pub fn seats(&self) -> &[Option<&InspectorId>] {
        &self.seats
    }

    /// The task whose team this is, if one visit serves both tasks [T7].
    pub const fn joins(&self) -> Option<&TaskId> {
        self.joins
    }

    /// Whether the entity is a reserve that was used [M4].
    pub const fn is_reserve(&self) -> bool {
        self.is_reserve
    }

    /// Whether the entity could not be inspected, so that a reserve was used [M4].
    pub const fn is_replaced(&self) -> bool {
        self.is_replaced
    }

    /// The lead (主办人员): the inspector in seat 0, or `None` if it is vacant [T5].
    pub fn lead(&self) -> Option<&InspectorId> {
        self.seats.first().copied().flatten()
    }
}

impl<'r> State<'r> {
    /// How many seats an inspector holds now, in the whole draw [T3].
    pub fn seats_held(&self, inspector: &str) -> u64 {
        let known = inspector.parse().ok().and_then(|id| self.known(&id));
        known.map_or(0, |number| self.held[number])
    }

    /// The seats that an inspector holds now, sorted by task, team and seat number. A request to substitute the
    /// inspector names these seats.
    ///
    /// A team that joins another one has no seats of its own [M2]. Its seats belong to the other team.
    pub fn seats_of(&self, inspector: &str) -> Vec<Seat> {
        let known = inspector.parse().ok().and_then(|id| self.known(&id));
        let Some(known) = known.filter(|&number| self.held[number] > 0) else {
            return Vec::new();
        };
        let mut held = Vec::new();
        for task in &self.tasks {
            let own = task.teams.iter().filter(|team| team.joins.is_none());
            for team in own {
                let seats = (0..).zip(&team.seats);
                let seats = seats.filter(|(_, holder)| **holder == Some(known));
                held.extend(seats.map(|(number, _)| {
                    let entity = EntityId::checked(team.entity);
                    Seat::new(task.draw.task.clone(), entity, number)
                }));
            }
        }
        held
    }

    /// The inspectors who are away [M3], sorted by id.
    pub fn away(&self) -> impl Iterator<Item = &InspectorId> {
        self.away.iter()
    }

    /// The teams of a task: first the teams of its selected entities, then those of its used reserves in the order of
    /// use. If the task has no `team`, its teams have no seats here.
    pub fn teams(&self, task: &str) -> impl Iterator<Item = AmendedTeam<'_>> {
        let task = self.by_id.get(task).map(|&index| &self.tasks[index]);
        task.into_iter().flat_map(move |task| {
            (0..)
                .zip(&task.teams)
                .map(move |(place, team)| self.amended(task, place, team))
        })
    }

    /// The team of an entity in a task, or `None` if the entity is neither selected nor a used reserve.
    pub fn team(&self, task: &str, entity: &str) -> Option<AmendedTeam<'_>> {
        let task = &self.tasks[*self.by_id.get(task)?];
        let place = *task.places.get(entity)?;
        Some(self.amended(task, place, &task.teams[place]))
    }

    fn amended<'s>(
        &'s self,
        task: &'s TaskState<'r>,
        place: usize,
        team: &'s TeamState<'r>,
    ) -> AmendedTeam<'s> {
        let seats = self.current_seats(team).into_iter();
        AmendedTeam {
            entity: team.entity,
            seats: seats.map(|seat| Some(&self.inspectors[seat?])).collect(),
            joins: team.joins.map(|task| &self.tasks[task].draw.task),
            is_reserve: place >= task.draw.selected.len(),
            is_replaced: task.replaced.contains(team.entity),
        }
    }
}

impl Amendments {
    /// The state after all these amendments.
    ///
    /// # Errors
    /// `amendments.other-record` if they belong to another record; otherwise the code of the first amendment that does
    /// not fit [M6].
    pub fn state<'r>(&self, record: &'r Record) -> Result<State<'r>, Error> {
        walk(record, self).map_err(|(index, problem)| {
            let path = index.map_or("$".to_owned(), |index| format!("$.amendments[{index}]"));
            Error::new(problem.at(Place::new(ErrorKind::Amendments, path)))
        })
    }
}

impl Record {
    /// The state after the draw, without amendments.
    ///
    /// # Errors
    /// `amendments.record-teams` if the teams of the record contradict each other.
    pub fn state(&self) -> Result<State<'_>, Error> {
        State::new(self)
            .map_err(|problem| Error::new(problem.at(Place::new(ErrorKind::Record, "$.draws"))))
    }
}
