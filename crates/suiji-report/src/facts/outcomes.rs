//! The public facts about results: the context of the notice with outcomes.

use serde::Serialize;

use super::all::Facts;
use super::draw::DigestFacts;
use super::found::ResultFacts;
use super::named::Named;
use super::plan::{TaskFacts, WindowFacts};
use super::public;
use super::results::{ResultsFacts, TaskResults};
use crate::office::{Contact, Inspectors, Office};

/// The notice with outcomes. It has no class, no column of the registry, no measure and no note. Measures are left out
/// because they may not be final, or are published under other rules.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicOutcomes {
    pub(crate) office: String,
    pub(crate) contact: Contact,
    pub(crate) plan_title: String,
    pub(crate) document_number: Option<String>,
    pub(crate) year: u64,
    /// `sha256` or `sm3`.
    pub(crate) hash: &'static str,
    pub(crate) record: DigestFacts,
    /// Whether the notice names inspectors.
    pub(crate) names_inspectors: bool,
    /// The first and the last day of an inspection.
    pub(crate) first_day: Option<String>,
    pub(crate) last_day: Option<String>,
    pub(crate) with_result: u64,
    pub(crate) open: u64,
    pub(crate) tasks: Vec<PublicResults>,
    pub(crate) results_published_at: Option<String>,
}

/// The results of a task.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicResults {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) items: Vec<String>,
    pub(crate) window: Option<WindowFacts>,
    pub(crate) open: u64,
    pub(crate) entities: Vec<PublicResult>,
}

/// The result of an entity.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicResult {
    pub(crate) number: usize,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) date: String,
    /// The outcomes by name.
    pub(crate) outcomes: Vec<String>,
    /// The published text for each inspector who visited.
    pub(crate) inspectors: Vec<String>,
}

impl PublicOutcomes {
    pub(crate) fn of(facts: &Facts, results: &ResultsFacts, office: &Office) -> Self {
        let show = office.announcement.inspectors;
        let tasks = facts.tasks.iter().zip(&results.tasks);
        Self {
            office: facts.office.name.clone(),
            contact: facts.office.contact.clone(),
            plan_title: facts.plan.title.clone(),
            document_number: facts.plan.document_number.clone(),
            year: facts.plan.year,
            hash: facts.record.hash,
            record: facts.record.digest.clone(),
            names_inspectors: show != Inspectors::None,
            first_day: results.first_day.clone(),
            last_day: results.last_day.clone(),
            with_result: results.total.with_result,
            open: results.total.open,
            tasks: tasks.map(|(task, of)| of_task(task, of, show)).collect(),
            results_published_at: facts.office.results_published_at.clone(),
        }
    }
}

fn of_task(task: &TaskFacts, results: &TaskResults, show: Inspectors) -> PublicResults {
    let entity = |(number, of): (usize, &ResultFacts)| {
        let inspectors = of.inspectors.iter();
        PublicResult {
            number,
            id: of.entity.id.clone(),
            name: of.entity.name.clone(),
            date: of.date.clone(),
            outcomes: of.outcomes.iter().map(|of| of.name.clone()).collect(),
            inspectors: inspectors
                .filter_map(|named: &Named| public::shown(named, show))
                .collect(),
        }
    };
    PublicResults {
        id: task.id.clone(),
        name: task.name.clone(),
        items: task.items.clone(),
        window: task.window.clone(),
        open: results.counts.open,
        entities: (1..).zip(&results.results).map(entity).collect(),
    }
}
