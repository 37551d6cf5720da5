//! Writes the tree as text: canonical bytes [C2a] and the indented form of files.

use core::cmp::Ordering;
use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Json;

/// How a document is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// For people: fields in the order of the specification.
    File,
    /// RFC 8785: keys in the order of UTF-16. (Without floats the rest is what serde_json writes anyway.)
    Canonical,
}

/// A document in one of the forms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'d, D>(pub(super) &'d D, pub(super) Form);

impl Json<'_> {
    /// [C2a] JCS(x), the canonical bytes of RFC 8785.
    pub(crate) fn to_canonical(&self) -> Vec<u8> {
        serde_json::to_vec(&Written(self, Form::Canonical))
            .expect("writing to memory does not fail, and the tree has JSON values only")
    }

    /// The text of a file, indented, ending with a line end.
    pub(crate) fn to_pretty(&self) -> String {
        let mut text = serde_json::to_string_pretty(&Written(self, Form::File))
            .expect("writing to memory does not fail, and the tree has JSON values only");
        text.push('\n');
        text
    }
}

impl Serialize for Written<'_, Json<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(tree, form) = *self;
        match tree {
            Json::Null | Json::Number => serializer.serialize_unit(),
            Json::Bool(flag) => serializer.serialize_bool(*flag),
            Json::Int(number) => serializer.serialize_i64(*number),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Written(item, form))?;
                }
                list.end()
            }
            Json::Object(fields) => {
                let mut object = serializer.serialize_map(Some(fields.len()))?;
                let mut entry = |(key, value): &(Cow<'_, str>, _)| {
                    object.serialize_entry(key, &Written(value, form))
                };
                match form {
                    Form::File => fields.iter().try_for_each(entry)?,
                    Form::Canonical => {
                        let mut sorted: Vec<_> = fields.iter().collect();
                        sorted.sort_by(|(a, _), (b, _)| utf16_order(a, b));
                        sorted.into_iter().try_for_each(&mut entry)?;
                    }
                }
                object.end()
            }
        }
    }
}

/// Appends the canonical form of a text. (serde_json escapes the same characters as RFC 8785. Rows are written field by
/// field in canonical order, because there are millions of them.)
pub(crate) fn push_text(bytes: &mut Vec<u8>, text: &str) {
    if is_plain(text.as_bytes()) {
        bytes.push(b'"');
        bytes.extend_from_slice(text.as_bytes());
        bytes.push(b'"');
    } else {
        serde_json::to_writer(bytes, text).expect("a text can be written to memory");
    }
}

/// Whether no byte needs an escape. It checks eight bytes at a time.
fn is_plain(bytes: &[u8]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    // A byte below the limit, or equal to the other one, borrows from the high bit of its place. A borrow can make the
    // next places wrong, but then the answer is already known.
    let below = |eight: u64, limit: u8| eight.wrapping_sub(ONES * u64::from(limit)) & !eight;
    let equal = |eight: u64, byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
    let escaped = |eight: [u8; 8]| {
        let eight = u64::from_ne_bytes(eight);
        (below(eight, 0x20) | equal(eight, b'"') | equal(eight, b'\\')) & HIGH
    };
    let (eights, rest) = bytes.as_chunks();
    let mut last = [b' '; 8];
    last[..rest.len()].copy_from_slice(rest);
    let found = eights
        .iter()
        .fold(escaped(last), |found, eight| found | escaped(*eight));
    found == 0
}

/// [C2a] The order of keys in RFC 8785: by UTF-16 code units.
pub(crate) fn utf16_order(a: &str, b: &str) -> Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::ErrorKind;
    use crate::json::reader::parse;

    fn canonical(text: &str) -> String {
        let tree = parse(text.as_bytes(), 1 << 20, ErrorKind::Plan, None).unwrap();
        String::from_utf8(tree.to_canonical()).unwrap()
    }

    #[test]
    fn keys_are_sorted_as_utf16_and_escapes_are_those_of_rfc_8785() {
        // [C2a]; U+1F600 sorts before U+FB00 as UTF-16 and after it as UTF-8.
        assert_eq!(
            canonical("{\"ﬀ\": 1, \"😀\": 2, \"a\": 3}"),
            "{\"a\":3,\"😀\":2,\"ﬀ\":1}"
        );
        assert_eq!(utf16_order("ﬀ", "😀"), Ordering::Greater);
        assert_eq!(
            canonical(r#""\u000f\b\t\n\f\r\"\\\/\u20ac\u007f""#),
            "\"\\u000f\\b\\t\\n\\f\\r\\\"\\\\/€\u{7f}\""
        );
    }

    #[test]
    fn push_text_is_the_canonical_form() {
        // [C2a]
        let right = [
            ("", r#""""#),
            ("a b", r#""a b""#),
            ("12345678\"", r#""12345678\"""#),
            ("1234567\n", r#""1234567\n""#),
            ("12345678901\\3456", r#""12345678901\\3456""#),
            ("引\"号", r#""引\"号""#),
            ("a\\", r#""a\\""#),
            ("\u{1}", r#""\u0001""#),
            ("\u{1f}", r#""\u001f""#),
            ("\u{7f}\u{2028}", "\"\u{7f}\u{2028}\""),
            ("😀/é", r#""😀/é""#),
        ];
        for (text, canonical) in right {
            let mut bytes = Vec::new();
            push_text(&mut bytes, text);
            assert_eq!(bytes, canonical.as_bytes(), "{text:?}");
            assert_eq!(Json::text(text).to_canonical(), canonical.as_bytes());
        }
    }
}
