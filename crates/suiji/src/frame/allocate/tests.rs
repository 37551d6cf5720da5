//! Takes computed by hand, and a comparison of the fast method with the rule as SPEC.md states it.

use super::*;
use crate::inputs::plan::Risk;

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
    // [F4.3]: of 1 + 5 + 94, three places go to one stratum each. Two places leave out the lowest risk.
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
    // 94/1 … 94/18 are above 5/1 = 94/18.8, so high and general have one place each up to 20.
    assert_eq!(of(20), [1, 1, 18]);
    assert_eq!(of(21), [1, 1, 19]);
    // 94/19 < 5, so the second place of general comes next.
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
    // [F4.3], compared with the rule as SPEC.md states it, one place after another.
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
            let open = (0..shares.len()).filter(|&index| literal[index] < shares[index].maximum);
            let best = open.reduce(|best, next| {
                let ((a, s), (b, t)) = (claim(best), claim(next));
                let greater = s != 0 && (t == 0 || b * s > a * t);
                if greater { next } else { best }
            });
            literal[best.unwrap()] += 1;
        }
        let mut quick = shares;
        let task = task(None, Risk::default());
        share_out(&task, &mut quick, total).unwrap();
        let quick: Vec<u64> = quick.iter().map(|share| share.taken).collect();
        assert_eq!(quick, literal);
    }
}

#[test]
fn a_frame_of_thousands_of_millions_leaves_few_steps_to_take_one_by_one() {
    let risk = Risk {
        weights: vec![(class("high"), 1000), (class("general"), 30)],
        ..Risk::default()
    };
    let task = task(None, risk);
    let strata = strata(&[("high", 7), ("general", 1 << 31), ("low", (1 << 31) - 99)]);
    for total in [1, 1000, 123_456_789, (1 << 32) - 500] {
        let shares = strata.iter().map(|stratum| Share::new(&task, stratum));
        let mut shares: Vec<Share> = shares.collect();
        start(&mut shares, total);
        let taken: u64 = shares.iter().map(|share| share.taken).sum();
        assert!(
            (total.saturating_sub(3)..=total).contains(&taken),
            "{taken} of {total}"
        );
    }
}
