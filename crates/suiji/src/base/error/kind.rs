//! The kinds of errors.

/// What an error is about: the document in which the fault is, or a value, a file, a verification.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The plan (抽查计划), or what it demands of the other inputs.
    Plan,
    /// The registry (检查对象名录库).
    Registry,
    /// The roster (执法检查人员名录库).
    Roster,
    /// The history of inspections.
    History,
    /// The ceremony: hash suite, sources, earlier sheets.
    Ceremony,
    /// The commitment (封存单).
    Commitment,
    /// The contributions to the seed.
    Contributions,
    /// The record (抽取记录).
    Record,
    /// The public form of a record.
    PublicForm,
    /// A receipt for one entity.
    Receipt,
    /// A verification that does not hold.
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
            Self::Receipt => "receipt",
            Self::Verification => "verification",
            Self::File => "file",
            Self::Value => "value",
            Self::Cancelled => "cancelled",
        }
    }

    pub(super) const fn in_chinese(self) -> &'static str {
        match self {
            Self::Plan => "抽查计划",
            Self::Registry => "检查对象名录库",
            Self::Roster => "执法检查人员名录库",
            Self::History => "检查历史",
            Self::Ceremony => "抽取仪式",
            Self::Commitment => "封存单",
            Self::Contributions => "随机源取值",
            Self::Record => "抽取记录",
            Self::PublicForm => "公示文本",
            Self::Receipt => "查验单",
            Self::Verification => "核验",
            Self::File => "文件",
            Self::Value => "值",
            Self::Cancelled => "取消",
        }
    }
}
