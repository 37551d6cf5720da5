//! Registry, roster and history [I3–I6].

use serde_json::json;

use super::{Refusal, changed, valid};
use crate::Small;
use crate::vectors::Document;

fn row(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    expected: (&'static str, &'static str),
    change: impl FnOnce(&mut Small),
) -> Refusal {
    let case = || {
        let mut case = Small::with_team();
        case.history = vec![json!({"entity": "A-1", "task": "J1", "date": "2023-03-05"})];
        case
    };
    Refusal::new(name, about, rules, expected, changed(case(), change))
}

pub(super) fn all() -> Vec<Refusal> {
    let csv = |name, about, expected, text: &str| {
        Refusal::new(name, about, &["I3"], expected, valid())
            .with_document("registry.csv", Document::text(text))
    };
    vec![
        row(
            "duplicate-entity",
            "two entities with the same id",
            &["I6"],
            ("registry.duplicate-id", "registry row 5 id"),
            |case| case.registry[4]["id"] = json!("A-2"),
        ),
        row(
            "duplicate-inspector",
            "two inspectors with the same id",
            &["I6"],
            ("roster.duplicate-id", "roster row 3 id"),
            |case| case.roster[2]["id"] = json!("Z-1"),
        ),
        row(
            "duplicate-visit",
            "the same visit twice, once with an explicit kind",
            &["I5", "C2c"],
            ("history.duplicate-row", "history row 2"),
            |case| {
                let again =
                    json!({"entity": "A-1", "task": "J1", "date": "2023-03-05", "kind": "planned"});
                case.history.push(again);
            },
        ),
        row(
            "duplicate-member",
            "a duplicate category, not adjacent",
            &["I6"],
            ("set.duplicate-member", "registry row 1 $.categories"),
            |case| case.registry[0]["categories"] = json!(["加油站", "超市", "加油站"]),
        ),
        row(
            "unknown-class-in-registry",
            "an inactive entity with a class that is not in the plan",
            &["I6"],
            ("registry.unknown-class", "registry row 4 class"),
            |case| {
                case.registry[3]["class"] = json!("D");
                case.registry[3]["status"] = json!("inactive");
            },
        ),
        row(
            "salt-in-a-row",
            "a row with a salt; only leaves have one",
            &["C2b", "S2"],
            ("json.unknown-field", "registry row 1"),
            |case| case.registry[0]["salt"] = json!("00".repeat(32)),
        ),
        row(
            "number-in-extra",
            "a number in extra, which only has texts",
            &["I1", "I3"],
            ("json.wrong-type", "registry row 1 $.extra.a"),
            |case| case.registry[0]["extra"] = json!({"a": 1}),
        ),
        csv(
            "csv-quote",
            "a quote inside an unquoted cell",
            ("table.csv", "registry row 2"),
            "id,name\nA-1,样\"例\n",
        ),
        csv(
            "csv-header",
            "a column that is not a field",
            ("table.header", "registry row 1"),
            "id,name,Class\nA-1,样例企业,low\n",
        ),
    ]
}
