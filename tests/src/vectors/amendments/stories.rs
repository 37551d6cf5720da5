//! Draws with the amendments after them.

use serde_json::{Value, json};

use super::{Story, away, back, by_hand, ids, request, reserve, substitute};
use crate::Small;
use crate::trace::{amend, trace};
use crate::vectors::draws::{entities, inspectors, of_task, task};

pub(super) fn all() -> Vec<Story> {
    vec![
        away_and_back(),
        several_seats(),
        nobody_left(),
        reserves(),
        reserve_joins_a_later_task(),
        reserve_without_team(),
        blinded(),
        one_instant(),
    ]
}

fn team(seats: u64) -> Value {
    json!({"seats": [{"department": "局", "count": seats}]})
}

/// Three tasks with `count` inspectors. The second task joins the teams of the first, the third does not.
pub(super) fn base(count: usize) -> Small {
    let mut case = of_task(json!({}), entities(&[("high", 3), ("low", 7)]));
    let risk = json!({"minimum": {"high": "60%"}, "unrated_as": "low"});
    let shared = |id: &str, count: u64, seats: u64| {
        task(
            id,
            json!({"quota": {"count": count}, "reserves": 3, "coordination": "auto", "team": team(seats)}),
        )
    };
    case.plan["tasks"] = json!([
        shared("J1", 3, 3),
        shared("J2", 2, 2),
        task(
            "J3",
            json!({"quota": {"count": 4}, "reserves": 1, "risk": risk, "team": team(2)})
        )
    ]);
    case.roster = inspectors("局", "Z", count);
    case.roster[0]["load"] = json!(2);
    case
}

/// Who holds a seat in the record.
fn holder(case: &Small, task: usize, place: usize, member: usize) -> String {
    let record = trace(case).record;
    let member = &record["draws"][task]["teams"][place]["members"][member];
    member.as_str().unwrap_or_default().to_owned()
}

fn away_and_back() -> Story {
    let case = base(6);
    let first = ids(&case, 0, "selected");
    let of = |place: usize| holder(&case, 0, place, 0);
    let (one, other) = (of(0), holder(&case, 2, 0, 0));
    let gone: Vec<&str> = if one == other {
        vec![&one]
    } else {
        vec![&one, &other]
    };
    Story::new(
        "away-and-back",
        "inspectors who are away keep their seats and take no others; when they are back they take seats again",
        &["M1", "M3"],
        case.clone(),
        vec![
            away(10, &gone),
            substitute(11, &[("J1", &first[1], 0)]),
            substitute(12, &[("J1", &first[0], 1)]),
            back(13, &gone),
            substitute(14, &[("J1", &first[2], 0)]),
            substitute(14, &[("J1", &first[2], 1)]),
        ],
    )
}

fn several_seats() -> Story {
    let case = base(8);
    let (first, third) = (ids(&case, 0, "selected"), ids(&case, 2, "selected"));
    Story::new(
        "several-seats",
        "seats of several teams in one amendment, given in any order: they change hands in the order of tasks, lists and seats, and who leaves one takes none",
        &["M3", "T4.3"],
        case.clone(),
        vec![
            substitute(
                10,
                &[
                    ("J3", &third[1], 1),
                    ("J1", &first[2], 2),
                    ("J3", &third[1], 0),
                    ("J1", &first[0], 1),
                ],
            ),
            // An inspector who left a team does not return to it, but may go to another.
            substitute(11, &[("J1", &first[0], 1)]),
            substitute(12, &[("J1", &first[0], 1)]),
        ],
    )
}

fn nobody_left() -> Story {
    let mut case = base(4);
    case.plan["max_load"] = json!(6);
    let first = ids(&case, 0, "selected");
    let seat = ("J1", first[0].as_str(), 0);
    Story::new(
        "nobody-left",
        "where nobody may step in the seat is vacant; it is filled by hand, by somebody outside the roster, who may leave it again; then by one who left it",
        &["M3", "M5", "T3"],
        case.clone(),
        vec![
            substitute(10, &[("J1", &first[0], 0), ("J1", &first[0], 1)]),
            by_hand(11, vacant(&case, &first[0], 0), "X-9"),
            substitute(12, &[seat]),
            by_hand(13, seat, &holder(&case, 0, 0, 0)),
        ],
    )
}

/// A seat of J1 that is vacant after two substitutions. There are four inspectors for three seats, so at least one is
/// vacant.
fn vacant<'e>(case: &Small, entity: &'e str, seat: u64) -> (&'static str, &'e str, u64) {
    let requests = [substitute(10, &[("J1", entity, 0), ("J1", entity, 1)])];
    let step = amend(case, &requests).document["amendments"][0].clone();
    let vacant = |at: u64| {
        let mut seats = step["seats"].as_array().into_iter().flatten();
        seats.any(|of| of["seat"] == at && of.get("inspector").is_none())
    };
    ("J1", entity, if vacant(seat) { seat } else { seat + 1 })
}

fn reserves() -> Story {
    let case = base(7);
    let (first, reserves_of) = (ids(&case, 0, "selected"), ids(&case, 0, "reserves"));
    let second = ids(&case, 1, "selected");
    Story::new(
        "reserves",
        "reserves are used in their order, also for one another; a reserve that another task visits already is visited by that team",
        &["M2", "M4", "T7"],
        case.clone(),
        vec![
            reserve(10, "J1", &first[0]),
            reserve(11, "J1", &reserves_of[0]),
            reserve(12, "J2", &second[0]),
            reserve(13, "J2", &second[1]),
            // A seat of a used reserve, which is also a seat of J2.
            substitute(
                14,
                &[("J1", &reserves_of[0], 1), ("J1", &reserves_of[1], 0)],
            ),
            reserve(15, "J3", &ids(&case, 2, "selected")[0]),
        ],
    )
}

fn reserve_joins_a_later_task() -> Story {
    let mut case = base(6);
    let mut tasks = case.plan["tasks"].as_array().cloned().unwrap_or_default();
    tasks.swap(0, 1);
    case.plan["tasks"] = tasks.into();
    let (smaller, larger) = (ids(&case, 0, "selected"), ids(&case, 1, "selected"));
    let reserve_of = &ids(&case, 0, "reserves")[0];
    Story::new(
        "reserve-joins-a-later-task",
        "the reserve of the first task is visited by the larger team of a later task that selected it; its seats change there, for both",
        &["M2", "M4", "T7"],
        case.clone(),
        vec![
            reserve(10, "J2", &smaller[0]),
            substitute(11, &[("J1", reserve_of, 0)]),
            substitute(12, &[("J1", &larger[0], 2)]),
        ],
    )
}

fn reserve_without_team() -> Story {
    let case = of_task(
        json!({"quota": {"count": 3}, "reserves": 2, "risk": {"minimum": {"high": "50%"}, "unrated_as": "low"}}),
        entities(&[("high", 4), ("low", 6)]),
    );
    let selected = trace(&case).record["draws"][0]["selected"].clone();
    let high = selected.as_array().into_iter().flatten();
    let high: Vec<&str> = high
        .filter(|of| of["stratum"] == "high")
        .filter_map(|of| of["id"].as_str())
        .collect();
    Story::new(
        "reserve-without-team",
        "in a task without teams the reserve of the same stratum is named, and nothing else",
        &["M4"],
        case.clone(),
        vec![reserve(10, "J1", high[0]), reserve(11, "J1", high[1])],
    )
}

fn blinded() -> Story {
    let mut case = base(7).blinded();
    case.ceremony["hash"] = json!("sm3");
    let first = ids(&case, 0, "selected");
    Story::new(
        "blinded",
        "a blinded sheet with SM3: digests of amendments and ranks are those of the suite, and salts play no part in them",
        &["C1", "M1", "M3"],
        case.clone(),
        vec![
            substitute(10, &[("J1", &first[0], 0)]),
            reserve(11, "J1", &first[1]),
        ],
    )
}

fn one_instant() -> Story {
    let case = base(6);
    let at = |at: &str, kind: &str| {
        let mut request = request(1, "临时调离", json!({"kind": kind, "inspectors": ["Z1"]}));
        request["at"] = json!(at);
        request
    };
    Story::new(
        "one-instant",
        "amendments may be of one instant, in whatever offset, and of the instant of sealing",
        &["M1", "C7"],
        case,
        vec![
            at("2024-09-02T10:00:00+08:00", "away"),
            at("2024-09-01T21:00:00-05:00", "back"),
            at("2024-09-02T16:00:00+14:00", "away"),
            at("2024-09-02T02:00:00+00:00", "back"),
        ],
    )
}
