//! A cache, so that repeated values of a column are cleaned only once.

use hashbrown::HashMap;

use crate::ask::Question;
use crate::value::rules::Rules;

/// The result of cleaning a cell.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Value(String, Rules),
    /// There are questions about the cell.
    Asked(Vec<Question>),
    /// An answer leaves the row out.
    LeaveOut,
    /// A list that can be split only when all members of its column are known.
    Deferred(String),
}

impl Outcome {
    pub(super) const fn nothing() -> Self {
        Self::Value(String::new(), Rules::NONE)
    }
}

/// A cleaned cell.
#[derive(Clone, Debug)]
pub(super) struct Done {
    pub(super) outcome: Outcome,
    /// The value as a cell of CSV.
    pub(super) encoded: Vec<u8>,
    /// The change in the log, if there is one.
    pub(super) change: Option<u32>,
}

/// The values of a column.
#[derive(Debug, Default)]
pub(super) struct Cache {
    index: HashMap<Box<str>, usize>,
    done: Vec<(Box<str>, Done)>,
    /// For each guess, the value that was found last. Most columns have few values, so most values are found without
    /// the index.
    guesses: Vec<usize>,
}

/// The maximum number of different values in a cache.
const MOST: usize = 1 << 16;
/// The number of different guesses.
const GUESSES: usize = 1 << 10;

impl Cache {
    /// The result for a text that was cleaned before.
    pub(super) fn find(&mut self, text: &str) -> Option<&Done> {
        self.guesses.resize(GUESSES, 0);
        let guess = self.guesses.get_mut(guess(text.as_bytes()))?;
        let is_guessed = self.done.get(*guess).is_some_and(|(of, _)| **of == *text);
        if !is_guessed {
            *guess = *self.index.get(text)?;
        }
        self.done.get(*guess).map(|(_, done)| done)
    }

    pub(super) fn add(&mut self, text: &str, done: Done) {
        if self.done.len() < MOST {
            self.index.insert(text.into(), self.done.len());
            self.done.push((text.into(), done));
        }
    }
}

/// A number below [`GUESSES`] that differs for most texts. It depends on the length, the first bytes and the last
/// bytes.
fn guess(text: &[u8]) -> usize {
    const HALF: usize = size_of::<u64>();
    let word = |bytes: Option<&[u8; HALF]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let (first, last) = match text.len() {
        0..HALF => {
            let mut padded = [0; HALF];
            padded
                .iter_mut()
                .zip(text)
                .for_each(|(to, byte)| *to = *byte);
            (u64::from_le_bytes(padded), 0)
        }
        _ => (word(text.first_chunk()), word(text.last_chunk())),
    };
    // Multiplication by an odd number with many one bits mixes the lower bits into the upper ones.
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (first ^ last.rotate_left(29) ^ text.len() as u64).wrapping_mul(MIX);
    let upper = mixed >> (u64::BITS - GUESSES.trailing_zeros());
    usize::try_from(upper).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_as_itself_even_if_its_guess_is_that_of_another() {
        let texts = [
            "",
            "低",
            "abcdefgh",
            "abcdefgh-1-abcdefgh",
            "abcdefgh-2-abcdefgh",
        ];
        let mut cache = Cache::default();
        for text in texts {
            assert!(cache.find(text).is_none());
            let done = Done {
                outcome: Outcome::nothing(),
                encoded: text.as_bytes().to_vec(),
                change: None,
            };
            cache.add(text, done);
        }
        assert_eq!(guess(texts[3].as_bytes()), guess(texts[4].as_bytes()));
        for text in texts.iter().chain(texts.iter().rev()) {
            assert_eq!(
                cache.find(text).map(|done| &*done.encoded),
                Some(text.as_bytes())
            );
        }
        assert!(cache.find("abcdefgh-3-abcdefgh").is_none());
        assert!((0..1000).all(|number| guess(number.to_string().as_bytes()) < GUESSES));
    }
}
