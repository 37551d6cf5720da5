//! Visits after all amendments: which team goes to which entity.

use std::collections::BTreeMap;

use serde::Serialize;
use suiji::values::Date;

use super::deadlines::DeadlineFacts;
use super::lists::EntityFacts;
use super::material::Material;
use super::named::Named;
use super::plan::{self, WindowFacts};
use super::teams::{Originals, SeatFacts};

/// A task as part of a visit.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct VisitTask {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: Option<&'static str>,
    pub(crate) items: Vec<String>,
    pub(crate) methods: Vec<String>,
    pub(crate) window: Option<WindowFacts>,
}

/// A visit of one team to one entity, for one or more tasks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct VisitFacts {
    /// Counted from 1 over the whole draw.
    pub(crate) number: usize,
    pub(crate) entity: EntityFacts,
    pub(crate) tasks: Vec<VisitTask>,
    pub(crate) team: Vec<SeatFacts>,
    /// The days that the windows of all its tasks have in common, if any.
    pub(crate) window: Option<WindowFacts>,
    /// The selected entity that this reserve replaces.
    pub(crate) replaces: Option<Named>,
    /// Visits to this entity in the year of the plan, according to the history.
    pub(crate) visits_this_year: u64,
    pub(crate) notice_number: Option<String>,
    pub(crate) approval_number: Option<String>,
    /// The deadlines of report and publication, if the visit ends on the last day of its window.
    pub(crate) deadlines: Vec<DeadlineFacts>,
}

impl VisitFacts {
    /// The lead, if the first seat is held.
    pub(crate) fn lead(&self) -> Option<&SeatFacts> {
        let first = self.team.first();
        first.filter(|seat| seat.inspector.is_some())
    }
}

/// All visits, in the order of tasks, then of the draw. An entity that was replaced by a reserve is not visited.
pub(super) fn visits(material: &Material<'_>) -> Vec<VisitFacts> {
    let originals = Originals::of(material);
    let replaced = material.replaced();
    let plan = material.inputs().plan();
    let mut visits: Vec<VisitFacts> = Vec::new();
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    for draw in material.record.draws() {
        let id = draw.task().as_str();
        let Some(task) = plan.task(id) else {
            continue;
        };
        for team in material.teams(id) {
            if team.is_replaced() {
                continue;
            }
            let entity = team.entity().to_owned();
            let part = VisitTask {
                id: id.to_owned(),
                name: task.name().to_owned(),
                kind: plan::kind(task),
                items: task.items().to_vec(),
                methods: plan::methods(task, material.lang),
                window: plan::window(plan, task),
            };
            let joined = team
                .joins()
                .map(|joins| (joins.to_string(), entity.clone()));
            let place = match joined.and_then(|key| places.get(&key).copied()) {
                Some(place) => place,
                None => {
                    visits.push(VisitFacts {
                        number: visits.len() + 1,
                        entity: EntityFacts::of(material, &entity),
                        tasks: Vec::new(),
                        team: originals.amended(material, id, &team),
                        window: None,
                        replaces: replaced
                            .get(&(id, &*entity))
                            .map(|entity| material.entity(entity)),
                        visits_this_year: 0,
                        notice_number: None,
                        approval_number: None,
                        deadlines: Vec::new(),
                    });
                    visits.len() - 1
                }
            };
            places.insert((id.to_owned(), entity), place);
            visits[place].tasks.push(part);
        }
    }
    finish(material, &mut visits);
    visits
}

/// The facts that depend on all tasks of a visit, and its numbers.
fn finish(material: &Material<'_>, visits: &mut [VisitFacts]) {
    let counts = visits_this_year(material, visits);
    let numbers = &material.office.numbers;
    let number = |form: &Option<String>, number: usize| {
        let number = numbers.first.saturating_add(number as u64 - 1);
        let form = form.as_deref()?;
        Some(form.replace("{n}", &number.to_string()))
    };
    for visit in visits {
        let windows = visit.tasks.iter().map(|task| task.window.clone());
        visit.window = windows.reduce(|one, other| one?.and(&other?)).flatten();
        visit.visits_this_year = counts.get(&visit.entity.id).copied().unwrap_or(0);
        visit.notice_number = number(&numbers.notice, visit.number);
        visit.approval_number = number(&numbers.approval, visit.number);
        let last = visit
            .window
            .as_ref()
            .and_then(|window| window.to.parse().ok());
        visit.deadlines = DeadlineFacts::of_visit(material, last);
    }
}

/// The number of visits to each entity in the year of the plan, according to the history.
fn visits_this_year(material: &Material<'_>, visits: &[VisitFacts]) -> BTreeMap<String, u64> {
    let mut counts: BTreeMap<String, u64> = visits
        .iter()
        .map(|visit| (visit.entity.id.clone(), 0))
        .collect();
    let year = material.inputs().plan().year();
    for visit in material.inputs().history().iter() {
        let date: Option<Date> = visit.date().parse().ok();
        if date.is_some_and(|date| u64::from(date.year()) == year)
            && let Some(count) = counts.get_mut(visit.entity())
        {
            *count += 1;
        }
    }
    counts
}
