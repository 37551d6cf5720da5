//! The classes of the Python package and their members, from its typed files.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::Types;

/// The content of the typed files.
#[derive(Debug, Default)]
pub(crate) struct Stubs {
    /// By class. The functions of the package are under the name "".
    pub(crate) classes: Types,
    /// By name: the texts that a value can be.
    pub(crate) words: Types,
    bases: BTreeMap<String, Vec<String>>,
}

impl Stubs {
    /// Adds a file.
    pub(crate) fn read(&mut self, text: &str) {
        let mut class = None;
        let mut lines = without_texts(text).into_iter().peekable();
        while let Some(line) = lines.next() {
            if let Some(declared) = line.strip_prefix("class ") {
                let name = self.class(declared);
                class = Some(name);
            } else if let Some((name, value)) = assigned(line) {
                class = None;
                let mut value = value.to_owned();
                while let Some(more) = lines.next_if(|_| !is_closed(&value)) {
                    value.push_str(more);
                }
                self.form(name, &value);
            } else if let Some(name) = attribute(line) {
                self.add(class.as_deref(), name);
            } else if let Some(line) = in_class(line) {
                let member = function(line).or_else(|| Some(line.split_once(": ")?.0));
                self.add(class.as_deref(), member.unwrap_or_default());
            } else if let Some(name) = function(line) {
                class = None;
                self.add(Some(""), name);
            }
        }
    }

    /// Adds a class with its bases.
    fn class(&mut self, declared: &str) -> String {
        let (name, rest) = declared.split_once(['(', ':']).unwrap_or((declared, ""));
        let bases = rest
            .split_once(')')
            .map_or("", |(bases, _)| bases)
            .split(", ");
        let bases = bases
            .filter(|base| !base.is_empty() && !base.contains('='))
            .map(str::to_owned)
            .collect();
        self.bases.insert(name.to_owned(), bases);
        self.classes.entry(name.to_owned()).or_default();
        name.to_owned()
    }

    /// Adds a mapping that is declared as a call, or the texts that a value can be.
    fn form(&mut self, name: &str, value: &str) {
        if let Some(value) = value.strip_prefix("TypedDict(") {
            let keys = quoted(value)
                .into_iter()
                .filter(|(_, after)| after.starts_with(':'));
            let keys = keys.map(|(key, _)| key.to_owned()).collect();
            self.classes.insert(name.to_owned(), keys);
        } else if value.starts_with("Literal[") {
            let words = quoted(value).into_iter().map(|(word, _)| word.to_owned());
            self.words.insert(name.to_owned(), words.collect());
        }
    }

    fn add(&mut self, class: Option<&str>, member: &str) {
        let is_name = |name: &str| {
            name.chars()
                .all(|of| of.is_ascii_alphanumeric() || of == '_')
        };
        if let Some(class) = class
            && !member.is_empty()
            && !member.starts_with('_')
            && is_name(member)
        {
            self.classes
                .entry(class.to_owned())
                .or_default()
                .insert(member.to_owned());
        }
    }

    /// The members of a class and of its bases.
    pub(crate) fn members(&self, class: &str) -> BTreeSet<String> {
        let mut members = self.classes.get(class).cloned().unwrap_or_default();
        for base in self.bases.get(class).into_iter().flatten() {
            members.extend(self.members(base));
        }
        members
    }
}

/// The lines outside docstrings.
fn without_texts(text: &str) -> Vec<&str> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        let marks = line.matches("\"\"\"").count();
        if !inside && marks == 0 {
            lines.push(line);
        }
        inside ^= marks % 2 == 1;
    }
    lines
}

/// The line, if it is directly in a class.
fn in_class(line: &str) -> Option<&str> {
    let line = line.strip_prefix("    ")?;
    (!line.starts_with(' ')).then_some(line)
}

/// The name of a function.
fn function(line: &str) -> Option<&str> {
    Some(line.strip_prefix("def ")?.split_once('(')?.0)
}

/// The name of an attribute that a constructor sets.
fn attribute(line: &str) -> Option<&str> {
    Some(
        line.trim_start()
            .strip_prefix("self.")?
            .split_once(" = ")?
            .0,
    )
}

/// The name and the value of an assignment at the top of a file.
fn assigned(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(" = ")?;
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    (is_name && !name.contains(' ')).then_some((name, value))
}

fn is_closed(value: &str) -> bool {
    let count = |signs: [char; 2]| value.matches(signs).count();
    count(['(', '[']) == count([')', ']'])
}

/// The quoted texts, each with the text after it.
fn quoted(value: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = value.split('"').collect();
    let odd = parts.chunks(2).zip(parts.chunks(2).skip(1));
    odd.filter_map(|(pair, next)| Some((*pair.get(1)?, *next.first()?)))
        .collect()
}
