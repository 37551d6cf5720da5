//! The sources of a crate without its tests: files, modules, functions.

use core::fmt;
use std::error::Error;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use syn::{Attribute, File, ImplItem, Item, ItemMod, TraitItem, Type};

use crate::rules::workspace;

/// One file of a crate.
pub struct Source {
    /// The file, relative to the folder of `lib.rs`.
    pub file: String,
    /// Its text.
    pub text: String,
    /// Its functions.
    pub functions: Vec<Function>,
    /// The path of its module from `lib.rs` on. The path of `lib.rs` is empty.
    pub module: Vec<String>,
    /// Its text, parsed.
    pub parsed: File,
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)
    }
}

/// A function with a body.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name, with its type if it is a method: `Sealed::draw`.
    pub name: String,
    /// Its lines, from the first line of documentation to the closing brace.
    pub lines: RangeInclusive<usize>,
    /// The line with the keyword `fn`.
    pub keyword: usize,
}

impl Source {
    /// The room of the file.
    pub fn room(&self) -> &str {
        let first = self.file.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The lines of a function.
    pub fn lines(&self, function: &Function) -> impl Iterator<Item = &str> {
        let (first, last) = (*function.lines.start(), *function.lines.end());
        self.text.lines().skip(first - 1).take(last + 1 - first)
    }

    /// The lines of documentation of a function.
    pub fn documentation(&self, function: &Function) -> impl Iterator<Item = &str> {
        let before = function.keyword - function.lines.start();
        let lines = self.lines(function).take(before);
        lines.filter_map(|line| line.trim_start().strip_prefix("///").map(str::trim))
    }
}

/// The files of a crate: `lib.rs` first, then each module in order.
///
/// # Errors
/// If a file cannot be read or parsed.
pub fn of_crate(folder: &str) -> Result<Vec<Source>, Box<dyn Error>> {
    let root = workspace().join(folder);
    let mut sources = Vec::new();
    read(&root, &root.join("lib.rs"), &root, &[], &mut sources)?;
    Ok(sources)
}

/// The rooms of a crate in the order of its `lib.rs`.
///
/// # Errors
/// The errors of [`of_crate`].
pub fn rooms(folder: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let root = fs::read_to_string(workspace().join(folder).join("lib.rs"))?;
    let items = syn::parse_file(&root)?.items;
    // An inline module only re-exports names. It is not a room.
    let rooms = modules(&items).filter(|module| module.content.is_none());
    Ok(rooms.map(|room| room.ident.to_string()).collect())
}

/// Reads a file and its modules, which are in the folder `inside`.
fn read(
    root: &Path,
    file: &Path,
    inside: &Path,
    module: &[String],
    sources: &mut Vec<Source>,
) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let parsed = syn::parse_file(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    let children: Vec<String> = modules(&parsed.items)
        .filter(|module| module.content.is_none())
        .map(|module| module.ident.to_string())
        .collect();
    sources.push(Source {
        file: file.strip_prefix(root)?.display().to_string(),
        text,
        functions: parsed.items.iter().flat_map(functions).collect(),
        module: module.to_vec(),
        parsed,
    });
    for child in children {
        let inside = inside.join(&child);
        let beside: PathBuf = inside.with_extension("rs");
        let file = if beside.exists() {
            beside
        } else {
            inside.join("mod.rs")
        };
        let module = [module, &[child]].concat();
        read(root, &file, &inside, &module, sources)?;
    }
    Ok(())
}

fn modules(items: &[Item]) -> impl Iterator<Item = &ItemMod> {
    items.iter().filter_map(|item| match item {
        Item::Mod(module) if !is_test(&module.attrs) => Some(module),
        _ => None,
    })
}

/// Whether an item is `#[cfg(test)]`.
pub(crate) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    })
}

/// The functions of an item.
fn functions(item: &Item) -> Vec<Function> {
    match item {
        Item::Fn(of) if !is_test(&of.attrs) => {
            vec![function("", &of.attrs, &of.sig, &of.block)]
        }
        Item::Impl(of) if !is_test(&of.attrs) => {
            let own = format!("{}::", type_name(&of.self_ty));
            let methods = of.items.iter().filter_map(|item| match item {
                ImplItem::Fn(of) => Some(function(&own, &of.attrs, &of.sig, &of.block)),
                _ => None,
            });
            methods.collect()
        }
        Item::Trait(of) => {
            let own = format!("{}::", of.ident);
            let methods = of.items.iter().filter_map(|item| match item {
                TraitItem::Fn(of) => Some(function(&own, &of.attrs, &of.sig, of.default.as_ref()?)),
                _ => None,
            });
            methods.collect()
        }
        Item::Mod(of) if !is_test(&of.attrs) => {
            let items = of.content.iter().flat_map(|(_, items)| items);
            items.flat_map(functions).collect()
        }
        _ => Vec::new(),
    }
}

fn function(
    own: &str,
    attributes: &[Attribute],
    signature: &syn::Signature,
    block: &syn::Block,
) -> Function {
    let keyword = signature.fn_token.span.start().line;
    let first = attributes.first();
    let first = first.map_or(keyword, |first| first.pound_token.span.start().line);
    Function {
        name: format!("{own}{}", signature.ident),
        lines: first..=block.brace_token.span.close().end().line,
        keyword,
    }
}

/// `Board` of `Board<'p>`.
fn type_name(of: &Type) -> String {
    match of {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
    .unwrap_or_default()
}
