//! How a finding is graded, and what the table of findings gives.

use super::{Problem, Text};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Severity {
    /// The inputs cannot be sealed.
    Error,
    /// The inputs can be sealed, and probably should not be before somebody has looked.
    Warning,
    /// To know; nothing need be done.
    Note,
}

impl Severity {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What was found, how grave it is, and a way out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Notice {
    pub(crate) problem: Problem,
    pub(crate) severity: Severity,
    pub(crate) remedy: Text,
}
