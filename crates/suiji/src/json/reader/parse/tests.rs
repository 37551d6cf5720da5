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
fn every_syntax_error_of_serde_json_is_explained_in_both_languages() {
    // [C2a]
    let wrong = [
        ("expected value", "[x]"),
        ("expected ident", "[tru]"),
        ("expected `:`", "{\"a\" 1}"),
        ("expected `,` or `]`", "[1 2]"),
        ("expected `,` or `}`", "{\"a\": 1 2}"),
        ("key must be a string", "{a: 1}"),
        ("trailing comma", "[1,]"),
        ("trailing characters", "{} {}"),
        ("invalid number", "[1.]"),
        ("invalid escape", "\"\\x\""),
        (
            "control character (\\u0000-\\u001F) found while parsing a string",
            "\"\t\"",
        ),
        ("lone leading surrogate in hex escape", "\"\\ud800\\u0041\""),
        ("unexpected end of hex escape", "\"\\ud800\""),
    ];
    assert_eq!(wrong.map(|(of, _)| of), texts::SYNTAX.map(|(of, _)| of));
    for ((of, words), (_, text)) in texts::SYNTAX.into_iter().zip(wrong) {
        let fault = parse(text.as_bytes(), 1 << 20, ErrorKind::Plan, None).unwrap_err();
        for lang in [Lang::Zh, Lang::En] {
            let message = fault.message(lang);
            assert!(message.ends_with(words.text(lang)), "{of}: {message}");
        }
        let chinese = fault.message(Lang::Zh);
        assert!(chinese.contains("第 1 行第 "), "{chinese}");
    }
}

#[test]
fn a_document_holds_so_many_values() {
    let parse = |text: &str| parse(text.as_bytes(), usize::MAX, ErrorKind::Record, None).err();
    let text = format!("[{}1]", "1,".repeat(limits::VALUES));
    assert_eq!(parse(&text).map(|fault| fault.code()), Some("limit.values"));
    // The list itself is not counted.
    let text = format!("[{}1]", "1,".repeat(limits::VALUES - 1));
    assert_eq!(parse(&text), None);
}

#[test]
fn the_first_byte_that_is_not_utf8_is_named() {
    let fault = parse(b"\"ab\xff\"", 100, ErrorKind::Plan, None).unwrap_err();
    assert!(fault.message(Lang::En).contains("byte 4"), "{fault:?}");
}

/// What the reader does with a number that serde_json returns as text, which it does with `arbitrary_precision`.
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
