//! Splits a document into its parts: the text before the annexes, and the annexes with their columns and rows.

mod annex;
mod body;
mod columns;
mod found;
mod head;
mod header;

pub(crate) use annex::{Annex, TaskRow, annexes, expected_columns};
pub(crate) use body::{Body, body};
pub(crate) use columns::Field;
pub(crate) use found::Found;
pub(crate) use head::{Head, head};
