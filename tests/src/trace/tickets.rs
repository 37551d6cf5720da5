//! Tickets, selected entities, reserves and the order of visits [D1–D3].

use serde_json::{Value, json};
use suiji::Digest;

use super::sheet::Task;
use super::{Given, hex, number, text};

/// A drawn entity.
#[derive(Clone)]
pub(super) struct DrawnEntity<'g> {
    pub(super) row: &'g Value,
    pub(super) id: &'g str,
    pub(super) stratum: &'g str,
    pub(super) ticket: Digest,
}

pub(super) struct Draw<'g> {
    pub(super) key: Digest,
    pub(super) selected: Vec<DrawnEntity<'g>>,
    pub(super) reserves: Vec<DrawnEntity<'g>>,
    pub(super) steps: Value,
}

pub(super) fn draw<'g>(given: &'g Given, task: &Task<'g>, seed: &Digest) -> Draw<'g> {
    let of_plan = plan_task(given, task.id);
    // [D1]
    let name = task
        .coordination
        .map_or(["task", task.id], |group| ["coordination", group]);
    let parts = [
        seed.as_bytes().as_slice(),
        name[0].as_bytes(),
        name[1].as_bytes(),
    ];
    let (key, order) = (
        given.hash.derive("draw", &parts),
        given.hash.derive("order", &parts),
    );
    let (mut selected, mut reserves, mut strata) = (Vec::new(), Vec::new(), Vec::new());
    for stratum in &task.strata {
        // [D3]
        let framed = task
            .framed
            .rows
            .iter()
            .filter(|(_, name)| *name == stratum.name);
        let mut all: Vec<DrawnEntity<'g>> = framed
            .map(|&(row, stratum)| {
                let id = text(&row["id"]);
                let ticket = ticket(given, &key, id);
                DrawnEntity {
                    row,
                    id,
                    stratum,
                    ticket,
                }
            })
            .collect();
        all.sort_by_key(|drawn| (*drawn.ticket.as_bytes(), drawn.id));
        let tickets = all.iter();
        let tickets: Vec<Value> = tickets
            .map(|drawn| json!({"id": drawn.id, "ticket": hex(&drawn.ticket)}))
            .collect();
        strata.push(json!({"stratum": stratum.name, "tickets": tickets}));
        let take = usize::try_from(stratum.take).expect("not more than the rows");
        let rest = all.split_off(take);
        selected.extend(all);
        let count = number(&of_plan["reserves"]).unwrap_or(0);
        reserves.extend(rest.into_iter().zip(0..count).map(|(drawn, _)| drawn));
    }
    let lot = |id: &str| {
        given
            .hash
            .digest(&[order.as_bytes(), id.as_bytes()].concat())
    };
    selected.sort_by_key(|drawn| (*lot(drawn.id).as_bytes(), drawn.id));
    let visits = selected.iter();
    let visits: Vec<Value> = visits
        .map(|drawn| json!({"id": drawn.id, "order": hex(&lot(drawn.id))}))
        .collect();
    let steps = json!({
        "keys": {"of": name, "draw": hex(&key), "order": hex(&order)}, "strata": strata, "visits": visits});
    Draw {
        key,
        selected,
        reserves,
        steps,
    }
}

pub(super) fn plan_task<'g>(given: &'g Given, id: &str) -> &'g Value {
    let tasks = given.plan["tasks"].as_array();
    let mut tasks = tasks.into_iter().flatten();
    tasks
        .find(|task| task["id"] == id)
        .expect("a task of the plan")
}

/// [D2]
fn ticket(given: &Given, key: &Digest, id: &str) -> Digest {
    let salt = given.salt("registry", &[id]);
    let salt = salt.as_ref().map_or(&[][..], |salt| salt.as_bytes());
    given
        .hash
        .digest(&[key.as_bytes(), id.as_bytes(), salt].concat())
}
