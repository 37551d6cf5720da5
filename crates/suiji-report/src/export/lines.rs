//! The rows of a table, with all facts that a field may need.

use std::collections::BTreeMap;

use crate::facts::{
    DrawnFacts, EntityFacts, Facts, InspectorFacts, ResultFacts, SeatFacts, TaskFacts, VisitFacts,
};

/// The subject of a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Rows {
    /// An entity that was drawn for a task, either selected or as a reserve.
    Drawn,
    /// An entity that is inspected for a task after all amendments, or that has a result.
    Results,
    /// A visit. Tasks that share it are in one row.
    Visits,
    /// A seat of the team of a visit.
    Seats,
    /// An inspector.
    Inspectors,
}

/// A row, with the facts for its fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'f> {
    pub(super) facts: &'f Facts,
    pub(super) task: Option<&'f TaskFacts>,
    pub(super) drawn: Option<&'f DrawnFacts>,
    pub(super) entity: Option<&'f EntityFacts>,
    pub(super) visit: Option<&'f VisitFacts>,
    pub(super) result: Option<&'f ResultFacts>,
    pub(super) seat: Option<&'f SeatFacts>,
    pub(super) inspector: Option<&'f InspectorFacts>,
    /// Whether the entity was drawn as a reserve.
    pub(super) is_reserve: bool,
}

impl<'f> Line<'f> {
    /// Adds the visit to the row.
    fn of(self, visit: &'f VisitFacts) -> Self {
        Self {
            entity: Some(&visit.entity),
            visit: Some(visit),
            ..self
        }
    }
}

/// The rows of a draw.
pub(super) fn lines(facts: &Facts, rows: Rows) -> Vec<Line<'_>> {
    let empty = Line {
        facts,
        task: None,
        drawn: None,
        entity: None,
        visit: None,
        result: None,
        seat: None,
        inspector: None,
        is_reserve: false,
    };
    match rows {
        Rows::Drawn => drawn(facts, empty),
        Rows::Results => results(facts, empty),
        Rows::Visits => facts.visits.iter().map(|visit| empty.of(visit)).collect(),
        Rows::Seats => {
            let visits = facts.visits.iter();
            let seats = visits.flat_map(|visit| visit.team.iter().map(move |seat| (visit, seat)));
            let of_seat = |(visit, seat)| Line {
                seat: Some(seat),
                ..empty.of(visit)
            };
            seats.map(of_seat).collect()
        }
        Rows::Inspectors => {
            let of_inspector = |inspector| Line {
                inspector: Some(inspector),
                ..empty
            };
            facts.inspectors.iter().map(of_inspector).collect()
        }
    }
}

fn drawn<'f>(facts: &'f Facts, empty: Line<'f>) -> Vec<Line<'f>> {
    // The visit to an entity for a task, if there is one.
    let mut visits = BTreeMap::new();
    for visit in &facts.visits {
        for task in &visit.tasks {
            visits.insert((&*task.id, &*visit.entity.id), visit);
        }
    }
    let mut lines = Vec::new();
    for task in &facts.tasks {
        let selected = task.selected.iter().map(|drawn| (drawn, false));
        let reserves = task.reserves.iter().map(|drawn| (drawn, true));
        for (drawn, is_reserve) in selected.chain(reserves) {
            lines.push(Line {
                task: Some(task),
                drawn: Some(drawn),
                entity: Some(&drawn.entity),
                visit: visits.get(&(&*task.id, &*drawn.entity.id)).copied(),
                is_reserve,
                ..empty
            });
        }
    }
    lines
}

fn results<'f>(facts: &'f Facts, empty: Line<'f>) -> Vec<Line<'f>> {
    let mut lines = Vec::new();
    for task in &facts.tasks {
        let mut results = facts.results_of(&task.id);
        let of_task = |visit: &&VisitFacts| visit.tasks.iter().any(|of| of.id == task.id);
        for visit in facts.visits.iter().filter(of_task) {
            lines.push(Line {
                task: Some(task),
                result: results.remove(&*visit.entity.id),
                ..empty.of(visit)
            });
        }
        // An entity that was replaced by a reserve may have its own result.
        for drawn in &task.selected {
            if let Some(result) = results.remove(&*drawn.entity.id) {
                lines.push(Line {
                    task: Some(task),
                    entity: Some(&drawn.entity),
                    result: Some(result),
                    ..empty
                });
            }
        }
    }
    lines
}
