//! Who may sit where [T1] [T2]. The rules in this module apply to all entities of a task. Other modules check recusals
//! and districts, which depend on the entity.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::problem::{Inspector, TaskTeam};
use crate::base::date::Date;
use crate::inputs::Able;

/// How many inspectors may sit in at least one seat of each task, without regard to recusals and districts. 0 if the
/// task has no `team`.
pub(crate) fn candidates(
    tasks: &[Option<TaskTeam<'_>>],
    inspectors: &[Inspector<'_>],
) -> Vec<usize> {
    let groups = Groups::new(tasks, inspectors);
    let everybody = Bits::of(inspectors.len(), 0..inspectors.len());
    let count = |of_seat: &Vec<usize>| groups.any(of_seat).shared(&everybody).count();
    groups.of_task.iter().map(count).collect()
}

/// The requirements of a seat [T2], except district.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Kind<'t> {
    department: &'t str,
    expert: bool,
    skills: &'t [&'t str],
    lead: bool,
    window_end: Option<Date>,
}

impl<'t> Kind<'t> {
    fn of(task: &'t TaskTeam<'_>, number: usize) -> Self {
        let seat = &task.seats[number];
        Self {
            department: seat.department,
            expert: seat.expert,
            skills: &seat.skills,
            lead: task.lead_required && number == 0,
            window_end: task.window_end,
        }
    }

    /// [T2] Whether an inspector with the department and the skills may sit in such a seat, apart from recusal and
    /// district.
    fn may_sit(&self, inspector: &Inspector<'_>) -> bool {
        is_valid(inspector.valid_to, self.window_end) && (inspector.lead || !self.lead)
    }
}

/// [T2] Whether a certificate is valid up to the end of a window. True if one of the two is not known.
pub(crate) fn is_valid(valid_to: Option<Date>, window_end: Option<Date>) -> bool {
    valid_to
        .zip(window_end)
        .is_none_or(|(last, end)| last >= end)
}

/// The seats of all tasks, in groups. The same inspectors can fill all seats of a group.
#[derive(Debug)]
pub(super) struct Groups {
    /// By task and seat number: its group. A task without `team` has none.
    pub(super) of_task: Vec<Vec<usize>>,
    /// By group: the inspectors that may sit there. Each group has different ones.
    pub(super) inspectors: Vec<Bits>,
    size: usize,
}

impl Groups {
    pub(super) fn new(tasks: &[Option<TaskTeam<'_>>], inspectors: &[Inspector<'_>]) -> Self {
        let mut able = Able::default();
        for (place, of) in inspectors.iter().enumerate() {
            able.add(place, of.department, of.expert, of.skills.iter().copied());
        }
        let mut groups = Self {
            of_task: Vec::with_capacity(tasks.len()),
            inspectors: Vec::new(),
            size: inspectors.len(),
        };
        let mut known: BTreeMap<Kind<'_>, usize> = BTreeMap::new();
        let mut by_members: BTreeMap<Bits, usize> = BTreeMap::new();
        for task in tasks {
            let seats = task.iter().flat_map(|task| {
                let numbers = 0..task.seats.len();
                numbers.map(move |number| Kind::of(task, number))
            });
            let of_seat = seats.map(|kind| {
                *known.entry(kind).or_insert_with(|| {
                    let skills = kind.skills.iter().copied();
                    let having = able.having(kind.department, kind.expert, skills);
                    let sitting = having.into_iter();
                    let sitting = sitting.filter(|&at| kind.may_sit(&inspectors[at]));
                    let members = Bits::of(inspectors.len(), sitting);
                    *by_members.entry(members).or_insert_with_key(|members| {
                        groups.inspectors.push(members.clone());
                        groups.inspectors.len() - 1
                    })
                })
            });
            let of_seat = of_seat.collect();
            groups.of_task.push(of_seat);
        }
        groups
    }

    /// The inspectors that are in at least one of these groups.
    pub(super) fn any(&self, groups: &[usize]) -> Bits {
        let mut any = Bits::new(self.size);
        for &group in groups {
            any.add(&self.inspectors[group]);
        }
        any
    }

    /// The same, without some inspectors.
    pub(super) fn without(mut self, left_out: &Bits) -> Self {
        for inspectors in &mut self.inspectors {
            inspectors.take_away(left_out);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{inspector, team};
    use super::*;
    use crate::base::date::Date;

    #[test]
    fn candidates_are_those_who_may_sit_in_any_seat() {
        // [T1] [T2]
        let day = |text| Date::parse(text);
        let mut inspectors = ["a", "b", "c", "d", "e", "f"].map(|id| inspector(id, &["x"]));
        let mut task = team("t0", &["x", "y"]);
        let of = |task: &Option<TaskTeam<'_>>, inspectors: &[Inspector<'_>]| {
            candidates(core::slice::from_ref(task), inspectors)[0]
        };
        assert_eq!(of(&task, &inspectors), 6);
        inspectors[1].skills = vec!["x", "y"]; // Counts once.
        inspectors[2].skills = vec!["z"];
        inspectors[3].department = "other";
        inspectors[4].expert = true;
        inspectors[5].valid_to = day("2024-11-29");
        assert_eq!(of(&task, &inspectors), 3);
        task.as_mut().unwrap().window_end = day("2024-11-30");
        assert_eq!(of(&task, &inspectors), 2);
        inspectors[5].valid_to = day("2024-11-30");
        assert_eq!(of(&task, &inspectors), 3);
        // No inspector may lead, so only inspectors for the second seat are left.
        task.as_mut().unwrap().lead_required = true;
        assert_eq!(of(&task, &inspectors), 1);
    }
}
