//! SHA-256 and SM3 of many short messages at once.
//!
//! In the hash of one message, each step needs the result of the step before it, so most of the processor is idle.
//! [`Many`] takes independent messages and hashes several side by side: two with the SHA instructions of x86-64 and ARMv8,
//! eight with AVX2, four with the vectors of ARMv8 (SM3). The program finds out at run time which of them the processor
//! has. If it has none, the crates `sha2` and `sm3` hash one message after another. The digests are always the same.
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
