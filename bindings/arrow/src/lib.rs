//! Arrow tables for the bindings: a chunk of columns in, the results of a draw out. Nothing is copied if the core can
//! read the layout.

#![forbid(unsafe_code)]

mod cells;
mod fields;
mod layout;
mod results;
mod sample;
mod texts;

pub use cells::Cells;
pub use fields::{Renamed, columns, fields};
pub use results::{changes, entities, teams};
pub use sample::{frame, sample};
pub use texts::Text;
