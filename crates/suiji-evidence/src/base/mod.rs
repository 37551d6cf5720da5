//! What all rooms use: texts and problems.

pub(crate) mod texts;

pub(crate) use texts::problem;
