//! Periods: 9月-11月, 2024年9月至2024年11月, 第三季度, 全年.

use suiji::plan::Window;
use suiji::values::Date;

use crate::base::texts::{
    BEFORE_MARKS, DASHES, DAY_MARKS, DIGITS, HALF_YEARS, MONTH_MARK, MONTH_SHARE, NEXT_YEAR,
    ORDINAL, PARTS_OF_MONTH, QUARTER, THIS_YEAR, WHOLE_YEAR, YEAR_MARK, narrow,
};

/// The maximum number of bytes of a period.
const LONGEST: usize = 200;

/// The period of a text. Without a year in the text, the year of the plan is used. `None` if the text is not
/// understood, has two readings, or ends before it begins.
pub(crate) fn read(text: &str, year: u64) -> Option<Window> {
    if text.len() > LONGEST {
        return None;
    }
    let text: String = narrow(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let text: String = text
        .chars()
        .map(|c| if DASHES.contains(&c) { '-' } else { c })
        .collect();
    if WHOLE_YEAR.contains(&&*text) {
        return window(Span::months(year, 1, 12)?);
    }
    if let Some(span) = span(&text, year).filter(|span| span.is_period) {
        return window(span);
    }
    let splits = text.match_indices('-');
    let mut all = splits.filter_map(|(at, _)| {
        let (from, to) = (text.get(..at)?, text.get(at + 1..)?);
        range(from, to, year)
    });
    let only = all.next()?;
    all.next().is_none().then_some(only)
}

/// The period of an answer: two days, or any form that is valid in a cell.
pub(crate) fn answer(text: &str, year: u64) -> Option<Window> {
    let mut days = text.split_whitespace();
    let both = (days.next(), days.next(), days.next());
    if let (Some(from), Some(to), None) = both
        && let (Ok(from), Ok(to)) = (from.parse::<Date>(), to.parse::<Date>())
    {
        return (from <= to).then(|| Window::new(from, to));
    }
    read(text, year)
}

/// The period in the form of an answer.
pub(crate) fn words(window: Window) -> String {
    format!("{} {}", window.from(), window.to())
}

/// The last day of a text without a first day, such as 11月底前.
pub(crate) fn last_day(text: &str, year: u64) -> Option<Date> {
    let text: String = narrow(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let mark = BEFORE_MARKS.iter().find(|mark| text.ends_with(**mark))?;
    let text = text.strip_suffix(mark)?;
    // 11月30日前 has lost its 日.
    let day = || format!("{text}{}", DAY_MARKS.first().copied().unwrap_or_default());
    let span = span(text, year).or_else(|| span(&day(), year))?;
    date(span.to)
}

/// Days from and to, as year, month and day.
#[derive(Clone, Copy, Debug)]
struct Span {
    from: (u64, u32, u32),
    to: (u64, u32, u32),
    /// Whether the text names the year.
    has_year: bool,
    /// Whether the text is a period by itself, not one day.
    is_period: bool,
}

impl Span {
    fn months(year: u64, first: u32, last: u32) -> Option<Self> {
        let inside = |month| (1..=12).contains(&month);
        (inside(first) && inside(last) && first <= last).then(|| Self {
            from: (year, first, 1),
            to: (year, last, days(year, last)),
            has_year: false,
            is_period: true,
        })
    }
}

fn range(from: &str, to: &str, year: u64) -> Option<Window> {
    let end = span(to, year)?;
    let begin = match from.parse::<u32>() {
        // 9-11月: a bare number is a month if the other end is a month.
        Ok(month)
            if from.len() <= 2 && to.ends_with(MONTH_MARK) && end.is_period && !end.has_year =>
        {
            Span::months(year, month, month)?
        }
        Ok(_) if from.len() != 8 => return None,
        _ => span(from, year)?,
    };
    let mut end = end;
    if begin.has_year && !end.has_year {
        // The year of the first day also applies to the last day.
        end = span(to, begin.from.0)?;
    }
    if !begin.has_year && end.has_year && end.to.0 != year {
        // 11月-次年1月: the first month is in the year of the plan.
        return (end.to.0 == year + 1)
            .then(|| {
                window(Span {
                    to: end.to,
                    ..begin
                })
            })
            .flatten();
    }
    window(Span {
        to: end.to,
        ..begin
    })
}

fn window(span: Span) -> Option<Window> {
    let (from, to) = (date(span.from)?, date(span.to)?);
    (from <= to).then(|| Window::new(from, to))
}

fn date((year, month, day): (u64, u32, u32)) -> Option<Date> {
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

fn days(year: u64, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A month, part of a month, quarter, half a year or day, with or without its year.
fn span(text: &str, year: u64) -> Option<Span> {
    if let Some(span) = by_signs(text) {
        return Some(span);
    }
    let (own, rest) = year_of(text, year);
    let has_year = own.is_some();
    let year = own.unwrap_or(year);
    let of = |span: Span| Span { has_year, ..span };
    if has_year && rest.is_empty() {
        return Span::months(year, 1, 12).map(of);
    }
    if let Some(half) = HALF_YEARS.iter().position(|word| *word == rest) {
        let first = if half == 0 { 1 } else { 7 };
        return Span::months(year, first, first + 5).map(of);
    }
    if let Some(quarter) = quarter(rest) {
        return Span::months(year, quarter * 3 - 2, quarter * 3).map(of);
    }
    let (month, rest) = rest.split_once(MONTH_MARK)?;
    let month = small(month)?;
    let whole = Span::months(year, month, month)?;
    let rest = rest.strip_prefix(MONTH_SHARE).unwrap_or(rest);
    if rest.is_empty() {
        return Some(of(whole));
    }
    if let Some(part) = PARTS_OF_MONTH.iter().position(|word| *word == rest) {
        let (first, last) = [(1, 10), (11, 20), (21, days(year, month))]
            .get(part)
            .copied()?;
        return Some(of(Span {
            from: (year, month, first),
            to: (year, month, last),
            ..whole
        }));
    }
    let day = small(rest.strip_suffix(DAY_MARKS)?)?;
    (1..=days(year, month)).contains(&day).then(|| {
        of(Span {
            from: (year, month, day),
            to: (year, month, day),
            is_period: false,
            ..whole
        })
    })
}

/// The year that a text begins with, and the rest.
fn year_of(text: &str, year: u64) -> (Option<u64>, &str) {
    let begins = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word));
    if let Some(rest) = begins(NEXT_YEAR) {
        return (Some(year + 1), rest);
    }
    if let Some(rest) = begins(THIS_YEAR) {
        return (Some(year), rest);
    }
    match text.split_once(YEAR_MARK) {
        Some((digits, rest)) if digits.len() == 4 => match digits.parse() {
            Ok(year) => (Some(year), rest),
            Err(_) => (None, text),
        },
        _ => (None, text),
    }
}

fn quarter(text: &str) -> Option<u32> {
    let number = text.strip_suffix(QUARTER)?;
    let number = number.strip_prefix(ORDINAL).unwrap_or(number);
    let of_word = || DIGITS.chars().position(|c| number.chars().eq([c]));
    let quarter = small(number).or_else(|| of_word().and_then(|at| u32::try_from(at).ok()));
    quarter.filter(|quarter| (1..=4).contains(quarter))
}

/// A number of one or two digits.
fn small(text: &str) -> Option<u32> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// 2024.9, 2024/09/01, 2024-9-1, 20240901.
fn by_signs(text: &str) -> Option<Span> {
    let parts: Vec<&str> = match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true if text.len() == 8 => vec![text.get(..4)?, text.get(4..6)?, text.get(6..)?],
        true => return None,
        false => text.split(['.', '/', '-']).collect(),
    };
    let year = parts
        .first()
        .filter(|year| year.len() == 4)?
        .parse::<u64>()
        .ok()?;
    let month = small(parts.get(1)?)?;
    let whole = Span {
        has_year: true,
        ..Span::months(year, month, month)?
    };
    match parts.as_slice() {
        [_, _] => Some(whole),
        [_, _, day] => {
            let day = small(day).filter(|day| (1..=days(year, month)).contains(day))?;
            Some(Span {
                from: (year, month, day),
                to: (year, month, day),
                is_period: false,
                ..whole
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read() {
        for (text, expected) in [
            ("9月-11月", "2024-09-01 2024-11-30"),
            ("9-11月", "2024-09-01 2024-11-30"),
            ("9月—11月", "2024-09-01 2024-11-30"),
            ("１０月～１１月", "2024-10-01 2024-11-30"),
            ("2月", "2024-02-01 2024-02-29"),
            ("9月份", "2024-09-01 2024-09-30"),
            ("2024年9月至2024年11月", "2024-09-01 2024-11-30"),
            ("2024年9月至11月", "2024-09-01 2024-11-30"),
            ("2025年9月至11月", "2025-09-01 2025-11-30"),
            ("9月1日至11月15日", "2024-09-01 2024-11-15"),
            ("2024.9-2024.11", "2024-09-01 2024-11-30"),
            ("2024.09.01-2024.11.30", "2024-09-01 2024-11-30"),
            ("2024-09-01至2024-11-30", "2024-09-01 2024-11-30"),
            ("20240901-20241130", "2024-09-01 2024-11-30"),
            ("第三季度", "2024-07-01 2024-09-30"),
            ("三季度-四季度", "2024-07-01 2024-12-31"),
            ("下半年", "2024-07-01 2024-12-31"),
            ("全年", "2024-01-01 2024-12-31"),
            ("2025年", "2025-01-01 2025-12-31"),
            ("1-12月", "2024-01-01 2024-12-31"),
            ("9月上旬-11月下旬", "2024-09-01 2024-11-30"),
            ("11月至次年1月", "2024-11-01 2025-01-31"),
        ] {
            assert_eq!(
                read(text, 2024).map(words).as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn what_has_two_readings_is_not_read() {
        for text in [
            "",
            "11月底前",
            "11月-9月",
            "9月1日",
            "13月",
            "9月31日",
            "2月30日至3月1日",
            "9",
            "9-11",
            "适时",
            "2024.9.1",
            "五季度",
            "9月、11月",
            "45536",
        ] {
            assert_eq!(read(text, 2024).map(words), None, "{text}");
        }
        assert_eq!(
            last_day("11月底前", 2024).unwrap().to_string(),
            "2024-11-30"
        );
        assert_eq!(
            last_day("11月15日前", 2024).unwrap().to_string(),
            "2024-11-15"
        );
        assert_eq!(last_day("适时", 2024), None);
    }

    #[test]
    fn answers_have_two_days() {
        let of = |text| answer(text, 2024).map(words);
        assert_eq!(
            of("2024-09-01 2024-11-30").as_deref(),
            Some("2024-09-01 2024-11-30")
        );
        assert_eq!(of("9月至11月").as_deref(), Some("2024-09-01 2024-11-30"));
        assert_eq!(of("2024-11-30 2024-09-01"), None);
    }
}
