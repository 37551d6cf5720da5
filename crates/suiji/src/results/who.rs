//! Compares who visited with who should have visited [O2].

use std::collections::BTreeSet;

use super::course::Course;
use super::document::Inspection;
use crate::base::texts::{Notice, findings};
use crate::inputs::roster::Roster;

/// The minimum number of inspectors in a visit. One person alone must not inspect.
const FEWEST: usize = 2;

/// [O2] Reports inspectors who were not drawn, who are unknown, or who were not allowed to visit.
pub(super) fn found(of: &Inspection, course: &Course<'_>, roster: Option<&Roster>) -> Vec<Notice> {
    let (task, entity) = (&of.task, &of.entity);
    let seats = course.seats.iter().flatten();
    let drawn: BTreeSet<&str> = seats.map(|id| id.as_str()).collect();
    let visited: BTreeSet<&str> = of.inspectors.iter().map(|id| id.as_str()).collect();
    let join = |ids: &[&str]| ids.join("、");
    let mut notices = Vec::new();
    if visited.is_empty() {
        if !course.seats.is_empty() && drawn.is_empty() {
            notices.push(findings::result_nobody(task, entity));
        }
        return notices;
    }
    if !drawn.is_empty() {
        let others: Vec<&str> = visited.difference(&drawn).copied().collect();
        let absent: Vec<&str> = drawn.difference(&visited).copied().collect();
        if !others.is_empty() {
            let drawn: Vec<&str> = drawn.iter().copied().collect();
            let (others, drawn) = (join(&others), join(&drawn));
            notices.push(findings::result_inspectors(task, entity, others, drawn));
        } else if !absent.is_empty() {
            notices.push(findings::result_absent(task, entity, join(&absent)));
        }
    }
    if visited.len() < FEWEST && visited != drawn {
        notices.push(findings::result_alone(
            task,
            entity,
            visited.iter().next().copied().unwrap_or_default(),
        ));
    }
    let Some(roster) = roster else {
        return notices;
    };
    for id in visited {
        match roster.inspector(id) {
            // An inspector whom the office chose for a vacant seat need not be on the roster.
            None if drawn.contains(id) => {}
            None => notices.push(findings::result_unknown_inspector(id)),
            Some(inspector) => {
                let day = of.date.to_string();
                if let Some(last) = inspector.valid_to().filter(|last| *last < day.as_str()) {
                    notices.push(findings::result_expired(id, last));
                }
                if inspector.recuse().contains(&entity.as_str()) {
                    notices.push(findings::result_recused(task, entity, id));
                }
            }
        }
    }
    notices
}
