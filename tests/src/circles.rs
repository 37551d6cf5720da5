//! Finds the imports between the modules of a crate, and circles of imports.
//!
//! A name that a module re-exports counts as a name of the module that defines it: `crate::Error` is in `crate::base`.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree, Visibility};

use crate::sources::{Source, is_test};

/// A module, as the path of names from `lib.rs` to it. The path of `lib.rs` is empty.
pub type Module = Vec<String>;

/// The imports of a crate.
#[derive(Debug, Default)]
pub struct Imports {
    /// The modules from which each module imports.
    pub by_module: BTreeMap<Module, BTreeSet<Module>>,
}

impl Imports {
    /// The imports of the files of a crate.
    pub fn of(sources: &[Source]) -> Self {
        let mut names = Names::default();
        let mut used = BTreeMap::new();
        for source in sources {
            let mut paths = Paths::at(&source.module);
            paths.visit_file(&source.parsed);
            names.modules.insert(source.module.clone());
            names.exports.insert(source.module.clone(), paths.exported);
            used.insert(source.module.clone(), paths.used);
        }
        let resolved = used.into_iter().map(|(module, paths)| {
            let to: BTreeSet<Module> = paths.iter().map(|path| names.module_of(path)).collect();
            (module, to)
        });
        Self {
            by_module: resolved.collect(),
        }
    }

    /// The first name in the path of each module from which a module imports.
    pub fn rooms(&self, module: &Module) -> BTreeSet<&str> {
        let to = self.by_module.get(module).into_iter().flatten();
        to.filter_map(|module| module.first())
            .map(|room| &**room)
            .collect()
    }

    /// Circles between modules with the same parent. A circle is the list of its modules. A module includes everything
    /// inside it.
    pub fn circles(&self) -> Vec<String> {
        let mut arrows: BTreeMap<&[String], BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
        for (from, to) in &self.by_module {
            for to in to {
                let same = from
                    .iter()
                    .zip(to)
                    .take_while(|(from, to)| from == to)
                    .count();
                // Otherwise one of them is the parent of the other.
                if let (Some(a), Some(b)) = (from.get(same), to.get(same)) {
                    let siblings = arrows.entry(&from[..same]).or_default();
                    siblings.entry(a).or_default().insert(b);
                }
            }
        }
        let circles = arrows.iter().flat_map(|(parent, arrows)| {
            let around = arrows.keys().filter_map(|start| circle(arrows, start));
            around.map(|names| format!("{}: {}", parent.join("/"), names.join(" → ")))
        });
        circles.collect()
    }
}

/// A shortest path from a name back to itself. It is returned only if that name is the first of the path in
/// alphabetical order.
fn circle<'a>(
    arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    start: &'a str,
) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in way
                .last()
                .and_then(|last| arrows.get(last))
                .into_iter()
                .flatten()
            {
                if *next == start {
                    return Some([way.as_slice(), &[start]].concat());
                }
                if *next > start && seen.insert(*next) {
                    longer.push([way.as_slice(), &[*next]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

/// The modules of a crate and what they re-export.
#[derive(Default)]
struct Names {
    modules: BTreeSet<Module>,
    exports: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Names {
    /// The module that defines what a path names.
    fn module_of(&self, path: &[String]) -> Module {
        let mut path = path.to_vec();
        // A re-export can lead to another one.
        for _ in 0..8 {
            let is_module = |length: &usize| self.modules.contains(&path[..*length]);
            let length = (0..=path.len()).rev().find(is_module).unwrap_or_default();
            let (module, rest) = path.split_at(length);
            let exports = self.exports.get(module);
            let export = rest
                .first()
                .zip(exports)
                .and_then(|(name, exports)| exports.get(name));
            let Some(export) = export else {
                return module.to_vec();
            };
            path = export.clone();
        }
        path
    }
}

/// Collects the paths that a file uses and those that it re-exports.
struct Paths {
    module: Module,
    used: BTreeSet<Module>,
    exported: BTreeMap<String, Module>,
}

impl Paths {
    fn at(module: &[String]) -> Self {
        Self {
            module: module.to_vec(),
            used: BTreeSet::new(),
            exported: BTreeMap::new(),
        }
    }

    /// A path from `lib.rs` on, if it belongs to this crate.
    fn resolve(&self, path: &[String]) -> Option<Module> {
        let mut module = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.module.clone(),
            _ => return None,
        };
        let mut rest = path
            .iter()
            .skip_while(|name| *name == "crate" || *name == "self")
            .peekable();
        while rest.next_if(|name| *name == "super").is_some() {
            module.pop();
        }
        module.extend(rest.cloned());
        Some(module)
    }

    /// The paths of a `use` tree, each with the name that it introduces.
    fn flatten(tree: &UseTree, before: &[String], paths: &mut Vec<(String, Module)>) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => Self::flatten(&path.tree, &with(&path.ident), paths),
            UseTree::Name(name) if name.ident == "self" => {
                paths.push((before.last().cloned().unwrap_or_default(), before.to_vec()));
            }
            UseTree::Name(name) => paths.push((name.ident.to_string(), with(&name.ident))),
            UseTree::Rename(name) => paths.push((name.rename.to_string(), with(&name.ident))),
            UseTree::Group(group) => {
                for tree in &group.items {
                    Self::flatten(tree, before, paths);
                }
            }
            UseTree::Glob(_) => paths.push((String::new(), before.to_vec())),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes: &[Attribute] = match item {
            Item::Mod(of) => &of.attrs,
            Item::Use(of) => &of.attrs,
            Item::Fn(of) => &of.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut paths = Vec::new();
        Self::flatten(&item.tree, &[], &mut paths);
        for (name, path) in paths {
            let resolved = self.resolve(&path);
            self.used.extend(resolved.clone());
            if !matches!(item.vis, Visibility::Inherited) {
                // Without `crate`, `self` or `super`, the path begins with a module inside this one or with another
                // crate.
                let inside = [self.module.as_slice(), &path].concat();
                self.exported.insert(name, resolved.unwrap_or(inside));
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Module = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        self.used.extend(self.resolve(&names));
        visit::visit_path(self, path);
    }
}
