//! Signatures over a document of a draw (DSSE) [P1] [P3].
//!
//! ```text
//! commitment, record, amendments → Statement → the bytes to sign → signatures → Envelope
//! ```
//!
//! The signature is over a short statement with the digest of the document, not over the document itself. So a
//! witness who noted the digest can sign. The envelope can be published even if the record cannot.

mod read;
mod sealed;
mod statement;

pub use sealed::Envelope;
pub use statement::{Document, Statement};
