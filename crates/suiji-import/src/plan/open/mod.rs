//! What the document leaves open, as questions; and what was understood, as notes.

mod asking;
mod departments;
mod nearest;
pub(crate) mod risk;
pub(crate) mod scope;
pub(crate) mod team;

pub use asking::Understood;
pub(crate) use asking::{Asking, Became, Open};
pub(crate) use departments::departments;
