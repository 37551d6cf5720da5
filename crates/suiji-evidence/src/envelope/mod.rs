//! Signatures over a document of a draw (DSSE) [P1] [P3].
//!
//! ```text
//! commitment, record, amendments → Statement → the bytes to sign → signatures → Envelope
//! ```
//!
//! What is signed is a short statement with the digest of the document, and not the document: a witness who wrote the
//! digest down can sign it, and the envelope can be published when the record cannot.

mod read;
mod sealed;
mod statement;

pub use sealed::Envelope;
pub use statement::{Document, Statement};
