//! Changes to teams [T5].

use serde_json::{Value, json};

use super::records::{patched, record};
use super::{ALL, ALONE, Change};
use crate::vectors::patch::{add, remove, replace};

/// The places of a team with a vacant seat and of a full team.
fn places(record: &Value) -> (usize, usize) {
    let teams = record["draws"][0]["teams"].as_array();
    let place = |vacant: bool| {
        let place = teams.and_then(|teams| {
            teams
                .iter()
                .position(|team| team.get("vacant").is_some() == vacant)
        });
        place.unwrap_or_else(|| unreachable!("the base has both"))
    };
    (place(true), place(false))
}

pub(super) fn all(record_of: &Value) -> Vec<Change> {
    let (short, full) = places(record_of);
    let team = &record_of["draws"][0]["teams"][full];
    let at = |field: &str| format!("/draws/0/teams/{full}/{field}");
    let members = [&team["members"][0], &team["members"][1]];
    let inspectors = ["Z1", "Z2", "Z3", "Z4"];
    let other = inspectors
        .into_iter()
        .find(|id| !members.contains(&&json!(id)));
    let swapped = json!([replace(&at("members"), json!([members[1], members[0]]))]);
    vec![
        record(
            ("team-entity", "a team for another entity"),
            &["T5"],
            (&at("entity"), json!("F99")),
            ALONE,
            &["draw.teams"],
        ),
        record(
            ("member", "another inspector who is eligible"),
            &["T4"],
            (&at("members/0"), json!(other)),
            ALL,
            &["roster.teams"],
        ),
        patched(
            ("members-swapped", "two inspectors swapped"),
            &["T4", "T5"],
            swapped,
            ALL,
            &["roster.teams"],
        ),
        record(
            ("member-twice", "one inspector in two seats"),
            &["T5"],
            (&at("members/0"), members[1].clone()),
            ALONE,
            &["draw.teams"],
        ),
        record(
            ("vacant", "another vacant seat"),
            &["T5"],
            (&format!("/draws/0/teams/{short}/vacant/0"), json!(0)),
            ALL,
            &["roster.teams"],
        ),
        patched(
            ("vacant-filled", "an inspector in the vacant seat"),
            &["T4.6"],
            json!([
                add(&format!("/draws/0/teams/{short}/members/-"), json!("Z1")),
                remove(&format!("/draws/0/teams/{short}/vacant"))
            ]),
            ALL,
            &["roster.teams"],
        ),
        patched(
            ("joins-removed", "a team of two tasks as if it were of one"),
            &["T7"],
            json!([remove("/draws/1/teams/0/joins")]),
            ALL,
            &["roster.teams"],
        ),
        record(
            ("joins-other", "a team that joins a later task"),
            &["T7"],
            ("/draws/1/teams/0/joins", json!("J2")),
            ALONE,
            &["draw.joins"],
        ),
        record(
            (
                "joined-member",
                "another member than in the team that it joins",
            ),
            &["T7"],
            ("/draws/1/teams/0/members/0", json!("Z9")),
            ALONE,
            &["draw.joins"],
        ),
        patched(
            ("team-removed", "a selected entity without a team"),
            &["T5"],
            json!([remove(&format!("/draws/0/teams/{full}"))]),
            ALONE,
            &["draw.teams"],
        ),
    ]
}
