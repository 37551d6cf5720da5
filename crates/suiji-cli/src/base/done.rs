//! How a command ends that does not fail.

/// What a command did, as the process ends with it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Done {
    /// It did what was asked.
    Well,
    /// It checked, and what it checked does not hold.
    NotHolding,
}
