//! The teams of the example. Each has two seats, and every inspector may take them.

use std::collections::BTreeMap;

use suiji::Digest;

use crate::steps::{derive, shuffle};

/// The team of one entity.
pub(crate) struct Team {
    pub(crate) entity: String,
    pub(crate) key: Digest,
    pub(crate) words: Vec<u64>,
    pub(crate) ranked: Vec<&'static str>,
    pub(crate) members: Vec<&'static str>,
    /// The loads before this team was drawn.
    pub(crate) before: BTreeMap<&'static str, u64>,
}

/// [T4] Steps 1 to 4 for each entity in order, with the loads after them.
pub(crate) fn teams(
    seed: Digest,
    task: &str,
    entities: &[&str],
    mut loads: BTreeMap<&'static str, u64>,
) -> (Vec<Team>, BTreeMap<&'static str, u64>) {
    let inspectors: Vec<&'static str> = loads.keys().copied().collect();
    let mut teams = Vec::new();
    for entity in entities {
        let key = derive(
            "team",
            &[seed.as_bytes(), task.as_bytes(), entity.as_bytes()],
        );
        let (words, ranked) = shuffle(key, &inspectors);
        let before = loads.clone();
        let mut members: Vec<&'static str> = Vec::new();
        for _ in 0..2 {
            let free = ranked
                .iter()
                .enumerate()
                .filter(|(_, id)| !members.contains(id));
            if let Some((_, id)) = free.min_by_key(|(rank, id)| (loads.get(*id).copied(), *rank)) {
                members.push(id);
                loads.entry(id).and_modify(|load| *load += 1);
            }
        }
        teams.push(Team {
            entity: (*entity).to_owned(),
            key,
            words,
            ranked,
            members,
            before,
        });
    }
    (teams, loads)
}

/// Loads as text.
pub(crate) fn said(loads: &BTreeMap<&'static str, u64>) -> String {
    let loads: Vec<String> = loads
        .iter()
        .map(|(id, load)| format!("{id} {load}"))
        .collect();
    loads.join(", ")
}
