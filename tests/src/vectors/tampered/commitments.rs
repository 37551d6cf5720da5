//! Changes to the commitment in a record. They change its digest, so the seed does not match.

use serde_json::{Value, json};

use super::{ALL, ALONE, Change, FRAMES, Fails, OTHER, PLAN, Refused};
use crate::vectors::patch::{add, remove, replace};

pub(super) fn all() -> Vec<Change> {
    let mut all = fields();
    all.extend(tasks());
    all
}

pub(super) fn commitment(
    named: (&'static str, &'static str),
    rules: &'static [&'static str],
    (path, value): (&str, Value),
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::of(
        named,
        rules,
        "record",
        (&format!("/commitment{path}"), value),
        with,
        Fails(fails),
    )
}

pub(super) fn patched(
    named: (&'static str, &'static str),
    rules: &'static [&'static str],
    patch: Value,
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::patched(named, rules, "record", patch, with, Fails(fails))
}

fn fields() -> Vec<Change> {
    let root = |named, rules, path: &str, with, fails| {
        commitment(named, rules, (path, json!(OTHER)), with, fails)
    };
    vec![
        Change::of(
            ("spec", "a commitment of an unknown version"),
            &["S3a"],
            "record",
            ("/commitment/spec", json!("suiji-v2")),
            ALONE,
            Refused("commitment.spec-unknown"),
        ),
        commitment(
            ("hash", "the other hash suite"),
            &["C1"],
            ("/hash", json!("sm3")),
            ALONE,
            &["record.seed"],
        ),
        commitment(
            ("sealed-at", "a commitment dated before its sealing"),
            &["S3b", "R2"],
            ("/sealed_at", json!("2024-09-01T10:00:00+08:00")),
            &["sheet"],
            &["sheet.known", "record.seed"],
        ),
        commitment(
            ("authority", "another authority"),
            &["S3a"],
            ("/authority", json!("样例县市场局")),
            PLAN,
            &["plan.authority", "record.seed"],
        ),
        commitment(
            ("year", "another year"),
            &["S3a"],
            ("/year", json!(2025)),
            PLAN,
            &["plan.authority", "record.seed"],
        ),
        root(
            ("plan", "the digest of another plan"),
            &["S3a"],
            "/plan",
            PLAN,
            &["plan.digest", "record.seed"],
        ),
        root(
            ("registry-root", "the root of another registry"),
            &["S1"],
            "/registry/root",
            FRAMES,
            &["registry.root", "record.seed"],
        ),
        commitment(
            ("registry-size", "another size of the registry"),
            &["S1"],
            ("/registry/size", json!(12)),
            FRAMES,
            &["registry.root"],
        ),
        root(
            ("roster-root", "the root of another roster"),
            &["S1"],
            "/roster/root",
            ALL,
            &["roster.root", "record.seed"],
        ),
        commitment(
            ("roster-size", "another size of the roster"),
            &["S1"],
            ("/roster/size", json!(5)),
            ALL,
            &["roster.root"],
        ),
        root(
            ("history-root", "the root of another history"),
            &["S1"],
            "/history/root",
            FRAMES,
            &["history.root", "record.seed"],
        ),
        commitment(
            ("history-size", "another size of the history"),
            &["S1"],
            ("/history/size", json!(0)),
            FRAMES,
            &["history.root"],
        ),
        patched(
            ("blinded", "blinded added to the commitment"),
            &["S2", "R2"],
            json!([add("/commitment/blinded", json!(true))]),
            ALONE,
            &["record.seed"],
        ),
    ]
}

fn tasks() -> Vec<Change> {
    let task = |named, rules, path: &str, value: Value, with, fails| {
        commitment(
            named,
            rules,
            (&format!("/tasks/0{path}"), value),
            with,
            fails,
        )
    };
    vec![
        task(
            ("task-id", "another task"),
            &["S3a", "E1"],
            "/id",
            json!("J9"),
            PLAN,
            &["plan.tasks", "record.tasks"],
        ),
        patched(
            (
                "task-removed",
                "a task of the plan is not in the commitment",
            ),
            &["S3a", "E1"],
            json!([remove("/commitment/tasks/1")]),
            PLAN,
            &["plan.tasks", "record.tasks"],
        ),
        task(
            ("frame-root", "the root of another frame"),
            &["F1", "S1"],
            "/frame/root",
            json!(OTHER),
            FRAMES,
            &["frame.root"],
        ),
        task(
            (
                "frame-size",
                "a frame that is larger than its strata together",
            ),
            &["S3a"],
            "/frame/size",
            json!(9),
            ALONE,
            &["sheet.sizes"],
        ),
        task(
            ("excluded-root", "the root of other exclusions"),
            &["F2", "S1"],
            "/excluded/root",
            json!(OTHER),
            FRAMES,
            &["frame.excluded"],
        ),
        task(
            ("excluded-size", "another number of exclusions"),
            &["F2"],
            "/excluded/size",
            json!(1),
            FRAMES,
            &["frame.excluded"],
        ),
        task(
            (
                "reason-size",
                "another number of exclusions for a reason: they do not add up",
            ),
            &["S3a"],
            "/excluded/reasons/0/size",
            json!(2),
            ALONE,
            &["sheet.sizes"],
        ),
        task(
            ("reason", "another reason of an exclusion"),
            &["F2", "S3a"],
            "/excluded/reasons/0/reason",
            json!("year"),
            FRAMES,
            &["frame.excluded"],
        ),
        task(
            (
                "coordination",
                "another coordination group, for which the key is different",
            ),
            &["S3a", "D1"],
            "/coordination",
            json!("other"),
            PLAN,
            &["plan.tasks", "draw.key"],
        ),
        task(
            ("stratum", "a stratum that is not a class of the plan"),
            &["F3"],
            "/strata/0/stratum",
            json!("medium"),
            PLAN,
            &["plan.strata"],
        ),
        task(
            (
                "stratum-size",
                "another size of a stratum, which does not add up to the frame",
            ),
            &["F3", "S3a"],
            "/strata/0/size",
            json!(3),
            ALONE,
            &["sheet.sizes"],
        ),
        task(
            ("take", "a smaller take"),
            &["F4", "D3"],
            "/strata/2/take",
            json!(1),
            PLAN,
            &["plan.allocation", "draw.sizes"],
        ),
        patched(
            ("sizes-moved", "one entity counted in another stratum"),
            &["F3"],
            json!([
                replace("/commitment/tasks/0/strata/1/size", json!(2)),
                replace("/commitment/tasks/0/strata/2/size", json!(4))
            ]),
            FRAMES,
            &["frame.strata"],
        ),
        task(
            (
                "short",
                "another number of entities that cannot get a full team",
            ),
            &["S5"],
            "/short",
            json!(2),
            ALL,
            &["roster.short"],
        ),
    ]
}
