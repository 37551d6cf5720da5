//! Finds entities that one team visits for several tasks [T7].
//!
//! This depends only on the plan and the selection, so it is known before any seat is filled. If task B gets the team
//! of task A, a later task C never gets its team from B. A serves C, too.

use std::collections::BTreeMap;

use super::pace::Pace;
use super::problem::{Entity, Seat, TaskTeam, Terms};
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
    let kinds = Kinds::new(tasks);
    // By kind of team and entity: the first task that serves this kind.
    let mut first: BTreeMap<(usize, &str), Shared> = BTreeMap::new();
    let mut result = Vec::with_capacity(tasks.len());
    for (task, selected) in selected.iter().enumerate() {
        let mut of_task = Vec::with_capacity(selected.len());
        for (place, entity) in selected.iter().enumerate() {
            let earlier = kinds.own[task].and_then(|kind| first.get(&(kind, entity.id)));
            of_task.push(earlier.copied());
            for &kind in &kinds.served[task] {
                let shared = Shared { task, place };
                first.entry((kind, entity.id)).or_insert(shared);
            }
            pace.spend(64 * (1 + kinds.served[task].len()))?;
        }
        result.push(of_task);
    }
    Ok(result)
}

/// For each task, how many entities are taken by the earlier tasks whose team also serves this task.
pub(super) fn taken_before(tasks: &[Option<TaskTeam<'_>>], takes: &[u64]) -> Vec<u64> {
    let kinds = Kinds::new(tasks);
    let mut taken: BTreeMap<usize, u64> = BTreeMap::new();
    let mut before = Vec::with_capacity(tasks.len());
    for ((own, served), take) in kinds.own.iter().zip(&kinds.served).zip(takes) {
        let of_kind = own.and_then(|kind| taken.get(&kind).copied());
        before.push(of_kind.unwrap_or_default());
        for &kind in served {
            let taken = taken.entry(kind).or_default();
            *taken = taken.saturating_add(*take);
        }
    }
    before
}

/// The kinds of teams. Teams of one kind have equal terms and equal seats.
struct Kinds {
    /// By task: its kind, if it belongs to a coordination group.
    own: Vec<Option<usize>>,
    /// By task: the kinds of later tasks that it serves.
    served: Vec<Vec<usize>>,
}

impl Kinds {
    fn new(tasks: &[Option<TaskTeam<'_>>]) -> Self {
        let mut known: BTreeMap<(Terms<'_>, &[Seat<'_>]), usize> = BTreeMap::new();
        // By kind: its last task.
        let mut last: Vec<usize> = Vec::new();
        let mut own = Vec::with_capacity(tasks.len());
        for (at, task) in tasks.iter().enumerate() {
            own.push(key(task).map(|key| {
                let kind = *known.entry(key).or_insert(last.len());
                if kind == last.len() {
                    last.push(at);
                }
                last[kind] = at;
                kind
            }));
        }
        let known = &known;
        let served = |(at, task): (usize, &Option<TaskTeam<'_>>)| {
            let beginnings = key(task).into_iter().flat_map(|(terms, seats)| {
                (1..=seats.len()).map(move |count| known.get(&(terms, &seats[..count])))
            });
            let kinds = beginnings.flatten().copied();
            kinds.filter(|&kind| last[kind] > at).collect()
        };
        Self {
            served: tasks.iter().enumerate().map(served).collect(),
            own,
        }
    }
}

fn key<'t>(task: &'t Option<TaskTeam<'_>>) -> Option<(Terms<'t>, &'t [Seat<'t>])> {
    let task = task.as_ref()?;
    Some((task.terms()?, &task.seats))
}
