//! Finds entities that one team visits for several tasks [T7].
//!
//! This depends only on the plan and the selection, so it is known before any seat is filled. If task B gets
//! the team of task A, then a later task C never gets its team from B, because A serves C too.

use std::collections::BTreeMap;

use super::pace::Pace;
use super::problem::{Entity, TaskTeam};
use crate::base::run::Cancelled;

/// The team of an earlier task that also visits for this one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Shared {
    /// The number of the earlier task.
    pub(super) task: usize,
    /// The place of the entity in the list of that task.
    pub(super) place: usize,
}

/// [T7] Finds the earlier team, if there is one, for each task and each entity of its list.
pub(super) fn shared(
    tasks: &[Option<TaskTeam<'_>>],
    selected: &[Vec<Entity<'_>>],
    pace: &mut Pace<'_>,
) -> Result<Vec<Vec<Option<Shared>>>, Cancelled> {
    let mut places: Vec<Option<BTreeMap<&str, usize>>> = tasks.iter().map(|_| None).collect();
    let mut result = Vec::with_capacity(tasks.len());
    for (at, task) in tasks.iter().enumerate() {
        let serving: Vec<usize> = (0..at)
            .filter(|&earlier| serves(&tasks[earlier], task))
            .collect();
        for &earlier in &serving {
            if places[earlier].is_none() {
                places[earlier] = Some(index(&selected[earlier], pace)?);
            }
        }
        let first = |entity: &Entity<'_>| {
            serving.iter().find_map(|&task| {
                let place = *places[task].as_ref()?.get(entity.id)?;
                Some(Shared { task, place })
            })
        };
        result.push(selected[at].iter().map(first).collect());
        pace.spend(64 * serving.len() * selected[at].len())?;
    }
    Ok(result)
}

fn serves(earlier: &Option<TaskTeam<'_>>, later: &Option<TaskTeam<'_>>) -> bool {
    let pair = earlier.as_ref().zip(later.as_ref());
    pair.is_some_and(|(earlier, later)| earlier.serves(later))
}

fn index<'f>(
    entities: &[Entity<'f>],
    pace: &mut Pace<'_>,
) -> Result<BTreeMap<&'f str, usize>, Cancelled> {
    let mut places = BTreeMap::new();
    for (place, entity) in entities.iter().enumerate() {
        places.insert(entity.id, place);
        pace.spend(64)?;
    }
    Ok(places)
}
