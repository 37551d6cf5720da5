//! Quotas and frequencies: 不低于20%1次/年, 10%(20户), 1户, 5%—20%, 不少于1%，不少于10家.

use suiji::plan::Quota;
use suiji::values::Ratio;

use super::Read;
use super::amount::{Bound, Piece, pieces};
use super::numeral::{count, part_of_one, per_cent};
use super::terms::quota;
use crate::base::texts::{TIMES, narrow};

/// The quota and frequency of a cell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Amount {
    pub(crate) quota: Read<Quota>,
    /// Visits per year, if the cell names a frequency.
    pub(crate) visits: Option<Read<u64>>,
}

/// Reads a cell. `is_number` means a number of a spreadsheet, `is_per_cent` a column in per cent.
pub(crate) fn read(text: &str, is_number: bool, is_per_cent: bool) -> Amount {
    let narrow = narrow(text);
    let bare = narrow.trim();
    if bare
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        return Amount {
            quota: number(bare, is_number, is_per_cent),
            visits: None,
        };
    }
    let pieces = pieces(text);
    let (visits, rest) = without_visits(&pieces);
    // A frequency that is not understood must not be lost.
    let unread = || text.contains(TIMES).then(|| Read::Ask(Vec::new()));
    Amount {
        quota: quota(&rest),
        visits: visits.or_else(unread),
    }
}

/// The visits per year of a cell that has only a frequency.
pub(crate) fn frequency(text: &str) -> Read<u64> {
    let pieces = pieces(text);
    let (visits, rest) = without_visits(&pieces);
    match visits {
        Some(visits) if rest.iter().all(|piece| matches!(piece, Piece::Sign(_))) => visits,
        Some(Read::Is(visits)) => Read::Ask(vec![visits]),
        Some(ask) => ask,
        None => Read::Ask(Vec::new()),
    }
}

/// A number without a unit.
fn number(text: &str, is_number: bool, is_per_cent: bool) -> Read<Quota> {
    let exactly = |ratio: Ratio| Quota::Exactly { ratio };
    let whole = (is_number && text == "1")
        .then(|| per_cent("100"))
        .flatten();
    let of_one = part_of_one(text).or(whole).map(exactly);
    let of_hundred = per_cent(text).map(exactly);
    let of_count = count(text).map(|count| Quota::Count { count });
    match (is_per_cent, of_one, of_hundred) {
        // A spreadsheet shows 0.4 as 40 %.
        (false, Some(ratio), _) if is_number && of_count.is_none() => Read::Is(ratio),
        (true, None, Some(ratio)) => Read::Is(ratio),
        (_, of_one, of_hundred) => {
            let all = [of_one, of_count, of_hundred].into_iter().flatten();
            Read::Ask(all.collect())
        }
    }
}

/// The frequency of a text, and the pieces without it. A lower bound of visits is not a limit. A piece that is not
/// understood could belong to the frequency.
fn without_visits(pieces: &[Piece]) -> (Option<Read<u64>>, Vec<Piece>) {
    let mut visits: Vec<u64> = Vec::new();
    let mut unclear = pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Unknown | Piece::Bare));
    let mut rest: Vec<Piece> = Vec::new();
    for piece in pieces {
        let Piece::Visits(of) = piece else {
            rest.push(*piece);
            continue;
        };
        visits.push(*of);
        match rest.last() {
            Some(Piece::Before(Bound::AtMost)) => drop(rest.pop()),
            Some(Piece::Before(Bound::AtLeast)) => {
                unclear = true;
                rest.pop();
            }
            Some(Piece::To) => unclear = true,
            _ => {}
        }
    }
    let read = match visits.as_slice() {
        [] => None,
        [only] if !unclear => Some(Read::Is(*only)),
        _ => Some(Read::Ask(visits)),
    };
    (read, rest)
}

/// The quota in the form of an answer, such as `at_least 20% min 10`. [`answer`] reads this form.
pub(crate) fn words(quota: Quota) -> String {
    match quota {
        Quota::AtLeast { ratio, min } => with(format!("at_least {ratio}"), "min", min),
        Quota::AtMost { ratio, max } => with(format!("at_most {ratio}"), "max", max),
        Quota::Exactly { ratio } => format!("exactly {ratio}"),
        Quota::Count { count } => format!("count {count}"),
        _ => String::new(),
    }
}

fn with(text: String, word: &str, number: Option<u64>) -> String {
    match number {
        Some(number) => format!("{text} {word} {number}"),
        None => text,
    }
}

/// The quota of an answer, in the form of [`words`] or in any form that is valid in a cell.
pub(crate) fn answer(text: &str) -> Option<Quota> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let ratio = |text: &str| text.parse::<Ratio>().ok();
    let quota = match parts.as_slice() {
        ["at_least", of] => Quota::AtLeast {
            ratio: ratio(of)?,
            min: None,
        },
        ["at_least", of, "min", min] => Quota::AtLeast {
            ratio: ratio(of)?,
            min: Some(count(min)?),
        },
        ["at_most", of] => Quota::AtMost {
            ratio: ratio(of)?,
            max: None,
        },
        ["at_most", of, "max", max] => Quota::AtMost {
            ratio: ratio(of)?,
            max: Some(count(max)?),
        },
        ["exactly", of] => Quota::Exactly { ratio: ratio(of)? },
        ["count", of] => Quota::Count { count: count(of)? },
        _ => match read(text, false, false) {
            Amount {
                quota: Read::Is(quota),
                visits: None,
            } => quota,
            _ => return None,
        },
    };
    Some(quota)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(amount: &Amount) -> String {
        let quota = match &amount.quota {
            Read::Is(quota) => words(*quota),
            Read::Ask(all) => {
                let all: Vec<String> = all.iter().map(|of| words(*of)).collect();
                format!("? {}", all.join(" | "))
            }
        };
        match &amount.visits {
            None => quota,
            Some(Read::Is(visits)) => format!("{quota}; {visits}"),
            Some(Read::Ask(visits)) => format!("{quota}; ? {visits:?}"),
        }
    }

    #[test]
    fn cells_of_offices_are_read() {
        for (text, expected) in [
            ("不低于20%1次/年", "at_least 20%; 1"),
            ("不低于20% 1次/年", "at_least 20%; 1"),
            ("40%1次/年", "exactly 40%; 1"),
            ("４０％　１次／年", "exactly 40%; 1"),
            ("3%;2次/年", "exactly 3%; 2"),
            ("3%；每年2次", "exactly 3%; 2"),
            ("不高于5%", "at_most 5%"),
            ("≤5%", "at_most 5%"),
            ("20%以上，不超过1次/年", "at_least 20%; 1"),
            ("百分之二十", "exactly 20%"),
            ("1户", "count 1"),
            ("二十户", "count 20"),
            ("100%", "exactly 100%"),
            ("全覆盖", "exactly 100%"),
            ("抽查比例：12.50%", "exactly 12.5%"),
            ("不少于1%，不少于10家", "at_least 1% min 10"),
            ("不高于5%，最多20户", "at_most 5% max 20"),
        ] {
            let shown = shown(&read(text, false, false));
            assert_eq!(shown, expected, "{text}");
        }
    }

    #[test]
    fn two_readings_are_asked_about() {
        for (text, expected) in [
            (
                "10%(20户)",
                "? exactly 10% | count 20 | at_least 10% min 20 | at_most 10% max 20",
            ),
            ("5%—20%", "? at_least 5% | at_most 20%"),
            (
                "5%,不少于2户",
                "? at_least 5% min 2 | at_most 5% max 2 | exactly 5% | count 2",
            ),
            ("不少于10家", "? count 10"),
            ("约20%", "? exactly 20%"),
            ("大于20%", "? exactly 20%"),
            ("1次/年", "? ; 1"),
            ("20%，不少于1次/年", "exactly 20%; ? [1]"),
            ("20%，1次/年-2次/年", "? exactly 20%; ? [1, 2]"),
            ("20%，1次/季度", "? exactly 20%; ? []"),
            ("20%，两年1次", "? exactly 20%; ? [1]"),
            ("20%，1次/2年", "? exactly 20%; ? []"),
            ("20%以上，每年不超过1次", "? at_least 20%; ? []"),
            ("0%", "? "),
            ("120%", "? "),
            ("100户次", "? ; ? []"),
            ("", "? "),
            ("按上级通知", "? "),
        ] {
            assert_eq!(shown(&read(text, false, false)), expected, "{text}");
        }
    }

    #[test]
    fn a_number_alone_is_what_its_column_says() {
        let of = |text: &str, number, cent| shown(&read(text, number, cent));
        assert_eq!(of("0.4", true, false), "exactly 40%");
        assert_eq!(of("40", false, true), "exactly 40%");
        assert_eq!(of("0.4", false, false), "? exactly 40% | exactly 0.4%");
        assert_eq!(of("0.4", true, true), "? exactly 40% | exactly 0.4%");
        assert_eq!(of("20", true, false), "? count 20 | exactly 20%");
        assert_eq!(
            of("1", true, false),
            "? exactly 100% | count 1 | exactly 1%"
        );
    }

    #[test]
    fn answers_have_one_form_or_that_of_a_cell() {
        for text in [
            "at_least 20% min 10",
            "at_most 5%",
            "at_most 5% max 3",
            "exactly 12.5%",
            "count 20",
        ] {
            assert_eq!(answer(text).map(words).as_deref(), Some(text));
        }
        assert_eq!(
            answer("不低于20%").map(words).as_deref(),
            Some("at_least 20%")
        );
        for (text, words_) in [
            ("等于20%", "exactly 20%"),
            ("不低于20%且不少于10户", "at_least 20% min 10"),
            ("不高于5%", "at_most 5%"),
            ("20户", "count 20"),
        ] {
            assert_eq!(answer(text).map(words).as_deref(), Some(words_), "{text}");
        }
        for text in [
            "",
            "at_least",
            "exactly 0%",
            "count 0",
            "10%(20户)",
            "20% 1次/年",
        ] {
            assert_eq!(answer(text), None, "{text}");
        }
    }

    #[test]
    fn frequencies_may_have_a_column_of_their_own() {
        assert_eq!(frequency("1次/年"), Read::Is(1));
        assert_eq!(frequency("每年2次。"), Read::Is(2));
        assert_eq!(frequency("1次/季度"), Read::Ask(Vec::new()));
        assert_eq!(frequency("不少于1次/年"), Read::Ask(vec![1]));
    }
}
