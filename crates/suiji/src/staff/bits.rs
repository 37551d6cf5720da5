//! Sets of inspectors, with one bit for each inspector of the roster. There are many sets: one for each kind of seat
//! and each district.

use crate::base::place::wide;

/// A set of places in the roster.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Bits(Box<[u64]>);

const WIDTH: usize = 64;

impl Bits {
    /// The empty set, for a roster of that size.
    pub(crate) fn new(size: usize) -> Self {
        Self(vec![0; size.div_ceil(WIDTH)].into())
    }

    /// The set of these places.
    pub(crate) fn of(size: usize, places: impl IntoIterator<Item = usize>) -> Self {
        let mut bits = Self::new(size);
        places.into_iter().for_each(|place| bits.insert(place));
        bits
    }

    pub(crate) fn insert(&mut self, place: usize) {
        self.0[place / WIDTH] |= 1 << (place % WIDTH);
    }

    pub(crate) fn remove(&mut self, place: usize) {
        self.0[place / WIDTH] &= !(1 << (place % WIDTH));
    }

    pub(crate) fn has(&self, place: usize) -> bool {
        self.0[place / WIDTH] >> (place % WIDTH) & 1 == 1
    }

    pub(crate) fn add(&mut self, other: &Self) {
        let words = self.0.iter_mut().zip(&other.0);
        words.for_each(|(word, other)| *word |= other);
    }

    pub(crate) fn take_away(&mut self, other: &Self) {
        let words = self.0.iter_mut().zip(&other.0);
        words.for_each(|(word, other)| *word &= !other);
    }

    /// The places that are in both sets, ascending.
    pub(crate) fn shared<'b>(&'b self, other: &'b Self) -> impl Iterator<Item = usize> + 'b {
        places(self.0.iter().zip(&other.0).map(|(a, b)| a & b))
    }

    /// The places that are in both sets and in the third, ascending.
    pub(crate) fn shared_with<'b>(
        &'b self,
        other: &'b Self,
        third: &'b Self,
    ) -> impl Iterator<Item = usize> + 'b {
        let words = self.0.iter().zip(&other.0).zip(&third.0);
        places(words.map(|((a, b), c)| a & b & c))
    }
}

fn places<'b>(words: impl Iterator<Item = u64> + 'b) -> impl Iterator<Item = usize> + 'b {
    let filled = (0..).zip(words).filter(|(_, word)| *word != 0);
    filled.flat_map(|(at, mut word): (usize, u64)| {
        core::iter::from_fn(move || {
            let lowest = (word != 0).then(|| wide(word.trailing_zeros()))?;
            word &= word - 1;
            Some(at * WIDTH + lowest)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_in_order_across_words() {
        let all = [0, 1, 63, 64, 127, 128, 130];
        let mut bits = Bits::of(131, all);
        let full = Bits::of(131, 0..131);
        assert_eq!(bits.shared(&full).collect::<Vec<_>>(), all);
        bits.remove(64);
        assert!(!bits.has(64) && bits.has(127) && !bits.has(2));
        let odd = Bits::of(131, (0..131).filter(|at| at % 2 == 1));
        assert_eq!(
            bits.shared_with(&full, &odd).collect::<Vec<_>>(),
            [1, 63, 127]
        );
        let mut rest = full.clone();
        rest.take_away(&odd);
        rest.add(&Bits::of(131, [5]));
        assert_eq!(
            rest.shared(&full).take(5).collect::<Vec<_>>(),
            [0, 2, 4, 5, 6]
        );
    }
}
