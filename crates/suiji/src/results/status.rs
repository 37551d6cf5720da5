//! The progress of the inspections of a draw: by task, class and inspector [O3].

use std::collections::BTreeMap;

use super::course::{Course, courses};
use super::document::{Inspection, Results};
use super::outcome::OutcomeGroup;
use crate::amend::{Amendments, State};
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::id::InspectorId;
use crate::base::texts::codes;
use crate::json::Json;
use crate::record::Record;

/// How many entities were drawn, and what became of them [O3].
///
/// Used reserves count as drawn, too. An entity is replaced, open, or has a result of one group.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    drawn: u64,
    replaced: u64,
    open: u64,
    groups: [u64; OutcomeGroup::ALL.len()],
    published: u64,
}

impl Counts {
    /// Selected entities and used reserves.
    pub const fn drawn(&self) -> u64 {
        self.drawn
    }

    /// Entities without a result that could not be inspected, and for which a reserve was used.
    pub const fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Entities for which a result is still expected.
    pub const fn open(&self) -> u64 {
        self.open
    }

    /// Entities with a result of this group.
    pub const fn of(&self, group: OutcomeGroup) -> u64 {
        self.groups[group as usize]
    }

    /// Entities with a result.
    pub fn with_result(&self) -> u64 {
        self.groups.iter().sum()
    }

    /// Entities that were inspected. Their result is clear or a violation.
    pub const fn inspected(&self) -> u64 {
        self.of(OutcomeGroup::Clear) + self.of(OutcomeGroup::Violation)
    }

    /// Results that were published.
    pub const fn published(&self) -> u64 {
        self.published
    }

    fn add(&mut self, course: &Course<'_>) {
        self.drawn += 1;
        match course.inspection {
            Some((inspection, group)) => {
                self.groups[group as usize] += 1;
                self.published += u64::from(inspection.published.is_some());
            }
            None if course.is_replaced() => self.replaced += 1,
            None => self.open += 1,
        }
    }

    fn join(&mut self, other: &Self) {
        self.drawn += other.drawn;
        self.replaced += other.replaced;
        self.open += other.open;
        for (of, more) in self.groups.iter_mut().zip(other.groups) {
            *of += more;
        }
        self.published += other.published;
    }

    fn tree(&self) -> Vec<(&'static str, Json<'static>)> {
        let mut fields = vec![
            ("drawn", Json::count(self.drawn)),
            ("replaced", Json::count(self.replaced)),
            ("open", Json::count(self.open)),
        ];
        let groups = OutcomeGroup::ALL.map(|of| (of.as_str(), Json::count(self.of(of))));
        fields.extend(groups);
        fields.push(("published", Json::count(self.published)));
        fields
    }
}

/// The progress of the inspections of a draw [O3], made by [`Results::status`].
#[derive(Clone, Debug)]
pub struct InspectionStatus<'s> {
    tasks: Vec<TaskStatus<'s>>,
    inspectors: Vec<InspectorStatus>,
}

/// The progress of the inspections of one task [O3].
#[derive(Clone, Debug)]
pub struct TaskStatus<'s> {
    task: &'s str,
    total: Counts,
    strata: Vec<(&'s str, Counts)>,
    courses: Vec<Course<'s>>,
}

/// The progress of the visits of one inspector [O3].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InspectorStatus {
    inspector: InspectorId,
    total: Counts,
}

impl<'s> InspectionStatus<'s> {
    /// The tasks, in the order of the plan.
    pub fn tasks(&self) -> &[TaskStatus<'s>] {
        &self.tasks
    }

    /// A task.
    pub fn task(&self, task: &str) -> Option<&TaskStatus<'s>> {
        self.tasks.iter().find(|of| of.task == task)
    }

    /// The inspectors who hold a seat, sorted by id. A visit for several tasks counts once for each task.
    pub fn inspectors(&self) -> &[InspectorStatus] {
        &self.inspectors
    }

    /// The counts of all tasks together. An entity that was drawn for two tasks counts twice.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.tasks.iter().for_each(|task| total.join(&task.total));
        total
    }

    /// The status as a JSON document (`schema/status.schema.json`).
    pub fn to_json(&self) -> String {
        let strata = |of: &TaskStatus<'_>| {
            let strata = of.strata.iter().map(|(stratum, counts)| {
                let name = ("stratum", Json::text((*stratum).to_owned()));
                Json::object([name].into_iter().chain(counts.tree()))
            });
            Json::list(strata)
        };
        let task = |of: &TaskStatus<'_>| {
            let open = of.courses.iter().filter(|course| course.is_open());
            let open = open.map(|course| Json::text(course.entity().as_str().to_owned()));
            let fields = [("task", Json::text(of.task.to_owned()))];
            let rest = [("strata", strata(of)), ("open_entities", Json::list(open))];
            Json::object(fields.into_iter().chain(of.total.tree()).chain(rest))
        };
        let inspector = |of: &InspectorStatus| {
            let id = ("inspector", Json::text(of.inspector.as_str().to_owned()));
            Json::object([id].into_iter().chain(of.total.tree()))
        };
        Json::object([
            ("total", Json::object(self.total().tree())),
            ("tasks", Json::list(self.tasks.iter().map(task))),
            (
                "inspectors",
                Json::list(self.inspectors.iter().map(inspector)),
            ),
        ])
        .to_pretty()
    }
}

impl<'s> TaskStatus<'s> {
    /// The id of the task.
    pub const fn task(&self) -> &str {
        self.task
    }

    /// The counts of the task.
    pub const fn total(&self) -> &Counts {
        &self.total
    }

    /// The counts of each stratum, in the order of their names.
    pub fn strata(&self) -> &[(&'s str, Counts)] {
        &self.strata
    }

    /// What became of each entity: first the selected ones in their order, then the used reserves.
    pub fn courses(&self) -> &[Course<'s>] {
        &self.courses
    }
}

impl InspectorStatus {
    /// The inspector.
    pub const fn inspector(&self) -> &InspectorId {
        &self.inspector
    }

    /// The counts of the entities that the inspector visits: those with a team in which the inspector holds a seat now.
    pub const fn total(&self) -> &Counts {
        &self.total
    }
}

impl Results {
    /// [O3] Counts what became of the entities of a record after its amendments.
    ///
    /// Results of entities that were not drawn, and second results of an entity, are left out here. [`Results::check`]
    /// reports them.
    ///
    /// # Errors
    /// `results.other-record` if the results belong to another record; those of [`Amendments::state`].
    pub fn status<'s>(
        &'s self,
        record: &'s Record,
        amendments: Option<&Amendments>,
    ) -> Result<InspectionStatus<'s>, Error> {
        let state = self.state_of(record, amendments)?;
        let mut inspections: BTreeMap<(&str, &str), &'s Inspection> = BTreeMap::new();
        for inspection in &self.list {
            let key = (inspection.task.as_str(), inspection.entity.as_str());
            inspections.entry(key).or_insert(inspection);
        }
        let mut by_inspector: BTreeMap<InspectorId, Counts> = BTreeMap::new();
        let mut tasks = Vec::with_capacity(record.draws().len());
        for draw in record.draws() {
            let task = draw.task().as_str();
            let mut of = TaskStatus {
                task,
                total: Counts::default(),
                strata: Vec::new(),
                courses: Vec::new(),
            };
            let mut strata: BTreeMap<&str, Counts> = BTreeMap::new();
            for mut course in courses(draw, &state) {
                let inspection = inspections.get(&(task, course.entity().as_str()));
                course.inspection = inspection.map(|&of| (of, self.group(of)));
                of.total.add(&course);
                strata
                    .entry(course.drawn.stratum())
                    .or_default()
                    .add(&course);
                for inspector in course.seats.iter().flatten() {
                    let counts = by_inspector.entry(inspector.clone()).or_default();
                    counts.add(&course);
                }
                of.courses.push(course);
            }
            of.strata = strata.into_iter().collect();
            tasks.push(of);
        }
        let inspectors = by_inspector.into_iter();
        let inspectors = inspectors.map(|(inspector, total)| InspectorStatus { inspector, total });
        Ok(InspectionStatus {
            tasks,
            inspectors: inspectors.collect(),
        })
    }

    /// The state with which the results are compared.
    pub(super) fn state_of<'r>(
        &self,
        record: &'r Record,
        amendments: Option<&Amendments>,
    ) -> Result<State<'r>, Error> {
        if self.record != record.digest() {
            let problem = codes::results_record(record.digest(), self.record);
            return Err(Error::new(
                problem.at(Place::new(ErrorKind::Results, "$.record")),
            ));
        }
        match amendments {
            Some(amendments) => amendments.state(record),
            None => record.state(),
        }
    }
}
