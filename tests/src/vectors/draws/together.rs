//! Relations between tasks and between years: shared visits, rotation, loads, and what blinding hides.

use serde_json::{Value, json};

use super::{Draw, entities, inspectors, of_task, task, visit, with};
use crate::Small;

pub(super) fn all() -> Vec<Draw> {
    vec![
        Draw::new(
            "joins",
            "three tasks visit the same entities: the second joins the team of the first, the third has another rotation",
            &["T7", "S3a"],
            joins(&[(3, None), (2, None), (2, Some("2024-01-01"))]),
        ),
        Draw::new(
            "smaller-team-first",
            "a team that is larger than that of the earlier task does not join it; the third task joins the first",
            &["T7"],
            joins(&[(2, None), (3, None), (2, None)]),
        ),
        Draw::new(
            "rotation",
            "an inspector who visited an entity since rotation_from may not visit it again, planned or not",
            &["T2", "I5", "S5"],
            rotation(),
        ),
        Draw::new(
            "loads",
            "inspectors begin with the loads of the roster: they count for rank, cap and balance",
            &["T3", "T4.4", "T6"],
            loads(),
        ),
        Draw::new(
            "loads-and-short",
            "an inspector whose load has reached the cap takes no seat, and entities are short for that reason",
            &["T3", "S5", "T4.6"],
            full(),
        ),
        Draw::new(
            "window-of-the-plan",
            "without a window of the task, certificates must be valid on the last day of the plan's window",
            &["T2", "T1"],
            window(),
        ),
        Draw::new(
            "blinded-extra",
            "a blinded leaf of the registry has a digest in place of extra; leaves of the roster keep it",
            &["S2"],
            extra(),
        ),
        Draw::new(
            "blinded-cutoffs",
            "on a blinded sheet the public form has commitments to the cutoffs, also where tasks share tickets",
            &["E2", "D2"],
            cutoffs(),
        ),
    ]
}

/// Tasks of one coordination group with this number of seats, and rotation from that day.
fn joins(tasks: &[(u64, Option<&str>)]) -> Small {
    let mut case = of_task(json!({}), entities(&[("low", 6)]));
    let tasks = (1..).zip(tasks).map(|(number, (seats, rotation))| {
        let mut team = json!({"seats": [{"department": "局", "count": seats}]});
        if let Some(from) = rotation {
            team["rotation_from"] = json!(from);
        }
        task(
            &format!("J{number}"),
            json!({"quota": {"count": 2 + number % 2}, "coordination": "auto", "team": team}),
        )
    });
    case.plan["tasks"] = tasks.collect();
    case.roster = inspectors("局", "Z", 7);
    case
}

fn rotation() -> Small {
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"},
            "team": {"seats": [{"department": "局", "count": 2}], "rotation_from": "2022-09-01"}}),
        entities(&[("low", 5)]),
    );
    case.roster = inspectors("局", "Z", 3);
    let by = |entity: &str, date: &str, inspectors: Value| {
        with(visit(entity, "T9", date), json!({"inspectors": inspectors}))
    };
    case.history = vec![
        by("F01", "2022-09-01", json!(["Z1"])),
        by("F02", "2022-08-31", json!(["Z1", "Z2"])),
        with(
            by("F03", "2024-05-05", json!(["Z3", "X9"])),
            json!({"kind": "case"}),
        ),
        by("F04", "2023-05-05", json!(["Z1"])),
        by("F04", "2024-05-05", json!(["Z2"])),
    ];
    case
}

/// All ten entities are selected, for four inspectors. Two of these have open cases.
fn loads() -> Small {
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"}, "team": {"seats": [{"department": "局", "count": 2}]}}),
        entities(&[("low", 10)]),
    );
    case.roster = inspectors("局", "Z", 5);
    case.roster[0]["load"] = json!(9);
    case.roster[1]["load"] = json!(3);
    case.roster[2]["max_load"] = json!(4);
    case.plan["max_load"] = json!(12);
    case
}

fn full() -> Small {
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"}, "team": {"seats": [{"department": "局", "count": 2}]}}),
        entities(&[("low", 3)]),
    );
    case.roster = inspectors("局", "Z", 3);
    case.plan["max_load"] = json!(4);
    case.roster[0] = with(case.roster[0].clone(), json!({"load": 4}));
    case.roster[1] = with(case.roster[1].clone(), json!({"load": 1, "max_load": 2}));
    case.roster[2]["recuse"] = json!(["F02"]);
    case
}

fn window() -> Small {
    let mut case = of_task(
        json!({"quota": {"count": 2}, "team": {"seats": [{"department": "局", "count": 2}]}}),
        entities(&[("low", 4)]),
    );
    case.plan["window"] = json!({"from": "2024-09-01", "to": "2024-11-30"});
    case.roster = inspectors("局", "Z", 4);
    case.roster[0]["valid_to"] = json!("2024-11-30");
    case.roster[1]["valid_to"] = json!("2024-11-29");
    case
}

fn extra() -> Small {
    let mut case = Small::with_team();
    let extra = json!({"法定代表人": "样例", "电话": "000", "😀": "样"});
    case.registry[0]["extra"] = extra.clone();
    case.registry[1]["extra"] = json!({"电话": "000"});
    case.registry[2]["extra"] = json!({});
    case.roster[0]["extra"] = extra;
    case.blinded()
}

fn cutoffs() -> Small {
    let mut case = of_task(json!({}), entities(&[("high", 4), ("low", 5)]));
    let of = |id: &str, quota: Value| {
        let risk = json!({"minimum": {"high": "50%"}, "unrated_as": "low"});
        task(
            id,
            json!({"quota": quota, "risk": risk, "coordination": "auto", "reserves": 1}),
        )
    };
    case.plan["tasks"] = json!([of("J1", json!({"count": 3})), of("J2", json!({"count": 5}))]);
    case.blinded()
}
