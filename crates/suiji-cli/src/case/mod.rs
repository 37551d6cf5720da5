//! The folder of a case: its files, what is sealed and drawn in it, and the documents in them.

mod aside;
pub(crate) mod documents;
pub(crate) mod earlier;
mod folder;
pub(crate) mod given;
mod names;
pub(crate) mod office;
pub(crate) mod partial;
pub(crate) mod pending;
pub(crate) mod turn;

pub(crate) use folder::Case;
pub(crate) use names::{CEREMONY, COMMITMENT, CONTRIBUTIONS, PARTIAL, PLAN, RECORD};
