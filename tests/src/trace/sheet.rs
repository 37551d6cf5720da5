//! The sealed commitment [S1–S3a, S5].

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
    pub(super) coordination: Option<&'g str>,
    /// The reasons of the excluded entities in the order of [F2], each with the number of entities.
    reasons: Vec<(&'g str, usize)>,
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

impl Sheet<'_> {
    /// [S3b]
    pub(super) fn digest(&self, given: &Given) -> Digest {
        given.hash.digest(jcs(&self.commitment).as_bytes())
    }
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
        "spec": "suiji-v1", "hash": given.hash.as_str(), "sealed_at": ceremony["sealed_at"],
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
    let (strata, allocation) =
        allocation::allocate(given, task, &framed).expect("a right case can be allocated");
    let leaves =
        |tree: &str, rows: Vec<Value>| given.tree(tree, &rows, |row| vec![text(&row["id"])]);
    let rows = framed.rows.iter();
    let rows = rows.map(|(row, stratum)| json!({"id": row["id"], "stratum": stratum}));
    let frame = leaves(&format!("frame/{id}"), rows.collect());
    let rows = framed.excluded.iter();
    let rows = rows.map(|(id, reason)| json!({"id": id, "reason": reason}));
    let excluded = leaves(&format!("excluded/{id}"), rows.collect());
    let form = Form::of(given, task);
    let mut steps = json!({
        "task": id, "frame": frame.json(), "excluded": excluded.json(), "allocation": allocation});
    if let Some(form) = &form {
        put(&mut steps, "short", shortage(given, form, &framed));
    }
    let coordination = task.get("coordination").map(text);
    let reasons = frame::reasons(given, task).into_iter().map(|(reason, _)| {
        let of = framed.excluded.iter().filter(|(_, of)| *of == reason);
        (reason, of.count())
    });
    let reasons = reasons.filter(|(_, size)| *size > 0).collect();
    Task {
        id,
        coordination,
        reasons,
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
    if let Some(group) = task.coordination {
        sealed["coordination"] = json!(group);
    }
    let reasons = task.reasons.iter();
    let reasons = reasons.map(|(reason, size)| json!({"reason": reason, "size": size}));
    put(&mut sealed["excluded"], "reasons", reasons.collect());
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

    /// [S2] The JCS of a row. With a blinded commitment it has a salt. A row of the registry then has a digest in place
    /// of `extra`.
    fn leaf(&self, tree: &str, row: &Value, key: &[&str]) -> String {
        let mut row = row.clone();
        if let Some(salt) = self.salt(tree, key) {
            if tree == "registry" {
                row = self.without_extra(&row, &salt);
            }
            row["salt"] = json!(hex(&salt));
        }
        jcs(&row)
    }

    /// [S2] A row of the registry with `extra_digest` in place of `extra`.
    pub(super) fn without_extra(&self, row: &Value, salt: &Digest) -> Value {
        let mut row = row.clone();
        let extra = row.as_object_mut().and_then(|row| row.remove("extra"));
        if let Some(extra) = extra {
            let extra = jcs(&extra);
            let parts = [salt.as_bytes().as_slice(), extra.as_bytes()];
            row["extra_digest"] = json!(hex(&self.hash.derive("extra", &parts)));
        }
        row
    }
}
