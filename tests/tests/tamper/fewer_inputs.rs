//! With fewer inputs, a verification finds less, but nothing false is established.

use std::collections::BTreeSet;

use suiji::verify::Verdict;
use suiji::{Evidence, PublicForm, Record, Report, Run};
use suiji_conformance::Case;
use suiji_conformance::count::counted;
use suiji_conformance::mutate::mutants;

use super::{CASES, parsed};

/// Every subset of the inputs except all of them.
fn fewer(case: &Case) -> Vec<Evidence> {
    let (plan, registry) = (case.plan().unwrap(), case.registry().unwrap());
    let (roster, history) = (case.roster().unwrap(), case.history().unwrap());
    let secret = case.ceremony().unwrap().secret().cloned();
    let kinds = if secret.is_some() { 5 } else { 4 };
    let subset = |subset: u32| {
        let has = |kind: u32| subset & (1 << kind) != 0;
        let mut evidence = Evidence::default();
        if has(0) {
            evidence = evidence.with_plan(plan.clone());
        }
        if has(1) {
            evidence = evidence.with_registry(registry.clone());
        }
        if has(2) {
            evidence = evidence.with_roster(roster.clone());
        }
        if has(3) {
            evidence = evidence.with_history(history.clone());
        }
        match &secret {
            Some(secret) if has(4) => evidence.with_secret(secret.clone()),
            _ => evidence,
        }
    };
    (0..(1 << kinds) - 1).map(subset).collect()
}

/// The checks with this outcome, each with its place.
fn with_outcome<'r>(report: &'r Report, outcome: &str) -> BTreeSet<(&'static str, &'r str)> {
    let checks = report.checks().iter();
    let matching = checks.filter(|check| check.outcome().as_str() == outcome);
    matching.map(|check| (check.id(), check.path())).collect()
}

/// Asserts that the verdict is not `holds`, and that a check that is established with fewer inputs does not fail with
/// all inputs. (The numbers of reserves and seats are in the plan, so `draw.reserves` and `draw.teams` check more if it
/// is provided.)
fn assert_nothing_false(fewer: &Report, all: &Report, what: &str) {
    assert_ne!(fewer.verdict(), Verdict::Holds, "{what}");
    let mut established = with_outcome(fewer, "established");
    if !established.contains(&("plan.digest", "$.commitment.plan")) {
        established.retain(|(id, _)| !["draw.reserves", "draw.teams"].contains(id));
    }
    let failed = with_outcome(all, "failed");
    let both: Vec<_> = established.intersection(&failed).collect();
    assert!(both.is_empty(), "{what}: {both:?}");
}

/// Verifies every `step`-th change to all records and public forms with every subset of the inputs. Returns the numbers
/// of verifications.
fn with_fewer_inputs(step: usize) -> [usize; 2] {
    let run = Run::default();
    let mut counts = [0, 0];
    for name in CASES {
        let case = Case::named(name);
        let (all, fewer) = (case.evidence().unwrap(), fewer(&case));
        let (sealed, drawn) = case.draw().unwrap();
        let form = PublicForm::of_with(&drawn, sealed.secret(), &run).unwrap();
        let record = |bytes: &[u8], with: &Evidence| {
            let record = Record::from_json_with(bytes, &run).ok()?;
            Some(suiji::verify_with(&record, with, &run).unwrap())
        };
        let form_of = |bytes: &[u8], with: &Evidence| {
            let form = PublicForm::from_json_with(bytes, &run).ok()?;
            Some(suiji::verify_public_with(&form, with, &run).unwrap())
        };
        let verifiers: [(String, Verifier<'_>); 2] = [
            (case.expected("record.json"), &record),
            (form.to_json(), &form_of),
        ];
        for ((original, verify), count) in verifiers.iter().zip(&mut counts) {
            for mutant in mutants(&parsed(original)).iter().step_by(step) {
                let document = mutant.document.to_string();
                let Some(with_all) = verify(document.as_bytes(), &all) else {
                    continue;
                };
                for (number, evidence) in fewer.iter().enumerate() {
                    let with_fewer = verify(document.as_bytes(), evidence).unwrap();
                    let what = format!(
                        "{name}: {} at {} with {number:b}",
                        mutant.change, mutant.pointer
                    );
                    assert_nothing_false(&with_fewer, &with_all, &what);
                    *count += 1;
                }
            }
        }
    }
    counted(counts[0], "changed records: verified with fewer inputs");
    counted(
        counts[1],
        "changed public forms: verified with fewer inputs",
    );
    counts
}

type Verifier<'v> = &'v dyn Fn(&[u8], &Evidence) -> Option<Report>;

#[test]
fn nothing_false_is_established_with_fewer_inputs() {
    // [V1], [V2]
    assert!(with_fewer_inputs(8).iter().all(|&count| count > 8_000));
}

#[test]
#[ignore = "long: ./check long"]
fn nothing_false_is_established_with_fewer_inputs_for_any_change() {
    // [V1], [V2]
    assert!(with_fewer_inputs(1).iter().all(|&count| count > 60_000));
}
