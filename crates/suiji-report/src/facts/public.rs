//! What everybody may read: the context of the announcement.

use serde::Serialize;

use super::lists::Named;
use super::plan::WindowFacts;

/// The announcement. It has no class, no column of the registry, no salt and no secret.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicFacts {
    pub(crate) office: String,
    pub(crate) contact: crate::office::Contact,
    pub(crate) plan_title: String,
    pub(crate) document_number: Option<String>,
    pub(crate) year: u64,
    pub(crate) drawn_at: Option<String>,
    pub(crate) sealed_at: String,
    pub(crate) commitment: String,
    pub(crate) record: String,
    pub(crate) tasks: Vec<PublicTask>,
    pub(crate) amendments: usize,
    pub(crate) amendments_digest: Option<String>,
    pub(crate) results_published_at: Option<String>,
}

/// A task.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicTask {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) items: Vec<String>,
    pub(crate) window: Option<WindowFacts>,
    pub(crate) frame: u64,
    pub(crate) entities: Vec<PublicEntity>,
}

/// An entity that is inspected.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublicEntity {
    pub(crate) number: usize,
    pub(crate) id: String,
    pub(crate) name: String,
    /// What the office publishes of the inspectors, one text each.
    pub(crate) inspectors: Vec<String>,
    /// The entity that this one replaces.
    pub(crate) replaces: Option<Named>,
}
