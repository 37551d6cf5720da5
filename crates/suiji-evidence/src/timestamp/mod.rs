//! Timestamps of an authority over the digest of a document (RFC 3161) [P4–P6].
//!
//! ```text
//! Statement → request → (an authority) → Token → verified with given certificates → Stamp: by whom, when
//! ```
//!
//! Everything is verified without a network. The caller provides the trusted certificates. Whether one was revoked is
//! not checked.

mod algorithm;
mod certificate;
mod chain;
mod cms;
mod info;
mod request;
mod stamp;
mod token;

pub use certificate::Trusted;
pub use request::request;
pub use stamp::{Place, Stamp};
pub use token::Token;
