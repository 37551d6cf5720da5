//! Edge cases: none, one, all but one or all are selected, too few inspectors, ties.

use serde_json::{Value, json};

use super::{Draw, entities, inspectors, of_task};
use crate::Small;

pub(super) fn all() -> Vec<Draw> {
    let mut all = sizes();
    all.extend(ties());
    all.extend(teams());
    all
}

fn sizes() -> Vec<Draw> {
    let by_class = |quota: Value, classes: &[(&str, usize)]| {
        of_task(
            json!({"quota": quota, "reserves": 1, "risk": {"weights": {"high": 1}}}),
            entities(classes),
        )
    };
    let ten = || entities(&[("low", 10)]);
    vec![
        Draw::new(
            "one-entity",
            "the registry has one entity, and it is selected: a tree of one leaf",
            &["S1", "D3"],
            of_task(json!({"quota": {"count": 1}}), entities(&[("low", 1)])),
        ),
        Draw::new(
            "strata-of-one",
            "every stratum has one entity, and fewer entities are selected than there are strata",
            &["F4.3", "D3"],
            by_class(
                json!({"count": 2}),
                &[("high", 1), ("elevated", 1), ("general", 1), ("low", 1)],
            ),
        ),
        Draw::new(
            "stratum-without-selection",
            "a maximum of less than one entity: the stratum has no selected entity but still has a reserve",
            &["F4.1", "F4.3", "D3"],
            of_task(
                json!({"quota": {"count": 3}, "reserves": 1, "risk": {"maximum": {"high": "10%"}}}),
                entities(&[("high", 9), ("low", 6)]),
            ),
        ),
        Draw::new(
            "all-selected",
            "100 %: every entity is selected, there are no reserves, and only the order of visits is random",
            &["F4.2", "D3"],
            of_task(json!({"quota": {"exactly": "100%"}, "reserves": 3}), ten()),
        ),
        Draw::new(
            "all-but-one",
            "nine of ten are selected: the task asks for three reserves and gets one",
            &["F4.2", "D3"],
            of_task(json!({"quota": {"count": 9}, "reserves": 3}), ten()),
        ),
        Draw::new(
            "none-selected",
            "at most 9 % of ten is zero: T = 0, the record has reserves but neither selected nor teams",
            &["F4.2", "C2c", "D3"],
            {
                let mut case = of_task(
                    json!({"quota": {"at_most": "9%"}, "reserves": 2, "team": {"seats": [{"department": "局", "count": 2}]}}),
                    ten(),
                );
                case.roster = inspectors("局", "Z", 2);
                case
            },
        ),
        Draw::new(
            "smallest-ratio",
            "0.000001 % rounds up to one entity",
            &["C6", "F4.2"],
            of_task(json!({"quota": {"at_least": "0.000001%"}}), ten()),
        ),
        Draw::new(
            "exact-product",
            "12.5 % of 8 is exactly 1; an inexact ratio could round up to 2",
            &["C6", "F4.2"],
            of_task(
                json!({"quota": {"exactly": "12.5%"}}),
                entities(&[("low", 8)]),
            ),
        ),
        Draw::new(
            "eight-leaves",
            "trees of 8, 7, 5 and 3 leaves: one perfect tree and three that are not",
            &["S1"],
            {
                let mut case = of_task(
                    json!({"quota": {"count": 1}, "scope": {"categories": ["超市"]}}),
                    entities(&[("low", 8)]),
                );
                case.registry[..7]
                    .iter_mut()
                    .for_each(|row| row["categories"] = json!(["超市"]));
                case.plan["limits"] = json!([super::limit("year", 1)]);
                case.history = ["F01", "F02"]
                    .map(|id| super::visit(id, "J1", "2024-01-01"))
                    .into();
                case.roster = inspectors("局", "Z", 3);
                case
            },
        ),
    ]
}

fn ties() -> Vec<Draw> {
    let risk = |risk: Value, count: u64, classes: &[(&str, usize)]| {
        of_task(
            json!({"quota": {"count": count}, "risk": risk}),
            entities(classes),
        )
    };
    vec![
        Draw::new(
            "tie-of-equal-strata",
            "two strata of the same size tie in every second round: the first in the order of classes gets one more",
            &["F4.3"],
            risk(
                json!({"weights": {"high": 1}}),
                3,
                &[("high", 4), ("low", 4)],
            ),
        ),
        Draw::new(
            "tie-by-weight",
            "3 · 4 / s and 2 · 6 / s are equal in every round and must be compared exactly",
            &["F4.3"],
            risk(
                json!({"weights": {"elevated": 3, "general": 2}}),
                5,
                &[("elevated", 4), ("general", 6)],
            ),
        ),
        Draw::new(
            "tie-of-fractions",
            "7 / 3 and 14 / 6 are equal and not integers: compare by cross-multiplication, never as rounded quotients",
            &["F4.3"],
            risk(
                json!({"minimum": {"general": "40%", "low": "40%"}}),
                11,
                &[("general", 7), ("low", 14)],
            ),
        ),
        Draw::new(
            "maximum-reached",
            "one stratum reaches its maximum in an early round: the other strata get the rest",
            &["F4.1", "F4.3"],
            risk(
                json!({"weights": {"high": 1000}, "maximum": {"high": "50%"}}),
                8,
                &[("high", 8), ("general", 3), ("low", 3)],
            ),
        ),
    ]
}

fn teams() -> Vec<Draw> {
    vec![
        Draw::new(
            "one-inspector-too-few",
            "three teams of two, and load caps that allow five seats in total: one seat stays vacant",
            &["T3", "T4.6", "T5"],
            {
                let mut case = staffed(3, 2, 3);
                case.plan["max_load"] = json!(2);
                case.roster[0]["max_load"] = json!(1);
                case
            },
        ),
        Draw::new(
            "short",
            "two entities cannot get a full team: the commitment has their number, and their seats stay vacant",
            &["S5", "T2", "T4.6"],
            {
                let mut case = staffed(4, 2, 3);
                case.roster[0]["recuse"] = json!(["F02", "F03"]);
                case.roster[1]["recuse"] = json!(["F02", "F03"]);
                case
            },
        ),
        Draw::new(
            "no-eligible-inspector",
            "no inspector may visit one of the entities: its team has no members",
            &["S5", "T5", "C2c"],
            {
                let mut case = staffed(2, 2, 2);
                case.roster
                    .iter_mut()
                    .for_each(|row| row["recuse"] = json!(["F01"]));
                case
            },
        ),
        Draw::new(
            "no-lead",
            "no inspector may be lead: seat 0 is vacant in every team, and the other seats are filled",
            &["T2", "T4.6", "T5"],
            {
                let mut case = staffed(2, 2, 3);
                case.task(0)["team"]["lead_required"] = json!(true);
                case
            },
        ),
        Draw::new(
            "as-many-inspectors-as-seats",
            "as many candidates as seats: the last candidate needs no word of the keystream",
            &["T4.2", "T4.3"],
            staffed(3, 2, 2),
        ),
        Draw::new(
            "twenty-seats",
            "twenty seats, the maximum, and one candidate more",
            &["T1", "T4.3"],
            staffed(1, 20, 21),
        ),
    ]
}

/// A case in which every entity is selected and gets a team of `seats` seats.
fn staffed(entity_count: usize, seats: u64, inspector_count: usize) -> Small {
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"}, "team": {"seats": [{"department": "局", "count": seats}]}}),
        entities(&[("low", entity_count)]),
    );
    case.roster = inspectors("局", "Z", inspector_count);
    case
}
