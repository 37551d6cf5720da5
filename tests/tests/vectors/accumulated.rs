//! The cases that the file gives in full, and what comes of them.

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
    for one in first {
        let documents = &one["documents"];
        let case = Small {
            plan: documents["plan.json"]["json"].clone(),
            registry: rows(documents, "registry.jsonl"),
            roster: rows(documents, "roster.jsonl"),
            history: rows(documents, "history.jsonl"),
            ceremony: documents["ceremony.json"]["json"].clone(),
            contributions: documents["contributions.json"]["json"].clone(),
        };
        assert_eq!(
            result(&case),
            text(&one["result"]),
            "case {}",
            one["number"]
        );
    }
    let refused = first
        .iter()
        .filter(|one| one["result"] == "refused")
        .count();
    assert!(
        0 < refused && refused < first.len(),
        "both kinds stand there"
    );
    let rule: Vec<&str> = list(&file.content["rule"]).iter().map(text).collect();
    assert_eq!(rule, RULE.lines().collect::<Vec<_>>());
}
