//! The header of a sheet: its row, the list that the sheet contains, and the field of each column.

mod columns;
mod find;

pub(crate) use columns::{Column, OTHERS, Use, check_required, decide, layout};
pub(crate) use find::{Found, find, is_plan};
