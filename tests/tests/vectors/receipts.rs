//! Receipts: the library makes the same receipts, establishes the expected statements, and finds every change.

use std::collections::BTreeSet;

use serde_json::Value;
use suiji::verify::{Check, Verdict, checks};
use suiji::{Error, PublicForm, Receipt, Report};
use suiji_conformance::trace::jcs;
use suiji_conformance::vectors::patch::apply;
use suiji_conformance::vectors::run;

use super::{File, list, text};

fn check(file: &File, receipt: &Value, public: &Value, with_plan: bool) -> Result<Report, Error> {
    let plan = run::plan(&file.documents()).unwrap();
    let public = PublicForm::from_json(public.to_string().as_bytes())?;
    let receipt = Receipt::from_json(receipt.to_string().as_bytes())?;
    Ok(receipt.check(&public, with_plan.then_some(&plan)))
}

/// The checks of the whole receipt and of its first task, which has the state of the vector.
fn of_first(report: &Report) -> impl Iterator<Item = &Check> {
    let checks = report.checks().iter();
    checks.filter(|check| check.task().is_none_or(|task| task == "J1"))
}

/// The outcomes of a check. A check of history rows has one outcome for each row.
fn outcomes<'r>(report: &'r Report, id: &str) -> Vec<&'r str> {
    let checks = of_first(report).filter(|check| check.id() == id);
    checks.map(|check| check.outcome().as_str()).collect()
}

#[test]
fn the_library_makes_the_same_receipts() {
    // [G1, G2, G3]
    let files = File::of("receipt");
    let mut states = BTreeSet::new();
    for file in &files {
        let (sealed, record) = run::draw(&file.documents()).unwrap();
        let id = text(&file.content["entity"]).parse().unwrap();
        let receipt = sealed.receipt(&record, &id).unwrap();
        let receipt: Value = serde_json::from_str(&receipt.to_json()).unwrap();
        assert_eq!(
            jcs(&receipt),
            jcs(&file.content["receipt"]),
            "{}",
            file.path
        );
        let ceremony = run::ceremony(&file.documents()).unwrap();
        let form = PublicForm::of(&record, ceremony.secret())
            .unwrap()
            .to_json();
        assert_eq!(
            jcs(&serde_json::from_str(&form).unwrap()),
            jcs(&file.content["public"]),
            "{}",
            file.path
        );
        states.insert(text(&receipt["tasks"][0]["state"]).to_owned());
    }
    assert_eq!((files.len(), states.len()), (14, 7));
}

#[test]
fn statements_are_established_or_on_trust_as_expected() {
    // [G1], [G2], [G3], [G4], [G5], [V2]
    for file in File::of("receipt") {
        for (with_plan, name) in [(true, "with_plan"), (false, "without_plan")] {
            let report = check(
                &file,
                &file.content["receipt"],
                &file.content["public"],
                with_plan,
            )
            .unwrap();
            assert_ne!(
                report.verdict(),
                Verdict::Fails,
                "{}: {}",
                file.path,
                report.to_json()
            );
            let expected = &file.content["expected"][name];
            for (outcome, found) in [("established", "established"), ("on_trust", "on_trust")] {
                for id in list(&expected[outcome]).iter().map(text) {
                    let all = outcomes(&report, id);
                    assert!(
                        all.contains(&found),
                        "{} {name}: {id} is {all:?}",
                        file.path
                    );
                }
            }
            let named = ["established", "on_trust"]
                .map(|outcome| list(&expected[outcome]))
                .concat();
            let ids = of_first(&report).map(Check::id);
            let of_receipts = ids.filter(|id| id.starts_with("receipt."));
            let unnamed: Vec<&str> = of_receipts
                .filter(|id| !named.iter().any(|name| name == id))
                .collect();
            assert!(
                unnamed.is_empty() || !with_plan,
                "{} {name}: unexpected checks {unnamed:?}",
                file.path
            );
        }
    }
}

#[test]
fn every_change_makes_its_checks_fail() {
    // [G1]–[G5]
    let mut wrong = Vec::new();
    for file in File::of("receipt") {
        for case in list(&file.content["cases"]) {
            let name = format!("{} {}", file.path, text(&case["name"]));
            let changed = |of: &str| {
                let original = &file.content[of];
                if case["change"] == of {
                    apply(original, &case["patch"]).unwrap_or_else(|| panic!("{name}"))
                } else {
                    original.clone()
                }
            };
            let with_plan = case["with_plan"] == true;
            match check(&file, &changed("receipt"), &changed("public"), with_plan) {
                Err(error) if case["refused"] == error.code() => {}
                Err(error) => wrong.push(format!("{name}: refused: {error}")),
                Ok(report) => {
                    let fails: Vec<&str> = list(&case["fails"]).iter().map(text).collect();
                    let failed = |id: &&str| outcomes(&report, id).contains(&"failed");
                    if fails.is_empty() || !fails.iter().all(failed) {
                        wrong.push(format!("{name}: {}", report.to_json()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_check_fails_in_some_vector() {
    // [V1], [G1] This version does not check drand signatures. Absence and teams are always on trust. A vector has no
    // notes of a verifier and no second document. Amendments have their own vectors. Sealed inputs fit together, unless
    // the library that sealed them does not follow the rules.
    let mut failing = BTreeSet::new();
    for file in File::all() {
        let cases = list(&file.content["cases"]).iter();
        failing.extend(
            cases
                .flat_map(|case| list(&case["fails"]))
                .map(|id| text(id).to_owned()),
        );
    }
    let never = [
        "contributions.drand",
        "receipt.absent",
        "receipt.team",
        "record.known",
        "contributions.known",
        "public.agrees",
        "inputs.agree",
        "amendments.record",
        "amendments.chain",
        "amendments.fits",
        "amendments.decided",
    ];
    let ids = checks::ALL.iter().map(|check| check.id());
    let missing: Vec<&str> = ids
        .filter(|id| !never.contains(id) && !failing.contains(*id))
        .collect();
    assert!(
        missing.is_empty(),
        "checks that fail in no vector: {missing:?}"
    );
}
