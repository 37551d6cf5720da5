//! What a cell means, or which readings it has. Nothing is guessed: if there are several readings, none is taken.

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

/// What a text means.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Read<T> {
    /// It has one reading.
    Is(T),
    /// It has several readings, or none that is known.
    Ask(Vec<T>),
}
