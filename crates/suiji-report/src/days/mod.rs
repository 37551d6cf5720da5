//! Holidays, and deadlines in working days.
//!
//! `holidays.rs` has the holidays as the notices of the State Council give them, year by year. A year without a table is
//! refused: weekdays alone are no answer.

use suiji::values::Date;

use crate::base::problem::Error;
use crate::base::texts::codes;

/// A length of time that a rule gives.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Span {
    /// 日: days of the calendar.
    Days(u64),
    /// 工作日: days on which offices work.
    WorkingDays(u64),
}

/// Which days are working days, for the years that it knows.
#[derive(Clone, Debug, Default)]
pub struct Calendar {}

impl Calendar {
    /// The years that the State Council has published and this version knows.
    pub fn published() -> Self {
        Self {}
    }

    /// The same calendar with the years of a file, which replace those that it knows.
    ///
    /// # Errors
    /// If the file has not the form of a calendar.
    pub fn with_json(self, _bytes: &[u8]) -> Result<Self, Error> {
        Ok(self)
    }

    /// The last day of a deadline that begins on the day after `from`.
    ///
    /// # Errors
    /// If a year that is needed is not known.
    pub fn after(&self, from: Date, _span: Span) -> Result<Date, Error> {
        Err(codes::no_year(from.year()).into())
    }
}
