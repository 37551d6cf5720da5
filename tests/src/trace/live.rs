//! Live sources: their outcomes, and the numbers that they can give [S4b].

use serde_json::{Value, json};

use super::{list, number};

/// The greatest number of outcomes that is counted exactly [V2].
const GREATEST: u128 = (1 << 53) - 1;

/// The live sources, each with its place, its outcomes and the numbers that it gave.
pub(super) fn steps(sources: &Value, contributions: &Value) -> Vec<Value> {
    let each = list(sources).iter().zip(list(contributions)).enumerate();
    let live = each.filter(|(_, (source, _))| source["kind"] == "live");
    live.map(|(place, (source, given))| {
        let outcomes = outcomes(source);
        let outcomes = if outcomes > GREATEST {
            json!("2^53 or more")
        } else {
            json!(u64::try_from(outcomes).unwrap_or(u64::MAX))
        };
        json!({"source": place, "outcomes": outcomes, "numbers": given["numbers"]})
    })
    .collect()
}

/// The product over the parts. If it is above the greatest number that is counted exactly, any number above it.
fn outcomes(source: &Value) -> u128 {
    let parts = list(&source["parts"]).iter().map(Part::of);
    parts.fold(1, |product, part| capped(product * part.outcomes()))
}

/// [S4b] Whether a live source can give these numbers, in canonical form.
pub(super) fn can_give(source: &Value, numbers: &Value) -> bool {
    let (parts, given) = (list(&source["parts"]), list(numbers));
    parts.len() == given.len()
        && parts.iter().zip(given).all(|(part, given)| {
            let part = Part::of(part);
            let given: Vec<u64> = list(given).iter().filter_map(number).collect();
            given.len() as u64 == part.count
                && given.iter().all(|&n| part.from <= n && n <= part.to)
                && (!part.distinct || given.is_sorted_by(|a, b| a < b))
        })
}

/// [S4b] Whether the parts of a live source are in order.
pub(super) fn has_good_parts(source: &Value) -> bool {
    let parts = list(&source["parts"]);
    let good = |part: Part| {
        let m = (part.to + 1).saturating_sub(part.from);
        (1..=1000).contains(&part.count)
            && part.from < part.to
            && part.to <= 9999
            && (!part.distinct || (2..m).contains(&part.count))
    };
    (1..=20).contains(&parts.len()) && parts.iter().map(Part::of).all(good)
}

struct Part {
    count: u64,
    from: u64,
    to: u64,
    distinct: bool,
}

impl Part {
    fn of(part: &Value) -> Self {
        let field = |field: &str| number(&part[field]).unwrap_or(0);
        Self {
            count: field("count"),
            from: field("from"),
            to: field("to"),
            distinct: part.get("distinct").is_some(),
        }
    }

    /// m^count, or m! / (count!·(m − count)!). Each step is an integer, and not less than the one before.
    fn outcomes(&self) -> u128 {
        let m = self.to - self.from + 1;
        if !self.distinct {
            return (0..self.count).fold(1, |product, _| capped(product * u128::from(m)));
        }
        let count = self.count.min(m - self.count);
        (1..=count).fold(1, |product, i| {
            capped(product * u128::from(m - count + i) / u128::from(i))
        })
    }
}

/// The number. If it is above the greatest that is counted exactly, the next number after that.
fn capped(outcomes: u128) -> u128 {
    outcomes.min(GREATEST + 1)
}
