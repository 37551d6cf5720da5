//! Cases of many tasks: frames, records, scopes, exemptions, limits.

use super::{Costly, part, task, texts};

pub(super) fn all(size: usize) -> Vec<Costly> {
    let of = |count: usize| part(count, size);
    vec![
        Costly::new("frames", (0..of(9_900)).map(|at| task(at, 1)), of(20_000))
            .refused("limit.framed"),
        Costly::new(
            "record",
            (0..of(6_000)).map(|at| {
                let all = r#""quota":{"exactly":"100%"}"#;
                format!(r#""id":"t{at}","name":"甲",{all}"#)
            }),
            of(330),
        )
        .refused("limit.drawn"),
        blinded(Costly::new(
            "frames-blinded",
            (0..of(100)).map(|at| task(at, 1)),
            of(20_000),
        )),
        Costly::new(
            "reserves",
            (0..of(240)).map(|at| format!("{},\"reserves\":1000000", task(at, 1))),
            of(8_000),
        )
        .refused("limit.drawn"),
        narrow_scopes(of(6_500), of(10_000)),
        categories(of(5_000), of(9_000)),
        long_scopes(of(500), of(8_000)),
        exemptions(of(8_000), of(240), of(400)),
        short_districts(of(5_000), of(9_000)),
        limits(of(500), of(5_000)),
        reasons(of(9_900)).refused("limit.commitment"),
        coordination(of(2_500), of(3_000), of(26)),
    ]
}

fn blinded(mut case: Costly) -> Costly {
    case.ceremony["hash"] = "sm3".into();
    case.ceremony["secret"] = "5e".repeat(32).into();
    case
}

/// Each task is about one row, and all rows are checked for it.
fn narrow_scopes(tasks: usize, firms: usize) -> Costly {
    let scope = |at: usize| {
        format!(
            r#"{},"scope":{{"industries":["{}"]}}"#,
            task(at, 1),
            at % firms
        )
    };
    Costly::new("narrow-scopes", (0..tasks).map(scope), 0).with_registry(firms, |at| {
        format!(r#"{{"id":"{at}","name":"甲","industry":"{at}"}}"#)
    })
}

/// Each row has its own set of categories, and each task requires one that all rows have.
fn categories(tasks: usize, firms: usize) -> Costly {
    let scope = |at: usize| {
        format!(
            r#"{},"scope":{{"categories":["c","n{at}"],"industries":["1"]}}"#,
            task(at, 1)
        )
    };
    Costly::new("categories", (0..tasks).map(scope), 0).with_registry(firms, |at| {
        let industry = if at == 0 { ",\"industry\":\"1\"" } else { "" };
        format!(r#"{{"id":"{at}","name":"甲","categories":["c","k{at}"]{industry}}}"#)
    })
}

/// Scopes of many words that are not prefixes of any value.
fn long_scopes(tasks: usize, firms: usize) -> Costly {
    let scope = |at: usize| {
        let codes = texts((0..55).map(|code| format!("{}", 100_000_000 + at * 55 + code)));
        let own = format!("{}", 10_000 + at % firms);
        format!(
            r#"{},"scope":{{"industries":["{own}"],"districts":["1"],"categories":["a"]}},"items":{codes}"#,
            task(at, 1)
        )
    };
    Costly::new("long-scopes", (0..tasks).map(scope), 0).with_registry(firms, |at| {
        let code = 10_000 + at;
        format!(r#"{{"id":"{at}","name":"甲","district":"1{code}","industry":"{code}","categories":["a"]}}"#)
    })
}

/// Rows that are each exempt from many tasks.
fn exemptions(tasks: usize, firms: usize, named: usize) -> Costly {
    Costly::new("exemptions", (0..tasks).map(|at| task(at, 1)), 0).with_registry(firms, |at| {
        if at == 0 {
            return r#"{"id":"0","name":"甲"}"#.to_owned(); // So that no frame is empty.
        }
        let mut from: Vec<String> = (0..named).map(|to| format!("t{}", at + to)).collect();
        from.sort_unstable();
        format!(
            r#"{{"id":"{at}","name":"甲","exempt":"n{at}","exempt_from":{}}}"#,
            texts(from)
        )
    })
}

/// Scopes of villages, and rows with only the code of a county.
fn short_districts(tasks: usize, firms: usize) -> Costly {
    let scope = |at: usize| {
        let code = 100_000_000_000_usize + at;
        format!(r#"{},"scope":{{"districts":["{code}","9"]}}"#, task(at, 1))
    };
    Costly::new("short-districts", (0..tasks).map(scope), 0).with_registry(firms, |at| {
        let district = if at == 0 {
            "99".to_owned()
        } else {
            format!("{}", 10_000_000 + at)
        };
        format!(r#"{{"id":"{at}","name":"甲","district":"{district}"}}"#)
    })
}

/// All limits that a task can have, and a history that reaches none.
fn limits(tasks: usize, rows: usize) -> Costly {
    let limits = |at: usize| {
        let all = (0..30).map(|limit| format!(r#"{{"id":"l{at}-{limit}","visits":9}}"#));
        format!(
            "{},\"limits\":[{}]",
            task(at, 1),
            all.collect::<Vec<_>>().join(",")
        )
    };
    Costly::new("limits", (0..tasks).map(limits), 300).with_history(rows, |at| {
        let day = 1 + at / 300 % 28;
        format!(
            r#"{{"entity":"{}","task":"t{}","date":"2024-0{}-{day:02}"}}"#,
            at % 300,
            at % tasks,
            1 + at % 7
        )
    })
}

/// Limits of the plan. Each excludes one firm from every task, so the commitment lists all of them as reasons.
fn reasons(tasks: usize) -> Costly {
    let id = |at: usize| format!("{}{at:02}", "reason".repeat(10));
    let limits: Vec<String> = (0..64)
        .map(|at| format!(r#"{{"id":"{}","visits":1,"by":["b{at}"]}}"#, id(at)))
        .collect();
    Costly::new("reasons", (0..tasks).map(|at| task(at, 1)), 66)
        .with_plan(&format!("\"limits\":[{}],", limits.join(",")))
        .with_history(64, |at| {
            format!(r#"{{"entity":"{at}","task":"x","date":"2024-01-01","by":["b{at}"]}}"#)
        })
}

/// A record of many firms, with more bytes than readers accept.
pub(super) fn large_record() -> Costly {
    let all = (0..10).map(|at| format!(r#""id":"t{at}","name":"甲","quota":{{"exactly":"100%"}}"#));
    Costly::new("large-record", all, 0)
        .with_registry(160_000, |at| format!(r#"{{"id":"{at:040}","name":"甲"}}"#))
        .refused("limit.record")
}

/// Tasks that share their tickets, but not their teams.
fn coordination(tasks: usize, firms: usize, take: usize) -> Costly {
    let team = |at: usize| {
        let day = format!(
            "20{:02}-{:02}-{:02}",
            10 + at / 336,
            1 + at / 28 % 12,
            1 + at % 28
        );
        format!(
            r#"{},"scope":{{"industries":["{}"]}},"coordination":"c","team":{{"seats":[{{"department":"d","count":2}}],"rotation_from":"{day}"}}"#,
            task(at, take),
            at % 10
        )
    };
    Costly::new("coordination", (0..tasks).map(team), 0)
        .with_registry(firms, |at| {
            format!(r#"{{"id":"{at}","name":"甲","industry":"{}"}}"#, at % 10)
        })
        .with_roster(3, |at| super::inspector(at, "d", ""))
}
