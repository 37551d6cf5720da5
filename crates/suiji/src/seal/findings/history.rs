//! Findings about the history: whether there is one, and which of its ids are in no other input [I5, F2].

use std::collections::{BTreeMap, BTreeSet};

use super::nearest::Folding;
use super::{Search, some};
use crate::base::error::ErrorKind;
use crate::base::run::{Cancelled, Stage};
use crate::base::texts::{self, findings};
use crate::inputs::plan::Limit;

/// How many limits are compared with the history.
const LIMITS: usize = 100;

/// How many names are compared with the history to find the nearest.
const COMPARED: usize = 50;

pub(super) fn history(search: &mut Search<'_>) -> Result<(), Cancelled> {
    if search.inputs.history().is_empty() {
        search.add(ErrorKind::History, findings::history_empty());
    }
    unknown_entities(search)?;
    unknown_tasks(search);
    unknown_by(search)?;
    unknown_recusals(search);
    unknown_exempt_from(search);
    Ok(())
}

/// Finds rows of entities that are not in the registry [I5].
fn unknown_entities(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let (registry, history) = (search.inputs.registry(), search.inputs.history());
    let mut step = search.run.step(Stage::Compare, history.rows().len());
    let (mut count, mut first) = (0, None);
    for (entity, rows) in history.by_entity() {
        step.advance(rows.len())?;
        if registry.find(entity).is_none() {
            count += rows.len();
            first = first.or(Some(entity));
        }
    }
    if let Some(entity) = first {
        let notice = findings::unknown_entity(count, entity);
        search.add(ErrorKind::History, notice);
    }
    Ok(())
}

/// Finds rows of tasks that are not in the plan [I5].
fn unknown_tasks(search: &mut Search<'_>) {
    let (plan, history) = (search.inputs.plan(), search.inputs.history());
    let known: BTreeSet<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    let mut tasks = history
        .task_ids()
        .filter(|id| !known.contains(id))
        .peekable();
    if let Some(task) = tasks.peek().copied() {
        let notice = findings::unknown_task(tasks.count(), task);
        search.add(ErrorKind::History, notice);
    }
}

/// Finds limits for visits of a department or level that no row of the history names, if rows name departments or
/// levels at all [F2].
fn unknown_by(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let (plan, history) = (search.inputs.plan(), search.inputs.history());
    let limits = plan.limits.iter();
    let limits = limits.chain(plan.tasks.iter().flat_map(|task| &task.limits));
    let wanting = |limit: &Limit| limit.by.is_some();
    let limits: Vec<&Limit> = limits.filter(|limit| wanting(limit)).collect();
    if limits.is_empty() {
        return Ok(());
    }
    let mut step = search.run.step(Stage::Compare, history.rows().len());
    let mut sets = BTreeSet::new();
    for row in history.rows() {
        step.advance(1)?;
        sets.insert(row.by);
    }
    let mut named: BTreeMap<&str, u64> = BTreeMap::new();
    for set in sets {
        history
            .by(set)
            .for_each(|by| *named.entry(by).or_default() += 1);
    }
    named.remove("");
    if named.is_empty() {
        return Ok(());
    }
    let folding = Folding::new();
    let values = folding.values(named.keys().copied());
    let mut compared = 0;
    for limit in limits.into_iter().take(LIMITS) {
        for by in limit
            .by
            .iter()
            .flatten()
            .filter(|by| !named.contains_key(&***by))
            .take(super::NAMED)
        {
            compared += 1;
            let nearest = match Some(by)
                .filter(|_| compared <= COMPARED)
                .and_then(|by| values.nearest(by))
            {
                Some((_, value)) => texts::nearest_to(texts::quoted(value)),
                None => texts::NO_TEXT.into(),
            };
            let notice = findings::limit_by(&limit.id, by, nearest);
            search.add(ErrorKind::Plan, notice);
        }
    }
    Ok(())
}

/// Finds recusals of entities that are not in the registry [I4].
fn unknown_recusals(search: &mut Search<'_>) {
    let registry = search.inputs.registry();
    let members = search.inputs.roster().members().iter();
    let recusals = members.flat_map(|member| member.recuse.iter().map(move |of| (&member.id, of)));
    let mut recusals = recusals
        .filter(|(_, of)| registry.find(of).is_none())
        .peekable();
    if let Some((inspector, entity)) = recusals.peek().copied() {
        let notice = findings::unknown_recusal(recusals.count(), inspector, entity);
        search.add(ErrorKind::Roster, notice);
    }
}

/// Finds exemptions from tasks that are not in the plan [F2].
fn unknown_exempt_from(search: &mut Search<'_>) {
    let plan = search.inputs.plan();
    let known: BTreeSet<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    let tasks = search.inputs.registry().store().exemptions.tails();
    let unknown: BTreeSet<&str> = tasks.filter(|task| !known.contains(task)).collect();
    if !unknown.is_empty() {
        search.add(ErrorKind::Registry, findings::exempt_from(some(unknown)));
    }
}
