//! suiji for Kotlin, Java, Swift and other languages that UniFFI generates. The names are those of the Rust library.
//! This crate contains no rules.
//!
//! It differs from Rust in these points:
//!
//! - Counts are `i64`. Digests, secrets and times are strings, written as in the documents.
//! - `message(lang)` is two fields, as in Python: `message` in English and `message_zh` in Chinese. In [`SuijiError`] the
//!   first is `message_en`, because every Kotlin exception already has a `message`.
//! - A chunk of columns is passed as bytes ([`Column`]), because lists would box each number. Its variants are plurals,
//!   because `Int` and `List` would hide Kotlin's own types.
//! - `Contribution::commitment` and `Request::from_json` are the functions [`commitment_of`] and [`requests_from_json`], because
//!   UniFFI has no static functions. `Source::arrange` is a method of [`Commitment`], because a source is a record.
//! - [`State`] is a copy, because UniFFI has no borrowed objects.
//! - A name and a department are two methods of [`Roster`], because UniFFI has no tuples.
//!
//! Inputs and documents are objects: shared, immutable, safe on any thread. Their parts are records, which are copied.

#![allow(unsafe_code, reason = "UniFFI exports symbols of C")]
#![allow(
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    reason = "generated types always show all their fields"
)]
#![allow(
    clippy::missing_errors_doc,
    clippy::result_large_err,
    reason = "each function returns the errors of the core function that it calls, and UniFFI passes them by value"
)]

mod amend;
mod ceremony;
mod columns;
mod commitment;
mod contributions;
mod error;
mod hash;
mod inputs;
mod part;
mod plan;
mod receipt;
mod record;
mod report;
mod run;
mod sealed;
mod tables;

pub use amend::{
    AmendedTeam, Amendment, Amendments, Event, Request, Seat, State, Substitution,
    requests_from_json,
};
pub use ceremony::{By, Ceremony, Followed, Source, Superseded};
pub use columns::Column;
pub use commitment::{Commitment, Root, SealedReason, SealedSource, SealedStratum, SealedTask};
pub use contributions::{
    Contribution, Contributions, PartialContributions, PlacedContribution, commitment_of,
};
pub use error::{Fault, Place, SuijiError};
pub use hash::Hash;
pub use inputs::Inputs;
pub use part::Part;
pub use plan::{Plan, Task};
pub use receipt::{Fraction, Receipt, Statement};
pub use record::{Draw, DrawnEntity, DrawnTeam, Last, PublicForm, Record};
pub use report::{
    Check, Evidence, Fact, Finding, Outcome, Report, Trust, Verdict, verify, verify_public,
};
pub use run::{ControlFlow, Progress, Run, Watch, WatchError};
pub use sealed::{Sealed, ShortTeam, seal};
pub use tables::{History, HistoryBuilder, Registry, RegistryBuilder, Roster, RosterBuilder};

uniffi::setup_scaffolding!("suiji");

/// The version of this library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The canonical form of a JSON document (RFC 8785). Digests are hashes of this form.
#[uniffi::export]
pub fn canonical_json(json: Vec<u8>) -> Result<Vec<u8>, SuijiError> {
    Ok(suiji::canonical_json(&json)?)
}

/// A count of the core, which never exceeds 2^53 − 1.
fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
