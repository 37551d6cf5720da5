//! Keys and signatures: Ed25519 (RFC 8032) and SM2 (GB/T 32918.2 with SM3), in the files that OpenSSL writes.
//!
//! ```text
//! PEM → PublicKey, PrivateKey; bytes that a token or another system returns → Signature → verified
//! ```
//!
//! A key has one form and one id, and a signature has one form. Any other form of the same key or signature is
//! refused.

mod pem;
mod private;
mod public;
mod signature;

pub(crate) use pem::blocks;
pub use private::PrivateKey;
pub(crate) use public::DEFAULT_ID;
pub use public::{Algorithm, KeyId, PublicKey};
pub use signature::Signature;
pub(crate) use signature::binary;
