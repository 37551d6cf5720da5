//! The answer to an entity that asks why it was drawn or not.

use serde::Serialize;

use super::draw::RecordFacts;
use super::lists::Named;
use super::{OfficeFacts, PlanFacts};

/// A letter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LetterFacts {
    pub(crate) office: OfficeFacts,
    pub(crate) plan: PlanFacts,
    pub(crate) record: RecordFacts,
    pub(crate) entity: Named,
    pub(crate) tasks: Vec<LetterTask>,
    /// The name of the file with the receipt.
    pub(crate) receipt: String,
}

/// What became of the entity in one task.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LetterTask {
    pub(crate) task: Named,
    /// `selected`, `reserve`, `not_selected`, `excluded`, `out_of_scope`, `inactive` or `absent`.
    pub(crate) state: String,
    /// The same in plain sentences.
    pub(crate) text: String,
    pub(crate) ticket: Option<String>,
    pub(crate) cutoff: Option<String>,
    pub(crate) probability: Option<String>,
}
