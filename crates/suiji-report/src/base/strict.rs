//! Reads a JSON file that an office writes. Unknown fields are refused, and all faults are reported at
//! once.

use serde_json::{Map, Value};
use suiji::values::Date;

use super::texts::{self, Text};

/// The greatest size of a file. Files of this kind are small: 1 MiB.
const BYTES: usize = 1 << 20;

/// The document in a file. Duplicate keys, fractions and control characters are refused.
pub(crate) fn document(bytes: &[u8]) -> Result<Value, Text> {
    if bytes.len() > BYTES {
        return Err(texts::too_long(BYTES));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    suiji::canonical_json(bytes).map_err(|error| Text::of(|lang| error.message(lang)))?;
    serde_json::from_slice(bytes).map_err(|error| Text::of(|_| error.to_string()))
}

/// The faults of a file so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Text>);

impl Faults {
    pub(crate) fn push(&mut self, path: &str, problem: Text) {
        self.0.push(match path.is_empty() {
            true => problem,
            false => texts::at_path(path, problem),
        });
    }

    pub(crate) fn into_texts(self) -> Vec<Text> {
        self.0
    }
}

/// An object of a file. Its fields are read one by one.
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

    /// A field that may be missing.
    pub(crate) fn optional(&self, name: &str) -> Option<&'v Value> {
        self.map.get(name)
    }

    fn required(&self, name: &str, faults: &mut Faults) -> Option<&'v Value> {
        let found = self.map.get(name);
        if found.is_none() {
            faults.push(&self.path, texts::missing_field(name));
        }
        found
    }

    /// A required text, which is not empty.
    pub(crate) fn text(&self, name: &str, faults: &mut Faults) -> Option<&'v str> {
        let value = self.required(name, faults)?;
        let text = value.as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            faults.push(&self.path(name), texts::not_a_text());
        }
        text
    }

    /// A text that may be missing or empty.
    pub(crate) fn optional_text(&self, name: &str, faults: &mut Faults) -> Option<&'v str> {
        let text = self.optional(name)?.as_str();
        if text.is_none() {
            faults.push(&self.path(name), texts::not_a_text());
        }
        text
    }

    /// A required number in a range.
    pub(crate) fn number(
        &self,
        name: &str,
        from: u32,
        to: u32,
        faults: &mut Faults,
    ) -> Option<u32> {
        let value = self.required(name, faults)?;
        let number = value
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .filter(|number| (from..=to).contains(number));
        if number.is_none() {
            faults.push(&self.path(name), texts::not_in_range(from, to));
        }
        number
    }

    /// A required date.
    pub(crate) fn date(&self, name: &str, faults: &mut Faults) -> Option<Date> {
        let value = self.required(name, faults)?;
        date(value, &self.path(name), faults)
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

    /// A required `true` or `false`.
    pub(crate) fn flag(&self, name: &str, faults: &mut Faults) -> Option<bool> {
        let flag = self.required(name, faults)?.as_bool();
        if flag.is_none() {
            faults.push(&self.path(name), texts::not_a_flag());
        }
        flag
    }

    /// A required word, one of several.
    pub(crate) fn required_word<T: Copy>(
        &self,
        name: &str,
        words: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        self.required(name, faults)?;
        self.word(name, words, faults)
    }

    /// One of several words; none if the field is missing.
    pub(crate) fn word<T: Copy>(
        &self,
        name: &str,
        words: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        let value = self.optional(name)?;
        let found = words.iter().find(|(word, _)| value.as_str() == Some(word));
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            faults.push(&self.path(name), texts::not_one_of(known.join(", ")));
        }
        found.map(|(_, value)| *value)
    }
}

/// A date at a path.
pub(crate) fn date(value: &Value, path: &str, faults: &mut Faults) -> Option<Date> {
    let date = value.as_str().and_then(|text| text.parse().ok());
    if date.is_none() {
        faults.push(path, texts::not_a_date());
    }
    date
}
