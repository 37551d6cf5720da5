//! Records, commitments and public forms with one change, verified with all inputs.

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Commitment, PublicForm, Record, Run, Sealed};
use suiji_conformance::Case;
use suiji_conformance::mutate::{duplicate_keys, mutants, touch};

use super::{CASES, Count, parsed};

#[test]
fn no_changed_record_passes() {
    // [V1], [E1]
    let run = Run::default();
    let read = |bytes: &[u8]| Record::from_json_with(bytes, &run);
    for name in CASES {
        let case = Case::named(name);
        let evidence = case.evidence().unwrap();
        let original = parsed(&case.expected("record.json"));
        let mut count = Count::default();
        for mutant in mutants(&original) {
            match read(mutant.document.to_string().as_bytes()) {
                Ok(record) => {
                    count.checked(
                        &mutant,
                        &suiji::verify_with(&record, &evidence, &run).unwrap(),
                    );
                }
                Err(error) => count.refused(&mutant, &error),
            }
        }
        count.duplicate_keys_are_refused(duplicate_keys(&original), read);
        count.none_passed("records", name);
        assert!(count.failed > 200 && count.refused > 200);
    }
}

#[test]
fn no_changed_public_form_passes() {
    // [E2], [V1]
    let run = Run::default();
    let read = |bytes: &[u8]| PublicForm::from_json_with(bytes, &run);
    for name in CASES {
        let case = Case::named(name);
        let evidence = case.evidence().unwrap();
        let (sealed, record) = case.draw().unwrap();
        let form = PublicForm::of_with(&record, sealed.secret(), &run).unwrap();
        let report = suiji::verify_public_with(&form, &evidence, &run).unwrap();
        assert_eq!(report.verdict(), Verdict::Holds);
        let original = parsed(&form.to_json());
        let mut count = Count::default();
        for mutant in mutants(&original) {
            match read(mutant.document.to_string().as_bytes()) {
                Ok(form) => {
                    let report = suiji::verify_public_with(&form, &evidence, &run).unwrap();
                    count.checked(&mutant, &report);
                }
                Err(error) => count.refused(&mutant, &error),
            }
        }
        count.duplicate_keys_are_refused(duplicate_keys(&original), read);
        count.none_passed("public forms", name);
        assert!(count.failed > 100 && count.refused > 100);
    }
}

/// The fields of a commitment that follow from the inputs.
const OF_THE_INPUTS: [&str; 7] = [
    "plan",
    "registry",
    "roster",
    "history",
    "tasks",
    "authority",
    "year",
];
/// The fields of a commitment that determine how rows are hashed.
const OF_ALL_ROWS: [&str; 2] = ["hash", "blinded"];

#[test]
fn no_changed_commitment_passes() {
    // [S3b] It has another digest, so it is not the published one. If it differs in a field that follows from the
    // inputs, it cannot be reopened with these inputs.
    let run = Run::default();
    for name in CASES {
        let case = Case::named(name);
        let (inputs, ceremony) = (case.inputs().unwrap(), case.ceremony().unwrap());
        let original = parsed(&case.expected("commitment.json"));
        let read = |document: &Value| Commitment::from_json(document.to_string().as_bytes());
        let digest = read(&original).unwrap().digest();
        let mut count = Count::default();
        for mutant in mutants(&original) {
            let what = format!("{name}: {} at {}", mutant.change, mutant.pointer);
            let commitment = match read(&mutant.document) {
                Ok(commitment) => commitment,
                Err(error) => {
                    count.refused(&mutant, &error);
                    continue;
                }
            };
            count.failed += 1;
            assert_ne!(commitment.digest(), digest, "{what}");
            let differs = |fields: &[&str]| {
                let other = |field: &&str| mutant.document.get(field) != original.get(field);
                fields.iter().any(other)
            };
            let (inputs_differ, rows_differ) = (differs(&OF_THE_INPUTS), differs(&OF_ALL_ROWS));
            let reopened = Sealed::reopen_with(&inputs, &commitment, ceremony.secret(), &run);
            assert_eq!(reopened.is_err(), inputs_differ || rows_differ, "{what}");
            if let (Err(error), false) = (reopened, rows_differ) {
                // The authority and the year come from the plan.
                let mut paths = error.faults().iter().map(|fault| fault.place().path());
                let named = paths.any(|path| touch(&mutant.pointer, path) || path == "$.plan");
                assert!(named, "{what}: {error}");
            }
        }
        count.duplicate_keys_are_refused(duplicate_keys(&original), Commitment::from_json);
        count.none_passed("commitments", name);
        assert!(count.failed > 100 && count.refused > 100);
    }
}
