//! Finds names in a document that do not exist: files, functions, types and words.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::{COMMAND_LINE, EVIDENCE, IMPORT, LIBRARY, REPORT};
use crate::rules::{cited, defined, rust_files, spec, workspace};

/// The names in a text that do not exist: rules in brackets, and these between backticks:
///
/// - a file or folder, which has a slash or a known extension;
/// - a function, which ends with `()`, in the last file named before it;
/// - a type, which begins with a capital letter;
/// - any other word, such as a field or an error code, which must be in SPEC.md or docs/command.md.
///
/// Text with spaces, such as commands and formulas, is ignored.
pub fn unknown_names(text: &str) -> Vec<String> {
    let names = Names::new();
    let mut file = String::new();
    let mut unknown = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let spans = line.split('`').skip(1).step_by(2);
        for span in spans.filter(|span| !span.contains(' ')) {
            if !names.has(span, &mut file) {
                unknown.push(format!("{span} in line {number}"));
            }
        }
        let rules = cited(line).into_iter().map(|(rule, _)| rule);
        let rules = rules.filter(|rule| !names.rules.contains(rule));
        unknown.extend(rules.map(|rule| format!("[{rule}] in line {number}")));
    }
    unknown
}

fn is_path(span: &str) -> bool {
    let endings = [".rs", ".md", ".toml", ".py", ".sh", ".txt"];
    span.contains('/') || endings.iter().any(|ending| span.ends_with(ending))
}

/// Whether a file has the function. If a type is named, the function must be in an `impl` or `trait` of that type.
fn has_function(file: &str, name: &str) -> bool {
    let (own, name) = name
        .rsplit_once("::")
        .map_or((None, name), |(own, name)| (Some(own), name));
    let defined = ["(", "<"]
        .iter()
        .any(|after| file.contains(&format!("fn {name}{after}")));
    let of_type = |own: &str| {
        let mut lines = file
            .lines()
            .filter(|line| line.starts_with("impl") || line.contains("trait "));
        lines.any(|line| has_whole(line, own))
    };
    defined && own.is_none_or(of_type)
}

/// The names that exist.
struct Names {
    sources: String,
    words: String,
    rules: BTreeSet<String>,
}

impl Names {
    fn new() -> Self {
        let workspace = workspace();
        let mut files = Vec::new();
        for folder in ["crates", "bindings", "tests", "examples", "benches"] {
            rust_files(&workspace.join(folder), &mut files);
        }
        let (spec, command) = (spec(), read(&workspace.join("docs/command.md")));
        Self {
            sources: files.iter().map(read).collect(),
            rules: defined(&spec).into_keys().collect(),
            words: spec + &command,
        }
    }

    /// A file or folder in the repository, the library or the command.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let of = |folder: &str| workspace().join(folder).join(path);
        ["", LIBRARY, IMPORT, REPORT, EVIDENCE, COMMAND_LINE]
            .into_iter()
            .map(of)
            .find(|file| file.exists())
    }

    /// Whether a name exists. `file` is the text of the last file that was named.
    fn has(&self, name: &str, file: &mut String) -> bool {
        if let Some(function) = name.strip_suffix("()") {
            return has_function(file, function);
        }
        if is_path(name) {
            let found = self.file(name);
            *file = found.as_ref().map_or_else(String::new, read);
            return found.is_some();
        }
        if name.starts_with(|first: char| first.is_ascii_uppercase()) {
            let kinds = ["struct", "enum", "trait", "type"];
            let definitions = kinds.map(|kind| format!("{kind} {name}"));
            return definitions
                .iter()
                .any(|definition| has_whole(&self.sources, definition));
        }
        has_whole(&self.words, name)
    }
}

fn read(file: &PathBuf) -> String {
    fs::read_to_string(file).unwrap_or_default()
}

/// Whether a text contains these words as whole words.
fn has_whole(text: &str, words: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(words).any(|(at, _)| {
        !text[..at].ends_with(inside) && !text[at + words.len()..].starts_with(inside)
    })
}
