//! The functions that decide the rules of SPEC.md.
//!
//! A function decides a rule if its documentation begins with it: `/// [T2] Whether …`. Anywhere else, a rule in
//! brackets is a mention.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use super::{EVIDENCE, LIBRARY};
use crate::rules::{Rule, cited, in_order, spec};
use crate::sources::{Function, Source, of_crate};

/// A function that decides or mentions a rule.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file, relative to the library.
    pub file: String,
    /// The room, which is the first folder.
    pub room: String,
    /// The function.
    pub function: String,
    /// What it does: the first sentence of its doc comment.
    pub about: String,
}

/// The functions that decide and mention each rule.
#[derive(Debug, Default)]
pub struct Decisions {
    /// By rule and step: the functions that decide it.
    pub decided: BTreeMap<Rule, Vec<Place>>,
    /// By rule and step: other functions that mention it.
    pub mentioned: BTreeMap<Rule, Vec<Place>>,
}

impl Decisions {
    /// Returns the decisions of the library and of the evidence.
    ///
    /// # Errors
    /// If their sources cannot be read.
    pub fn of_library() -> Result<Self, Box<dyn Error>> {
        let mut decisions = Self::default();
        for (folder, prefix) in [(LIBRARY, ""), (EVIDENCE, &*format!("{EVIDENCE}/"))] {
            for source in of_crate(folder)? {
                for function in &source.functions {
                    decisions.add(&source, prefix, function);
                }
            }
        }
        Ok(decisions)
    }

    fn add(&mut self, source: &Source, prefix: &str, function: &Function) {
        let text: Vec<&str> = source.documentation(function).collect();
        let (opening, about) = opening(&text);
        let place = Place {
            file: format!("{prefix}{}", source.file),
            room: source.room().to_owned(),
            function: function.name.clone(),
            about,
        };
        let mentioned: BTreeSet<Rule> = source.lines(function).flat_map(cited).collect();
        for rule in mentioned.difference(&opening) {
            let places = self.mentioned.entry(rule.clone()).or_default();
            places.push(place.clone());
        }
        for rule in opening {
            self.decided.entry(rule).or_default().push(place.clone());
        }
    }

    /// The table, with a row for each function that decides a rule. The first row of a rule also lists the functions
    /// that mention it.
    pub fn table(&self) -> String {
        let mut table =
            String::from("| rule | decided by | what it does | named in |\n|---|---|---|---|\n");
        for rule in in_order(&spec()) {
            let steps = self.decided.keys().filter(|(of, _)| *of == rule);
            for key in steps {
                self.push_rows(key, &mut table);
            }
        }
        table
    }

    fn push_rows(&self, key: &Rule, table: &mut String) {
        let id = match key {
            (rule, Some(step)) => format!("{rule}.{step}"),
            (rule, None) => rule.clone(),
        };
        let mentioned = self.mentioned.get(key).map(Vec::as_slice);
        let mut also = named(mentioned.unwrap_or_default());
        for place in &self.decided[key] {
            let (file, function, about) = (&place.file, &place.function, &place.about);
            table.push_str(&format!(
                "| {id} | `{file}` `{function}()` | {about} | {also} |\n"
            ));
            also.clear();
        }
    }
}

/// `file` `function()`, `function()`; `file` …
fn named(places: &[Place]) -> String {
    let mut text = String::new();
    let mut file = "";
    for place in places {
        if place.file != file {
            text.push_str(if file.is_empty() { "" } else { "; " });
            text.push_str(&format!("`{}`", place.file));
        }
        file = &place.file;
        text.push_str(&format!(" `{}()`", place.function));
    }
    text
}

/// The rules at the start of a doc comment, and its first sentence without them.
fn opening(lines: &[&str]) -> (BTreeSet<Rule>, String) {
    let paragraph: Vec<&str> = lines
        .iter()
        .copied()
        .take_while(|line| !line.is_empty())
        .collect();
    let text = paragraph.join(" ");
    let (mut rules, mut rest) = (BTreeSet::new(), text.as_str());
    while let Some((inside, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let ids = cited(&format!("[{inside}]"));
        if ids.is_empty() {
            break;
        }
        rules.extend(ids);
        rest = after.trim_start();
    }
    let sentence = rest.split_once(". ").map_or(rest, |(first, _)| first);
    (
        rules,
        sentence.trim_end_matches('.').replace(['`', '|'], ""),
    )
}
