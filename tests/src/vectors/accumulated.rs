//! One hash over many generated cases: the rule, the hashes, and the first cases in full.

use serde_json::{Map, Value, json};

use super::Vector;
use crate::Small;
use crate::generated::{Accumulated, RULE, case, result};
use crate::trace::sheet_digest;

/// The seed of the cases.
const SEED: &str = "suiji-v1";

/// The numbers of cases after which the vector gives the hash.
const COUNTS: [u64; 3] = [100, 1_000, 10_000];

pub(super) fn vector() -> Vector {
    let first = (0..5).map(|number| {
        let case = case(SEED, number);
        json!({"number": number, "documents": documents(&case), "result": result(&case)})
    });
    let mut accumulated = Accumulated::new(SEED);
    let mut after = Map::new();
    for count in COUNTS {
        after.insert(
            count.to_string(),
            accumulated.after(count).to_string().into(),
        );
    }
    let content = json!({
        "vector": "accumulated", "name": "accumulated",
        "about": "One hash over the results of 100, 1,000 and 10,000 generated cases, the rule that generates them, and the first cases in full, to check a generator",
        "rules": [], "seed": SEED, "rule": RULE.lines().collect::<Vec<_>>(),
        "first": first.collect::<Vec<_>>(), "after": after});
    Vector {
        path: "accumulated.json".to_owned(),
        content,
    }
}

fn documents(case: &Small) -> Value {
    json!({
        "plan.json": {"json": case.plan},
        "registry.jsonl": {"rows": case.registry},
        "roster.jsonl": {"rows": case.roster},
        "history.jsonl": {"rows": case.history},
        "ceremony.json": {"json": case.ceremony},
        "contributions.json": {"json": case.contributions_of(&sheet_digest(case))},
    })
}
