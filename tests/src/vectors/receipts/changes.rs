//! Changes to receipts and to their public form, and the checks that must fail.

use serde_json::{Value, json};

use crate::vectors::patch::{add, remove, replace};

pub(super) const OTHER: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The changes to one receipt.
pub(super) struct Changes(pub(super) Vec<Value>);

impl Changes {
    /// A change to the receipt that makes checks fail.
    pub(super) fn fails(
        &mut self,
        named: (&str, &str),
        rules: &[&str],
        patch: Value,
        fails: &[&str],
    ) {
        self.push("receipt", named, rules, patch, json!({"fails": fails}));
    }

    /// A change that makes the check of the scope fail, with and without the plan [G3].
    pub(super) fn inactive(&mut self, (name, about): (&str, &str), patch: &Value) {
        let alone = format!("{name}-without-plan");
        self.fails((name, about), &["G3"], patch.clone(), &["receipt.scope"]);
        self.fails((&alone, about), &["G3"], patch.clone(), &["receipt.scope"]);
        if let Some(last) = self.0.last_mut() {
            last["with_plan"] = json!(false);
        }
    }

    /// A change to the public form that makes checks fail.
    pub(super) fn form(
        &mut self,
        named: (&str, &str),
        rules: &[&str],
        patch: Value,
        fails: &[&str],
    ) {
        self.push("public", named, rules, patch, json!({"fails": fails}));
    }

    /// A change to the receipt that the reader refuses.
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
        outcome: Value,
    ) {
        // Checks that need the plan [G3, G4].
        let plan = ["receipt.scope", "receipt.reserve"];
        let mut fails = outcome["fails"].as_array().into_iter().flatten();
        let with_plan = fails.any(|check| plan.iter().any(|id| check == id));
        let mut case = json!({
            "name": name, "about": about, "rules": rules, "change": change, "patch": patch, "with_plan": with_plan});
        if let (Value::Object(case), Value::Object(outcome)) = (&mut case, outcome) {
            case.extend(outcome);
        }
        self.0.push(case);
    }

    /// Changes to the salt, the place and the proof of a leaf, and a shortened proof.
    fn leaf(&mut self, at: &str, names: [&'static str; 4], rules: &[&str], check: &str) {
        let [salt, index, proof, shortened] = names;
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
            (shortened, "a proof with one node less"),
            rules,
            json!([remove(&format!("{at}/proof/0"))]),
            &[check],
        );
    }
}

/// The changes that receipts of several states have in common.
pub(super) fn of(state: &str, receipt: &Value, blinded: bool) -> Changes {
    let mut changes = Changes(Vec::new());
    whole(&mut changes, receipt, blinded);
    match state {
        "selected" | "reserve" | "not_selected" => framed(&mut changes, receipt, blinded),
        "excluded" => excluded(&mut changes, blinded),
        _ => {}
    }
    changes
}

fn whole(changes: &mut Changes, receipt: &Value, blinded: bool) {
    changes.fails(
        ("record", "the digest of another record"),
        &["G1"],
        json!([replace("/record", json!(OTHER))]),
        &["receipt.record"],
    );
    changes.fails(
        ("task", "a statement for another task"),
        &["G1"],
        json!([replace("/tasks/0/task", json!("J9"))]),
        &["record.tasks"],
    );
    changes.fails(
        ("task-removed", "a task without a statement"),
        &["G1"],
        json!([remove("/tasks/1")]),
        &["record.tasks"],
    );
    changes.form(
        ("seed", "a public form with another seed"),
        &["G1"],
        json!([replace("/seed", json!(OTHER))]),
        &["record.seed"],
    );
    changes.form(
        (
            "live-range",
            "a public form with a 7 among the throws of a die",
        ),
        &["G1"],
        json!([replace("/contributions/0/numbers/0/19", json!(7))]),
        &["contributions.match"],
    );
    if receipt.get("registry").is_none() {
        return;
    }
    changes.fails(
        ("entity", "the receipt of another entity"),
        &["G2"],
        json!([replace("/entity", json!("F-99"))]),
        &["receipt.registry"],
    );
    if blinded {
        changes.fails(
            ("name", "another name in the registry row"),
            &["G2"],
            json!([replace("/registry/row/name", json!("样例另一企业"))]),
            &["receipt.registry"],
        );
        changes.fails(
            ("extra-digest", "the digest of other notes"),
            &["S2", "G2"],
            json!([replace("/registry/extra_digest", json!(OTHER))]),
            &["receipt.registry"],
        );
        let names = [
            "registry-salt",
            "registry-index",
            "registry-proof",
            "registry-proof-shortened",
        ];
        changes.leaf("/registry", names, &["G2"], "receipt.registry");
    } else {
        changes.fails(
            ("needless-proof", "salt and place without blinding"),
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
    let statement = &receipt["tasks"][0];
    let at = |field: &str| format!("/tasks/0/{field}");
    let stratum = if statement["stratum"] == "high" {
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
    // A stratum with a selected entity has a last ticket.
    let removed = ("cutoff-removed", "no last ticket");
    let mut patch = vec![remove(&at("cutoff"))];
    if blinded {
        patch.push(remove(&at("cutoff_salt")));
    }
    let patch = json!(patch);
    if statement["state"] == "selected" {
        changes.refused(removed, &["G4"], patch);
    } else {
        changes.fails(removed, &["G4"], patch, &["receipt.cutoff"]);
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
            "a stratum that does not match the class of the row",
        ),
        &["G3"],
        set("stratum", json!(stratum)),
        &["receipt.scope"],
    );
    changes.fails(
        ("numer", "a greater probability"),
        &["G5"],
        set("probability/numer", json!(2)),
        &["receipt.probability"],
    );
    let not_reduced =
        json!({"numer": 2, "denom": statement["probability"]["denom"].as_u64().unwrap_or(0) * 2});
    changes.fails(
        (
            "denom",
            "a probability of the same value that is not take / size",
        ),
        &["G5"],
        set("probability", not_reduced),
        &["receipt.probability"],
    );
    changes.fails(
        ("denom-alone", "a larger stratum"),
        &["G5"],
        set("probability/denom", json!(99)),
        &["receipt.probability"],
    );
    changes.inactive(
        (
            "row-inactive",
            "an inactive row of an entity that is in the frame",
        ),
        &json!([add("/registry/row/status", json!("inactive"))]),
    );
    if blinded {
        changes.fails(
            (
                "cutoff-salt",
                "another salt of the commitment to the last ticket",
            ),
            &["E2", "G4"],
            set("cutoff_salt", json!(OTHER)),
            &["receipt.cutoff"],
        );
        let names = [
            "frame-salt",
            "frame-index",
            "frame-proof",
            "frame-proof-shortened",
        ];
        changes.leaf("/tasks/0/frame", names, &["G3"], "receipt.frame");
    }
    let field = if blinded { "commitment" } else { "ticket" };
    let last = |number: u64| {
        let path = format!("/draws/0/last/{number}/{field}");
        replace(&path, json!(OTHER))
    };
    let last = json!([last(0), last(1)]);
    changes.form(
        ("last", "a public form with other last tickets"),
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
        json!([replace("/tasks/0/excluded/reason", json!("exempt"))]),
        &["receipt.excluded"],
    );
    let names = [
        "excluded-salt",
        "excluded-index",
        "excluded-proof",
        "excluded-proof-shortened",
    ];
    // The only leaf of a tree has an empty proof.
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
        (proof, "a proof for a tree with one leaf"),
        rules,
        json!([add(&at("proof"), json!([OTHER]))]),
        &["receipt.excluded"],
    );
    changes.fails(
        ("visit", "another date of a visit"),
        &["G2"],
        json!([replace("/history/0/row/date", json!("2023-03-06"))]),
        &["receipt.history"],
    );
    let names = [
        "history-salt",
        "history-index",
        "history-proof",
        "history-proof-shortened",
    ];
    changes.leaf("/history/0", names, &["G2"], "receipt.history");
}
