//! The sheet of a witness: the lines noted at the draw, typed in unchanged [W1].

mod notes;

pub use notes::Notes;
