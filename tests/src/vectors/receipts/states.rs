//! Receipts that claim another state than the right one.

use serde_json::{Value, json};

use super::changes::{Changes, OTHER};
use crate::vectors::patch::{add, remove, replace};

/// Another state than the right one.
pub(super) fn of(changes: &mut Changes, state: &str, receipt: &Value) {
    let now = |state: &str| replace("/tasks/0/state", json!(state));
    let denied = |field: &str| json!([now("not_selected"), remove(&format!("/tasks/0/{field}"))]);
    let rules = &["G3", "G4"];
    match state {
        "selected" => {
            changes.fails(
                ("denied", "not selected, of one who is on the list"),
                rules,
                denied("members"),
                &["receipt.state"],
            );
            changes.refused(
                ("reserve-too", "a number among the reserves beside selected"),
                &["G5"],
                json!([add("/tasks/0/reserve", json!(1))]),
            );
            let id = receipt["entity"].clone();
            let others = json!([replace("/draws/0/selected", json!(["F-98", "F-99"]))]);
            assert!(id != "F-98" && id != "F-99");
            changes.form(
                ("not-listed", "a form whose list lacks the firm"),
                rules,
                others,
                &["receipt.state"],
            );
        }
        "reserve" => {
            changes.fails(
                ("claimed", "selected, of one who is a reserve"),
                rules,
                json!([
                    now("selected"),
                    remove("/tasks/0/reserve"),
                    add("/tasks/0/members", json!(["Z-1", "Z-2"]))
                ]),
                &["receipt.state"],
            );
            changes.fails(
                (
                    "number",
                    "a number beyond the reserves that the plan asks for",
                ),
                &["G5"],
                json!([replace("/tasks/0/reserve", json!(9))]),
                &["receipt.reserve"],
            );
        }
        "not_selected" => {
            changes.fails(
                ("claimed", "selected, of one who was not"),
                rules,
                json!([
                    now("selected"),
                    add("/tasks/0/members", json!(["Z-1", "Z-2"]))
                ]),
                &["receipt.state"],
            );
            changes.refused(
                ("members", "officers beside not selected"),
                &["G5"],
                json!([add("/tasks/0/members", json!(["Z-1"]))]),
            );
        }
        "excluded" => {
            changes.fails(
                ("out-of-scope", "out of scope, of one who was excluded"),
                &["G3"],
                json!([now("out_of_scope"), remove("/tasks/0/excluded")]),
                &["receipt.scope"],
            );
        }
        "out_of_scope" => {
            changes.inactive(
                ("inactive", "inactive, of one who is active"),
                &json!([now("inactive")]),
            );
        }
        "inactive" => {
            changes.inactive(
                ("out-of-scope", "out of scope, of one who is inactive"),
                &json!([now("out_of_scope")]),
            );
        }
        _ => {
            changes.form(
                ("listed", "absent, of one who is on the list"),
                rules,
                json!([replace("/draws/0/selected/0", receipt["entity"].clone())]),
                &["receipt.state"],
            );
            changes.refused(
                ("ticket", "a ticket of one who is absent"),
                &["G3"],
                json!([add("/tasks/0/ticket", json!(OTHER))]),
            );
        }
    }
}
