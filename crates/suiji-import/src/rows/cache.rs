//! Values that repeat down a column are cleaned once.

use hashbrown::HashMap;

use crate::ask::Question;
use crate::value::rules::Rules;

/// The result of cleaning a cell.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Value(String, Rules),
    /// There are questions about it.
    Asked(Vec<Question>),
    /// The row is left out, by an answer.
    LeaveOut,
    /// A list that can be split only when all members of its column are known.
    Deferred(String),
}

impl Outcome {
    pub(super) const fn nothing() -> Self {
        Self::Value(String::new(), Rules::NONE)
    }
}

/// A cleaned cell.
#[derive(Clone, Debug)]
pub(super) struct Done {
    pub(super) outcome: Outcome,
    /// The value as a cell of CSV.
    pub(super) encoded: Vec<u8>,
    /// The change in the log, if there is one.
    pub(super) change: Option<u32>,
}

/// The values of a column.
#[derive(Debug, Default)]
pub(super) struct Cache {
    index: HashMap<Box<str>, usize>,
    done: Vec<(Box<str>, Done)>,
    /// The value that was found last; the next row often has the same.
    last: usize,
}

/// Different values that a cache keeps.
const MOST: usize = 1 << 16;

impl Cache {
    /// The result of a text that was cleaned before.
    pub(super) fn find(&mut self, text: &str) -> Option<&Done> {
        let is_last = self
            .done
            .get(self.last)
            .is_some_and(|(of, _)| **of == *text);
        if !is_last {
            self.last = *self.index.get(text)?;
        }
        self.done.get(self.last).map(|(_, done)| done)
    }

    pub(super) fn add(&mut self, text: &str, done: Done) {
        if self.done.len() < MOST {
            self.index.insert(text.into(), self.done.len());
            self.done.push((text.into(), done));
        }
    }
}
