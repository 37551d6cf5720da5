//! Changes to seed, contributions and draws [V1].

use serde_json::{Value, json};

use super::{ALONE, Change, FRAMES, Fails, OTHER, PLAN, Refused};
use crate::vectors::patch::{add, remove, replace};

pub(super) fn all(record: &Value) -> Vec<Change> {
    let mut all = before_draws();
    all.extend(selected(record));
    all.extend(reserves(record));
    all
}

pub(super) fn record(
    named: (&'static str, &'static str),
    rules: &'static [&'static str],
    at: (&str, Value),
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::of(named, rules, "record", at, with, Fails(fails))
}

pub(super) fn patched(
    named: (&'static str, &'static str),
    rules: &'static [&'static str],
    patch: Value,
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::patched(named, rules, "record", patch, with, Fails(fails))
}

fn before_draws() -> Vec<Change> {
    let nonce = json!("44".repeat(32));
    let draw = json!({"task": "J3", "key": OTHER});
    vec![
        Change::of(
            ("spec", "a record of an unknown version"),
            &["E1"],
            "record",
            ("/spec", json!("suiji-v2")),
            ALONE,
            Refused("record.spec-unknown"),
        ),
        record(
            ("seed", "another seed"),
            &["R2"],
            ("/seed", json!(OTHER)),
            ALONE,
            &["record.seed"],
        ),
        record(
            ("live-numbers", "other numbers that could have fallen"),
            &["R2"],
            ("/contributions/0/numbers/0/19", json!(5)),
            ALONE,
            &["record.seed"],
        ),
        record(
            ("live-range", "a 7 among the throws of a die"),
            &["S4b", "R1"],
            ("/contributions/0/numbers/0/19", json!(7)),
            ALONE,
            &["contributions.match", "record.seed"],
        ),
        record(
            ("live-order", "balls that are not in ascending order"),
            &["S4b", "R1"],
            ("/contributions/0/numbers/1", json!([8, 4])),
            ALONE,
            &["contributions.match", "record.seed"],
        ),
        record(
            ("value", "another value of a committed source"),
            &["R1"],
            ("/contributions/1/value", json!("三六六")),
            ALONE,
            &["contributions.match", "record.seed"],
        ),
        record(
            ("nonce", "another nonce"),
            &["R1"],
            ("/contributions/1/nonce", nonce),
            ALONE,
            &["contributions.match"],
        ),
        patched(
            (
                "kind-of-contribution",
                "a live contribution for a committed source",
            ),
            &["R1"],
            json!([
                replace("/contributions/1/kind", json!("live")),
                remove("/contributions/1/nonce"),
                remove("/contributions/1/value"),
                add("/contributions/1/numbers", json!([[3, 6, 5]]))
            ]),
            ALONE,
            &["contributions.match"],
        ),
        patched(
            ("contribution-removed", "a source without its contribution"),
            &["R1", "R3"],
            json!([remove("/contributions/1")]),
            ALONE,
            &["contributions.count"],
        ),
        record(
            ("task", "a draw of another task"),
            &["E1"],
            ("/draws/0/task", json!("J9")),
            ALONE,
            &["record.tasks"],
        ),
        patched(
            ("draw-removed", "a task without its draw"),
            &["E1"],
            json!([remove("/draws/1")]),
            ALONE,
            &["record.tasks"],
        ),
        patched(
            ("draw-added", "a draw without a task"),
            &["E1"],
            json!([add("/draws/-", draw)]),
            ALONE,
            &["record.tasks"],
        ),
        record(
            ("key", "another draw key"),
            &["D1"],
            ("/draws/0/key", json!(OTHER)),
            PLAN,
            &["draw.key", "draw.tickets"],
        ),
    ]
}

/// An entity of stratum low that is neither selected nor a reserve.
fn neither(record: &Value) -> String {
    let draw = &record["draws"][0];
    let lists =
        ["selected", "reserves"].map(|list| draw[list].as_array().cloned().unwrap_or_default());
    let listed: Vec<Value> = lists.concat().iter().map(|of| of["id"].clone()).collect();
    let mut low = ["F06", "F07", "F08", "F09", "F10"].into_iter();
    low.find(|id| !listed.contains(&json!(id)))
        .unwrap_or_default()
        .to_owned()
}

/// The place of the first entity of this stratum in a list.
fn first(record: &Value, list: &str, stratum: &str) -> usize {
    let list = record["draws"][0][list].as_array();
    let place = list.and_then(|list| list.iter().position(|of| of["stratum"] == stratum));
    place.unwrap_or_else(|| unreachable!("the base has {stratum} in {list:?}"))
}

fn selected(record_of: &Value) -> Vec<Change> {
    let list = &record_of["draws"][0]["selected"];
    let low = first(record_of, "selected", "low");
    let at = |field: &str| format!("/draws/0/selected/{low}/{field}");
    let (chosen, reserve) = (
        &list[low],
        &record_of["draws"][0]["reserves"][first(record_of, "reserves", "low")],
    );
    let first_reserve = format!("/draws/0/reserves/{}", first(record_of, "reserves", "low"));
    let twice = json!([add("/draws/0/selected/-", list[0].clone())]);
    let swapped = json!([
        replace("/draws/0/selected/0", list[1].clone()),
        replace("/draws/0/selected/1", list[0].clone())
    ]);
    let exchanged = json!([
        replace(&format!("/draws/0/selected/{low}"), reserve.clone()),
        replace(&first_reserve, chosen.clone())
    ]);
    vec![
        record(
            (
                "selected-id",
                "another entity in place of a selected one, with its ticket",
            ),
            &["D2"],
            (&at("id"), json!(neither(record_of))),
            ALONE,
            &["draw.tickets", "draw.teams"],
        ),
        record(
            ("selected-stratum", "another stratum of a selected entity"),
            &["D3"],
            (&at("stratum"), json!("general")),
            ALONE,
            &["draw.sizes"],
        ),
        record(
            ("selected-ticket", "another ticket"),
            &["D2"],
            (&at("ticket"), json!(OTHER)),
            ALONE,
            &["draw.tickets"],
        ),
        patched(
            ("selected-removed", "one entity less than was sealed"),
            &["D3"],
            json!([remove("/draws/0/selected/0")]),
            ALONE,
            &["draw.sizes"],
        ),
        patched(
            ("selected-twice", "a selected entity twice"),
            &["D3"],
            twice,
            ALONE,
            &["draw.unique", "draw.sizes"],
        ),
        patched(
            ("selected-swapped", "two selected entities swapped"),
            &["D3"],
            swapped,
            PLAN,
            &["draw.order"],
        ),
        patched(
            (
                "reserve-for-selected",
                "the first reserve swapped with a selected entity, with their tickets",
            ),
            &["D3"],
            exchanged,
            FRAMES,
            &["draw.reserves", "draw.selection"],
        ),
    ]
}

fn reserves(record_of: &Value) -> Vec<Change> {
    let list = &record_of["draws"][0]["reserves"];
    let last = list.as_array().map_or(0, Vec::len) - 1;
    let at = |field: &str| format!("/draws/0/reserves/{last}/{field}");
    let swapped = json!([
        replace("/draws/0/reserves/0", list[last].clone()),
        replace(&format!("/draws/0/reserves/{last}"), list[0].clone())
    ]);
    vec![
        record(
            ("reserve-id", "another entity among the reserves"),
            &["D2"],
            (&at("id"), json!(neither(record_of))),
            ALONE,
            &["draw.tickets"],
        ),
        record(
            ("reserve-ticket", "another ticket of a reserve"),
            &["D2"],
            (&at("ticket"), json!("ff".repeat(32))),
            ALONE,
            &["draw.tickets"],
        ),
        record(
            ("reserve-stratum", "a reserve of an unknown stratum"),
            &["D3"],
            (&at("stratum"), json!("medium")),
            ALONE,
            &["draw.reserves"],
        ),
        patched(
            ("reserves-swapped", "two reserves swapped"),
            &["D3"],
            swapped,
            ALONE,
            &["draw.reserves"],
        ),
        patched(
            ("reserve-removed", "one reserve less than the plan requires"),
            &["D3"],
            json!([remove(&format!("/draws/0/reserves/{last}"))]),
            PLAN,
            &["draw.reserves"],
        ),
    ]
}

/// With a blinded commitment, tickets need the secret.
pub(super) fn blinded() -> Vec<Change> {
    let secret: &[&str] = &["secret"];
    let registry: &[&str] = &["registry", "secret"];
    vec![
        record(
            ("ticket", "another ticket, found only with the secret"),
            &["S2", "D2"],
            ("/draws/0/selected/0/ticket", json!("00".repeat(32))),
            secret,
            &["draw.tickets"],
        ),
        Change::of(
            (
                "other-secret",
                "a secret that is not the one of the commitment",
            ),
            &["S2", "D2"],
            "ceremony.json",
            ("/secret", json!("5f".repeat(32))),
            registry,
            Fails(&["registry.root"]),
        ),
        Change::of(
            (
                "last-commitment",
                "another commitment to the last ticket of a stratum",
            ),
            &["E2"],
            "public",
            ("/draws/0/last/0/commitment", json!("00".repeat(32))),
            &["plan", "registry", "history", "secret"],
            Fails(&["public.selection"]),
        ),
        patched(
            ("unblinded", "blinded removed from the commitment"),
            &["S2", "R2"],
            json!([remove("/commitment/blinded")]),
            ALONE,
            &["record.seed", "draw.tickets"],
        ),
        Change::patched(
            (
                "blinded-false",
                "blinded: false, a default that must be omitted",
            ),
            &["C2c"],
            "record",
            json!([replace("/commitment/blinded", json!(false))]),
            ALONE,
            Refused("json.written-default"),
        ),
    ]
}
