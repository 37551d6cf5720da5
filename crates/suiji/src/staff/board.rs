//! The board: all teams of the draw, and which inspector holds which seat.
//!
//! The seats of all teams are numbered together, in the order (task, place of the entity in its list, seat
//! number) of [T4.5].

use core::ops::Range;
use std::borrow::Cow;

use super::barred::Barred;
use super::forms::{Form, Forms, Set, TaskForms};
use super::pace::Pace;
use super::problem::{Entity, Inspector, TaskTeam};
use super::visit::Shared;
use crate::base::run::Cancelled;

/// A team that belongs to one task only. A shared team [T7] is the team of the earlier task.
#[derive(Debug)]
pub(super) struct Team<'p> {
    pub(super) task: &'p str,
    pub(super) entity: &'p str,
    pub(super) form: usize,
    /// The inspectors who may not visit the entity, sorted.
    pub(super) barred: Cow<'p, [usize]>,
    /// The numbers of its seats.
    pub(super) seats: Range<usize>,
}

/// The teams and the state of their seats.
#[derive(Debug)]
pub(super) struct Board<'p> {
    pub(super) sets: Vec<Set>,
    pub(super) forms: Vec<Form>,
    pub(super) teams: Vec<Team<'p>>,
    caps: Vec<Option<u64>>,
    /// The load of each inspector before the draw.
    open_cases: Vec<u64>,
    /// The team of each seat.
    team_of: Vec<usize>,
    /// The inspector in each seat, or `None` if it is vacant.
    holder: Vec<Option<usize>>,
    /// The seats of each inspector, sorted.
    held: Vec<Vec<usize>>,
}

/// The number of the team for each task and each entity of its list, or `None` if the team is shared.
pub(super) type TeamNumbers = Vec<Vec<Option<usize>>>;

impl<'p> Board<'p> {
    /// Makes all teams, with vacant seats.
    pub(super) fn new(
        inspectors: &'p [Inspector<'p>],
        tasks: &'p [Option<TaskTeam<'p>>],
        selected: &[Vec<Entity<'p>>],
        shared: &[Vec<Option<Shared>>],
        barred: &'p Barred<'p>,
        pace: &mut Pace<'_>,
    ) -> Result<(Self, TeamNumbers), Cancelled> {
        let mut forms = Forms::new(inspectors);
        let mut teams: Vec<Team<'_>> = Vec::new();
        let mut numbers: TeamNumbers = tasks.iter().map(|_| Vec::new()).collect();
        let mut next = 0;
        for (at, task) in tasks.iter().enumerate() {
            let Some(task) = task else { continue };
            let mut task_forms = TaskForms::new(task, inspectors);
            for (entity, shared) in selected[at].iter().zip(&shared[at]) {
                numbers[at].push(shared.is_none().then_some(teams.len()));
                if shared.is_some() {
                    continue;
                }
                let (form, new) = forms.form(&mut task_forms, entity.district);
                teams.push(Team {
                    task: task.task,
                    entity: entity.id,
                    form,
                    barred: barred.from(task, entity.id),
                    seats: next..next + task.seats.len(),
                });
                next += task.seats.len();
                pace.spend(if new { 16 * inspectors.len() } else { 16 })?;
            }
        }
        let board = Self {
            caps: inspectors.iter().map(|inspector| inspector.cap).collect(),
            open_cases: inspectors.iter().map(|inspector| inspector.load).collect(),
            team_of: (0..teams.len())
                .flat_map(|team| teams[team].seats.clone().map(move |_| team))
                .collect(),
            holder: vec![None; next],
            held: vec![Vec::new(); inspectors.len()],
            sets: forms.sets,
            forms: forms.forms,
            teams,
        };
        Ok((board, numbers))
    }

    pub(super) fn inspector_count(&self) -> usize {
        self.held.len()
    }

    pub(super) fn seat_count(&self) -> usize {
        self.holder.len()
    }

    pub(super) fn team_of(&self, seat: usize) -> usize {
        self.team_of[seat]
    }

    /// The set of inspectors that may hold the seat. Barred inspectors are not left out.
    pub(super) fn set_of(&self, seat: usize) -> usize {
        let team = &self.teams[self.team_of[seat]];
        self.forms[team.form].sets[seat - team.seats.start]
    }

    /// The inspector in each seat of the team, or `None` if it is vacant.
    pub(super) fn members(&self, team: usize) -> &[Option<usize>] {
        &self.holder[self.teams[team].seats.clone()]
    }

    /// The seat of the inspector in the team, if there is one. There are never two.
    pub(super) fn seat_in(&self, team: usize, inspector: usize) -> Option<usize> {
        let number = self
            .members(team)
            .iter()
            .position(|&holder| holder == Some(inspector))?;
        Some(self.teams[team].seats.start + number)
    }

    /// The seats of the inspector, in order.
    pub(super) fn held(&self, inspector: usize) -> &[usize] {
        &self.held[inspector]
    }

    /// [T3] The load of an inspector: that of the roster, and the seats held.
    pub(super) fn load(&self, inspector: usize) -> u64 {
        self.open_cases[inspector].saturating_add(self.held[inspector].len() as u64)
    }

    /// [T3] Whether the load of an inspector is below the cap.
    pub(super) fn is_below_cap(&self, inspector: usize) -> bool {
        self.is_below_cap_at(inspector, self.load(inspector))
    }

    pub(super) fn is_below_cap_at(&self, inspector: usize, load: u64) -> bool {
        self.caps[inspector].is_none_or(|cap| load < cap)
    }

    pub(super) fn loads(&self) -> Vec<u64> {
        (0..self.inspector_count())
            .map(|inspector| self.load(inspector))
            .collect()
    }

    /// Gives the seat to the inspector. Returns the inspector who loses it.
    pub(super) fn sit(&mut self, inspector: usize, seat: usize) -> Option<usize> {
        let before = self.holder[seat].replace(inspector);
        if let Some(before) = before {
            let held = &mut self.held[before];
            held.remove(held.partition_point(|&other| other < seat));
        }
        let held = &mut self.held[inspector];
        held.insert(held.partition_point(|&other| other < seat), seat);
        before
    }
}
