//! The types of the library and their members, from the listing `crates/suiji/api.txt`.

use std::collections::{BTreeMap, BTreeSet};

/// The members of each type, by its name. The functions of the library are under the name "".
pub(crate) type Types = BTreeMap<String, BTreeSet<String>>;

/// The content of the listing: methods of all types, and variants of enums with their fields.
#[derive(Debug, Default)]
pub(crate) struct Api {
    pub(crate) methods: Types,
    /// By enum: the variants, each with its fields.
    pub(crate) variants: BTreeMap<String, Types>,
}

/// The path of an item without generics, and the text before it.
fn item(line: &str) -> Option<(&str, Vec<String>)> {
    let line = line.strip_prefix("#[non_exhaustive] ").unwrap_or(line);
    let line = line.strip_prefix("pub ")?;
    let start = line.find("suiji")?;
    let (words, path) = line.split_at(start);
    let (mut segments, mut depth) = (vec![String::new()], 0);
    let mut characters = path.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ if depth > 0 => {}
            ':' if characters.next_if_eq(&':').is_some() => segments.push(String::new()),
            ':' | '(' | ' ' => break,
            _ => segments.last_mut()?.push(character),
        }
    }
    segments.remove(0);
    Some((words.trim(), segments))
}

fn is_type(segment: &str) -> bool {
    segment.starts_with(|first: char| first.is_ascii_uppercase())
}

/// Each type is named without its module, unless several modules have types with that name.
fn named(paths: &BTreeSet<Vec<String>>, path: &[String]) -> String {
    let (name, module) = (&path[path.len() - 1], &path[..path.len() - 1]);
    let modules = paths.iter().filter(|other| other.last() == Some(name));
    match modules.filter(|other| other.len() > 1).count() {
        0 | 1 => name.clone(),
        _ => format!("{}::{name}", module.join("::")),
    }
}

impl Api {
    pub(crate) fn read(listing: &str) -> Self {
        let items: Vec<_> = listing.lines().filter_map(item).collect();
        let declared = |(words, _): &&(&str, Vec<String>)| matches!(*words, "struct" | "enum");
        let paths = items
            .iter()
            .filter(declared)
            .map(|(_, path)| path.clone())
            .collect();
        let mut api = Self::default();
        for (words, path) in &items {
            let Some(at) = path.iter().position(|segment| is_type(segment)) else {
                if words.ends_with("fn") {
                    api.methods
                        .entry(String::new())
                        .or_default()
                        .extend(path.last().cloned());
                }
                continue;
            };
            let name = named(&paths, &path[..=at]);
            let members = &path[at + 1..];
            match (*words, members) {
                ("struct", []) => {
                    api.methods.entry(name).or_default();
                }
                ("enum", []) => {
                    api.variants.entry(name).or_default();
                }
                ("fn" | "const fn", [method]) => {
                    api.methods.entry(name).or_default().insert(method.clone());
                }
                ("", [field]) if !is_type(field) => {
                    api.methods.entry(name).or_default().insert(field.clone());
                }
                ("", [variant, fields @ ..]) => {
                    let variants = api.variants.entry(name).or_default();
                    let variant = variants.entry(variant.clone()).or_default();
                    variant.extend(fields.first().cloned());
                }
                _ => {}
            }
        }
        api
    }
}
