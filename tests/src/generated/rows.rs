//! The rows of registry, roster and history, rules 3 to 5.

use serde_json::{Value, json};

use super::words::Words;
use super::{CATEGORIES, DEPARTMENTS, DISTRICTS, LEVELS, SKILLS, object};

const TASKS: [&str; 3] = ["T0", "T1", "T9"];

pub(super) fn registry(words: &mut Words, classes: &[String]) -> Vec<Value> {
    let count = 1 + words.pick(24);
    (0..count).map(|i| entity(words, classes, i)).collect()
}

fn entity(words: &mut Words, classes: &[String], i: u64) -> Value {
    let id = format!("{}{i}", words.of(&["A-", "b/", "9."]));
    let name = format!("样例企业{i}{}", words.of(&["", "（有限）", "😀", "\"\\"]));
    let mut row = object([
        ("id", Some(id.into())),
        ("name", Some(name.into())),
        (
            "class",
            (!words.one_in(8)).then(|| words.of(classes).as_str().into()),
        ),
        ("categories", Some(words.some(&CATEGORIES).into())),
        (
            "district",
            (!words.one_in(5)).then(|| (*words.of(&DISTRICTS)).into()),
        ),
        (
            "industry",
            (!words.one_in(4)).then(|| (*words.of(&["5264", "52", "F51"])).into()),
        ),
        (
            "status",
            words
                .one_in(4)
                .then(|| (*words.of(&["active", "inactive"])).into()),
        ),
        (
            "established",
            (!words.one_in(3)).then(|| {
                let year = 2000 + words.pick(25);
                day(words, year, 9).into()
            }),
        ),
        ("exempt", words.one_in(16).then(|| "样例免检名单".into())),
    ]);
    if row.get("exempt").is_some() && words.one_in(2) {
        row["exempt_from"] = json!([words.of(&TASKS)]);
    }
    if words.one_in(4) {
        row["extra"] = extra(words);
    }
    row
}

/// A day of a year, in one of the first `months` months.
fn day(words: &mut Words, year: u64, months: u64) -> String {
    let month = 1 + words.pick(months);
    format!("{year}-0{month}-{}", 10 + words.pick(19))
}

fn extra(words: &mut Words) -> Value {
    json!({"地址": format!("样例路{}", words.pick(100)), "ﬀ": "1", "😀": "2"})
}

pub(super) fn roster(words: &mut Words, registry: &[Value]) -> Vec<Value> {
    let count = 3 + words.pick(10);
    (0..count).map(|i| inspector(words, registry, i)).collect()
}

fn inspector(words: &mut Words, registry: &[Value], i: u64) -> Value {
    object([
        ("id", Some(format!("P{i}").into())),
        ("name", Some(format!("样例人员{i}").into())),
        ("department", Some((*words.of(&DEPARTMENTS)).into())),
        (
            "district",
            (!words.one_in(3)).then(|| (*words.of(&DISTRICTS)).into()),
        ),
        ("skills", Some(words.some(&SKILLS).into())),
        ("lead", Some(words.one_in(2).into())),
        ("expert", Some(words.one_in(8).into())),
        (
            "max_load",
            words.one_in(3).then(|| (1 + words.pick(4)).into()),
        ),
        ("load", words.one_in(4).then(|| words.pick(3).into())),
        (
            "valid_to",
            words
                .one_in(6)
                .then(|| (*words.of(&["2024-08-31", "2024-10-15", "2025-01-01"])).into()),
        ),
        (
            "recuse",
            words.one_in(3).then(|| json!([words.of(registry)["id"]])),
        ),
    ])
}

pub(super) fn history(words: &mut Words, registry: &[Value], roster: &[Value]) -> Vec<Value> {
    let mut rows: Vec<Value> = Vec::new();
    for _ in 0..words.pick(9) {
        let row = object([
            ("entity", Some(words.of(registry)["id"].clone())),
            ("task", Some((*words.of(&TASKS)).into())),
            ("date", {
                let year = *words.of(&[2023, 2024, 2024]);
                Some(day(words, year, 8).into())
            }),
            (
                "kind",
                Some((*words.of(&["planned", "planned", "planned", "case"])).into()),
            ),
            ("by", words.one_in(3).then(|| json!([words.of(&LEVELS)]))),
            (
                "inspectors",
                words.one_in(2).then(|| json!([words.of(roster)["id"]])),
            ),
        ]);
        let same = |other: &Value| {
            let key = ["entity", "task", "date", "kind"];
            key.iter().all(|field| row[field] == other[field])
        };
        if !rows.iter().any(same) {
            rows.push(row);
        }
    }
    rows
}
