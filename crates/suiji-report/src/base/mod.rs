//! What all rooms use: texts and problems, shares, and the strict reader of files that an office writes.

pub(crate) mod share;
pub(crate) mod strict;
pub(crate) mod texts;

pub(crate) use texts::problem;
