//! All facts of one draw.

use std::collections::BTreeMap;

use serde::Serialize;

use super::amended::AmendmentsFacts;
use super::draw::{FindingFacts, RecordFacts, SourceFacts};
use super::found::ResultFacts;
use super::lists::{InspectorFacts, ListFacts};
use super::material::Material;
use super::office::OfficeFacts;
use super::plan::{PlanFacts, TaskFacts};
use super::results::ResultsFacts;
use super::sheets::{self, SheetFacts};
use super::tasks;
use super::visits::{self, VisitFacts};

/// All facts for the papers of one draw, except public papers and letters.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Facts {
    pub(crate) office: OfficeFacts,
    pub(crate) plan: PlanFacts,
    pub(crate) record: RecordFacts,
    pub(crate) lists: ListFacts,
    pub(crate) sources: Vec<SourceFacts>,
    /// The findings that sealing accepted, by kind.
    pub(crate) findings: Vec<FindingFacts>,
    /// The tasks in the order of the plan.
    pub(crate) tasks: Vec<TaskFacts>,
    /// The visits after all amendments, in the order of tasks and draw. Tasks that share a visit have one
    /// entry.
    pub(crate) visits: Vec<VisitFacts>,
    /// The visits of each lead.
    pub(crate) sheets: Vec<SheetFacts>,
    /// The inspectors who hold a seat now, or held one in the draw, by id.
    pub(crate) inspectors: Vec<InspectorFacts>,
    pub(crate) amendments: Option<AmendmentsFacts>,
    /// The results of the inspections. The papers of results get them separately.
    #[serde(skip)]
    pub(crate) results: Option<ResultsFacts>,
}

impl Facts {
    pub(crate) fn of(material: &Material<'_>) -> Self {
        let visits = visits::visits(material);
        let tasks = tasks::tasks(material);
        Self {
            office: OfficeFacts::of(material),
            plan: PlanFacts::of(material.inputs().plan()),
            record: RecordFacts::of(material),
            lists: ListFacts::of(material),
            sources: SourceFacts::all(material),
            findings: FindingFacts::all(material),
            results: ResultsFacts::of(material, &tasks),
            tasks,
            sheets: sheets::sheets(material, &visits),
            inspectors: sheets::inspectors(material, &visits),
            visits,
            amendments: AmendmentsFacts::of(material),
        }
    }

    /// The results of a task, by the id of the entity.
    pub(crate) fn results_of(&self, task: &str) -> BTreeMap<&str, &ResultFacts> {
        let results = self.results.as_ref();
        let mut tasks = results.into_iter().flat_map(|of| &of.tasks);
        let found = tasks.find(|of| of.id == task);
        let results = found.into_iter().flat_map(|of| &of.results);
        results.map(|of| (&*of.entity.id, of)).collect()
    }
}
