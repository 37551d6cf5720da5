//! Random rows with and without each optional field, in canonical form and in a form that readers normalize.

use proptest::collection::{btree_map, btree_set};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Rows in canonical form (except the order of keys), and the same rows in any order with extra defaults.
type Rows = (Vec<Value>, Vec<Value>);

/// A row without its id, and whether it gets explicit defaults.
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

/// A set, sorted.
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

/// A row with required fields and some of the optional ones.
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
    (fields, any::<bool>()).prop_map(|(fields, explicit)| {
        let present = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        (present.collect(), explicit)
    })
}

/// Reverses lists and adds explicit defaults.
fn denormalized((mut row, explicit): Body, defaults: &Value) -> Value {
    if explicit {
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
    let canonical: Vec<Value> = rows.iter().map(|(row, _)| json!(row)).collect();
    let input: Vec<Value> = rows
        .into_iter()
        .map(|row| denormalized(row, &defaults))
        .collect();
    (Just(canonical), Just(input).prop_shuffle())
}

/// Rows with ids, in the order of ids.
fn keyed(body: impl Strategy<Value = Body>, defaults: Value) -> impl Strategy<Value = Rows> {
    btree_map("[A-Za-c]{1,2}-[0-9]", body, 0..12).prop_flat_map(move |rows| {
        let with_id = |(id, (mut row, explicit)): (String, Body)| {
            row.insert("id".to_owned(), json!(id));
            if !row.contains_key("exempt") {
                row.remove("exempt_from"); // Only with `exempt`.
            }
            (row, explicit)
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
        ("exempt", text().boxed()),
        ("exempt_from", ids().boxed()),
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
        ("load", (1_u64..1 << 53).prop_map(Value::from).boxed()),
        ("max_load", (1_u64..1 << 53).prop_map(Value::from).boxed()),
        ("valid_to", one_of(DATES).boxed()),
        ("recuse", ids().boxed()),
        ("extra", extra().boxed()),
    ];
    let defaults =
        json!({"skills": [], "lead": false, "expert": false, "load": 0, "recuse": [], "extra": {}});
    keyed(body(required, optional), defaults)
}

/// Entity, date, task, and whether the visit was planned.
type Key = (String, &'static str, String, bool);

/// `by`, `inspectors`, and whether the row gets explicit defaults.
type Others = (Option<Value>, Option<Value>, bool);

pub(crate) fn history() -> impl Strategy<Value = Rows> {
    // In the order of a history, where `case` is before `planned`.
    let key = ("[A-C]-[0-9]", select(DATES), "[J-L][0-9]", any::<bool>());
    let others = (option::of(set()), option::of(ids()), any::<bool>());
    btree_map(key, others, 0..12).prop_flat_map(|rows| {
        let row = |((entity, date, task, planned), (by, inspectors, explicit)): (Key, Others)| {
            let required = [
                ("entity", json!(entity)),
                ("task", json!(task)),
                ("date", json!(date)),
            ];
            let mut row: Map<String, Value> = required
                .map(|(name, value)| (name.to_owned(), value))
                .into_iter()
                .collect();
            row.extend(by.map(|by| ("by".to_owned(), by)));
            row.extend(inspectors.map(|ids| ("inspectors".to_owned(), ids)));
            if !planned {
                row.insert("kind".to_owned(), json!("case"));
            }
            (row, explicit)
        };
        mixed(
            rows.into_iter().map(row).collect(),
            json!({"kind": "planned", "by": [], "inspectors": []}),
        )
    })
}
