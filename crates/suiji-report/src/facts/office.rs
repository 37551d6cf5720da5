//! The office, from its settings.

use serde::Serialize;

use super::material::Material;
use crate::office::{Contact, Witness};

/// The office. A setting that is missing is none.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OfficeFacts {
    /// The name in the settings, or else the authority of the plan.
    pub(crate) name: String,
    pub(crate) place: Option<String>,
    /// The time of the draw.
    pub(crate) drawn_at: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) operator: Option<String>,
    pub(crate) recorder: Option<String>,
    pub(crate) witnesses: Vec<Witness>,
    pub(crate) contact: Contact,
    pub(crate) results_published_at: Option<String>,
}

impl OfficeFacts {
    pub(super) fn of(material: &Material<'_>) -> Self {
        let office = material.office;
        let authority = material.inputs().plan().authority();
        Self {
            name: office.name.clone().unwrap_or_else(|| authority.to_owned()),
            place: office.place.clone(),
            drawn_at: office.drawn_at.as_ref().map(ToString::to_string),
            host: office.host.clone(),
            operator: office.operator.clone(),
            recorder: office.recorder.clone(),
            witnesses: office.witnesses.clone(),
            contact: office.contact.clone(),
            results_published_at: office.results_published_at.clone(),
        }
    }
}
