//! Bytes to the strict tree. The grammar is serde_json's; depth, repeated keys and numbers are ours.

use core::fmt;
use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::count::{Count, Stop};
use crate::codes;
use crate::error::{ErrorKind, Fault, Place};
use crate::json::Json;
use crate::limits;
use crate::run::Cancelled;

/// The key under which serde_json hands out numbers where some other crate of the build has
/// switched on its `arbitrary_precision`; read here so that no cargo feature changes a result.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// The tree of one document, or of one row where `row` is given.
pub(crate) fn parse(
    bytes: &[u8],
    limit: usize,
    stage: ErrorKind,
    row: Option<u64>,
) -> Result<Json<'_>, Fault> {
    parse_counted(bytes, limit, stage, row, &Count::default())
}

/// The same, where the caller counts the values.
pub(super) fn parse_counted<'b>(
    bytes: &'b [u8],
    limit: usize,
    stage: ErrorKind,
    row: Option<u64>,
    count: &Count<'_>,
) -> Result<Json<'b>, Fault> {
    let place = || match row {
        Some(row) => Place::new(stage, "").at_row(row),
        None => Place::new(stage, ""),
    };
    if bytes.len() > limit {
        let code = if row.is_some() {
            codes::LINE
        } else {
            codes::BYTES
        };
        return Err(Fault::new(code, place(), &[("limit", &limit.to_string())]));
    }
    let text = core::str::from_utf8(bytes).map_err(|error| {
        Fault::new(
            codes::NOT_UTF8,
            place(),
            &[("byte", &(error.valid_up_to() + 1).to_string())],
        )
    })?;
    if text.starts_with('\u{feff}') {
        return Err(Fault::new(codes::BOM, place(), &[]));
    }
    if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
        return Err(Fault::new(codes::EMPTY_DOCUMENT, place(), &[]));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let tree = Seed {
        text,
        count,
        depth: 0,
    }
    .deserialize(&mut deserializer);
    tree.and_then(|tree| deserializer.end().map(|()| tree))
        .map_err(|error| {
            let (line, column) = (error.line().to_string(), error.column().to_string());
            let details = [("line", line.as_str()), ("column", column.as_str())];
            match error.classify() {
                serde_json::error::Category::Data => match count.stop() {
                    Some(Stop::Cancelled) => Cancelled.into(),
                    Some(Stop::Values) => Fault::new(
                        codes::VALUES,
                        place(),
                        &[("limit", &limits::VALUES.to_string())],
                    ),
                    None => Fault::new(
                        codes::DEPTH,
                        place(),
                        &[("limit", &limits::DEPTH.to_string())],
                    ),
                },
                serde_json::error::Category::Eof => Fault::new(codes::TRUNCATED, place(), &details),
                // Such as 1e400, which is no integer either.
                _ if error.to_string().starts_with("number out of range") => {
                    Fault::new(codes::NUMBER, place(), &[])
                }
                _ => {
                    let problem = error.to_string();
                    let problem = problem.split(" at line ").next().unwrap_or_default();
                    Fault::new(
                        codes::SYNTAX,
                        place(),
                        &[details[0], details[1], ("problem", problem)],
                    )
                }
            }
        })
}

#[derive(Clone, Copy)]
struct Seed<'s, 'de> {
    text: &'de str,
    count: &'s Count<'s>,
    depth: usize,
}

impl Seed<'_, '_> {
    /// The seed of what lies inside; the data errors of this module are the two limits.
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

    /// Whether serde_json made the key itself: a document's own is borrowed from its text, or unescaped.
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
        // A row has some eight fields; what lies inside is given no more than it needs.
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
        // Stable, so that of repeated keys the first stays first.
        fields.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(Json::Object(fields))
    }
}

/// A number that came as text: an integer without fraction, exponent or `-0`.
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
mod tests {
    use serde::de::value::{BorrowedStrDeserializer, Error as ValueError, MapDeserializer};

    use super::*;
    use crate::Lang;

    fn code(text: &str) -> &'static str {
        match parse(text.as_bytes(), 1 << 20, ErrorKind::Plan, None) {
            Ok(_) => "",
            Err(fault) => fault.code(),
        }
    }

    #[test]
    fn hostile_documents_have_codes() {
        // [C2a]
        assert_eq!(code(""), "json.empty-document");
        assert_eq!(code(" \n"), "json.empty-document");
        assert_eq!(code("{"), "json.truncated");
        assert_eq!(code("{\"a\":1,}"), "json.syntax");
        assert_eq!(code("{} {}"), "json.syntax");
        assert_eq!(code("[1e400]"), "json.number");
        assert_eq!(code("\u{feff}{}"), "json.bom");
        assert_eq!(code("\"\\ud800\""), "json.syntax");
        assert_eq!(code(&"[".repeat(100_000)), "json.depth");
        assert_eq!(code(&format!("{}{}", "[".repeat(32), "]".repeat(32))), "");
        assert_eq!(
            code(&format!("{}{}", "[".repeat(33), "]".repeat(33))),
            "json.depth"
        );
        assert_eq!(
            parse(b"\"\xff\"", 100, ErrorKind::Plan, None)
                .unwrap_err()
                .code(),
            "json.not-utf8"
        );
        assert_eq!(
            parse(b"[1, 2]", 5, ErrorKind::Plan, None)
                .unwrap_err()
                .code(),
            "limit.bytes"
        );
    }

    #[test]
    fn a_document_holds_so_many_values() {
        let parse = |text: &str| parse(text.as_bytes(), usize::MAX, ErrorKind::Record, None).err();
        let text = format!("[{}1]", "1,".repeat(limits::VALUES));
        assert_eq!(parse(&text).map(|fault| fault.code()), Some("limit.values"));
        // The list itself is none of them.
        let text = format!("[{}1]", "1,".repeat(limits::VALUES - 1));
        assert_eq!(parse(&text), None);
    }

    #[test]
    fn the_first_byte_that_is_not_utf8_is_named() {
        let fault = parse(b"\"ab\xff\"", 100, ErrorKind::Plan, None).unwrap_err();
        assert!(fault.message(Lang::En).contains("byte 4"), "{fault:?}");
    }

    /// What the reader makes of a number that serde_json hands out as text, as it does under that feature.
    fn number_as_text(text: &str) -> Json<'_> {
        let entry = [NUMBER_KEY, text].map(BorrowedStrDeserializer::<ValueError>::new);
        let seed = Seed {
            text: "",
            count: &Count::default(),
            depth: 0,
        };
        let [key, value] = entry;
        seed.deserialize(MapDeserializer::new([(key, value)].into_iter()))
            .unwrap()
    }

    #[test]
    fn numbers_as_text_are_read_as_numbers_are() {
        // [C2a]: no cargo feature of a dependency changes a result.
        assert_eq!(number_as_text("12"), Json::Int(12));
        assert_eq!(number_as_text("-3"), Json::Int(-3));
        for other in ["-0", "1.0", "1e2", "9007199254740992"] {
            assert_eq!(number_as_text(other), Json::Number, "{other}");
        }
    }

    #[test]
    fn a_document_may_hold_the_key_of_numbers() {
        // [C2a]
        let text = format!("{{\"{NUMBER_KEY}\":\"5\"}}");
        let tree = parse(text.as_bytes(), 100, ErrorKind::Plan, None).unwrap();
        assert_eq!(tree, Json::object([(NUMBER_KEY, Json::text("5"))]));
    }

    #[test]
    fn numbers_are_integers_within_2_to_the_53() {
        // [C2a]
        let tree = parse(
            b"[9007199254740991, -9007199254740991, 9007199254740992, 1.0, 1e2, -0, 99999999999999999999]",
            1000,
            ErrorKind::Plan,
            None,
        );
        let (right, wrong) = (limits::INTEGER, Json::Number);
        assert_eq!(
            tree.unwrap(),
            Json::List(vec![
                Json::Int(right),
                Json::Int(-right),
                wrong.clone(),
                wrong.clone(),
                wrong.clone(),
                wrong.clone(),
                wrong
            ])
        );
    }
}
