//! The fields of an entry, read one by one. A missing, unknown or malformed field is a
//! problem.

use core::str::FromStr;

use serde_json::{Map, Value};
use suiji::ceremony::PartialContributions;
use suiji::{Contribution, Digest};

use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

/// The fields that were not read yet.
pub(super) struct Fields(Map<String, Value>);

type Read<T> = Result<T, Problem>;

impl Fields {
    pub(super) fn of(value: Value) -> Read<Self> {
        match value {
            Value::Object(map) => Ok(Self(map)),
            _ => Err(codes::ledger_form(texts::not_an_object())),
        }
    }

    fn take(&mut self, name: &str) -> Read<Value> {
        let missing = || codes::ledger_form(texts::missing_field(name));
        self.0.remove(name).ok_or_else(missing)
    }

    pub(super) fn text(&mut self, name: &str) -> Read<String> {
        match self.take(name)? {
            Value::String(text) if is_text(&text) => Ok(text),
            _ => Err(wrong(name)),
        }
    }

    pub(super) fn number(&mut self, name: &str) -> Read<u64> {
        self.take(name)?.as_u64().ok_or_else(|| wrong(name))
    }

    /// A text of a fixed form, such as a digest or a time.
    pub(super) fn parsed<T: FromStr>(&mut self, name: &str) -> Read<T> {
        self.text(name)?.parse().map_err(|_| wrong(name))
    }

    /// The same for an optional field.
    pub(super) fn optional<T: FromStr>(&mut self, name: &str) -> Read<Option<T>> {
        let found = self.0.contains_key(name).then(|| self.parsed(name));
        found.transpose()
    }

    /// `true`, or missing.
    pub(super) fn flag(&mut self, name: &str) -> Read<bool> {
        match self.0.remove(name) {
            None => Ok(false),
            Some(Value::Bool(true)) => Ok(true),
            Some(_) => Err(wrong(name)),
        }
    }

    /// A required list.
    pub(super) fn full_list<T>(
        &mut self,
        name: &str,
        read: impl Fn(Value) -> Option<T>,
    ) -> Read<Vec<T>> {
        let list = self.list(name, read)?;
        match list.is_empty() {
            true => Err(codes::ledger_form(texts::missing_field(name))),
            false => Ok(list),
        }
    }

    /// An optional list. If it exists, it must not be empty.
    pub(super) fn list<T>(
        &mut self,
        name: &str,
        read: impl Fn(Value) -> Option<T>,
    ) -> Read<Vec<T>> {
        match self.0.remove(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) if !list.is_empty() => {
                let list: Option<Vec<T>> = list.into_iter().map(read).collect();
                list.ok_or_else(|| wrong(name))
            }
            Some(_) => Err(wrong(name)),
        }
    }

    /// A contribution with the number of its source, in the form of [S3c].
    pub(super) fn contribution(&mut self, name: &str) -> Read<(u64, Contribution)> {
        let list = contributions(&Value::Array(vec![self.take(name)?]));
        let list = list.ok_or_else(|| wrong(name))?;
        let one = list.iter().next().ok_or_else(|| wrong(name))?;
        Ok((one.0, one.1.clone()))
    }

    /// Contributions in the form of [S3c].
    pub(super) fn contributions(&mut self, name: &str) -> Read<PartialContributions> {
        contributions(&self.take(name)?).ok_or_else(|| wrong(name))
    }

    /// Fails if a field was not read.
    pub(super) fn finish(self) -> Read<()> {
        match self.0.keys().next() {
            Some(name) => Err(codes::ledger_form(texts::no_such_field(texts::shown(name)))),
            None => Ok(()),
        }
    }
}

/// Checks that a text is one line and not empty.
fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}

fn contributions(list: &Value) -> Option<PartialContributions> {
    PartialContributions::from_json(list.to_string().as_bytes()).ok()
}

fn wrong(name: &str) -> Problem {
    codes::ledger_form(texts::wrong_field(name))
}

/// A digest as an element of a list.
pub(super) fn digest(value: Value) -> Option<Digest> {
    value.as_str()?.parse().ok()
}
