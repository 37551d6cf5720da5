//! Whether an answer can be used.

use std::fmt;
use std::sync::Arc;

use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};

/// Returns the reason why an answer cannot be used.
#[derive(Clone)]
pub(crate) struct Check(Arc<Reason>);

/// The reason why an answer cannot be used.
type Reason = dyn Fn(&str) -> Result<(), Text> + Send + Sync;

impl Check {
    pub(crate) fn new(check: impl Fn(&str) -> Result<(), Text> + Send + Sync + 'static) -> Self {
        Self(Arc::new(check))
    }

    /// The check of a question that allows only its choices.
    pub(crate) fn choices() -> Self {
        Self::new(|_| Err(texts::refused_choice()))
    }

    /// The reason why this check refuses an answer.
    pub(crate) fn why(&self, answer: &str) -> Result<(), Text> {
        (self.0)(answer)
    }

    pub(super) fn check(&self, answer: &str) -> Result<(), Problem> {
        let checked = match has_control(answer) {
            true => Err(texts::refused_control()),
            false => (self.0)(answer),
        };
        checked.map_err(|why| codes::answer(answer.escape_debug(), why))
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Check")
    }
}

/// Whether a text has control characters. No valid answer has any.
pub(crate) fn has_control(answer: &str) -> bool {
    answer.chars().any(char::is_control)
}

/// Whether a text is only a number. Questions show their choices with numbers.
pub(crate) fn is_number_of_choice(answer: &str) -> bool {
    (1..=2).contains(&answer.len()) && answer.bytes().all(|byte| byte.is_ascii_digit())
}
