//! Changes of receipts and of the public form beside them, and the statements that must fail.

use serde_json::{Value, json};

use super::states;
use crate::vectors::patch::{add, remove, replace};

pub(super) const OTHER: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The changes of one receipt, in one order.
pub(super) struct Changes(Vec<Value>);

impl Changes {
    /// A change that fails statements.
    pub(super) fn fails(
        &mut self,
        named: (&str, &str),
        rules: &[&str],
        patch: Value,
        fails: &[&str],
    ) {
        self.push("receipt", named, rules, patch, json!({"fails": fails}));
    }

    /// A change that fails the statement on the scope with the plan and without [G3].
    pub(super) fn inactive(&mut self, (name, about): (&str, &str), patch: &Value) {
        let alone = format!("{name}-without-plan");
        self.fails((name, about), &["G3"], patch.clone(), &["receipt.scope"]);
        self.fails((&alone, about), &["G3"], patch.clone(), &["receipt.scope"]);
        if let Some(last) = self.0.last_mut() {
            last["with_plan"] = json!(false);
        }
    }

    /// A change of the public form.
    pub(super) fn form(
        &mut self,
        named: (&str, &str),
        rules: &[&str],
        patch: Value,
        fails: &[&str],
    ) {
        self.push("public", named, rules, patch, json!({"fails": fails}));
    }

    /// A change for which the receipt is refused as it is read.
    pub(super) fn refused(&mut self, named: (&str, &str), rules: &[&str], patch: Value) {
        self.push(
            "receipt",
            named,
            rules,
            patch,
            json!({"refused": "receipt.fields"}),
        );
    }

    fn push(
        &mut self,
        change: &str,
        (name, about): (&str, &str),
        rules: &[&str],
        patch: Value,
        found: Value,
    ) {
        // What the plan alone shows is on trust without it [G3, G4].
        let plan = ["receipt.key", "receipt.scope", "receipt.reserve"];
        let mut fails = found["fails"].as_array().into_iter().flatten();
        let with_plan = fails.any(|check| plan.iter().any(|id| check == id));
        let mut case = json!({
            "name": name, "about": about, "rules": rules, "change": change, "patch": patch, "with_plan": with_plan});
        if let (Value::Object(case), Value::Object(found)) = (&mut case, found) {
            case.extend(found);
        }
        self.0.push(case);
    }

    /// Salt, place and proof of something proven: each of them, and the proof cut short.
    fn proven(&mut self, at: &str, names: [&'static str; 4], rules: &[&str], check: &str) {
        let [salt, index, proof, cut] = names;
        self.fails(
            (salt, "another salt"),
            rules,
            json!([replace(&format!("{at}/salt"), json!(OTHER))]),
            &[check],
        );
        self.fails(
            (index, "another place in the tree"),
            rules,
            json!([replace(&format!("{at}/index"), json!(99))]),
            &[check],
        );
        self.fails(
            (proof, "another node in the proof"),
            rules,
            json!([replace(&format!("{at}/proof/0"), json!(OTHER))]),
            &[check],
        );
        self.fails(
            (cut, "a proof of one node less"),
            rules,
            json!([remove(&format!("{at}/proof/0"))]),
            &[check],
        );
    }
}

pub(super) fn of(state: &str, receipt: &Value, blinded: bool) -> Vec<Value> {
    let mut changes = Changes(Vec::new());
    whole(&mut changes, receipt, blinded);
    match state {
        "selected" | "reserve" | "not_selected" => framed(&mut changes, receipt, blinded),
        "excluded" => excluded(&mut changes, blinded),
        _ => {}
    }
    states::of(&mut changes, state, receipt);
    changes.0
}

fn whole(changes: &mut Changes, receipt: &Value, blinded: bool) {
    changes.fails(
        ("record", "a receipt of another record"),
        &["G1"],
        json!([replace("/record", json!(OTHER))]),
        &["receipt.record"],
    );
    changes.fails(
        ("task", "a statement on another task"),
        &["G1"],
        json!([replace("/tasks/0/task", json!("J9"))]),
        &["record.tasks"],
    );
    changes.fails(
        ("task-missing", "a task without statement"),
        &["G1"],
        json!([remove("/tasks/1")]),
        &["record.tasks"],
    );
    changes.fails(
        ("coordination", "another group of coordination"),
        &["G4"],
        json!([replace("/tasks/0/coordination", json!("other"))]),
        &["receipt.key"],
    );
    changes.form(
        ("seed", "a form with another seed"),
        &["G1"],
        json!([replace("/seed", json!(OTHER))]),
        &["record.seed"],
    );
    changes.form(
        ("throws", "a form with a throw of seven"),
        &["G1"],
        json!([replace(
            "/contributions/0/value",
            json!("12345612345612345617")
        )]),
        &["contributions.match"],
    );
    if receipt.get("registry").is_none() {
        return;
    }
    changes.fails(
        ("entity", "the receipt of another firm"),
        &["G2"],
        json!([replace("/entity", json!("F-99"))]),
        &["receipt.registry"],
    );
    if blinded {
        changes.fails(
            ("name", "another name in the row of the registry"),
            &["G2"],
            json!([replace("/registry/row/name", json!("样例另一企业"))]),
            &["receipt.registry"],
        );
        let names = [
            "registry-salt",
            "registry-index",
            "registry-proof",
            "registry-proof-cut",
        ];
        changes.proven("/registry", names, &["G2"], "receipt.registry");
    } else {
        changes.fails(
            (
                "needless-proof",
                "salt and place on a sheet that is not blinded",
            ),
            &["G2"],
            json!([
                add("/registry/salt", json!(OTHER)),
                add("/registry/index", json!(0))
            ]),
            &["receipt.registry"],
        );
    }
}

fn framed(changes: &mut Changes, receipt: &Value, blinded: bool) {
    let said = &receipt["tasks"][0];
    let at = |field: &str| format!("/tasks/0/{field}");
    let stratum = if said["stratum"] == "high" {
        "low"
    } else {
        "high"
    };
    let set = |field: &str, value: Value| json!([replace(&at(field), value)]);
    changes.fails(
        ("ticket", "another ticket"),
        &["G4"],
        set("ticket", json!(OTHER)),
        &["receipt.ticket"],
    );
    changes.fails(
        ("cutoff", "another last ticket"),
        &["G4"],
        set("cutoff", json!(OTHER)),
        &["receipt.cutoff"],
    );
    // What is selected of a stratum has a greatest ticket.
    let missing = ("cutoff-missing", "no last ticket");
    let patch = json!([remove(&at("cutoff"))]);
    if said["state"] == "selected" {
        changes.refused(missing, &["G4"], patch);
    } else {
        changes.fails(missing, &["G4"], patch, &["receipt.cutoff"]);
    }
    changes.fails(
        ("stratum", "another stratum"),
        &["G3", "G4"],
        set("stratum", json!(stratum)),
        &["receipt.cutoff"],
    );
    changes.fails(
        (
            "stratum-and-class",
            "a stratum that is not the class of the row",
        ),
        &["G3"],
        set("stratum", json!(stratum)),
        &["receipt.scope"],
    );
    changes.fails(
        (
            "coordination-and-ticket",
            "a group of coordination with which the ticket does not recompute",
        ),
        &["G4"],
        set("coordination", json!("other")),
        &["receipt.ticket"],
    );
    changes.fails(
        ("numer", "a greater probability"),
        &["G5"],
        set("probability/numer", json!(2)),
        &["receipt.probability"],
    );
    let not_reduced =
        json!({"numer": 2, "denom": said["probability"]["denom"].as_u64().unwrap_or(0) * 2});
    changes.fails(
        (
            "denom",
            "a probability of the same value, which is not take over size",
        ),
        &["G5"],
        set("probability", not_reduced),
        &["receipt.probability"],
    );
    changes.fails(
        ("denom-alone", "a stratum of more entities"),
        &["G5"],
        set("probability/denom", json!(99)),
        &["receipt.probability"],
    );
    changes.inactive(
        ("row-inactive", "in the frame, of one who is inactive"),
        &json!([add("/registry/row/status", json!("inactive"))]),
    );
    if blinded {
        let names = [
            "frame-salt",
            "frame-index",
            "frame-proof",
            "frame-proof-cut",
        ];
        changes.proven("/tasks/0/frame", names, &["G3"], "receipt.frame");
    }
    let last = json!([
        replace("/draws/0/last/0/ticket", json!(OTHER)),
        replace("/draws/0/last/1/ticket", json!(OTHER))
    ]);
    changes.form(
        ("last", "a form with other last tickets"),
        &["G4"],
        last,
        &["receipt.cutoff"],
    );
}

fn excluded(changes: &mut Changes, blinded: bool) {
    if !blinded {
        return;
    }
    changes.fails(
        ("reason", "another reason"),
        &["G3"],
        json!([replace("/tasks/0/excluded/reason", json!("per_year"))]),
        &["receipt.excluded"],
    );
    let names = [
        "excluded-salt",
        "excluded-index",
        "excluded-proof",
        "excluded-proof-cut",
    ];
    // The one leaf of the tree has an empty proof.
    let [salt, index, proof, _] = names;
    let at = |field: &str| format!("/tasks/0/excluded/{field}");
    let rules = &["G3"];
    changes.fails(
        (salt, "another salt"),
        rules,
        json!([replace(&at("salt"), json!(OTHER))]),
        &["receipt.excluded"],
    );
    changes.fails(
        (index, "another place in the tree"),
        rules,
        json!([replace(&at("index"), json!(1))]),
        &["receipt.excluded"],
    );
    changes.fails(
        (proof, "a proof in a tree of one leaf"),
        rules,
        json!([add(&at("proof"), json!([OTHER]))]),
        &["receipt.excluded"],
    );
    changes.fails(
        ("visit", "another date of an inspection"),
        &["G2"],
        json!([replace("/history/0/row/date", json!("2023-03-06"))]),
        &["receipt.history"],
    );
    let names = [
        "history-salt",
        "history-index",
        "history-proof",
        "history-proof-cut",
    ];
    changes.proven("/history/0", names, &["G2"], "receipt.history");
}
