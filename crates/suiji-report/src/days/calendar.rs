//! Working days, for the years whose notices are known.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use suiji::values::Date;

use super::day;
use super::notice::{LAST_WEEK, Notice, is_last_week};
use crate::base::problem::{Error, Problem};
use crate::base::strict::{self, Faults, Fields};
use crate::base::texts::{self, codes};

/// The notices that this version knows.
const PUBLISHED: &[u8] = include_bytes!("published.json");
/// The maximum length of a deadline.
const LONGEST: u64 = 10_000;

/// A length of time in a rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Span {
    /// 日: days of the calendar.
    Days(u64),
    /// 工作日: days on which offices work.
    WorkingDays(u64),
}

/// The working days, for the known years.
///
/// ```
/// use suiji_report::{Calendar, Span};
///
/// // The eve of the National Day of 2024. Offices work again on 8 October, and on Saturday 12 October.
/// let (calendar, eve) = (Calendar::published(), "2024-09-30".parse()?);
/// assert_eq!(calendar.after(eve, Span::WorkingDays(5))?.to_string(), "2024-10-12");
/// assert_eq!(calendar.after(eve, Span::Days(5))?.to_string(), "2024-10-05");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    notices: BTreeMap<u32, Notice>,
}

impl Default for Calendar {
    /// [`Calendar::published`].
    fn default() -> Self {
        Self::published()
    }
}

impl Calendar {
    /// The years that the State Council has published and this version knows: 2021 to 2026.
    pub fn published() -> Self {
        static NOTICES: OnceLock<Calendar> = OnceLock::new();
        // The table is part of this crate, and a test reads it. If it were unreadable, every year would be refused.
        let read = || {
            let read = Self::empty().with_json(PUBLISHED);
            read.unwrap_or_else(|_| Self::empty())
        };
        NOTICES.get_or_init(read).clone()
    }

    /// A calendar without any year.
    pub const fn empty() -> Self {
        Self {
            notices: BTreeMap::new(),
        }
    }

    /// Adds the notices of a file. They replace notices of the same year.
    ///
    /// The file has the form of the table of this crate, `days/published.json`.
    ///
    /// # Errors
    /// `report.calendar`, for each fault of the file.
    pub fn with_json(mut self, bytes: &[u8]) -> Result<Self, Error> {
        let value = strict::document(bytes).map_err(codes::calendar)?;
        let mut faults = Faults::default();
        let mut read = BTreeMap::new();
        if let Some(fields) = Fields::of(&value, "", &["notices"], &mut faults) {
            for (path, value) in fields.list("notices", &mut faults) {
                let Some(notice) = Notice::read(value, &path, &mut faults) else {
                    continue;
                };
                let year = notice.year;
                if read.insert(year, notice).is_some() {
                    faults.push(&path, texts::year_twice(year));
                }
            }
        }
        let problems: Vec<Problem> = faults
            .into_texts()
            .into_iter()
            .map(codes::calendar)
            .collect();
        Error::unless_none(problems)?;
        self.notices.extend(read);
        Ok(self)
    }

    /// The known years.
    pub fn years(&self) -> impl Iterator<Item = u32> + '_ {
        self.notices.keys().copied()
    }

    /// The number of the notice of a year, such as `国办发明电〔2023〕7号`.
    pub fn source(&self, year: u32) -> Option<&str> {
        let notice = self.notices.get(&year)?;
        Some(&notice.document_number)
    }

    /// The numbers of the notices by which the working days of a period are counted.
    pub(crate) fn notices(&self, from: Date, last: Date) -> impl Iterator<Item = &str> {
        let years = from.year()..=last.year() + u32::from(is_last_week(last));
        years.filter_map(|year| self.source(year))
    }

    /// Whether offices work on a day.
    ///
    /// # Errors
    /// `report.no-year` if its year is not known. A day in the last week of a year also needs the notice of the next
    /// year, because that notice can move working days around New Year.
    pub fn is_working_day(&self, day: Date) -> Result<bool, Error> {
        let year = day.year();
        let known = |year: u32| self.notices.get(&year);
        let notice = known(year).ok_or_else(|| codes::no_year(year))?;
        let next = match is_last_week(day) {
            true => Some(known(year + 1).ok_or_else(|| {
                codes::no_notice(format_args!("{year}-12-{LAST_WEEK}"), year + 1)
            })?),
            false => None,
        };
        // The later notice has priority.
        for notice in next.into_iter().chain([notice]) {
            if notice.off.contains(&day) {
                return Ok(false);
            }
            if notice.work.contains(&day) {
                return Ok(true);
            }
        }
        Ok(!day::is_weekend(day))
    }

    /// The last day of a deadline that begins on the day after `from`.
    ///
    /// # Errors
    /// `report.no-year` if a needed year is not known, as in [`Calendar::is_working_day`]. `report.too-far` if the
    /// deadline has more than 10,000 days or ends after the year 9999.
    pub fn after(&self, from: Date, span: Span) -> Result<Date, Error> {
        let later = |days: u64| {
            let last = day::number(from).checked_add(days).and_then(day::date);
            last.ok_or_else(|| Error::from(codes::too_far()))
        };
        let (Span::Days(count) | Span::WorkingDays(count)) = span;
        if count > LONGEST {
            return Err(codes::too_far().into());
        }
        if matches!(span, Span::Days(_)) {
            return later(count);
        }
        let (mut last, mut days, mut left) = (from, 0, count);
        while left > 0 {
            days += 1;
            last = later(days)?;
            left -= u64::from(self.is_working_day(last)?);
        }
        Ok(last)
    }
}
