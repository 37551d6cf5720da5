//! Records, sheets and public forms with one change, before a verifier who has all inputs.

use suiji::{Commitment, PublicForm, Record, Run, Sealed, Verdict};
use suiji_conformance::Case;
use suiji_conformance::mutate::{mutants, repeated, touch};

use super::{CASES, Count, parsed};

#[test]
fn no_changed_record_passes() {
    // [V1], [E1]
    let run = Run::default();
    let read = |bytes: &[u8]| Record::from_json(bytes, &run);
    for name in CASES {
        let case = Case::named(name);
        let evidence = case.evidence().unwrap();
        let right = parsed(&case.expected("record.json"));
        let mut count = Count::default();
        for mutant in mutants(&right) {
            match read(mutant.document.to_string().as_bytes()) {
                Ok(record) => {
                    count.judged(&mutant, &suiji::verify(&record, &evidence, &run).unwrap());
                }
                Err(error) => count.refused(&mutant, &error),
            }
        }
        count.repeated_is_refused(repeated(&right), read);
        count.none_passed(&format!("record {name}"));
        assert!(count.failed > 200 && count.refused > 200);
    }
}

#[test]
fn no_changed_public_form_passes() {
    // [E2], [V1]
    let run = Run::default();
    let read = |bytes: &[u8]| PublicForm::from_json(bytes, &run);
    for name in CASES {
        let case = Case::named(name);
        let evidence = case.evidence().unwrap();
        let (_, record) = case.draw().unwrap();
        let form = PublicForm::of(&record, &run).unwrap();
        let report = suiji::verify_public(&form, &evidence, &run).unwrap();
        assert_eq!(report.verdict(), Verdict::Holds);
        let right = parsed(&form.to_json());
        let mut count = Count::default();
        for mutant in mutants(&right) {
            match read(mutant.document.to_string().as_bytes()) {
                Ok(form) => {
                    let report = suiji::verify_public(&form, &evidence, &run).unwrap();
                    count.judged(&mutant, &report);
                }
                Err(error) => count.refused(&mutant, &error),
            }
        }
        count.repeated_is_refused(repeated(&right), read);
        count.none_passed(&format!("public form {name}"));
        assert!(count.failed > 100 && count.refused > 100);
    }
}

#[test]
fn no_changed_sheet_is_the_sheet() {
    // [S3b]: it has another digest, so it is not the one made known; and with the inputs it is not reopened
    // where it says anything else of them.
    let run = Run::default();
    let of_the_inputs = [
        "plan",
        "registry",
        "roster",
        "history",
        "tasks",
        "authority",
        "year",
        "hash",
        "blinded",
    ];
    for name in CASES {
        let case = Case::named(name);
        let (inputs, ceremony) = (case.inputs().unwrap(), case.ceremony().unwrap());
        let right = parsed(&case.expected("commitment.json"));
        let digest = Commitment::from_json(right.to_string().as_bytes())
            .unwrap()
            .digest();
        let mut count = Count::default();
        for mutant in mutants(&right) {
            let sheet = match Commitment::from_json(mutant.document.to_string().as_bytes()) {
                Ok(sheet) => sheet,
                Err(error) => {
                    count.refused(&mutant, &error);
                    continue;
                }
            };
            assert_ne!(sheet.digest(), digest, "{name}: {}", mutant.pointer);
            count.failed += 1;
            let reopened = Sealed::reopen(&inputs, &sheet, ceremony.secret(), &run);
            let differs = of_the_inputs
                .iter()
                .any(|field| sheet_field(&mutant.document, field) != sheet_field(&right, field));
            assert_eq!(
                reopened.is_err(),
                differs,
                "{name}: {} at {}",
                mutant.change,
                mutant.pointer
            );
            // Another hash or kind of sheet makes every row another.
            if let (Err(error), false) = (
                reopened,
                ["hash", "blinded"].iter().any(|field| {
                    sheet_field(&mutant.document, field) != sheet_field(&right, field)
                }),
            ) {
                let mut paths = error.faults().iter().map(|fault| fault.place().path());
                let named = paths.any(|path| touch(&mutant.pointer, path) || path == "$.plan");
                assert!(
                    named,
                    "{name}: {} at {}: {error}",
                    mutant.change, mutant.pointer
                );
            }
        }
        count.repeated_is_refused(repeated(&right), Commitment::from_json);
        count.none_passed(&format!("commitment {name}"));
        assert!(count.failed > 100 && count.refused > 100);
    }
}

fn sheet_field<'v>(sheet: &'v serde_json::Value, field: &str) -> Option<&'v serde_json::Value> {
    sheet.get(field)
}
