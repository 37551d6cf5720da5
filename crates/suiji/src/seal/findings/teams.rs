//! Finds teams that cannot be filled, or for which nothing is drawn [S5, T3, T4].

use super::Search;
use crate::base::error::ErrorKind;
use crate::base::texts::{self, Seat, Text, findings};
use crate::seal::{Sealed, ShortTeam};
use crate::staff::{self, Staff, tasks};

pub(super) fn teams(sealed: &Sealed, search: &mut Search<'_>) {
    let inputs = &sealed.inputs;
    let of = tasks::staff(inputs.plan(), inputs.roster(), inputs.history());
    short(sealed, &of, search);
    without_choice(&of, search);
    loads(sealed, &of, search);
}

/// [S5] Finds entities that cannot get a full team, with the seats and departments.
fn short(sealed: &Sealed, of: &Staff<'_>, search: &mut Search<'_>) {
    for team in of.teams.iter().flatten() {
        let short: Vec<_> = sealed.short_teams(team.task).collect();
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
        let notice = findings::short(team.task, short.len(), which);
        search.add(ErrorKind::Roster, notice);
    }
}

/// Finds teams with no more candidates than seats, so that nothing is drawn [T4].
fn without_choice(of: &Staff<'_>, search: &mut Search<'_>) {
    let candidates = staff::candidates(&of.teams, &of.inspectors);
    let with_team = of.teams.iter().zip(candidates);
    for (team, candidates) in with_team.filter_map(|(team, of)| Some((team.as_ref()?, of))) {
        if candidates <= team.seats.len() {
            let notice = findings::no_choice(team.task, team.seats.len(), candidates);
            search.add(ErrorKind::Roster, notice);
        }
    }
}

/// Finds departments whose caps allow fewer seats than the takes need [T3].
fn loads(sealed: &Sealed, of: &Staff<'_>, search: &mut Search<'_>) {
    let takes = sealed.commitment.tasks.iter().map(|task| task.take());
    let takes: Vec<u64> = takes.collect();
    for (department, need, allowed) in tasks::overloaded(of, &takes) {
        search.add(ErrorKind::Roster, findings::load(department, need, allowed));
    }
}
