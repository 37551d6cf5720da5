//! The record and its public form [E1, E2].

use serde_json::{Value, json};
use suiji::Digest;

use super::board::Board;
use super::sheet::Sheet;
use super::teams::one_visit;
use super::tickets::{Draw, DrawnEntity};
use super::{Given, digest, hex, jcs, list, put, text};

pub(super) fn record(
    sheet: &Sheet<'_>,
    contributions: &Value,
    seed: &Digest,
    draws: &[Draw<'_>],
    board: &Board<'_>,
) -> Value {
    let each = (0..draws.len()).map(|task| {
        let draw = &draws[task];
        let mut drawn = json!({"task": sheet.tasks[task].id, "key": hex(&draw.key)});
        let rows = |of: &[DrawnEntity<'_>]| of.iter().map(row).collect();
        put(&mut drawn, "selected", rows(&draw.selected));
        put(&mut drawn, "reserves", rows(&draw.reserves));
        if sheet.tasks[task].form.is_some() {
            let teams = draw.selected.iter();
            let teams = teams.map(|of| team(board, draws, task, of.id));
            put(&mut drawn, "teams", teams.collect());
        }
        drawn
    });
    json!({
        "spec": "suiji-v1", "commitment": sheet.commitment, "contributions": contributions,
        "seed": hex(seed), "draws": each.collect::<Vec<_>>()})
}

fn row(drawn: &DrawnEntity<'_>) -> Value {
    json!({"id": drawn.id, "stratum": drawn.stratum, "ticket": hex(&drawn.ticket)})
}

/// [T5, T7]
fn team(board: &Board<'_>, draws: &[Draw<'_>], task: usize, id: &str) -> Value {
    let joins = one_visit(board.tasks, draws, task, id);
    let mut team = json!({"entity": id});
    put_seats(&mut team, &board.seats_of(task, joins.unwrap_or(task), id));
    if let Some(joins) = joins {
        team["joins"] = json!(board.tasks[joins].id);
    }
    team
}

/// [T5] `members` and `vacant`.
pub(super) fn put_seats(team: &mut Value, seats: &[Option<impl AsRef<str>>]) {
    let members = seats.iter().flatten().map(|id| json!(id.as_ref()));
    put(team, "members", members.collect());
    let vacant = (0..seats.len()).filter(|&seat| seats[seat].is_none());
    put(team, "vacant", vacant.map(|seat| json!(seat)).collect());
}

/// The public form, and the steps of `last` on a blinded commitment.
pub(super) fn public(given: &Given, record: &Value) -> (Value, Vec<Value>) {
    let mut steps = Vec::new();
    let mut draws = Vec::new();
    let sheets = list(&record["commitment"]["tasks"]).iter();
    for (sheet, draw) in sheets.zip(list(&record["draws"])) {
        let task = text(&draw["task"]);
        let mut last = Vec::new();
        for stratum in list(&sheet["strata"]) {
            let name = text(&stratum["stratum"]);
            let Some(ticket) = cutoff(draw, name) else {
                continue;
            };
            // [E2]
            let Some(salt) = given.salt(&format!("last/{task}"), &[name]) else {
                last.push(json!({"stratum": name, "ticket": ticket}));
                continue;
            };
            let parts = [*salt.as_bytes(), *digest(&json!(ticket)).as_bytes()];
            let commitment = given.hash.derive("commit", &[&parts[0], &parts[1]]);
            last.push(json!({"stratum": name, "commitment": hex(&commitment)}));
            steps
                .push(json!({"task": task, "stratum": name, "salt": hex(&salt), "ticket": ticket}));
        }
        let mut public = json!({"task": task});
        put(&mut public, "last", last);
        let selected = list(&draw["selected"]).iter();
        put(
            &mut public,
            "selected",
            selected.map(|of| of["id"].clone()).collect(),
        );
        draws.push(public);
    }
    let public = json!({
        "spec": "suiji-v1", "record": hex(&given.hash.digest(jcs(record).as_bytes())),
        "commitment": record["commitment"], "contributions": record["contributions"],
        "seed": record["seed"], "draws": draws});
    (public, steps)
}

/// The greatest selected ticket of a stratum.
pub(super) fn cutoff<'r>(draw: &'r Value, stratum: &str) -> Option<&'r str> {
    let of_stratum = list(&draw["selected"])
        .iter()
        .filter(|of| of["stratum"] == stratum);
    of_stratum.map(|of| text(&of["ticket"])).max()
}
