//! SHA-256 and SM3 of many short messages at once.
//!
//! A hash of one short message waits for itself: each step needs the one before it. [`Many`] takes messages that do not
//! depend on each other and hashes several side by side: two with the SHA instructions of x86-64 and ARMv8, eight in the
//! vectors of AVX2, four in those of ARMv8 (SM3). Which it is, is found when it runs. Without any of them the crates
//! `sha2` and `sm3` hash one after another. The digests are the same in every case.
//!
//! ```
//! use suiji_hash::{Many, Suite};
//!
//! let mut many = Many::new(Suite::Sha256);
//! for name in ["甲", "乙", "丙"] {
//!     many.push(|message| message.extend(name.as_bytes()));
//! }
//! let digests: Vec<[u8; 32]> = many.finish();
//! assert_eq!(digests[1], suiji_hash::one(Suite::Sha256, "乙".as_bytes()));
//! ```

// The modules, in the order in which data flows.

// Messages in whole blocks, with their padding.
mod blocks;

// Several messages through one kernel.
mod lanes;

// The messages of a caller, hashed part by part.
mod many;

pub use lanes::{Path, paths};
pub use many::Many;

/// A hash function with blocks of 64 bytes, digests of 32 bytes and the padding of FIPS 180-4.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[allow(clippy::exhaustive_enums, reason = "the suites of suiji-v1")]
pub enum Suite {
    /// SHA-256 of FIPS 180-4.
    Sha256,
    /// SM3 of GB/T 32905.
    Sm3,
}

/// The hash of one message.
///
/// ```
/// let digest = suiji_hash::one(suiji_hash::Suite::Sm3, b"abc");
/// assert_eq!(digest[..4], [0x66, 0xc7, 0xf0, 0xf4]);
/// ```
pub fn one(suite: Suite, message: &[u8]) -> [u8; 32] {
    use sha2::Digest as _;
    match suite {
        Suite::Sha256 => sha2::Sha256::digest(message).into(),
        Suite::Sm3 => sm3::Sm3::digest(message).into(),
    }
}
