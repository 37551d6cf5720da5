//! Finds entities and inspectors with two ids [I3, I4].

use std::collections::BTreeMap;

use super::{Search, some};
use crate::base::error::ErrorKind;
use crate::base::run::{Cancelled, Stage};
use crate::base::sort::sort_by;
use crate::base::texts::{self, Text, findings};
use crate::inputs::registry::Row;
use crate::inputs::roster::Member;

/// Finds names that several active rows of the registry have. The width of signs does not matter [I3].
pub(super) fn entities(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let store = registry.store();
    let mut step = search.run.step(Stage::Compare, registry.rows().len());
    let mut rows: Vec<(u64, &Row)> = Vec::with_capacity(registry.rows().len());
    for row in registry.rows() {
        step.advance(1)?;
        if !row.inactive {
            rows.push((number_of(store.name(row)), row));
        }
    }
    let order = |(number, row): &(u64, &Row)| (*number, row.number());
    sort_by(&mut rows, |a, b| order(a).cmp(&order(b)), search.run)?;
    let mut groups = Vec::new();
    for same in rows.chunk_by(|a, b| a.0 == b.0) {
        if same.len() > 1 {
            let mut by_name: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
            for (_, row) in same {
                let name = plain(store.name(row)).collect();
                by_name.entry(name).or_default().push(row);
            }
            groups.extend(by_name.into_values().filter(|same| same.len() > 1));
        }
    }
    groups.sort_unstable_by_key(|same| same[0].number());
    let name = |same: &Vec<&Row>| {
        let ids = some(same.iter().map(|row| store.id(row)));
        texts::with_ids(store.name(same[0]), ids)
    };
    let notice = findings::same_name(some(groups.iter().map(name)));
    let found = groups.iter().flatten().map(|row| row.number()).collect();
    search.add_rows(ErrorKind::Registry, "name", notice, found);
    Ok(())
}

/// A name without differences in blanks, width and letter case.
fn plain(name: &str) -> impl Iterator<Item = char> {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let narrow = name.chars().map(narrow).filter(|c| !c.is_whitespace());
    narrow.map(|c| c.to_ascii_uppercase())
}

/// A hash for finding equal names (FNV-1a). Names with the same hash are compared.
fn number_of(name: &str) -> u64 {
    plain(name).fold(0xcbf2_9ce4_8422_2325, |number, c| {
        (number ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Finds names that several inspectors of one department have. It is a warning if their recusals differ [I4, T2].
pub(super) fn inspectors(search: &mut Search<'_>) {
    let mut by_name: BTreeMap<(&str, String), Vec<&Member>> = BTreeMap::new();
    for member in search.inputs.roster().members() {
        // Names of two characters are often written with a blank in between.
        let name = plain(&member.name).collect();
        by_name
            .entry((&member.department, name))
            .or_default()
            .push(member);
    }
    let several = by_name.into_iter().filter(|(_, same)| same.len() > 1);
    let differ = |same: &[&Member]| same.iter().any(|member| member.recuse != same[0].recuse);
    let (grave, other): (Vec<_>, Vec<_>) = several.partition(|(_, same)| differ(same));
    for (groups, notice) in [
        (grave, findings::same_person as fn(Text) -> _),
        (other, findings::same_officer),
    ] {
        let name = |(_, same): &((&str, String), Vec<&Member>)| {
            texts::with_ids(&same[0].name, some(same.iter().map(|member| &member.id)))
        };
        let names = some(groups.iter().map(name));
        let members = groups.iter().flat_map(|(_, same)| same);
        let rows = members.map(|member| member.number).collect();
        search.add_rows(ErrorKind::Roster, "name", notice(names), rows);
    }
}
