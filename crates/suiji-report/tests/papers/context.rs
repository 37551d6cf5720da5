//! TEMPLATES.md names all facts that a template can use.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use suiji_report::{Kind, Papers, Templates};

use crate::example::{amended, drawn, inputs, results};

fn keys(value: &Value, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                all.insert(key.clone());
                keys(value, all);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| keys(value, all)),
        _ => {}
    }
}

#[test]
fn every_field_and_every_template_is_described() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("TEMPLATES.md");
    let document = fs::read_to_string(path).unwrap();
    let drawn = drawn(&inputs());
    let amendments = amended(&drawn);
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers.with_amendments(&amendments).unwrap();
    let results = results(&drawn, &amendments);
    let papers = papers.with_results(&results).unwrap();
    let kinds = [
        Kind::Minutes,
        Kind::TaskSheet,
        Kind::Notice,
        Kind::Announcement,
        Kind::Outcomes,
        Kind::Summary,
    ];
    let mut all = BTreeSet::new();
    for kind in kinds {
        let context: Value = serde_json::from_str(&papers.context(kind).unwrap()).unwrap();
        keys(&context, &mut all);
    }
    assert!(all.len() > 100, "{all:?}");
    let missing = |name: &&String| !document.contains(&format!("`{name}`"));
    assert_eq!(all.iter().filter(missing).collect::<Vec<_>>(), [""; 0]);
    for name in Templates::names() {
        let name = name.split('.').next().unwrap();
        assert!(document.contains(&format!("| `{name}` |")), "{name}");
    }
    // The public facts have no field with a class, a ticket, a measure or a note.
    let mut fields = BTreeSet::new();
    for kind in [Kind::Announcement, Kind::Outcomes] {
        let public: Value = serde_json::from_str(&papers.context(kind).unwrap()).unwrap();
        keys(&public, &mut fields);
    }
    for field in [
        "class",
        "class_name",
        "ticket",
        "cutoff",
        "columns",
        "strata",
        "reserves",
        "seed",
        "note",
        "measures",
        "grounds",
    ] {
        assert!(all.contains(field) && !fields.contains(field), "{field}");
    }
}
