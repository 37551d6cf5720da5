//! Rare events. The live values were found by a search. The tests check that the event occurs.

use serde_json::{Value, json};

use super::{Draw, entities, inspector, inspectors, of_task, task, with, with_live_value};
use crate::Small;

pub(super) fn all() -> Vec<Draw> {
    vec![
        Draw::new(
            "chain-within-a-team",
            "two members of the team move to other seats, one after the other, so that the last seat is filled",
            &["T4.4", "T4.5"],
            with_live_value(skills(), "24214121622114543345"),
        ),
        Draw::new(
            "chain-across-tasks",
            "all eligible inspectors are at their caps: one moves from a team of the first task to the second, and another takes the seat",
            &["T3", "T4.5"],
            with_live_value(two_tasks(), "16365666636244444661"),
        ),
        Draw::new(
            "chain-of-three-moves",
            "a chain of three moves through teams of both tasks",
            &["T3", "T4.5"],
            with_live_value(ladder(), "62254216144625254634"),
        ),
        Draw::new(
            "failed-search",
            "a search finds no inspector for a seat: it stays vacant, although some inspectors have no seat",
            &["T4.5", "T4.6"],
            with_live_value(two_tasks(), "22362253311123632621"),
        ),
        Draw::new(
            "balance-through-another-team",
            "a chain of three moves lowers the greatest load; it passes two teams of which that inspector is not a member",
            &["T6"],
            with_live_value(uneven(), "52336322212346561626"),
        ),
        Draw::new(
            "shared-team-changed-by-a-chain",
            "a chain of a later task changes a team that two tasks share: both tasks have the final members",
            &["T4.5", "T7"],
            with_live_value(shared(1), "24214121622114543345"),
        ),
        Draw::new(
            "shared-team-changed-by-balance",
            "balancing changes a team that two tasks share: both tasks have the final members",
            &["T6", "T7"],
            with_live_value(shared(9), "11111111111111111111"),
        ),
    ]
}

fn skilled(id: &str, skills: &[&str]) -> Value {
    with(inspector(id, "局"), json!({"skills": skills}))
}

fn seat(count: u64, skills: &[&str]) -> Value {
    json!({"department": "局", "count": count, "skills": skills})
}

/// Each seat requires more skills than the one before, and few inspectors have them all.
fn skills() -> Small {
    let team = json!({"seats": [seat(1, &[]), seat(1, &["甲"]), seat(1, &["乙"])]});
    let mut case = of_task(
        json!({"quota": {"count": 2}, "team": team}),
        entities(&[("low", 4)]),
    );
    case.roster = vec![
        skilled("Z1", &[]),
        skilled("Z2", &["甲"]),
        skilled("Z3", &["甲", "乙"]),
    ];
    case
}

/// The second task needs skilled inspectors, most of whom have a seat in the first.
fn two_tasks() -> Small {
    let mut case = of_task(json!({}), entities(&[("low", 5)]));
    let team =
        |first: &[&str], second: &[&str]| json!({"seats": [seat(1, first), seat(1, second)]});
    case.plan["max_load"] = json!(1);
    case.plan["tasks"] = json!([
        task(
            "J1",
            json!({"quota": {"count": 2}, "team": team(&[], &["甲"])})
        ),
        task(
            "J2",
            json!({"quota": {"count": 1}, "team": team(&["乙"], &["甲"])})
        )
    ]);
    case.roster = vec![
        skilled("Z1", &[]),
        skilled("Z2", &["甲"]),
        skilled("Z3", &["甲"]),
        skilled("Z4", &["甲", "乙"]),
        skilled("Z5", &["甲", "乙"]),
        with(skilled("Z6", &[]), json!({"recuse": ["F01", "F02", "F03"]})),
    ];
    case
}

/// Two tasks whose seats require more and more skills, with as many inspectors as seats.
fn ladder() -> Small {
    let mut case = two_tasks();
    let team =
        |first: &[&str], second: &[&str]| json!({"seats": [seat(1, first), seat(1, second)]});
    case.task(0)["team"] = team(&[], &["甲"]);
    case.task(1)["team"] = team(&["乙"], &["丙"]);
    case.roster = vec![
        skilled("Z1", &[]),
        skilled("Z2", &[]),
        skilled("Z3", &["甲"]),
        skilled("Z4", &["甲"]),
        skilled("Z5", &["甲", "乙"]),
        skilled("Z6", &["甲", "乙", "丙"]),
    ];
    case
}

/// Each inspector of 局 may visit a few entities. The next inspector may also visit the last of them.
fn uneven() -> Small {
    let team = json!({"seats": [seat(1, &[]), {"department": "所", "count": 1}]});
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"}, "team": team}),
        entities(&[("low", 8)]),
    );
    let may_visit = [&[1, 2, 3][..], &[3, 4, 5], &[5, 6, 7], &[7, 8]];
    let inspectors = (1..).zip(may_visit).map(|(number, may)| {
        let not = (1..=8)
            .filter(|number| !may.contains(number))
            .map(|number| format!("F{number:02}"));
        with(
            inspector(&format!("Z{number}"), "局"),
            json!({"recuse": not.collect::<Vec<_>>()}),
        )
    });
    case.roster = inspectors.chain([inspector("Y1", "所")]).collect();
    case
}

/// Two tasks that share a visit, and a third task. `cap` is the maximum load of an inspector.
fn shared(cap: u64) -> Small {
    let mut case = of_task(json!({}), entities(&[("low", 4)]));
    let of_group = |id: &str, count: u64| {
        let team = json!({"seats": [seat(count, &[])]});
        task(
            id,
            json!({"quota": {"count": 2}, "coordination": "auto", "team": team}),
        )
    };
    let other = json!({"seats": [seat(2, &["甲"])]});
    case.plan["max_load"] = json!(cap);
    case.plan["tasks"] = json!([
        of_group("J1", 3),
        of_group("J2", 2),
        task("J3", json!({"quota": {"count": 1}, "team": other}))
    ]);
    case.roster = inspectors("局", "Z", 6);
    case.roster
        .extend(["Y1", "Y2", "Y3"].map(|id| skilled(id, &["甲"])));
    case
}
