//! The names of the Python package are those of the library. `tests/names.json` lists the exceptions.
#![expect(clippy::unwrap_used, reason = "tests")]

mod api;
mod stubs;

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use suiji_conformance::rules::workspace;

use api::Api;
use stubs::Stubs;

/// The table of exceptions, and which of its lines were needed.
struct Table {
    document: Value,
    needed: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Table {
    /// Whether a line of the table is about this name. If so, the line is marked as needed.
    fn allows(&mut self, list: &str, type_name: &str, side: &str, name: &str) -> bool {
        let mut found = false;
        for (index, line) in self.document[list].as_array().unwrap().iter().enumerate() {
            let of = line["type"].as_str().unwrap_or("*");
            if of != "*" && of != type_name {
                continue;
            }
            for pattern in texts(&line[side]) {
                if fits(pattern, name) {
                    self.needed
                        .insert(format!("{list}[{index}] {side} {pattern}"));
                    found = true;
                }
            }
        }
        found
    }

    /// What represents a Rust type in Python: a class, one of several texts, or nothing.
    fn stands_for(&mut self, name: &str) -> Option<Option<String>> {
        if !self.allows("types", "*", "rust", name) {
            return None;
        }
        let lines = self.document["types"].as_array().unwrap();
        let line = lines
            .iter()
            .find(|line| texts(&line["rust"]).any(|of| of == name))
            .unwrap();
        Some(line["python"].as_str().map(str::to_owned))
    }

    /// Every pattern of the table that was not needed.
    fn needless(&self) -> Vec<String> {
        let mut needless = Vec::new();
        for list in ["types", "variants", "only_python", "members"] {
            for (index, line) in self.document[list].as_array().unwrap().iter().enumerate() {
                assert!(!line["why"].as_str().unwrap().is_empty(), "{line}");
                for side in ["rust", "python"] {
                    // The name that represents a type is not a pattern.
                    let patterns =
                        texts(&line[side]).filter(|_| (list, side) != ("types", "python"));
                    let names = patterns.map(|pattern| format!("{list}[{index}] {side} {pattern}"));
                    needless.extend(names.filter(|name| !self.needed.contains(name)));
                }
            }
        }
        needless
    }

    /// Compares the members of a type with those of a class.
    fn members(&mut self, name: &str, rust: &BTreeSet<String>, python: &BTreeSet<String>) {
        for member in rust.difference(python) {
            if !self.allows("members", name, "rust", member) {
                self.wrong.push(format!("{name}: Python has no {member}"));
            }
        }
        for member in python.difference(rust) {
            if !self.allows("members", name, "python", member) {
                self.wrong.push(format!("{name}: Rust has no {member}"));
            }
        }
    }
}

/// A text, or the texts of a list.
fn texts(value: &Value) -> impl Iterator<Item = &str> {
    let list = value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    list.chain(value.as_str())
}

fn fits(pattern: &str, name: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => name.ends_with(end),
        (_, Some(start)) => name.starts_with(start),
        _ => name == pattern,
    }
}

/// The name of a variant as a text in JSON.
fn snake(variant: &str) -> String {
    let mut text = String::new();
    for character in variant.chars() {
        if character.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(character.to_ascii_lowercase());
    }
    text
}

/// Compares all types. Returns the names in Python that were found.
fn compare(api: &Api, stubs: &Stubs, table: &mut Table) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    let names: BTreeSet<&String> = api.methods.keys().chain(api.variants.keys()).collect();
    for name in names {
        let methods = api.methods.get(name).cloned().unwrap_or_default();
        let document = format!("{name}Document");
        let stand_in = table.stands_for(name);
        let class = match stand_in.clone().flatten() {
            Some(class) => class,
            None if stubs.classes.contains_key(name) || stubs.words.contains_key(name) => {
                name.clone()
            }
            None => document,
        };
        if let Some(words) = stubs.words.get(&class) {
            met.insert(class);
            let variants = api.variants.get(name).into_iter().flat_map(|of| of.keys());
            let variants: BTreeSet<String> = variants.map(|variant| snake(variant)).collect();
            if *words != variants {
                table
                    .wrong
                    .push(format!("{name}: {words:?} in Python, {variants:?} in Rust"));
            }
        } else if stubs.classes.contains_key(&class) {
            table.members(name, &methods, &stubs.members(&class));
            met.insert(class);
        } else if table.allows("variants", "*", "rust", name) {
            for (variant, fields) in &api.variants[name] {
                let fields = fields.iter().cloned().chain(["kind".to_owned()]).collect();
                table.members(variant, &fields, &stubs.members(variant));
                met.insert(variant.clone());
            }
        } else if stand_in.is_none() {
            table.wrong.push(format!("Python has no {name}"));
        }
    }
    met
}

#[test]
fn python_has_the_names_of_rust_but_for_the_table() {
    let read = |path: &str| fs::read_to_string(workspace().join(path)).unwrap();
    let api = Api::read(&read("crates/suiji/api.txt"));
    let mut stubs = Stubs::default();
    for file in [
        "_native.pyi",
        "_values.py",
        "_errors.py",
        "_documents.py",
        "_words.py",
    ] {
        stubs.read(&read(&format!("bindings/python/python/suiji/{file}")));
    }
    let mut table = Table {
        document: serde_json::from_str(&read("tests/names.json")).unwrap(),
        needed: BTreeSet::new(),
        wrong: Vec::new(),
    };
    // If a listing was wrongly read as empty, the test would find no difference.
    assert!(api.methods["Sealed"].contains("amend") && api.variants["Change"].len() == 5);
    assert!(stubs.classes["Sealed"].contains("amend") && stubs.words["Verdict"].len() == 4);
    assert!(stubs.classes["WindowDocument"].contains("from"));

    let met = compare(&api, &stubs, &mut table);
    let python = stubs.classes.keys().chain(stubs.words.keys());
    for name in python.filter(|name| !name.starts_with('_') && !met.contains(*name)) {
        if !table.allows("only_python", "*", "python", name) {
            table.wrong.push(format!("Rust has no {name}"));
        }
    }
    table.wrong.extend(
        table
            .needless()
            .into_iter()
            .map(|line| format!("not needed: {line}")),
    );
    assert!(table.wrong.is_empty(), "{:#?}", table.wrong);
}
