//! How many are taken from each stratum [F4].

use core::cmp::Ordering;

use crate::codes;
use crate::error::{ErrorKind, Fault, Place};
use crate::frame::Stratum;
use crate::id::ClassId;
use crate::plan::{Quota, Task};

/// One stratum while seats are shared out.
struct Share {
    size: u64,
    weight: u64,
    minimum: u64,
    maximum: u64,
    taken: u64,
}

/// What is taken from each stratum, in their order; all faults of the task at once.
pub(crate) fn allocate(
    index: usize,
    task: &Task,
    strata: &[Stratum],
) -> Result<Vec<u64>, Vec<Fault>> {
    let mut shares: Vec<Share> = strata
        .iter()
        .map(|stratum| Share::new(task, stratum))
        .collect();
    let faults: Vec<Fault> = strata
        .iter()
        .zip(&shares)
        .filter_map(|(stratum, share)| share.fault((index, task), stratum))
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let total = total((index, task), &shares)?;
    share_out((index, task), &mut shares, total)?;
    Ok(shares.iter().map(|share| share.taken).collect())
}

impl Share {
    /// [F4.1] and the weight of [F4.3].
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

    fn fault(&self, task: (usize, &Task), stratum: &Stratum) -> Option<Fault> {
        let numbers = [self.minimum, self.maximum, self.size].map(|number| number.to_string());
        let details = [
            ("class", stratum.name.as_str()),
            ("minimum", numbers[0].as_str()),
            ("maximum", numbers[1].as_str()),
            ("size", numbers[2].as_str()),
        ];
        (self.minimum > self.maximum).then(|| fault(codes::MIN_ABOVE_MAX, task, &details))
    }

    /// Whether w·N/s is greater here: infinite where s is 0 [F4.3].
    fn claim(&self, other: &Self) -> Ordering {
        match (self.taken, other.taken) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Greater,
            (_, 0) => Ordering::Less,
            _ => self.cross(other).cmp(&other.cross(self)),
        }
    }

    /// w·N times the other's s; at most 1000 · 2^32 · 2^32 < 2^128.
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

/// T of [F4.2].
fn total(task: (usize, &Task), shares: &[Share]) -> Result<u64, Vec<Fault>> {
    let all: u64 = shares.iter().map(|share| share.size).sum();
    let minimum: u64 = shares.iter().map(|share| share.minimum).sum();
    let (total, floors_may_exceed) = match task.1.quota {
        Some(Quota::AtLeast { ratio, min }) => (ratio.up(all).max(min.unwrap_or(0)), true),
        Some(Quota::AtMost { ratio, max }) => (ratio.down(all).min(max.unwrap_or(u64::MAX)), false),
        Some(Quota::Exactly { ratio }) => (ratio.up(all), false),
        Some(Quota::Count { count }) => (count, false),
        None => (0, true),
    };
    let total = total.min(all);
    if !floors_may_exceed && minimum > total {
        let (minimum, quota) = (minimum.to_string(), total.to_string());
        let details = [("minimum", minimum.as_str()), ("quota", quota.as_str())];
        return Err(vec![fault(codes::MIN_ABOVE_QUOTA, task, &details)]);
    }
    Ok(total)
}

/// Adams's divisor rule with floors and caps [F4.3].
fn share_out(task: (usize, &Task), shares: &mut [Share], total: u64) -> Result<(), Vec<Fault>> {
    start(shares, total);
    let mut taken: u64 = shares.iter().map(|share| share.taken).sum();
    while taken < total {
        let mut next: Option<usize> = None;
        for (index, share) in shares
            .iter()
            .enumerate()
            .filter(|(_, share)| share.taken < share.maximum)
        {
            // Of equals the first: only a greater claim displaces.
            if next.is_none_or(|best| share.claim(&shares[best]) == Ordering::Greater) {
                next = Some(index);
            }
        }
        let Some(next) = next else {
            let (maximum, quota) = (taken.to_string(), total.to_string());
            let details = [("maximum", maximum.as_str()), ("quota", quota.as_str())];
            return Err(vec![fault(codes::MAX_BELOW_QUOTA, task, &details)]);
        };
        shares[next].taken += 1;
        taken += 1;
    }
    Ok(())
}

/// Gives at once what the rule gives one by one: all places with a claim above a divisor so small that
/// they are just not too many. A frame of millions would take as many steps else.
fn start(shares: &mut [Share], total: u64) {
    let all = |divisor: u128| {
        shares
            .iter()
            .map(|share| share.claims(divisor))
            .sum::<u64>()
    };
    // The least divisor with which not too many are taken; with the greatest only the floors are.
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

fn fault(
    code: &'static codes::Code,
    (index, task): (usize, &Task),
    details: &[(&'static str, &str)],
) -> Fault {
    let mut all = vec![("task", task.id.as_str())];
    all.extend_from_slice(details);
    Fault::new(
        code,
        Place::new(ErrorKind::Plan, format!("$.tasks[{index}]")),
        &all,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Risk;

    fn class(name: &str) -> ClassId {
        ClassId::checked(name)
    }

    fn strata(sizes: &[(&str, u64)]) -> Vec<Stratum> {
        sizes
            .iter()
            .map(|&(name, size)| Stratum {
                name: name.into(),
                size,
            })
            .collect()
    }

    fn task(quota: Option<Quota>, risk: Risk) -> Task {
        Task {
            quota,
            risk,
            ..Task::new("J1".parse().unwrap(), "抽查")
        }
    }

    fn code(task: &Task, strata: &[Stratum]) -> &'static str {
        allocate(0, task, strata).unwrap_err()[0].code()
    }

    #[test]
    fn each_stratum_gets_one_before_any_gets_two_the_highest_risk_first() {
        // [F4.3]: 3 of 1 + 5 + 94 are one of each; 2 leave out the lowest risk.
        let strata = strata(&[("high", 1), ("general", 5), ("low", 94)]);
        let of = |count| {
            allocate(
                0,
                &task(Some(Quota::Count { count }), Risk::default()),
                &strata,
            )
            .unwrap()
        };
        assert_eq!(of(2), [1, 1, 0]);
        assert_eq!(of(3), [1, 1, 1]);
        assert_eq!(of(4), [1, 1, 2]);
        // 94/1 … 94/18 are above 5/1 = 5 = 94/18.8; so high and general have one each up to 20.
        assert_eq!(of(20), [1, 1, 18]);
        assert_eq!(of(21), [1, 1, 19]);
        // 94/19 < 5: general's second place comes next.
        assert_eq!(of(22), [1, 2, 19]);
        assert_eq!(of(100), [1, 5, 94]);
        assert_eq!(of(1000), [1, 5, 94], "lowered to N [F4.2]");
    }

    #[test]
    fn quota_words_round_as_they_say() {
        // [F4.2]
        let strata = strata(&[("all", 33)]);
        let of = |quota| allocate(0, &task(Some(quota), Risk::default()), &strata).unwrap()[0];
        let ratio = "10%".parse().unwrap();
        assert_eq!(of(Quota::AtLeast { ratio, min: None }), 4);
        assert_eq!(
            of(Quota::AtLeast {
                ratio,
                min: Some(10)
            }),
            10
        );
        assert_eq!(of(Quota::AtMost { ratio, max: None }), 3);
        assert_eq!(
            of(Quota::AtMost {
                ratio,
                max: Some(2)
            }),
            2
        );
        assert_eq!(of(Quota::Exactly { ratio }), 4);
        let tiny = "0.1%".parse().unwrap();
        assert_eq!(
            of(Quota::AtMost {
                ratio: tiny,
                max: None
            }),
            0,
            "T may be 0"
        );
    }

    #[test]
    fn minima_maxima_and_weights() {
        // [F4.1, F4.3]
        let strata = strata(&[("high", 10), ("low", 10)]);
        let ratio = |text: &str| text.parse().unwrap();
        let mut risk = Risk {
            minimum: vec![(class("high"), ratio("55%"))],
            ..Risk::default()
        };
        assert_eq!(
            allocate(0, &task(None, risk.clone()), &strata).unwrap(),
            [6, 0]
        );
        let eight = Some(Quota::Count { count: 8 });
        assert_eq!(
            allocate(0, &task(eight, risk.clone()), &strata).unwrap(),
            [6, 2]
        );
        risk.maximum = vec![(class("low"), ratio("19%"))];
        assert_eq!(
            allocate(0, &task(eight, risk.clone()), &strata).unwrap(),
            [7, 1]
        );
        risk.maximum.push((class("high"), ratio("60%")));
        assert_eq!(
            code(&task(eight, risk.clone()), &strata),
            "allocation.maximum-below-quota"
        );
        risk.maximum = vec![(class("high"), ratio("59%"))];
        assert_eq!(
            code(&task(eight, risk.clone()), &strata),
            "allocation.minimum-above-maximum"
        );
        risk.maximum.clear();
        let five = Quota::Count { count: 5 };
        assert_eq!(
            code(&task(Some(five), risk.clone()), &strata),
            "allocation.minimum-above-quota"
        );
        assert_eq!(
            code(
                &task(
                    Some(Quota::Exactly {
                        ratio: ratio("25%")
                    }),
                    risk.clone()
                ),
                &strata
            ),
            "allocation.minimum-above-quota"
        );
        let at_least = Quota::AtLeast {
            ratio: ratio("25%"),
            min: None,
        };
        assert_eq!(
            allocate(0, &task(Some(at_least), risk), &strata).unwrap(),
            [6, 0]
        );
        let weighted = Risk {
            weights: vec![(class("high"), 3)],
            ..Risk::default()
        };
        assert_eq!(
            allocate(0, &task(eight, weighted), &strata).unwrap(),
            [6, 2]
        );
    }

    #[test]
    fn many_at_once_are_those_that_come_one_by_one() {
        // [F4.3], against the rule of the text, one place after another.
        let mut state = 7_u64;
        let mut below = |n: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        for _ in 0..3_000 {
            let count = below(9) + 1;
            let shares: Vec<Share> = (0..count)
                .map(|_| {
                    let (size, weight) = (
                        below(60) + 1,
                        if below(3) == 0 { below(1000) + 1 } else { 1 },
                    );
                    let maximum = if below(3) == 0 { below(size + 1) } else { size };
                    let minimum = if below(3) == 0 { below(maximum + 1) } else { 0 };
                    Share {
                        size,
                        weight,
                        minimum,
                        maximum,
                        taken: minimum,
                    }
                })
                .collect();
            let floor: u64 = shares.iter().map(|share| share.minimum).sum();
            let cap: u64 = shares.iter().map(|share| share.maximum).sum();
            let total = floor + below(cap - floor + 1);
            let mut literal: Vec<u64> = shares.iter().map(|share| share.minimum).collect();
            while literal.iter().sum::<u64>() < total {
                let claim = |index: usize| {
                    let share = &shares[index];
                    (
                        u128::from(share.weight * share.size),
                        u128::from(literal[index]),
                    )
                };
                let open =
                    (0..shares.len()).filter(|&index| literal[index] < shares[index].maximum);
                let best = open.reduce(|best, next| {
                    let ((a, s), (b, t)) = (claim(best), claim(next));
                    let greater = s != 0 && (t == 0 || b * s > a * t);
                    if greater { next } else { best }
                });
                literal[best.unwrap()] += 1;
            }
            let mut quick = shares;
            let task = task(None, Risk::default());
            share_out((0, &task), &mut quick, total).unwrap();
            let quick: Vec<u64> = quick.iter().map(|share| share.taken).collect();
            assert_eq!(quick, literal);
        }
    }
}
