//! Which inspectors may hold the seats of a team, stored once for all teams of the same kind.
//!
//! A [`Set`] has the inspectors that may hold a seat, a [`Form`] has the sets of all seats of a team. Both
//! ignore who is barred from the entity; each team has its own short list of them.

use std::collections::BTreeMap;

use super::district::{Districts, Place};
use super::eligible::Groups;
use super::problem::{Inspector, TaskTeam};

/// The inspectors that may hold a seat. Several seats can have the same set.
#[derive(Debug)]
pub(super) struct Set {
    /// Sorted.
    pub(super) members: Vec<usize>,
    /// Whether each inspector is a member.
    pub(super) has: Vec<bool>,
}

/// What all teams of a task have in common for the entities of one place.
#[derive(Debug)]
pub(super) struct Form {
    /// The set of each seat.
    pub(super) sets: Vec<usize>,
    /// All members of the sets, sorted. Inspectors are numbered in the order of ids [T4.1].
    pub(super) candidates: Vec<usize>,
}

/// Makes sets and forms when a team needs them.
#[derive(Debug)]
pub(super) struct Forms<'p> {
    inspectors: &'p [Inspector<'p>],
    districts: Districts<'p>,
    pub(super) sets: Vec<Set>,
    pub(super) forms: Vec<Form>,
    /// The number of the set with these members. No two sets have the same members.
    by_members: BTreeMap<Vec<usize>, usize>,
}

/// The forms of one task.
#[derive(Debug)]
pub(super) struct TaskForms<'p> {
    task: &'p TaskTeam<'p>,
    groups: Groups,
    by_place: BTreeMap<Place<'p>, usize>,
}

impl<'p> TaskForms<'p> {
    pub(super) fn new(task: &'p TaskTeam<'p>, inspectors: &[Inspector<'_>]) -> Self {
        Self {
            task,
            groups: Groups::new(task, inspectors),
            by_place: BTreeMap::new(),
        }
    }
}

impl<'p> Forms<'p> {
    pub(super) fn new(inspectors: &'p [Inspector<'p>]) -> Self {
        Self {
            inspectors,
            districts: Districts::new(inspectors),
            sets: Vec::new(),
            forms: Vec::new(),
            by_members: BTreeMap::new(),
        }
    }

    /// [T4.1] Finds or makes the form of the team for an entity of that district, with its candidates.
    ///
    /// Also returns whether the form is new.
    pub(super) fn form(
        &mut self,
        task: &mut TaskForms<'p>,
        district: Option<&'p str>,
    ) -> (usize, bool) {
        let place = self.districts.place(task.task.district, district);
        if let Some(&form) = task.by_place.get(&place) {
            return (form, false);
        }
        let sets: Vec<usize> = task
            .groups
            .inspectors
            .iter()
            .map(|inspectors| self.set(task.task, inspectors, place))
            .collect();
        let mut candidates: Vec<usize> = sets
            .iter()
            .flat_map(|&set| self.sets[set].members.iter().copied())
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        self.forms.push(Form {
            sets: task
                .groups
                .of_seat
                .iter()
                .map(|&group| sets[group])
                .collect(),
            candidates,
        });
        task.by_place.insert(place, self.forms.len() - 1);
        (self.forms.len() - 1, true)
    }

    fn set(&mut self, task: &TaskTeam<'_>, inspectors: &[usize], place: Place<'_>) -> usize {
        let allowed = |&&inspector: &&usize| {
            self.districts
                .allows(task.district, place, self.inspectors[inspector].district)
        };
        let members: Vec<usize> = inspectors.iter().filter(allowed).copied().collect();
        if let Some(&set) = self.by_members.get(&members) {
            return set;
        }
        let mut has = vec![false; self.inspectors.len()];
        for &member in &members {
            has[member] = true;
        }
        self.by_members.insert(members.clone(), self.sets.len());
        self.sets.push(Set { members, has });
        self.sets.len() - 1
    }
}
