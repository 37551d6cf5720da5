//! Receipts: what is changed is found, but in what annex B says is on trust.

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Plan, PublicForm, Receipt};
use suiji_conformance::Case;
use suiji_conformance::mutate::{Mutant, mutants, repeated};

use super::{CASES, Count, parsed};

/// The receipts of a case: one of each state of its first task that has it, and of an entity unknown to it.
fn receipts(case: &Case) -> (PublicForm, Plan, Vec<Receipt>) {
    let (sealed, record) = case.draw().unwrap();
    let rows = String::from_utf8(case.bytes("registry.jsonl")).unwrap();
    let ids = rows
        .lines()
        .map(|line| parsed(line)["id"].as_str().unwrap().to_owned());
    let mut receipts: Vec<Receipt> = Vec::new();
    let mut seen: Vec<Vec<&str>> = Vec::new();
    for id in ids.chain(["NOBODY".to_owned()]) {
        let receipt = sealed.receipt(&record, &id.parse().unwrap()).unwrap();
        let states: Vec<&str> = receipt
            .tasks()
            .iter()
            .map(|task| task.state().as_str())
            .collect();
        if !seen.contains(&states) && seen.len() < 8 || id == "NOBODY" {
            seen.push(states);
            receipts.push(receipt);
        }
    }
    (PublicForm::of(&record), case.plan().unwrap(), receipts)
}

/// Whether a change that no check can find is of what [G2], [G3] and [G5] say is on trust.
fn on_trust(mutant: &Mutant, right: &Value, blinded: bool, absent: bool) -> bool {
    let pointer = mutant.pointer.as_str();
    let of = |prefix: &str| pointer == prefix || pointer.starts_with(&format!("{prefix}/"));
    let field = pointer.split('/').nth(3).unwrap_or_default();
    let of_task = pointer.starts_with("/tasks/");
    let removed = removed(mutant, right);
    // Officers, vacant seats, the number of a reserve within its bounds.
    let officers = ["members", "vacant"];
    let officers = of_task && (officers.contains(&field) || officers.contains(&removed));
    let reserve = of_task && field == "reserve";
    let officers = officers || pointer == "/tasks" && only_these_differ(mutant, right);
    // That the rows of the history are all there are.
    let less = ["an element removed", "emptied"].contains(&mutant.change);
    let history = pointer == "/history" && less || removed == "history";
    // A set in another order is the same set, which readers sort [I6].
    let set = pointer == "/registry/row/categories" && mutant.change == "elements swapped";
    // Absence: of anybody who is not on a list.
    let nobody = absent && of("/entity");
    // Without blinding rows and reasons have no proof.
    let rows = !blinded && (of("/registry/row") || of("/history") || field == "excluded");
    officers || reserve || history || set || nobody || rows
}

/// Whether the statements are the same but for officers and the numbers of reserves.
fn only_these_differ(mutant: &Mutant, right: &Value) -> bool {
    let without = |document: &Value| {
        let mut tasks = document["tasks"].clone();
        for task in tasks.as_array_mut().into_iter().flatten() {
            for field in ["members", "vacant", "reserve"] {
                task[field] = Value::Null;
            }
        }
        tasks
    };
    without(&mutant.document) == without(right)
}

/// The field that was removed, where one was.
fn removed<'r>(mutant: &Mutant, right: &'r Value) -> &'r str {
    let at = |document: &'r Value| document.pointer(&mutant.pointer)?.as_object();
    let left = mutant.document.pointer(&mutant.pointer);
    let fields = at(right).filter(|_| mutant.change == "a field removed");
    let mut fields = fields.into_iter().flat_map(|fields| fields.keys());
    let gone = fields.find(|field| left.is_some_and(|left| left.get(field.as_str()).is_none()));
    gone.map_or("", |field| field.as_str())
}

#[test]
fn no_changed_receipt_passes_but_in_what_is_on_trust() {
    // [G1], [G2], [G3], [G4], [G5]
    for name in CASES {
        let case = Case::named(name);
        let (form, plan, receipts) = receipts(&case);
        let blinded = case.ceremony().unwrap().secret().is_some();
        let (mut all, mut trusted) = (Count::default(), Vec::new());
        for receipt in receipts {
            assert_ne!(receipt.check(&form, Some(&plan)).verdict(), Verdict::Fails);
            let absent = receipt.name().is_none();
            let right = parsed(&receipt.to_json());
            for mutant in mutants(&right) {
                match Receipt::from_json(mutant.document.to_string().as_bytes()) {
                    Ok(changed) => all.judged(&mutant, &changed.check(&form, Some(&plan))),
                    Err(error) => all.refused(&mutant, &error),
                }
                let what = format!(
                    "{name} {}: {} at {}",
                    receipt.entity(),
                    mutant.change,
                    mutant.pointer
                );
                if let Some(passed) = all.passed.pop() {
                    assert!(on_trust(&mutant, &right, blinded, absent), "{what}");
                    trusted.push(passed);
                }
            }
            all.repeated_is_refused(repeated(&right), Receipt::from_json);
        }
        let elsewhere = &all.elsewhere;
        assert!(elsewhere.is_empty(), "{name}\n{}", elsewhere.join("\n"));
        all.passed = trusted;
        all.print("receipts", "passed, all in what is on trust");
        assert!(all.failed > 100 && all.refused > 100);
    }
}
