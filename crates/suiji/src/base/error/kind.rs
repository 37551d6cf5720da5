//! The kinds of errors.

use crate::base::texts::{self, Words};

/// What an error is about: the document in which the fault is, or a value, a file, a verification.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The plan (抽查计划), or its requirements for the other inputs.
    Plan,
    /// The registry (检查对象名录库).
    Registry,
    /// The roster (执法检查人员名录库).
    Roster,
    /// The history of inspections.
    History,
    /// The ceremony: hash suite, sources, earlier commitments.
    Ceremony,
    /// The commitment (封存单).
    Commitment,
    /// The contributions to the seed.
    Contributions,
    /// The record (抽取记录).
    Record,
    /// The public form of a record.
    PublicForm,
    /// Amendments to a record, or the requests for them (变更).
    Amendments,
    /// The results of inspections (检查结果).
    Results,
    /// A receipt for one entity.
    Receipt,
    /// A verification that failed or is incomplete.
    Verification,
    /// A folder or file, for programs that read and write them.
    File,
    /// A single value, outside any document.
    Value,
    /// The caller cancelled.
    Cancelled,
}

impl ErrorKind {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Registry => "registry",
            Self::Roster => "roster",
            Self::History => "history",
            Self::Ceremony => "ceremony",
            Self::Commitment => "commitment",
            Self::Contributions => "contributions",
            Self::Record => "record",
            Self::PublicForm => "public_form",
            Self::Amendments => "amendments",
            Self::Results => "results",
            Self::Receipt => "receipt",
            Self::Verification => "verification",
            Self::File => "file",
            Self::Value => "value",
            Self::Cancelled => "cancelled",
        }
    }

    /// Its name for people.
    pub(super) const fn name(self) -> Words {
        match self {
            Self::Plan => texts::KIND_PLAN,
            Self::Registry => texts::KIND_REGISTRY,
            Self::Roster => texts::KIND_ROSTER,
            Self::History => texts::KIND_HISTORY,
            Self::Ceremony => texts::KIND_CEREMONY,
            Self::Commitment => texts::KIND_COMMITMENT,
            Self::Contributions => texts::KIND_CONTRIBUTIONS,
            Self::Record => texts::KIND_RECORD,
            Self::PublicForm => texts::KIND_PUBLIC_FORM,
            Self::Amendments => texts::KIND_AMENDMENTS,
            Self::Results => texts::KIND_RESULTS,
            Self::Receipt => texts::KIND_RECEIPT,
            Self::Verification => texts::KIND_VERIFICATION,
            Self::File => texts::KIND_FILE,
            Self::Value => texts::KIND_VALUE,
            Self::Cancelled => texts::KIND_CANCELLED,
        }
    }
}
