//! Limits of this library, which are not in the specification.

use super::{PLAN, Refusal, parts, text};
use crate::vectors::Document;
use crate::vectors::documents::Part;

pub(super) fn all() -> Vec<Refusal> {
    let repeat = |text: &str, times: usize| Part::Repeat(text.to_owned(), times);
    let head = r#"{"title":"样例计划","authority":"样例县工信局","year":2024,"tasks":["#;
    let ceremony = r#"{"hash":"sha256","sealed_at":"2024-09-02T10:00:00+08:00","sources":["#;
    let source =
        r#"{"kind":"live","by":"public","name":"掷骰","parts":[{"count":20,"from":1,"to":6}]}"#;
    let no_rules: &[&str] = &[];
    vec![
        parts(
            "depth",
            "arrays nested 33 levels deep",
            no_rules,
            ("json.depth", "plan"),
            ("plan.json", vec![repeat("[", 33), repeat("]", 33)]),
        ),
        parts(
            "depth-unclosed",
            "one million opening brackets",
            no_rules,
            ("json.depth", "plan"),
            ("plan.json", vec![repeat("[", 1_000_000)]),
        ),
        parts(
            "limit-bytes",
            "a plan of more than 16 MiB, mostly white space",
            no_rules,
            ("limit.bytes", "plan"),
            ("plan.json", vec![text(PLAN), repeat(" ", 16 << 20)]),
        ),
        Refusal::new(
            "limit-values",
            "a record with more than 2^24 values",
            no_rules,
            ("limit.values", "record"),
            [(
                "record.json".to_owned(),
                Document::Parts(vec![text("["), repeat("0,", 1 << 24), text("0]")]),
            )]
            .into(),
        )
        .run("read"),
        parts(
            "limit-line",
            "a row of more than 1 MiB",
            no_rules,
            ("limit.line", "registry row 1"),
            (
                "registry.jsonl",
                vec![
                    text("{\"id\":\"A-1\",\"name\":\""),
                    repeat("x", 1 << 20),
                    text("\"}\n"),
                ],
            ),
        ),
        parts(
            "limit-tasks",
            "a plan of 10,001 tasks",
            no_rules,
            ("limit.tasks", "plan $.tasks"),
            (
                "plan.json",
                vec![text(head), repeat("{},", 10_000), text("{}]}")],
            ),
        ),
        parts(
            "limit-limits",
            "a plan of 65 limits on visits",
            no_rules,
            ("limit.limits", "plan $.limits"),
            (
                "plan.json",
                vec![
                    text(
                        r#"{"title":"样例计划","authority":"样例县工信局","year":2024,"limits":["#,
                    ),
                    repeat("{},", 64),
                    text(
                        "{}],\"tasks\":[{\"id\":\"J1\",\"name\":\"抽查\",\"quota\":{\"count\":2}}]}",
                    ),
                ],
            ),
        ),
        parts(
            "limit-sources",
            "a ceremony of 1,001 sources",
            no_rules,
            ("limit.sources", "ceremony $.sources"),
            (
                "ceremony.json",
                vec![
                    text(ceremony),
                    repeat(&format!("{source},"), 1000),
                    text(source),
                    text("]}"),
                ],
            ),
        ),
    ]
}
