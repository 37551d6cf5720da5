//! Counts days of the calendar.

use suiji::values::Date;

/// The number of a day: days since 1 March of the year 0.
pub(super) fn number(date: Date) -> u64 {
    let (year, month) = (u64::from(date.year()), u64::from(date.month()));
    // March is the first month, so that a leap day ends the year. Dates begin with the year 1000.
    let (year, month) = match month {
        1 | 2 => (year - 1, month + 9),
        _ => (year, month - 3),
    };
    let of_year = (153 * month + 2) / 5 + u64::from(date.day()) - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + of_year
}

/// The day of this number; none after the year 9999.
pub(super) fn date(number: u64) -> Option<Date> {
    // 400 years have 146,097 days. Years of a century and of a leap cycle are counted without the leap day at the end.
    let (era, of_era) = (number / 146_097, number % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let (next, month) = match from_march {
        0..10 => (0, from_march + 3),
        _ => (1, from_march - 9),
    };
    let year = era * 400 + year + next;
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

/// Whether a day is a Saturday or a Sunday.
pub(super) fn is_weekend(date: Date) -> bool {
    // Day 0 is a Wednesday.
    matches!(number(date) % 7, 3 | 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_are_one_to_one_over_four_centuries_and_leap_years() {
        let first = number("1000-01-01".parse().unwrap());
        let last = number("9999-12-31".parse().unwrap());
        // 9000 years of 365.2425 days, minus the missing part of the first cycle.
        assert_eq!(last - first + 1, 3_287_182);
        let mut before = None;
        for at in (first..=last).step_by(11) {
            let day = date(at).unwrap();
            assert_eq!(number(day), at);
            assert!(before < Some(day));
            before = Some(day);
        }
        assert_eq!(date(last + 1), None);
        assert_eq!(date(u64::from(u32::MAX)), None);
    }

    #[test]
    fn weekends_are_those_of_the_calendar() {
        let is = |day: &str| is_weekend(day.parse().unwrap());
        // 1 October 1949 was a Saturday; 29 February 2000 a Tuesday.
        assert!(is("1949-10-01") && is("1949-10-02") && !is("1949-10-03"));
        assert!(!is("2000-02-29") && !is("2024-03-01") && is("2024-03-02"));
    }
}
