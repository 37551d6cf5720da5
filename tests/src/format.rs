//! The formats of the hostile inputs.

/// A document or table that the library reads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// `plan.json`.
    Plan,
    /// `registry.jsonl`.
    Registry,
    /// `roster.jsonl`.
    Roster,
    /// `history.jsonl`.
    History,
    /// `registry.csv`.
    RegistryCsv,
    /// `roster.csv`.
    RosterCsv,
    /// `history.csv`.
    HistoryCsv,
    /// `ceremony.json`.
    Ceremony,
    /// `contributions.json`.
    Contributions,
    /// `commitment.json`.
    Commitment,
    /// `record.json`.
    Record,
    /// A public form.
    PublicForm,
    /// A receipt.
    Receipt,
    /// `amendments.json`.
    Amendments,
    /// Requests for amendments.
    Requests,
    /// A list of an office as text.
    ImportText,
    /// The sheet of an XLSX workbook.
    ImportXlsx,
    /// The records of an XLS workbook.
    ImportXls,
    /// The content of an ODS workbook.
    ImportOds,
    /// The plan of an office as text.
    PlanText,
    /// The main part of a plan as a document of Word.
    PlanDocx,
    /// A key in PEM, public or private, or a certificate.
    Key,
    /// An envelope of signatures.
    Envelope,
    /// A timestamp token.
    Token,
    /// A policy.
    Policy,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 25] = [
        Self::Plan,
        Self::Registry,
        Self::Roster,
        Self::History,
        Self::RegistryCsv,
        Self::RosterCsv,
        Self::HistoryCsv,
        Self::Ceremony,
        Self::Contributions,
        Self::Commitment,
        Self::Record,
        Self::PublicForm,
        Self::Receipt,
        Self::Amendments,
        Self::Requests,
        Self::ImportText,
        Self::ImportXlsx,
        Self::ImportXls,
        Self::ImportOds,
        Self::PlanText,
        Self::PlanDocx,
        Self::Key,
        Self::Envelope,
        Self::Token,
        Self::Policy,
    ];

    /// Whether it is a list of an office, in a format that `suiji-import` reads.
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::ImportText | Self::ImportXlsx | Self::ImportXls | Self::ImportOds
        )
    }

    /// Whether it is a list or the plan of an office.
    pub(crate) const fn is_import(self) -> bool {
        self.is_list() || matches!(self, Self::PlanText | Self::PlanDocx)
    }

    /// Whether it is a document of evidence, which `suiji-evidence` reads.
    pub(crate) const fn is_evidence(self) -> bool {
        matches!(
            self,
            Self::Key | Self::Envelope | Self::Token | Self::Policy
        )
    }

    /// The name of its fuzz target and its corpus.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Registry => "registry",
            Self::Roster => "roster",
            Self::History => "history",
            Self::RegistryCsv => "registry_csv",
            Self::RosterCsv => "roster_csv",
            Self::HistoryCsv => "history_csv",
            Self::Ceremony => "ceremony",
            Self::Contributions => "contributions",
            Self::Commitment => "commitment",
            Self::Record => "record",
            Self::PublicForm => "public_form",
            Self::Receipt => "receipt",
            Self::Amendments => "amendments",
            Self::Requests => "requests",
            Self::ImportText => "import_text",
            Self::ImportXlsx => "import_xlsx",
            Self::ImportXls => "import_xls",
            Self::ImportOds => "import_ods",
            Self::PlanText => "plan_text",
            Self::PlanDocx => "plan_docx",
            Self::Key => "key",
            Self::Envelope => "envelope",
            Self::Token => "token",
            Self::Policy => "policy",
        }
    }
}
