//! The number of days between two dates, and how many of them are Monday to Friday.

use suiji::values::Date;

/// The days from one date to another, both included: all of them, and those from Monday to Friday.
pub(super) fn of(from: Date, to: Date) -> (u64, u64) {
    let (first, last) = (number(from), number(to));
    // 1970-01-01 was a Thursday.
    let is_weekday = |day: &i64| (day + 3).rem_euclid(7) < 5;
    let all = last - first + 1;
    let weeks = all.max(0) / 7;
    let rest = (first + weeks * 7..=last).filter(is_weekday).count() as u64;
    let whole = u64::try_from(weeks).unwrap_or_default();
    (u64::try_from(all).unwrap_or_default(), whole * 5 + rest)
}

/// The number of a day: 1970-01-01 is 0. Years are counted from March, so that a leap day is the last of its year.
fn number(date: Date) -> i64 {
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    let year = i64::from(date.year()) - i64::from(month < 3);
    let century_of = year.div_euclid(400);
    let year_of = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of = year_of * 365 + year_of / 4 - year_of / 100 + day_of_year;
    century_of * 146_097 + day_of - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: &str, to: &str) -> (u64, u64) {
        of(from.parse().unwrap(), to.parse().unwrap())
    }

    #[test]
    fn days_are_counted_with_both_ends_and_without_weekends() {
        assert_eq!(number("1970-01-01".parse().unwrap()), 0);
        // 2024-09-01 is a Sunday.
        assert_eq!(days("2024-09-01", "2024-09-01"), (1, 0));
        assert_eq!(days("2024-09-01", "2024-09-10"), (10, 7));
        assert_eq!(days("2024-09-01", "2024-11-30"), (91, 65));
        assert_eq!(days("2024-02-26", "2024-03-01"), (5, 5));
        assert_eq!(days("2024-01-01", "2024-12-31"), (366, 262));
        assert_eq!(days("2024-09-02", "2024-09-01"), (0, 0));
    }
}
