//! Names and ids of entities or inspectors.

use std::collections::BTreeSet;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::base::texts::plain;
use crate::value::Vocabulary;

/// Names and ids, in little memory.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    text: String,
    entries: Vec<Entry>,
    names: HashTable<u32>,
    ids: HashTable<u32>,
    /// Names whose ids are asked for, without differences in width, letter case and
    /// blanks.
    waiting: BTreeSet<String>,
    hasher: DefaultHashBuilder,
}

/// The positions of a name and an id in the text.
#[derive(Clone, Copy, Debug)]
struct Entry {
    name: usize,
    id: usize,
    department: usize,
    end: usize,
}

/// The known meaning of a text.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Hit<'d> {
    /// An id, or a name that is unique.
    Id(&'d str),
    /// A name that several share. It has the first ids, each with its department if there
    /// is one.
    Several(Vec<(&'d str, &'d str)>),
    Unknown,
}

/// The maximum number of ids that a question offers.
const OFFERED: usize = 9;

impl Directory {
    pub(crate) fn add(&mut self, id: &str, name: &str, department: &str) {
        let Ok(index) = u32::try_from(self.entries.len()) else {
            return;
        };
        let start = self.text.len();
        self.text.push_str(&plain(name));
        let of_id = self.text.len();
        self.text.push_str(id);
        let of_department = self.text.len();
        self.text.push_str(department);
        self.entries.push(Entry {
            name: start,
            id: of_id,
            department: of_department,
            end: self.text.len(),
        });
        let Self {
            text,
            entries,
            names,
            ids,
            hasher,
            ..
        } = self;
        let name = |index: &u32| hasher.hash_one(name_of(text, entries, *index));
        names.insert_unique(name(&index), index, name);
        let id = |index: &u32| hasher.hash_one(id_of(text, entries, *index));
        ids.insert_unique(id(&index), index, id);
    }

    /// Looks up an id, or else a name. The width, letter case and blanks of a name are
    /// ignored.
    pub(crate) fn find(&self, text: &str) -> Hit<'_> {
        let of = |index: u32| id_of(&self.text, &self.entries, index);
        let is = |index: &u32| of(*index) == text;
        if let Some(index) = self.ids.find(self.hasher.hash_one(text), is) {
            return Hit::Id(of(*index));
        }
        let name = plain(text);
        let hash = self.hasher.hash_one(name.as_str());
        let all = self.names.iter_hash(hash);
        let mut found: Vec<u32> = all
            .copied()
            .filter(|index| name_of(&self.text, &self.entries, *index) == name)
            .collect();
        found.sort_unstable();
        match found.as_slice() {
            [] => Hit::Unknown,
            [only] => Hit::Id(of(*only)),
            several => Hit::Several(
                several
                    .iter()
                    .take(OFFERED)
                    .map(|index| (of(*index), department_of(&self.text, &self.entries, *index)))
                    .collect(),
            ),
        }
    }
}

impl Directory {
    /// Notes that the id of a name is asked for.
    pub(crate) fn wait(&mut self, name: &str) {
        self.waiting.insert(plain(name));
    }

    /// Whether the id of a name is asked for.
    pub(crate) fn waits(&self, name: &str) -> bool {
        !self.waiting.is_empty() && self.waiting.contains(&plain(name))
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The id that consists of these digits with zeros before them.
    pub(crate) fn with_zeros(&self, digits: &str) -> Option<&str> {
        const ZEROS: usize = 3;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        (1..=ZEROS).find_map(|zeros| {
            let id = format!("{}{digits}", "0".repeat(zeros));
            let is = |index: &u32| id_of(&self.text, &self.entries, *index) == id;
            let index = self.ids.find(self.hasher.hash_one(id.as_str()), is)?;
            Some(id_of(&self.text, &self.entries, *index))
        })
    }
}

impl Vocabulary for Directory {
    fn knows(&self, member: &str) -> bool {
        self.find(member) != Hit::Unknown
    }
}

fn name_of<'t>(text: &'t str, entries: &[Entry], index: u32) -> &'t str {
    let entry = entries.get(index as usize);
    entry
        .and_then(|of| text.get(of.name..of.id))
        .unwrap_or_default()
}

fn id_of<'t>(text: &'t str, entries: &[Entry], index: u32) -> &'t str {
    let entry = entries.get(index as usize);
    entry
        .and_then(|of| text.get(of.id..of.department))
        .unwrap_or_default()
}

fn department_of<'t>(text: &'t str, entries: &[Entry], index: u32) -> &'t str {
    let entry = entries.get(index as usize);
    entry
        .and_then(|of| text.get(of.department..of.end))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whatever_their_width() {
        let mut directory = Directory::default();
        directory.add("A-1", "沁水（样例）企业", "");
        directory.add("A-2", "甲", "县局");
        directory.add("A-3", "甲", "");
        assert_eq!(directory.find("沁水(样例) 企业"), Hit::Id("A-1"));
        assert_eq!(directory.find("A-2"), Hit::Id("A-2"));
        assert_eq!(
            directory.find("甲"),
            Hit::Several(vec![("A-2", "县局"), ("A-3", "")])
        );
        assert_eq!(directory.find("乙"), Hit::Unknown);
        assert_eq!(directory.find("A-3"), Hit::Id("A-3"));
        directory.add("0041", "丙", "");
        assert_eq!(directory.with_zeros("41"), Some("0041"));
        assert_eq!(directory.with_zeros("0041"), None);
        assert_eq!(directory.with_zeros("4a"), None);
    }
}
