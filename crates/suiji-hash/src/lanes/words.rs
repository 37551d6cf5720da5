//! One word of each lane, in a vector of the processor.

use super::BLOCK;

/// One word of each of `N` lanes.
pub(super) trait Words<const N: usize>: Copy {
    fn load(words: &[u32; N]) -> Self;

    fn store(self) -> [u32; N];

    fn plus(self, other: Self) -> Self;

    fn xor(self, other: Self) -> Self;

    fn and(self, other: Self) -> Self;

    fn or(self, other: Self) -> Self;

    /// Shifted to the left.
    fn up<const BITS: i32>(self) -> Self;

    /// Shifted to the right.
    fn down<const BITS: i32>(self) -> Self;

    /// Rotated by `LEFT` bits to the left, which is `RIGHT` = 32 − `LEFT` bits to the right.
    #[inline(always)]
    fn turned<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        const { assert!(LEFT + RIGHT == 32, "a word has 32 bits") };
        self.up::<LEFT>().or(self.down::<RIGHT>())
    }

    /// The same word in all lanes.
    #[inline(always)]
    fn all(word: u32) -> Self {
        Self::load(&[word; N])
    }

    /// Selects bits: where `self` has a bit, the bit of `one`, otherwise the bit of `other`.
    #[inline(always)]
    fn choose(self, one: Self, other: Self) -> Self {
        other.xor(self.and(one.xor(other)))
    }

    /// The bits that are set in at least two of the three.
    #[inline(always)]
    fn majority(self, b: Self, c: Self) -> Self {
        self.and(b).or(c.and(self.or(b)))
    }
}

/// The sixteen words of the blocks, big-endian.
#[inline(always)]
pub(super) fn of_blocks<const N: usize, W: Words<N>>(blocks: &[&[u8; BLOCK]; N]) -> [W; 16] {
    let mut words = [[0; N]; 16];
    for (lane, block) in blocks.iter().enumerate() {
        for (word, four) in words.iter_mut().zip(block.as_chunks().0) {
            word[lane] = u32::from_be_bytes(*four);
        }
    }
    words.map(|words| W::load(&words))
}

/// Sixteen rounds written out, so that each index into the ring of sixteen words is a constant.
macro_rules! sixteen {
    ($t:ident => $round:block) => {
        sixteen!(@ $t $round 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
    };
    (@ $t:ident $round:block $($number:literal)*) => {
        $({
            const $t: usize = $number;
            $round
        })*
    };
}
pub(super) use sixteen;
