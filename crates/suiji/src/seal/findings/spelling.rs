//! Finds values of the registry that are another spelling of a scope word or of the value of other rows [F1].

use std::collections::{BTreeMap, BTreeSet};

use super::Search;
use super::columns::Column;
use super::nearest::{Folding, Nearness, is_one_apart};
use super::spelled::spelled;
use crate::base::error::ErrorKind;
use crate::base::run::Cancelled;
use crate::base::texts::findings;

/// How many pairs of values are reported one by one.
const REPORTED: usize = 50;

/// A value may be a typing error if a scope word has this many times more rows.
const RARE: u64 = 20;

/// From this length on, one different character is more likely a typing error than another value.
const LONG: usize = 4;

/// Finds categories that are another spelling of a scope word, or of a value that more rows have [F1].
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
    // A value without letters, such as "—", is not a spelling of another value.
    groups.remove("");
    let mut pairs = Vec::new();
    for group in groups.values().filter(|group| group.len() > 1) {
        let rank = |value: &&&str| (scoped.contains(*value), values.get(*value).copied());
        let Some(known) = group.iter().max_by_key(rank) else {
            continue;
        };
        // A cell with several values has its own finding.
        if !scoped.contains(*known) && super::values::has_separator(known) {
            continue;
        }
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

/// Adds values that few rows have, if a scope word that many rows have differs in one character.
fn slips<'v>(
    values: &BTreeMap<&'v str, u64>,
    scoped: &BTreeSet<&'v str>,
    folding: &Folding,
    pairs: &mut Vec<(&'v str, &'v str, Nearness)>,
) {
    const WORDS: usize = 500;
    const VALUES: usize = 1_000;
    let words = scoped.iter().filter_map(|word| {
        let characters = folding.characters(word);
        let rows = *values.get(word)?;
        (characters.len() >= LONG).then_some((*word, rows, characters))
    });
    let words: Vec<(&str, u64, Vec<char>)> = words.take(WORDS).collect();
    if words.is_empty() {
        return;
    }
    let others = values.iter().filter(|(value, _)| !scoped.contains(*value));
    for (&value, &rows) in others.take(VALUES) {
        let characters = folding.characters(value);
        let near = words.iter().find(|(_, of_word, word)| {
            rows.saturating_mul(RARE) <= *of_word && is_one_apart(&characters, word)
        });
        if let Some((word, ..)) = near {
            pairs.push((value, word, Nearness::OneCharacter));
        }
    }
}
