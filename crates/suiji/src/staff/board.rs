//! The board: all teams of the draw, and which inspector holds which seat.
//!
//! The seats of all teams are numbered together, in the order (task, place of the entity in its list, seat
//! number) of [T4.5].

use core::ops::Range;

use super::eligible::Recusals;
use super::forms::{Form, Forms, Set, TaskForms};
use super::pace::Pace;
use super::problem::{Firm, Officer, TaskTeam};
use super::visit::Shared;
use crate::base::run::Cancelled;

/// A team that belongs to one task only. A shared team [T7] is the team of the earlier task.
#[derive(Debug)]
pub(super) struct Team<'p> {
    pub(super) task: &'p str,
    pub(super) firm: &'p str,
    pub(super) form: usize,
    /// The inspectors recused from the entity, sorted.
    pub(super) recused: &'p [usize],
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
        officers: &'p [Officer<'p>],
        tasks: &'p [Option<TaskTeam<'p>>],
        selected: &[Vec<Firm<'p>>],
        shared: &[Vec<Option<Shared>>],
        recusals: &'p Recusals<'p>,
        pace: &mut Pace<'_>,
    ) -> Result<(Self, TeamNumbers), Cancelled> {
        let mut forms = Forms::new(officers);
        let mut teams: Vec<Team<'_>> = Vec::new();
        let mut numbers: TeamNumbers = tasks.iter().map(|_| Vec::new()).collect();
        let mut next = 0;
        for (at, task) in tasks.iter().enumerate() {
            let Some(task) = task else { continue };
            let mut task_forms = TaskForms::new(task, officers);
            for (firm, shared) in selected[at].iter().zip(&shared[at]) {
                numbers[at].push(shared.is_none().then_some(teams.len()));
                if shared.is_some() {
                    continue;
                }
                let (form, new) = forms.form(&mut task_forms, firm.district);
                teams.push(Team {
                    task: task.task,
                    firm: firm.id,
                    form,
                    recused: recusals.get(firm.id).map_or(&[], Vec::as_slice),
                    seats: next..next + task.seats.len(),
                });
                next += task.seats.len();
                pace.spend(if new { 16 * officers.len() } else { 16 })?;
            }
        }
        let board = Self {
            caps: officers.iter().map(|officer| officer.cap).collect(),
            team_of: (0..teams.len())
                .flat_map(|team| teams[team].seats.clone().map(move |_| team))
                .collect(),
            holder: vec![None; next],
            held: vec![Vec::new(); officers.len()],
            sets: forms.sets,
            forms: forms.forms,
            teams,
        };
        Ok((board, numbers))
    }

    pub(super) fn officer_count(&self) -> usize {
        self.held.len()
    }

    pub(super) fn seat_count(&self) -> usize {
        self.holder.len()
    }

    pub(super) fn team_of(&self, seat: usize) -> usize {
        self.team_of[seat]
    }

    /// The set of inspectors that may hold the seat. Recusals are not considered.
    pub(super) fn set_of(&self, seat: usize) -> usize {
        let team = &self.teams[self.team_of[seat]];
        self.forms[team.form].sets[seat - team.seats.start]
    }

    /// The inspector in each seat of the team, or `None` if it is vacant.
    pub(super) fn members(&self, team: usize) -> &[Option<usize>] {
        &self.holder[self.teams[team].seats.clone()]
    }

    /// The seat of the inspector in the team, if there is one. There are never two.
    pub(super) fn seat_in(&self, team: usize, officer: usize) -> Option<usize> {
        let number = self
            .members(team)
            .iter()
            .position(|&holder| holder == Some(officer))?;
        Some(self.teams[team].seats.start + number)
    }

    /// The seats of the inspector, in order.
    pub(super) fn held(&self, officer: usize) -> &[usize] {
        &self.held[officer]
    }

    /// [T3] The load of an inspector: the number of seats held.
    pub(super) fn load(&self, officer: usize) -> u64 {
        self.held[officer].len() as u64
    }

    /// [T3] Whether the load of an inspector is below the cap.
    pub(super) fn is_below_cap(&self, officer: usize) -> bool {
        self.is_below_cap_at(officer, self.load(officer))
    }

    pub(super) fn is_below_cap_at(&self, officer: usize, load: u64) -> bool {
        self.caps[officer].is_none_or(|cap| load < cap)
    }

    pub(super) fn loads(&self) -> Vec<u64> {
        (0..self.officer_count())
            .map(|officer| self.load(officer))
            .collect()
    }

    /// Gives the seat to the inspector. Returns the inspector who loses it.
    pub(super) fn sit(&mut self, officer: usize, seat: usize) -> Option<usize> {
        let before = self.holder[seat].replace(officer);
        if let Some(before) = before {
            let held = &mut self.held[before];
            held.remove(held.partition_point(|&other| other < seat));
        }
        let held = &mut self.held[officer];
        held.insert(held.partition_point(|&other| other < seat), seat);
        before
    }
}
