//! Receipts of every state, correct and tampered [G1–G5].

mod changes;
mod states;

use serde_json::{Value, json};

use super::{Vector, documents};
use crate::Small;
use crate::trace::{Trace, receipt, trace};

/// The states, each with a description.
const STATES: [(&str, &str); 7] = [
    ("selected", "an entity that was selected"),
    ("reserve", "an entity that is a reserve"),
    (
        "not_selected",
        "an entity that was in the frame and not selected",
    ),
    (
        "excluded",
        "an entity that was excluded because of its visits",
    ),
    (
        "out_of_scope",
        "an entity that is not in the scope of the task",
    ),
    ("inactive", "an entity that is inactive"),
    ("absent", "an entity that is not in the registry"),
];

/// All receipts: each state with and without blinding.
pub(super) fn all() -> Vec<Vector> {
    let [open, blinded] = [case(), case().blinded()];
    let traces = [trace(&open), trace(&blinded)];
    let of = |(state, about): &(&str, &str)| {
        [
            vector(state, about, &open, &traces[0]),
            vector(
                state,
                &format!("{about}, with proofs"),
                &blinded,
                &traces[1],
            ),
        ]
    };
    STATES.iter().flat_map(of).collect()
}

/// Two tasks and eight entities. Each state occurs in the first task.
fn case() -> Small {
    let mut case = Small::with_team();
    let entity = |number: usize| {
        let class = if number < 3 { "high" } else { "low" };
        json!({"id": format!("F-{number}"), "name": "样例企业", "class": class, "categories": ["超市"],
            "extra": {"电话": "000"}})
    };
    case.registry = (1..=8).map(entity).collect();
    case.registry[5]["status"] = json!("inactive");
    case.registry[6]["categories"] = json!(["餐馆"]);
    case.plan["limits"] = json!([{"id": "year", "visits": 1}]);
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

/// An entity with this state in J1, and its receipt.
fn entity(case: &Small, trace: &Trace, state: &str) -> (String, Value) {
    let ids = (1..=9).map(|number| format!("F-{number}"));
    let mut receipts = ids.map(|id| {
        let receipt = receipt(case, trace, &id);
        (id, receipt)
    });
    let found = receipts.find(|(_, receipt)| receipt["tasks"][0]["state"] == state);
    found.unwrap_or_else(|| unreachable!("no entity is {state}"))
}

fn vector(state: &str, about: &str, case: &Small, trace: &Trace) -> Vector {
    let blinded = case.ceremony.get("secret").is_some();
    let name = state.replace('_', "-") + if blinded { "-blinded" } else { "" };
    let (id, receipt) = entity(case, trace, state);
    let mut changes = changes::of(state, &receipt, blinded);
    states::of(&mut changes, state, &receipt);
    let cases = changes.0;
    let rules: &[&str] = match state {
        "selected" | "reserve" | "not_selected" => &["G1", "G2", "G3", "G4", "G5", "V2"],
        _ => &["G1", "G2", "G3", "G4", "V2"],
    };
    Vector {
        path: format!("receipts/{name}.json"),
        content: json!({
            "vector": "receipt", "name": name, "about": about, "rules": rules,
            "documents": documents::json(&documents::of_case(case)), "entity": id,
            "public": trace.public, "receipt": receipt,
            "expected": {
                "with_plan": statements(state, &receipt, blinded, true),
                "without_plan": statements(state, &receipt, blinded, false)},
            "cases": cases}),
    }
}

/// The statements about J1 and the whole receipt: those that must be established, and those that stay on trust.
fn statements(state: &str, receipt: &Value, blinded: bool, with_plan: bool) -> Value {
    let mut all = json!({"established": [], "on_trust": []});
    let mut add = |established: bool, check: &str| {
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
        add(true, check);
    }
    // [G2] Without blinding there are no proofs.
    if receipt.get("registry").is_some() {
        add(blinded, "receipt.registry");
    }
    if receipt.get("history").is_some() {
        add(blinded, "receipt.history");
    }
    // [G3] The scope depends on the row, so it needs the proof of the row. For an inactive row, no plan is needed.
    if state != "absent" {
        add(
            blinded && (with_plan || state == "inactive"),
            "receipt.scope",
        );
    }
    match state {
        "selected" | "reserve" | "not_selected" => {
            add(blinded, "receipt.frame");
            // [G4]
            add(true, "receipt.ticket");
            add(true, "receipt.cutoff");
            // [G5] The probability is that of the stratum.
            add(blinded, "receipt.probability");
            // In another stratum, the ticket is compared with another cutoff.
            add(blinded, "receipt.state");
        }
        // Only a proof can establish why an entity was not in the frame.
        "excluded" => {
            add(blinded, "receipt.excluded");
            add(blinded, "receipt.state");
        }
        "absent" => {
            add(false, "receipt.absent");
            add(false, "receipt.state");
        }
        state => add(
            blinded && (with_plan || state == "inactive"),
            "receipt.state",
        ),
    }
    match state {
        "selected" => add(false, "receipt.team"),
        "reserve" | "not_selected" => add(false, "receipt.reserve"),
        _ => {}
    }
    all
}
