//! The severity of a finding, and an entry of the table of findings.

use super::{Problem, Text};

/// The severity of a finding.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Severity {
    /// The inputs cannot be sealed.
    Error,
    /// The inputs can be sealed, but somebody should look at this first.
    Warning,
    /// For information; no action is needed.
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

/// What was found, its severity, and a remedy.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Notice {
    pub(crate) problem: Problem,
    pub(crate) severity: Severity,
    pub(crate) remedy: Text,
}
