//! The rules of SPEC.md, and where code and tests cite them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A citation of a rule in one place, given as `file:line`.
#[derive(Clone, Debug)]
pub struct Citation {
    /// The rule, without brackets and without a step, such as `T4`.
    pub rule: String,
    /// The step within the rule, if there is one: 2 of `T4.2`.
    pub step: Option<u32>,
    /// The file, relative to the workspace, and the line.
    pub place: String,
    /// Whether a test cites it.
    pub in_test: bool,
}

/// A rule, and its step, if there is one.
pub type Rule = (String, Option<u32>);

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    let root = crate::root();
    root.parent().map_or(root.clone(), Path::to_path_buf)
}

/// SPEC.md.
pub fn spec() -> String {
    fs::read_to_string(workspace().join("crates/suiji/SPEC.md")).unwrap_or_default()
}

/// The rules that SPEC.md defines, each with the number of its steps.
pub fn defined(spec: &str) -> BTreeMap<String, u32> {
    let mut rules = BTreeMap::new();
    let mut last = String::new();
    for line in spec.lines() {
        for id in definitions(line) {
            rules.insert(id.clone(), 0);
            last = id;
        }
        let number = line
            .split_once(". ")
            .and_then(|(number, _)| number.parse::<u32>().ok());
        if let (Some(number), Some(steps)) = (number, rules.get_mut(&last)) {
            *steps = (*steps).max(number);
        }
    }
    rules
}

/// The same rules in the order of SPEC.md.
pub fn in_order(spec: &str) -> Vec<String> {
    spec.lines().flat_map(definitions).collect()
}

/// The rules that a line defines. The id is in brackets at the start of the line or of an item, or at the start
/// of a sentence and before “The”.
fn definitions(line: &str) -> Vec<String> {
    let start = line.strip_prefix("- ").unwrap_or(line);
    // "[R1], each with its place …" at the start of a line is a citation.
    let at_start = bracketed(start).filter(|(_, rest)| rest.is_empty() || rest.starts_with(' '));
    let sentences = line
        .match_indices(". [")
        .filter_map(|(at, _)| bracketed(&line[at + 2..]));
    let sentences = sentences.filter(|(_, rest)| rest.starts_with(" The "));
    let all = at_start.into_iter().chain(sentences);
    all.map(|(id, _)| id).collect()
}

/// `[F4]` at the start of a text: the id and what follows.
fn bracketed(text: &str) -> Option<(String, &str)> {
    let (id, rest) = text.strip_prefix('[')?.split_once(']')?;
    let (rule, step) = parse(id)?;
    step.is_none().then_some((rule, rest))
}

/// `T4.2`: a letter and a number, then possibly a small letter and a step.
fn parse(id: &str) -> Option<(String, Option<u32>)> {
    let (rule, step) = match id.split_once('.') {
        Some((rule, step)) => (rule, Some(step.parse().ok()?)),
        None => (id, None),
    };
    let mut rest = rule.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    rest = rest
        .strip_suffix(|c: char| c.is_ascii_lowercase())
        .unwrap_or(rest);
    let digits = (1..=2).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| (rule.to_owned(), step))
}

/// All citations of the sources and tests of the workspace.
pub fn citations() -> Vec<Citation> {
    let mut files = Vec::new();
    let workspace = workspace();
    for folder in ["crates", "tests", "examples", "benches"] {
        rust_files(&workspace.join(folder), &mut files);
    }
    files.sort();
    files
        .iter()
        .flat_map(|file| of_file(&workspace, file))
        .collect()
}

pub(crate) fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn of_file(workspace: &Path, file: &Path) -> Vec<Citation> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let name = file
        .strip_prefix(workspace)
        .unwrap_or(file)
        .display()
        .to_string();
    // Test files next to the code have no module `tests`.
    let beside = text.contains("#[test]") && !text.contains("#[cfg(test)]");
    let whole = name.starts_with("tests/tests/") || name.contains("/tests/") || beside;
    let mut in_test = whole;
    let mut citations = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        // The test module at the end of the file.
        in_test |= line == "mod tests {";
        for (rule, step) in cited(line) {
            citations.push(Citation {
                rule,
                step,
                place: format!("{name}:{number}"),
                in_test,
            });
        }
    }
    citations
}

/// The ids that a line cites: `[D2]`, `[C2a, I6]`, `[S1–S5]` (both ends), `[T2] to [T4]`.
pub(crate) fn cited(line: &str) -> BTreeSet<Rule> {
    let mut ids = BTreeSet::new();
    for (at, _) in line.match_indices('[') {
        let Some((inside, _)) = line[at + 1..].split_once(']') else {
            continue;
        };
        let parts: Option<Vec<_>> = inside
            .split([',', '–'])
            .map(|part| parse(part.trim()))
            .collect();
        ids.extend(parts.unwrap_or_default());
    }
    ids
}
