//! Evidence about a draw. It shows that the commitment existed before the seed, who signed it, and that no draw
//! disappeared.
//!
//! A record that verifies proves that nobody changed the result. It does not prove that the commitment was published in
//! time, or that there was only one draw. The documents of this crate prove that. Other tools can read their formats:
//! signed notes and checkpoints (C2SP), envelopes (DSSE), timestamps (RFC 3161).
//!
//! This crate reads no file, clock or network.

#![forbid(unsafe_code)]

// The rooms, in the order in which data flows. A room imports only from the rooms above it. A test checks this.

// Texts in two languages, and problems.
mod base;

// Public and private keys and signatures: Ed25519 and SM2, in the files of OpenSSL.
mod key;

// Signed notes, and heads of a ledger as such notes (C2SP).
pub mod note;

// The sealings and draws of an office, entry by entry, in a tree to which entries are only added.
mod ledger;

// Signatures over a document of a draw, by Ed25519 and SM2 (DSSE).
mod envelope;

// Timestamps of an authority over the digest of a document (RFC 3161).
pub mod timestamp;

// Who must sign and stamp: roles, and numbers for each role.
pub mod policy;

// The notes of a witness at the draw, as values that can be compared later.
mod sheet;

pub use base::problem::{Error, Problem};
pub use base::texts::{Text, codes};
pub use envelope::{Document, Envelope, Statement};
pub use key::{Algorithm, KeyId, PrivateKey, PublicKey, Signature};
pub use ledger::{
    Audit, ConsistencyProof, Entry, Event, Files, Head, InclusionProof, Ledger, Opening,
    SealedEvent, Supersession,
};
pub use policy::{Policy, PolicyReport, Presented};
pub use sheet::Notes;
