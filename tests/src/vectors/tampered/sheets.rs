//! Changes of the sheet within a record. Its digest is another then, and the seed no longer follows.

use serde_json::{Value, json};

use super::{ALL, ALONE, Change, FRAMES, Fails, OTHER, PLAN, Refused, sources};
use crate::vectors::patch::{add, remove, replace};

pub(super) fn all() -> Vec<Change> {
    let mut all = heads();
    all.extend(tasks());
    all.extend(sources::all());
    all
}

pub(super) fn sheet(
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

fn heads() -> Vec<Change> {
    let root = |named, rules, path: &str, with, fails| {
        sheet(named, rules, (path, json!(OTHER)), with, fails)
    };
    vec![
        Change::of(
            ("spec", "a sheet of a version that is not there yet"),
            &["S3a"],
            "record",
            ("/commitment/spec", json!("suiji-v2")),
            ALONE,
            Refused("commitment.spec-unknown"),
        ),
        sheet(
            ("hash", "the other hash suite"),
            &["C1"],
            ("/hash", json!("sm3")),
            ALONE,
            &["record.seed"],
        ),
        sheet(
            ("sealed-at", "a sheet dated before it was sealed"),
            &["S3b", "R2"],
            ("/sealed_at", json!("2024-09-01T10:00:00+08:00")),
            &["sheet"],
            &["sheet.known", "record.seed"],
        ),
        sheet(
            ("authority", "another authority"),
            &["S3a"],
            ("/authority", json!("样例县市场局")),
            PLAN,
            &["plan.authority", "record.seed"],
        ),
        sheet(
            ("year", "another year"),
            &["S3a"],
            ("/year", json!(2025)),
            PLAN,
            &["plan.authority", "record.seed"],
        ),
        root(
            ("plan", "another plan's digest"),
            &["S3a"],
            "/plan",
            PLAN,
            &["plan.digest", "record.seed"],
        ),
        root(
            ("registry-root", "another registry's root"),
            &["S1"],
            "/registry/root",
            FRAMES,
            &["registry.root", "record.seed"],
        ),
        sheet(
            ("registry-size", "another size of the registry"),
            &["S1"],
            ("/registry/size", json!(11)),
            FRAMES,
            &["registry.root"],
        ),
        root(
            ("roster-root", "another roster's root"),
            &["S1"],
            "/roster/root",
            ALL,
            &["roster.root", "record.seed"],
        ),
        sheet(
            ("roster-size", "another size of the roster"),
            &["S1"],
            ("/roster/size", json!(5)),
            ALL,
            &["roster.root"],
        ),
        root(
            ("history-root", "another history's root"),
            &["S1"],
            "/history/root",
            FRAMES,
            &["history.root", "record.seed"],
        ),
        sheet(
            ("history-size", "another size of the history"),
            &["S1"],
            ("/history/size", json!(0)),
            FRAMES,
            &["history.root"],
        ),
        patched(
            ("blinded", "the sheet says that it is blinded"),
            &["S2", "R2"],
            json!([add("/commitment/blinded", json!(true))]),
            ALONE,
            &["record.seed"],
        ),
    ]
}

fn tasks() -> Vec<Change> {
    let task = |named, rules, path: &str, value: Value, with, fails| {
        sheet(
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
            ("task-missing", "a task of the plan is not on the sheet"),
            &["S3a", "E1"],
            json!([remove("/commitment/tasks/1")]),
            PLAN,
            &["plan.tasks", "record.tasks"],
        ),
        task(
            ("frame-root", "another frame's root"),
            &["F1", "S1"],
            "/frame/root",
            json!(OTHER),
            FRAMES,
            &["frame.root"],
        ),
        task(
            ("frame-size", "a frame with more than its strata have"),
            &["S3a"],
            "/frame/size",
            json!(9),
            ALONE,
            &["sheet.sizes"],
        ),
        task(
            ("excluded-root", "other exclusions"),
            &["F2", "S1"],
            "/excluded/root",
            json!(OTHER),
            FRAMES,
            &["frame.excluded"],
        ),
        task(
            ("excluded-size", "one exclusion less"),
            &["F2"],
            "/excluded/size",
            json!(1),
            FRAMES,
            &["frame.excluded"],
        ),
        task(
            ("stratum", "a stratum that is no class of the plan"),
            &["F3"],
            "/strata/0/stratum",
            json!("medium"),
            PLAN,
            &["plan.strata"],
        ),
        task(
            ("stratum-size", "a stratum with one more than the frame has"),
            &["F3", "S3a"],
            "/strata/0/size",
            json!(3),
            ALONE,
            &["sheet.sizes"],
        ),
        task(
            ("take", "one less to be taken"),
            &["F4", "D3"],
            "/strata/2/take",
            json!(1),
            PLAN,
            &["plan.allocation", "draw.sizes"],
        ),
        patched(
            ("sizes-moved", "one entity is counted in another stratum"),
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
                "another number of those who cannot get a full team",
            ),
            &["S5"],
            "/short",
            json!(2),
            ALL,
            &["roster.short"],
        ),
    ]
}
