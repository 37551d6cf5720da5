//! Documents of amendments that do not fit their record. Nothing is added to them.

use serde_json::{Value, json};

use super::stories::base;
use super::{Changed, Story, away, ids, reserve, substitute};
use crate::trace::amend;
use crate::vectors::patch::{add, remove, replace};

const OTHER: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// A document with every kind of amendment, and changes to it.
pub(super) fn story() -> Story {
    let case = base(7);
    let (first, second) = (ids(&case, 0, "selected"), ids(&case, 1, "selected"));
    let requests = vec![
        away(10, &["Z6", "Z7"]),
        substitute(11, &[("J1", &first[0], 0), ("J1", &first[1], 1)]),
        reserve(12, "J1", &first[2]),
        reserve(13, "J2", &second[0]),
    ];
    let document = amend(&case, &requests).document;
    let amendments = &document["amendments"];
    let seat = |seat: usize| amendments[1]["seats"][seat].clone();
    let members = &amendments[2]["members"];
    let mut story = Story::new(
        "changed",
        "changes of a document of amendments, for which it is refused",
        &["M1", "M2", "M3", "M4", "M6"],
        case.clone(),
        requests.clone(),
    );
    let mut with = |name, about, rules, code, patch: Value| {
        story.changed.push(Changed {
            name,
            about,
            rules,
            patch,
            code,
        });
    };
    // No amendment follows the last one, so that only the change is wrong.
    let last = "/amendments/3";
    let cut = |at: usize| {
        let later = (at + 1..4).rev();
        later
            .map(|at| remove(&format!("/amendments/{at}")))
            .collect()
    };
    let changed = |at: usize, change: Value| -> Value {
        let mut patch: Vec<Value> = cut(at);
        patch.push(change);
        patch.into()
    };
    with(
        "spec",
        "a document of a later version",
        &["M1"],
        "amendments.spec-unknown",
        json!([replace("/spec", json!("suiji-v2"))]),
    );
    with(
        "record",
        "amendments of another record",
        &["M1"],
        "amendments.other-record",
        json!([replace("/record", json!(OTHER))]),
    );
    with(
        "previous",
        "another amendment before the last one",
        &["M1"],
        "amendments.previous",
        json!([replace(&format!("{last}/previous"), json!(OTHER))]),
    );
    with(
        "first-removed",
        "the first amendment is missing",
        &["M1"],
        "amendments.previous",
        json!([remove("/amendments/0")]),
    );
    with(
        "reason",
        "another reason of an amendment that is not the last",
        &["M1"],
        "amendments.previous",
        json!([replace("/amendments/0/reason", json!("另有原因"))]),
    );
    with(
        "time",
        "a time before that of the amendment before",
        &["M1"],
        "amendments.time",
        json!([replace(
            &format!("{last}/at"),
            json!("2024-09-11T09:00:00+08:00")
        )]),
    );
    with(
        "inspectors-swapped",
        "inspectors who are not sorted by id",
        &["M3"],
        "amendments.order",
        changed(0, replace("/amendments/0/inspectors", json!(["Z7", "Z6"]))),
    );
    with(
        "seats-swapped",
        "seats that are not in their order",
        &["M3"],
        "amendments.order",
        changed(1, replace("/amendments/1/seats", json!([seat(1), seat(0)]))),
    );
    with(
        "leaves",
        "another inspector who leaves a seat",
        &["M3"],
        "amendments.leaves",
        changed(1, replace("/amendments/1/seats/0/leaves", json!("Z9"))),
    );
    with(
        "takes-away",
        "an inspector who is away takes a seat",
        &["M3"],
        "amendments.cannot-take",
        changed(1, replace("/amendments/1/seats/0/inspector", json!("Z7"))),
    );
    with(
        "reserve",
        "a reserve that is not the next one",
        &["M4"],
        "amendments.reserve-order",
        changed(
            2,
            replace("/amendments/2/reserve", json!(ids(&case, 0, "reserves")[1])),
        ),
    );
    with(
        "member-removed",
        "a member less, and no seat is vacant",
        &["M4"],
        "amendments.members",
        changed(2, remove("/amendments/2/members/0")),
    );
    with(
        "member-twice",
        "one inspector in two seats",
        &["M4"],
        "amendments.members",
        changed(2, replace("/amendments/2/members/0", members[1].clone())),
    );
    with(
        "joins-itself",
        "a team that is said to be that of another task",
        &["M4", "T7"],
        "amendments.cannot-join",
        changed(2, add("/amendments/2/joins", json!("J3"))),
    );
    with(
        "joined-member",
        "another member than in the team that it joins",
        &["M4", "M6"],
        "amendments.cannot-join",
        changed(3, replace(&format!("{last}/members/0"), json!("Z9"))),
    );
    with(
        "empty",
        "a document without amendments",
        &["M1", "C2c"],
        "json.empty",
        json!([replace("/amendments", json!([]))]),
    );
    story
}
