//! Reads typed values from the tree. Every fault is recorded with its place, and reading continues.

mod canonical;
mod count;
mod parse;
mod path;
mod values;
mod whole;

pub use canonical::{canonical_json, canonical_json_with};
pub(crate) use parse::parse;
pub(crate) use path::Path;
pub(crate) use whole::Form;

use count::Count;

use std::borrow::Cow;

use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::id::is_id;
use crate::base::secret::hide;
use crate::base::texts::{self, Localized, Problem, Words, codes};
use crate::json::Json;

/// What a reader does with a default that is written out, or an empty optional field [C2c].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Policy {
    /// For plan and rows: as if it was left out.
    Drop,
    /// For commitment, contributions and record: an error.
    Refuse,
}

/// Reads one document or row.
#[derive(Debug)]
pub(crate) struct Reader<'f> {
    pub(crate) kind: ErrorKind,
    pub(crate) row: Option<u64>,
    /// The value of the id of the row, which may be invalid.
    row_id: Option<&'f Json<'f>>,
    pub(crate) policy: Policy,
    pub(crate) faults: &'f mut Faults,
    count: Option<&'f Count<'f>>,
}

/// The fields of an object. Unknown and repeated keys are already reported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'t, 'a>(&'t [(Cow<'a, str>, Json<'a>)]);

impl<'t, 'a> Fields<'t, 'a> {
    pub(crate) fn get(&self, key: &str) -> Option<&'t Json<'a>> {
        // There are few fields, so comparing lengths first is less work than a binary search. Of repeated fields, this
        // finds the first.
        self.0
            .iter()
            .find(|(of, _)| **of == *key)
            .map(|(_, value)| value)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn entries(&self) -> &'t [(Cow<'a, str>, Json<'a>)] {
        self.0
    }
}

impl<'f> Reader<'f> {
    /// A reader of a document.
    pub(crate) fn new(kind: ErrorKind, policy: Policy, faults: &'f mut Faults) -> Self {
        Self {
            kind,
            row: None,
            row_id: None,
            policy,
            faults,
            count: None,
        }
    }

    /// A reader of a row of a table, whose field `id` identifies the row in messages.
    pub(crate) fn of_row(
        kind: ErrorKind,
        number: u64,
        row: &'f Json<'f>,
        id: &str,
        faults: &'f mut Faults,
    ) -> Self {
        let row_id = match row {
            Json::Object(fields) => Fields(fields).get(id),
            _ => None,
        };
        Self {
            row: Some(number),
            row_id,
            ..Self::new(kind, Policy::Drop, faults)
        }
    }
}

impl Reader<'_> {
    pub(crate) fn place(&self, path: &Path<'_>) -> Place {
        let place = match (path, self.row) {
            (Path::Root, Some(_)) => Place::new(self.kind, ""),
            _ => Place::new(self.kind, path.to_string()),
        };
        let place = match self.row {
            Some(row) => place.at_row(row),
            None => place,
        };
        match self.row_id {
            Some(Json::Text(id)) if is_id(id) => place.with_id(id),
            _ => place,
        }
    }

    pub(crate) fn fault(&mut self, problem: Problem, path: &Path<'_>) {
        // If a fault is not kept, not even its place is made, because that may be as long as the document.
        if self.row.is_none() && self.faults.is_full(self.kind, problem.code) {
            return;
        }
        let place = self.place(path);
        self.faults.push(hide(problem).at(place));
    }

    pub(super) fn wrong_type(&mut self, value: &Json<'_>, path: &Path<'_>, expected: Words) {
        self.wrong(value, path, expected, value.kind());
    }

    /// Reports a value of the wrong type. Its text may be shown.
    pub(super) fn wrong_value(&mut self, value: &Json<'_>, path: &Path<'_>, expected: Words) {
        match value {
            Json::Text(found) => self.wrong(value, path, expected, texts::quoted(found)),
            _ => self.wrong_type(value, path, expected),
        }
    }

    fn wrong(&mut self, value: &Json<'_>, path: &Path<'_>, expected: Words, found: impl Localized) {
        let problem = match value {
            Json::Null => codes::null(),
            Json::Number => codes::number(),
            _ => codes::wrong_type(expected, found),
        };
        self.fault(problem, path);
    }

    /// Reads any document, and reports what [C2a] and [C2b] forbid.
    pub(crate) fn any(&mut self, value: &Json<'_>, path: &Path<'_>) {
        match value {
            Json::Null | Json::Number => self.wrong_type(value, path, texts::NO_TEXT),
            Json::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    if !self.count.is_none_or(Count::read) {
                        return;
                    }
                    self.any(item, &path.index(index));
                }
            }
            Json::Object(_) => {
                for (key, value) in self
                    .map(value, path)
                    .map_or(&[] as &[_], |fields| fields.entries())
                {
                    self.any(value, &path.key(key));
                }
            }
            Json::Bool(_) | Json::Int(_) | Json::Text(_) => {}
        }
    }

    /// [C2b] An object with any keys, each of them once.
    pub(crate) fn map<'t, 'a>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
    ) -> Option<Fields<'t, 'a>> {
        let Json::Object(entries) = value else {
            self.wrong_type(value, path, texts::AN_OBJECT);
            return None;
        };
        for pair in entries.windows(2) {
            if pair[0].0 == pair[1].0 {
                self.fault(codes::repeated_key(&pair[0].0), path);
            }
        }
        Some(Fields(entries))
    }

    /// [C2b] An object with known fields only.
    pub(crate) fn object<'t, 'a>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
        known: &[&str],
    ) -> Option<Fields<'t, 'a>> {
        let fields = self.map(value, path)?;
        for (key, _) in fields.0 {
            if !known.contains(&&**key) {
                self.fault(codes::unknown_field(key), path);
            }
        }
        Some(fields)
    }

    /// A required field.
    pub(crate) fn required<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<T> {
        match fields.get(key) {
            Some(value) => read(self, value, &path.key(key)),
            None => {
                self.fault(codes::missing_field(key), path);
                None
            }
        }
    }

    /// An optional field. `Some(None)` means that it is left out.
    pub(crate) fn optional<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        match fields.get(key) {
            Some(value) => read(self, value, &path.key(key)).map(Some),
            None => Some(None),
        }
    }

    /// The elements of an optional array. There are none if it is left out [C2c].
    pub(crate) fn list<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(value) = fields.get(key) else {
            return Some(Vec::new());
        };
        let path = path.key(key);
        if value.is_empty() && matches!(value, Json::List(_)) {
            return self.dropped(codes::written_empty(), &path).then(Vec::new);
        }
        self.elements(value, &path, read)
    }

    /// The elements of an optional array. If it is present, it has at least one, because its absence has another
    /// meaning [C2c].
    pub(crate) fn filled_list<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Option<Vec<T>>> {
        self.optional(fields, path, key, |reader, value, path| {
            reader.full_elements(value, path, read)
        })
    }

    /// The elements of a required array, at least one [C2c].
    pub(crate) fn full_list<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.required(fields, path, key, |reader, value, path| {
            reader.full_elements(value, path, read)
        })
    }

    pub(crate) fn full_elements<'t, 'a, T>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
        read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if matches!(value, Json::List(items) if items.is_empty()) {
            self.fault(codes::empty(), path);
            return None;
        }
        self.elements(value, path, read)
    }

    fn elements<'t, 'a, T>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
        mut read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Json::List(items) = value else {
            self.wrong_type(value, path, texts::AN_ARRAY);
            return None;
        };
        // All elements are read before a fault stops reading, so that every fault is recorded.
        let mut read_items = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if !self.count.is_none_or(Count::read) {
                return None;
            }
            read_items.push(read(self, item, &path.index(index)));
        }
        read_items.into_iter().collect()
    }

    /// An optional object. An empty one is treated as left out [C2c].
    pub(crate) fn optional_map<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        if fields
            .get(key)
            .is_some_and(|value| matches!(value, Json::Object(_)) && value.is_empty())
        {
            return self
                .dropped(codes::written_empty(), &path.key(key))
                .then_some(None);
        }
        self.optional(fields, path, key, read)
    }

    /// A flag whose default is false [C2c].
    pub(crate) fn flag(
        &mut self,
        fields: Fields<'_, '_>,
        path: &Path<'_>,
        key: &str,
    ) -> Option<bool> {
        match fields.get(key) {
            None => Some(false),
            Some(Json::Bool(true)) => Some(true),
            Some(Json::Bool(false)) => self
                .dropped(codes::written_default(), &path.key(key))
                .then_some(false),
            Some(value) => {
                self.wrong_value(value, &path.key(key), texts::TRUE_OR_FALSE);
                None
            }
        }
    }

    /// [C2c] Whether a default that is written out is dropped. If not, it is a fault.
    pub(crate) fn dropped(&mut self, problem: Problem, path: &Path<'_>) -> bool {
        if self.policy == Policy::Refuse {
            self.fault(problem, path);
        }
        self.policy == Policy::Drop
    }
}
