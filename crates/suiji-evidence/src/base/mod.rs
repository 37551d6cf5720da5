//! Used by all rooms: texts and problems, and a strict JSON reader.

pub(crate) mod strict;
pub(crate) mod texts;

pub(crate) use texts::problem;
