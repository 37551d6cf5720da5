//! The board: all teams of the draw, and which inspector holds which seat.
//!
//! The seats of all teams are numbered together, in the order (task, place of the entity in its list, seat
//! number) of [T4.5].

use core::ops::Range;
use std::borrow::Cow;
use std::collections::BTreeSet;

use super::barred::Barred;
use super::bits::Bits;
use super::district::Districts;
use super::eligible::Groups;
use super::forms::Forms;
use super::pace::Pace;
use super::problem::{Entity, Inspector, TaskTeam};
use super::visit::Shared;
use crate::base::place::{narrow, wide};
use crate::base::run::Cancelled;

/// A team that belongs to one task only. A shared team [T7] is the team of the earlier task.
#[derive(Debug)]
pub(super) struct Team<'p> {
    pub(super) task: &'p str,
    pub(super) entity: &'p str,
    pub(super) form: usize,
    /// The inspectors who may not visit the entity, sorted.
    pub(super) barred: Cow<'p, [usize]>,
    /// The number of its first seat, and how many it has.
    first: u32,
    count: u32,
}

impl Team<'_> {
    /// The numbers of its seats.
    pub(super) fn seats(&self) -> Range<usize> {
        let first = wide(self.first);
        first..first + wide(self.count)
    }
}

/// What teams are made from. It is the same for all boards of a draw.
#[derive(Debug)]
pub(super) struct Ground<'p> {
    pub(super) inspectors: &'p [Inspector<'p>],
    pub(super) groups: Groups,
    districts: Districts<'p>,
}

impl<'p> Ground<'p> {
    pub(super) fn new(inspectors: &'p [Inspector<'p>], tasks: &[Option<TaskTeam<'_>>]) -> Self {
        Self {
            inspectors,
            groups: Groups::new(tasks, inspectors),
            districts: Districts::new(inspectors),
        }
    }
}

/// The teams and the state of their seats.
#[derive(Debug)]
pub(super) struct Board<'p> {
    pub(super) forms: Forms<'p>,
    pub(super) teams: Vec<Team<'p>>,
    caps: Vec<Option<u64>>,
    /// The load of each inspector before the draw.
    open_cases: Vec<u64>,
    /// The team of each seat.
    team_of: Vec<u32>,
    /// The inspector in each seat, or `NOBODY` if it is vacant.
    holder: Vec<u32>,
    /// By inspector: the seats that the inspector holds, as (set, seat).
    held: Vec<BTreeSet<(u32, u32)>>,
    /// The inspectors who can take one more seat: those below their caps, with a load of at most `limit`.
    free: Bits,
    limit: u64,
}

/// A roster has fewer than 2^32 rows.
const NOBODY: u32 = u32::MAX;

/// The number of the team for each task and each entity of its list, or `None` if the team is shared.
pub(super) type TeamNumbers = Vec<Vec<Option<usize>>>;

impl<'p> Board<'p> {
    /// Makes all teams, with vacant seats.
    pub(super) fn new(
        ground: &'p Ground<'p>,
        tasks: &'p [Option<TaskTeam<'p>>],
        selected: &[Vec<Entity<'p>>],
        shared: &[Vec<Option<Shared>>],
        barred: &'p Barred<'p>,
        pace: &mut Pace<'_>,
    ) -> Result<(Self, TeamNumbers), Cancelled> {
        let inspectors = ground.inspectors;
        let mut forms = Forms::new(&ground.groups, &ground.districts);
        let mut teams: Vec<Team<'_>> = Vec::new();
        let mut numbers: TeamNumbers = tasks.iter().map(|_| Vec::new()).collect();
        let mut team_of = Vec::new();
        for (at, task) in tasks.iter().enumerate() {
            let Some(task) = task else { continue };
            for (entity, shared) in selected[at].iter().zip(&shared[at]) {
                numbers[at].push(shared.is_none().then_some(teams.len()));
                if shared.is_some() {
                    continue;
                }
                let (form, new) = forms.form(at, task, entity.district);
                let number = narrow(teams.len());
                teams.push(Team {
                    task: task.task,
                    entity: entity.id,
                    form,
                    barred: barred.from(task, entity.id),
                    first: narrow(team_of.len()),
                    count: narrow(task.seats.len()),
                });
                team_of.extend(task.seats.iter().map(|_| number));
                pace.spend(if new { 64 + inspectors.len() } else { 16 })?;
            }
        }
        let mut board = Self {
            forms,
            teams,
            caps: inspectors.iter().map(|inspector| inspector.cap).collect(),
            open_cases: inspectors.iter().map(|inspector| inspector.load).collect(),
            holder: vec![NOBODY; team_of.len()],
            team_of,
            held: vec![BTreeSet::new(); inspectors.len()],
            free: Bits::new(inspectors.len()),
            limit: u64::MAX,
        };
        (0..inspectors.len()).for_each(|inspector| board.look_again(inspector));
        Ok((board, numbers))
    }

    pub(super) fn inspector_count(&self) -> usize {
        self.held.len()
    }

    pub(super) fn seat_count(&self) -> usize {
        self.holder.len()
    }

    pub(super) fn team_of(&self, seat: usize) -> usize {
        wide(self.team_of[seat])
    }

    /// The set of inspectors that may hold the seat. Barred inspectors are not left out.
    pub(super) fn set_of(&self, seat: usize) -> usize {
        let team = &self.teams[self.team_of(seat)];
        self.forms.forms[team.form].sets[seat - team.seats().start]
    }

    /// The inspector in each seat of the team, or `None` if it is vacant.
    pub(super) fn members(&self, team: usize) -> impl Iterator<Item = Option<usize>> + '_ {
        let holders = self.holder[self.teams[team].seats()].iter();
        holders.map(|&holder| (holder != NOBODY).then(|| wide(holder)))
    }

    /// The seat of the inspector in the team, if there is one. There are never two.
    pub(super) fn seat_in(&self, team: usize, inspector: usize) -> Option<usize> {
        let number = self.members(team).position(|of| of == Some(inspector))?;
        Some(self.teams[team].seats().start + number)
    }

    /// Whether the inspector is barred from the entity of the team.
    pub(super) fn is_barred(&self, team: usize, inspector: usize) -> bool {
        self.teams[team].barred.binary_search(&inspector).is_ok()
    }

    /// The sets to which the inspector's seats belong, ascending.
    pub(super) fn sets_held(&self, inspector: usize) -> impl Iterator<Item = usize> + '_ {
        let held = &self.held[inspector];
        let mut next = held.first();
        core::iter::from_fn(move || {
            let &(set, _) = next?;
            next = set
                .checked_add(1)
                .and_then(|after| held.range((after, 0)..).next());
            Some(wide(set))
        })
    }

    /// The seats of a set that the inspector holds, from that seat number on, in order.
    pub(super) fn held_of(
        &self,
        inspector: usize,
        set: usize,
        from: usize,
    ) -> impl Iterator<Item = usize> + '_ {
        let (set, from) = (narrow(set), narrow(from));
        let of_set = self.held[inspector].range((set, from)..=(set, u32::MAX));
        of_set.map(|&(_, seat)| wide(seat))
    }

    /// [T3] The load of an inspector: the load in the roster plus the seats held.
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

    /// Sets the load up to which an inspector below the cap can take one more seat.
    pub(super) fn set_limit(&mut self, limit: u64) {
        if self.limit != limit {
            self.limit = limit;
            (0..self.inspector_count()).for_each(|inspector| self.look_again(inspector));
        }
    }

    /// The inspectors who can take one more seat.
    pub(super) const fn free(&self) -> &Bits {
        &self.free
    }

    fn look_again(&mut self, inspector: usize) {
        if self.is_below_cap(inspector) && self.load(inspector) <= self.limit {
            self.free.insert(inspector);
        } else {
            self.free.remove(inspector);
        }
    }

    /// Gives the seat to the inspector. Returns the inspector who loses it.
    pub(super) fn sit(&mut self, inspector: usize, seat: usize) -> Option<usize> {
        let held = (narrow(self.set_of(seat)), narrow(seat));
        let before = core::mem::replace(&mut self.holder[seat], narrow(inspector));
        let before = (before != NOBODY).then(|| wide(before));
        if let Some(before) = before {
            self.held[before].remove(&held);
            self.look_again(before);
        }
        self.held[inspector].insert(held);
        self.look_again(inspector);
        before
    }
}
