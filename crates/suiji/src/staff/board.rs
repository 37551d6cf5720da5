//! All teams of the draw, and who sits where.
//!
//! Seats are numbered through the whole draw in the order (task, list place, seat number) of [T4.5],
//! so that the order of numbers is that order.

use core::ops::Range;

use super::eligible::Recusals;
use super::forms::{Form, Forms, Set, TaskForms};
use super::pace::Pace;
use super::problem::{Firm, Officer, TaskTeam};
use super::visit::Shared;
use crate::base::run::Cancelled;

/// A team of its own, not one that [T7] shares.
#[derive(Debug)]
pub(super) struct Team<'p> {
    pub(super) task: &'p str,
    pub(super) firm: &'p str,
    pub(super) form: usize,
    /// The inspectors recused from the entity, sorted.
    pub(super) recused: &'p [usize],
    /// Its seats.
    pub(super) seats: Range<usize>,
}

/// The teams and the state of their seats.
#[derive(Debug)]
pub(super) struct Board<'p> {
    pub(super) sets: Vec<Set>,
    pub(super) forms: Vec<Form>,
    pub(super) teams: Vec<Team<'p>>,
    caps: Vec<Option<u64>>,
    /// By seat.
    team_of: Vec<usize>,
    /// By seat: the inspector, or none where it is empty.
    holder: Vec<Option<usize>>,
    /// By inspector: the seats, sorted.
    held: Vec<Vec<usize>>,
}

/// By task and list place: the team, or none where it is shared.
pub(super) type TeamNumbers = Vec<Vec<Option<usize>>>;

impl<'p> Board<'p> {
    /// Sets up the teams, all seats empty.
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

    /// The set of those that may sit in the seat, recusals apart.
    pub(super) fn set_of(&self, seat: usize) -> usize {
        let team = &self.teams[self.team_of[seat]];
        self.forms[team.form].sets[seat - team.seats.start]
    }

    /// By seat number: who sits in the team.
    pub(super) fn members(&self, team: usize) -> &[Option<usize>] {
        &self.holder[self.teams[team].seats.clone()]
    }

    /// The seat that the inspector holds in the team; never two.
    pub(super) fn seat_in(&self, team: usize, officer: usize) -> Option<usize> {
        let number = self
            .members(team)
            .iter()
            .position(|&holder| holder == Some(officer))?;
        Some(self.teams[team].seats.start + number)
    }

    /// The seats that the inspector holds, in order.
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

    /// Seats the inspector, and gives who sat there and is now without that seat.
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
