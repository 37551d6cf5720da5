//! The results of the inspections of one entity, and what the next draw knows of them.

use std::io;

use serde_json::{Value, json};
use suiji::results::{Course, InspectionStatus};
use suiji::tables::Visit;
use suiji::values::EntityId;
use suiji::{Inputs, Results};

use super::draws::names;
use super::session::Session;
use crate::texts::{self, Text};

/// The results of an entity, each with its task.
fn courses<'s>(
    status: &'s InspectionStatus<'s>,
    entity: &'s EntityId,
) -> impl Iterator<Item = (&'s str, &'s Course<'s>)> {
    status.tasks().iter().flat_map(move |task| {
        let of_entity = task
            .courses()
            .iter()
            .filter(move |of| of.entity() == entity);
        of_entity.map(|course| (task.task(), course))
    })
}

/// The inspections of an entity, for programs.
pub(crate) fn of_entity(status: &InspectionStatus<'_>, entity: &EntityId) -> Value {
    let course = |(task, course): (&str, &Course<'_>)| {
        let state = match course.inspection() {
            Some(_) => "inspected",
            None if course.is_replaced() => "replaced",
            None => "open",
        };
        let mut json = json!({"task": task, "state": state});
        if let Some(of) = course.inspection() {
            json["date"] = of.date().to_string().into();
            json["inspectors"] = of.inspectors().map(|id| id.as_str()).collect();
            json["outcomes"] = of.outcomes().collect();
            json["measures"] = of.measures().collect();
            if let Some(note) = of.note() {
                json["note"] = note.into();
            }
            if let Some(day) = of.published() {
                json["published"] = day.to_string().into();
            }
        }
        if let Some(group) = course.group() {
            json["group"] = group.as_str().into();
        }
        json
    };
    courses(status, entity).map(course).collect()
}

/// The rows that an entity will have in the history of the next draw, for programs.
pub(crate) fn history_of(visits: &[Visit<'_>], entity: &EntityId) -> Value {
    let of_entity = visits.iter().filter(|of| of.entity() == entity.as_str());
    of_entity
        .map(|of| json!({"task": of.task(), "date": of.date(), "inspectors": of.inspectors()}))
        .collect()
}

/// Prints the results of an entity, task by task, and its rows in the history of the next draw.
pub(crate) fn print(
    session: &mut Session<'_>,
    inputs: &Inputs,
    (results, status): (&Results, &InspectionStatus<'_>),
    visits: &[Visit<'_>],
    entity: &EntityId,
) -> io::Result<()> {
    for (task, course) in courses(status, entity) {
        let Some(of) = course.inspection() else {
            session.say(match course.is_replaced() {
                true => texts::inspected_replaced(task),
                false => texts::inspected_open(task),
            })?;
            continue;
        };
        let outcomes = |lang| {
            all(of
                .outcomes()
                .filter_map(|code| results.outcome_name(code, lang)))
        };
        session.say(texts::inspected_on(task, of.date(), Text::of(outcomes)))?;
        if of.inspectors().len() > 0 {
            let who = names(inputs, of.inspectors().map(|id| id.as_str()));
            session.say(texts::inspected_by(who))?;
        }
        if of.measures().len() > 0 {
            let measures = |lang| {
                all(of
                    .measures()
                    .filter_map(|code| results.measure_name(code, lang)))
            };
            session.say(texts::inspected_measures(Text::of(measures)))?;
        }
        if let Some(note) = of.note() {
            session.say(texts::inspected_note(note))?;
        }
        session.say(match of.published() {
            Some(day) => texts::inspected_published(day),
            None => texts::inspected_not_published(),
        })?;
    }
    for of in visits.iter().filter(|of| of.entity() == entity.as_str()) {
        session.say(texts::inspected_history(of.task(), of.date()))?;
    }
    Ok(())
}

fn all<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.collect::<Vec<_>>().join("; ")
}
