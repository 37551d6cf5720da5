//! Dates and times of documents [C7].

use core::fmt;
use core::str::FromStr;

use crate::base::error::Error;
use crate::base::texts::codes;

/// A day of the Gregorian calendar, `YYYY-MM-DD`, of the years 1000 to 9999 [C7].
///
/// ```
/// use suiji::values::Date;
///
/// let day: Date = "2024-02-29".parse()?;
/// assert_eq!(day.year(), 2024);
/// assert!("2023-02-29".parse::<Date>().is_err());
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date(u32);

impl Date {
    /// Its year.
    pub const fn year(self) -> u32 {
        self.0 / 10_000
    }

    /// Its month, 1 to 12.
    pub const fn month(self) -> u32 {
        self.0 / 100 % 100
    }

    /// Its day of the month, from 1.
    pub const fn day(self) -> u32 {
        self.0 % 100
    }

    /// The first day of a year from 1000 to 9999.
    pub(crate) fn first_of(year: u64) -> Self {
        Self::in_year(year, 101)
    }

    /// The last day of a year from 1000 to 9999.
    pub(crate) fn last_of(year: u64) -> Self {
        Self::in_year(year, 1231)
    }

    fn in_year(year: u64, day: u32) -> Self {
        let year = u32::try_from(year).expect("a year has four digits");
        Self(year * 10_000 + day)
    }

    /// [C7] Reads a date; `None` if the text is not a date of the calendar.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let (year, month, day) = (
            digits(&bytes[0..4])?,
            digits(&bytes[5..7])?,
            digits(&bytes[8..10])?,
        );
        let exists =
            year >= 1000 && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
        exists.then_some(Self(year * 10_000 + month * 100 + day))
    }

    /// The number that represents the date in a column of a table: its digits as one integer.
    pub(crate) const fn packed(self) -> u32 {
        self.0
    }

    /// The date of a number that `packed` returned.
    pub(crate) const fn unpacked(number: u32) -> Self {
        Self(number)
    }

    /// Days since 1970-01-01.
    fn epoch_day(self) -> i64 {
        let (year, month) = (i64::from(self.year()), i64::from(self.month()));
        // March is the first month, so that the leap day ends the year.
        let year = if month <= 2 { year - 1 } else { year };
        let month = (month + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day()) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = Error;

    /// # Errors
    /// `date.form` if the text is not a date of the calendar.
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text).ok_or_else(|| Error::of_value(codes::date_form(text)))
    }
}

/// A moment with its offset from UTC, `YYYY-MM-DDThh:mm:ss±hh:mm`. It is kept as written [C7].
///
/// ```
/// use suiji::values::Time;
///
/// let time: Time = "2024-09-02T09:00:00+08:00".parse()?;
/// assert_eq!(time.unix_seconds(), 1_725_238_800);
/// assert!("2024-09-02T09:00:00Z".parse::<Time>().is_err());
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct Time {
    written: String,
    date: Date,
    unix: i64,
}

impl Time {
    /// The text, as written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Seconds since 1970-01-01T00:00:00+00:00, without leap seconds.
    pub const fn unix_seconds(&self) -> i64 {
        self.unix
    }

    /// The day, as written.
    pub const fn date(&self) -> Date {
        self.date
    }

    /// [C7] Reads a time; `None` if the text is not a time.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 25 || !text.is_ascii() {
            return None;
        }
        let date = Date::parse(&text[..10])?;
        let marks = [(10, b'T'), (13, b':'), (16, b':'), (22, b':')];
        if marks.iter().any(|&(at, mark)| bytes[at] != mark) {
            return None;
        }
        let number = |at: usize, below: u32| digits(&bytes[at..at + 2]).filter(|&n| n < below);
        let (hour, minute, second) = (number(11, 24)?, number(14, 60)?, number(17, 60)?);
        let (offset_hour, offset_minute) = (number(20, 19)?, number(23, 60)?);
        let offset = i64::from(offset_hour * 60 + offset_minute);
        let offset = match bytes[19] {
            b'+' if offset <= 18 * 60 => offset,
            b'-' if offset <= 18 * 60 && offset != 0 => -offset,
            _ => return None,
        };
        let seconds = i64::from(hour * 3600 + minute * 60 + second);
        Some(Self {
            written: text.to_owned(),
            date,
            unix: date.epoch_day() * 86_400 + seconds - offset * 60,
        })
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl FromStr for Time {
    type Err = Error;

    /// # Errors
    /// `time.form` if the text is not such a time.
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text).ok_or_else(|| Error::of_value(codes::time_form(text)))
    }
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |number, byte| {
        byte.is_ascii_digit()
            .then(|| number * 10 + u32::from(byte - b'0'))
    })
}

const fn days(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_gregorian_calendar() {
        // [C7]
        for right in [
            "1000-01-01",
            "9999-12-31",
            "2000-02-29",
            "2024-02-29",
            "2024-11-30",
        ] {
            assert_eq!(
                Date::parse(right).map(|date| date.to_string()).as_deref(),
                Some(right)
            );
        }
        for wrong in [
            "0999-12-31",
            "1900-02-29",
            "2023-02-29",
            "2024-00-01",
            "2024-13-01",
            "2024-11-31",
            "2024-1-1",
            "2024-01-00",
            "20240101",
            "2024/01/01",
            " 2024-01-01",
            "２０２４-01-01",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn times_have_an_offset_and_no_fraction() {
        // [C7]
        let late = Time::parse("2024-09-02T23:30:00-11:00").unwrap();
        assert_eq!(late.date().to_string(), "2024-09-02", "the day as written");
        for (right, unix) in [
            ("1970-01-01T00:00:00+00:00", 0),
            ("1969-12-31T23:59:59-18:00", 64_799),
            ("2024-09-02T09:00:00+08:00", 1_725_238_800),
            ("2000-03-01T00:00:00+00:00", 951_868_800),
        ] {
            assert_eq!(
                Time::parse(right).map(|time| time.unix_seconds()),
                Some(unix),
                "{right}"
            );
        }
        for wrong in [
            "2024-09-02T09:00:00Z",
            "2024-09-02T09:00:00-00:00",
            "2024-09-02T24:00:00+08:00",
            "2024-09-02T09:60:00+08:00",
            "2024-09-02T09:00:60+08:00",
            "2024-09-02T09:00:00+18:01",
            "2024-09-02T09:00:00+19:00",
            "2024-09-02t09:00:00+08:00",
            "2024-09-02T09:00:00.0+08:00",
            "2024-09-02T09:00:00+0800",
            "2024-09-02 09:00:00+08:00",
            "2024-02-30T09:00:00+08:00",
        ] {
            assert_eq!(Time::parse(wrong), None, "{wrong}");
        }
    }
}
