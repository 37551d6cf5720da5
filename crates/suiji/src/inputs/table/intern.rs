//! Stores values that many rows share only once.

use crate::base::place::narrow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Distinct texts, numbered from 1 in the order of their first use. 0 means none.
///
/// The numbers depend on the order of rows, so they must not decide any order or result.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interned {
    values: Vec<Arc<str>>,
    numbers: BTreeMap<Arc<str>, u32>,
    last: u32,
}

impl Interned {
    /// The number of a value. A new value gets the next number.
    pub(crate) fn number(&mut self, value: &str) -> u32 {
        if self.value(self.last) == Some(value) {
            return self.last;
        }
        self.last = match self.numbers.get(value) {
            Some(&number) => number,
            None => {
                let value: Arc<str> = value.into();
                self.values.push(Arc::clone(&value));
                // There are fewer values than rows, and at most 2^32 − 1 rows fit a table in memory.
                let number = narrow(self.values.len());
                self.numbers.insert(value, number);
                number
            }
        };
        self.last
    }

    /// The value with that number.
    pub(crate) fn value(&self, number: u32) -> Option<&str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.values.get(index).map(|value| &**value)
    }

    /// The values in the order of their numbers.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> + Clone {
        self.values.iter().map(|value| &**value)
    }

    /// The number in this table of a value of `other`.
    pub(crate) fn adopt_one(&mut self, other: &Self, number: u32) -> u32 {
        other.value(number).map_or(0, |value| self.number(value))
    }

    /// For each number of `other`, including 0, the number in this table.
    pub(crate) fn adopt(&mut self, other: &Self) -> Vec<u32> {
        let adopted = other.values.iter().map(|value| self.number(value));
        core::iter::once(0).chain(adopted).collect()
    }

    /// For each number, including 0, the result of `map` for its value.
    pub(crate) fn map<T>(&self, map: impl Fn(Option<&str>) -> T) -> Vec<T> {
        core::iter::once(map(None))
            .chain(self.values().map(|value| map(Some(value))))
            .collect()
    }
}
