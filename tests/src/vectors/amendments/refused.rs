//! Requests that are refused.

use serde_json::{Value, json};

use super::stories::base;
use super::{Refused, Story, away, back, by_hand, ids, request, reserve, substitute};

/// A story. After it, requests of every kind are refused, each for one reason.
pub(super) fn story() -> Story {
    let case = base(6);
    let (first, second) = (ids(&case, 0, "selected"), ids(&case, 1, "selected"));
    let (third, reserves) = (ids(&case, 2, "selected"), ids(&case, 2, "reserves"));
    let (low, high) = split(&case, &third);
    let mut story = Story::new(
        "refused",
        "requests that do not fit the state that the requests before them leave",
        &["M1", "M2", "M3", "M4", "M5", "C4"],
        case,
        vec![
            away(10, &["Z1", "Z2", "Z3", "Z4", "Z5", "Z6"]),
            substitute(11, &[("J1", &first[0], 0)]),
            by_hand(12, ("J1", &first[0], 0), "X-9"),
            substitute(13, &[("J1", &first[0], 1)]),
            back(14, &["Z1"]),
            reserve(15, "J3", &low),
        ],
    );
    let (held, vacant) = (("J1", first[0].as_str(), 2), ("J1", first[0].as_str(), 1));
    let mut early = away(15, &["Z1"]);
    early["at"] = json!("2024-09-15T08:59:59+08:00");
    let mut unapproved = away(16, &["Z1"]);
    unapproved
        .as_object_mut()
        .map(|of| of.remove("approved_by"));
    let mut with = |name, about, rules, code, request: Value| {
        story.refused.push(Refused {
            name,
            about,
            rules,
            request,
            code,
        });
    };
    with(
        "earlier",
        "a second before the last amendment",
        &["M1"],
        "amendments.time",
        early,
    );
    with(
        "unapproved",
        "nobody approved it",
        &["M1"],
        "json.missing-field",
        unapproved,
    );
    with(
        "unknown-kind",
        "a kind that does not exist",
        &["M1"],
        "json.choice",
        request(16, "另行决定", json!({"kind": "cancel"})),
    );
    with(
        "nobody-away",
        "a list of nobody",
        &["M1", "C2c"],
        "json.empty",
        away(16, &[]),
    );
    with(
        "already-away",
        "one who is away already",
        &["M3"],
        "amendments.already-away",
        away(16, &["Z1", "Z2"]),
    );
    with(
        "away-unknown",
        "one who is not in the roster",
        &["M3"],
        "amendments.unknown-inspector",
        away(16, &["X-9"]),
    );
    with(
        "away-twice",
        "one who is listed twice",
        &["M3"],
        "amendments.order",
        away(16, &["Z1", "Z1"]),
    );
    with(
        "not-away",
        "one who is back already",
        &["M3"],
        "amendments.not-away",
        back(16, &["Z1", "Z2"]),
    );
    with(
        "unknown-task",
        "a task that is not in the plan",
        &["M2"],
        "amendments.unknown-task",
        substitute(16, &[("J9", &first[0], 2)]),
    );
    with(
        "not-selected",
        "an entity that is neither selected nor a used reserve",
        &["M2"],
        "amendments.not-selected",
        substitute(16, &[("J1", "F99", 2)]),
    );
    with(
        "joined",
        "a seat of a team that is that of another task",
        &["M2", "T7"],
        "amendments.joined",
        substitute(16, &[("J2", &second[0], 0)]),
    );
    with(
        "no-seat",
        "a seat that the team does not have",
        &["M2"],
        "amendments.no-seat",
        substitute(16, &[("J1", &first[0], 3)]),
    );
    with(
        "seat-vacant",
        "a vacant seat, which nobody can leave",
        &["M3"],
        "amendments.seat-vacant",
        substitute(16, &[held, vacant]),
    );
    with(
        "seat-twice",
        "a seat that is listed twice",
        &["M3"],
        "amendments.order",
        substitute(16, &[held, held]),
    );
    with(
        "already-replaced",
        "an entity for which a reserve was named already",
        &["M4"],
        "amendments.already-replaced",
        reserve(16, "J3", &low),
    );
    with(
        "no-reserve",
        "a used reserve, after which the stratum has no other",
        &["M4"],
        "amendments.no-reserve",
        reserve(16, "J3", reserve_of(&reserves, &high)),
    );
    with(
        "unused-reserve",
        "a reserve that is not used",
        &["M2", "M4"],
        "amendments.not-selected",
        reserve(16, "J1", "F99"),
    );
    with(
        "seat-held",
        "a seat that is not vacant",
        &["M5"],
        "amendments.seat-held",
        by_hand(16, held, "X-8"),
    );
    with(
        "in-team",
        "one who holds another seat of the team",
        &["M5"],
        "amendments.in-team",
        by_hand(16, vacant, "X-9"),
    );
    with(
        "id-case",
        "an id that differs only in letter case from one that was put in by hand",
        &["M5", "C4"],
        "amendments.letter-case",
        by_hand(16, vacant, "x-9"),
    );
    with(
        "id-case-roster",
        "an id that differs only in letter case from one in the roster",
        &["M5", "C4"],
        "amendments.letter-case",
        by_hand(16, vacant, "z6"),
    );
    story
}

/// A selected entity of stratum low, and the entities of stratum high.
fn split(case: &crate::Small, selected: &[String]) -> (String, Vec<String>) {
    let class = |id: &String| case.registry.iter().find(|row| row["id"] == **id);
    let is_low = |id: &&String| class(id).is_some_and(|row| row["class"] == "low");
    let low = selected.iter().find(is_low).cloned().unwrap_or_default();
    let rows = case.registry.iter().filter(|row| row["class"] == "high");
    let high = rows.filter_map(|row| row["id"].as_str().map(str::to_owned));
    (low, high.collect())
}

/// The one reserve of stratum low.
fn reserve_of<'r>(reserves: &'r [String], high: &[String]) -> &'r str {
    let low = reserves.iter().find(|id| !high.contains(id));
    low.map(String::as_str).unwrap_or_default()
}
