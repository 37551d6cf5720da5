//! Every change of a receipt is found, except in what annex B leaves on trust.

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Plan, PublicForm, Receipt};
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

/// Whether a change is in what [G2], [G3] and [G5] leave on trust, so that no check can find it.
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
    // Readers sort sets, so another order is the same set [I6].
    let set = pointer == "/registry/row/categories" && mutant.change == "elements swapped";
    // Absence, for any entity that is not on a list.
    let other_absent = absent && of("/entity");
    // Without blinding, rows and reasons have no proofs.
    let rows = !blinded && (of("/registry/row") || of("/history") || field == "excluded");
    team || reserve || history || set || other_absent || rows
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
                    Ok(changed) => all.checked(&mutant, &changed.check(&form, Some(&plan))),
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
