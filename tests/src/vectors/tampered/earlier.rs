//! Changes to the statements of a commitment about two earlier commitments, which the verifier has.

use serde_json::{Value, json};

use super::super::patch::replace;
use super::{Change, Fails};
use crate::Small;
use crate::trace::{jcs, trace};

const EARLIER: &[&str] = &["earlier"];

/// The default case, sealed at this hour, superseding these commitments.
fn sealed_at(hour: u32, earlier: &[&Value]) -> Small {
    let mut case = Small::plain();
    case.ceremony["sealed_at"] = json!(format!("2024-09-02T{hour:02}:00:00+08:00"));
    if let Some(last) = earlier.last() {
        case.ceremony["previous"] = json!(digest(last));
        let named = earlier.iter().map(|commitment| {
            json!({"commitment": digest(commitment), "reason": "名录有误", "approved_by": "样例分管负责人",
                "contributions": [{"source": 0, "kind": "live", "numbers": [vec![1; 20]]}]})
        });
        case.ceremony["supersedes"] = named.collect();
    }
    case
}

fn digest(commitment: &Value) -> String {
    suiji::Hash::Sha256
        .digest(jcs(commitment).as_bytes())
        .to_string()
}

/// The earlier commitments, the oldest first.
pub(super) fn commitments() -> Vec<Value> {
    let first = trace(&sealed_at(8, &[])).commitment;
    let second = trace(&sealed_at(9, &[&first])).commitment;
    vec![first, second]
}

/// The case that supersedes both.
pub(super) fn base() -> Small {
    let earlier = commitments();
    sealed_at(10, &[&earlier[0], &earlier[1]])
}

pub(super) fn all() -> Vec<Change> {
    let mut reversed = base().ceremony["supersedes"].clone();
    reversed
        .as_array_mut()
        .expect("two earlier commitments")
        .reverse();
    let fallen = |numbers: &[u64]| {
        json!([replace(
            "/commitment/supersedes/1/contributions/0/numbers/0",
            json!(numbers)
        )])
    };
    let change =
        |of, rules, patch, fails| Change::patched(of, rules, "record", patch, EARLIER, fails);
    vec![
        change(
            ("newer-first", "the newer of two commitments is named first"),
            &["S3c"],
            json!([replace("/commitment/supersedes", reversed)]),
            Fails(&["earlier.order", "record.seed"]),
        ),
        change(
            (
                "value-not-possible",
                "a contribution of a superseded commitment that its live source does not allow",
            ),
            &["S3c", "S4b"],
            fallen(&[7; 20]),
            Fails(&["earlier.contributions", "record.seed"]),
        ),
        change(
            (
                "value-too-short",
                "a contribution of a superseded commitment that is too short",
            ),
            &["S3c", "S4b"],
            fallen(&[1; 3]),
            Fails(&["earlier.contributions", "record.seed"]),
        ),
        change(
            (
                "previous-is-not-the-last",
                "previous names the last commitment but one",
            ),
            &["S3c"],
            json!([replace(
                "/commitment/previous",
                json!(digest(&commitments()[0]))
            )]),
            Fails(&["earlier.previous", "record.seed"]),
        ),
    ]
}
