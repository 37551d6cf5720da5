//! The markup as a page for printing: HTML in one file, A4.

mod style;
mod write;

pub(crate) use style::LIST;
pub(crate) use write::{escaped, page, page_without_numbers};
