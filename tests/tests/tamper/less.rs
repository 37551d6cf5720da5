//! With fewer inputs a verifier finds less, and never claims more than he can.

use std::collections::BTreeSet;

use suiji::verify::Verdict;
use suiji::{Evidence, PublicForm, Record, Report, Run};
use suiji_conformance::Case;
use suiji_conformance::count::counted;
use suiji_conformance::mutate::mutants;

use super::{CASES, parsed};

/// Every choice of inputs but all of them.
fn fewer(case: &Case) -> Vec<Evidence> {
    let (plan, registry) = (case.plan().unwrap(), case.registry().unwrap());
    let (roster, history) = (case.roster().unwrap(), case.history().unwrap());
    let secret = case.ceremony().unwrap().secret().cloned();
    let kinds = if secret.is_some() { 5 } else { 4 };
    let choice = |choice: u32| {
        let has = |kind: u32| choice & (1 << kind) != 0;
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
    (0..(1 << kinds) - 1).map(choice).collect()
}

/// The checks with this outcome, each with its place.
fn with_outcome<'r>(report: &'r Report, outcome: &str) -> BTreeSet<(&'static str, &'r str)> {
    let checks = report.checks().iter();
    let those = checks.filter(|check| check.outcome().as_str() == outcome);
    those.map(|check| (check.id(), check.path())).collect()
}

/// What is established with less does not fail with all, and without all nothing is said to hold. (How many
/// reserves and seats there are to be is in the plan: with it two checks ask for more than they say.)
fn claims_no_more(less: &Report, whole: &Report, what: &str) {
    assert_ne!(less.verdict(), Verdict::Holds, "{what}");
    let mut established = with_outcome(less, "established");
    if !established.contains(&("plan.digest", "$.commitment.plan")) {
        established.retain(|(id, _)| !["draw.reserves", "draw.teams"].contains(id));
    }
    let failed = with_outcome(whole, "failed");
    let both: Vec<_> = established.intersection(&failed).collect();
    assert!(both.is_empty(), "{what}: {both:?}");
}

/// Each `step`-th change of the records and public forms of all cases, with each choice of fewer inputs. Gives
/// the number of verifications.
fn with_fewer_inputs(step: usize) -> [usize; 2] {
    let run = Run::default();
    let mut counts = [0, 0];
    for name in CASES {
        let case = Case::named(name);
        let (all, fewer) = (case.evidence().unwrap(), fewer(&case));
        let form = PublicForm::of_with(&case.draw().unwrap().1, &run).unwrap();
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
        for ((right, verify), count) in verifiers.iter().zip(&mut counts) {
            for mutant in mutants(&parsed(right)).iter().step_by(step) {
                let document = mutant.document.to_string();
                let Some(whole) = verify(document.as_bytes(), &all) else {
                    continue;
                };
                for (number, evidence) in fewer.iter().enumerate() {
                    let less = verify(document.as_bytes(), evidence).unwrap();
                    let what = format!(
                        "{name}: {} at {} with {number:b}",
                        mutant.change, mutant.pointer
                    );
                    claims_no_more(&less, &whole, &what);
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
fn nothing_false_is_established_with_fewer_inputs_whatever_is_changed() {
    // [V1], [V2]
    assert!(with_fewer_inputs(1).iter().all(|&count| count > 60_000));
}
