//! Questions that only a person can answer. The answers are saved for the next list.

mod answers;
mod check;
mod question;
mod unanswered;

pub use answers::Answers;
pub(crate) use check::{Check, has_control, is_number_of_choice};
pub(crate) use question::Questions;
pub use question::{About, Choice, Key, Place, Question};
pub(crate) use unanswered::unanswered;

/// The answer that leaves a cell blank.
pub const BLANK: &str = "blank";
/// The answer that leaves a row or a column out.
pub const LEAVE_OUT: &str = "leave_out";
/// The answer that uses the value of the row above.
pub(crate) const AS_ABOVE: &str = "as_above";
/// The answer that imports hidden rows.
pub const TAKE: &str = "take";
/// The answer that keeps a column as `extra`.
pub const EXTRA: &str = "extra";
