//! Teams that cannot be filled, or without a choice [S5, T3, T4].

use super::Search;
use crate::base::error::ErrorKind;
use crate::base::texts::{self, Seat, Text, findings};
use crate::seal::{Sealed, ShortTeam};
use crate::staff;
use crate::staff::tasks;

pub(super) fn teams(sealed: &Sealed, search: &mut Search<'_>) {
    short(sealed, search);
    without_choice(sealed, search);
    loads(sealed, search);
}

/// [S5] Finds entities that cannot get a full team, with the seats and departments.
fn short(sealed: &Sealed, search: &mut Search<'_>) {
    let plan = sealed.inputs.plan();
    for task in &plan.tasks {
        let Some(team) = tasks::task_team(plan, task) else {
            continue;
        };
        let short: Vec<_> = sealed.short_teams(task.id.as_str()).collect();
        if short.is_empty() {
            continue;
        }
        let name = |short: &ShortTeam<'_>| {
            let seats = (0..).zip(&team.seats);
            let vacant = seats.filter(|(number, _)| short.seats().contains(number));
            let vacant = vacant.map(|(number, of)| texts::seat_of(Seat(number), of.department));
            let vacant: Vec<Text> = vacant.collect();
            texts::short_entity(short.entity(), Text::joined(&vacant, &texts::COMMA))
        };
        let which = super::some(short.iter().map(name));
        let notice = findings::short(&task.id, short.len(), which);
        search.add(ErrorKind::Roster, notice);
    }
}

/// Finds teams with no more candidates than seats, so that nothing is drawn [T4].
fn without_choice(sealed: &Sealed, search: &mut Search<'_>) {
    let plan = sealed.inputs.plan();
    let of = tasks::staff(plan, sealed.inputs.roster(), sealed.inputs.history());
    let teams = tasks::task_teams(plan);
    let candidates = staff::candidates(&teams, &of.inspectors);
    let with_team = teams.iter().zip(candidates);
    for (team, candidates) in with_team.filter_map(|(team, of)| Some((team.as_ref()?, of))) {
        if candidates <= team.seats.len() {
            let notice = findings::no_choice(team.task, team.seats.len(), candidates);
            search.add(ErrorKind::Roster, notice);
        }
    }
}

/// Finds departments whose caps allow fewer seats than the takes need [T3].
fn loads(sealed: &Sealed, search: &mut Search<'_>) {
    let takes: Vec<u64> = sealed
        .commitment
        .tasks
        .iter()
        .map(|task| task.take())
        .collect();
    let plan = sealed.inputs.plan();
    let of = tasks::staff(plan, sealed.inputs.roster(), sealed.inputs.history());
    for (department, need, allowed) in tasks::overloaded(plan, &of.inspectors, &takes) {
        search.add(ErrorKind::Roster, findings::load(department, need, allowed));
    }
}
