//! The meaning of a cell, or its possible readings. Nothing is guessed: if there are several readings, none is
//! used.

mod amount;
pub(crate) mod classes;
pub(crate) mod items;
pub(crate) mod modes;
mod numeral;
pub(crate) mod period;
pub(crate) mod quota;
pub(crate) mod seats;
pub(crate) mod settings;
mod terms;

/// The meaning of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Read<T> {
    /// The text has one reading.
    Is(T),
    /// The text has several readings, or no known reading.
    Ask(Vec<T>),
}
