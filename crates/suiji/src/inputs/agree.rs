//! Checks that the inputs fit together: classes [I6], seats that somebody could take [T1].

use std::collections::BTreeMap;

use super::plan::Plan;
use super::registry::{self, Registry};
use super::roster::Roster;
use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::run::{Cancelled, Run};
use crate::base::texts::{Seat, codes};
use crate::json::reader::Path;

/// Checks that all classes of the registry are in the plan [I6].
pub(crate) fn check_classes(
    plan: &Plan,
    registry: &Registry,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let is_known = |class: &str| plan.class_index(class).is_some();
    registry::check_classes(registry.store(), is_known, faults, run)
}

/// [T1] Reports seats that nobody on the roster could ever take. If a certificate has an end date, also reports teams
/// without a window, because the two cannot be compared.
pub(crate) fn check_seats(plan: &Plan, roster: &Roster, faults: &mut Faults) {
    let root = Path::Root;
    let expires = roster
        .members()
        .iter()
        .any(|member| member.valid_to.is_some());
    let able = roster.able();
    // Seats with the same requirements are looked up once.
    let mut known: BTreeMap<(&str, bool, &[String]), bool> = BTreeMap::new();
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
            let asked = (group.department.as_str(), group.expert, &*group.skills);
            let anybody = known.entry(asked).or_insert_with(|| {
                let skills = group.skills.iter().map(String::as_str);
                let having = able.having(&group.department, group.expert, skills);
                !having.is_empty()
            });
            if *anybody {
                continue;
            }
            for seat in first..seat {
                let problem = codes::seat_nobody(&task.id, Seat(seat), &group.department);
                faults.push(problem.at(place()));
            }
        }
    }
}
