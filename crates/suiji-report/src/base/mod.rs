//! Used by all rooms: texts and problems, shares, and the strict reader of an office's files.

pub(crate) mod share;
pub(crate) mod strict;
pub(crate) mod texts;

pub(crate) use texts::problem;
