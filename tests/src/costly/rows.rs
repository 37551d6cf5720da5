//! Rows and documents with many faults or values, and a ceremony that asks for many numbers.

use serde_json::{Value, json};

use super::{Costly, part, task, texts};

pub(super) fn all(size: usize) -> Vec<Costly> {
    let of = |count: usize| part(count, size);
    let one = || [task(0, 1)];
    vec![
        Costly::new("classes", one(), 0)
            .with_registry(of(20_000), |at| {
                format!(r#"{{"id":"{at}","name":"甲","class":"c{at}"}}"#)
            })
            .refused("registry.unknown-class"),
        Costly::new("letter-case", one(), 0)
            .with_registry(of(30_000), |at| {
                let letter = if at % 2 == 0 { 'a' } else { 'A' };
                format!(r#"{{"id":"{letter}{}","name":"甲"}}"#, at / 2)
            })
            .refused("id.case"),
        Costly::new("unknown-fields", one(), 1)
            .with_plan(
                &(0..of(90_000))
                    .map(|at| format!("\"{at}\":1,"))
                    .collect::<String>(),
            )
            .refused("json.unknown-field"),
        Costly::new("wrong-rows", one(), 0)
            .with_registry(of(30_000), |at| format!(r#"{{"id":"-{at}","nam":"甲"}}"#))
            .refused("json.unknown-field"),
        Costly::new("wrong-columns", one(), 0)
            .with_registry(of(20_000), |at| {
                format!(r#"{{"id":"{at}","name":"甲","f{at}":"甲"}}"#)
            })
            .refused("json.unknown-field"),
        Costly::new("empty-lists", one(), 1)
            .with_plan(&format!("\"extra\":[{}[]],", "[],".repeat(of(300_000))))
            .refused("json.wrong-type"),
        Costly::new("one-row", one(), 0).with_registry(1, |_| {
            let categories = texts((0..of(100_000)).map(|at| format!("{at:06}")));
            format!(r#"{{"id":"1","name":"甲","categories":{categories}}}"#)
        }),
        Costly::new("extra", one(), 0).with_registry(of(100), |at| {
            let fields: Vec<String> = (0..700).map(|key| format!(r#""{key:03}":"甲""#)).collect();
            format!(
                r#"{{"id":"{at}","name":"甲","extra":{{{}}}}}"#,
                fields.join(",")
            )
        }),
        sources(of(1_000)),
    ]
}

fn sources(count: usize) -> Costly {
    let part = json!({"count": 1000, "from": 0, "to": 9999});
    let source = |at: usize| {
        let parts: Vec<&Value> = vec![&part; 20];
        json!({"kind": "live", "by": "public", "name": format!("{at}"), "parts": parts})
    };
    let mut case = Costly::new("sources", [task(0, 1)], 10).refused("limit.contributions");
    case.ceremony["sources"] = (0..count).map(source).collect();
    case
}
