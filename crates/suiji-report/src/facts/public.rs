//! The public facts: the context of the announcement.

use serde::Serialize;

use super::all::Facts;
use super::draw::DigestFacts;
use super::named::Named;
use super::plan::WindowFacts;
use super::visits::VisitFacts;
use crate::office::{Contact, Inspectors, Office};

/// The announcement. It has no class, no column of the registry, no salt and no secret.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicFacts {
    pub(crate) office: String,
    pub(crate) contact: Contact,
    pub(crate) plan_title: String,
    pub(crate) document_number: Option<String>,
    pub(crate) year: u64,
    pub(crate) drawn_at: Option<String>,
    pub(crate) sealed_at: String,
    /// `sha256` or `sm3`.
    pub(crate) hash: &'static str,
    pub(crate) commitment: DigestFacts,
    pub(crate) record: DigestFacts,
    pub(crate) tasks: Vec<PublicTask>,
    /// Whether the announcement names inspectors.
    pub(crate) names_inspectors: bool,
    /// The number of amendments, and their digest.
    pub(crate) amendments: usize,
    pub(crate) amendments_digest: Option<DigestFacts>,
    pub(crate) results_published_at: Option<String>,
}

/// A task.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicTask {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) items: Vec<String>,
    pub(crate) window: Option<WindowFacts>,
    /// The number of entities of the frame.
    pub(crate) frame: u64,
    /// The inspected entities, after all amendments.
    pub(crate) entities: Vec<PublicEntity>,
}

/// An inspected entity.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicEntity {
    pub(crate) number: usize,
    pub(crate) id: String,
    pub(crate) name: String,
    /// The published text for each inspector.
    pub(crate) inspectors: Vec<String>,
    /// The name of the entity that this one replaces.
    pub(crate) replaces: Option<String>,
}

impl PublicFacts {
    pub(crate) fn of(facts: &Facts, office: &Office) -> Self {
        let show = office.announcement.inspectors;
        let amendments = facts.amendments.as_ref();
        Self {
            office: facts.office.name.clone(),
            contact: facts.office.contact.clone(),
            plan_title: facts.plan.title.clone(),
            document_number: facts.plan.document_number.clone(),
            year: facts.plan.year,
            drawn_at: facts.office.drawn_at.clone(),
            sealed_at: facts.record.sealed_at.clone(),
            hash: facts.record.hash,
            commitment: facts.record.commitment.clone(),
            record: facts.record.digest.clone(),
            tasks: tasks(facts, show),
            names_inspectors: show != Inspectors::None,
            amendments: amendments.map_or(0, |of| of.list.len()),
            amendments_digest: amendments.map(|of| of.digest.clone()),
            results_published_at: facts.office.results_published_at.clone(),
        }
    }
}

fn tasks(facts: &Facts, show: Inspectors) -> Vec<PublicTask> {
    let task = |task: &super::plan::TaskFacts| {
        let visits = facts.visits.iter();
        let visits = visits.filter(|visit| visit.tasks.iter().any(|of| of.id == task.id));
        PublicTask {
            id: task.id.clone(),
            name: task.name.clone(),
            items: task.items.clone(),
            window: task.window.clone(),
            frame: task.frame,
            entities: (1..).zip(visits).map(|of| entity(of, show)).collect(),
        }
    };
    facts.tasks.iter().map(task).collect()
}

fn entity((number, visit): (usize, &VisitFacts), show: Inspectors) -> PublicEntity {
    let seats = visit.team.iter();
    let named = seats.filter_map(|seat| seat.inspector.as_ref());
    let shown = named.filter_map(|named| shown(named, show));
    PublicEntity {
        number,
        id: visit.entity.id.clone(),
        name: visit.entity.name.clone(),
        inspectors: shown.collect(),
        replaces: visit.replaces.as_ref().map(|named| named.name.clone()),
    }
}

/// The text that an office publishes about an inspector.
pub(super) fn shown(named: &Named, show: Inspectors) -> Option<String> {
    match show {
        Inspectors::None => None,
        Inspectors::Numbers => Some(named.id.clone()),
        Inspectors::Names => Some(named.name.clone()),
        Inspectors::NamesAndNumbers => Some(format!("{} {}", named.name, named.id)),
    }
}
