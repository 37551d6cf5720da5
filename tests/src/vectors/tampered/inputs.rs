//! The correct record with inputs that differ from the sealed ones [V1].

use serde_json::{Value, json};

use super::{ALL, Change, FRAMES, Fails, PLAN};
use crate::vectors::patch::{add, remove};

fn input(
    named: (&'static str, &'static str),
    rules: &'static [&'static str],
    (document, path, value): (&'static str, &str, Value),
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::of(named, rules, document, (path, value), with, Fails(fails))
}

fn patched(
    named: (&'static str, &'static str),
    rules: &'static [&'static str],
    (document, patch): (&'static str, Value),
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::patched(named, rules, document, json!([patch]), with, Fails(fails))
}

pub(super) fn all() -> Vec<Change> {
    let (plan, registry, roster, history) = (
        "plan.json",
        "registry.jsonl",
        "roster.jsonl",
        "history.jsonl",
    );
    vec![
        input(
            ("plan-title", "another title"),
            &["S3a"],
            (plan, "/title", json!("另一计划")),
            PLAN,
            &["plan.digest"],
        ),
        input(
            ("plan-year", "a plan of another year"),
            &["S3a"],
            (plan, "/year", json!(2025)),
            PLAN,
            &["plan.digest"],
        ),
        input(
            ("plan-quota", "another quota"),
            &["F4"],
            (plan, "/tasks/0/quota/count", json!(4)),
            PLAN,
            &["plan.digest"],
        ),
        input(
            (
                "plan-coordination",
                "a coordination group that was not sealed",
            ),
            &["D1", "S3a"],
            (plan, "/tasks/0/coordination", json!("other")),
            PLAN,
            &["plan.digest"],
        ),
        input(
            ("plan-limit", "a limit of more visits"),
            &["F2"],
            (plan, "/tasks/0/limits/0/visits", json!(2)),
            FRAMES,
            &["plan.digest"],
        ),
        input(
            ("entity-name", "a name corrected after sealing"),
            &["S1"],
            (registry, "/1/name", json!("样例企业二")),
            FRAMES,
            &["registry.root"],
        ),
        patched(
            ("entity-inactive", "an entity set to inactive after sealing"),
            &["F1"],
            (registry, add("/5/status", json!("inactive"))),
            FRAMES,
            &["registry.root"],
        ),
        patched(
            (
                "exemption-removed",
                "an exemption removed, so that the entity would have been in the frame",
            ),
            &["F2"],
            (registry, remove("/10/exempt")),
            FRAMES,
            &["registry.root"],
        ),
        patched(
            ("entity-removed", "an entity removed from the registry"),
            &["S1", "F1"],
            (registry, remove("/6")),
            FRAMES,
            &["registry.root"],
        ),
        input(
            ("entity-class", "a class that is not in the plan"),
            &["I6"],
            (registry, "/1/class", json!("D")),
            FRAMES,
            &["registry.root"],
        ),
        patched(
            (
                "visit-removed",
                "a visit removed from the history, so that an exclusion is lost",
            ),
            &["F2"],
            (history, remove("/0")),
            FRAMES,
            &["history.root"],
        ),
        input(
            (
                "visit-date",
                "another date of a visit, which changes no exclusion",
            ),
            &["S1", "I5"],
            (history, "/1/date", json!("2024-03-06")),
            FRAMES,
            &["history.root"],
        ),
        input(
            ("inspector-name", "another name of an inspector"),
            &["S1"],
            (roster, "/0/name", json!("样例另一人")),
            ALL,
            &["roster.root"],
        ),
        patched(
            (
                "recusal-removed",
                "a recusal removed, so that a full team is possible",
            ),
            &["S5", "T2"],
            (roster, remove("/0/recuse")),
            ALL,
            &["roster.root"],
        ),
        patched(
            (
                "visitor-added",
                "an inspector added to a visit, which changes no exclusion",
            ),
            &["S1", "I5"],
            (history, add("/1/inspectors", json!(["Z1"]))),
            FRAMES,
            &["history.root"],
        ),
        patched(
            ("load", "a load that was not sealed"),
            &["T3"],
            (roster, add("/3/load", json!(9))),
            ALL,
            &["roster.root"],
        ),
        patched(
            ("max-load", "a max_load that was not sealed"),
            &["T3"],
            (roster, add("/3/max_load", json!(1))),
            ALL,
            &["roster.root"],
        ),
    ]
}
