//! The record and its public form [E1, E2].

use serde_json::{Value, json};
use suiji::Digest;

use super::sheet::Sheet;
use super::teams::{Staffed, has_team};
use super::tickets::{Draw, DrawnEntity};
use super::{Given, hex, jcs, list, put, text};

pub(super) fn record(
    given: &Given,
    sheet: &Sheet<'_>,
    contributions: &Value,
    seed: &Digest,
    draws: &[Draw<'_>],
    staffed: &Staffed,
) -> Value {
    let draws = sheet.tasks.iter().zip(draws).zip(&staffed.seats);
    let draws: Vec<Value> = draws
        .map(|((task, draw), seats)| {
            let mut drawn = json!({"task": task.id, "key": hex(&draw.key)});
            put(
                &mut drawn,
                "selected",
                draw.selected.iter().map(row).collect(),
            );
            put(
                &mut drawn,
                "reserves",
                draw.reserves.iter().map(row).collect(),
            );
            if has_team(given, task.id) {
                let teams = draw.selected.iter().zip(seats);
                put(
                    &mut drawn,
                    "teams",
                    teams.map(|(of, seats)| team(given, of, seats)).collect(),
                );
            }
            drawn
        })
        .collect();
    json!({
        "spec": "suiji-v1", "commitment": sheet.commitment, "contributions": contributions,
        "seed": hex(seed), "draws": draws})
}

fn row(drawn: &DrawnEntity<'_>) -> Value {
    json!({"id": drawn.id, "stratum": drawn.stratum, "ticket": hex(&drawn.ticket)})
}

/// [T5]
fn team(given: &Given, of: &DrawnEntity<'_>, seats: &[Option<usize>]) -> Value {
    let members = seats
        .iter()
        .flatten()
        .map(|&v| given.roster[v]["id"].clone());
    let vacant = (0..seats.len()).filter(|&seat| seats[seat].is_none());
    let mut team = json!({"entity": of.id});
    put(&mut team, "members", members.collect());
    put(
        &mut team,
        "vacant",
        vacant.map(|seat| json!(seat)).collect(),
    );
    team
}

pub(super) fn public(given: &Given, record: &Value) -> Value {
    let sheets = list(&record["commitment"]["tasks"]).iter();
    let draws: Vec<Value> = sheets
        .zip(list(&record["draws"]))
        .map(|(sheet, draw)| {
            let selected = list(&draw["selected"]);
            let last = list(&sheet["strata"]).iter().filter_map(|stratum| {
                let ticket = cutoff(draw, text(&stratum["stratum"]))?;
                Some(json!({"stratum": stratum["stratum"], "ticket": ticket}))
            });
            let mut public = json!({"task": draw["task"]});
            put(&mut public, "last", last.collect());
            put(
                &mut public,
                "selected",
                selected.iter().map(|of| of["id"].clone()).collect(),
            );
            public
        })
        .collect();
    json!({
        "spec": "suiji-v1", "record": hex(&given.hash.digest(jcs(record).as_bytes())),
        "commitment": record["commitment"], "contributions": record["contributions"],
        "seed": record["seed"], "draws": draws})
}

/// The greatest selected ticket of a stratum.
pub(super) fn cutoff<'r>(draw: &'r Value, stratum: &str) -> Option<&'r str> {
    let of_stratum = list(&draw["selected"])
        .iter()
        .filter(|of| of["stratum"] == stratum);
    of_stratum.map(|of| text(&of["ticket"])).max()
}
