//! ARMv8 (aarch64): two lanes of SHA-256 with the SHA2 instructions, four lanes of both suites in vectors. Every ARMv8
//! processor has the vectors.

#![allow(
    unsafe_code,
    reason = "functions for processors that have been asked what they can do"
)]

use core::arch::aarch64::{
    uint32x4_t, vaddq_u32, vandq_u32, vdupq_n_u32, veorq_u32, vld1q_u8, vld1q_u32, vorrq_u32,
    vreinterpretq_u32_u8, vrev32q_u8, vsha256h2q_u32, vsha256hq_u32, vsha256su0q_u32,
    vsha256su1q_u32, vshlq_n_u32, vshrq_n_u32, vst1q_u32,
};
use std::arch::is_aarch64_feature_detected;

use super::words::{Words, sixteen};
use super::{BLOCK, Blocks, Has, Kernel, Path, Suite, sha256, side_by_side, sm3};

pub(super) fn has() -> Has {
    Has {
        instructions: is_aarch64_feature_detected!("sha2"),
        vectors: true,
    }
}

/// Appends the digests of all messages, if the processor has what the path needs.
pub(super) fn hash(path: Path, suite: Suite, blocks: &Blocks, digests: &mut Vec<[u8; 32]>) -> bool {
    match (path, suite) {
        (Path::Instructions, Suite::Sha256) if has().instructions => {
            side_by_side(&Instructions(()), blocks, digests);
        }
        (Path::Vectors, _) => side_by_side(&Vectors { suite }, blocks, digests),
        _ => return false,
    }
    true
}

struct Vectors {
    suite: Suite,
}

impl Kernel<4> for Vectors {
    type State = [[u32; 4]; 8];

    fn start(&self) -> Self::State {
        super::first(self.suite).map(|word| [word; 4])
    }

    fn restart(&self, state: &mut Self::State, lane: usize) {
        for (words, first) in state.iter_mut().zip(super::first(self.suite)) {
            words[lane] = first;
        }
    }

    fn compress(&self, state: &mut Self::State, blocks: [&[u8; BLOCK]; 4]) {
        match self.suite {
            Suite::Sha256 => sha256::compress::<4, Four>(state, &blocks),
            Suite::Sm3 => sm3::compress::<4, Four>(state, &blocks),
        }
    }

    fn words(&self, state: &Self::State, lane: usize) -> [u32; 8] {
        state.map(|words| words[lane])
    }
}

/// Four words.
#[derive(Clone, Copy)]
struct Four(uint32x4_t);

impl Words<4> for Four {
    #[inline(always)]
    fn load(words: &[u32; 4]) -> Self {
        Self(load_words(words))
    }

    #[inline(always)]
    fn store(self) -> [u32; 4] {
        let mut words = [0; 4];
        // SAFETY: four words are written.
        unsafe { vst1q_u32(words.as_mut_ptr(), self.0) };
        words
    }

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        Self(unsafe { vaddq_u32(self.0, other.0) })
    }

    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        Self(unsafe { veorq_u32(self.0, other.0) })
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        Self(unsafe { vandq_u32(self.0, other.0) })
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        Self(unsafe { vorrq_u32(self.0, other.0) })
    }

    #[inline(always)]
    fn up<const BITS: i32>(self) -> Self {
        Self(unsafe { vshlq_n_u32::<BITS>(self.0) })
    }

    #[inline(always)]
    fn down<const BITS: i32>(self) -> Self {
        Self(unsafe { vshrq_n_u32::<BITS>(self.0) })
    }
}

/// Constructed only if the processor has the SHA2 instructions.
struct Instructions(());

/// How many lanes are used. Each instruction waits for its result while another one could run, so two lanes run in turn.
const LANES: usize = 2;

/// The chaining value in the order of the instructions: a b c d and e f g h.
type Halves = [uint32x4_t; 2];

impl Kernel<LANES> for Instructions {
    type State = [Halves; LANES];

    fn start(&self) -> Self::State {
        [halves(&sha256::START); LANES]
    }

    fn restart(&self, state: &mut Self::State, lane: usize) {
        state[lane] = halves(&sha256::START);
    }

    fn compress(&self, state: &mut Self::State, blocks: [&[u8; BLOCK]; LANES]) {
        // SAFETY: the processor has the SHA2 instructions, because `self` is constructed only then.
        unsafe { sha256_by_instructions(state, blocks) };
    }

    fn words(&self, state: &Self::State, lane: usize) -> [u32; 8] {
        let mut words = [0; 8];
        for (four, half) in words.as_chunks_mut::<4>().0.iter_mut().zip(state[lane]) {
            // SAFETY: four words are written.
            unsafe { vst1q_u32(four.as_mut_ptr(), half) };
        }
        words
    }
}

fn load_words(words: &[u32; 4]) -> uint32x4_t {
    // SAFETY: four words are read.
    unsafe { vld1q_u32(words.as_ptr()) }
}

fn halves(words: &[u32; 8]) -> Halves {
    let (four, _) = words.as_chunks();
    [load_words(&four[0]), load_words(&four[1])]
}

/// FIPS 180-4, 6.2.2, four rounds at a time. The lanes take turns.
#[target_feature(enable = "sha2")]
fn sha256_by_instructions(state: &mut [Halves; LANES], blocks: [&[u8; BLOCK]; LANES]) {
    let before = *state;
    // The last sixteen words of each schedule, in a ring of four times four.
    let mut rings = [[vdupq_n_u32(0); 4]; LANES];
    for (ring, block) in rings.iter_mut().zip(blocks) {
        for (four, bytes) in ring.iter_mut().zip(block.as_chunks::<16>().0) {
            // SAFETY: sixteen bytes are read.
            let bytes = unsafe { vld1q_u8(bytes.as_ptr()) };
            *four = vreinterpretq_u32_u8(vrev32q_u8(bytes));
        }
    }
    let (rounds, _) = sha256::ROUNDS.as_chunks();
    sixteen!(T => {
        let rounds = load_words(&rounds[T]);
        for ([abcd, efgh], ring) in state.iter_mut().zip(&mut rings) {
            if matches!(T, 4..) {
                let first = vsha256su0q_u32(ring[T % 4], ring[(T + 1) % 4]);
                ring[T % 4] = vsha256su1q_u32(first, ring[(T + 2) % 4], ring[(T + 3) % 4]);
            }
            let sum = vaddq_u32(ring[T % 4], rounds);
            let earlier = *abcd;
            *abcd = vsha256hq_u32(*abcd, *efgh, sum);
            *efgh = vsha256h2q_u32(*efgh, earlier, sum);
        }
    });
    for (now, before) in state.iter_mut().zip(before) {
        for (now, before) in now.iter_mut().zip(before) {
            *now = vaddq_u32(*now, before);
        }
    }
}
