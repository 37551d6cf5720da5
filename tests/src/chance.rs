//! Tests whether counts fit equal chances. It uses only integers.
//!
//! Seeds are fixed, so a test always passes or always fails. The significance is the probability that a fair draw would
//! have failed when the test was written. Counts that are too even are not random either, so both ends are checked.

use core::fmt::Debug;
use std::collections::BTreeMap;

use suiji::{Contribution, Contributions, Error, Record, Run, Sealed};

/// The number of outcomes of a statistical test. SUIJI_SEEDS sets another number.
pub fn seeds() -> u64 {
    let given = std::env::var("SUIJI_SEEDS").ok();
    given.and_then(|seeds| seeds.parse().ok()).unwrap_or(50_000)
}

/// Twenty throws of a die, different for each number.
pub fn dice(number: u64) -> Vec<u64> {
    let digit = |place| number / 6_u64.pow(place) % 6;
    (0..20).map(|place| digit(place) + 1).collect()
}

/// The draw of a sealed commitment whose only source is a die, with [`dice`].
///
/// # Errors
/// There are none if the source is that of [`crate::Small`].
pub fn draw(sealed: &Sealed, number: u64) -> Result<Record, Error> {
    let thrown = Contribution::live([dice(number)])?;
    let thrown = Contributions::new(sealed.commitment().digest(), [thrown]);
    sealed.draw_with(&thrown, &Run::default().threads(1))
}

/// By number of cells, bounds for chi-squared in thousandths, rounded outwards. With one degree of freedom less than
/// cells, it is below the first number once in a million, and above the second once in a million.
const BOUNDS: [(u64, u128, u128); 8] = [
    (4, 0, 30_665),
    (5, 2, 33_377),
    (6, 12, 35_889),
    (10, 228, 44_811),
    (20, 2_255, 63_678),
    (30, 5_789, 80_436),
    (60, 20_848, 125_665),
    (720, 552_913, 913_858),
];

/// How often each of several outcomes occurred.
#[derive(Debug)]
pub struct Counts<K>(BTreeMap<K, u64>);

impl<K> Default for Counts<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord> Counts<K> {
    /// Counts one more of that outcome.
    pub fn add(&mut self, outcome: K) {
        *self.0.entry(outcome).or_default() += 1;
    }

    /// Whether the counts of outcomes fit equal chances, at a significance of 10⁻⁶ on each side.
    ///
    /// # Panics
    /// If the table has no bounds for this number of cells.
    pub fn are_by_chance(&self, cells: u64) -> bool {
        let bounds = BOUNDS.into_iter().find(|of| of.0 == cells);
        let (_, low, high) = bounds.expect("bounds of so many cells");
        (low..=high).contains(&self.chi_squared(cells)) && self.0.len() as u64 <= cells
    }

    /// Σ (O − N/k)² / (N/k) = Σ (k·O − N)² / (k·N), in thousandths. Outcomes that never occurred count too.
    fn chi_squared(&self, cells: u64) -> u128 {
        let total: u64 = self.0.values().sum();
        let off = |count: u64| u128::from((cells * count).abs_diff(total)).pow(2);
        let never = u128::from(cells.saturating_sub(self.0.len() as u64)) * off(0);
        let squares = self.0.values().map(|&count| off(count)).sum::<u128>() + never;
        1000 * squares / (u128::from(cells) * u128::from(total))
    }
}

#[test]
fn chi_squared_is_that_of_a_worked_example() {
    // A die after 60 throws: counts of 5, 8, 9, 8, 10, 20 instead of 10 each give (25 + 4 + 1 + 4 + 0 + 100) / 10.
    let counts = (1_u8..).zip([5, 8, 9, 8, 10, 20]);
    assert_eq!(Counts(counts.collect()).chi_squared(6), 13_400);
    assert_eq!(Counts(BTreeMap::from([(1_u8, 30)])).chi_squared(2), 30_000);
}

#[test]
fn half_a_chance_for_the_first_and_the_last_is_seen_and_so_is_taking_turns() {
    // Neither rounding a number between 0 and 9 to the nearest integer nor simple counting gives ten random results
    // with equal chances.
    let (mut rounded, mut turns) = (Counts::default(), Counts::default());
    let seeds = 50_000_u64;
    for number in 0..seeds {
        rounded.add((number * 9 * 2 / seeds).div_ceil(2));
        turns.add(number % 10);
    }
    assert_eq!(rounded.0.len(), 10);
    assert!(!rounded.are_by_chance(10) && !turns.are_by_chance(10));
}
