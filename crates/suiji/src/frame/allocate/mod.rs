//! How many are taken from each stratum [F4].

use core::cmp::Ordering;

use crate::base::error::{ErrorKind, Fault, Place};
use crate::base::id::ClassId;
use crate::base::texts::{Problem, codes};
use crate::frame::Stratum;
use crate::inputs::plan::{Quota, Task};

/// One stratum during the allocation.
struct Share {
    size: u64,
    weight: u64,
    minimum: u64,
    maximum: u64,
    taken: u64,
}

/// [F4] How many are taken from each stratum, in their order. If there are faults, all faults of the task.
pub(crate) fn allocate(
    index: usize,
    task: &Task,
    strata: &[Stratum],
) -> Result<Vec<u64>, Vec<Fault>> {
    let mut shares: Vec<Share> = strata
        .iter()
        .map(|stratum| Share::new(task, stratum))
        .collect();
    let fault =
        |problem: Problem| problem.at(Place::new(ErrorKind::Plan, format!("$.tasks[{index}]")));
    let faults: Vec<Fault> = strata
        .iter()
        .zip(&shares)
        .filter_map(|(stratum, share)| share.problem(task, stratum).map(fault))
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    total(task, &shares)
        .and_then(|total| share_out(task, &mut shares, total))
        .map_err(|problem| vec![fault(problem)])?;
    Ok(shares.iter().map(|share| share.taken).collect())
}

impl Share {
    /// [F4.1] The minimum and the maximum that may be taken from a stratum, and its weight.
    fn new(task: &Task, stratum: &Stratum) -> Self {
        let risk = &task.risk;
        let minimum = of(&risk.minimum, stratum).map_or(0, |ratio| ratio.up(stratum.size));
        let maximum =
            of(&risk.maximum, stratum).map_or(stratum.size, |ratio| ratio.down(stratum.size));
        Self {
            size: stratum.size,
            weight: of(&risk.weights, stratum).unwrap_or(1),
            minimum,
            maximum,
            taken: minimum,
        }
    }

    fn problem(&self, task: &Task, stratum: &Stratum) -> Option<Problem> {
        let (minimum, maximum) = (self.minimum, self.maximum);
        let problem = || codes::min_above_max(&task.id, &stratum.name, self.size, minimum, maximum);
        (minimum > maximum).then(problem)
    }

    /// Compares w·N/s of two strata [F4.3], as w·N·s′ and w′·N′·s. So the claim is infinite if s is 0.
    fn claim(&self, other: &Self) -> Ordering {
        self.cross(other).cmp(&other.cross(self))
    }

    /// w·N times the s of the other stratum. At most 1000 · 2^32 · 2^32 < 2^128.
    fn cross(&self, other: &Self) -> u128 {
        u128::from(self.weight) * u128::from(self.size) * u128::from(other.taken)
    }
}

fn of<T: Copy>(values: &[(ClassId, T)], stratum: &Stratum) -> Option<T> {
    let value = values
        .iter()
        .find(|(class, _)| class.as_str() == stratum.name);
    value.map(|(_, value)| *value)
}

/// [F4.2] T: how many are taken from all strata together.
fn total(task: &Task, shares: &[Share]) -> Result<u64, Problem> {
    let all: u64 = shares.iter().map(|share| share.size).sum();
    let minimum: u64 = shares.iter().map(|share| share.minimum).sum();
    let (total, floors_may_exceed) = match task.quota {
        Some(Quota::AtLeast { ratio, min }) => (ratio.up(all).max(min.unwrap_or(0)), true),
        Some(Quota::AtMost { ratio, max }) => (ratio.down(all).min(max.unwrap_or(u64::MAX)), false),
        Some(Quota::Exactly { ratio }) => (ratio.up(all), false),
        Some(Quota::Count { count }) => (count, false),
        None => (0, true),
    };
    let total = total.min(all);
    if !floors_may_exceed && minimum > total {
        return Err(codes::min_above_quota(&task.id, minimum, total));
    }
    Ok(total)
}

/// [F4.3] Distributes T among the strata by Adams's divisor rule, with floors and caps.
fn share_out(task: &Task, shares: &mut [Share], total: u64) -> Result<(), Problem> {
    start(shares, total);
    let mut taken: u64 = shares.iter().map(|share| share.taken).sum();
    while taken < total {
        let mut next: Option<usize> = None;
        for (index, share) in shares
            .iter()
            .enumerate()
            .filter(|(_, share)| share.taken < share.maximum)
        {
            // If claims are equal, the first stratum wins, because only a greater claim replaces it.
            if next.is_none_or(|best| share.claim(&shares[best]) == Ordering::Greater) {
                next = Some(index);
            }
        }
        let Some(next) = next else {
            return Err(codes::max_below_quota(&task.id, taken, total));
        };
        shares[next].taken += 1;
        taken += 1;
    }
    Ok(())
}

/// Allocates many places in one step. The rule allocates them one by one, which would take millions of steps for a
/// frame of millions. The step finds the least divisor that does not allocate too many, and allocates all places with a
/// claim above it.
fn start(shares: &mut [Share], total: u64) {
    let all = |divisor: u128| {
        shares
            .iter()
            .map(|share| share.claims(divisor))
            .sum::<u64>()
    };
    // The least divisor with which not too many are taken. With the greatest divisor, only the floors are taken.
    let (mut low, mut high) = (0, u128::MAX >> 1);
    if all(high) > total {
        return;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if all(middle) > total {
            low = middle;
        } else {
            high = middle;
        }
    }
    for share in shares {
        share.taken = share.claims(high);
    }
}

impl Share {
    /// How many places have a claim w·N/s above divisor / 2^32, between floor and cap.
    fn claims(&self, divisor: u128) -> u64 {
        // At most 1000 · 2^53 · 2^32 < 2^128.
        let scaled = (u128::from(self.weight) * u128::from(self.size)) << 32;
        let claims = u64::try_from(scaled.div_ceil(divisor.max(1))).unwrap_or(u64::MAX);
        claims.clamp(self.minimum, self.maximum)
    }
}

#[cfg(test)]
mod tests;
