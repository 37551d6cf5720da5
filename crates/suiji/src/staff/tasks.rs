//! Makes the inspectors and teams of section 7 from the plan and the roster, and compares takes with caps.

use std::collections::BTreeMap;

use super::problem::{Entity, Inspector, PastVisit, Seat, Staff, TaskTeam};
use super::visit::taken_before;
use crate::base::date::Date;
use crate::inputs::history::History;
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::Registry;
use crate::inputs::roster::{Member, Roster};

/// The inspectors, their visits in the history if a task has `rotation_from`, and the teams of the tasks.
pub(crate) fn staff<'a>(plan: &'a Plan, roster: &'a Roster, history: &'a History) -> Staff<'a> {
    let members = roster.members().iter();
    let inspectors: Vec<Inspector<'_>> = members.map(|member| inspector(plan, member)).collect();
    let rotations = plan
        .tasks
        .iter()
        .filter_map(|task| task.team.as_ref()?.rotation_from);
    let past = rotations
        .min()
        .map_or(Vec::new(), |from| past_visits(history, &inspectors, from));
    let tasks = plan.tasks.iter();
    Staff {
        inspectors,
        past,
        teams: tasks.map(|task| task_team(plan, task)).collect(),
    }
}

/// [T2] The visits of both kinds from that date on by inspectors of the roster.
fn past_visits<'a>(
    history: &'a History,
    inspectors: &[Inspector<'_>],
    from: Date,
) -> Vec<PastVisit<'a>> {
    let mut past = Vec::new();
    for (entity, rows) in history.by_entity() {
        for row in rows.iter().filter(|row| row.date() >= from) {
            for id in history.inspectors(row) {
                if let Ok(inspector) = inspectors.binary_search_by(|of| of.id.cmp(id)) {
                    past.push(PastVisit {
                        entity,
                        date: row.date(),
                        inspector,
                    });
                }
            }
        }
    }
    past
}

/// [T3] Makes an inspector from a row of the roster. The cap is the smaller `max_load` of inspector and plan.
fn inspector<'a>(plan: &Plan, member: &'a Member) -> Inspector<'a> {
    let caps = [plan.max_load, member.max_load];
    Inspector {
        id: &member.id,
        department: &member.department,
        district: member.district.as_deref(),
        skills: member.skills.iter().map(String::as_str).collect(),
        lead: member.lead,
        expert: member.expert,
        load: member.load,
        cap: caps.into_iter().flatten().min(),
        valid_to: member.valid_to,
        recuse: member.recuse.iter().map(String::as_str).collect(),
    }
}

/// The team of a task, or `None` if it has none.
fn task_team<'a>(plan: &Plan, task: &'a Task) -> Option<TaskTeam<'a>> {
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
        rotation_from: team.rotation_from,
    })
}

/// The entity in that row of the registry.
pub(crate) fn entity(registry: &Registry, row: usize) -> Entity<'_> {
    Entity {
        id: registry.id(row),
        district: registry.district(row),
    }
}

/// The departments whose caps allow fewer seats than the takes need, as (department, needed, allowed).
///
/// Experts and other inspectors of a department are counted separately. `needed` is a lower bound.
pub(crate) fn overloaded(of: &Staff<'_>, takes: &[u64]) -> Vec<(String, u64, u64)> {
    let mut needed: BTreeMap<(&str, bool), u64> = BTreeMap::new();
    let before = taken_before(&of.teams, takes);
    for ((task, take), before) in of.teams.iter().zip(takes).zip(before) {
        // Entities that an earlier task also selects may get its team [T7].
        let own = take.saturating_sub(before);
        for seat in task.iter().flat_map(|task| &task.seats) {
            *needed.entry((seat.department, seat.expert)).or_default() += own;
        }
    }
    // None if somebody has no cap.
    let mut allowed: BTreeMap<(&str, bool), Option<u64>> = BTreeMap::new();
    for of in &of.inspectors {
        let sum = allowed.entry((of.department, of.expert));
        let (sum, cap) = (sum.or_insert(Some(0)), of.cap);
        *sum = sum
            .zip(cap)
            .map(|(sum, cap)| sum.saturating_add(cap.saturating_sub(of.load)));
    }
    let overloaded = needed.into_iter().filter_map(|(of, need)| {
        let allowed = allowed.get(&of).copied().unwrap_or(Some(0))?;
        (need > allowed).then(|| (of.0.to_owned(), need, allowed))
    });
    overloaded.collect()
}
