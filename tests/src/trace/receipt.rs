//! The receipt of one entity [G1–G5].

use serde_json::{Value, json};
use suiji::{Digest, Hash};

use super::record::cutoff;
use super::sheet::{Sheet, Task, Tree};
use super::{Given, Trace, clean, frame, hex, jcs, list, merged, put, sheet, text, tickets};
use crate::{Small, merkle};

/// The receipt that the office gives to the entity.
pub fn receipt(case: &Small, trace: &Trace, id: &str) -> Value {
    let given = Given::of(case);
    let sheet = sheet::seal(&given, &case.ceremony);
    let record = given.hash.digest(jcs(&trace.record).as_bytes());
    let mut receipt = json!({"spec": "suiji-v1", "record": hex(&record), "entity": id});
    let place = given.registry.iter().position(|row| row["id"] == id);
    if let Some(place) = place {
        let mut own = json!({"row": given.registry[place]});
        if let Some(salt) = given.salt("registry", &[id]) {
            own["row"] = given.without_extra(&given.registry[place], &salt);
            if let Some(digest) = own["row"]
                .as_object_mut()
                .and_then(|row| row.remove("extra_digest"))
            {
                own["extra_digest"] = digest;
            }
        }
        let proven = given.proven(&sheet.registry, "registry", &[id], place);
        receipt["registry"] = merged(&own, &proven);
    }
    let of_entity = given
        .history
        .iter()
        .enumerate()
        .filter(|(_, row)| row["entity"] == id);
    let history = of_entity.map(|(place, row)| {
        let proven = given.proven(&sheet.history, "history", &clean::visit_key(row), place);
        merged(&json!({"row": row}), &proven)
    });
    put(&mut receipt, "history", history.collect());
    let row = place.map(|place| &given.registry[place]);
    let tasks = statements(&given, &sheet, trace, id, row);
    receipt["tasks"] = json!(tasks);
    receipt
}

fn statements(
    given: &Given,
    sheet: &Sheet<'_>,
    trace: &Trace,
    id: &str,
    row: Option<&Value>,
) -> Vec<Value> {
    let draws = list(&trace.record["draws"]);
    let of = |(task, draw): (&Task<'_>, &Value)| {
        let plan = tickets::plan_task(given, task.id);
        let said = json!({"task": task.id});
        let framed = task.framed.rows.iter().position(|(row, _)| row["id"] == id);
        let excluded = task
            .framed
            .excluded
            .iter()
            .position(|(other, _)| *other == id);
        let more = match (row, framed, excluded) {
            (_, Some(place), _) => in_frame(given, task, draw, id, place),
            (_, _, Some(place)) => {
                let tree = format!("excluded/{}", task.id);
                let proven = given.proven(&task.excluded, &tree, &[id], place);
                let reason = json!({"reason": task.framed.excluded[place].1});
                json!({"state": "excluded", "excluded": merged(&reason, &proven)})
            }
            (Some(row), ..) if row.get("status").is_some() => json!({"state": "inactive"}),
            (Some(row), ..) => {
                assert!(!frame::matches(plan, row), "in the frame or excluded");
                json!({"state": "out_of_scope"})
            }
            _ => json!({"state": "absent"}),
        };
        merged(&said, &more)
    };
    sheet.tasks.iter().zip(draws).map(of).collect()
}

/// [G3–G5]
fn in_frame(given: &Given, task: &Task<'_>, draw: &Value, id: &str, place: usize) -> Value {
    let name = task.framed.rows[place].1;
    let mut strata = task.strata.iter();
    let stratum = strata
        .find(|of| of.name == name)
        .expect("a stratum of the frame");
    let key = text(&draw["key"]);
    let mut said = json!({
        "state": "not_selected", "stratum": name, "ticket": ticket(given, key, id),
        "probability": {"numer": stratum.take, "denom": stratum.size}});
    if let Some(cutoff) = cutoff(draw, name) {
        said["cutoff"] = json!(cutoff);
        if let Some(salt) = given.salt(&format!("last/{}", task.id), &[name]) {
            said["cutoff_salt"] = json!(hex(&salt));
        }
    }
    if given.secret.is_some() {
        let tree = format!("frame/{}", task.id);
        said["frame"] = given.proven(&task.frame, &tree, &[id], place);
    }
    let mut reserves = list(&draw["reserves"])
        .iter()
        .filter(|of| of["stratum"] == name);
    if let Some(at) = reserves.position(|of| of["id"] == id) {
        said["state"] = json!("reserve");
        said["reserve"] = json!(at + 1);
    }
    let at = list(&draw["selected"]).iter().position(|of| of["id"] == id);
    if let Some(at) = at {
        said["state"] = json!("selected");
        for field in ["members", "vacant"] {
            put(&mut said, field, list(&draw["teams"][at][field]).to_vec());
        }
    }
    said
}

fn ticket(given: &Given, key: &str, id: &str) -> String {
    let key: Digest = key.parse().expect("a key of the record");
    let salt = given.salt("registry", &[id]);
    let salt = salt.as_ref().map_or(&[][..], |salt| salt.as_bytes());
    hex(&given
        .hash
        .digest(&[key.as_bytes(), id.as_bytes(), salt].concat()))
}

impl Given {
    /// [G2] Salt, place and proof; nothing without blinding.
    fn proven(&self, tree: &Tree, name: &str, key: &[&str], place: usize) -> Value {
        let Some(salt) = self.salt(name, key) else {
            return json!({});
        };
        let mut proven = json!({"salt": hex(&salt), "index": place});
        put(&mut proven, "proof", path(self.hash, place, &tree.leaves));
        proven
    }
}

/// PATH(m, D) of RFC 9162, 2.1.3.1.
fn path(hash: Hash, place: usize, leaves: &[String]) -> Vec<Value> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let half = leaves.len().next_power_of_two() / 2;
    let (left, right) = leaves.split_at(half);
    let (mut below, beside) = if place < half {
        (path(hash, place, left), merkle(hash, right))
    } else {
        (path(hash, place - half, right), merkle(hash, left))
    };
    below.push(json!(hex(&beside)));
    below
}
