//! Hashes several messages side by side. A lane that has finished a message takes the next one.

mod sha256;
mod sm3;
mod words;

#[cfg(target_arch = "aarch64")]
mod arm;
#[cfg(target_arch = "x86_64")]
mod x86;

use crate::blocks::{BLOCK, Blocks};
use crate::{Suite, one};

/// A way to hash. Each gives the same digests.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Path {
    /// One message after another, with the crates `sha2` and `sm3`.
    Portable,
    /// SHA-256 of two messages, with the SHA instructions of x86-64 or ARMv8.
    Instructions,
    /// Several messages in vectors: four with ARMv8, eight with AVX2 of x86-64.
    Vectors,
}

/// The paths that this processor has for a suite, the slowest first.
pub fn paths(suite: Suite) -> Vec<Path> {
    let mut paths = vec![Path::Portable];
    let has = machine::has();
    if has.vectors {
        paths.push(Path::Vectors);
    }
    if has.instructions && suite == Suite::Sha256 {
        paths.push(Path::Instructions);
    }
    paths
}

/// Which paths the processor has.
struct Has {
    instructions: bool,
    vectors: bool,
}

#[cfg(target_arch = "aarch64")]
use arm as machine;
#[cfg(target_arch = "x86_64")]
use x86 as machine;

/// Another processor.
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
mod machine {
    pub(super) const fn has() -> super::Has {
        super::Has {
            instructions: false,
            vectors: false,
        }
    }
}

pub(crate) fn fastest(suite: Suite) -> Path {
    paths(suite).last().copied().unwrap_or(Path::Portable)
}

impl Path {
    /// Appends the digests of all messages.
    pub(crate) fn hash(self, suite: Suite, blocks: &Blocks, digests: &mut Vec<[u8; 32]>) {
        let all = blocks.messages();
        // A single message gains nothing from lanes.
        if self != Self::Portable && all.len() > 1 {
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            if machine::hash(self, suite, blocks, digests) {
                return;
            }
        }
        digests.extend(all.iter().map(|message| one(suite, blocks.bytes(message))));
    }
}

/// The chaining value at the start of a message.
const fn first(suite: Suite) -> [u32; 8] {
    match suite {
        Suite::Sha256 => sha256::START,
        Suite::Sm3 => sm3::START,
    }
}

/// Compresses one block in each of `N` lanes.
trait Kernel<const N: usize> {
    /// Returns the chaining values of all lanes.
    type State;

    /// All lanes at the start of a message.
    fn start(&self) -> Self::State;

    /// One lane at the start of a message.
    fn restart(&self, state: &mut Self::State, lane: usize);

    fn compress(&self, state: &mut Self::State, blocks: [&[u8; BLOCK]; N]);

    /// The chaining value of a lane.
    fn words(&self, state: &Self::State, lane: usize) -> [u32; 8];
}

/// The position of a lane.
#[derive(Clone, Copy)]
struct Lane {
    /// The message.
    message: usize,
    /// The next block.
    next: usize,
    /// The block after its last one.
    end: usize,
    /// 1, or 0 if no message is left. The lane then repeats a block, and its result is ignored.
    step: usize,
}

/// Appends the digests of all messages. There is at least one.
fn side_by_side<const N: usize>(
    kernel: &impl Kernel<N>,
    blocks: &Blocks,
    digests: &mut Vec<[u8; 32]>,
) {
    let (messages, bytes) = (blocks.messages(), blocks.blocks());
    let mut waiting = messages.iter().enumerate();
    let mut next_lane = || match waiting.next() {
        Some((message, place)) => Lane {
            message,
            next: place.first,
            end: place.first + place.blocks,
            step: 1,
        },
        None => Lane {
            message: 0,
            next: 0,
            end: usize::MAX,
            step: 0,
        },
    };
    let mut found = vec![[0; 32]; messages.len()];
    let mut left = messages.len();
    let mut lanes: [Lane; N] = core::array::from_fn(|_| next_lane());
    let mut state = kernel.start();
    while left > 0 {
        kernel.compress(&mut state, lanes.map(|lane| &bytes[lane.next]));
        for (index, lane) in lanes.iter_mut().enumerate() {
            lane.next += lane.step;
            if lane.next == lane.end {
                found[lane.message] = big_endian(kernel.words(&state, index));
                left -= 1;
                *lane = next_lane();
                kernel.restart(&mut state, index);
            }
        }
    }
    digests.append(&mut found);
}

fn big_endian(words: [u32; 8]) -> [u8; 32] {
    let mut digest = [0; 32];
    for (four, word) in digest.as_chunks_mut().0.iter_mut().zip(words) {
        *four = word.to_be_bytes();
    }
    digest
}

#[cfg(test)]
mod tests;
