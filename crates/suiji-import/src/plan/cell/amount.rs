//! Splits a text on quota and frequency into its pieces: bounds, ratios, counts,
//! visits per year.

use suiji::values::Ratio;

use super::numeral::{count, number, per_cent};
use crate::base::texts::{
    ALL_OF_THEM, AT_LEAST, AT_MOST, DASHES, EACH_YEAR, ENTITY_UNITS, OR_LESS, OR_MORE, PER_CENT,
    PER_YEAR, QUOTA_FILLERS, TIMES, narrow,
};

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Bound {
    AtLeast,
    AtMost,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Piece {
    /// A bound before the amount.
    Before(Bound),
    /// A bound after the amount.
    Behind(Bound),
    Ratio(Ratio),
    Count(u64),
    /// A number without a unit.
    Bare,
    /// Visits per year.
    Visits(u64),
    To,
    /// A bracket, or a sign between terms.
    Sign(char),
    /// Anything else. Then the text cannot be read.
    Unknown,
}

/// The maximum number of bytes of a quota.
const LONGEST: usize = 400;

/// The pieces of a text. Width, letter case and blanks are ignored.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    if text.len() > LONGEST {
        return vec![Piece::Unknown];
    }
    let text = narrow(text).replace('\u{FE6A}', "%");
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = text.to_lowercase();
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let (piece, length) = piece(&rest);
        pieces.extend(piece);
        // At least one character, so that the loop ends.
        let first = rest.chars().next().map_or(1, char::len_utf8);
        rest.drain(..length.max(first));
    }
    pieces
}

fn piece(text: &str) -> (Option<Piece>, usize) {
    let begins = |words: &[&str]| {
        let found = words.iter().find(|word| text.starts_with(**word));
        found.map(|word| word.len())
    };
    if let Some((visits, length)) = visits(text) {
        return (Some(Piece::Visits(visits)), length);
    }
    for (words, piece) in [
        (AT_LEAST, Piece::Before(Bound::AtLeast)),
        (AT_MOST, Piece::Before(Bound::AtMost)),
        (OR_MORE, Piece::Behind(Bound::AtLeast)),
        (OR_LESS, Piece::Behind(Bound::AtMost)),
    ] {
        if let Some(length) = begins(words) {
            return (Some(piece), length);
        }
    }
    if let Some(length) = begins(ALL_OF_THEM) {
        return (per_cent("100").map(Piece::Ratio), length);
    }
    if let Some(length) = begins(QUOTA_FILLERS) {
        return (None, length);
    }
    if let Some(rest) = text.strip_prefix(PER_CENT) {
        let ratio = number(rest).and_then(|(number, rest)| Some((per_cent(&number)?, rest)));
        return match ratio {
            Some((ratio, rest)) => (Some(Piece::Ratio(ratio)), text.len() - rest.len()),
            None => (Some(Piece::Unknown), text.len()),
        };
    }
    if let Some((number, rest)) = number(text) {
        return amount(text, &number, rest);
    }
    let Some(first) = text.chars().next() else {
        return (None, 0);
    };
    let piece = match first {
        _ if DASHES.contains(&first) => Piece::To,
        '(' | ')' | ',' | ';' | ':' | '/' | '\u{3001}' | '\u{3002}' => Piece::Sign(first),
        _ => Piece::Unknown,
    };
    (Some(piece), first.len_utf8())
}

fn amount(text: &str, number: &str, rest: &str) -> (Option<Piece>, usize) {
    let at = text.len() - rest.len();
    if rest.starts_with('%') {
        let piece = per_cent(number).map_or(Piece::Unknown, Piece::Ratio);
        return (Some(piece), at + 1);
    }
    let unit = ENTITY_UNITS.iter().find(|unit| rest.starts_with(**unit));
    if let Some(unit) = unit {
        // 户次 and 家次 count visits, not entities.
        let behind = rest.get(unit.len()..).unwrap_or_default();
        let piece = count(number).filter(|_| !behind.starts_with(TIMES));
        return (
            Some(piece.map_or(Piece::Unknown, Piece::Count)),
            at + unit.len(),
        );
    }
    (Some(Piece::Bare), at)
}

/// Visits in one year, such as 1次/年 or 每年1次.
fn visits(text: &str) -> Option<(u64, usize)> {
    let before = EACH_YEAR.iter().find(|word| text.starts_with(**word));
    if let Some(rest) = before.and_then(|word| text.get(word.len()..))
        && let Some((number, rest)) = number(rest)
        && let Some(rest) = rest.strip_prefix(TIMES)
    {
        return Some((count(&number)?, text.len() - rest.len()));
    }
    let (number, rest) = number(text)?;
    let rest = rest.strip_prefix(TIMES)?;
    let behind = PER_YEAR.iter().find(|word| rest.starts_with(**word))?;
    let rest = rest.get(behind.len()..)?;
    Some((count(&number)?, text.len() - rest.len()))
}
