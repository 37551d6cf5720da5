//! The numbers from which a generated case is made.

use suiji::Hash;

/// The words of one case, in their order.
#[derive(Debug)]
pub(crate) enum Words {
    /// Words by the rule: hashes, block after block.
    Hashed {
        name: String,
        block: u64,
        left: Vec<u64>,
    },
    /// The given bytes, two for each word, from the end. After them, zeros.
    Given(Vec<u8>),
}

impl Words {
    /// The words of case `number` of `seed`.
    pub(crate) fn new(seed: &str, number: u64) -> Self {
        Self::Hashed {
            name: format!("{seed}/{number}"),
            block: 0,
            left: Vec::new(),
        }
    }

    pub(crate) fn next(&mut self) -> u64 {
        match self {
            Self::Hashed { name, block, left } => {
                if left.is_empty() {
                    let text = format!("{name}/{block}");
                    *block += 1;
                    let digest = Hash::Sha256.digest(text.as_bytes());
                    let words = digest.as_bytes().chunks_exact(8);
                    *left = words.rev().map(number).collect();
                }
                left.pop().unwrap_or_default()
            }
            Self::Given(bytes) => number(&bytes.split_off(bytes.len().saturating_sub(2))),
        }
    }

    /// "pick(n)" of the rule: the next word modulo n.
    pub(crate) fn pick(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// "one in n" of the rule: whether pick(n) is 0.
    pub(crate) fn one_in(&mut self, n: u64) -> bool {
        self.pick(n) == 0
    }

    /// "of(list)" of the rule: the member at pick(length).
    pub(crate) fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        let at = self.pick(list.len() as u64);
        &list[usize::try_from(at).unwrap_or_default()]
    }

    /// "some(list)" of the rule: those members for which pick(2) is 0, in order.
    pub(crate) fn some<T: Clone>(&mut self, list: &[T]) -> Vec<T> {
        let mut some = Vec::new();
        for member in list {
            if self.one_in(2) {
                some.push(member.clone());
            }
        }
        some
    }

    /// "hex" of the rule: the next four words, each as 16 hex digits.
    pub(crate) fn hex(&mut self) -> String {
        (0..4).map(|_| format!("{:016x}", self.next())).collect()
    }
}

/// The bytes as a big-endian number.
fn number(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}
