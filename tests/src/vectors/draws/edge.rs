//! The ends of what can be: nothing, one, all but one, all; too few officers; ties.

use serde_json::{Value, json};

use super::{Draw, firms, of_task, officers};
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
            firms(classes),
        )
    };
    let ten = || firms(&[("low", 10)]);
    vec![
        Draw::new(
            "one-entity",
            "a registry of one firm, which is drawn: a tree of one leaf",
            &["S1", "D3"],
            of_task(json!({"quota": {"count": 1}}), firms(&[("low", 1)])),
        ),
        Draw::new(
            "strata-of-one",
            "every stratum has one entity, and fewer are taken than there are strata",
            &["F4.3", "D3"],
            by_class(
                json!({"count": 2}),
                &[("high", 1), ("elevated", 1), ("general", 1), ("low", 1)],
            ),
        ),
        Draw::new(
            "take-nothing-of-a-stratum",
            "a maximum of less than one entity: nothing is taken of the stratum, which has a reserve all the same",
            &["F4.1", "F4.3", "D3"],
            of_task(
                json!({"quota": {"count": 3}, "reserves": 1, "risk": {"maximum": {"high": "10%"}}}),
                firms(&[("high", 9), ("low", 6)]),
            ),
        ),
        Draw::new(
            "all",
            "100 %: everybody is drawn, no reserves are left, and the order of visits is all that is drawn by lot",
            &["F4.2", "D3"],
            of_task(json!({"quota": {"exactly": "100%"}, "reserves": 3}), ten()),
        ),
        Draw::new(
            "all-but-one",
            "nine of ten: of the three reserves asked for there is one",
            &["F4.2", "D3"],
            of_task(json!({"quota": {"count": 9}, "reserves": 3}), ten()),
        ),
        Draw::new(
            "nothing-drawn",
            "at most 9 % of ten is nothing: T = 0, neither selected nor teams stand in the record, but reserves do",
            &["F4.2", "C2c", "D3"],
            {
                let mut case = of_task(
                    json!({"quota": {"at_most": "9%"}, "reserves": 2, "team": {"seats": [{"department": "局", "count": 2}]}}),
                    ten(),
                );
                case.roster = officers("局", "Z", 2);
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
            "12.5 % of 8 is exactly 1, where an inexact ratio could round up to 2",
            &["C6", "F4.2"],
            of_task(json!({"quota": {"exactly": "12.5%"}}), firms(&[("low", 8)])),
        ),
        Draw::new(
            "eight-leaves",
            "trees of 8, 7, 5 and 3 leaves: a full tree and three that are not",
            &["S1"],
            {
                let mut case = of_task(
                    json!({"quota": {"count": 1}, "scope": {"categories": ["超市"]}}),
                    firms(&[("low", 8)]),
                );
                case.registry[..7]
                    .iter_mut()
                    .for_each(|row| row["categories"] = json!(["超市"]));
                case.plan["annual_cap"] = json!(1);
                case.history = ["F01", "F02"]
                    .map(|id| super::visit(id, "J1", "2024-01-01"))
                    .into();
                case.roster = officers("局", "Z", 3);
                case
            },
        ),
    ]
}

fn ties() -> Vec<Draw> {
    let risk = |risk: Value, count: u64, classes: &[(&str, usize)]| {
        of_task(
            json!({"quota": {"count": count}, "risk": risk}),
            firms(classes),
        )
    };
    vec![
        Draw::new(
            "tie-of-equal-classes",
            "two strata of one size tie in every second round: the first in the order of classes gets one more",
            &["F4.3"],
            risk(
                json!({"weights": {"high": 1}}),
                3,
                &[("high", 4), ("low", 4)],
            ),
        ),
        Draw::new(
            "tie-by-weight",
            "3 · 4 / s and 2 · 6 / s are equal in every round, compared exactly",
            &["F4.3"],
            risk(
                json!({"weights": {"elevated": 3, "general": 2}}),
                5,
                &[("elevated", 4), ("general", 6)],
            ),
        ),
        Draw::new(
            "tie-of-thirds",
            "7 / 3 and 14 / 6 are equal and no whole numbers: compared by cross-multiplication, never as rounded quotients",
            &["F4.3"],
            risk(
                json!({"minimum": {"general": "40%", "low": "40%"}}),
                11,
                &[("general", 7), ("low", 14)],
            ),
        ),
        Draw::new(
            "caps-met-on-the-way",
            "a maximum is reached while seats are given: the others get what is left",
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
            "one-officer-too-few",
            "three teams of two and caps of five seats in all: one seat stays vacant",
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
            "two firms cannot get a full team at all: their number is sealed, their seats stay vacant",
            &["S5", "T2", "T4.6"],
            {
                let mut case = staffed(4, 2, 3);
                case.roster[0]["recuse"] = json!(["F02", "F03"]);
                case.roster[1]["recuse"] = json!(["F02", "F03"]);
                case
            },
        ),
        Draw::new(
            "short-of-everybody",
            "one firm whom nobody may visit: its team has no members",
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
            "nobody may be lead: seat 0 is vacant in every team, and the others are filled",
            &["T2", "T4.6", "T5"],
            {
                let mut case = staffed(2, 2, 3);
                case.task(0)["team"]["lead_required"] = json!(true);
                case
            },
        ),
        Draw::new(
            "no-choice",
            "as many candidates as seats: there is no word to read for the last of them",
            &["T4.2", "T4.3"],
            staffed(3, 2, 2),
        ),
        Draw::new(
            "twenty-seats",
            "twenty seats, as many as there may be, and one candidate more",
            &["T1", "T4.3"],
            staffed(1, 20, 21),
        ),
    ]
}

/// Teams for all of so many firms, with so many seats, out of so many officers.
fn staffed(firm_count: usize, seats: u64, officer_count: usize) -> Small {
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"}, "team": {"seats": [{"department": "局", "count": seats}]}}),
        firms(&[("low", firm_count)]),
    );
    case.roster = officers("局", "Z", officer_count);
    case
}
