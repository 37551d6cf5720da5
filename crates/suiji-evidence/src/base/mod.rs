//! What all rooms use: texts and problems, and strict reading of JSON.

pub(crate) mod strict;
pub(crate) mod texts;

pub(crate) use texts::problem;
