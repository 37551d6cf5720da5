//! Runs the functions of the fuzz targets on the corpus.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;

use suiji_conformance::corpus;
use suiji_conformance::count::counted;
use suiji_conformance::hostile::Format;
use suiji_conformance::root;
use suiji_conformance::whole_draw::{self, Outcome};

/// The inputs of a target. There must be at least ten, so that lost inputs are noticed.
fn inputs(target: &str) -> BTreeSet<Vec<u8>> {
    let inputs = corpus::read(target).unwrap();
    assert!(inputs.len() >= 10, "{target}: {} inputs", inputs.len());
    inputs
}

#[test]
fn corpus_files_are_sorted_and_without_duplicates() {
    for target in Format::ALL.map(Format::name).into_iter().chain(["draw"]) {
        let file = fs::read_to_string(corpus::file(target)).unwrap();
        let same = file == corpus::to_text(&inputs(target));
        assert!(
            same,
            "{target}: not sorted, duplicates, or another way of escaping"
        );
    }
}

#[test]
fn documents_of_the_corpus_are_read_or_refused() {
    // [C2a], [C2b]
    let mut count = 0;
    for format in Format::ALL {
        for bytes in inputs(format.name()) {
            format.fuzz(&bytes);
            count += 1;
        }
    }
    counted(count, "corpus: inputs read or refused");
}

#[test]
fn draws_of_the_corpus_are_refused_or_hold() {
    // [S5], [E1], [V1]
    let outcomes: Vec<Outcome> = inputs("draw")
        .iter()
        .map(|bytes| whole_draw::draw(bytes))
        .collect();
    let held = outcomes
        .iter()
        .filter(|outcome| **outcome == Outcome::Held)
        .count();
    counted(held, "corpus: draws made and verified");
    counted(outcomes.len() - held, "corpus: draws refused");
    assert!(held >= 20, "{held} of {}", outcomes.len());
}

#[test]
fn every_fuzz_target_is_tested_here() {
    let manifest = fs::read_to_string(root().join("../fuzz/Cargo.toml")).unwrap();
    let paths = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("path = \"fuzz_targets/"));
    let targets: Vec<&str> = paths
        .filter_map(|path| path.strip_suffix(".rs\""))
        .collect();
    let mut functions = Format::ALL.map(Format::name).to_vec();
    functions.push("draw");
    assert_eq!(targets, functions);
    for target in targets {
        let source = root().join(format!("../fuzz/fuzz_targets/{target}.rs"));
        let text = fs::read_to_string(source).unwrap();
        let variant: String = target.split('_').map(capital).collect();
        let calls = [
            format!("Format::{variant}.fuzz(bytes)"),
            format!("whole_draw::{target}(bytes)"),
        ];
        assert!(calls.iter().any(|call| text.contains(call)), "{target}");
    }
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
