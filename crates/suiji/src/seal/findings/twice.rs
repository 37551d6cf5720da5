//! One firm or one officer under two ids [I3, I4].

use std::collections::BTreeMap;

use super::{NAMED, Search, some};
use crate::base::error::ErrorKind;
use crate::base::run::{Cancelled, Stage};
use crate::base::sort::sort_by;
use crate::base::texts::{self, Text, findings};
use crate::inputs::registry::Row;
use crate::inputs::roster::Member;

/// Finds names that several active rows of the registry have [I3].
pub(super) fn entities(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let store = registry.store();
    let active = registry.rows().iter().filter(|row| !row.inactive);
    let mut rows: Vec<&Row> = active.collect();
    sort_by(
        &mut rows,
        |a, b| store.name(a).cmp(store.name(b)),
        search.run,
    )?;
    let mut step = search.run.step(Stage::Compare, rows.len());
    let (mut names, mut found) = (Vec::new(), Vec::new());
    for same in rows.chunk_by(|a, b| store.name(a) == store.name(b)) {
        step.advance(same.len())?;
        if let [first, _, ..] = same {
            let ids = some(same.iter().map(|row| store.id(row)));
            // No more than a text names, and one to see that there are more.
            if names.len() <= NAMED {
                names.push(texts::with_ids(store.name(first), ids));
            }
            found.extend(same.iter().map(|row| row.number()));
        }
    }
    let notice = findings::same_name(some(names));
    search.add_rows(ErrorKind::Registry, "name", notice, found);
    Ok(())
}

/// Finds names that several inspectors of one department have: grave where their recusals differ [I4, T2].
pub(super) fn inspectors(search: &mut Search<'_>) {
    let mut by_name: BTreeMap<(&str, &str), Vec<&Member>> = BTreeMap::new();
    for member in search.inputs.roster().members() {
        let name = (member.department.as_str(), member.name.as_str());
        by_name.entry(name).or_default().push(member);
    }
    let several = by_name.into_iter().filter(|(_, same)| same.len() > 1);
    let differ = |same: &[&Member]| same.iter().any(|member| member.recuse != same[0].recuse);
    let (grave, other): (Vec<_>, Vec<_>) = several.partition(|(_, same)| differ(same));
    for (groups, notice) in [
        (grave, findings::same_person as fn(Text) -> _),
        (other, findings::same_officer),
    ] {
        let name = |((_, name), same): &((&str, &str), Vec<&Member>)| {
            texts::with_ids(*name, some(same.iter().map(|member| &member.id)))
        };
        let names = some(groups.iter().map(name));
        let members = groups.iter().flat_map(|(_, same)| same);
        let rows = members.map(|member| member.number).collect();
        search.add_rows(ErrorKind::Roster, "name", notice(names), rows);
    }
}
