//! The README files have the same example, and deny.toml allows the licence of every dependency.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use suiji_conformance::root;

fn read(path: &str) -> String {
    fs::read_to_string(root().join("..").join(path)).unwrap()
}

/// The first block of Rust code.
fn example(path: &str) -> String {
    let text = read(path);
    let (_, after) = text.split_once("```rust\n").unwrap();
    after.split_once("```").unwrap().0.to_owned()
}

#[test]
fn both_readmes_have_the_same_example() {
    let shown = example("README.md");
    assert!(shown.contains("seal(") && shown.contains("verify("));
    assert!(shown.lines().count() <= 30, "{shown}");
    assert_eq!(example("README.zh-CN.md"), shown);
    // This file is compiled and run.
    assert!(read("examples/one_call.rs").contains(&shown));
}

#[test]
fn every_dependency_has_a_licence_that_deny_toml_allows() {
    let manifest: PathBuf = root().join("../Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version=1",
            "--locked",
            "--manifest-path",
        ])
        .arg(manifest)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let deny = read("deny.toml");
    let (_, after) = deny.split_once("allow = [").unwrap();
    let list = after.split_once(']').unwrap().0;
    let allowed: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
    assert!(allowed.contains("MIT"));
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 20);
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(allows(&allowed, licence), "{}: {licence}", package["name"]);
    }
}

/// Whether a licence expression is allowed: one operand of OR, all operands of AND. The only nesting in use is
/// `(A OR B) AND C`.
fn allows(allowed: &BTreeSet<&str>, licence: &str) -> bool {
    licence.split(" AND ").all(|part| {
        let part = part.trim_start_matches('(').trim_end_matches(')');
        part.split(" OR ")
            .flat_map(|choice| choice.split('/'))
            .any(|id| allowed.contains(id.trim()))
    })
}
