//! The notice of one year: the days off, and the weekend days on which offices work.

use std::collections::BTreeSet;

use serde_json::Value;
use suiji::values::Date;

use super::day;
use crate::base::strict::{self, Faults, Fields};
use crate::base::texts;

/// Holidays by law with a fixed date.
const FIXED: [&str; 5] = ["01-01", "05-01", "10-01", "10-02", "10-03"];
/// The maximum length of a holiday. No notice has a longer one.
const LONGEST: u64 = 31;
/// A notice may move working days into the last week of the previous year, because of New Year.
pub(super) const LAST_WEEK: u32 = 25;

/// A notice of the State Council.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Notice {
    pub(super) year: u32,
    pub(super) document_number: String,
    pub(super) off: BTreeSet<Date>,
    pub(super) work: BTreeSet<Date>,
}

/// Whether a day is in the last week of its year.
pub(super) fn is_last_week(day: Date) -> bool {
    day.month() == 12 && day.day() >= LAST_WEEK
}

impl Notice {
    /// A notice in a file; none if it has faults.
    pub(super) fn read(value: &Value, path: &str, faults: &mut Faults) -> Option<Self> {
        let known = ["year", "document_number", "issued", "off", "work"];
        let fields = Fields::of(value, path, &known, faults)?;
        let year = fields.number("year", 1001, 9998, faults);
        let document_number = fields.text("document_number", faults);
        let _ = fields.date("issued", faults);
        let mut notice = Self {
            year: year?,
            document_number: document_number?.to_owned(),
            off: BTreeSet::new(),
            work: BTreeSet::new(),
        };
        notice.read_off(&fields, faults);
        notice.read_work(&fields, faults);
        for fixed in FIXED {
            let day = format!("{}-{fixed}", notice.year);
            if day.parse().is_ok_and(|day| !notice.off.contains(&day)) {
                faults.push(path, texts::must_be_off(day));
            }
        }
        Some(notice)
    }

    fn read_off(&mut self, fields: &Fields<'_>, faults: &mut Faults) {
        for (path, value) in fields.list("off", faults) {
            let Some(holiday) = Fields::of(value, &path, &["name", "from", "to"], faults) else {
                continue;
            };
            let _ = holiday.text("name", faults);
            let from = holiday.date("from", faults);
            let (Some(from), Some(to)) = (from, holiday.date("to", faults)) else {
                continue;
            };
            let days = day::number(from)..=day::number(to);
            if days.is_empty() {
                faults.push(&path, texts::ends_before(from, to));
            } else if days.end() - days.start() >= LONGEST {
                faults.push(&path, texts::span_too_long(LONGEST));
            } else {
                for off in days.filter_map(day::date) {
                    self.belongs(off, &path, faults);
                    if !self.off.insert(off) {
                        faults.push(&path, texts::off_twice(off));
                    }
                }
            }
        }
    }

    fn read_work(&mut self, fields: &Fields<'_>, faults: &mut Faults) {
        for (path, value) in fields.list("work", faults) {
            let Some(work) = strict::date(value, &path, faults) else {
                continue;
            };
            self.belongs(work, &path, faults);
            if !day::is_weekend(work) {
                faults.push(&path, texts::not_a_weekend(work));
            }
            if self.off.contains(&work) {
                faults.push(&path, texts::off_and_work(work));
            }
            if !self.work.insert(work) {
                faults.push(&path, texts::off_twice(work));
            }
        }
    }

    /// Whether a day may be in this notice: a day of its year, or of the last week of the previous
    /// year.
    fn belongs(&self, day: Date, path: &str, faults: &mut Faults) {
        let is_before = day.year() + 1 == self.year && is_last_week(day);
        if day.year() != self.year && !is_before {
            faults.push(path, texts::outside_year(day, self.year));
        }
    }
}
