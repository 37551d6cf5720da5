//! x86-64: two lanes of SHA-256 with the SHA instructions, eight lanes of both suites in vectors of AVX2.

#![allow(
    unsafe_code,
    reason = "functions for processors that have been asked what they can do"
)]

use core::arch::x86_64::{
    __m128i, __m256i, _mm_add_epi32, _mm_alignr_epi8, _mm_blend_epi16, _mm_loadu_si128,
    _mm_set_epi64x, _mm_setzero_si128, _mm_sha256msg1_epu32, _mm_sha256msg2_epu32,
    _mm_sha256rnds2_epu32, _mm_shuffle_epi8, _mm_shuffle_epi32, _mm_storeu_si128, _mm256_add_epi32,
    _mm256_and_si256, _mm256_loadu_si256, _mm256_or_si256, _mm256_slli_epi32, _mm256_srli_epi32,
    _mm256_storeu_si256, _mm256_xor_si256,
};
use std::arch::is_x86_feature_detected;

use super::words::{Words, sixteen};
use super::{BLOCK, Blocks, Has, Kernel, Path, Suite, sha256, side_by_side, sm3};

pub(super) fn has() -> Has {
    Has {
        instructions: is_x86_feature_detected!("sha")
            && is_x86_feature_detected!("ssse3")
            && is_x86_feature_detected!("sse4.1"),
        vectors: is_x86_feature_detected!("avx2"),
    }
}

/// Appends the digests of all messages, if the processor has what the path needs.
pub(super) fn hash(path: Path, suite: Suite, blocks: &Blocks, digests: &mut Vec<[u8; 32]>) -> bool {
    let has = has();
    match (path, suite) {
        (Path::Instructions, Suite::Sha256) if has.instructions => {
            side_by_side(&Instructions(()), blocks, digests);
        }
        (Path::Vectors, _) if has.vectors => side_by_side(&Vectors { suite }, blocks, digests),
        _ => return false,
    }
    true
}

/// Constructed only if the processor has AVX2.
struct Vectors {
    suite: Suite,
}

impl Kernel<8> for Vectors {
    type State = [[u32; 8]; 8];

    fn start(&self) -> Self::State {
        super::first(self.suite).map(|word| [word; 8])
    }

    fn restart(&self, state: &mut Self::State, lane: usize) {
        for (words, first) in state.iter_mut().zip(super::first(self.suite)) {
            words[lane] = first;
        }
    }

    fn compress(&self, state: &mut Self::State, blocks: [&[u8; BLOCK]; 8]) {
        match self.suite {
            // SAFETY: the processor has AVX2, because `self` is constructed only then.
            Suite::Sha256 => unsafe { sha256_in_vectors(state, blocks) },
            // SAFETY: as above.
            Suite::Sm3 => unsafe { sm3_in_vectors(state, blocks) },
        }
    }

    fn words(&self, state: &Self::State, lane: usize) -> [u32; 8] {
        state.map(|words| words[lane])
    }
}

#[target_feature(enable = "avx2")]
fn sha256_in_vectors(state: &mut [[u32; 8]; 8], blocks: [&[u8; BLOCK]; 8]) {
    sha256::compress::<8, Eight>(state, &blocks);
}

#[target_feature(enable = "avx2")]
fn sm3_in_vectors(state: &mut [[u32; 8]; 8], blocks: [&[u8; BLOCK]; 8]) {
    sm3::compress::<8, Eight>(state, &blocks);
}

/// Eight words, used only in the two functions above.
#[derive(Clone, Copy)]
struct Eight(__m256i);

/// An operation of AVX2.
macro_rules! avx2 {
    ($operation:expr) => {
        // SAFETY: the caller has checked for AVX2, and the words need not be aligned.
        unsafe { $operation }
    };
}

impl Words<8> for Eight {
    #[inline(always)]
    fn load(words: &[u32; 8]) -> Self {
        Self(avx2!(_mm256_loadu_si256(words.as_ptr().cast())))
    }

    #[inline(always)]
    fn store(self) -> [u32; 8] {
        let mut words = [0; 8];
        avx2!(_mm256_storeu_si256(words.as_mut_ptr().cast(), self.0));
        words
    }

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        Self(avx2!(_mm256_add_epi32(self.0, other.0)))
    }

    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        Self(avx2!(_mm256_xor_si256(self.0, other.0)))
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        Self(avx2!(_mm256_and_si256(self.0, other.0)))
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        Self(avx2!(_mm256_or_si256(self.0, other.0)))
    }

    #[inline(always)]
    fn up<const BITS: i32>(self) -> Self {
        Self(avx2!(_mm256_slli_epi32::<BITS>(self.0)))
    }

    #[inline(always)]
    fn down<const BITS: i32>(self) -> Self {
        Self(avx2!(_mm256_srli_epi32::<BITS>(self.0)))
    }
}

/// Constructed only if the processor has the SHA instructions.
struct Instructions(());

/// The chaining value in the order of the instructions: the words f e b a and h g d c, the lowest first.
#[derive(Clone, Copy)]
struct Halves {
    abef: __m128i,
    cdgh: __m128i,
}

/// How many lanes are used. Each instruction waits for its result while another one could run, so two lanes run in turn.
const LANES: usize = 2;

impl Kernel<LANES> for Instructions {
    type State = [Halves; LANES];

    fn start(&self) -> Self::State {
        // SAFETY: the processor has the SHA instructions, because `self` is constructed only then.
        [unsafe { halves(&sha256::START) }; LANES]
    }

    fn restart(&self, state: &mut Self::State, lane: usize) {
        // SAFETY: as above.
        state[lane] = unsafe { halves(&sha256::START) };
    }

    fn compress(&self, state: &mut Self::State, blocks: [&[u8; BLOCK]; LANES]) {
        // SAFETY: as above.
        unsafe { sha256_by_instructions(state, blocks) };
    }

    fn words(&self, state: &Self::State, lane: usize) -> [u32; 8] {
        // SAFETY: as above.
        unsafe { whole(&state[lane]) }
    }
}

#[target_feature(enable = "ssse3,sse4.1")]
fn load(bytes: &[u8; 16]) -> __m128i {
    // SAFETY: sixteen bytes are read, and they need not be aligned.
    unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) }
}

#[target_feature(enable = "ssse3,sse4.1")]
fn load_words(words: &[u32; 4]) -> __m128i {
    // SAFETY: as above.
    unsafe { _mm_loadu_si128(words.as_ptr().cast()) }
}

#[target_feature(enable = "ssse3,sse4.1")]
fn halves(words: &[u32; 8]) -> Halves {
    let (four, _) = words.as_chunks();
    let abcd = _mm_shuffle_epi32(load_words(&four[0]), 0xB1);
    let efgh = _mm_shuffle_epi32(load_words(&four[1]), 0x1B);
    Halves {
        abef: _mm_alignr_epi8(abcd, efgh, 8),
        cdgh: _mm_blend_epi16(efgh, abcd, 0xF0),
    }
}

#[target_feature(enable = "ssse3,sse4.1")]
fn whole(halves: &Halves) -> [u32; 8] {
    let abef = _mm_shuffle_epi32(halves.abef, 0x1B);
    let cdgh = _mm_shuffle_epi32(halves.cdgh, 0xB1);
    let mut words = [0; 8];
    let (four, _) = words.as_chunks_mut::<4>();
    // SAFETY: four words are written each time, and they need not be aligned.
    unsafe {
        _mm_storeu_si128(
            four[0].as_mut_ptr().cast(),
            _mm_blend_epi16(abef, cdgh, 0xF0),
        );
        _mm_storeu_si128(four[1].as_mut_ptr().cast(), _mm_alignr_epi8(cdgh, abef, 8));
    }
    words
}

/// FIPS 180-4, 6.2.2, four rounds at a time. The lanes take turns.
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn sha256_by_instructions(state: &mut [Halves; LANES], blocks: [&[u8; BLOCK]; LANES]) {
    let big_endian = _mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203);
    let before = *state;
    // The last sixteen words of each schedule, in a ring of four times four.
    let mut rings = [[_mm_setzero_si128(); 4]; LANES];
    for (ring, block) in rings.iter_mut().zip(blocks) {
        for (four, bytes) in ring.iter_mut().zip(block.as_chunks().0) {
            *four = _mm_shuffle_epi8(load(bytes), big_endian);
        }
    }
    let (rounds, _) = sha256::ROUNDS.as_chunks();
    sixteen!(T => {
        let rounds = load_words(&rounds[T]);
        for (Halves { abef, cdgh }, ring) in state.iter_mut().zip(&mut rings) {
            if matches!(T, 4..) {
                let first = _mm_sha256msg1_epu32(ring[T % 4], ring[(T + 1) % 4]);
                let seven = _mm_alignr_epi8(ring[(T + 3) % 4], ring[(T + 2) % 4], 4);
                let sum = _mm_add_epi32(first, seven);
                ring[T % 4] = _mm_sha256msg2_epu32(sum, ring[(T + 3) % 4]);
            }
            let sum = _mm_add_epi32(ring[T % 4], rounds);
            *cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, sum);
            *abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
    });
    for (now, before) in state.iter_mut().zip(before) {
        now.abef = _mm_add_epi32(now.abef, before.abef);
        now.cdgh = _mm_add_epi32(now.cdgh, before.cdgh);
    }
}
