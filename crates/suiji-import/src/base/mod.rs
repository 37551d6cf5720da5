//! Used by all rooms: texts, limits, problems, and the lists with their fields.

pub(crate) mod fields;
pub mod limits;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod options;
pub(crate) mod texts;

pub(crate) use texts::problem;
