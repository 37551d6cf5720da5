//! Documents that are not valid JSON, or break the rules of [C2a]–[C2c].

use serde_json::{Value, json};

use super::{PLAN, Refusal, changed, extend, parts, text, valid};
use crate::Small;
use crate::vectors::Document;
use crate::vectors::documents::Part;

pub(super) fn all() -> Vec<Refusal> {
    let mut all = forms();
    all.extend(numbers());
    all.extend(fields());
    all
}

/// The plan as text, with `from` replaced by `to`.
fn replaced(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    expected: (&'static str, &'static str),
    (from, to): (&str, &str),
) -> Refusal {
    assert!(PLAN.contains(from));
    let text = Document::text(PLAN.replacen(from, to, 1));
    Refusal::new(name, about, rules, expected, valid()).with_document("plan.json", text)
}

fn forms() -> Vec<Refusal> {
    let (before, after) = PLAN.split_at(10);
    let syntax = ("json.syntax", "plan");
    vec![
        parts(
            "not-utf8",
            "a byte in a text of the plan that is not UTF-8",
            &["C2a"],
            ("json.not-utf8", "plan"),
            (
                "plan.json",
                vec![text(before), Part::Bytes(vec![0xff]), text(after)],
            ),
        ),
        parts(
            "gbk-row",
            "a row of the registry in GBK",
            &["C2a"],
            ("json.not-utf8", "registry row 1"),
            (
                "registry.jsonl",
                vec![
                    text("{\"id\":\"A-1\",\"name\":\""),
                    Part::Bytes(vec![0xd1, 0xf9, 0xc0, 0xfd]),
                    text("\"}\n"),
                ],
            ),
        ),
        replaced(
            "trailing-comma",
            "a comma before a closing brace",
            &["C2a"],
            syntax,
            (":2}", ":2,}"),
        ),
        replaced(
            "two-documents",
            "a second document after the first",
            &["C2a"],
            syntax,
            ("}]}", "}]} {}"),
        ),
        replaced(
            "comment",
            "a comment after the document",
            &["C2a"],
            syntax,
            ("}]}", "}]} // J1"),
        ),
        replaced(
            "single-quotes",
            "a text in single quotes",
            &["C2a"],
            syntax,
            ("\"J1\"", "'J1'"),
        ),
        replaced(
            "leading-zero",
            "an integer with a leading zero",
            &["C2a"],
            syntax,
            ("2024", "02024"),
        ),
        replaced(
            "plus-sign",
            "an integer with a plus sign",
            &["C2a"],
            syntax,
            ("2024", "+2024"),
        ),
        replaced(
            "nan",
            "NaN, which some parsers accept",
            &["C2a"],
            syntax,
            ("2024", "NaN"),
        ),
        replaced(
            "unpaired-surrogate",
            "an escaped surrogate without its pair",
            &["C2a", "C3"],
            syntax,
            ("样例计划", "\\ud83d"),
        ),
        replaced(
            "swapped-surrogates",
            "the halves of a surrogate pair in the wrong order",
            &["C2a", "C3"],
            syntax,
            ("样例计划", "\\ude00\\ud83d"),
        ),
        replaced(
            "raw-newline",
            "an unescaped newline in a text",
            &["C2a"],
            syntax,
            ("样例计划", "样例\n计划"),
        ),
        replaced(
            "truncated",
            "the last brace is missing",
            &["C2a"],
            ("json.truncated", "plan"),
            ("}]}", "}]"),
        ),
        Refusal::new(
            "empty-document",
            "a plan that is only white space",
            &["C2a"],
            ("json.empty-document", "plan"),
            valid(),
        )
        .with_document("plan.json", Document::text(" \r\n\t")),
        replaced(
            "bom",
            "a byte order mark before the plan",
            &["C2a"],
            ("json.bom", "plan"),
            ("{", "\u{feff}{"),
        ),
        Refusal::new(
            "bom-rows",
            "a byte order mark before the first row of JSON Lines",
            &["C2a"],
            ("json.bom", "registry row 1"),
            valid(),
        )
        .with_document(
            "registry.jsonl",
            Document::text("\u{feff}{\"id\":\"A-1\",\"name\":\"样例企业\"}\n"),
        ),
    ]
}

fn numbers() -> Vec<Refusal> {
    let year = ("json.number", "plan $.year");
    let number = |name, about, written| replaced(name, about, &["C2a"], year, ("2024", written));
    vec![
        number(
            "fraction",
            "an integer with a fractional part of zero",
            "2024.0",
        ),
        number("exponent", "an integer with an exponent", "2.024e3"),
        number(
            "exponent-zero",
            "an integer with an exponent of zero",
            "2024e0",
        ),
        number("minus-zero", "minus zero", "-0"),
        number(
            "two-to-the-53",
            "2^53, which is outside ±(2^53 − 1)",
            "9007199254740992",
        ),
        number(
            "beyond-64-bits",
            "an integer that does not fit in 64 bits",
            "18446744073709551616",
        ),
        replaced(
            "null",
            "null instead of an integer",
            &["C2a"],
            ("json.null", "plan $.year"),
            ("2024", "null"),
        ),
        replaced(
            "out-of-range",
            "year 999",
            &["C7"],
            ("json.range", "plan $.year"),
            ("2024", "999"),
        ),
        replaced(
            "wrong-type",
            "a string instead of an integer",
            &["C2a"],
            ("json.wrong-type", "plan $.year"),
            ("2024", "\"2024\""),
        ),
        replaced(
            "boolean-for-integer",
            "true instead of an integer",
            &["C2a"],
            ("json.wrong-type", "plan $.tasks[0].quota.count"),
            (":2}", ":true}"),
        ),
    ]
}

fn fields() -> Vec<Refusal> {
    let key = ("json.repeated-key", "plan $.tasks[0]");
    let with = |name, about, rules, expected, fields: Value| {
        let documents = changed(Small::plain(), |case| extend(case.task(0), fields));
        Refusal::new(name, about, rules, expected, documents)
    };
    vec![
        replaced(
            "unknown-field",
            "an unknown field that differs from a known one in letter case",
            &["C2b"],
            ("json.unknown-field", "plan $.tasks[0]"),
            ("\"name\"", "\"Name\":\"x\",\"name\""),
        ),
        replaced(
            "repeated-key",
            "a duplicate key with the same value",
            &["C2b"],
            key,
            ("\"id\"", "\"id\":\"J1\",\"id\""),
        ),
        replaced(
            "repeated-key-escaped",
            "a duplicate key, once written with an escape",
            &["C2b"],
            key,
            ("\"id\"", "\"\\u0069d\":\"J1\",\"id\""),
        ),
        replaced(
            "repeated-key-in-extra",
            "a duplicate key in extra",
            &["C2b"],
            ("json.repeated-key", "plan $.extra"),
            ("\"year\"", "\"extra\":{\"a\":\"b\",\"a\":\"b\"},\"year\""),
        ),
        replaced(
            "missing-field",
            "a plan without title",
            &["I1"],
            ("json.missing-field", "plan $"),
            ("\"title\":\"样例计划\",", ""),
        ),
        with(
            "empty-team",
            "an empty object without its required fields is an error and is not dropped",
            &["C2c", "I2"],
            ("json.missing-field", "plan $.tasks[0].team"),
            json!({"team": {}}),
        ),
        with(
            "empty-scope",
            "an empty list of categories, which could be read as all or as none",
            &["C2c", "I2"],
            ("json.empty", "plan $.tasks[0].scope.categories"),
            json!({"scope": {"categories": []}}),
        ),
        with(
            "empty-risk",
            "a risk that holds nothing after empty fields are dropped",
            &["C2c", "I2"],
            ("json.empty", "plan $.tasks[0].risk"),
            json!({"risk": {"minimum": {}, "weights": {}}}),
        ),
        Refusal::new(
            "empty-classes",
            "an empty list of classes, which is not the default",
            &["C2c", "I1"],
            ("json.empty", "plan $.classes"),
            changed(Small::plain(), |case| case.plan["classes"] = json!([])),
        ),
        with(
            "unknown-choice",
            "an unknown kind of task",
            &["I2"],
            ("json.choice", "plan $.tasks[0].kind"),
            json!({"kind": "both"}),
        ),
        Refusal::new(
            "no-tasks",
            "a plan without tasks",
            &["C2c", "I1"],
            ("json.empty", "plan $.tasks"),
            changed(Small::plain(), |case| case.plan["tasks"] = json!([])),
        ),
    ]
}
