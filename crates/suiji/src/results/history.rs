//! Makes the history for the next draw: earlier inspections, and those of this draw [O3] [I5].

use std::collections::BTreeSet;

use super::course::Course;
use super::document::Results;
use super::outcome::OutcomeGroup;
use crate::amend::Amendments;
use crate::base::error::Error;
use crate::inputs::history::{History, Visit};
use crate::record::Record;

impl Results {
    /// [O3] The rows to add to a history before the next draw: one for each result, and one for each entity that was
    /// drawn and has no result yet.
    ///
    /// - A result is a planned inspection on its day, by its inspectors. If it names none, by those who hold the seats.
    /// - An entity without a result has the day of the sealing, because nobody knows yet when it will be visited.
    /// - An entity that was closed was not visited, and has no row.
    /// - Rows have no `by`, so they count for every limit [F2].
    /// - A visit that `earlier` already has, for the same entity and task since the day of the sealing, is left out.
    ///
    /// # Errors
    /// Those of [`Results::status`].
    pub fn visits(
        &self,
        record: &Record,
        amendments: Option<&Amendments>,
        earlier: &History,
    ) -> Result<Vec<Visit<'static>>, Error> {
        let status = self.status(record, amendments)?;
        let sealed_on = record.commitment().sealed_at().date().to_string();
        let known: BTreeSet<(String, String)> = earlier
            .iter()
            .filter(|visit| visit.date() >= sealed_on.as_str())
            .map(|visit| (visit.entity().to_owned(), visit.task().to_owned()))
            .collect();
        let mut visits = Vec::new();
        for task in status.tasks() {
            for course in task.courses().iter().filter(|course| is_visited(course)) {
                let key = (course.entity().to_string(), task.task().to_owned());
                if known.contains(&key) {
                    continue;
                }
                let day = course.inspection().map(|of| of.date().to_string());
                let day = day.unwrap_or_else(|| sealed_on.clone());
                visits.push(Visit::new(key.0, key.1, day).with_inspectors(inspectors(course)));
            }
        }
        Ok(visits)
    }
}

/// Whether an entity was visited, or will be.
fn is_visited(course: &Course<'_>) -> bool {
    match course.group() {
        Some(group) => group != OutcomeGroup::Closed,
        None => !course.is_replaced(),
    }
}

/// Who visited. If the result does not say so, who holds a seat.
fn inspectors(course: &Course<'_>) -> BTreeSet<String> {
    let visited = course
        .inspection()
        .into_iter()
        .flat_map(|of| of.inspectors());
    let visited: BTreeSet<String> = visited.map(ToString::to_string).collect();
    match visited.is_empty() {
        true => course
            .seats()
            .iter()
            .flatten()
            .map(ToString::to_string)
            .collect(),
        false => visited,
    }
}
