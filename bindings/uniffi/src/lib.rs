//! suiji for Kotlin, Java, Swift and whatever else UniFFI generates: the names of the Rust library, and no rule of its own.
//!
//! Three things differ from Rust, each for want of a type that all these languages have:
//!
//! - counts are `i64` and digests, secrets and times are strings, as they stand in the documents;
//! - what Rust says in a language that is asked for stands in two fields, `text` (English) and `text_zh`;
//! - a chunk of columns is given as bytes ([`Column`]), since lists of numbers would be boxed one by one.
//!
//! Values that are made once and read often are objects: shared, immutable, safe on any thread. What is read off them are
//! records, copied.

#![allow(unsafe_code, reason = "UniFFI exports symbols of C")]
#![allow(
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    reason = "a generated type has all its fields; there is no other kind"
)]
#![allow(
    clippy::missing_errors_doc,
    clippy::result_large_err,
    reason = "errors are those of the function that is called, and cross the border whole"
)]

mod ceremony;
mod columns;
mod commitment;
mod contributions;
mod error;
mod inputs;
mod plan;
mod receipt;
mod record;
mod report;
mod run;
mod sealed;
mod tables;

pub use ceremony::{By, Ceremony, Followed, Hash, Source, Superseded};
pub use columns::Column;
pub use commitment::{Commitment, SealedTask};
pub use contributions::{Contribution, Contributions, commitment_of};
pub use error::{Fault, SuijiError};
pub use inputs::Inputs;
pub use plan::{Plan, PlanTask};
pub use receipt::{Receipt, Statement};
pub use record::{Draw, DrawnEntity, DrawnTeam, PublicForm, Record};
pub use report::{
    Check, Evidence, Fact, Finding, Outcome, Report, Trust, Verdict, verify, verify_public,
};
pub use run::{Flow, Progress, Run, Watch, WatchError};
pub use sealed::{Reason, Sealed, ShortTeam, seal};
pub use tables::{History, HistoryBuilder, Registry, RegistryBuilder, Roster, RosterBuilder};

uniffi::setup_scaffolding!("suiji");

/// The version of this library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The one form of a JSON document that is hashed (RFC 8785), where it is within what documents may hold.
#[uniffi::export]
pub fn canonical_json(json: Vec<u8>) -> Result<Vec<u8>, SuijiError> {
    Ok(suiji::canonical_json(&json)?)
}

/// A count of the core, which never exceeds 2^53 − 1.
fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
