//! Inputs that fit together: classes [I6], ids that differ in more than letter case [C4], seats that somebody could take [T1].

use super::history::History;
use super::plan::{Plan, SeatGroup};
use super::registry::Registry;
use super::roster::{Member, Roster};
use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::id;
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

/// Ids of one kind, anywhere in the inputs, that are equal but for letter case [C4].
pub(crate) fn check_case(
    plan: &Plan,
    registry: &Registry,
    roster: Option<&Roster>,
    history: &History,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let members = roster.map(Roster::members).unwrap_or_default();
    let recused = members
        .iter()
        .flat_map(|member| member.recuse.iter().map(String::as_str));
    let entities = registry.ids().chain(recused).chain(history.entities());
    report(id::case_twins(entities, run)?, ErrorKind::Registry, faults);
    report(
        id::case_twins(members.iter().map(|member| member.id.as_str()), run)?,
        ErrorKind::Roster,
        faults,
    );
    let tasks = plan.tasks.iter().map(|task| task.id.as_str());
    report(
        id::case_twins(tasks.chain(history.tasks()), run)?,
        ErrorKind::History,
        faults,
    );
    Ok(())
}

fn report(twins: Vec<(&str, &str)>, kind: ErrorKind, faults: &mut Faults) {
    for (first, second) in twins {
        faults.push(codes::id_case(first, second).at(Place::new(kind, "id")));
    }
}

/// [T1] A seat that nobody on the roster could ever take is a fault.
pub(crate) fn check_seats(plan: &Plan, roster: &Roster, faults: &mut Faults) {
    let root = Path::Root;
    for (index, task) in plan.tasks.iter().enumerate() {
        let Some(team) = &task.team else { continue };
        let mut seat = 0;
        for group in &team.seats {
            let first = seat;
            seat += group.count;
            if roster.members().iter().any(|member| suits(member, group)) {
                continue;
            }
            let tasks = root.key("tasks");
            let path = tasks.index(index).key("team").to_string();
            for seat in first..seat {
                let problem = codes::seat_nobody(&task.id, Seat(seat), &group.department);
                faults.push(problem.at(Place::new(ErrorKind::Plan, path.clone())));
            }
        }
    }
}

fn suits(member: &Member, group: &SeatGroup) -> bool {
    member.department == group.department
        && member.expert == group.expert
        && group
            .skills
            .iter()
            .all(|skill| member.skills.binary_search(skill).is_ok())
}
