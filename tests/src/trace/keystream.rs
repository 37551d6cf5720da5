//! Keystream, uniform numbers, shuffle [T4.2, T4.3].

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng as _};
use suiji::Digest;

/// A sequence of 64-bit words.
pub struct Keystream<'w>(Box<dyn FnMut() -> u64 + 'w>);

impl core::fmt::Debug for Keystream<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Keystream")
    }
}

/// One number: the bound, the words that were read, and the value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Step {
    /// n.
    pub bound: u64,
    /// The words that were read. All except the last were rejected.
    pub words: Vec<u64>,
    /// The last word mod n.
    pub value: u64,
}

impl<'w> Keystream<'w> {
    /// The ChaCha20 keystream of a key with nonce 0, from counter 0.
    pub fn of_key(key: &Digest) -> Self {
        let mut stream = ChaCha20Rng::from_seed(*key.as_bytes());
        Self(Box::new(move || stream.next_u64()))
    }

    /// The given words, then zeros. No bound rejects a zero.
    pub fn of_words(words: &'w [u64]) -> Self {
        let mut words = words.iter();
        Self(Box::new(move || words.next().copied().unwrap_or(0)))
    }

    /// The next word.
    pub fn word(&mut self) -> u64 {
        (self.0)()
    }

    /// [T4.2] uniform(n).
    pub fn uniform(&mut self, n: u64) -> Step {
        let all = 1_u128 << 64;
        let limit = all - all % u128::from(n);
        let mut words = Vec::new();
        loop {
            let word = self.word();
            words.push(word);
            if u128::from(word) < limit {
                return Step {
                    bound: n,
                    words,
                    value: word % n,
                };
            }
        }
    }

    /// [T4.3] The shuffled list, and the numbers that were drawn.
    pub(super) fn shuffle(&mut self, mut list: Vec<usize>) -> (Vec<usize>, Vec<Step>) {
        let count = list.len();
        let mut steps = Vec::new();
        for i in 0..count.saturating_sub(1) {
            let step = self.uniform((count - i) as u64);
            list.swap(
                i,
                i + usize::try_from(step.value).expect("less than the count"),
            );
            steps.push(step);
        }
        (list, steps)
    }
}
