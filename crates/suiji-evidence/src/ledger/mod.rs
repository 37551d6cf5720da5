//! The ledger of an office [L1–L7]: its sealings and draws, entry by entry. Lines are only added to the file.
//!
//! ```text
//! event → entry → line, added to the file
//! file → entries, each checked against all before it → head, proofs, audit
//! ```

mod audit;
mod document;
mod entry;
mod event;
mod fields;
mod head;
mod proof;
mod sheets;
mod words;

pub use audit::{Audit, Files};
pub use document::Ledger;
pub use entry::Entry;
pub use event::{Event, Opening, SealedEvent, Supersession};
pub use head::Head;
pub use proof::{ConsistencyProof, InclusionProof};
