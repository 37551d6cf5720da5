//! Makes the inspectors and teams of section 7 from plan and roster, and compares takes with caps.

use std::collections::BTreeMap;

use super::problem::{Firm, Officer, Seat, TaskTeam};
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::Registry;
use crate::inputs::roster::{Member, Roster};

/// The inspectors, in the order of ids.
pub(crate) fn officers<'a>(plan: &Plan, roster: &'a Roster) -> Vec<Officer<'a>> {
    roster
        .members()
        .iter()
        .map(|member| officer(plan, member))
        .collect()
}

/// [T3] Makes an inspector from a row of the roster. The cap is the smaller `max_load` of inspector and plan.
fn officer<'a>(plan: &Plan, member: &'a Member) -> Officer<'a> {
    let caps = [plan.max_load, member.max_load];
    Officer {
        id: &member.id,
        department: &member.department,
        district: member.district.as_deref(),
        skills: member.skills.iter().map(String::as_str).collect(),
        lead: member.lead,
        expert: member.expert,
        cap: caps.into_iter().flatten().min(),
        valid_to: member.valid_to,
        recuse: member.recuse.iter().map(String::as_str).collect(),
    }
}

/// The team of a task, or `None` if it has none.
pub(crate) fn task_team<'a>(plan: &Plan, task: &'a Task) -> Option<TaskTeam<'a>> {
    let team = task.team.as_ref()?;
    let seats = team.written_out().map(|group| {
        let mut skills: Vec<&str> = group.skills.iter().map(String::as_str).collect();
        skills.sort_unstable();
        skills.dedup();
        Seat {
            department: &group.department,
            expert: group.expert,
            skills,
        }
    });
    Some(TaskTeam {
        task: task.id.as_str(),
        seats: seats.collect(),
        lead_required: team.lead_required,
        district: team.district,
        window_end: plan.window_end(task),
        coordination: task.coordination.as_deref(),
    })
}

/// The teams of all tasks, in their order.
pub(crate) fn task_teams(plan: &Plan) -> Vec<Option<TaskTeam<'_>>> {
    plan.tasks
        .iter()
        .map(|task| task_team(plan, task))
        .collect()
}

/// The entity in that row of the registry.
pub(crate) fn firm(registry: &Registry, row: usize) -> Firm<'_> {
    Firm {
        id: registry.id(row),
        district: registry.district(row),
    }
}

/// The departments whose caps allow less seats than the takes need, as (department, needed, allowed).
///
/// Experts and other inspectors of a department are counted separately. `needed` is a lower bound.
pub(crate) fn overloaded(plan: &Plan, roster: &Roster, takes: &[u64]) -> Vec<(String, u64, u64)> {
    let teams = task_teams(plan);
    let mut needed: BTreeMap<(&str, bool), u64> = BTreeMap::new();
    for (index, task) in teams.iter().enumerate() {
        let Some(task) = task else { continue };
        // Entities that an earlier task selects too may get its team [T7].
        let shared: u64 = teams[..index]
            .iter()
            .zip(takes)
            .filter(|(earlier, _)| earlier.as_ref().is_some_and(|earlier| earlier.serves(task)))
            .map(|(_, take)| take)
            .sum();
        let own = takes[index].saturating_sub(shared);
        for seat in &task.seats {
            *needed.entry((seat.department, seat.expert)).or_default() += own;
        }
    }
    let officers = officers(plan, roster);
    let allowed = |department: &str, expert: bool| {
        let caps = officers
            .iter()
            .filter(|of| of.department == department && of.expert == expert)
            .map(|of| of.cap);
        caps.sum::<Option<u64>>()
    };
    let overloaded = needed
        .into_iter()
        .filter_map(|((department, expert), need)| {
            let allowed = allowed(department, expert)?;
            (need > allowed).then(|| (department.to_owned(), need, allowed))
        });
    overloaded.collect()
}
