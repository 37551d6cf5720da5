//! Every rule of SPEC.md is cited by a test, and nothing cites a rule that SPEC.md lacks.

use std::collections::BTreeSet;

use suiji::error::codes;
use suiji::verify::checks;
use suiji_conformance::rules::{citations, defined, spec};

#[test]
fn the_rules_are_those_of_the_specification() {
    let rules = defined(&spec());
    let ids: Vec<&str> = rules.keys().map(String::as_str).collect();
    let right = [
        "C1", "C2a", "C2b", "C2c", "C3", "C4", "C5", "C6", "C7", "D1", "D2", "D3", "E1", "E2",
        "F1", "F2", "F3", "F4", "G1", "G2", "G3", "G4", "G5", "I1", "I2", "I3", "I4", "I5", "I6",
        "R1", "R2", "R3", "S1", "S2", "S3a", "S3b", "S3c", "S4a", "S4b", "S4c", "S5", "T1", "T2",
        "T3", "T4", "T5", "T6", "T7", "V1", "V2",
    ];
    assert_eq!(ids, right);
    assert_eq!((rules["F4"], rules["T4"], rules["D1"]), (4, 6, 0));
}

#[test]
fn nothing_cites_a_rule_that_the_specification_lacks() {
    let rules = defined(&spec());
    let citations = citations();
    assert!(citations.len() > 500, "{} citations", citations.len());
    let lacking = citations.iter().filter(|citation| {
        let steps = rules.get(&citation.rule);
        steps.is_none_or(|&steps| citation.step.is_some_and(|step| step < 1 || step > steps))
    });
    let lacking: Vec<String> = lacking
        .map(|citation| format!("{} at {}", citation.rule, citation.place))
        .collect();
    assert!(lacking.is_empty(), "SPEC.md has no\n{}", lacking.join("\n"));
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
            // The walk and the vectors' definitions prove nothing by themselves.
            .filter(|citation| !citation.place.starts_with("tests/src/"))
            .map(|citation| citation.rule.as_str())
            .collect();
        let missing: Vec<&String> = rules
            .keys()
            .filter(|rule| !cited.contains(rule.as_str()))
            .collect();
        assert!(
            missing.is_empty(),
            "cited by no {}: {missing:?}",
            if in_test { "test" } else { "code" }
        );
    }
}

#[test]
fn every_test_that_cites_a_rule_is_a_test() {
    // A citation in a comment of a file without tests would prove nothing.
    let files: BTreeSet<String> = citations()
        .into_iter()
        .filter(|citation| citation.in_test)
        .filter_map(|citation| Some(citation.place.rsplit_once(':')?.0.to_owned()))
        .collect();
    assert!(files.len() > 20);
    for file in files {
        let path = suiji_conformance::rules::workspace().join(&file);
        let tests = std::fs::read_to_string(path).unwrap().contains("#[test]");
        // The root of several files has its tests in them; tables of faults are tested by their root.
        let tests = tests || file.ends_with("/main.rs") || file.contains("/bad_input/");
        assert!(tests, "{file} has no test");
    }
}
