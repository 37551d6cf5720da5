//! The header of a sheet: which row it is, which list the sheet is, and which column holds which field.

mod columns;
mod find;

pub(crate) use columns::{Column, OTHERS, Use, check_required, decide, layout};
pub(crate) use find::{Found, find, is_plan};
