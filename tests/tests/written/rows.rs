//! Rows with every optional field there or not: as they are written, and as an office may give them.

use proptest::collection::{btree_map, btree_set};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Rows in their order and canonical but for the order of keys, and the same in any order and with what is dropped.
type Rows = (Vec<Value>, Vec<Value>);

/// A row without its key, and whether its defaults are written out.
type Body = (Map<String, Value>, bool);

const DISTRICTS: &[&str] = &["14", "140521", "140521001002"];
const DATES: &[&str] = &["1000-01-01", "2010-04-11", "2024-02-29", "9999-12-31"];

fn text() -> impl Strategy<Value = Value> {
    select(vec![
        "甲",
        "a",
        "a \"b\"\\,c",
        "é/ß",
        "😀",
        "ﬀ",
        "true",
        "1",
        "样例企业三号有限公司",
    ])
    .prop_map(Value::from)
}

fn one_of(values: &'static [&'static str]) -> impl Strategy<Value = Value> {
    select(values).prop_map(Value::from)
}

/// Sorted, as a set is written.
fn set() -> impl Strategy<Value = Value> {
    btree_set(select(vec!["a", "b\"", "B", "乙", "甲", "😀", "ﬀ"]), 1..4)
        .prop_map(|members| json!(members))
}

fn ids() -> impl Strategy<Value = Value> {
    btree_set("[A-C]-[0-9]", 1..4).prop_map(|members| json!(members))
}

fn extra() -> impl Strategy<Value = Value> {
    btree_map(select(vec!["电话", "😀", "ﬀ", "id", "a.b"]), text(), 1..4)
        .prop_map(|entries| json!(entries))
}

fn yes() -> impl Strategy<Value = Value> {
    Just(json!(true))
}

/// Fields that are always there and fields that may be.
fn body(
    required: Vec<(&'static str, BoxedStrategy<Value>)>,
    optional: Vec<(&'static str, BoxedStrategy<Value>)>,
) -> impl Strategy<Value = Body> {
    let required = required
        .into_iter()
        .map(|(name, value)| value.prop_map(move |value| (name, Some(value))).boxed());
    let optional = optional.into_iter().map(|(name, value)| {
        option::of(value)
            .prop_map(move |value| (name, value))
            .boxed()
    });
    let fields: Vec<_> = required.chain(optional).collect();
    (fields, any::<bool>()).prop_map(|(fields, noise)| {
        let there = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        (there.collect(), noise)
    })
}

/// What a reader drops, and sets the wrong way round.
fn noisy((mut row, noise): Body, defaults: &Value) -> Value {
    if noise {
        for value in row.values_mut() {
            if let Value::Array(members) = value {
                members.reverse();
            }
        }
        for (name, value) in defaults.as_object().into_iter().flatten() {
            row.entry(name).or_insert(value.clone());
        }
    }
    Value::Object(row)
}

fn mixed(rows: Vec<Body>, defaults: Value) -> impl Strategy<Value = Rows> {
    let right: Vec<Value> = rows.iter().map(|(row, _)| json!(row)).collect();
    let given: Vec<Value> = rows.into_iter().map(|row| noisy(row, &defaults)).collect();
    (Just(right), Just(given).prop_shuffle())
}

/// Rows under ids, in the order of ids.
fn keyed(body: impl Strategy<Value = Body>, defaults: Value) -> impl Strategy<Value = Rows> {
    btree_map("[A-Za-c]{1,2}-[0-9]", body, 0..12).prop_flat_map(move |rows| {
        let with_id = |(id, (mut row, noise)): (String, Body)| {
            row.insert("id".to_owned(), json!(id));
            (row, noise)
        };
        mixed(rows.into_iter().map(with_id).collect(), defaults.clone())
    })
}

pub(crate) fn registry() -> impl Strategy<Value = Rows> {
    let optional = vec![
        ("class", one_of(&["high", "low"]).boxed()),
        ("categories", set().boxed()),
        ("district", one_of(DISTRICTS).boxed()),
        ("industry", text().boxed()),
        ("status", one_of(&["inactive"]).boxed()),
        ("established", one_of(DATES).boxed()),
        ("extra", extra().boxed()),
    ];
    let defaults = json!({"categories": [], "status": "active", "extra": {}});
    keyed(body(vec![("name", text().boxed())], optional), defaults)
}

pub(crate) fn roster() -> impl Strategy<Value = Rows> {
    let required = vec![("name", text().boxed()), ("department", text().boxed())];
    let optional = vec![
        ("district", one_of(DISTRICTS).boxed()),
        ("skills", set().boxed()),
        ("lead", yes().boxed()),
        ("expert", yes().boxed()),
        ("max_load", (1_u64..1 << 53).prop_map(Value::from).boxed()),
        ("valid_to", one_of(DATES).boxed()),
        ("recuse", ids().boxed()),
        ("extra", extra().boxed()),
    ];
    let defaults = json!({"skills": [], "lead": false, "expert": false, "recuse": [], "extra": {}});
    keyed(body(required, optional), defaults)
}

/// Entity, date, task, and whether it was planned.
type Key = (String, &'static str, String, bool);

pub(crate) fn history() -> impl Strategy<Value = Rows> {
    // In the order of a history, in which a case stands before what was planned.
    let key = ("[A-C]-[0-9]", select(DATES), "[J-L][0-9]", any::<bool>());
    btree_map(key, any::<bool>(), 0..12).prop_flat_map(|rows| {
        let row = |((entity, date, task, planned), noise): (Key, bool)| {
            let required = [
                ("entity", json!(entity)),
                ("task", json!(task)),
                ("date", json!(date)),
            ];
            let mut row: Map<String, Value> = required
                .map(|(name, value)| (name.to_owned(), value))
                .into_iter()
                .collect();
            if !planned {
                row.insert("kind".to_owned(), json!("case"));
            }
            (row, noise)
        };
        mixed(
            rows.into_iter().map(row).collect(),
            json!({"kind": "planned"}),
        )
    })
}
