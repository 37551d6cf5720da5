//! Receipts with a wrong state.

use serde_json::{Value, json};

use super::changes::{Changes, OTHER};
use crate::vectors::patch::{add, remove, replace};

/// Adds the changes of the state.
pub(super) fn of(changes: &mut Changes, state: &str, receipt: &Value) {
    let claim = |state: &str| replace("/tasks/0/state", json!(state));
    let not_selected =
        |field: &str| json!([claim("not_selected"), remove(&format!("/tasks/0/{field}"))]);
    let rules = &["G3", "G4"];
    match state {
        "selected" => {
            changes.fails(
                (
                    "state-not-selected",
                    "not selected, for an entity on the list",
                ),
                rules,
                not_selected("members"),
                &["receipt.state"],
            );
            changes.refused(
                ("reserve-number", "a reserve number of a selected entity"),
                &["G5"],
                json!([add("/tasks/0/reserve", json!(1))]),
            );
            let id = receipt["entity"].clone();
            let others = json!([replace("/draws/0/selected", json!(["F-98", "F-99"]))]);
            assert!(id != "F-98" && id != "F-99");
            changes.form(
                (
                    "not-listed",
                    "a public form whose list does not have the entity",
                ),
                rules,
                others,
                &["receipt.state"],
            );
        }
        "reserve" => {
            changes.fails(
                (
                    "state-selected",
                    "selected, for an entity that is a reserve",
                ),
                rules,
                json!([
                    claim("selected"),
                    remove("/tasks/0/reserve"),
                    add("/tasks/0/members", json!(["Z-1", "Z-2"]))
                ]),
                &["receipt.state"],
            );
            changes.fails(
                (
                    "reserve-number",
                    "a reserve number greater than the number of reserves in the plan",
                ),
                &["G5"],
                json!([replace("/tasks/0/reserve", json!(9))]),
                &["receipt.reserve"],
            );
        }
        "not_selected" => {
            changes.fails(
                (
                    "state-selected",
                    "selected, for an entity that was not selected",
                ),
                rules,
                json!([
                    claim("selected"),
                    add("/tasks/0/members", json!(["Z-1", "Z-2"]))
                ]),
                &["receipt.state"],
            );
            changes.refused(
                ("members", "inspectors of an entity that was not selected"),
                &["G5"],
                json!([add("/tasks/0/members", json!(["Z-1"]))]),
            );
        }
        "excluded" => {
            changes.fails(
                (
                    "state-out-of-scope",
                    "out of scope, for an entity that was excluded",
                ),
                &["G3"],
                json!([claim("out_of_scope"), remove("/tasks/0/excluded")]),
                &["receipt.scope"],
            );
        }
        "out_of_scope" => {
            changes.inactive(
                ("state-inactive", "inactive, for an active entity"),
                &json!([claim("inactive")]),
            );
        }
        "inactive" => {
            changes.inactive(
                ("state-out-of-scope", "out of scope, for an inactive entity"),
                &json!([claim("out_of_scope")]),
            );
        }
        _ => {
            changes.form(
                ("listed", "absent, for an entity on the list"),
                rules,
                json!([replace("/draws/0/selected/0", receipt["entity"].clone())]),
                &["receipt.state"],
            );
            changes.refused(
                ("ticket", "a ticket of an absent entity"),
                &["G3"],
                json!([add("/tasks/0/ticket", json!(OTHER))]),
            );
        }
    }
}
