//! The formats, compared with published vectors, and ledgers that somebody
//! altered.
#![expect(clippy::unwrap_used, reason = "tests")]

mod altered;
mod codes;
mod ledger;
mod notes;
mod signed;
mod support;
mod trees;
mod vectors;
