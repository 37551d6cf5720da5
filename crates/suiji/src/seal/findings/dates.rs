//! Dates that do not fit the year of the plan or the day of sealing [I1, F2].

use super::columns::rows;
use super::{Search, some};
use crate::base::date::Date;
use crate::base::error::ErrorKind;
use crate::base::run::Cancelled;
use crate::base::texts::findings;
use crate::inputs::plan::Window;

pub(super) fn dates(search: &mut Search<'_>) -> Result<(), Cancelled> {
    windows(search);
    let Some(sealed_on) = search.sealed_on else {
        return Ok(());
    };
    let plan = search.inputs.plan();
    let sealed_in = u64::from(sealed_on.year());
    // The plan of the next year may be sealed early.
    if plan.year < sealed_in || plan.year > sealed_in + 1 {
        let notice = findings::other_year(plan.year, sealed_on);
        search.add(ErrorKind::Plan, notice);
    }
    first_days(search, sealed_on);
    let registry = search.inputs.registry();
    let late = rows(registry, search.run, |row| {
        row.established().is_some_and(|date| date > sealed_on)
    })?;
    let notice = findings::established_late(sealed_on);
    search.add_rows(ErrorKind::Registry, "established", notice, late);
    expired(search, sealed_on);
    Ok(())
}

/// Finds windows that are not in the year of the plan, or have ended before the sealing [I1].
fn windows(search: &mut Search<'_>) {
    let plan = search.inputs.plan();
    let tasks = plan.tasks.iter().filter_map(|task| task.window);
    let mut windows: Vec<Window> = plan.window.into_iter().chain(tasks).collect();
    windows.sort_by_key(|window| (window.from, window.to));
    windows.dedup();
    let year = |date: Date| u64::from(date.year());
    for window in windows {
        if year(window.from) != plan.year || year(window.to) != plan.year {
            let notice = findings::window_year(window.from, window.to, plan.year);
            search.add(ErrorKind::Plan, notice);
        }
        if let Some(sealed_on) = search.sealed_on.filter(|sealed_on| window.to < *sealed_on) {
            let notice = findings::sealed_late(window.to, sealed_on);
            search.add(ErrorKind::Plan, notice);
        }
    }
}

/// Finds days in the future from which visits count [F2, T2].
fn first_days(search: &mut Search<'_>, sealed_on: Date) {
    let plan = search.inputs.plan();
    let limits = plan.limits.iter();
    let limits = limits.chain(plan.tasks.iter().flat_map(|task| &task.limits));
    let rotations = plan.tasks.iter().filter_map(|task| task.team.as_ref());
    let rotations = rotations.filter_map(|team| team.rotation_from);
    let days = limits.filter_map(|limit| limit.from).chain(rotations);
    let mut late: Vec<Date> = days.filter(|from| *from > sealed_on).collect();
    late.sort_unstable();
    late.dedup();
    for from in late {
        let notice = findings::from_late(from, sealed_on);
        search.add(ErrorKind::Plan, notice);
    }
}

/// Finds certificates that expired before the sealing. They count as valid only if the window ended even earlier [T2].
fn expired(search: &mut Search<'_>, sealed_on: Date) {
    let members = search.inputs.roster().members().iter();
    let ended = members.filter(|member| member.valid_to.is_some_and(|last| last < sealed_on));
    let (names, found): (Vec<_>, Vec<u64>) = ended
        .map(|member| (super::inspectors::name(member), member.number))
        .unzip();
    let notice = findings::expired(some(names), sealed_on);
    search.add_rows(ErrorKind::Roster, "valid_to", notice, found);
}
