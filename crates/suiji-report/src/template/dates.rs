//! Dates and times in the form that people write.

use minijinja::{Error, ErrorKind, State};

/// The months in English.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The filter `date`: the day of a date or a time.
pub(super) fn date(state: &State<'_, '_>, text: &str) -> Result<String, Error> {
    let (year, month, day) = parts(text).ok_or_else(|| no_date(text))?;
    Ok(match is_english(state) {
        true => format!("{day} {} {year}", MONTHS[usize::from(month) - 1]),
        false => format!("{year}年{month}月{day}日"),
    })
}

/// The filter `time`: day, hour and minute of a time.
pub(super) fn time(state: &State<'_, '_>, text: &str) -> Result<String, Error> {
    let day = date(state, text)?;
    let clock = text.get(11..16).ok_or_else(|| no_date(text))?;
    let (hour, minute) = clock.split_once(':').ok_or_else(|| no_date(text))?;
    Ok(match is_english(state) {
        true => format!("{day}, {hour}:{minute}"),
        false => format!("{day}{hour}时{minute}分"),
    })
}

fn parts(text: &str) -> Option<(u16, u8, u8)> {
    let date = text.get(..10)?;
    let mut parts = date.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

fn is_english(state: &State<'_, '_>) -> bool {
    state.name().ends_with(".en.html")
}

fn no_date(text: &str) -> Error {
    let detail = format!("{text:?} is not a date or time");
    Error::new(ErrorKind::InvalidOperation, detail)
}
