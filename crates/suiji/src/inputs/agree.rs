//! Inputs that fit together: classes [I6], seats that somebody could take [T1].

use std::collections::BTreeMap;

use super::plan::{Plan, SeatGroup};
use super::registry::Registry;
use super::roster::{Member, Roster};
use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::{Seat, codes};
use crate::json::reader::Path;

/// [I6] A class that is not in the plan is a fault, in any row.
pub(crate) fn check_classes(
    plan: &Plan,
    registry: &Registry,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let classes = &registry.store().classes;
    let unknown = classes.map(|class| class.is_some_and(|class| plan.class_index(class).is_none()));
    if !unknown.contains(&true) {
        return Ok(());
    }
    let mut step = run.step(Stage::Compare, registry.rows().len());
    for row in registry.rows() {
        step.advance(1)?;
        if unknown[wide(row.class)] {
            let class = classes.value(row.class).unwrap_or_default();
            let place = Place::new(ErrorKind::Registry, "class").at_row(row.number());
            faults.push(codes::entity_class(class).at(place));
        }
    }
    Ok(())
}

/// [T1] A seat that nobody on the roster could ever take is a fault, and so is a team whose certificates cannot be
/// compared with the end of a window.
pub(crate) fn check_seats(plan: &Plan, roster: &Roster, faults: &mut Faults) {
    let root = Path::Root;
    let expires = roster
        .members()
        .iter()
        .any(|member| member.valid_to.is_some());
    let mut able = Able::new(roster);
    for (index, task) in plan.tasks.iter().enumerate() {
        let Some(team) = &task.team else { continue };
        let tasks = root.key("tasks");
        let path = tasks.index(index).key("team").to_string();
        let place = || Place::new(ErrorKind::Plan, path.clone());
        if expires && plan.window_end(task).is_none() {
            faults.push(codes::no_window_end(&task.id).at(place()));
        }
        let mut seat = 0;
        for group in &team.seats {
            let first = seat;
            seat += group.count;
            if able.anybody(group) {
                continue;
            }
            for seat in first..seat {
                let problem = codes::seat_nobody(&task.id, Seat(seat), &group.department);
                faults.push(problem.at(place()));
            }
        }
    }
}

/// Who on the roster could take a seat; seats with the same requirements are looked up once.
struct Able<'i> {
    /// By department, and whether they are experts: the skills of each inspector.
    members: BTreeMap<(&'i str, bool), Vec<&'i [String]>>,
    known: BTreeMap<(&'i str, bool, &'i [String]), bool>,
}

impl<'i> Able<'i> {
    fn new(roster: &'i Roster) -> Self {
        let mut members: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for Member {
            department,
            expert,
            skills,
            ..
        } in roster.members()
        {
            let of = members.entry((department.as_str(), *expert)).or_default();
            of.push(skills.as_slice());
        }
        Self {
            members,
            known: BTreeMap::new(),
        }
    }

    fn anybody(&mut self, group: &'i SeatGroup) -> bool {
        let (department, expert) = (group.department.as_str(), group.expert);
        let has_all = |of: &&[String]| {
            let mut skills = group.skills.iter();
            skills.all(|skill| of.binary_search(skill).is_ok())
        };
        let members = self.members.get(&(department, expert));
        *self
            .known
            .entry((department, expert, &group.skills))
            .or_insert_with(|| members.is_some_and(|members| members.iter().any(has_all)))
    }
}
