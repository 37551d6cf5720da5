//! Documents that are not JSON as [C2a]–[C2c] have it.

use serde_json::{Value, json};

use super::{PLAN, Refusal, changed, extend, parts, right, text};
use crate::Small;
use crate::vectors::Document;
use crate::vectors::documents::Part;

pub(super) fn all() -> Vec<Refusal> {
    let mut all = forms();
    all.extend(numbers());
    all.extend(fields());
    all
}

/// The plan with a text in place of another.
fn replaced(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    right_is: (&'static str, &'static str),
    (from, to): (&str, &str),
) -> Refusal {
    assert!(PLAN.contains(from));
    let text = Document::text(PLAN.replacen(from, to, 1));
    Refusal::new(name, about, rules, right_is, right()).written("plan.json", text)
}

fn forms() -> Vec<Refusal> {
    let (before, after) = PLAN.split_at(10);
    let syntax = ("json.syntax", "plan");
    vec![
        parts(
            "not-utf8",
            "a byte that is not UTF-8 in a text of the plan",
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
            "comma-too-many",
            "a comma before a closing brace",
            &["C2a"],
            syntax,
            (":2}", ":2,}"),
        ),
        replaced(
            "two-documents",
            "a document after the document",
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
            "NaN, which some readers take",
            &["C2a"],
            syntax,
            ("2024", "NaN"),
        ),
        replaced(
            "unpaired-surrogate",
            "an escape of half a surrogate pair",
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
            "raw-line-end",
            "a raw line end within a text",
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
            "a plan of nothing but white space",
            &["C2a"],
            ("json.empty-document", "plan"),
            right(),
        )
        .written("plan.json", Document::text(" \r\n\t")),
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
            right(),
        )
        .written(
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
            "an integer written with a fraction of zero",
            "2024.0",
        ),
        number("exponent", "an integer written with an exponent", "2.024e3"),
        number(
            "exponent-zero",
            "an integer written with an exponent of zero",
            "2024e0",
        ),
        number("minus-zero", "minus zero", "-0"),
        number(
            "two-to-the-53",
            "2^53, which is not within ±(2^53 − 1)",
            "9007199254740992",
        ),
        number(
            "beyond-64-bits",
            "an integer that no 64 bits hold",
            "18446744073709551616",
        ),
        replaced(
            "null",
            "null for an integer",
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
            "an integer as a text",
            &["C2a"],
            ("json.wrong-type", "plan $.year"),
            ("2024", "\"2024\""),
        ),
        replaced(
            "true-for-one",
            "true for an integer",
            &["C2a"],
            ("json.wrong-type", "plan $.tasks[0].quota.count"),
            (":2}", ":true}"),
        ),
    ]
}

fn fields() -> Vec<Refusal> {
    let key = ("json.repeated-key", "plan $.tasks[0]");
    let with = |name, about, rules, right_is, fields: Value| {
        let documents = changed(Small::plain(), |case| extend(case.task(0), fields));
        Refusal::new(name, about, rules, right_is, documents)
    };
    vec![
        replaced(
            "unknown-field",
            "a field that is none, called like one but for letter case",
            &["C2b"],
            ("json.unknown-field", "plan $.tasks[0]"),
            ("\"name\"", "\"Name\":\"x\",\"name\""),
        ),
        replaced(
            "repeated-key",
            "a key twice, with one value",
            &["C2b"],
            key,
            ("\"id\"", "\"id\":\"J1\",\"id\""),
        ),
        replaced(
            "repeated-key-escaped",
            "a key twice, once written with an escape",
            &["C2b"],
            key,
            ("\"id\"", "\"\\u0069d\":\"J1\",\"id\""),
        ),
        replaced(
            "repeated-key-in-extra",
            "a key twice in extra, whose keys are no fields",
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
            "team-of-nothing",
            "an empty object that has required fields is an error, and is not left out",
            &["C2c", "I2"],
            ("json.missing-field", "plan $.tasks[0].team"),
            json!({"team": {}}),
        ),
        with(
            "choice",
            "a kind of task that is none",
            &["I2"],
            ("json.choice", "plan $.tasks[0].kind"),
            json!({"kind": "both"}),
        ),
        Refusal::new(
            "empty",
            "a plan without tasks",
            &["C2c", "I1"],
            ("json.empty", "plan $.tasks"),
            changed(Small::plain(), |case| case.plan["tasks"] = json!([])),
        ),
    ]
}
