//! The current time in Beijing, by the clock of the system.

use std::time::{SystemTime, UNIX_EPOCH};

use super::error::Error;
use suiji::values::Time;

/// The current time in the form of the documents: Beijing time, UTC+8 all year.
pub(crate) fn now() -> Result<Time, Error> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Ok(in_beijing(since.as_secs()).parse()?)
}

/// The current year.
pub(crate) fn year() -> Result<String, Error> {
    Ok(now()?.as_str().chars().take(4).collect())
}

fn in_beijing(unix: u64) -> String {
    let local = unix + 8 * 3600;
    let (days, second) = (local / 86_400, local % 86_400);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00")
}

/// Year, month and day of a day since 1970-01-01.
fn civil(days: u64) -> (u64, u64, u64) {
    // Count in eras of 400 years. A year begins on 1 March, so that a leap day is its last day.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = (
        era * 400 + year,
        if month < 10 { month + 3 } else { month - 9 },
    );
    (if month <= 2 { year + 1 } else { year }, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unix_seconds_become_the_time_in_beijing() {
        for (unix, written) in [
            (0, "1970-01-01T08:00:00+08:00"),
            (1_725_238_800, "2024-09-02T09:00:00+08:00"),
            (951_839_999, "2000-02-29T23:59:59+08:00"),
            (951_840_000, "2000-03-01T00:00:00+08:00"),
            (4_102_415_999, "2099-12-31T23:59:59+08:00"),
            (4_107_542_400, "2100-03-01T08:00:00+08:00"),
        ] {
            assert_eq!(in_beijing(unix), written);
            let time: Time = written.parse().unwrap();
            assert_eq!(u64::try_from(time.unix_seconds()), Ok(unix));
        }
    }
}
