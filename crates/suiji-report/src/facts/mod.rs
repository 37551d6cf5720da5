//! What the papers say, as values: everything that a template, a table or a picture may use.
//!
//! Templates see these structs under the names of their fields. Times, dates and digests are texts in the form of the
//! record; the filters of `template/` write them as a person does. `PublicFacts` is a separate struct, made field by
//! field: nothing gets on a public paper by being added to another one.

mod amended;
mod build;
mod draw;
mod letter;
mod lists;
mod plan;
mod public;
mod visits;

pub(crate) use amended::AmendmentFacts;
pub(crate) use draw::{FindingFacts, RecordFacts, SourceFacts};
pub(crate) use letter::LetterFacts;
pub(crate) use lists::{EntityFacts, InspectorFacts, ListFacts, Named};
pub(crate) use plan::{DrawnFacts, PlanFacts, StratumFacts, TaskFacts, WindowFacts};
pub(crate) use public::PublicFacts;
pub(crate) use visits::{SeatFacts, SheetFacts, VisitFacts};

use serde::Serialize;

/// Everything that papers of one draw may say, but for letters.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Facts {
    pub(crate) office: OfficeFacts,
    pub(crate) plan: PlanFacts,
    pub(crate) record: RecordFacts,
    pub(crate) lists: ListFacts,
    pub(crate) sources: Vec<SourceFacts>,
    /// The findings that were made before the seed was known, and accepted by sealing.
    pub(crate) findings: Vec<FindingFacts>,
    /// The tasks in the order of the plan.
    pub(crate) tasks: Vec<TaskFacts>,
    /// The visits after all amendments, numbered in the order of tasks and tickets. Tasks that share a visit are one.
    pub(crate) visits: Vec<VisitFacts>,
    /// For each lead, the visits that he leads.
    pub(crate) sheets: Vec<SheetFacts>,
    /// The inspectors who hold a seat, and those who held one before an amendment, by id.
    pub(crate) inspectors: Vec<InspectorFacts>,
    pub(crate) amendments: Vec<AmendmentFacts>,
    /// The digest of all amendments, if there are any.
    pub(crate) amendments_digest: Option<String>,
}

/// The office, from its settings; what is not set is none.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct OfficeFacts {
    /// The name in the settings, or else the authority of the plan.
    pub(crate) name: String,
    pub(crate) place: Option<String>,
    /// When the draw took place.
    pub(crate) drawn_at: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) operator: Option<String>,
    pub(crate) recorder: Option<String>,
    pub(crate) witnesses: Vec<crate::office::Witness>,
    pub(crate) contact: crate::office::Contact,
    pub(crate) results_published_at: Option<String>,
}
