//! The READMEs quote what the demonstration prints.

use std::fs;
use std::path::Path;

use crate::support::suiji;

/// The quoted output after the first command in a file: its lines, without the `…` for omitted lines.
fn quoted(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(file);
    let text = fs::read_to_string(path).unwrap();
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
