//! Whatever is changed in a record, a public form or a receipt is refused or found.
#![expect(clippy::unwrap_used, reason = "tests")]
#![expect(clippy::print_stdout, reason = "the counts are the result")]

use serde_json::Value;
use suiji::{Evidence, Plan, PublicForm, Receipt, Record, Run, Verdict};
use suiji_conformance::Case;
use suiji_conformance::mutate::{Mutant, mutants};

/// Blinded with teams; blinded, SM3 with `follows` and `supersedes`; and so on.
const CASES: [&str; 7] = ["01", "03", "04", "08", "14", "15", "16"];

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// What became of the mutants of one document.
#[derive(Default)]
struct Count {
    refused: usize,
    failed: usize,
    passed: Vec<String>,
}

impl Count {
    fn add(&mut self, mutant: &Mutant, verdict: Option<Verdict>) {
        match verdict {
            None => self.refused += 1,
            Some(Verdict::Fails) => self.failed += 1,
            Some(verdict) => self.passed.push(format!(
                "{} at {}: {}",
                mutant.change,
                mutant.pointer,
                verdict.as_str()
            )),
        }
    }

    fn print(&self, what: &str) {
        println!(
            "{what}: {} refused, {} failed, {} on trust",
            self.refused,
            self.failed,
            self.passed.len()
        );
    }
}

#[test]
fn no_changed_record_passes() {
    // [V1], [E1]
    let run = Run::default();
    for name in CASES {
        let case = Case::named(name);
        let evidence = case.evidence().unwrap();
        let mut count = Count::default();
        for mutant in mutants(&parsed(&case.expected("record.json"))) {
            let record = Record::from_json(mutant.document.to_string().as_bytes(), &Run::default());
            count.add(
                &mutant,
                record
                    .ok()
                    .map(|record| suiji::verify(&record, &evidence, &run).unwrap().verdict()),
            );
        }
        count.print(&format!("record {name}"));
        assert!(
            count.passed.is_empty(),
            "{name}\n{}",
            count.passed.join("\n")
        );
        assert!(count.failed > 200 && count.refused > 200);
    }
}

#[test]
fn no_changed_record_holds_for_want_of_an_input() {
    // [V1], [V2]: with less there may be nothing to fail, but nothing is said to hold.
    let run = Run::default();
    let case = Case::named("16");
    let less = |without: usize| {
        let (plan, registry) = (case.plan().unwrap(), case.registry().unwrap());
        let evidence = Evidence::default();
        match without {
            0 => evidence,
            1 => evidence.with_plan(plan),
            2 => evidence.with_plan(plan).with_registry(registry),
            3 => evidence
                .with_plan(plan)
                .with_registry(registry)
                .with_history(case.history().unwrap()),
            _ => evidence
                .with_registry(registry)
                .with_history(case.history().unwrap())
                .with_roster(case.roster().unwrap()),
        }
    };
    let evidence: Vec<Evidence> = (0..5).map(less).collect();
    for mutant in mutants(&parsed(&case.expected("record.json")))
        .iter()
        .step_by(7)
    {
        let Ok(record) = Record::from_json(mutant.document.to_string().as_bytes(), &Run::default())
        else {
            continue;
        };
        for (number, evidence) in evidence.iter().enumerate() {
            let verdict = suiji::verify(&record, evidence, &run).unwrap().verdict();
            assert_ne!(
                verdict,
                Verdict::Holds,
                "{} at {} with {number}",
                mutant.change,
                mutant.pointer
            );
        }
    }
}

#[test]
fn no_changed_public_form_passes() {
    // [E2], [V1]
    let run = Run::default();
    for name in CASES {
        let case = Case::named(name);
        let evidence = case.evidence().unwrap();
        let (_, record) = case.draw().unwrap();
        let right = PublicForm::of(&record, &Run::default()).unwrap();
        assert_eq!(
            suiji::verify_public(&right, &evidence, &run)
                .unwrap()
                .verdict(),
            Verdict::Holds
        );
        let mut count = Count::default();
        for mutant in mutants(&parsed(&right.to_json())) {
            let form =
                PublicForm::from_json(mutant.document.to_string().as_bytes(), &Run::default());
            count.add(
                &mutant,
                form.ok().map(|form| {
                    suiji::verify_public(&form, &evidence, &run)
                        .unwrap()
                        .verdict()
                }),
            );
        }
        count.print(&format!("public form {name}"));
        assert!(
            count.passed.is_empty(),
            "{name}\n{}",
            count.passed.join("\n")
        );
        assert!(count.failed > 100 && count.refused > 100);
    }
}

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
        let receipt = sealed
            .receipt(&record, &id.parse().unwrap(), &Run::default())
            .unwrap();
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
    (
        PublicForm::of(&record, &Run::default()).unwrap(),
        case.plan().unwrap(),
        receipts,
    )
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
        let mut all = Count::default();
        for receipt in receipts {
            assert_ne!(receipt.check(&form, Some(&plan)).verdict(), Verdict::Fails);
            let absent = receipt.name().is_none();
            let right = parsed(&receipt.to_json());
            for mutant in mutants(&right) {
                let changed = Receipt::from_json(mutant.document.to_string().as_bytes());
                let verdict = changed
                    .ok()
                    .map(|changed| changed.check(&form, Some(&plan)).verdict());
                let passed = verdict.is_some_and(|verdict| verdict != Verdict::Fails);
                let trusted = on_trust(&mutant, &right, blinded, absent);
                assert!(
                    !passed || trusted,
                    "{name} {}: {} at {}",
                    receipt.entity(),
                    mutant.change,
                    mutant.pointer
                );
                all.add(&mutant, verdict);
            }
        }
        all.print(&format!("receipts {name}"));
        assert!(all.failed > 100 && all.refused > 100);
    }
}
