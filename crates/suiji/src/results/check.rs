//! Checks whether results fit the record, its amendments and the plan [O2].

use std::collections::{BTreeMap, BTreeSet};

use super::course::{Course, courses};
use super::document::{Inspection, Results};
use super::outcome::OutcomeGroup;
use super::{contradicts, who};
use crate::amend::Amendments;
use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind};
use crate::base::lang::Lang;
use crate::base::texts::{Localized, Notice, findings};
use crate::inputs::plan::Plan;
use crate::inputs::roster::Roster;
use crate::record::Record;
use crate::seal::Finding;

/// What is known in addition to the results and the record. With more of it, more is checked [O2].
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    amendments: Option<&'a Amendments>,
    plan: Option<&'a Plan>,
    roster: Option<&'a Roster>,
    today: Option<Date>,
    rows: Option<&'a [u64]>,
}

impl<'a> Known<'a> {
    /// Sets the amendments of the record. They say who was to visit, and which reserves were used.
    #[must_use]
    pub const fn with_amendments(self, amendments: &'a Amendments) -> Self {
        Self {
            amendments: Some(amendments),
            ..self
        }
    }

    /// Sets the plan, which has the windows of the tasks.
    #[must_use]
    pub const fn with_plan(self, plan: &'a Plan) -> Self {
        Self {
            plan: Some(plan),
            ..self
        }
    }

    /// Sets the roster, which says who exists, whose certificate is valid and who is recused.
    #[must_use]
    pub const fn with_roster(self, roster: &'a Roster) -> Self {
        Self {
            roster: Some(roster),
            ..self
        }
    }

    /// Sets the row of each inspection in the list of the office, in the order of the inspections. Findings then name
    /// these rows. For an inspection without a row, findings name its number in the document.
    #[must_use]
    pub const fn with_rows(self, rows: &'a [u64]) -> Self {
        Self {
            rows: Some(rows),
            ..self
        }
    }

    /// Sets the day of the check. A result must not be later. A result that is missing after the window is overdue.
    #[must_use]
    pub const fn with_today(self, today: Date) -> Self {
        Self {
            today: Some(today),
            ..self
        }
    }
}

/// One task: its entities, and the days on which they should be inspected.
struct Task<'r> {
    courses: BTreeMap<&'r str, Course<'r>>,
    /// Reserves that are not used, in ascending order.
    unused: BTreeSet<&'r str>,
    window: Option<(Date, Date)>,
}

impl Results {
    /// [O2] Compares the results with the record and everything else that is known.
    ///
    /// An *error* is a wrong result: an entity that was not drawn, two results of one entity, a day before the sealing
    /// or after today, outcomes that contradict each other. Somebody should look at a *warning*: inspectors who were
    /// not drawn, a day outside the window, one visit on two days. A *note* counts results that are still missing.
    ///
    /// # Errors
    /// `results.other-record` if the results belong to another record; those of [`Amendments::state`].
    pub fn check(&self, record: &Record, known: &Known<'_>) -> Result<Vec<Finding>, Error> {
        let state = self.state_of(record, known.amendments)?;
        let mut tasks = BTreeMap::new();
        for draw in record.draws() {
            let id = draw.task().as_str();
            let of = courses(draw, &state).into_iter();
            let of: BTreeMap<&str, Course<'_>> =
                of.map(|of| (of.drawn.id().as_str(), of)).collect();
            let reserves = draw.reserves().iter().map(|of| of.id().as_str());
            let plan = known.plan.and_then(|plan| Some((plan, plan.task(id)?)));
            let task = Task {
                unused: reserves.filter(|id| !of.contains_key(id)).collect(),
                courses: of,
                window: plan
                    .and_then(|(plan, task)| task.window().or(plan.window()))
                    .map(|window| (window.from(), window.to())),
            };
            tasks.insert(id, task);
        }
        let mut check = Check {
            results: self,
            tasks,
            known,
            sealed_on: record.commitment().sealed_at().date(),
            seen: BTreeMap::new(),
            found: Vec::new(),
        };
        let rows = known.rows.unwrap_or_default().iter().map(Some);
        let rows = rows.chain(std::iter::repeat(None));
        for ((number, row), inspection) in (1..).zip(rows).zip(&self.list) {
            check.one(row.copied().unwrap_or(number), inspection);
        }
        check.joint_visits();
        check.closed_elsewhere();
        check.missing();
        Ok(check.into_findings())
    }
}

struct Check<'a, 'r> {
    results: &'a Results,
    tasks: BTreeMap<&'r str, Task<'r>>,
    known: &'a Known<'a>,
    sealed_on: Date,
    /// By task and entity: the row, and the inspection.
    seen: BTreeMap<(&'a str, &'a str), (u64, &'a Inspection)>,
    found: Vec<(Option<u64>, Notice)>,
}

impl<'a> Check<'a, '_> {
    fn add(&mut self, row: u64, notice: Notice) {
        self.found.push((Some(row), notice));
    }

    fn one(&mut self, row: u64, of: &'a Inspection) {
        let (task, entity) = (of.task.as_str(), of.entity.as_str());
        if of.date < self.sealed_on {
            self.add(row, findings::result_before_sealing(self.sealed_on));
        }
        if let Some(today) = self.known.today {
            let latest = of.published.map_or(of.date, |day| day.max(of.date));
            if latest > today {
                self.add(row, findings::result_later(today));
            }
        }
        for notice in contradicts::found(self.results, of) {
            self.add(row, notice);
        }
        let Some(drawn) = self.tasks.get(task) else {
            let known: Vec<&str> = self.tasks.keys().copied().collect();
            self.add(row, findings::result_task(task, known.join("、")));
            return;
        };
        let Some(course) = drawn.courses.get(entity) else {
            let notice = self.not_drawn(task, entity);
            self.add(row, notice);
            return;
        };
        let (notices, key) = (self.of_course(of, course, drawn.window), (task, entity));
        for notice in notices {
            self.add(row, notice);
        }
        match self.seen.get(&key) {
            Some(&(first, _)) => self.add(row, findings::result_twice(task, entity, first)),
            None => {
                self.seen.insert(key, (row, of));
            }
        }
    }

    /// [O2] Reports an entity that is not in the draw of a task. Says where else it is, or which id is almost the same.
    fn not_drawn(&self, task: &str, entity: &str) -> Notice {
        let elsewhere = self.tasks.iter();
        let elsewhere = elsewhere.filter(|(_, of)| of.courses.contains_key(entity));
        let elsewhere: Vec<&str> = elsewhere.map(|(id, _)| *id).collect();
        if !elsewhere.is_empty() {
            return findings::result_other_task(task, entity, elsewhere.join("、"));
        }
        let of_task = self.tasks.get(task);
        if of_task.is_some_and(|of| of.unused.contains(entity)) {
            return findings::result_reserve(task, entity);
        }
        let ids = of_task.into_iter().flat_map(|of| of.courses.keys());
        let twin = ids.copied().find(|id| id.eq_ignore_ascii_case(entity));
        match twin {
            Some(twin) => findings::result_letter_case(task, entity, twin),
            None => findings::result_not_drawn(task, entity),
        }
    }

    /// [O2] Reports what does not fit between an inspection and its team or window.
    fn of_course(
        &self,
        of: &Inspection,
        course: &Course<'_>,
        window: Option<(Date, Date)>,
    ) -> Vec<Notice> {
        let (task, entity) = (&of.task, &of.entity);
        let mut notices = Vec::new();
        if let Some((from, to)) = window.filter(|(from, to)| !(*from..=*to).contains(&of.date)) {
            notices.push(findings::result_outside(task, from, to));
        }
        notices.extend(who::found(of, course, self.known.roster));
        let inspected = matches!(
            self.results.group(of),
            OutcomeGroup::Clear | OutcomeGroup::Violation
        );
        if course.is_replaced && inspected {
            notices.push(findings::result_replaced(task, entity));
        }
        notices
    }

    /// [O2] If one visit serves two tasks [T7], both results must have the same day.
    fn joint_visits(&mut self) {
        let mut found = Vec::new();
        for (&(task, entity), &(row, of)) in &self.seen {
            let course = self.tasks.get(task).and_then(|of| of.courses.get(entity));
            let Some(joins) = course.and_then(|course| course.joins.as_ref()) else {
                continue;
            };
            let other = self.seen.get(&(joins.as_str(), entity));
            let Some((_, other)) = other.filter(|(_, other)| other.date != of.date) else {
                continue;
            };
            let notice = findings::result_two_days(entity, joins, other.date, task, of.date);
            found.push((row, notice));
        }
        for (row, notice) in found {
            self.add(row, notice);
        }
    }

    /// [O2] Reports an entity that was closed, but inspected for another task on that day or later.
    fn closed_elsewhere(&mut self) {
        let mut of_entity: BTreeMap<&str, Vec<(u64, &Inspection)>> = BTreeMap::new();
        for (&(_, entity), &seen) in &self.seen {
            of_entity.entry(entity).or_default().push(seen);
        }
        let mut found = Vec::new();
        for (entity, all) in of_entity {
            let closed = all
                .iter()
                .filter(|(_, of)| self.results.group(of) == OutcomeGroup::Closed);
            let Some((_, closed)) = closed.min_by_key(|(_, of)| of.date) else {
                continue;
            };
            for (row, of) in &all {
                let inspected = matches!(
                    self.results.group(of),
                    OutcomeGroup::Clear | OutcomeGroup::Violation
                );
                if inspected && of.date >= closed.date {
                    let notice = findings::result_closed_elsewhere(
                        entity,
                        &closed.task,
                        closed.date,
                        &of.task,
                    );
                    found.push((*row, notice));
                }
            }
        }
        for (row, notice) in found {
            self.add(row, notice);
        }
    }

    /// [O2] Reports results that are still missing, for each task. They are overdue after the end of its window.
    fn missing(&mut self) {
        for (&id, task) in &self.tasks {
            let open = task.courses.values();
            let open = open.filter(|of| !of.is_replaced);
            let open = open.filter(|of| !self.seen.contains_key(&(id, of.drawn.id().as_str())));
            let open = open.count();
            if open == 0 {
                continue;
            }
            let end = task.window.map(|(_, to)| to);
            let end = end.filter(|end| self.known.today.is_some_and(|today| today > *end));
            self.found.push(match end {
                Some(end) => (None, findings::result_overdue(id, open, end)),
                None => (None, findings::result_missing(id, open)),
            });
        }
    }

    /// Sorts errors first, and findings of one severity by row. Equal findings in several rows become one finding.
    fn into_findings(self) -> Vec<Finding> {
        let mut grouped: Vec<(Notice, Vec<u64>)> = Vec::new();
        let mut places: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for (row, notice) in self.found {
            let key = (notice.problem.code.id(), notice.problem.text(Lang::En));
            let place = *places.entry(key).or_insert(grouped.len());
            match grouped.get_mut(place) {
                Some((_, rows)) => rows.extend(row),
                None => grouped.push((notice, row.into_iter().collect())),
            }
        }
        for (_, rows) in &mut grouped {
            // A row of a list may have several results.
            rows.sort_unstable();
            rows.dedup();
        }
        grouped.sort_by_key(|(notice, rows)| {
            (notice.severity, rows.first().copied().unwrap_or(u64::MAX))
        });
        let finding = |(notice, rows): (Notice, Vec<u64>)| match rows.is_empty() {
            true => Finding::new(ErrorKind::Results, notice),
            false => Finding::in_rows(ErrorKind::Results, "", notice, rows),
        };
        grouped.into_iter().map(finding).collect()
    }
}
