//! Draws whose throws were searched for what hardly ever happens. The tests make sure that it does.

use serde_json::{Value, json};

use super::{Draw, firms, of_task, officer, officers, task, thrown, with};
use crate::Small;

pub(super) fn all() -> Vec<Draw> {
    vec![
        Draw::new(
            "chain-within-a-team",
            "two who sit in the team move up one after the other until the last seat is filled",
            &["T4.4", "T4.5"],
            thrown(skills(), "11111111111111111111"),
        ),
        Draw::new(
            "chain-across-tasks",
            "all who may sit are at their caps: one leaves a team of the first task for the second, another follows him",
            &["T3", "T4.5"],
            thrown(two_tasks(), "16365666636244444661"),
        ),
        Draw::new(
            "chain-of-three-moves",
            "a chain of three moves through teams of both tasks",
            &["T3", "T4.5"],
            thrown(ladder(), "56546666654122226621"),
        ),
        Draw::new(
            "search-in-vain",
            "a search finds nobody who could take or leave a seat: it stays vacant, though not all officers have one",
            &["T4.5", "T4.6"],
            thrown(two_tasks(), "25223233665451511132"),
        ),
        Draw::new(
            "balance-through-another-team",
            "the greatest load is lowered by a chain of three through two teams in which its bearer does not sit",
            &["T6"],
            thrown(uneven(), "52336322212346561626"),
        ),
        Draw::new(
            "one-visit-changed-by-a-chain",
            "a later task's chain changes a team that two tasks share: both tasks name who sits there at the end",
            &["T4.5", "T7"],
            thrown(shared(1), "11111111111111111111"),
        ),
        Draw::new(
            "one-visit-changed-by-balance",
            "balance changes a team that two tasks share: both tasks name who sits there at the end",
            &["T6", "T7"],
            thrown(shared(9), "11111111111111111111"),
        ),
    ]
}

fn skilled(id: &str, skills: &[&str]) -> Value {
    with(officer(id, "局"), json!({"skills": skills}))
}

fn seat(count: u64, skills: &[&str]) -> Value {
    json!({"department": "局", "count": count, "skills": skills})
}

/// Each seat asks for more than the one before, and few can do all.
fn skills() -> Small {
    let team = json!({"seats": [seat(1, &[]), seat(1, &["甲"]), seat(1, &["乙"])]});
    let mut case = of_task(
        json!({"quota": {"count": 2}, "team": team}),
        firms(&[("low", 4)]),
    );
    case.roster = vec![
        skilled("Z1", &[]),
        skilled("Z2", &["甲"]),
        skilled("Z3", &["甲", "乙"]),
    ];
    case
}

/// A second task for the skilled, most of whom the first has taken.
fn two_tasks() -> Small {
    let mut case = of_task(json!({}), firms(&[("low", 5)]));
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

/// A ladder of skills over two tasks, with as many officers as seats.
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

/// Each officer of 局 may visit few firms, of which the next may visit the last one too.
fn uneven() -> Small {
    let team = json!({"seats": [seat(1, &[]), {"department": "所", "count": 1}]});
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"}, "team": team}),
        firms(&[("low", 8)]),
    );
    let may_visit = [&[1, 2, 3][..], &[3, 4, 5], &[5, 6, 7], &[7, 8]];
    let officers = (1..).zip(may_visit).map(|(number, may)| {
        let not = (1..=8)
            .filter(|firm| !may.contains(firm))
            .map(|firm| format!("F{firm:02}"));
        with(
            officer(&format!("Z{number}"), "局"),
            json!({"recuse": not.collect::<Vec<_>>()}),
        )
    });
    case.roster = officers.chain([officer("Y1", "所")]).collect();
    case
}

/// Two tasks with one visit, and a third; each officer may have so many seats.
fn shared(cap: u64) -> Small {
    let mut case = of_task(json!({}), firms(&[("low", 4)]));
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
    case.roster = officers("局", "Z", 6);
    case.roster
        .extend(["Y1", "Y2", "Y3"].map(|id| skilled(id, &["甲"])));
    case
}
