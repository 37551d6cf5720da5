//! Defaults and empty fields that must be omitted [C2c], and many faults together [S5].

use serde_json::json;
use suiji::{Commitment, Contributions, Record};
use suiji_conformance::Small;

use super::{Bad, place};

/// Explicit defaults and empty fields are errors in commitment, contributions, record and receipt [C2c].
pub(crate) fn faults() -> Vec<Bad> {
    let mut case = Small::with_team();
    case.ceremony["previous"] = json!("ab".repeat(32));
    case.ceremony["supersedes"] =
        json!([{"commitment": "ab".repeat(32), "reason": "名录有误", "approved_by": "局长"}]);
    let (sealed, record) = case.draw().unwrap();
    let parsed = |text: String| -> serde_json::Value { serde_json::from_str(&text).unwrap() };
    let commitment = parsed(sealed.commitment().to_json());
    let record = parsed(record.to_json());
    let with = |document: &serde_json::Value, path: &str, key: &str, value: serde_json::Value| {
        let mut document = document.clone();
        document.pointer_mut(path).unwrap()[key] = value;
        document.to_string()
    };
    let commitment = |path: &str, key: &str, value, code, place: &str| {
        let result = Commitment::from_json(with(&commitment, path, key, value).as_bytes());
        Bad::new(format!("{path}/{key}"), result, code, place)
    };
    let mut contributions = case.contributions_of(&"ab".repeat(32));
    contributions["contributions"] = json!([]);
    let record = |path: &str, key: &str, value, code, place: &str| {
        let result = Record::from_json(with(&record, path, key, value).as_bytes());
        Bad::new(format!("{path}/{key}"), result, code, place)
    };
    vec![
        commitment(
            "",
            "blinded",
            json!(false),
            "json.written-default",
            "commitment $.blinded",
        ),
        commitment(
            "",
            "follows",
            json!([]),
            "json.written-empty",
            "commitment $.follows",
        ),
        commitment(
            "/supersedes/0",
            "contributions",
            json!([]),
            "json.written-empty",
            "commitment $.supersedes[0].contributions",
        ),
        commitment(
            "/tasks/0",
            "short",
            json!(0),
            "json.range",
            "commitment $.tasks[0].short",
        ),
        record(
            "/draws/0",
            "reserves",
            json!([]),
            "json.written-empty",
            "record $.draws[0].reserves",
        ),
        record(
            "/draws/0/teams/0",
            "vacant",
            json!([]),
            "json.written-empty",
            "record $.draws[0].teams[0].vacant",
        ),
        record(
            "",
            "contributions",
            json!([]),
            "json.empty",
            "record $.contributions",
        ),
        Bad::new(
            "no contributions",
            Contributions::from_json(contributions.to_string().as_bytes()),
            "json.empty",
            "contributions $.contributions",
        ),
    ]
}

#[test]
fn equal_faults_of_many_rows_are_summarized() {
    // [S5]
    let mut case = Small::plain();
    case.registry = (0..30)
        .map(|n| json!({"id": format!("A {n}"), "name": "甲", "class": "low", "x": 1}))
        .collect();
    let error = case.read_registry().unwrap_err();
    assert_eq!((error.faults().len(), error.fault_count()), (21, 60));
    assert_eq!(place(&error.faults()[0]), "registry row 1");
    assert_eq!(place(&error.faults()[1]), "registry row 1 $.id");
    let (zh, en) = (
        error.message(suiji::Lang::Zh),
        error.message(suiji::Lang::En),
    );
    assert_eq!((zh.lines().count(), en.lines().count()), (21, 21));
    assert!(zh.ends_with("另有 11 处错误，共 60 处"), "{zh}");
    assert!(en.ends_with("and 11 more faults, 60 in all"), "{en}");
    // All faults of one document.
    let mut case = Small::plain();
    case.plan = json!({"title": " x", "year": 999, "tasks": [{"id": "a b", "quota": {"exactly": "20"}}, {"name": ""}]});
    let error = case.read_plan().unwrap_err();
    let codes: Vec<&str> = error
        .faults()
        .iter()
        .map(suiji::error::Fault::code)
        .collect();
    assert_eq!(
        codes,
        [
            "text.edge-space",
            "json.missing-field",
            "json.range",
            "id.form",
            "json.missing-field",
            "ratio.form",
            "json.missing-field",
            "text.empty",
            "plan.no-number"
        ]
    );
}
