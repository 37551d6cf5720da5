//! Results of inspections: checked, added to those of the case, counted, and used when the next draw is sealed.

use serde_json::{Value, json};

use crate::support::{Case, Ran, suiji};

const ENTITY: &str = "91140000SAMPLE0001";

/// A file with results of the case, each given as changes of a correct one.
fn file(case: &Case, changes: &[Value]) -> String {
    let row = |changes: &Value| {
        let members = case.json("record.json")["draws"][0]["teams"][0]["members"].clone();
        let mut row = json!({"task": "T1", "entity": ENTITY, "date": today(case), "inspectors": members,
                             "outcomes": ["rectified"], "measures": ["rectification"]});
        for (key, value) in changes.as_object().unwrap() {
            row[key] = value.clone();
        }
        row
    };
    let rows: Vec<Value> = changes.iter().map(row).collect();
    let public = suiji(&["publish", &case.arg("record.json"), "--case", &case.dir()]).ends(0);
    let record: Value = serde_json::from_str(&public.out).unwrap();
    let document = json!({"spec": "suiji-v1", "record": record["record"], "results": rows});
    case.write("from-office.json", document.to_string());
    case.arg("from-office.json")
}

/// The day of the sealing, which was just now.
fn today(case: &Case) -> String {
    let sealed_at = case.json("commitment.json")["sealed_at"].clone();
    sealed_at.as_str().unwrap()[..10].to_owned()
}

fn results(case: &Case, changes: &[Value]) -> Ran {
    let file = file(case, changes);
    suiji(&["results", &case.dir(), &file, "--lang", "en"])
}

fn status(case: &Case, more: &[&str]) -> Ran {
    suiji(&[&["status", &case.dir(), "--lang", "en"], more].concat())
}

#[test]
fn a_result_is_added_counted_and_replaced() {
    let case = Case::drawn();
    let before = status(&case, &["--json"]).ends(0).json();
    assert_eq!(
        (&before["total"]["drawn"], &before["total"]["open"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(before["tasks"][0]["open_entities"], json!([ENTITY]));

    let ran = results(&case, &[json!({})]).ends(0);
    assert!(
        ran.out.contains("1 new, 0 changed, 0 unchanged"),
        "{}",
        ran.out
    );
    let after = status(&case, &["--json"]).ends(0).json();
    assert_eq!(
        (&after["total"]["violation"], &after["total"]["open"]),
        (&json!(1), &json!(0))
    );
    assert!(!case.has("results.1.json"));

    let first = case.bytes("results.json");
    results(&case, &[json!({})]).ends(0);
    assert!(!case.has("results.1.json"), "nothing has changed");
    let ran = results(&case, &[json!({"published": today(&case)})]).ends(0);
    assert!(
        ran.out.contains("0 new, 1 changed, 0 unchanged"),
        "{}",
        ran.out
    );
    assert_eq!(case.bytes("results.1.json"), first);
    let after = status(&case, &["--json"]).ends(0).json();
    assert_eq!(after["total"]["published"], json!(1));
}

#[test]
fn wrong_results_are_refused_all_at_once_and_nothing_is_written() {
    let case = Case::drawn();
    let wrong = [
        json!({"task": "T9"}),
        json!({"entity": "X-1"}),
        json!({"date": "2020-01-01"}),
        json!({"outcomes": ["no_problem", "moved_away"]}),
    ];
    let ran = results(&case, &wrong).ends(2);
    for code in [
        "unknown-task",
        "not-drawn",
        "before-sealing",
        "contradiction",
        "twice",
    ] {
        assert!(
            ran.err.contains(&format!("[results.{code}]")),
            "{code}: {}",
            ran.err
        );
    }
    assert!(!case.has("results.json"));
    let ran = suiji(&["results", &case.dir(), &case.arg("record.json")]).ends(2);
    assert!(ran.err.contains("[case.other-document]"), "{}", ran.err);
}

#[test]
fn there_are_no_results_before_the_draw() {
    let case = Case::sealed();
    case.write("r.json", "{}");
    let ran = suiji(&["results", &case.dir(), &case.arg("r.json")]).ends(2);
    assert!(ran.err.contains("[case.not-drawn]"), "{}", ran.err);
}

#[test]
fn the_page_is_written_and_says_what_is_open() {
    let case = Case::drawn();
    let page = case.arg("status.html");
    status(&case, &["--page", &page]).ends(0);
    let html = String::from_utf8(case.bytes("status.html")).unwrap();
    assert!(
        html.contains(ENTITY) && html.contains("Without a result (1)"),
        "{html}"
    );
}

#[test]
fn the_next_draw_has_the_day_of_the_result() {
    // [O3]: an entity that was closed is not visited; the others have their day.
    for (outcome, rows) in [("rectified", 1), ("deregistered", 0)] {
        let case = Case::drawn();
        let members = case.json("record.json")["draws"][0]["teams"][0]["members"].clone();
        let measures = json!([]);
        results(
            &case,
            &[json!({"outcomes": [outcome], "measures": measures})],
        )
        .ends(0);
        let dir = case.dir();
        let follow = ["seal", &dir, "--follow", "--add-drawn", "--json"];
        let _ = suiji(&follow);
        let history = String::from_utf8(case.bytes("history.csv")).unwrap();
        let found: Vec<&str> = history.lines().filter(|line| line.contains("T1")).collect();
        let of_entity = found.iter().filter(|line| line.contains(ENTITY));
        assert_eq!(of_entity.count(), rows, "{outcome}: {history}");
        assert!(members.as_array().is_some_and(|members| members.len() == 2));
    }
}
