//! Holidays, and deadlines in working days.
//!
//! `published.json` has the holidays as the notices of the State Council give them, year by year. A year without its
//! notice is refused: weekdays alone are no answer.

mod calendar;
mod day;
mod deadlines;
mod notice;
#[cfg(test)]
mod tests;

pub use calendar::{Calendar, Span};

pub(crate) use deadlines::source;
