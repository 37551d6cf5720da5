//! The sheet of a witness: the few lines that he wrote down at the draw, typed in as they stand there [W1].

mod notes;

pub use notes::Notes;
