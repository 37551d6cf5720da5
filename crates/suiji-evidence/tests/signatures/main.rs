//! Signatures, timestamps and policies: the vectors of `tests/vectors/evidence`, comparisons with OpenSSL, and attempts
//! to cheat.
#![expect(clippy::unwrap_used, reason = "tests")]

mod cheats;
mod envelopes;
mod keys;
mod openssl;
mod policies;
mod schemas;
mod support;
mod timestamps;
