//! Receipts of every state, right and tampered [G1–G5].

mod changes;
mod states;

use serde_json::{Value, json};

use super::{Vector, documents};
use crate::Small;
use crate::trace::{Walk, receipt, walk};

/// The states, each with what is special in it.
const STATES: [(&str, &str); 7] = [
    ("selected", "a firm that was drawn"),
    ("reserve", "a firm among the reserves"),
    ("not_selected", "a firm that was in the frame and not drawn"),
    (
        "excluded",
        "a firm that was excluded, by inspections that it had",
    ),
    (
        "out_of_scope",
        "a firm that is not in the scope of the task",
    ),
    ("inactive", "a firm that is not active"),
    ("absent", "somebody of whom the registry knows nothing"),
];

/// All of them: each state on a blinded sheet, and on one that is not.
pub(super) fn all() -> Vec<Vector> {
    let [open, blinded] = [case(), case().blinded()];
    let walks = [walk(&open), walk(&blinded)];
    let of = |(state, about): &(&str, &str)| {
        [
            vector(state, about, &open, &walks[0]),
            vector(state, &format!("{about}, with proofs"), &blinded, &walks[1]),
        ]
    };
    STATES.iter().flat_map(of).collect()
}

/// Eight firms, of which each state has one, in two tasks.
fn case() -> Small {
    let mut case = Small::with_team();
    let firm = |number: usize| {
        let class = if number < 3 { "high" } else { "low" };
        json!({"id": format!("F-{number}"), "name": "样例企业", "class": class, "categories": ["超市"]})
    };
    case.registry = (1..=8).map(firm).collect();
    case.registry[5]["status"] = json!("inactive");
    case.registry[6]["categories"] = json!(["餐馆"]);
    case.plan["annual_cap"] = json!(1);
    case.history = vec![
        json!({"entity": "F-1", "task": "J9", "date": "2023-03-05"}),
        json!({"entity": "F-8", "task": "J9", "date": "2024-03-05"}),
        json!({"entity": "F-8", "task": "J9", "date": "2023-03-05", "kind": "case"}),
    ];
    let team = json!({"seats": [{"department": "局", "count": 2}]});
    let scope = json!({"categories": ["超市"]});
    case.plan["tasks"] = json!([
        {"id": "J1", "name": "抽查", "coordination": "auto", "quota": {"count": 2}, "reserves": 1, "scope": scope,
            "risk": {"unrated_as": "low"}, "team": team},
        {"id": "J2", "name": "抽查", "quota": {"at_most": "10%"}}]);
    case
}

/// The firm that is in that state in J1.
fn entity(case: &Small, walk: &Walk, state: &str) -> (String, Value) {
    let ids = (1..=9).map(|number| format!("F-{number}"));
    let mut receipts = ids.map(|id| {
        let receipt = receipt(case, walk, &id);
        (id, receipt)
    });
    let found = receipts.find(|(_, receipt)| receipt["tasks"][0]["state"] == state);
    found.unwrap_or_else(|| unreachable!("nobody is {state}"))
}

fn vector(state: &str, about: &str, case: &Small, walk: &Walk) -> Vector {
    let blinded = case.ceremony.get("secret").is_some();
    let name = state.replace('_', "-") + if blinded { "-blinded" } else { "" };
    let (id, receipt) = entity(case, walk, state);
    let cases: Vec<Value> = changes::of(state, &receipt, blinded);
    let rules: &[&str] = match state {
        "selected" | "reserve" | "not_selected" => &["G1", "G2", "G3", "G4", "G5", "V2"],
        _ => &["G1", "G2", "G3", "G4", "V2"],
    };
    Vector {
        path: format!("receipts/{name}.json"),
        content: json!({
            "vector": "receipt", "name": name, "about": about, "rules": rules,
            "documents": documents::json(&documents::of_case(case)), "entity": id,
            "public": walk.public, "receipt": receipt,
            "expected": {
                "with_plan": statements(state, &receipt, blinded, true),
                "without_plan": statements(state, &receipt, blinded, false)},
            "cases": cases}),
    }
}

/// What a check must establish and what it must leave on trust, of J1 and of the receipt as a whole.
fn statements(state: &str, receipt: &Value, blinded: bool, with_plan: bool) -> Value {
    let mut all = json!({"established": [], "on_trust": []});
    let mut say = |established: bool, check: &str| {
        let outcome = if established {
            "established"
        } else {
            "on_trust"
        };
        if let Some(checks) = all[outcome].as_array_mut() {
            checks.push(json!(check));
        }
    };
    // [G1]
    for check in ["receipt.record", "contributions.match", "record.seed"] {
        say(true, check);
    }
    // [G2]: without blinding there are no proofs.
    if receipt.get("registry").is_some() {
        say(blinded, "receipt.registry");
    }
    if receipt.get("history").is_some() {
        say(blinded, "receipt.history");
    }
    // [G3]: what the scope says of a row rests on the row, and that of an inactive one needs no plan.
    if state != "absent" {
        say(
            blinded && (with_plan || state == "inactive"),
            "receipt.scope",
        );
    }
    match state {
        "selected" | "reserve" | "not_selected" => {
            say(blinded, "receipt.frame");
            // [G4]
            say(true, "receipt.ticket");
            say(true, "receipt.cutoff");
            // [G5]
            say(true, "receipt.probability");
        }
        "excluded" => say(blinded, "receipt.excluded"),
        "absent" => say(false, "receipt.absent"),
        _ => {}
    }
    say(true, "receipt.state");
    say(with_plan, "receipt.key");
    match state {
        "selected" => say(false, "receipt.team"),
        "reserve" => say(false, "receipt.reserve"),
        _ => {}
    }
    all
}
