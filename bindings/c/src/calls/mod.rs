//! The functions of the header as Rust functions. Handles are [`Object`], bytes are slices, and a failure is a
//! [`Failure`].
//!
//! The names are those of the header without `suiji_`. Missing bytes are empty.
//!
//! ```
//! use suiji::Run;
//! use suiji_c::{Failure, SUIJI_CSV, SUIJI_REGISTRY, calls};
//!
//! # fn main() -> Result<(), Failure> {
//! let csv = "id,name\nA-1,样例企业\n".as_bytes();
//! let registry = calls::table_read(SUIJI_REGISTRY, SUIJI_CSV, csv, &Run::default())?;
//! assert_eq!(registry.rows(), Some(1));
//! # Ok(())
//! # }
//! ```
//!
//! [`Object`]: crate::Object
//! [`Failure`]: crate::Failure

mod amending;
#[cfg(feature = "arrow")]
mod building;
#[cfg(feature = "arrow")]
mod columns;
mod contributions;
mod documents;
mod drawing;
#[cfg(feature = "import")]
mod importing;
mod inputs;
#[cfg(feature = "evidence")]
mod ledger;
#[cfg(feature = "papers")]
mod papers;
mod receipts;
#[cfg(feature = "results")]
mod results;
mod sampling;
mod sealing;
#[cfg(feature = "evidence")]
mod signing;
mod tables;
mod verifying;

pub use amending::{amend, state};
#[cfg(feature = "arrow")]
pub use building::{
    builder_finish, builder_new, builder_push_batch, builder_push_columns, builder_push_json,
};
#[cfg(feature = "arrow")]
pub use columns::{columns, frame, sample};
pub use contributions::{
    arrange, check_against, check_contributions, commitment_of, contributions,
};
pub use documents::{
    canonical_json, codes, digest, digest_groups, document, part, plan_changes, read, write,
};
pub use drawing::{draw, public_form};
#[cfg(feature = "import")]
pub use importing::{files_add, files_new, import_check, import_lists, import_part, import_plan};
pub use inputs::{findings, inputs_new, inputs_read};
#[cfg(feature = "evidence")]
pub use ledger::{ledger_audit, ledger_entries, witness_notes};
#[cfg(feature = "papers")]
pub use papers::{Afterwards, OfficeFiles, paper, papers, papers_list};
pub use receipts::{check_receipt, receipt, receipts, statements};
#[cfg(feature = "results")]
pub use results::{results_check, results_status, results_update, results_visits};
pub use sampling::{frame_rows, sample_rows};
pub use sealing::{check_inputs, outlook, reopen, seal, short_teams, summaries};
#[cfg(feature = "evidence")]
pub use signing::{
    envelope, envelope_attach, envelope_sign, envelope_statement, envelope_verify, policy_verify,
    public_key, statement, timestamp_request, timestamp_verify, to_sign,
};
pub use tables::{changes, table_ids, table_read, table_row};
pub use verifying::{evidence_add, evidence_add_document, evidence_new, require, verify};
