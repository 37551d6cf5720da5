//! Reports ids of one kind in the inputs that differ only in letter case [C4].

use std::collections::BTreeMap;

use super::history::History;
use super::plan::Plan;
use super::registry::Registry;
use super::roster::Roster;
use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::id;
use crate::base::run::{Cancelled, Run};
use crate::base::texts::{self, codes};

/// Reports ids of one kind, anywhere in the inputs, that differ only in letter case [C4].
///
/// Pairs inside the plan are already reported as faults of the plan.
pub(crate) fn check_case(
    plan: &Plan,
    registry: &Registry,
    roster: Option<&Roster>,
    history: &History,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let inspectors = roster.map(Roster::members).unwrap_or_default();

    let recused = || {
        let rows = inspectors.iter();
        rows.flat_map(|row| row.recuse.iter().map(move |id| (&**id, row.number())))
    };
    let entities = registry.ids().chain(recused().map(|(id, _)| id));
    let twins = id::case_twins(entities.chain(history.entities()), run)?;
    let entities = numbered(ErrorKind::Registry, "id", registry.numbered_ids());
    let entities = entities.chain(numbered(ErrorKind::Roster, "recuse", recused()));
    let past = numbered(ErrorKind::History, "entity", history.numbered_entities());
    report(&twins, entities.chain(past), faults);

    let ids = || inspectors.iter().map(|row| (&*row.id, row.number()));
    let twins = ids().map(|(id, _)| id).chain(history.all_inspectors());
    let twins = id::case_twins(twins, run)?;
    let past = numbered(
        ErrorKind::History,
        "inspectors",
        history.numbered_inspectors(),
    );
    report(
        &twins,
        numbered(ErrorKind::Roster, "id", ids()).chain(past),
        faults,
    );

    let ids = || {
        (0..)
            .zip(&plan.tasks)
            .map(|(at, task)| (task.id.as_str(), at))
    };
    let twins = ids().map(|(id, _)| id).chain(registry.exempt_from());
    let twins = id::case_twins(twins.chain(history.tasks()), run)?;
    let tasks = numbered(ErrorKind::Plan, "id", ids());
    let exempt = numbered(
        ErrorKind::Registry,
        "exempt_from",
        registry.numbered_exempt_from(),
    );
    let past = numbered(ErrorKind::History, "task", history.numbered_tasks());
    report(&twins, tasks.chain(exempt).chain(past), faults);
    Ok(())
}

/// The place of an id. In the plan, the row is the index of the task.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
struct At {
    kind: ErrorKind,
    row: u64,
    column: &'static str,
}

impl At {
    fn place(self) -> Place {
        match self.kind {
            ErrorKind::Plan => Place::new(self.kind, format!("$.tasks[{}].id", self.row)),
            kind => Place::new(kind, self.column).at_row(self.row),
        }
    }

    /// The place, with the id of its row if this is the place of that id.
    fn place_of(self, id: &str) -> Place {
        match self.column {
            "id" | "entity" if self.kind != ErrorKind::Plan => self.place().with_id(id),
            _ => self.place(),
        }
    }
}

fn numbered<'i>(
    kind: ErrorKind,
    column: &'static str,
    ids: impl Iterator<Item = (&'i str, u64)>,
) -> impl Iterator<Item = (&'i str, At)> {
    ids.map(move |(id, row)| (id, At { kind, row, column }))
}

/// Reports pairs of ids. Each fault is at the place of the later id, and names the place of the other. `all` has the
/// ids that were compared.
fn report<'i>(
    twins: &[(&'i str, &'i str)],
    all: impl Iterator<Item = (&'i str, At)>,
    faults: &mut Faults,
) {
    if twins.is_empty() {
        return;
    }
    let ids = twins.iter().flat_map(|(first, second)| [*first, *second]);
    let mut places: BTreeMap<&str, Option<At>> = ids.map(|id| (id, None)).collect();
    for (id, at) in all {
        if let Some(place @ None) = places.get_mut(id) {
            *place = Some(at);
        }
    }
    for (first, second) in twins {
        let mut pair = [(places[first], first), (places[second], second)];
        pair.sort_unstable();
        if let [(Some(earlier), first), (Some(later), second)] = pair {
            let problem = codes::id_case(second, first, texts::aside(earlier.place().to_text()));
            faults.push(problem.at(later.place_of(second)));
        }
    }
}
