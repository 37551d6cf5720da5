//! Reads a JSON document field by field. Unknown fields are refused, and all faults are reported at
//! once.

use serde_json::{Map, Value};

use super::problem::{Error, Problem};
use super::texts::{self, Text};

/// The greatest size of a document. Documents of this kind are small: 1 MiB.
const BYTES: usize = 1 << 20;

/// The document in a file. Duplicate fields, fractions and control characters are refused.
pub(crate) fn document(bytes: &[u8]) -> Result<Value, Text> {
    if bytes.len() > BYTES {
        return Err(texts::too_long(BYTES));
    }
    // Some editors on Windows begin a file with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let canonical = suiji::canonical_json(bytes);
    let canonical = canonical.map_err(|error| Text::of(|lang| error.message(lang)))?;
    serde_json::from_slice(&canonical).map_err(|error| Text::of(|_| error.to_string()))
}

/// The faults of a document so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Text>);

impl Faults {
    pub(crate) fn push(&mut self, path: &str, problem: Text) {
        self.0.push(match path.is_empty() {
            true => problem,
            false => texts::at_path(path, problem),
        });
    }

    /// A fault in the contents of a field, found by another reader.
    pub(crate) fn push_error(&mut self, path: &str, error: &Error) {
        self.push(path, Text::of(|lang| error.message(lang)));
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults as problems of one code.
    pub(crate) fn into_error(self, code: impl Fn(Text) -> Problem) -> Error {
        Error::of(self.0.into_iter().map(code).collect())
    }
}

/// An object of a document. Its fields are read one by one.
#[derive(Debug)]
pub(crate) struct Fields<'v> {
    path: String,
    map: &'v Map<String, Value>,
}

impl<'v> Fields<'v> {
    /// The object at a path, if it is one. A field that is not in `known` is a fault.
    pub(crate) fn of(
        value: &'v Value,
        path: &str,
        known: &[&str],
        faults: &mut Faults,
    ) -> Option<Self> {
        let Some(map) = value.as_object() else {
            faults.push(path, texts::not_an_object());
            return None;
        };
        for name in map.keys().filter(|name| !known.contains(&name.as_str())) {
            faults.push(path, texts::unknown_field(name, known.join(", ")));
        }
        let path = path.to_owned();
        Some(Self { path, map })
    }

    /// The path of a field.
    pub(crate) fn path(&self, name: &str) -> String {
        match self.path.is_empty() {
            true => name.to_owned(),
            false => format!("{}.{name}", self.path),
        }
    }

    /// Whether the field exists.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.map.contains_key(name)
    }

    fn required(&self, name: &str, faults: &mut Faults) -> Option<&'v Value> {
        let found = self.map.get(name);
        if found.is_none() {
            faults.push(&self.path, texts::missing_field(name));
        }
        found
    }

    /// A required text, which is not blank.
    pub(crate) fn text(&self, name: &str, faults: &mut Faults) -> Option<&'v str> {
        let value = self.required(name, faults)?;
        let text = value.as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            faults.push(&self.path(name), texts::not_a_text());
        }
        text
    }

    /// A required number of at least 1.
    pub(crate) fn count(&self, name: &str, faults: &mut Faults) -> Option<usize> {
        let value = self.required(name, faults)?.as_u64();
        let number = value.and_then(|number| usize::try_from(number).ok());
        let number = number.filter(|number| *number > 0);
        if number.is_none() {
            faults.push(&self.path(name), texts::not_a_count());
        }
        number
    }

    /// A required list with the path of each item.
    pub(crate) fn list(
        &self,
        name: &str,
        faults: &mut Faults,
    ) -> impl Iterator<Item = (String, &'v Value)> + use<'v> {
        let items = self.required(name, faults).map(Value::as_array);
        if items == Some(None) {
            faults.push(&self.path(name), texts::not_a_list());
        }
        let path = self.path(name);
        let items = items.flatten().into_iter().flatten();
        (0..)
            .zip(items)
            .map(move |(number, item): (usize, _)| (format!("{path}[{number}]"), item))
    }

    /// A required word, one of several.
    pub(crate) fn word<T: Copy>(
        &self,
        name: &str,
        words: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        let value = self.required(name, faults)?;
        let found = words.iter().find(|(word, _)| value.as_str() == Some(word));
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            faults.push(&self.path(name), texts::not_one_of(known.join(", ")));
        }
        found.map(|(_, value)| *value)
    }
}
