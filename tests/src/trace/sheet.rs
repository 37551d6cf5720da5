//! The sealed sheet [S1–S3a, S5].

use serde_json::{Value, json};
use suiji::{Digest, Hash};

use super::allocation::{self, Stratum};
use super::form::{Form, shortage};
use super::frame::{self, Framed};
use super::{Given, clean, hex, jcs, list, put, text};
use crate::merkle;

/// A tree with its leaves.
pub(super) struct Tree {
    pub(super) hash: Hash,
    pub(super) leaves: Vec<String>,
}

impl Tree {
    /// [S1]
    pub(super) fn root(&self) -> Digest {
        merkle(self.hash, &self.leaves)
    }

    pub(super) fn json(&self) -> Value {
        json!({"leaves": self.leaves, "root": hex(&self.root())})
    }

    fn sealed(&self) -> Value {
        json!({"root": hex(&self.root()), "size": self.leaves.len()})
    }
}

/// A task as it was sealed.
pub(super) struct Task<'g> {
    pub(super) id: &'g str,
    pub(super) framed: Framed<'g>,
    pub(super) strata: Vec<Stratum<'g>>,
    pub(super) frame: Tree,
    pub(super) excluded: Tree,
    pub(super) form: Option<Form<'g>>,
    pub(super) steps: Value,
}

pub(super) struct Sheet<'g> {
    pub(super) registry: Tree,
    pub(super) roster: Tree,
    pub(super) history: Tree,
    pub(super) tasks: Vec<Task<'g>>,
    pub(super) commitment: Value,
}

pub(super) fn seal<'g>(given: &'g Given, ceremony: &Value) -> Sheet<'g> {
    let by_id = |tree: &str, rows: &[Value]| given.tree(tree, rows, |row| vec![text(&row["id"])]);
    let registry = by_id("registry", &given.registry);
    let roster = by_id("roster", &given.roster);
    let history = given.tree("history", &given.history, |row| {
        clean::visit_key(row).into()
    });
    let tasks: Vec<Task<'g>> = (0..list(&given.plan["tasks"]).len())
        .map(|index| task(given, index))
        .collect();
    // [S3a]
    let mut commitment = json!({
        "spec": "suiji-v1", "hash": ceremony["hash"], "sealed_at": ceremony["sealed_at"],
        "authority": given.plan["authority"], "year": given.plan["year"],
        "plan": hex(&given.hash.digest(jcs(&given.plan).as_bytes())),
        "registry": registry.sealed(), "roster": roster.sealed(), "history": history.sealed(),
        "tasks": tasks.iter().map(sealed_task).collect::<Vec<_>>(),
        "sources": ceremony["sources"],
    });
    if given.secret.is_some() {
        commitment["blinded"] = json!(true);
    }
    for field in ["previous", "follows", "supersedes"] {
        if let Some(value) = ceremony.get(field) {
            commitment[field] = value.clone();
        }
    }
    Sheet {
        registry,
        roster,
        history,
        tasks,
        commitment,
    }
}

fn task(given: &Given, index: usize) -> Task<'_> {
    let task = given.task(index);
    let id = text(&task["id"]);
    let framed = frame::frame(given, task);
    let (strata, allocation) = allocation::allocate(given, task, &framed);
    let key = |row: &Value| vec![text(&row["id"]).to_owned()];
    let leaves = |tree: &str, rows: Vec<Value>| Tree {
        hash: given.hash,
        leaves: rows
            .iter()
            .map(|row| {
                given.leaf(
                    tree,
                    row,
                    &key(row).iter().map(String::as_str).collect::<Vec<_>>(),
                )
            })
            .collect(),
    };
    let rows = framed.rows.iter();
    let rows = rows.map(|(row, stratum)| json!({"id": row["id"], "stratum": stratum}));
    let frame = leaves(&format!("frame/{id}"), rows.collect());
    let rows = framed.excluded.iter();
    let rows = rows.map(|(id, reason)| json!({"id": id, "reason": reason}));
    let excluded = leaves(&format!("excluded/{id}"), rows.collect());
    let form = Form::of(&given.plan, task);
    let mut steps = json!({
        "task": id, "frame": frame.json(), "excluded": excluded.json(), "allocation": allocation});
    if let Some(form) = &form {
        put(&mut steps, "short", shortage(given, form, &framed));
    }
    Task {
        id,
        framed,
        strata,
        frame,
        excluded,
        form,
        steps,
    }
}

fn sealed_task(task: &Task<'_>) -> Value {
    let strata = task.strata.iter();
    let strata: Vec<Value> = strata
        .map(|of| json!({"stratum": of.name, "size": of.size, "take": of.take}))
        .collect();
    let mut sealed = json!({
        "id": task.id, "frame": task.frame.sealed(), "excluded": task.excluded.sealed(), "strata": strata});
    let short = list(&task.steps["short"]).len();
    if short > 0 {
        sealed["short"] = json!(short);
    }
    sealed
}

impl Given {
    fn tree(&self, name: &str, rows: &[Value], key: impl Fn(&Value) -> Vec<&str>) -> Tree {
        let leaves = rows.iter().map(|row| self.leaf(name, row, &key(row)));
        Tree {
            hash: self.hash,
            leaves: leaves.collect(),
        }
    }

    /// [S2] The JCS of a row, with its salt on a blinded sheet.
    pub(super) fn leaf(&self, tree: &str, row: &Value, key: &[&str]) -> String {
        let mut row = row.clone();
        if let Some(salt) = self.salt(tree, key) {
            row["salt"] = json!(hex(&salt));
        }
        jcs(&row)
    }
}
