//! Values of the registry that are another writing of what a scope or other rows say [F1].

use std::collections::{BTreeMap, BTreeSet};

use super::Search;
use super::columns::Column;
use super::nearest::{Folding, Nearness};
use crate::base::error::ErrorKind;
use crate::base::run::Cancelled;
use crate::base::texts::{self, Localized, Text, findings};

/// Pairs of values that are reported one by one.
const REPORTED: usize = 50;

/// A value that so many times less rows have than a scope word may be a slip of the pen.
const RARE: u64 = 20;

/// Characters from which on one that differs is more likely a slip than another thing.
const LONG: usize = 4;

/// [F1] Finds categories that are written in another way than a word of a scope, or than more rows write them.
pub(super) fn spelling(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let values = Column::Categories.values(registry, search.run)?;
    let tasks = search.inputs.plan().tasks.iter();
    let scoped: BTreeSet<&str> = tasks
        .flat_map(|task| task.scope.categories.iter().map(String::as_str))
        .collect();
    let folding = Folding::new();
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for value in values.keys().chain(&scoped) {
        groups.entry(folding.fold(value)).or_default().push(value);
    }
    // What has no letter at all, such as "—", is no writing of anything.
    groups.remove("");
    let mut pairs = Vec::new();
    for group in groups.values().filter(|group| group.len() > 1) {
        let rank = |value: &&&str| (scoped.contains(*value), values.get(*value).copied());
        let Some(known) = group.iter().max_by_key(rank) else {
            continue;
        };
        let others = group
            .iter()
            .filter(|value| *value != known && !scoped.contains(*value));
        pairs.extend(others.map(|found| (*found, *known, Nearness::Same)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    slips(&values, &scoped, &folding, &mut pairs);
    for (found, known, nearness) in pairs.into_iter().take(REPORTED) {
        let notice = match nearness {
            Nearness::Same => findings::near_match(spelled(found), spelled(known)),
            _ => findings::similar(spelled(found), spelled(known)),
        };
        let rows = Column::Categories.rows(registry, search.run, |value| value == found)?;
        search.add_rows(ErrorKind::Registry, "categories", notice, rows);
    }
    Ok(())
}

/// Adds values that few rows have and that differ in one character from a word of a scope that many have.
fn slips<'v>(
    values: &BTreeMap<&'v str, u64>,
    scoped: &BTreeSet<&'v str>,
    folding: &Folding,
    pairs: &mut Vec<(&'v str, &'v str, Nearness)>,
) {
    const COMPARED: usize = 2_000;
    let long = |word: &&&str| word.chars().count() >= LONG;
    let words: Vec<(&str, u64)> = scoped
        .iter()
        .filter(long)
        .filter_map(|word| Some((*word, *values.get(word)?)))
        .take(COMPARED)
        .collect();
    let rare = values.iter().filter(|(value, _)| !scoped.contains(*value));
    for (&value, &rows) in rare.take(COMPARED) {
        let near = words.iter().find(|(word, of_word)| {
            rows.saturating_mul(RARE) <= *of_word
                && folding.nearness(value, word) == Nearness::OneCharacter
        });
        if let Some((word, _)) = near {
            pairs.push((value, word, Nearness::OneCharacter));
        }
    }
}

/// A text with blanks, signs of width and variation selectors as their numbers, so that the difference can be seen.
pub(super) fn spelled(text: &str) -> Text {
    let shown = |c: char| c.is_alphanumeric() || (' '..='~').contains(&c) || is_sign(c);
    if text.chars().all(shown) {
        return Text::of(|_| text.to_owned());
    }
    Text::of(|lang| {
        let mut spelled = String::new();
        for c in text.chars() {
            if shown(c) {
                spelled.push(c);
            } else {
                let point = format!("{:04X}", u32::from(c));
                spelled.push_str(&Localized::text(&texts::a_character(point), lang));
            }
        }
        spelled
    })
}

/// Signs of Chinese texts, which everybody can see.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF5E}' | '\u{2010}'..='\u{2027}' | '·')
}
