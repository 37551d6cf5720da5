//! The README files have the same example, the tutorial for developers is the code of an example, READMEs are short, and
//! deny.toml allows the licence of every dependency.

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

/// The blocks of code of a language, without indentation.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let text = read(page);
    let after = text.split(&opening).skip(1);
    after
        .map(|rest| unindented(rest.split_once("```").unwrap().0))
        .collect()
}

fn unindented(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_tutorial_for_developers_is_an_example_that_is_run() {
    let pages = [
        "docs/developer/tutorial.md",
        "docs/developer/tutorial.zh-CN.md",
    ];
    let [english, chinese] = pages.map(|page| blocks(page, "java"));
    assert_eq!(english, chinese);
    assert!(english.len() >= 5, "{english:?}");
    // `./check jvm` compiles and runs it.
    let example = read("examples/java/src/main/java/example/FromTables.java");
    let example = unindented(&example);
    for block in english {
        assert!(example.contains(&block), "not in FromTables.java:\n{block}");
    }
    let check = read("bindings/jvm/check.sh");
    for page in pages {
        for part in [
            "test-compile exec:java",
            "-Dexec.mainClass=example.FromTables",
        ] {
            let commands = blocks(page, "sh").concat();
            assert!(
                commands.contains(part) && check.contains(part),
                "{page}: {part}"
            );
        }
    }
}

#[test]
fn both_readmes_are_short_and_lead_to_the_guides() {
    for (page, ending) in [("README.md", ".md"), ("README.zh-CN.md", ".zh-CN.md")] {
        let text = read(page);
        assert!(text.lines().count() < 150, "{page}");
        for reader in ["office", "developer", "analyst", "auditor"] {
            for kind in ["guide", "tutorial"] {
                let link = format!("](docs/{reader}/{kind}{ending})");
                assert!(text.contains(&link), "{page}: {link}");
            }
        }
    }
}

#[test]
fn guides_have_no_code_that_nobody_runs() {
    for reader in ["office", "developer", "analyst", "auditor"] {
        for ending in [".md", ".zh-CN.md"] {
            let guide = read(&format!("docs/{reader}/guide{ending}"));
            assert!(!guide.contains("```"), "{reader}/guide{ending}");
            // Those of the tutorials are run here or by the tests of the command and of the Python package.
            let tutorial = read(&format!("docs/{reader}/tutorial{ending}"));
            let run = match reader {
                "developer" => ["```java", "```sh"],
                "analyst" => ["```python", "```text"],
                _ => ["```console", "```console"],
            };
            let opened = tutorial.lines().filter(|line| line.starts_with("```"));
            for line in opened.filter(|line| *line != "```") {
                assert!(run.contains(&line), "{reader}/tutorial{ending}: {line}");
            }
        }
    }
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
