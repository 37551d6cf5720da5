//! The numbers that a generated case is made of.

use suiji::Hash;

/// The words of one case, in their order.
#[derive(Debug)]
pub(super) struct Words {
    name: String,
    block: u64,
    left: Vec<u64>,
}

impl Words {
    /// The words of case `number` of `seed`.
    pub(super) fn new(seed: &str, number: u64) -> Self {
        Self {
            name: format!("{seed}/{number}"),
            block: 0,
            left: Vec::new(),
        }
    }

    pub(super) fn next(&mut self) -> u64 {
        if self.left.is_empty() {
            let text = format!("{}/{}", self.name, self.block);
            self.block += 1;
            let digest = Hash::Sha256.digest(text.as_bytes());
            let words = digest.as_bytes().chunks_exact(8);
            let word = |word: &[u8]| {
                word.iter()
                    .fold(0, |word, &byte| word << 8 | u64::from(byte))
            };
            self.left = words.rev().map(word).collect();
        }
        self.left.pop().unwrap_or_default()
    }

    /// pick(n): the next word modulo n.
    pub(super) fn pick(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// one in n: whether pick(n) is 0.
    pub(super) fn one_in(&mut self, n: u64) -> bool {
        self.pick(n) == 0
    }

    /// of(list): the member at pick(length).
    pub(super) fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        let at = self.pick(list.len() as u64);
        &list[usize::try_from(at).unwrap_or_default()]
    }

    /// some(list): the members, in order, for each of which pick(2) is 0.
    pub(super) fn some<T: Clone>(&mut self, list: &[T]) -> Vec<T> {
        let mut some = Vec::new();
        for member in list {
            if self.one_in(2) {
                some.push(member.clone());
            }
        }
        some
    }

    /// hex: the next four words, each as 16 hex digits.
    pub(super) fn hex(&mut self) -> String {
        (0..4).map(|_| format!("{:016x}", self.next())).collect()
    }
}
