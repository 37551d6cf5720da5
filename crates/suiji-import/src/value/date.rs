//! Dates, in the forms that offices write [C7].

use calamine::{ExcelDateTime, ExcelDateTimeType};
use suiji::values::Date;

use super::rules::{Rule, Rules};
use super::text::tidy;
use super::{Ask, Cleaned};
use crate::ask::Choice;
use crate::base::texts::{
    self, DAY_MARKS, FOR_EVER, FULL_STOP, MONTH_MARK, Text, UNTIL, YEAR_MARK, fold, is_one_of,
    narrow,
};
use crate::sheet::block::{Cell, Kind};

/// The order in which a date such as 3/4/2024 is read, by the answer for the file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

impl Order {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
        }
    }
}

/// A date.
pub(super) fn date(cell: Cell<'_>, order: Option<Order>) -> Cleaned {
    if cell.kind == Kind::Text && is_iso(cell.text) && exists(cell.text) && !is_early(cell.text) {
        return Cleaned::as_is(cell.text);
    }
    let mut rules = Rules::NONE;
    let text = tidy(cell.text, false, &mut rules);
    match read(&text, cell.kind, order) {
        _ if text.is_empty() => Cleaned::Value(String::new(), rules),
        Read::Date(date, _) if is_early(&date) => Cleaned::Ask(ask_early(&date)),
        Read::Date(date, rule) => {
            if date != text && cell.kind != Kind::Date {
                rules.add(rule);
            }
            Cleaned::Value(date, rules)
        }
        Read::TwoOrders => Cleaned::Ask(Ask::of_date_order()),
        Read::No => Cleaned::Ask(Ask::of_value(texts::why_not_a_date()).with(ends(&text))),
    }
}

/// A date that a spreadsheet made of a year: 2015 as the number of a day is in July 1905.
fn is_early(date: &str) -> bool {
    const FIRST: &str = "1949-10-01";
    date < FIRST
}

fn ask_early(date: &str) -> Ask {
    let year = date.get(..4).unwrap_or_default();
    let keep = Choice::new(date, texts::keep_date());
    Ask::of_value(texts::why_early_date(year)).with(vec![keep])
}

/// The days of a period, as answers.
fn ends(text: &str) -> Vec<Choice> {
    let until = UNTIL.iter().filter_map(|mark| text.split_once(mark)).next();
    let Some((from, to)) = until.or_else(|| halves(text)) else {
        return Vec::new();
    };
    let days = [from, to].map(|part| read(part.trim(), Kind::Text, None));
    let days = days.into_iter().filter_map(|day| match day {
        Read::Date(day, _) => Some(Choice::new(&day, Text::same(&day))),
        _ => None,
    });
    days.collect()
}

/// The last day of a certificate: a date, the end of a period, or no end.
pub(super) fn last_day(cell: Cell<'_>, order: Option<Order>) -> Cleaned {
    let mut rules = Rules::NONE;
    let text = tidy(cell.text, false, &mut rules);
    if is_one_of(&fold(&text), FOR_EVER) {
        rules.add(Rule::NoEnd);
        return Cleaned::Value(String::new(), rules);
    }
    match period_end(&text) {
        None => date(cell, order),
        Some(end) if is_one_of(&fold(end), FOR_EVER) => {
            rules.add(Rule::PeriodEnd);
            rules.add(Rule::NoEnd);
            Cleaned::Value(String::new(), rules)
        }
        Some(end) => {
            let cell = Cell {
                text: end,
                kind: Kind::Text,
            };
            rules.add(Rule::PeriodEnd);
            match date(cell, order) {
                Cleaned::Value(end, of_end) => Cleaned::Value(end, rules.and(of_end)),
                other => other,
            }
        }
    }
}

/// The text after the first date of a period.
fn period_end(text: &str) -> Option<&str> {
    let until = UNTIL.iter().filter_map(|mark| text.split_once(mark)).next();
    let (from, to) = until.or_else(|| halves(text))?;
    let begins = from
        .trim()
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_digit());
    let from_is_date = matches!(read(from.trim(), Kind::Text, None), Read::Date(..));
    (begins && from_is_date && !to.trim().is_empty()).then(|| to.trim())
}

/// `2020.1.1-2025.12.31`: the hyphen in the middle of two dates with other marks.
fn halves(text: &str) -> Option<(&str, &str)> {
    let mut parts = text.split('-');
    let both = (parts.next()?, parts.next()?);
    parts.next().is_none().then_some(both)
}

enum Read {
    Date(String, Rule),
    TwoOrders,
    No,
}

fn read(text: &str, kind: Kind, order: Option<Order>) -> Read {
    let text = narrow(text);
    let text = without_time(&text);
    if kind == Kind::Date {
        return of(Rule::Date, text.to_owned());
    }
    if let Some(date) = text
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits(text))
        .flatten()
    {
        return date;
    }
    if kind == Kind::Number
        && let Some((day, _)) = text.split_once('.')
        && let Some(date) = digits(day)
    {
        return date;
    }
    let Some(parts) = parts(text) else {
        return Read::No;
    };
    let [one, two, three] = parts;
    match (one.len(), three.len()) {
        (4, 1..=2) => of(Rule::Date, ymd(one, two, three)),
        (1..=2, 4) => other_order(one, two, three, order),
        _ => Read::No,
    }
}

/// `20240901`, or the number of a day.
fn digits(text: &str) -> Option<Read> {
    match text.len() {
        8 => {
            let (year, rest) = text.split_at(4);
            let (month, day) = rest.split_at(2);
            Some(of(Rule::Date, ymd(year, month, day)))
        }
        5 => Some(of(Rule::Serial, serial(text.parse().ok()?))),
        _ => None,
    }
}

/// The day of a number, as in Excel: 61 is 1900-03-01. Five digits are the years 1927 to 2173.
fn serial(number: u32) -> String {
    let day = ExcelDateTime::new(f64::from(number), ExcelDateTimeType::DateTime, false);
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

fn ymd(year: &str, month: &str, day: &str) -> String {
    format!("{year}-{month:0>2}-{day:0>2}")
}

fn other_order(one: &str, two: &str, year: &str, order: Option<Order>) -> Read {
    let (day_first, month_first) = (ymd(year, two, one), ymd(year, one, two));
    match (exists(&day_first), exists(&month_first), order) {
        (true, true, _) if day_first == month_first => of(Rule::Date, day_first),
        (true, false, _) | (true, true, Some(Order::DayFirst)) => of(Rule::Date, day_first),
        (false, true, _) | (true, true, Some(Order::MonthFirst)) => of(Rule::Date, month_first),
        (true, true, None) => Read::TwoOrders,
        (false, false, _) => Read::No,
    }
}

fn of(rule: Rule, date: String) -> Read {
    match exists(&date) {
        true => Read::Date(date, rule),
        false => Read::No,
    }
}

fn exists(date: &str) -> bool {
    date.parse::<Date>().is_ok()
}

fn is_iso(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [b'1'..=b'9', _, _, _, b'-', _, _, b'-', _, _]
    )
}

/// The date before a time of day, such as `00:00:00` or `T00:00:00`.
fn without_time(text: &str) -> &str {
    let text = text.trim();
    let (date, time) = match text.split_once([' ', 'T']) {
        Some((date, time)) => (date, time.trim()),
        None => return text,
    };
    let is_time = time.contains(':')
        && time
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'+' | b'Z'));
    if is_time { date } else { text }
}

/// Three numbers with marks between them.
fn parts(text: &str) -> Option<[&str; 3]> {
    let text = text.strip_suffix(DAY_MARKS).unwrap_or(text);
    let text = text.trim_end_matches(['.', FULL_STOP]);
    let mut parts = text.split([
        '-', '/', '.', '\\', YEAR_MARK, MONTH_MARK, FULL_STOP, '—', '–', '_',
    ]);
    let mut next = || {
        let part = parts.next()?.trim();
        let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(part)
    };
    let all = [next()?, next()?, next()?];
    parts.next().is_none().then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Option<(String, String)> {
        let kind = Kind::Text;
        match last_day(Cell { text, kind }, None) {
            Cleaned::Value(date, rules) => Some((date, rules.words())),
            _ => None,
        }
    }

    #[test]
    fn each_form_of_a_date_is_read() {
        for (before, after, rules) in [
            ("2024-09-01", "2024-09-01", ""),
            ("2024.9.1", "2024-09-01", "date"),
            ("2024/9/1", "2024-09-01", "date"),
            ("2024年9月1日", "2024-09-01", "date"),
            ("2024年09月01号", "2024-09-01", "date"),
            ("20240901", "2024-09-01", "date"),
            ("2024-9-1 00:00:00", "2024-09-01", "date"),
            ("2024-09-01T00:00:00", "2024-09-01", "date"),
            ("２０２４．９．１", "2024-09-01", "date"),
            ("2024。9。1", "2024-09-01", "date"),
            ("2024 年 9 月 1 日", "2024-09-01", "date"),
            ("45536", "2024-09-01", "date-serial"),
            ("36526", "2000-01-01", "date-serial"),
            ("36585", "2000-02-29", "date-serial"),
            ("99999", "2173-10-13", "date-serial"),
            (" 2024.9.1 ", "2024-09-01", "trim+date"),
            ("31/12/2024", "2024-12-31", "date"),
            ("12/31/2024", "2024-12-31", "date"),
            ("5/5/2024", "2024-05-05", "date"),
            ("长期", "", "no-end"),
            ("2020.1.1-2025.12.31", "2025-12-31", "date+period-end"),
            (
                "2020年1月1日至2025年12月31日",
                "2025-12-31",
                "date+period-end",
            ),
            ("2020-01-01至长期", "", "period-end+no-end"),
            ("", "", ""),
        ] {
            let expected = Some((after.to_owned(), rules.to_owned()));
            assert_eq!(read_text(before), expected, "{before}");
        }
    }

    #[test]
    fn what_is_no_date_or_two_is_asked_about() {
        for text in [
            "2024-02-30",
            "2024.13.1",
            "2024年9月",
            "24.9.1",
            "9月1日",
            "2024",
            "明年",
            "0000-00-00",
            "3.5",
            "2024-09-01 下午",
        ] {
            assert_eq!(read_text(text), None, "{text}");
        }
        let two = Cell {
            text: "3/4/2024",
            kind: Kind::Text,
        };
        assert!(
            matches!(date(two, None), Cleaned::Ask(ask) if ask.about == crate::ask::About::DateOrder)
        );
        let read = |order| match date(two, Some(order)) {
            Cleaned::Value(date, _) => date,
            _ => String::new(),
        };
        assert_eq!(read(Order::DayFirst), "2024-04-03");
        assert_eq!(read(Order::MonthFirst), "2024-03-04");
    }

    #[test]
    fn a_year_that_became_a_day_is_asked_about_and_a_period_offers_its_days() {
        let early = Cell {
            text: "1905-07-07",
            kind: Kind::Date,
        };
        for cell in [
            early,
            Cell {
                kind: Kind::Text,
                ..early
            },
        ] {
            let Cleaned::Ask(ask) = date(cell, None) else {
                unreachable!()
            };
            assert_eq!(ask.choices[0].answer, "1905-07-07");
        }
        let period = Cell {
            text: "2024.3.5-2024.3.7",
            kind: Kind::Text,
        };
        let Cleaned::Ask(ask) = date(period, None) else {
            unreachable!()
        };
        let days: Vec<&str> = ask.choices.iter().map(|of| of.answer.as_str()).collect();
        assert_eq!(days, ["2024-03-05", "2024-03-07"]);
    }

    #[test]
    fn a_date_cell_is_no_change() {
        let cell = Cell {
            text: "2024-09-01 08:00:00",
            kind: Kind::Date,
        };
        let Cleaned::Value(date, rules) = date(cell, None) else {
            unreachable!()
        };
        assert_eq!((date.as_str(), rules.words().as_str()), ("2024-09-01", ""));
    }
}
