//! The columns of an annex, and the field of each.

use suiji_tables::names::fold;

use crate::base::texts::{self, PLAN_COLUMN_HINTS, PLAN_COLUMNS, Text};

/// The contents of a column.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Field {
    Number,
    Name,
    Targeting,
    Items,
    Scope,
    Quota,
    Frequency,
    RiskNote,
    Window,
    Initiator,
    Partners,
    Mode,
    Methods,
}

impl Field {
    pub(crate) const ALL: [Self; 13] = [
        Self::Number,
        Self::Name,
        Self::Targeting,
        Self::Items,
        Self::Scope,
        Self::Quota,
        Self::Frequency,
        Self::RiskNote,
        Self::Window,
        Self::Initiator,
        Self::Partners,
        Self::Mode,
        Self::Methods,
    ];

    /// The field of the plan, as in answers and in the log.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Targeting => "targeting",
            Self::Items => "items",
            Self::Scope => "scope",
            Self::Quota => "quota",
            Self::Frequency => "frequency",
            Self::RiskNote => "risk_note",
            Self::Window => "window",
            Self::Initiator => "initiator",
            Self::Partners => "partners",
            Self::Mode => "mode",
            Self::Methods => "methods",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == word)
    }

    /// The field that a name of a column means, by the table of names alone.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        let name = fold(name);
        let mut all = PLAN_COLUMNS.iter();
        let (word, _) = all.find(|(_, names)| names.iter().any(|of| fold(of) == name))?;
        Self::from_word(word)
    }

    /// The field that a name of a column may mean.
    pub(crate) fn hinted(name: &str) -> Option<Self> {
        let name = fold(name);
        let mut all = PLAN_COLUMN_HINTS.iter();
        let (word, _) = all.find(|(_, hints)| hints.iter().any(|of| name.contains(of)))?;
        Self::from_word(word)
    }

    /// The name of the field.
    pub(crate) fn text(self) -> Text {
        match self {
            Self::Number => texts::plan_row_number(),
            Self::Name => texts::plan_task_name(),
            Self::Targeting => texts::plan_targeting(),
            Self::Items => texts::plan_items(),
            Self::Scope => texts::plan_scope(),
            Self::Quota => texts::plan_quota(),
            Self::Frequency => texts::plan_frequency(),
            Self::RiskNote => texts::plan_risk_note(),
            Self::Window => texts::plan_window(),
            Self::Initiator => texts::plan_initiator(),
            Self::Partners => texts::plan_partners(),
            Self::Mode => texts::plan_mode(),
            Self::Methods => texts::plan_methods(),
        }
    }
}

/// A column.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Column {
    /// The name, as in the annex.
    pub(crate) name: String,
    /// The meaning of its name, by the table of names alone.
    pub(crate) field: Option<Field>,
}

/// The header of an annex.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Header {
    pub(crate) columns: Vec<Column>,
    /// The number of its last row.
    pub(crate) row: u32,
}

impl Header {
    pub(crate) fn names(&self) -> Vec<&str> {
        self.columns.iter().map(|column| &*column.name).collect()
    }
}
