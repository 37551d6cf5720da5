//! Changes of what was drawn [V1].

use serde_json::{Value, json};

use super::{ALONE, Change, FRAMES, Fails, OTHER, PLAN, Refused, teams};
use crate::Small;
use crate::trace::walk;
use crate::vectors::patch::{add, remove, replace};

pub(super) fn all(base: &Small) -> Vec<Change> {
    let record = walk(base).record;
    let mut all = beginning();
    all.extend(selected(&record));
    all.extend(reserves(&record));
    all.extend(teams::all(&record));
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

fn beginning() -> Vec<Change> {
    let nonce = json!("44".repeat(32));
    let draw = json!({"task": "J3", "key": OTHER});
    vec![
        Change::of(
            ("spec", "a record of a version that is not there yet"),
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
            ("throws", "other throws, that could have fallen"),
            &["R2"],
            ("/contributions/0/value", json!("11112222333444555556")),
            ALONE,
            &["record.seed"],
        ),
        record(
            ("seventh-face", "a seven among the throws"),
            &["S4b", "R1"],
            ("/contributions/0/value", json!("11112222333444555557")),
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
                "a live value where a value was committed",
            ),
            &["R1"],
            json!([
                replace("/contributions/1/kind", json!("live")),
                remove("/contributions/1/nonce")
            ]),
            ALONE,
            &["contributions.match"],
        ),
        patched(
            ("contribution-missing", "a source without its contribution"),
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
            ("draw-missing", "a task without its draw"),
            &["E1"],
            json!([remove("/draws/1")]),
            ALONE,
            &["record.tasks"],
        ),
        patched(
            ("draw-too-many", "a draw of no task"),
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

/// An entity of that stratum in neither list: of low there are enough.
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

/// The place of the first in a list of that stratum.
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
    let favoured = json!([
        replace(&format!("/draws/0/selected/{low}"), reserve.clone()),
        replace(&first_reserve, chosen.clone())
    ]);
    vec![
        record(
            (
                "selected-id",
                "another entity in the place of one who was drawn, with his ticket",
            ),
            &["D2"],
            (&at("id"), json!(neither(record_of))),
            ALONE,
            &["draw.tickets", "draw.teams"],
        ),
        record(
            ("selected-stratum", "another stratum of one who was drawn"),
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
            ("selected-missing", "one less than was sealed"),
            &["D3"],
            json!([remove("/draws/0/selected/0")]),
            ALONE,
            &["draw.sizes"],
        ),
        patched(
            ("selected-twice", "one stands twice"),
            &["D3"],
            twice,
            ALONE,
            &["draw.unique", "draw.sizes"],
        ),
        patched(
            ("selected-swapped", "two in the other order"),
            &["D3"],
            swapped,
            PLAN,
            &["draw.order"],
        ),
        patched(
            (
                "reserve-for-selected",
                "the first reserve and one who was drawn have changed places, tickets and all",
            ),
            &["D3"],
            favoured,
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
            ("reserve-stratum", "a reserve of a stratum that is none"),
            &["D3"],
            (&at("stratum"), json!("medium")),
            ALONE,
            &["draw.reserves"],
        ),
        patched(
            ("reserves-swapped", "two reserves in the other order"),
            &["D3"],
            swapped,
            ALONE,
            &["draw.reserves"],
        ),
        patched(
            ("reserve-missing", "a reserve less than the plan asks for"),
            &["D3"],
            json!([remove(&format!("/draws/0/reserves/{last}"))]),
            PLAN,
            &["draw.reserves"],
        ),
    ]
}

/// On a blinded sheet tickets need the secret.
pub(super) fn blinded() -> Vec<Change> {
    let secret: &[&str] = &["secret"];
    let registry: &[&str] = &["registry", "secret"];
    vec![
        record(
            (
                "ticket",
                "another ticket, which only those find who have the secret",
            ),
            &["S2", "D2"],
            ("/draws/0/selected/0/ticket", json!("00".repeat(32))),
            secret,
            &["draw.tickets"],
        ),
        Change::of(
            ("other-secret", "another secret than that of the sheet"),
            &["S2", "D2"],
            "ceremony.json",
            ("/secret", json!("5f".repeat(32))),
            registry,
            Fails(&["registry.root", "draw.tickets"]),
        ),
        patched(
            ("unblinded", "the sheet says that it is not blinded"),
            &["S2", "R2"],
            json!([remove("/commitment/blinded")]),
            ALONE,
            &["record.seed", "draw.tickets"],
        ),
        Change::patched(
            (
                "blinded-false",
                "blinded: false, which is written by leaving it out",
            ),
            &["C2c"],
            "record",
            json!([replace("/commitment/blinded", json!(false))]),
            ALONE,
            Refused("json.written-default"),
        ),
    ]
}
