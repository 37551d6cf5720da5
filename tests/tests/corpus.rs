//! What fuzzing kept, given to the bodies of the fuzz targets again.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;

use suiji_conformance::corpus;
use suiji_conformance::count::counted;
use suiji_conformance::hostile::Format;
use suiji_conformance::onward::{self, End};
use suiji_conformance::root;

/// The inputs of a target, which are at least so many as not to be empty by mistake.
fn inputs(target: &str) -> BTreeSet<Vec<u8>> {
    let inputs = corpus::read(target).unwrap();
    assert!(inputs.len() >= 10, "{target}: {} inputs", inputs.len());
    inputs
}

#[test]
fn each_corpus_is_the_file_that_its_inputs_give() {
    for target in Format::ALL.map(Format::name).into_iter().chain(["draw"]) {
        let file = fs::read_to_string(corpus::file(target)).unwrap();
        let same = file == corpus::written(&inputs(target));
        assert!(
            same,
            "{target}: not sorted, repeated, or escaped in another way"
        );
    }
}

#[test]
fn what_fuzzing_kept_is_read_or_refused() {
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
fn what_fuzzing_kept_is_refused_or_drawn_and_then_all_holds() {
    // [S5], [E1], [V1]
    let ends: Vec<End> = inputs("draw")
        .iter()
        .map(|bytes| onward::draw(bytes))
        .collect();
    let held = ends.iter().filter(|end| **end == End::Held).count();
    counted(held, "corpus: draws made and verified");
    counted(ends.len() - held, "corpus: draws refused");
    assert!(held >= 20, "{held} of {}", ends.len());
}

#[test]
fn every_target_of_the_fuzz_workspace_has_its_body_here() {
    let manifest = fs::read_to_string(root().join("../fuzz/Cargo.toml")).unwrap();
    let paths = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("path = \"fuzz_targets/"));
    let targets: Vec<&str> = paths
        .filter_map(|path| path.strip_suffix(".rs\""))
        .collect();
    let mut bodies = Format::ALL.map(Format::name).to_vec();
    bodies.push("draw");
    assert_eq!(targets, bodies);
    for target in targets {
        let source = root().join(format!("../fuzz/fuzz_targets/{target}.rs"));
        let body = fs::read_to_string(source).unwrap();
        let variant: String = target.split('_').map(capital).collect();
        let calls = [
            format!("Format::{variant}.fuzz(bytes)"),
            format!("onward::{target}(bytes)"),
        ];
        assert!(calls.iter().any(|call| body.contains(call)), "{target}");
    }
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
