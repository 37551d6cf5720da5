//! Changes to records, public forms and inputs. Each makes its checks fail with the named evidence.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Error, Evidence, PublicForm, Record, Report};
use suiji_conformance::vectors::patch::apply;
use suiji_conformance::vectors::{Document, Documents, run};

use super::{File, list, text};

/// The documents of the file with one of them changed.
fn changed(file: &File, name: &str, patch: &Value) -> Documents {
    let mut documents = file.documents();
    let document = match documents.get(name) {
        Some(Document::Json(value)) => apply(value, patch).map(Document::Json),
        Some(Document::Rows(rows)) => {
            apply(&json!(rows), patch).map(|rows| Document::Rows(list(&rows).to_vec()))
        }
        other => panic!("{name}: cannot patch {other:?}"),
    };
    documents.insert(name.to_owned(), document.unwrap());
    documents
}

fn evidence(file: &File, documents: &Documents, case: &Value) -> Evidence {
    let with: Vec<&str> = list(&case["with"]).iter().map(text).collect();
    let evidence = run::evidence(documents, &with).unwrap();
    if !with.contains(&"sheet") {
        return evidence;
    }
    let record = Record::from_json(file.content["record"].to_string().as_bytes()).unwrap();
    evidence.with_commitment(record.commitment().digest())
}

/// The report after a change, or the refusal.
fn report(file: &File, case: &Value, patch: &Value) -> Result<Report, Error> {
    let change = text(&case["change"]);
    let document = |of: &str| {
        let original = &file.content[of];
        let document = if of == change {
            apply(original, patch).unwrap()
        } else {
            original.clone()
        };
        document.to_string().into_bytes()
    };
    let documents = match change {
        "record" | "public" => file.documents(),
        name => changed(file, name, patch),
    };
    let evidence = evidence(file, &documents, case);
    if change == "public" {
        let form = PublicForm::from_json(&document("public"))?;
        return Ok(suiji::verify_public(&form, &evidence));
    }
    let record = Record::from_json(&document("record"))?;
    Ok(suiji::verify(&record, &evidence))
}

fn failed(report: &Report) -> Vec<&'static str> {
    let checks = report.checks().iter();
    checks
        .filter(|check| check.outcome().as_str() == "failed")
        .map(|check| check.id())
        .collect()
}

#[test]
fn the_unchanged_record_and_public_form_hold() {
    // [V1] Therefore the change is the cause of a failure in the other tests.
    let with = ["plan", "registry", "roster", "history", "secret", "earlier"];
    for file in File::of("tampered") {
        let case = json!({"change": "record", "with": with});
        let record = report(&file, &case, &json!([])).unwrap();
        assert_eq!(
            record.verdict(),
            Verdict::Holds,
            "{}: {}",
            file.path,
            record.to_json()
        );
        let public = report(
            &file,
            &json!({"change": "public", "with": with}),
            &json!([]),
        )
        .unwrap();
        assert_eq!(
            public.verdict(),
            Verdict::Holds,
            "{}: {}",
            file.path,
            public.to_json()
        );
    }
}

#[test]
fn every_change_makes_its_checks_fail() {
    // [V1]
    let mut wrong = Vec::new();
    for file in File::of("tampered") {
        for case in list(&file.content["cases"]) {
            let name = format!("{} {}", file.path, text(&case["name"]));
            match report(&file, case, &case["patch"]) {
                Err(error) if case["refused"] == error.code() => {}
                Err(error) => wrong.push(format!("{name}: refused: {error}")),
                Ok(report) => {
                    let failed = failed(&report);
                    let fails: Vec<&str> = list(&case["fails"]).iter().map(text).collect();
                    if fails.is_empty() || !fails.iter().all(|check| failed.contains(check)) {
                        wrong.push(format!(
                            "{name}: expected {fails:?} to fail, found {failed:?}"
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The paths of all scalar values, with `*` for array indices.
fn leaves(value: &Value, path: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                leaves(value, &format!("{path}/{key}"), into);
            }
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| leaves(item, &format!("{path}/*"), into)),
        _ => {
            into.insert(path.to_owned());
        }
    }
}

fn pattern(path: &str) -> String {
    let index = |part: &str| {
        part == "-" || !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts = path
        .split('/')
        .map(|part| if index(part) { "*" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn every_field_of_record_and_public_form_is_changed() {
    // [S3a, E1, E2]
    for (change, ignored) in [("record", ""), ("public", "/commitment/")] {
        let (mut fields, mut touched) = (BTreeSet::new(), BTreeSet::new());
        for file in File::of("tampered") {
            leaves(&file.content[change], "", &mut fields);
            let cases = list(&file.content["cases"])
                .iter()
                .filter(|case| case["change"] == change);
            let patches = cases.flat_map(|case| list(&case["patch"]));
            touched.extend(patches.map(|step| pattern(text(&step["path"]))));
        }
        // The commitment in a public form equals that of the record.
        fields.retain(|field| ignored.is_empty() || !field.starts_with(ignored));
        let missing: Vec<&String> = fields.difference(&touched).collect();
        assert!(
            missing.is_empty(),
            "{change}: fields that no case changes: {missing:?}"
        );
        assert!(fields.len() >= 10);
    }
}
