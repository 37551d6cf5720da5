//! Which inspectors may hold the seats of a team, stored once for all teams of the same kind.
//!
//! A [`Set`] has the inspectors who may hold a seat: those of a group of seats, at a place. A [`Form`] has the sets of
//! all seats of a team. Both also have inspectors who are barred from the entity. Each team has a short list of these.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::district::{Districts, Place};
use super::eligible::Groups;
use super::problem::TaskTeam;
use crate::base::place::narrow;
use crate::inputs::plan::DistrictRule;

/// The inspectors that may hold a seat: those that are in both fields. Several seats can have the same set.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Set {
    group: usize,
    place: usize,
}

/// What all teams of a task have in common for the entities of one place.
#[derive(Debug)]
pub(super) struct Form {
    /// The set of each seat.
    pub(super) sets: Vec<usize>,
}

/// Makes sets and forms when a team needs them.
#[derive(Debug)]
pub(super) struct Forms<'p> {
    districts: &'p Districts<'p>,
    groups: &'p Groups,
    places: Vec<Bits>,
    pub(super) sets: Vec<Set>,
    pub(super) forms: Vec<Form>,
    /// The number of the place with these inspectors. Each place has different ones.
    by_members: BTreeMap<Bits, usize>,
    /// By rule and place.
    by_place: BTreeMap<(Option<DistrictRule>, Place<'p>), usize>,
    by_set: BTreeMap<Set, usize>,
    by_task: BTreeMap<(usize, usize), usize>,
}

impl<'p> Forms<'p> {
    pub(super) fn new(groups: &'p Groups, districts: &'p Districts<'p>) -> Self {
        Self {
            districts,
            groups,
            places: Vec::new(),
            sets: Vec::new(),
            forms: Vec::new(),
            by_members: BTreeMap::new(),
            by_place: BTreeMap::new(),
            by_set: BTreeMap::new(),
            by_task: BTreeMap::new(),
        }
    }

    /// [T4.1] Finds or makes the form of the team of a task for an entity in that district, with its candidates.
    ///
    /// Also returns whether the form is new.
    pub(super) fn form(
        &mut self,
        number: usize,
        task: &TaskTeam<'_>,
        district: Option<&'p str>,
    ) -> (usize, bool) {
        let place = self.place(task.district, district);
        if let Some(&form) = self.by_task.get(&(number, place)) {
            return (form, false);
        }
        let groups = self.groups.of_task[number].iter();
        let sets = groups.map(|&group| Set { group, place });
        let sets = sets.map(|set| {
            *self.by_set.entry(set).or_insert_with(|| {
                self.sets.push(set);
                self.sets.len() - 1
            })
        });
        let sets = sets.collect();
        self.forms.push(Form { sets });
        self.by_task.insert((number, place), self.forms.len() - 1);
        (self.forms.len() - 1, true)
    }

    fn place(&mut self, rule: Option<DistrictRule>, district: Option<&'p str>) -> usize {
        let place = self.districts.place(rule, district);
        let (districts, places) = (self.districts, &mut self.places);
        let by_members = &mut self.by_members;
        *self.by_place.entry((rule, place)).or_insert_with(|| {
            let members = districts.allowed(rule, place);
            *by_members.entry(members).or_insert_with_key(|members| {
                places.push(members.clone());
                places.len() - 1
            })
        })
    }

    /// Whether the inspector is in the set.
    pub(super) fn has(&self, set: usize, inspector: usize) -> bool {
        let Set { group, place } = self.sets[set];
        self.places[place].has(inspector) && self.groups.inspectors[group].has(inspector)
    }

    /// The inspectors of the set, ascending.
    pub(super) fn members(&self, set: usize) -> impl Iterator<Item = usize> + '_ {
        let Set { group, place } = self.sets[set];
        self.groups.inspectors[group].shared(&self.places[place])
    }

    /// The inspectors of the set that are also in another set.
    pub(super) fn members_in<'f>(
        &'f self,
        set: usize,
        other: &'f Bits,
    ) -> impl Iterator<Item = usize> + 'f {
        let Set { group, place } = self.sets[set];
        self.groups.inspectors[group].shared_with(&self.places[place], other)
    }

    /// [T4.1] All members of the sets of a form, ascending. Inspectors are numbered in the order of ids.
    pub(super) fn candidates(&self, form: usize) -> Vec<u32> {
        let mut sets = self.forms[form].sets.clone();
        sets.sort_unstable();
        sets.dedup();
        let groups: Vec<usize> = sets.iter().map(|&set| self.sets[set].group).collect();
        // All seats of a team are at one place.
        let place = sets.first().map(|&set| &self.places[self.sets[set].place]);
        let any = self.groups.any(&groups);
        let candidates = place.into_iter().flat_map(|place| any.shared(place));
        candidates.map(narrow).collect()
    }

    /// The groups of seats, and who is in each.
    pub(super) fn groups(&self) -> &'p [Bits] {
        &self.groups.inspectors
    }
}
