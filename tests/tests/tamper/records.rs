//! Records, sheets and public forms with one change, before a verifier who has all inputs.

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Commitment, PublicForm, Record, Run, Sealed};
use suiji_conformance::Case;
use suiji_conformance::mutate::{mutants, repeated, touch};

use super::{CASES, Count, parsed};

#[test]
fn no_changed_record_passes() {
    // [V1], [E1]
    let run = Run::default();
    let read = |bytes: &[u8]| Record::from_json_with(bytes, &run);
    for name in CASES {
        let case = Case::named(name);
        let evidence = case.evidence().unwrap();
        let right = parsed(&case.expected("record.json"));
        let mut count = Count::default();
        for mutant in mutants(&right) {
            match read(mutant.document.to_string().as_bytes()) {
                Ok(record) => {
                    count.judged(
                        &mutant,
                        &suiji::verify_with(&record, &evidence, &run).unwrap(),
                    );
                }
                Err(error) => count.refused(&mutant, &error),
            }
        }
        count.repeated_is_refused(repeated(&right), read);
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
        let (_, record) = case.draw().unwrap();
        let form = PublicForm::of_with(&record, &run).unwrap();
        let report = suiji::verify_public_with(&form, &evidence, &run).unwrap();
        assert_eq!(report.verdict(), Verdict::Holds);
        let right = parsed(&form.to_json());
        let mut count = Count::default();
        for mutant in mutants(&right) {
            match read(mutant.document.to_string().as_bytes()) {
                Ok(form) => {
                    let report = suiji::verify_public_with(&form, &evidence, &run).unwrap();
                    count.judged(&mutant, &report);
                }
                Err(error) => count.refused(&mutant, &error),
            }
        }
        count.repeated_is_refused(repeated(&right), read);
        count.none_passed("public forms", name);
        assert!(count.failed > 100 && count.refused > 100);
    }
}

/// The fields of a sheet that follow from the inputs, or say how they are hashed.
const OF_THE_INPUTS: [&str; 7] = [
    "plan",
    "registry",
    "roster",
    "history",
    "tasks",
    "authority",
    "year",
];
const OF_ALL_ROWS: [&str; 2] = ["hash", "blinded"];

#[test]
fn no_changed_sheet_is_the_sheet() {
    // [S3b]: it has another digest, so it is not the one made known; and with the inputs it is not reopened
    // where it says anything else of them.
    let run = Run::default();
    for name in CASES {
        let case = Case::named(name);
        let (inputs, ceremony) = (case.inputs().unwrap(), case.ceremony().unwrap());
        let right = parsed(&case.expected("commitment.json"));
        let read = |document: &Value| Commitment::from_json(document.to_string().as_bytes());
        let digest = read(&right).unwrap().digest();
        let mut count = Count::default();
        for mutant in mutants(&right) {
            let what = format!("{name}: {} at {}", mutant.change, mutant.pointer);
            let sheet = match read(&mutant.document) {
                Ok(sheet) => sheet,
                Err(error) => {
                    count.refused(&mutant, &error);
                    continue;
                }
            };
            count.failed += 1;
            assert_ne!(sheet.digest(), digest, "{what}");
            let differs = |fields: &[&str]| {
                let other = |field: &&str| mutant.document.get(field) != right.get(field);
                fields.iter().any(other)
            };
            let (inputs_differ, rows_differ) = (differs(&OF_THE_INPUTS), differs(&OF_ALL_ROWS));
            let reopened = Sealed::reopen_with(&inputs, &sheet, ceremony.secret(), &run);
            assert_eq!(reopened.is_err(), inputs_differ || rows_differ, "{what}");
            if let (Err(error), false) = (reopened, rows_differ) {
                // Authority and year are the plan's.
                let mut paths = error.faults().iter().map(|fault| fault.place().path());
                let named = paths.any(|path| touch(&mutant.pointer, path) || path == "$.plan");
                assert!(named, "{what}: {error}");
            }
        }
        count.repeated_is_refused(repeated(&right), Commitment::from_json);
        count.none_passed("commitments", name);
        assert!(count.failed > 100 && count.refused > 100);
    }
}
