//! Imports of lists: each kind of untidiness with its log, every format, hostile files.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod books;
mod checked;
mod formats;
mod found;
mod hostile;
mod kinds;
mod office;
mod plan;
mod plan_hostile;
mod results;
mod support;
mod untidy;
