//! How a command ends.

/// How a command ends when there is no error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Exit {
    /// The command did what was requested.
    Success,
    /// The command checked something, and a check failed or could not be made.
    NotVerified,
}

impl Exit {
    /// Success if both were.
    pub(crate) fn and(self, other: Self) -> Self {
        match self {
            Self::Success => other,
            Self::NotVerified => self,
        }
    }
}
