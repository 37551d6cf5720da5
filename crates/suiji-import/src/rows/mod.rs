//! Turns rows of cells into rows of a list.

mod answer;
mod asking;
mod cache;
mod coded;
mod deferred;
mod fields;
mod lists;
mod merge;
mod reader;
mod skip;
mod store;
mod take;

pub(crate) use answer::Basis;
pub(crate) use deferred::{Deferred, stored};
pub(crate) use reader::{Context, Reader};
pub(crate) use store::Store;
