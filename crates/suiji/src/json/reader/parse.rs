//! Parses bytes into the strict tree. serde_json decides the grammar. This module decides depth, repeated keys and
//! numbers.

use core::fmt;
use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::count::{Count, Stop};
use crate::base::error::{ErrorKind, Fault, Place};
use crate::base::limits;
use crate::base::run::Cancelled;
use crate::base::texts::{self, Problem, codes};
use crate::json::Json;

/// The key under which serde_json returns numbers if another crate of the build enables its feature
/// `arbitrary_precision`. It is read here, so that no cargo feature changes a result.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// The tree of one document, or of one row if `row` is given.
pub(crate) fn parse(
    bytes: &[u8],
    limit: usize,
    kind: ErrorKind,
    row: Option<u64>,
) -> Result<Json<'_>, Fault> {
    parse_counted(bytes, limit, kind, row, &Count::default())
}

/// [C2a] Parses one document or row. The caller counts the values.
pub(super) fn parse_counted<'b>(
    bytes: &'b [u8],
    limit: usize,
    kind: ErrorKind,
    row: Option<u64>,
    count: &Count<'_>,
) -> Result<Json<'b>, Fault> {
    let place = || match row {
        Some(row) => Place::new(kind, "").at_row(row),
        None => Place::new(kind, ""),
    };
    if bytes.len() > limit {
        let problem = match row {
            Some(_) => codes::line(limit),
            None => codes::bytes(limit),
        };
        return Err(problem.at(place()));
    }
    let text = core::str::from_utf8(bytes)
        .map_err(|error| codes::not_utf8(error.valid_up_to() + 1).at(place()))?;
    if text.starts_with('\u{feff}') {
        return Err(codes::bom().at(place()));
    }
    if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
        return Err(codes::empty_document().at(place()));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let tree = Seed {
        text,
        count,
        depth: 0,
    }
    .deserialize(&mut deserializer);
    tree.and_then(|tree| deserializer.end().map(|()| tree))
        .map_err(|error| match (error.classify(), count.stop()) {
            (Category::Data, Some(Stop::Cancelled)) => Cancelled.into(),
            (Category::Data, Some(Stop::Values)) => codes::values(limits::VALUES).at(place()),
            (Category::Data, None) => codes::depth(limits::DEPTH).at(place()),
            _ => syntax(&error).at(place()),
        })
}

/// What serde_json found wrong, in both languages.
fn syntax(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        return codes::truncated(line, column);
    }
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    // A number such as 1e400, which is not an integer either.
    if message == "number out of range" {
        return codes::number();
    }
    let known = texts::SYNTAX.iter().find(|(of, _)| *of == message);
    let problem = known.map_or(texts::OTHER_SYNTAX, |(_, words)| *words);
    codes::syntax(line, column, problem)
}

#[derive(Clone, Copy)]
struct Seed<'s, 'de> {
    text: &'de str,
    count: &'s Count<'s>,
    depth: usize,
}

impl Seed<'_, '_> {
    /// The seed for nested values, or an error if they are nested too deep.
    fn inside<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth == limits::DEPTH {
            return Err(E::custom("depth"));
        }
        let depth = self.depth + 1;
        Ok(Self { depth, ..self })
    }

    fn count<E: serde::de::Error>(self) -> Result<(), E> {
        if self.count.parsed() {
            Ok(())
        } else {
            Err(E::custom("stopped"))
        }
    }

    /// Whether serde_json made the key itself. A key of the document is borrowed from its text, or unescaped.
    #[expect(clippy::ptr_arg, reason = "whether it is borrowed is the question")]
    fn is_number(&self, key: &Cow<'_, str>) -> bool {
        let text = self.text.as_bytes().as_ptr_range();
        matches!(*key, Cow::Borrowed(key) if key == NUMBER_KEY && !text.contains(&key.as_ptr()))
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, 'de> {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, 'de> {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(i64::try_from(number).map_or(Json::Number, Json::integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json<'de>, A::Error> {
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inside)? {
            self.count()?;
            list.push(item);
        }
        list.shrink_to_fit();
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json<'de>, A::Error> {
        let inside = self.inside()?;
        // A row has about eight fields. Nested values get only the capacity that they need.
        let expected = if self.depth == 0 { 8 } else { 0 };
        let mut fields: Vec<(Cow<'de, str>, Json<'de>)> = Vec::with_capacity(expected);
        while let Some(key) = entries.next_key_seed(Key)? {
            let value = entries.next_value_seed(inside)?;
            if fields.is_empty() && self.is_number(&key) {
                return Ok(number(&value));
            }
            self.count()?;
            fields.push((key, value));
        }
        if self.depth > 0 {
            fields.shrink_to_fit();
        }
        // The sort is stable, so that the first of repeated keys stays first.
        fields.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(Json::Object(fields))
    }
}

/// A number from its text: an integer without fraction, exponent or `-0`.
fn number<'de>(value: &Json<'_>) -> Json<'de> {
    match value {
        Json::Text(text) if &**text != "-0" => match text.parse() {
            Ok(number) => Json::integer(number),
            Err(_) => Json::Number,
        },
        _ => Json::Number,
    }
}

struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

#[cfg(test)]
mod tests;
