//! Refusals: every vector gives its code, and every code that a document can cause has a vector.

use std::collections::BTreeSet;

use suiji::error::{Fault, codes};
use suiji_conformance::vectors::refusals::WITHOUT;
use suiji_conformance::vectors::run;

use super::{File, list, text};

/// `registry row 3 class`, `plan $.tasks[0].quota`.
fn place(fault: &Fault) -> String {
    let place = fault.place();
    let row = place.row().map(|row| format!("row {row}"));
    let parts = [
        Some(place.kind().as_str().to_owned()),
        row,
        Some(place.path().to_owned()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

#[test]
fn every_refusal_has_its_code_and_place() {
    let mut wrong = Vec::new();
    for file in File::of("refusal") {
        let entity = file.content["entity"].as_str().unwrap_or_default();
        let expected = ["code", "kind", "place"]
            .map(|field| text(&file.content["expected"][field]).to_owned());
        let found = match run::refused(text(&file.content["run"]), &file.documents(), entity) {
            Ok(()) => vec!["accepted".to_owned()],
            Err(error) if error.fault_count() == 1 => {
                vec![
                    error.code().to_owned(),
                    error.kind().as_str().to_owned(),
                    place(&error.faults()[0]),
                ]
            }
            Err(error) => vec![format!("{error}")],
        };
        if found != expected {
            wrong.push(format!(
                "{}: expected {expected:?}, found {found:?}",
                file.path
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_is_one_contribution_for_each_source_unless_that_is_the_fault() {
    // [R3] Otherwise an implementation could refuse the document because of the count and miss the fault.
    for file in File::of("refusal") {
        let list = |name: &str| {
            let document = &file.content["documents"][name]["json"];
            let sources = document.get("sources").unwrap_or(document);
            sources.as_array().map(Vec::len)
        };
        let file_with_sources = match text(&file.content["run"]) {
            "draw" => "ceremony.json",
            "reopen" => "commitment.json",
            _ => continue,
        };
        let code = text(&file.content["expected"]["code"]);
        if let (Some(sources), Some(contributions)) =
            (list(file_with_sources), list("contributions.json"))
        {
            assert_eq!(
                sources == contributions,
                code != "contributions.count",
                "{}",
                file.path
            );
        }
    }
}

#[test]
fn every_code_that_a_document_can_cause_has_a_vector() {
    let (files, amendments) = (File::of("refusal"), File::of("amendments"));
    let refused = files
        .iter()
        .map(|file| text(&file.content["expected"]["code"]));
    let of_amendments = amendments.iter().flat_map(|file| {
        let cases = [&file.content["refused"], &file.content["changed"]];
        cases
            .into_iter()
            .flat_map(list)
            .map(|case| text(&case["code"]))
    });
    let refused: BTreeSet<&str> = refused.chain(of_amendments).collect();
    let without = |code: &str| {
        WITHOUT
            .iter()
            .any(|(name, _)| code == *name || name.ends_with(['.', '-']) && code.starts_with(name))
    };
    let wrong: Vec<&str> = codes::ALL
        .iter()
        .map(|code| code.id())
        .filter(|code| refused.contains(code) == without(code))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
