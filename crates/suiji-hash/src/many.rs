//! The messages of a caller. They are hashed when the buffer is full, while they are still in the nearest cache.

use crate::Suite;
use crate::blocks::Blocks;
use crate::lanes::{self, Path};

/// The buffer is hashed when it has this many bytes.
const FULL: usize = 16 << 10;

/// Independent messages, hashed side by side; the digests come in the order of the messages.
///
/// Messages of tens to hundreds of bytes gain most. A message of any length gives the right digest.
#[derive(Clone, Debug)]
pub struct Many {
    suite: Suite,
    path: Path,
    blocks: Blocks,
    digests: Vec<[u8; 32]>,
}

impl Many {
    /// Begins without messages, on the fastest path of this processor.
    pub fn new(suite: Suite) -> Self {
        Self::on(lanes::fastest(suite), suite)
    }

    /// Begins without messages, on a path that [`paths`](crate::paths) returned for this suite. For tests that compare
    /// the paths.
    pub fn on(path: Path, suite: Suite) -> Self {
        let (blocks, digests) = (Blocks::default(), Vec::new());
        Self {
            suite,
            path,
            blocks,
            digests,
        }
    }

    /// Makes room for the digests of `count` more messages.
    #[must_use]
    pub fn with_capacity(mut self, count: usize) -> Self {
        self.digests.reserve_exact(count);
        self
    }

    /// Adds a message. `write` appends it to the buffer that it gets.
    ///
    /// # Panics
    /// If `write` removes bytes from the buffer.
    #[inline]
    pub fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.blocks.push(write);
        if self.blocks.len() >= FULL {
            self.hash();
        }
    }

    /// The digests of all messages, in their order.
    pub fn finish(mut self) -> Vec<[u8; 32]> {
        self.hash();
        self.digests
    }

    fn hash(&mut self) {
        self.path.hash(self.suite, &self.blocks, &mut self.digests);
        self.blocks.clear();
    }
}
