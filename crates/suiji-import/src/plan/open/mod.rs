//! Open points of the document become questions. Whatever was understood becomes a
//! note.

mod asking;
mod departments;
mod nearest;
pub(crate) mod risk;
pub(crate) mod scope;
pub(crate) mod team;

pub use asking::Understood;
pub(crate) use asking::{Asking, Became, Open};
pub(crate) use departments::departments;
