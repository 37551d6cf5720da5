//! Changes of what a sheet says of two earlier ones that the verifier has.

use serde_json::{Value, json};

use super::super::patch::replace;
use super::{Change, Fails};
use crate::Small;
use crate::trace::{jcs, walk};

const EARLIER: &[&str] = &["earlier"];

/// The default case sealed at that hour, which names these sheets as superseded.
fn at(hour: u32, sheets: &[&Value]) -> Small {
    let mut case = Small::plain();
    case.ceremony["sealed_at"] = json!(format!("2024-09-02T{hour:02}:00:00+08:00"));
    if let Some(last) = sheets.last() {
        case.ceremony["previous"] = json!(digest(last));
        let named = sheets.iter().map(|sheet| {
            json!({"commitment": digest(sheet), "reason": "名录有误", "approved_by": "样例分管负责人",
                "contributions": [{"source": 0, "kind": "live", "value": "1".repeat(20)}]})
        });
        case.ceremony["supersedes"] = named.collect();
    }
    case
}

fn digest(sheet: &Value) -> String {
    suiji::Hash::Sha256
        .digest(jcs(sheet).as_bytes())
        .to_string()
}

/// The earlier sheets, the oldest first.
pub(super) fn sheets() -> Vec<Value> {
    let first = walk(&at(8, &[])).commitment;
    let second = walk(&at(9, &[&first])).commitment;
    vec![first, second]
}

/// A record that names them.
pub(super) fn base() -> Small {
    let sheets = sheets();
    at(10, &[&sheets[0], &sheets[1]])
}

pub(super) fn all() -> Vec<Change> {
    let mut reversed = base().ceremony["supersedes"].clone();
    reversed.as_array_mut().expect("two sheets").reverse();
    let value = |value: &str| {
        json!([replace(
            "/commitment/supersedes/1/contributions/0/value",
            json!(value)
        )])
    };
    let change =
        |of, rules, patch, fails| Change::patched(of, rules, "record", patch, EARLIER, fails);
    vec![
        change(
            ("younger-first", "the younger of two sheets is named first"),
            &["S3c"],
            json!([replace("/commitment/supersedes", reversed)]),
            Fails(&["earlier.order", "record.seed"]),
        ),
        change(
            (
                "value-of-no-die",
                "a contribution to a superseded sheet that its die cannot have shown",
            ),
            &["S3c", "S4b"],
            value(&"7".repeat(20)),
            Fails(&["earlier.contributions", "record.seed"]),
        ),
        change(
            (
                "value-too-short",
                "a contribution to a superseded sheet that is too short",
            ),
            &["S3c", "S4b"],
            value("111"),
            Fails(&["earlier.contributions", "record.seed"]),
        ),
        change(
            (
                "sheet-passed-over",
                "the sheet before the last is named as the last",
            ),
            &["S3c"],
            json!([replace("/commitment/previous", json!(digest(&sheets()[0])))]),
            Fails(&["earlier.previous", "record.seed"]),
        ),
    ]
}
