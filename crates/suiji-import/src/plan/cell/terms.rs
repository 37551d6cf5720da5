//! The terms of a quota, and their possible meaning together.

use suiji::plan::Quota;
use suiji::values::Ratio;

use super::Read;
use super::amount::{Bound, Piece};

/// A term of a quota.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Term {
    bound: Option<Bound>,
    amount: Of,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Of {
    Ratio(Ratio),
    Count(u64),
}

/// The quota in the pieces of a text, without the frequency.
pub(super) fn quota(pieces: &[Piece]) -> Read<Quota> {
    let (terms, is_clear) = terms(pieces);
    let readings = readings(&terms);
    match readings.as_slice() {
        [only] if is_clear && is_certain(&terms) => Read::Is(*only),
        _ => Read::Ask(readings),
    }
}

/// The terms; none if there is anything else.
fn terms(pieces: &[Piece]) -> (Vec<Term>, bool) {
    let mut terms: Vec<Term> = Vec::new();
    let mut before = None;
    let mut is_clear = true;
    for piece in pieces {
        let amount = match piece {
            Piece::Ratio(ratio) => Of::Ratio(*ratio),
            Piece::Count(count) => Of::Count(*count),
            Piece::Before(bound) => {
                is_clear &= before.is_none();
                before = Some(*bound);
                continue;
            }
            Piece::Behind(bound) => {
                match terms.last_mut() {
                    Some(term) if term.bound.is_none() => term.bound = Some(*bound),
                    _ => is_clear = false,
                }
                continue;
            }
            Piece::Sign(_) => continue,
            _ => {
                is_clear = false;
                continue;
            }
        };
        terms.push(Term {
            bound: before.take(),
            amount,
        });
    }
    (terms, is_clear && before.is_none())
}

/// Whether the only reading can be used. A plan cannot have a count with a bound.
fn is_certain(terms: &[Term]) -> bool {
    match terms {
        [one] => matches!(one.amount, Of::Ratio(_)) || one.bound.is_none(),
        [one, two] => one.bound.is_some() && one.bound == two.bound,
        _ => false,
    }
}

/// The possible meanings of the terms.
fn readings(terms: &[Term]) -> Vec<Quota> {
    let alone = |term: &Term| match (term.amount, term.bound) {
        (Of::Ratio(ratio), None) => Quota::Exactly { ratio },
        (Of::Ratio(ratio), Some(Bound::AtLeast)) => Quota::AtLeast { ratio, min: None },
        (Of::Ratio(ratio), Some(Bound::AtMost)) => Quota::AtMost { ratio, max: None },
        (Of::Count(count), _) => Quota::Count { count },
    };
    let [one, two] = terms else {
        return terms.iter().take(4).map(alone).collect();
    };
    match (one.amount, two.amount) {
        (Of::Ratio(ratio), Of::Count(count)) | (Of::Count(count), Of::Ratio(ratio)) => {
            let at_least = Quota::AtLeast {
                ratio,
                min: Some(count),
            };
            let at_most = Quota::AtMost {
                ratio,
                max: Some(count),
            };
            match (one.bound, two.bound) {
                (Some(Bound::AtLeast), Some(Bound::AtLeast)) => vec![at_least],
                (Some(Bound::AtMost), Some(Bound::AtMost)) => vec![at_most],
                (None, None) => vec![
                    Quota::Exactly { ratio },
                    Quota::Count { count },
                    at_least,
                    at_most,
                ],
                _ => vec![at_least, at_most, alone(one), alone(two)],
            }
        }
        // A range: from one ratio to another.
        (Of::Ratio(from), Of::Ratio(to)) => vec![
            Quota::AtLeast {
                ratio: from,
                min: None,
            },
            Quota::AtMost {
                ratio: to,
                max: None,
            },
        ],
        _ => vec![alone(one), alone(two)],
    }
}
