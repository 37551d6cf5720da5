//! Every change to a receipt is found, except in statements that annex B leaves on trust.

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Plan, PublicForm, Receipt, Report};
use suiji_conformance::Case;
use suiji_conformance::mutate::{Mutant, duplicate_keys, mutants};

use super::{CASES, Count, parsed};

/// Receipts of a case: one for each combination of states, up to eight, and one of an unknown entity.
fn receipts(case: &Case) -> (PublicForm, Plan, Vec<Receipt>) {
    let (sealed, record) = case.draw().unwrap();
    let rows = String::from_utf8(case.bytes("registry.jsonl")).unwrap();
    let ids = rows
        .lines()
        .map(|line| parsed(line)["id"].as_str().unwrap().to_owned());
    let mut receipts: Vec<Receipt> = Vec::new();
    let mut seen: Vec<Vec<&str>> = Vec::new();
    for id in ids.chain(["UNKNOWN".to_owned()]) {
        let receipt = sealed.receipt(&record, &id.parse().unwrap()).unwrap();
        let states: Vec<&str> = receipt
            .tasks()
            .iter()
            .map(|task| task.state().as_str())
            .collect();
        if !seen.contains(&states) && seen.len() < 8 || id == "UNKNOWN" {
            seen.push(states);
            receipts.push(receipt);
        }
    }
    let form = PublicForm::of(&record, sealed.secret()).unwrap();
    (form, case.plan().unwrap(), receipts)
}

/// Whether [G2], [G3] and [G5] leave the changed statement on trust, so that no check can find the change.
fn on_trust(mutant: &Mutant, original: &Value, blinded: bool, absent: bool) -> bool {
    let pointer = mutant.pointer.as_str();
    let of = |prefix: &str| pointer == prefix || pointer.starts_with(&format!("{prefix}/"));
    let field = pointer.split('/').nth(3).unwrap_or_default();
    let of_task = pointer.starts_with("/tasks/");
    let removed = removed(mutant, original);
    // Inspectors, vacant seats, and a reserve number within its bounds.
    let fields = ["members", "vacant"];
    let team = of_task && (fields.contains(&field) || fields.contains(&removed));
    let reserve = of_task && field == "reserve";
    let team = team || pointer == "/tasks" && only_teams_differ(mutant, original);
    // Whether the history is complete.
    let less = ["an element removed", "emptied"].contains(&mutant.change);
    let history = pointer == "/history" && less || removed == "history";
    // Readers sort sets, so a set in another order is equal [I6].
    let sets = ["/categories", "/exempt_from", "/by", "/inspectors"];
    let of_row = pointer.contains("/row/") && sets.iter().any(|set| pointer.ends_with(set));
    let set = of_row && mutant.change == "elements swapped";
    // The absence of an entity that is not on a list.
    let other_absent = absent && of("/entity");
    // Without blinding, there are no proofs for rows and reasons.
    let rows = !blinded && (of("/registry/row") || of("/history") || field == "excluded");
    team || reserve || history || set || other_absent || rows
}

/// Asserts that no check of a value that was changed is established.
fn nothing_false_is_established(mutant: &Mutant, report: &Report, case: &str) {
    if mutant.change != "changed" {
        return;
    }
    let steps: Vec<&str> = mutant.pointer.split('/').skip(1).collect();
    let of_task = steps.first() == Some(&"tasks");
    let about: &[&str] = match (steps[0], steps.get(2).copied().unwrap_or_default()) {
        ("record", _) => &["receipt.record"],
        ("entity", _) => &[
            "receipt.registry",
            "receipt.history",
            "receipt.absent",
            "receipt.scope",
            "receipt.frame",
            "receipt.excluded",
            "receipt.ticket",
            "receipt.state",
            "receipt.probability",
        ],
        ("registry", _) => &["receipt.registry", "receipt.scope"],
        ("history", _) => &["receipt.history"],
        ("tasks", "ticket") => &["receipt.ticket", "receipt.state"],
        ("tasks", "cutoff" | "cutoff_salt") => &["receipt.cutoff", "receipt.state"],
        ("tasks", "stratum") => &["receipt.frame", "receipt.scope", "receipt.probability"],
        ("tasks", "probability") => &["receipt.probability"],
        ("tasks", "frame") => &["receipt.frame", "receipt.probability"],
        ("tasks", "excluded") => &["receipt.excluded", "receipt.state"],
        ("tasks", "reserve") => &["receipt.reserve"],
        ("tasks", "members" | "vacant") => &["receipt.team"],
        ("tasks", _) => &[],
        _ => &[],
    };
    let place = format!(
        "$.{}[{}]",
        steps[0],
        steps.get(1).copied().unwrap_or_default()
    );
    let listed = of_task || steps[0] == "history";
    let established = report.checks().iter().find(|check| {
        check.outcome().as_str() == "established"
            && about.contains(&check.id())
            && (!listed || check.path().starts_with(&place))
    });
    assert_eq!(
        established.map(|check| (check.id(), check.path())),
        None,
        "{case}: {} of {}",
        mutant.pointer,
        mutant.document
    );
}

/// Whether the statements differ only in inspectors, vacant seats and reserve numbers.
fn only_teams_differ(mutant: &Mutant, original: &Value) -> bool {
    let without = |document: &Value| {
        let mut tasks = document["tasks"].clone();
        for task in tasks.as_array_mut().into_iter().flatten() {
            for field in ["members", "vacant", "reserve"] {
                task[field] = Value::Null;
            }
        }
        tasks
    };
    without(&mutant.document) == without(original)
}

/// The field that was removed, or an empty text.
fn removed<'r>(mutant: &Mutant, original: &'r Value) -> &'r str {
    let at = |document: &'r Value| document.pointer(&mutant.pointer)?.as_object();
    let left = mutant.document.pointer(&mutant.pointer);
    let fields = at(original).filter(|_| mutant.change == "a field removed");
    let mut fields = fields.into_iter().flat_map(|fields| fields.keys());
    let missing = fields.find(|field| left.is_some_and(|left| left.get(field.as_str()).is_none()));
    missing.map_or("", |field| field.as_str())
}

#[test]
fn changed_receipts_pass_only_in_what_is_on_trust() {
    // [G1], [G2], [G3], [G4], [G5]
    for name in CASES {
        let case = Case::named(name);
        let (form, plan, receipts) = receipts(&case);
        let blinded = case.ceremony().unwrap().secret().is_some();
        let (mut all, mut trusted) = (Count::default(), Vec::new());
        for receipt in receipts {
            assert_ne!(receipt.check(&form, Some(&plan)).verdict(), Verdict::Fails);
            let absent = receipt.name().is_none();
            let original = parsed(&receipt.to_json());
            for mutant in mutants(&original) {
                match Receipt::from_json(mutant.document.to_string().as_bytes()) {
                    Ok(changed) => {
                        let report = changed.check(&form, Some(&plan));
                        nothing_false_is_established(&mutant, &report, name);
                        all.checked(&mutant, &report);
                    }
                    Err(error) => all.refused(&mutant, &error),
                }
                let what = format!(
                    "{name} {}: {} at {}",
                    receipt.entity(),
                    mutant.change,
                    mutant.pointer
                );
                if let Some(passed) = all.passed.pop() {
                    assert!(on_trust(&mutant, &original, blinded, absent), "{what}");
                    trusted.push(passed);
                }
            }
            all.duplicate_keys_are_refused(duplicate_keys(&original), Receipt::from_json);
        }
        let elsewhere = &all.elsewhere;
        assert!(elsewhere.is_empty(), "{name}\n{}", elsewhere.join("\n"));
        all.passed = trusted;
        all.print("receipts", "passed, only in what is on trust");
        assert!(all.failed > 100 && all.refused > 100);
    }
}

#[test]
fn no_other_state_is_established() {
    // [G3], [G4] Each receipt with each state, with the fields that such a state has.
    let mut count = 0;
    for name in CASES {
        let case = Case::named(name);
        let (form, plan, receipts) = receipts(&case);
        for receipt in receipts {
            let original = parsed(&receipt.to_json());
            for task in 0..original["tasks"].as_array().unwrap().len() {
                let own = original["tasks"][task]["state"]
                    .as_str()
                    .unwrap()
                    .to_owned();
                for state in STATES.into_iter().filter(|state| *state != own) {
                    let mut changed = original.clone();
                    let Some(statement) = with_state(&original, task, state) else {
                        continue;
                    };
                    changed["tasks"][task] = statement;
                    let changed = changed.to_string();
                    let Ok(changed) = Receipt::from_json(changed.as_bytes()) else {
                        continue;
                    };
                    count += 1;
                    let what = format!("{name} {}: {own} as {state}", receipt.entity());
                    for plan in [None, Some(&plan)] {
                        state_is_not_established(&changed, task, (&own, state), &form, plan, &what);
                    }
                }
            }
        }
    }
    assert!(count > 100, "{count}");
}

const STATES: [&str; 7] = [
    "selected",
    "reserve",
    "not_selected",
    "excluded",
    "inactive",
    "out_of_scope",
    "absent",
];

/// The statement with another state, with the fields of that state that the receipt has or that are easily made up.
fn with_state(receipt: &Value, task: usize, state: &str) -> Option<Value> {
    let original = &receipt["tasks"][task];
    let mut changed = json!({"task": original["task"], "state": state});
    if ["selected", "reserve", "not_selected"].contains(&state) {
        for field in [
            "stratum",
            "ticket",
            "probability",
            "cutoff",
            "cutoff_salt",
            "frame",
        ] {
            if let Some(value) = original.get(field) {
                changed[field] = value.clone();
            }
        }
        original.get("stratum")?;
    }
    match state {
        "reserve" => changed["reserve"] = json!(1),
        "excluded" => changed["excluded"] = json!({"reason": "exempt"}),
        _ => {}
    }
    Some(changed)
}

/// The ticket establishes whether the entity is selected, and the row whether it is inactive. Every other statement
/// about another state is on trust, or is found to be wrong.
fn state_is_not_established(
    receipt: &Receipt,
    task: usize,
    (own, state): (&str, &str),
    form: &PublicForm,
    plan: Option<&Plan>,
    what: &str,
) {
    let report = receipt.check(form, plan);
    let place = format!("$.tasks[{task}].");
    let outcome = |id: &str| {
        let mut checks = report.checks().iter();
        let check = checks.find(|check| check.id() == id && check.path().starts_with(&place));
        check.map(|check| check.outcome().as_str())
    };
    let selected = "selected";
    if (own == selected) != (state == selected) {
        assert_eq!(outcome("receipt.state"), Some("failed"), "{what}");
        return;
    }
    let framed = ["selected", "reserve", "not_selected"];
    if framed.contains(&own) && framed.contains(&state) {
        // Only the list of reserves could show whether it is a reserve.
        assert_ne!(outcome("receipt.reserve"), Some("established"), "{what}");
        return;
    }
    for id in ["receipt.state", "receipt.scope"] {
        // The plan shows that excluded entities and entities in the frame are in scope.
        let matching = [&framed[..], &["excluded"]].concat();
        let in_scope =
            id == "receipt.scope" && matching.contains(&own) && matching.contains(&state);
        let outcome = outcome(id).unwrap_or_default();
        assert!(
            in_scope || outcome != "established",
            "{what}: {id} {outcome}"
        );
    }
}
