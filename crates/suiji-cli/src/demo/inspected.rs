//! Invented results of the inspections in the demonstration. The same draw always gets the same results.

use std::collections::BTreeMap;

use suiji::results::Inspection;
use suiji::values::{Date, TaskId};
use suiji::{Amendments, Record, Results};

use crate::base::error::Error;

/// The days of the inspections, within the windows of all tasks.
const DAYS: [&str; 14] = [
    "2024-10-08",
    "2024-10-09",
    "2024-10-10",
    "2024-10-11",
    "2024-10-14",
    "2024-10-15",
    "2024-10-16",
    "2024-10-17",
    "2024-10-18",
    "2024-10-21",
    "2024-10-22",
    "2024-10-23",
    "2024-10-24",
    "2024-10-25",
];
/// The time when the results were published.
const PUBLISHED: &str = "2024-11-08";

/// Outcome and measure of each visited entity, in turn. `no_problem` has no measure.
const FOUND: [(&str, Option<&str>); 16] = [
    ("no_problem", None),
    ("no_problem", None),
    ("rectified", Some("rectification")),
    ("no_problem", None),
    ("no_problem", None),
    ("false_information", Some("abnormal_list")),
    ("no_problem", None),
    ("no_problem", None),
    ("unreachable", Some("abnormal_list")),
    ("no_problem", None),
    ("other_violation", Some("case")),
    ("no_problem", None),
    ("no_problem", None),
    ("uncooperative", Some("transfer")),
    ("no_problem", None),
    ("no_such_business", None),
];

/// The results. An entity has one day and one outcome for all tasks, because one visit may serve several
/// tasks.
pub(super) fn results(
    record: &Record,
    amendments: Option<&Amendments>,
    note: &str,
) -> Result<Results, Error> {
    let empty = Results::new(record);
    let status = empty.status(record, amendments)?;
    let published: Date = PUBLISHED.parse()?;
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut list = Vec::new();
    for task in status.tasks() {
        for course in task.courses().iter().filter(|of| !of.is_replaced()) {
            let next = places.len();
            let place = *places.entry(course.entity().as_str()).or_insert(next);
            let (outcome, measure) = FOUND[place % FOUND.len()];
            let date: Date = DAYS[place % DAYS.len()].parse()?;
            let id: TaskId = task.task().parse()?;
            let inspectors = course.seats().iter().flatten().cloned();
            let mut found = Inspection::new(id, course.entity().clone(), date, inspectors, outcome);
            if let Some(measure) = measure {
                found = found.with_measure(measure);
            }
            if outcome == "false_information" {
                found = found.with_note(note);
            }
            list.push(found.with_published(published));
        }
    }
    Ok(empty.clone().with_inspections(list))
}
