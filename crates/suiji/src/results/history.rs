//! The history for the next draw: earlier inspections, and those of this draw [O3] [I5].

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Inspection, Results};
use super::outcome::OutcomeGroup;
use crate::amend::Amendments;
use crate::base::error::Error;
use crate::inputs::history::{History, Visit};
use crate::inputs::roster::Roster;
use crate::record::Record;

impl Results {
    /// [O3] The history for the next draw: the rows of `earlier`, a row for each result, and a row for each entity that
    /// was drawn and has no result yet.
    ///
    /// - A result is a planned inspection on its day, by its inspectors. An entity that was closed was not visited: it has
    ///   no row.
    /// - An entity without a result has the day of the sealing: it will be visited, but nobody knows when.
    /// - `by` has the departments of the inspectors, if the roster is given.
    /// - A row that `earlier` has already (entity, task and year of the sealing) is not added.
    ///
    /// # Errors
    /// Those of [`Results::status`]; those of rows, if an id is not one that a history can have.
    pub fn history(
        &self,
        record: &Record,
        amendments: Option<&Amendments>,
        earlier: &History,
        roster: Option<&Roster>,
    ) -> Result<History, Error> {
        let status = self.status(record, amendments)?;
        let sealed_on = record.commitment().sealed_at().date().to_string();
        let departments: BTreeMap<String, String> = roster
            .into_iter()
            .flat_map(Roster::iter)
            .map(|of| (of.id().to_owned(), of.department().to_owned()))
            .collect();
        let known: BTreeSet<(String, String)> = earlier
            .iter()
            .filter(|visit| visit.date() >= sealed_on.as_str())
            .map(|visit| (visit.entity().to_owned(), visit.task().to_owned()))
            .collect();
        let mut builder = History::builder();
        for visit in earlier.iter() {
            builder.push(&visit);
        }
        for task in status.tasks() {
            for course in task.courses() {
                let key = (course.entity().to_string(), task.task().to_owned());
                let closed = course.group() == Some(OutcomeGroup::Closed);
                let unvisited = course.is_replaced() && course.inspection().is_none();
                if closed || unvisited || known.contains(&key) {
                    continue;
                }
                let team = course.seats().iter().flatten();
                let team: BTreeSet<String> = team.map(ToString::to_string).collect();
                let visitors = course.inspection().map(visitors);
                let inspectors = visitors.filter(|ids| !ids.is_empty()).unwrap_or(team);
                let by = inspectors
                    .iter()
                    .filter_map(|id| departments.get(id).cloned());
                let by: BTreeSet<String> = by.collect();
                let day = course.inspection().map(|of| of.date().to_string());
                let visit = Visit::new(key.0, key.1, day.unwrap_or_else(|| sealed_on.clone()));
                builder.push(&visit.with_by(by).with_inspectors(inspectors));
            }
        }
        builder.finish()
    }
}

fn visitors(of: &Inspection) -> BTreeSet<String> {
    of.inspectors().map(ToString::to_string).collect()
}
