//! All teams so far, and their requirements [T3–T5].

use serde_json::{Value, json};

use super::sheet::Task;
use super::tickets::DrawnEntity;
use super::{Given, text};

/// A seat: the team's place in the order (task, list place), and the seat number.
pub(super) type At = (usize, usize);

/// An inspector moves from a seat, or from none, to another.
#[derive(Clone, Copy)]
pub(super) struct Move {
    pub(super) inspector: usize,
    pub(super) from: Option<At>,
    pub(super) to: At,
}

/// A team that a task makes itself.
pub(super) struct Team<'g> {
    /// The index of the task in the plan.
    pub(super) task: usize,
    pub(super) entity: DrawnEntity<'g>,
    /// By seat: the inspector, as an index into the roster.
    pub(super) seats: Vec<Option<usize>>,
    /// The candidates in the order of their ranks.
    pub(super) ranks: Vec<usize>,
}

/// All teams so far, in the order (task, list place).
pub(super) struct Board<'g> {
    pub(super) given: &'g Given,
    pub(super) tasks: &'g [Task<'g>],
    pub(super) teams: Vec<Team<'g>>,
}

impl<'g> Board<'g> {
    pub(super) fn may_sit(&self, v: usize, (team, seat): At) -> bool {
        let team = &self.teams[team];
        let form = self.tasks[team.task].form.as_ref();
        form.is_some_and(|form| form.may_sit(&self.given.roster[v], seat, team.entity.row))
    }

    /// [T3]
    pub(super) fn load(&self, v: usize) -> u64 {
        self.given.load(v) + self.held(v).len() as u64
    }

    /// [T3]
    pub(super) fn below_cap(&self, v: usize) -> bool {
        let cap = self.given.cap(v);
        cap.is_none_or(|cap| self.load(v) < cap)
    }

    pub(super) fn held(&self, v: usize) -> Vec<At> {
        (0..self.teams.len())
            .filter_map(|team| self.seat_in(v, team))
            .collect()
    }

    pub(super) fn seat_in(&self, v: usize, team: usize) -> Option<At> {
        let seat = self.teams[team]
            .seats
            .iter()
            .position(|&held| held == Some(v));
        seat.map(|seat| (team, seat))
    }

    pub(super) fn id(&self, v: usize) -> &'g str {
        text(&self.given.roster[v]["id"])
    }

    pub(super) fn moves(&self, moves: &[Move]) -> Value {
        let place = |(team, seat): At| {
            let team = &self.teams[team];
            json!({"task": self.tasks[team.task].id, "entity": team.entity.id, "seat": seat})
        };
        let moves = moves.iter().map(|of| {
            let mut step = json!({"inspector": self.id(of.inspector), "to": place(of.to)});
            if let Some(from) = of.from {
                step["from"] = place(from);
            }
            step
        });
        moves.collect()
    }

    /// [T5, T7] Who holds the seats for an entity of a task at the end, by id.
    pub(super) fn seats_of(&self, task: usize, made_in: usize, id: &str) -> Vec<Option<&'g str>> {
        let seats = self.tasks[task].form.as_ref().map(|form| form.seats.len());
        let mut teams = self.teams.iter();
        let team = teams.find(|team| team.task == made_in && team.entity.id == id);
        let held = team.into_iter().flat_map(|team| &team.seats);
        let held = held.map(|seat| seat.map(|v| self.id(v)));
        held.take(seats.unwrap_or(0)).collect()
    }
}
