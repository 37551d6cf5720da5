//! One visit, several matters [T7]: which teams are those of an earlier task.
//!
//! That depends on plan and selection alone, so it is settled before anyone is seated. A task that
//! shares is never the first such task of a later one: what it shares with covers that one too.

use std::collections::BTreeMap;

use super::pace::Pace;
use super::problem::{Firm, TaskTeam};
use crate::base::run::Cancelled;

/// The team that comes for an earlier task.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Shared {
    pub(super) task: usize,
    /// The entity's place in that task's selected list.
    pub(super) place: usize,
}

/// [T7] By task and place in its selected list: the earlier team, if there is one.
pub(super) fn shared(
    tasks: &[Option<TaskTeam<'_>>],
    selected: &[Vec<Firm<'_>>],
    pace: &mut Pace<'_>,
) -> Result<Vec<Vec<Option<Shared>>>, Cancelled> {
    let mut places: Vec<Option<BTreeMap<&str, usize>>> = tasks.iter().map(|_| None).collect();
    let mut result = Vec::with_capacity(tasks.len());
    for (at, task) in tasks.iter().enumerate() {
        let covering: Vec<usize> = (0..at)
            .filter(|&earlier| covers(&tasks[earlier], task))
            .collect();
        for &earlier in &covering {
            if places[earlier].is_none() {
                places[earlier] = Some(index(&selected[earlier], pace)?);
            }
        }
        let first = |firm: &Firm<'_>| {
            covering.iter().find_map(|&task| {
                let place = *places[task].as_ref()?.get(firm.id)?;
                Some(Shared { task, place })
            })
        };
        result.push(selected[at].iter().map(first).collect());
        pace.spend(64 * covering.len() * selected[at].len())?;
    }
    Ok(result)
}

fn covers(earlier: &Option<TaskTeam<'_>>, later: &Option<TaskTeam<'_>>) -> bool {
    let pair = earlier.as_ref().zip(later.as_ref());
    pair.is_some_and(|(earlier, later)| earlier.serves(later))
}

fn index<'f>(
    firms: &[Firm<'f>],
    pace: &mut Pace<'_>,
) -> Result<BTreeMap<&'f str, usize>, Cancelled> {
    let mut places = BTreeMap::new();
    for (place, firm) in firms.iter().enumerate() {
        places.insert(firm.id, place);
        pace.spend(64)?;
    }
    Ok(places)
}
