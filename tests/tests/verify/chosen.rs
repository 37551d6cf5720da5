//! Entities that somebody chose, with their true tickets. The registry shows it [D3, V1].

use std::collections::BTreeMap;

use serde_json::{Value, json};
use suiji::{Digest, Evidence, Hash, Record};
use suiji_conformance::Small;

use super::{failed, report};

/// The default case with this number of reserves, its record, and ticket and order hash of each entity.
fn with_hashes(reserves: u64) -> (Small, Value, BTreeMap<String, (String, Digest)>) {
    let mut case = Small::plain();
    case.task(0)["reserves"] = json!(reserves);
    let (_, record) = case.draw().unwrap();
    let (seed, key) = (record.seed(), record.draws()[0].key());
    let parts: [&[u8]; 3] = [seed.as_bytes(), b"task", b"J1"];
    let order = Hash::Sha256.derive("order", &parts);
    let hash =
        |key: &Digest, id: &str| Hash::Sha256.digest(&[key.as_bytes(), id.as_bytes()].concat());
    let hashes = (1..=5).map(|n| format!("A-{n}")).map(|id| {
        let both = (hash(&key, &id).to_string(), hash(&order, &id));
        (id, both)
    });
    let record = serde_json::from_str(&record.to_json()).unwrap();
    (case, record, hashes.collect())
}

/// The checks that fail with all inputs.
fn found_in(case: &Small, forged: &Value) -> Vec<(&'static str, String)> {
    let record = Record::from_json(forged.to_string().as_bytes()).unwrap();
    failed(&report(&record, &Evidence::of(&case.inputs().unwrap())))
}

#[test]
fn a_chosen_entity_with_its_true_ticket_is_found_with_the_registry() {
    // [D3, V1] The record alone is consistent.
    let (case, mut forged, hashes) = with_hashes(0);
    let mut by_ticket: Vec<&String> = hashes.keys().collect();
    by_ticket.sort_by_key(|id| &hashes[*id].0);
    let mut chosen = [by_ticket[0], by_ticket[4]];
    chosen.sort_by_key(|id| hashes[*id].1);
    let selected = chosen
        .iter()
        .map(|id| json!({"id": id, "stratum": "all", "ticket": hashes[*id].0}));
    forged["draws"][0]["selected"] = selected.collect();
    let found = found_in(&case, &forged);
    let checks: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
    assert_eq!(checks, ["draw.selection"], "{found:?}");
    assert!(found[0].1.starts_with("$.draws[0].selected["), "{found:?}");
}

#[test]
fn a_skipped_reserve_is_found_with_the_registry() {
    // [D3, V1]
    let (case, mut forged, hashes) = with_hashes(1);
    let mut by_ticket: Vec<&String> = hashes.keys().collect();
    by_ticket.sort_by_key(|id| &hashes[*id].0);
    assert_eq!(forged["draws"][0]["reserves"][0]["id"], json!(by_ticket[2]));
    let next = by_ticket[3];
    forged["draws"][0]["reserves"][0] =
        json!({"id": next, "stratum": "all", "ticket": hashes[next].0});
    let found = found_in(&case, &forged);
    assert_eq!(
        found,
        [("draw.selection", "$.draws[0].reserves[0]".to_owned())]
    );
}
