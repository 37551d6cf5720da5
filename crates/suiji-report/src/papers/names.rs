//! The names of files. They consist of fixed words and numbers, so that no path contains the name of an entity or
//! inspector.

use suiji::Lang;

use crate::base::texts::{self, Text};

/// The name of a paper, without the ending.
pub(super) fn file(name: &Text, lang: Lang) -> String {
    name.get(lang).to_owned()
}

/// The name of one of `all` papers of a kind. The kind has its own folder.
pub(super) fn numbered(name: &Text, number: usize, all: usize, lang: Lang) -> String {
    let digits = all.to_string().len().max(2);
    let name = name.get(lang);
    format!("{name}/{name}-{number:0digits$}")
}

/// The name of the file with all papers of a kind.
pub(super) fn together(name: &Text, lang: Lang) -> String {
    texts::file_all(name.clone()).get(lang).to_owned()
}

/// The name of a paper about one entity.
pub(super) fn of_entity(name: &Text, id: &str, lang: Lang) -> String {
    let safe = |character: char| match character.is_ascii_alphanumeric() {
        true => character,
        false => '_',
    };
    let id: String = id.chars().map(safe).collect();
    format!("{}-{id}", name.get(lang))
}
