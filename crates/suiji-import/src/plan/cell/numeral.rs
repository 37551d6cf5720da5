//! Numbers, in figures or in Chinese numerals up to 100, and ratios in their canonical
//! form.

use crate::base::texts::{DIGITS, HUNDRED, TEN, TWO};

/// The number at the start of a text, and the rest. A decimal point is part of the
/// number.
pub(super) fn number(text: &str) -> Option<(String, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    if end == 0 {
        return chinese(text).map(|(number, rest)| (number.to_string(), rest));
    }
    let (whole, rest) = text.split_at(end);
    let decimals = rest.strip_prefix('.').map_or("", |rest| {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    });
    match decimals.is_empty() {
        true => Some((whole.to_owned(), rest)),
        false => {
            let rest = rest.get(1 + decimals.len()..)?;
            Some((format!("{whole}.{decimals}"), rest))
        }
    }
}

/// A whole number of at least 1.
pub(super) fn count(number: &str) -> Option<u64> {
    number.parse().ok().filter(|count| *count > 0)
}

/// A percentage as a ratio of the library, without superfluous zeros.
pub(super) fn per_cent(number: &str) -> Option<suiji::values::Ratio> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    };
    let decimals = decimals.trim_end_matches('0');
    let text = match decimals.is_empty() {
        true => format!("{whole}%"),
        false => format!("{whole}.{decimals}%"),
    };
    text.parse().ok()
}

/// A part of one, such as 0.4, as a ratio.
pub(super) fn part_of_one(number: &str) -> Option<suiji::values::Ratio> {
    let (whole, decimals) = number.split_once('.')?;
    if whole != "0" {
        return None;
    }
    let (tens, rest) = match decimals.len() {
        0 => return None,
        1 => (format!("{decimals}0"), ""),
        _ => {
            let (tens, rest) = decimals.split_at(2);
            (tens.to_owned(), rest)
        }
    };
    per_cent(&format!("{tens}.{rest}"))
}

/// A Chinese numeral of at most 100 at the start of a text.
fn chinese(text: &str) -> Option<(u64, &str)> {
    let digit = |c: char| match c {
        TWO => Some(2),
        _ => DIGITS
            .chars()
            .position(|of| of == c)
            .and_then(|at| u64::try_from(at).ok()),
    };
    let mut chars = text.chars().peekable();
    let mut length = 0;
    let mut take = |c: char| length += c.len_utf8();
    let first = *chars.peek()?;
    let mut number = digit(first);
    if number.is_some() {
        chars.next();
        take(first);
    }
    match chars.peek().copied() {
        Some(HUNDRED) if number == Some(1) => {
            take(HUNDRED);
            number = Some(100);
        }
        Some(TEN) => {
            chars.next();
            take(TEN);
            let ones = chars.peek().copied().and_then(|c| Some((c, digit(c)?)));
            let ones = ones.map_or(0, |(c, ones)| {
                take(c);
                ones
            });
            number = Some(number.unwrap_or(1) * 10 + ones);
        }
        _ => {}
    }
    Some((number?, text.get(length..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_scripts() {
        for (text, expected) in [
            ("20%", Some(("20", "%"))),
            ("2.5x", Some(("2.5", "x"))),
            ("2.", Some(("2", "."))),
            ("二十户", Some(("20", "户"))),
            ("十五", Some(("15", ""))),
            ("两次", Some(("2", "次"))),
            ("一百", Some(("100", ""))),
            ("九十九x", Some(("99", "x"))),
            ("户", None),
        ] {
            let found = number(text);
            let found = found.as_ref().map(|(number, rest)| (&**number, *rest));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn ratios_have_one_form() {
        let text = |ratio: Option<suiji::values::Ratio>| ratio.map(|of| of.to_string());
        assert_eq!(text(per_cent("020.50")).as_deref(), Some("20.5%"));
        assert_eq!(text(per_cent("100.0")).as_deref(), Some("100%"));
        assert_eq!(text(per_cent("0")), None);
        assert_eq!(text(per_cent("101")), None);
        assert_eq!(text(part_of_one("0.4")).as_deref(), Some("40%"));
        assert_eq!(text(part_of_one("0.05")).as_deref(), Some("5%"));
        assert_eq!(text(part_of_one("0.125")).as_deref(), Some("12.5%"));
        assert_eq!(text(part_of_one("1.5")), None);
    }
}
