//! Whether results fit the record, its amendments and the plan [O2].

use std::collections::{BTreeMap, BTreeSet};

use super::course::{Course, courses};
use super::document::{Inspection, Results};
use super::outcome::OutcomeGroup;
use crate::amend::Amendments;
use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind};
use crate::base::lang::Lang;
use crate::base::texts::{Localized, Notice, Text, findings};
use crate::inputs::plan::Plan;
use crate::record::Record;
use crate::seal::Finding;

/// What is known besides results and record: more of it allows more checks [O2].
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    amendments: Option<&'a Amendments>,
    plan: Option<&'a Plan>,
    today: Option<Date>,
}

impl<'a> Known<'a> {
    /// The amendments of the record: who was to visit, which reserves were used.
    #[must_use]
    pub const fn with_amendments(self, amendments: &'a Amendments) -> Self {
        Self {
            amendments: Some(amendments),
            ..self
        }
    }

    /// The plan: the windows of the tasks.
    #[must_use]
    pub const fn with_plan(self, plan: &'a Plan) -> Self {
        Self {
            plan: Some(plan),
            ..self
        }
    }

    /// The day of the check: no result is later, and what is still missing after the window is overdue.
    #[must_use]
    pub const fn with_today(self, today: Date) -> Self {
        Self {
            today: Some(today),
            ..self
        }
    }
}

/// One task: its entities, and the days on which they are to be inspected.
struct Task<'r> {
    courses: BTreeMap<&'r str, Course<'r>>,
    window: Option<(Date, Date)>,
}

impl Results {
    /// [O2] Compares the results with the record and everything else that is known.
    ///
    /// Findings of severity *error* are wrong results: an entity that was not drawn, two results of one entity, a day
    /// before the sealing or after today, outcomes that contradict each other. *Warnings* should be looked at: other
    /// inspectors than drawn, a day outside the window, one visit on two days. A *note* counts what is still missing.
    ///
    /// # Errors
    /// `results.other-record` if the results belong to another record; those of [`Amendments::state`].
    pub fn check(&self, record: &Record, known: &Known<'_>) -> Result<Vec<Finding>, Error> {
        let state = self.state_of(record, known.amendments)?;
        let mut tasks = BTreeMap::new();
        for draw in record.draws() {
            let id = draw.task().as_str();
            let of = courses(draw, &state).into_iter();
            let plan = known.plan.and_then(|plan| Some((plan, plan.task(id)?)));
            let task = Task {
                courses: of.map(|of| (of.drawn.id().as_str(), of)).collect(),
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
        for (row, inspection) in (1..).zip(&self.list) {
            check.one(row, inspection);
        }
        check.joint_visits();
        check.missing();
        Ok(check.into_findings())
    }
}

struct Check<'a, 'r> {
    results: &'a Results,
    tasks: BTreeMap<&'r str, Task<'r>>,
    known: &'a Known<'a>,
    sealed_on: Date,
    /// By task and entity: the row and the inspection.
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
        self.outcomes(row, of);
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

    /// [O2] Outcomes of one inspection that contradict each other, and measures without a violation.
    fn outcomes(&mut self, row: u64, of: &Inspection) {
        let groups = of.outcomes.iter();
        let groups = groups.filter_map(|code| self.results.group_of(code));
        let groups: BTreeSet<OutcomeGroup> = groups.collect();
        if groups.contains(&OutcomeGroup::Clear) && groups.len() > 1 {
            self.add(row, findings::result_contradiction(self.names(of)));
        } else if groups.contains(&OutcomeGroup::Clear) && !of.measures.is_empty() {
            let measures = Text::of(|lang| {
                let names = of.measures.iter();
                let names = names.filter_map(|code| self.results.measure_name(code, lang));
                names.collect::<Vec<_>>().join("、")
            });
            self.add(row, findings::result_measure(measures));
        }
    }

    fn names(&self, of: &Inspection) -> Text {
        Text::of(|lang| {
            let names = of.outcomes.iter();
            let names = names.filter_map(|code| self.results.outcome_name(code, lang));
            names.collect::<Vec<_>>().join("、")
        })
    }

    /// [O2] An entity that is not in the draw of a task: where else it is, or whose id is almost the same.
    fn not_drawn(&self, task: &str, entity: &str) -> Notice {
        let elsewhere = self.tasks.iter();
        let elsewhere = elsewhere.filter(|(_, of)| of.courses.contains_key(entity));
        let elsewhere: Vec<&str> = elsewhere.map(|(id, _)| *id).collect();
        if !elsewhere.is_empty() {
            return findings::result_other_task(task, entity, elsewhere.join("、"));
        }
        let ids = self
            .tasks
            .get(task)
            .into_iter()
            .flat_map(|of| of.courses.keys());
        let twin = ids.copied().find(|id| id.eq_ignore_ascii_case(entity));
        match twin {
            Some(twin) => findings::result_letter_case(task, entity, twin),
            None => findings::result_not_drawn(task, entity),
        }
    }

    /// [O2] What an inspection has that its team and its window have not.
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
        let drawn: BTreeSet<&str> = course
            .seats
            .iter()
            .flatten()
            .map(|id| id.as_str())
            .collect();
        let visited: BTreeSet<&str> = of.inspectors.iter().map(|id| id.as_str()).collect();
        if !drawn.is_empty() && !visited.is_empty() {
            let join = |ids: Vec<&str>| ids.join("、");
            let others: Vec<&str> = visited.difference(&drawn).copied().collect();
            let absent: Vec<&str> = drawn.difference(&visited).copied().collect();
            if !others.is_empty() {
                let drawn = join(drawn.iter().copied().collect());
                notices.push(findings::result_inspectors(
                    task,
                    entity,
                    join(others),
                    drawn,
                ));
            } else if !absent.is_empty() {
                notices.push(findings::result_absent(task, entity, join(absent)));
            }
        }
        let inspected = matches!(
            self.results.group(of),
            OutcomeGroup::Clear | OutcomeGroup::Violation
        );
        if course.is_replaced && inspected {
            notices.push(findings::result_replaced(task, entity));
        }
        notices
    }

    /// [O2] One visit serves two tasks [T7], so both results have one day.
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

    /// [O2] What is still missing, for each task; overdue after the end of its window.
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

    /// Errors first; in each severity in the order of rows. What is the same in several rows is one finding.
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
