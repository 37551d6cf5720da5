//! Every rule of SPEC.md is cited by a test and by the code, and every cited rule exists.

use std::collections::BTreeSet;

use suiji::error::codes;
use suiji::verify::checks;
use suiji_conformance::rules::{citations, defined, spec};

#[test]
fn the_specification_has_these_rules() {
    let rules = defined(&spec());
    let ids: Vec<&str> = rules.keys().map(String::as_str).collect();
    let expected = [
        "C1", "C2a", "C2b", "C2c", "C3", "C4", "C5", "C6", "C7", "D1", "D2", "D3", "E1", "E2",
        "F1", "F2", "F3", "F4", "G1", "G2", "G3", "G4", "G5", "I1", "I2", "I3", "I4", "I5", "I6",
        "L1", "L2", "L3", "L4", "L5", "L6", "L7", "M1", "M2", "M3", "M4", "M5", "M6", "O1", "O2",
        "O3", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "R1", "R2", "R3", "R4", "S1", "S2",
        "S3a", "S3b", "S3c", "S4a", "S4b", "S4c", "S5", "T1", "T2", "T3", "T4", "T5", "T6", "T7",
        "V1", "V2", "W1",
    ];
    assert_eq!(ids, expected);
    assert_eq!((rules["F4"], rules["T4"], rules["D1"]), (4, 6, 0));
}

#[test]
fn every_cited_rule_exists() {
    let rules = defined(&spec());
    let citations = citations();
    assert!(citations.len() > 500, "{} citations", citations.len());
    let unknown = citations.iter().filter(|citation| {
        let steps = rules.get(&citation.rule);
        steps.is_none_or(|&steps| citation.step.is_some_and(|step| step < 1 || step > steps))
    });
    let unknown: Vec<String> = unknown
        .map(|citation| format!("{} at {}", citation.rule, citation.place))
        .collect();
    assert!(
        unknown.is_empty(),
        "cited rules that are not in SPEC.md:\n{}",
        unknown.join("\n")
    );
    for code in codes::ALL.iter().chain(checks::ALL).chain(checks::TRUST) {
        assert!(
            code.rule().is_empty() || rules.contains_key(code.rule()),
            "{}: {}",
            code.id(),
            code.rule()
        );
    }
}

#[test]
fn every_rule_is_cited_by_a_test_and_by_the_code() {
    let rules = defined(&spec());
    let citations = citations();
    for in_test in [true, false] {
        let cited: BTreeSet<&str> = citations
            .iter()
            .filter(|citation| citation.in_test == in_test)
            // The trace and the definitions of vectors do not count as tests or as the library.
            .filter(|citation| !citation.place.starts_with("tests/src/"))
            .map(|citation| citation.rule.as_str())
            .collect();
        let missing: Vec<&String> = rules
            .keys()
            .filter(|rule| !cited.contains(rule.as_str()))
            .collect();
        assert!(
            missing.is_empty(),
            "rules without a citation in {}: {missing:?}",
            if in_test { "tests" } else { "the code" }
        );
    }
}

#[test]
fn every_file_with_citations_of_tests_has_tests() {
    // A citation in a file without tests proves nothing.
    let files: BTreeSet<String> = citations()
        .into_iter()
        .filter(|citation| citation.in_test)
        .filter_map(|citation| Some(citation.place.rsplit_once(':')?.0.to_owned()))
        .collect();
    assert!(files.len() > 20);
    for file in files {
        let path = suiji_conformance::rules::workspace().join(&file);
        let tests = std::fs::read_to_string(path).unwrap().contains("#[test]");
        // The tests of a `main.rs` are in its modules. In bad_input/, `main.rs` tests the faults of the modules.
        let tests = tests || file.ends_with("/main.rs") || file.contains("/bad_input/");
        assert!(tests, "{file}: no tests");
    }
}
