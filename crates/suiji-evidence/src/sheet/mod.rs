//! The sheet of a witness.
