//! Holidays, and deadlines in working days.
//!
//! `published.json` has the holidays from the notices of the State Council, year by year. A year without its notice
//! is refused, because weekdays alone do not give the working days.

mod calendar;
mod day;
mod deadlines;
mod notice;
#[cfg(test)]
mod tests;

pub use calendar::{Calendar, Span};

pub(crate) use deadlines::source;
