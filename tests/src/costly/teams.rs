//! Cases of many inspectors: kinds of seat, districts, recusals, long searches.

use super::{Costly, inspector, part, task, texts};

pub(super) fn all(size: usize) -> Vec<Costly> {
    let of = |count: usize| part(count, size);
    vec![
        single_moves("single-moves", 2, of(1_000)),
        single_moves("single-moves-wide", of(4_000), of(1_000)),
        two_kinds("two-kinds", of(700), of(20_000)),
        two_kinds("two-kinds-wide", of(6_000), of(20_000)),
        ladder(of(1_000), 40, of(1_600)),
        tight_caps(of(3_000), of(6_000)),
        other_districts(of(9_000), of(8_500)),
        windows(of(520), of(6_000), of(4_000)),
        skills("skills", of(4_500), of(4_500), 10),
        skills("long-skills", of(800), of(800), 80),
        recusals(of(1_500), of(2_000), of(60)),
        nobody(of(240), of(8_000)),
        rotation(of(60), of(4_000)),
        seats_of(of(9_000), 20, 3_000),
        Costly {
            name: "many-inspectors",
            ..seats_of(of(18_000), 5, of(12_000))
        }
        .refused("limit.seated"),
    ]
}

fn seats(groups: &[&str]) -> String {
    format!(r#""team":{{"seats":[{}]}}"#, groups.join(","))
}

/// Inspectors with skill p, with p and q, and with q. The first two kinds get the seats of p, then the others get those of
/// q, until single moves balance the loads.
fn two_kinds(name: &'static str, officers: usize, firms: usize) -> Costly {
    let p = r#"{"department":"d","count":2,"skills":["p"]}"#;
    let q = r#"{"department":"d","count":2,"skills":["q"]}"#;
    let of = |at: usize, seat: &str| format!("{},{}", task(at, firms), seats(&[seat]));
    Costly::new(name, [of(0, q), of(1, p)], firms).with_roster(officers, |at| {
        let skills = [r#"["p"]"#, r#"["p","q"]"#, r#"["q"]"#][at * 3 / officers];
        inspector(at, "d", &format!(",\"skills\":{skills}"))
    })
}

/// Inspectors with skill p, two with p and q, and two with q and many open cases. The two with both skills get the
/// seats of q. When they also get seats of p, thousands of seats of q must move to the others, one for each seat of p
/// that moves.
fn single_moves(name: &'static str, officers: usize, firms: usize) -> Costly {
    const TASKS: [usize; 2] = [15, 45];
    let seat = |kind: usize| {
        let skill = ["q", "p"][kind];
        format!(r#"{{"department":"d","count":2,"skills":["{skill}"]}}"#)
    };
    let tasks = (0..2).flat_map(|kind| (0..TASKS[kind]).map(move |at| (kind, at)));
    let tasks = tasks
        .map(|(kind, at)| format!("{},{}", task(kind * 100 + at, firms), seats(&[&seat(kind)])));
    let busy = TASKS[0] * firms;
    Costly::new(name, tasks, firms).with_roster(officers + 4, |at| {
        let (skills, load) = match at {
            0 | 1 => (r#"["p","q"]"#, 0),
            2 | 3 => (r#"["q"]"#, busy),
            _ => (r#"["p"]"#, if officers > 2 { busy } else { 0 }),
        };
        inspector(at, "d", &format!(",\"skills\":{skills},\"load\":{load}"))
    })
}

/// Kinds of seat. Each shares one inspector with the next one. Many inspectors may sit in all of them.
fn ladder(common: usize, kinds: usize, firms: usize) -> Costly {
    let kinds = kinds.min(common / 2);
    let seat = |kind: usize| format!(r#"{{"department":"d","count":2,"skills":["k{kind:02}"]}}"#);
    let tasks = (0..kinds).map(|kind| format!("{},{}", task(kind, firms), seats(&[&seat(kind)])));
    Costly::new("ladder", tasks, firms).with_roster(common, |at| {
        let from = at % kinds;
        let to = (from + 1).min(kinds - 1);
        let load = if from < kinds / 2 { 200 } else { 0 };
        let skills = if at < kinds * 4 {
            texts((from..=to).map(|kind| format!("k{kind:02}")))
        } else {
            texts((0..kinds / 2).map(|kind| format!("k{kind:02}")))
        };
        inspector(at, "d", &format!(",\"skills\":{skills},\"load\":{load}"))
    })
}

/// Caps that allow exactly as many seats as there are. Almost every seat needs a chain of moves.
fn tight_caps(officers: usize, firms: usize) -> Costly {
    let p = r#"{"department":"d","count":1,"skills":["p"]}"#;
    let q = r#"{"department":"d","count":1,"skills":["q"]}"#;
    let any = r#"{"department":"d","count":2}"#;
    let tasks = [any, p, q].into_iter().enumerate();
    let tasks = tasks.map(|(at, seat)| {
        let second = if at == 0 {
            any
        } else {
            r#"{"department":"e","count":1}"#
        };
        format!("{},{}", task(at, firms), seats(&[seat, second]))
    });
    let caps = firms * 6 / officers;
    Costly::new("tight-caps", tasks, firms).with_roster(officers + 2, |at| {
        if at >= officers {
            return inspector(at, "e", "");
        }
        let skills = [r#"["p"]"#, r#"["p","q"]"#, r#"["q"]"#][at * 3 / officers];
        inspector(
            at,
            "d",
            &format!(",\"skills\":{skills},\"max_load\":{caps}"),
        )
    })
}

/// As many districts as firms, each with different inspectors.
fn other_districts(officers: usize, firms: usize) -> Costly {
    let team = r#""team":{"seats":[{"department":"d","count":2}],"district":"other"}"#;
    Costly::new("other-districts", [format!("{},{team}", task(0, firms))], 0)
        .with_registry(firms, |at| {
            format!(
                r#"{{"id":"{at}","name":"甲","district":"{}"}}"#,
                100_000 + at
            )
        })
        .with_roster(officers, |at| {
            inspector(at, "d", &format!(",\"district\":\"{}\"", 100_000 + at))
        })
}

/// Teams with different ends of the window, in many districts.
fn windows(tasks: usize, officers: usize, firms: usize) -> Costly {
    let day = |at: usize| {
        format!(
            "20{:02}-{:02}-{:02}",
            25 + at / 336,
            1 + at / 28 % 12,
            1 + at % 28
        )
    };
    let of = |at: usize| {
        let team = r#""team":{"seats":[{"department":"d","count":2}],"district":"other"}"#;
        format!(
            r#"{},{team},"window":{{"from":"2024-01-01","to":"{}"}}"#,
            task(at, 1),
            day(at)
        )
    };
    Costly::new("windows", (0..tasks).map(of), 0)
        .with_registry(firms, |at| {
            format!(
                r#"{{"id":"{at}","name":"甲","district":"{}"}}"#,
                100_000 + at
            )
        })
        .with_roster(officers, |at| {
            let (district, valid) = (100_000 + at, day(at % tasks));
            inspector(
                at,
                "d",
                &format!(r#","district":"{district}","valid_to":"{valid}""#),
            )
        })
        .refused("limit.framed")
}

/// Seats that all require the same skills and one more, and inspectors who have nearly all of them.
fn skills(name: &'static str, kinds: usize, officers: usize, common: usize) -> Costly {
    let of = |at: usize, without: usize| {
        let skills = (0..common)
            .filter(|of| *of != without)
            .map(|of| format!("s{of}"));
        texts(skills.chain([format!("x{at}")]))
    };
    let tasks = (0..kinds).step_by(10).map(|at| {
        let groups = (at..kinds.min(at + 10)).map(|at| {
            format!(
                r#"{{"department":"d","count":2,"skills":{}}}"#,
                of(at % officers, common)
            )
        });
        let groups: Vec<String> = groups.collect();
        format!(
            r#"{},"team":{{"seats":[{}]}}"#,
            task(at, 1),
            groups.join(",")
        )
    });
    Costly::new(name, tasks, 10).with_roster(officers, |at| {
        inspector(at, "d", &format!(",\"skills\":{}", of(at, common)))
    })
}

/// Many recusals, used by many tasks.
fn recusals(tasks: usize, officers: usize, each: usize) -> Costly {
    let team = seats(&[r#"{"department":"d","count":2}"#]);
    let firms = 1_000;
    Costly::new(
        "recusals",
        (0..tasks).map(|at| format!("{},{team}", task(at, 1))),
        firms,
    )
    .with_roster(officers, |at| {
        let mut from: Vec<String> = (0..each)
            .map(|of| format!("{}", (at + 7 * of) % firms))
            .collect();
        from.sort_unstable();
        from.dedup();
        inspector(at, "d", &format!(",\"recuse\":{}", texts(from)))
    })
}

/// Teams that cannot be filled. Every entity of every frame is short.
fn nobody(tasks: usize, firms: usize) -> Costly {
    let team = seats(&[r#"{"department":"d","count":2}"#]);
    Costly::new(
        "nobody",
        (0..tasks).map(|at| format!("{},{team}", task(at, 1))),
        firms,
    )
    .with_roster(1, |at| inspector(at, "d", ""))
}

/// A history of many inspectors, and tasks that exclude all of them.
fn rotation(tasks: usize, rows: usize) -> Costly {
    let team = r#""team":{"seats":[{"department":"d","count":2}],"rotation_from":"2020-01-01"}"#;
    let (firms, officers) = (500, 400);
    Costly::new(
        "rotation",
        (0..tasks).map(|at| format!("{},{team}", task(at, firms))),
        firms,
    )
    .with_roster(officers, |at| inspector(at, "d", ""))
    .with_history(rows, |at| {
        let mut of: Vec<String> = (0..16)
            .map(|by| format!("i{}", (at * 16 + by * 3) % officers))
            .collect();
        of.sort_unstable();
        of.dedup();
        format!(
            r#"{{"entity":"{}","task":"x{}","date":"2023-01-01","inspectors":{}}}"#,
            at % firms,
            at / firms,
            texts(of)
        )
    })
}

/// Large teams, for every firm.
fn seats_of(firms: usize, count: usize, officers: usize) -> Costly {
    let team = seats(&[&format!(r#"{{"department":"d","count":{count}}}"#)]);
    Costly::new(
        "twenty-seats",
        [format!("{},{team}", task(0, firms))],
        firms,
    )
    .with_roster(officers, |at| inspector(at, "d", ""))
}
