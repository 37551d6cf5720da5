//! How a command ends.

/// How a command ends without an error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Exit {
    /// The command did what was requested.
    Success,
    /// A check failed or could not be made.
    NotVerified,
}

impl Exit {
    /// Success if both succeeded.
    pub(crate) fn and(self, other: Self) -> Self {
        match self {
            Self::Success => other,
            Self::NotVerified => self,
        }
    }
}
