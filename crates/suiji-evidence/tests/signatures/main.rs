//! Signatures, timestamps and policies: the vectors of `tests/vectors/evidence`, what OpenSSL makes and verifies, and the
//! cheats that they show.
#![expect(clippy::unwrap_used, reason = "tests")]

mod cheats;
mod envelopes;
mod keys;
mod openssl;
mod policies;
mod schemas;
mod support;
mod timestamps;
