//! The cases that the file has in full give the results that it lists.

use serde_json::Value;
use suiji_conformance::Small;
use suiji_conformance::generated::{RULE, result};

use super::{File, list, text};

fn rows(documents: &Value, name: &str) -> Vec<Value> {
    list(&documents[name]["rows"]).to_vec()
}

#[test]
fn the_first_cases_of_the_file_have_their_results() {
    let file = File::named("accumulated.json");
    let first = list(&file.content["first"]);
    for entry in first {
        let documents = &entry["documents"];
        let case = Small {
            plan: documents["plan.json"]["json"].clone(),
            registry: rows(documents, "registry.jsonl"),
            roster: rows(documents, "roster.jsonl"),
            history: rows(documents, "history.jsonl"),
            ceremony: documents["ceremony.json"]["json"].clone(),
            contributions: documents["contributions.json"]["json"]["contributions"].clone(),
        };
        assert_eq!(
            result(&case),
            text(&entry["result"]),
            "case {}",
            entry["number"]
        );
    }
    let refused = first
        .iter()
        .filter(|entry| entry["result"] == "refused")
        .count();
    assert!(
        0 < refused && refused < first.len(),
        "the first cases should include drawn and refused ones"
    );
    let rule: Vec<&str> = list(&file.content["rule"]).iter().map(text).collect();
    assert_eq!(rule, RULE.lines().collect::<Vec<_>>());
}
