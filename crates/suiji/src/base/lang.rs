//! The language of messages.

/// The language of a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Lang {
    /// Chinese, for the people at the counter.
    Zh,
    /// English.
    En,
}
