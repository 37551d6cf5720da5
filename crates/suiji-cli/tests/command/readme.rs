//! The READMEs quote what the demonstration prints, and the documents name every command.

use std::fs;
use std::path::Path;

use crate::support::suiji;

/// The quoted output after the first command in a file: its lines, without the `…` for omitted lines.
fn quoted(file: &str) -> Vec<String> {
    let text = document(file);
    let (_, rest) = text.split_once("-- demo\n```").unwrap();
    let (_, block) = rest.split_once("```text\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    let lines = block.lines().filter(|line| *line != "…");
    lines.map(steady).collect()
}

/// A line without the parts that differ in each demonstration: digests and drawn names.
fn steady(line: &str) -> String {
    let is_hex =
        |word: &str| word.len() >= 4 && word.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
    let is_code = |word: &str| word.len() == 18 && word.starts_with("91140521MA");
    let classes = ["高风险", "较高风险", "一般风险", "低风险"];
    let word = |word: &str| {
        let word = word.trim_end();
        match word {
            _ if is_hex(word) => "0".to_owned(),
            _ if is_code(word) => "CODE".to_owned(),
            _ if word.starts_with("沁水样例") => "NAME".to_owned(),
            _ if classes.contains(&word) => String::new(),
            _ => inspectors(word),
        }
    };
    let words: Vec<String> = line.split(' ').map(word).collect();
    // The width of a column depends on the drawn names.
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A word without the numbers of inspectors, and of list places in a path.
fn inspectors(word: &str) -> String {
    let mut steady = String::new();
    for character in word.chars() {
        let drawn = ["执法员", "selected["]
            .iter()
            .any(|before| steady.ends_with(before));
        if !(drawn && character.is_ascii_digit()) {
            steady.push(character);
        }
    }
    steady
}

#[test]
fn the_quoted_demonstration_is_that_of_today() {
    let parent = tempfile::tempdir().unwrap();
    for (file, lang) in [("README.md", "en"), ("README.zh-CN.md", "zh")] {
        let folder = parent.path().join(lang).display().to_string();
        let shown = suiji(&["demo", &folder, "--lang", lang]).ends(0).out;
        let mut lines = shown.lines().map(steady);
        let quoted = quoted(file);
        assert!(quoted.len() > 12, "{file}: {quoted:?}");
        for line in quoted {
            assert!(
                lines.any(|shown| shown == line),
                "{file}: not printed, or not in this order: {line}\n{shown}"
            );
        }
    }
}

/// A file of the repository.
fn document(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(file);
    fs::read_to_string(path).unwrap()
}

#[test]
fn every_command_is_described_in_both_languages() {
    let help = suiji(&["--help", "--lang", "en"]).ends(0).out;
    let rows = help.lines().filter_map(|line| line.strip_prefix("  "));
    // A longer indent continues the row before.
    let rows = rows.filter(|row| !row.starts_with(' '));
    let words = rows.filter_map(|row| row.split_whitespace().next());
    let is_command = |word: &&str| word.starts_with(|first: char| first.is_ascii_lowercase());
    let commands: Vec<&str> = words.filter(is_command).collect();
    assert!(commands.contains(&"plan-diff"), "{help}");
    for file in ["docs/command.md", "docs/command.zh-CN.md"] {
        let text = document(file);
        for command in &commands {
            let is_named = text.contains(&format!("`suiji {command}"));
            assert!(is_named, "{file}: suiji {command}");
        }
    }
}

#[test]
fn the_readmes_go_to_the_end_of_the_year() {
    for file in ["README.md", "README.zh-CN.md"] {
        let text = document(file);
        let mut rest = text.as_str();
        for command in [
            "new",
            "import",
            "ceremony",
            "check",
            "seal",
            "draw",
            "verify",
            "papers",
            "amend",
            "results",
            "status",
            "explain",
            "papers",
            "history",
            "plan-diff",
        ] {
            // At the start of a line, or after another command.
            let words = format!("suiji {command} ");
            let starts = ["\n", "&& "].map(|before| format!("{before}{words}"));
            let at = starts.iter().filter_map(|start| rest.find(start)).min();
            let at = at.unwrap_or_else(|| unreachable!("{file}: suiji {command} is not in order"));
            rest = &rest[at + words.len()..];
        }
    }
}
