//! The checks of reserves, and the facts about strata [D3, V1]. They need no input.

use super::one_draw::OneDraw;
use super::{Fact, Outcome, Report};
use crate::base::hash::Digest;
use crate::base::texts;
use crate::ceremony::commitment::SealedStratum;
use crate::record::DrawnEntity;

impl OneDraw<'_> {
    /// Checks that the reserves are sorted by stratum and by (ticket, id), come after the selected entities of their
    /// stratum, and are not more than the stratum and the plan allow [D3].
    pub(super) fn reserves(&self) -> (String, Outcome) {
        let greatest = self.greatest();
        let mut before: Option<Reserve<'_>> = None;
        for (index, drawn) in self.draw.reserves.iter().enumerate() {
            let place = format!(".reserves[{index}]");
            let strata = &self.sealed.strata;
            let Some(stratum) = strata.iter().position(|of| of.stratum == *drawn.stratum) else {
                return (
                    place,
                    Outcome::failed(texts::ONE_OF_THE_STRATA, &drawn.stratum),
                );
            };
            let here = Reserve::after(before, stratum, drawn);
            let left = strata[stratum].size.saturating_sub(strata[stratum].take);
            let outcome = here.judge(before, greatest[stratum], left);
            if outcome != Outcome::Established {
                return (place, outcome);
            }
            before = Some(here);
        }
        self.reserve_counts()
    }

    /// With the plan: each stratum has the number of reserves in the plan, or all entities that are left.
    fn reserve_counts(&self) -> (String, Outcome) {
        let place = ".reserves".to_owned();
        let Some(plan) = self.sealed_plan else {
            return (place, Outcome::Established);
        };
        let task = &plan.tasks[self.index];
        for stratum in &self.sealed.strata {
            let right = task.reserves_of(stratum.size, stratum.take);
            let found = self
                .draw
                .reserves
                .iter()
                .filter(|drawn| *drawn.stratum == stratum.stratum)
                .count() as u64;
            if found != right {
                return (
                    place,
                    Outcome::failed(format!("{} {right}", stratum.stratum), found),
                );
            }
        }
        (place, Outcome::Established)
    }

    /// The greatest selected (ticket, id) of each stratum of the commitment.
    fn greatest(&self) -> Vec<Option<(Digest, &str)>> {
        let of = |stratum: &SealedStratum| {
            let selected = self.draw.selected.iter();
            let of_stratum = selected.filter(|drawn| *drawn.stratum == stratum.stratum);
            of_stratum
                .map(|drawn| (drawn.ticket, drawn.id.as_str()))
                .max()
        };
        self.sealed.strata.iter().map(of).collect()
    }

    /// Adds the fact ⌊size·t/2^256⌋ + 1 for each stratum with a take of 30 or more [V1].
    pub(super) fn facts(&self, report: &mut Report) {
        for (stratum, greatest) in self.sealed.strata.iter().zip(self.greatest()) {
            let Some((greatest, _)) = greatest.filter(|_| stratum.take >= FEWEST) else {
                continue;
            };
            let estimate = share(stratum.size, &greatest).saturating_add(1);
            report.fact(Fact {
                task: self.sealed.id.to_string(),
                stratum: stratum.stratum.clone(),
                take: stratum.take,
                estimate,
                one_in: one_in(stratum.size, stratum.take, estimate),
            });
        }
    }
}

/// A reserve, with its number in its stratum.
#[derive(Clone, Copy)]
struct Reserve<'r> {
    stratum: usize,
    number: u64,
    key: (Digest, &'r str),
}

impl<'r> Reserve<'r> {
    fn after(before: Option<Self>, stratum: usize, drawn: &'r DrawnEntity) -> Self {
        let same = before.filter(|before| before.stratum == stratum);
        Self {
            stratum,
            number: same.map_or(1, |before| before.number + 1),
            key: (drawn.ticket, drawn.id.as_str()),
        }
    }

    fn judge(self, before: Option<Self>, greatest: Option<(Digest, &str)>, left: u64) -> Outcome {
        if before.is_some_and(|before| before.stratum > self.stratum) {
            return Outcome::failed(texts::STRATA_IN_ORDER, texts::ANOTHER_ORDER);
        }
        if before.is_some_and(|before| before.stratum == self.stratum && before.key > self.key) {
            return Outcome::failed(texts::TICKETS_IN_ORDER, self.key.0);
        }
        if let Some((last, _)) = greatest.filter(|greatest| *greatest > self.key) {
            return Outcome::failed(format!("> {last}"), self.key.0);
        }
        if self.number > left {
            return Outcome::failed(format!("≤ {left}"), self.number);
        }
        Outcome::Established
    }
}

/// With fewer entities, the estimate is too imprecise.
const FEWEST: u64 = 30;

/// In a fair draw, a deviation as great as this happens about once in this many draws. The number is a power of ten.
///
/// The greatest of the `take` smallest of `size` fair tickets has almost a normal distribution. Its variance, in units
/// of one entity, is take · (size − take + 1) / size. The squares of the normal quantiles are in thousandths.
fn one_in(size: u64, take: u64, estimate: u64) -> u64 {
    const SQUARES: [(u64, u128); 7] = [
        (1_000_000_000, 37_325),
        (1_000_000, 23_928),
        (100_000, 19_511),
        (10_000, 15_137),
        (1_000, 10_828),
        (100, 6_635),
        (10, 2_706),
    ];
    let off = u128::from(estimate.abs_diff(take));
    let variance = u128::from(take) * u128::from(size.saturating_sub(take).saturating_add(1));
    let square = (off * off)
        .saturating_mul(u128::from(size))
        .saturating_mul(1000);
    let rarer = SQUARES
        .iter()
        .find(|(_, quantile)| square > variance.saturating_mul(*quantile));
    rarer.map_or(1, |(one_in, _)| *one_in)
}

/// Computes ⌊size·t/2^256⌋, limb by limb.
fn share(size: u64, ticket: &Digest) -> u64 {
    let limbs = ticket.as_bytes().rchunks(8);
    let carry = limbs.fold(0_u128, |carry, limb| {
        let limb = limb
            .iter()
            .fold(0_u128, |value, &byte| value << 8 | u128::from(byte));
        (limb * u128::from(size) + carry) >> 64
    });
    // The result is less than `size`.
    u64::try_from(carry).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_take_far_from_its_estimate_is_rare() {
        // The standard deviation for 100 of 10,000 is 9.95.
        let of = |estimate| one_in(10_000, 100, estimate);
        assert_eq!([of(100), of(116), of(84)], [1, 1, 1]);
        assert_eq!([of(117), of(83), of(126), of(133)], [10, 10, 100, 1_000]);
        assert_eq!([of(162), of(10_000)], [1_000_000_000, 1_000_000_000]);
        assert_eq!(one_in(u64::MAX, 30, u64::MAX), 1_000_000_000);
    }

    #[test]
    fn the_share_of_a_ticket_is_exact() {
        // [V1]
        let ticket = |first: u8, rest: u8| {
            let mut bytes = [rest; 32];
            bytes[0] = first;
            Digest::from_bytes(bytes)
        };
        assert_eq!(share(100, &ticket(0x80, 0)), 50);
        assert_eq!(share(100, &ticket(0x7f, 0xff)), 49);
        assert_eq!(share(u64::MAX, &ticket(0xff, 0xff)), u64::MAX - 1);
        assert_eq!(share(1 << 32, &ticket(0x40, 0)), 1 << 30);
    }
}
