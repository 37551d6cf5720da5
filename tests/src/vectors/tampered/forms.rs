//! Changes to a public form [E2].

use serde_json::{Value, json};

use super::{ALL, ALONE, Change, FRAMES, Fails, OTHER, PLAN, Refused};
use crate::vectors::patch::{add, remove, replace};

fn form(
    named: (&'static str, &'static str),
    rules: &'static [&'static str],
    at: (&str, Value),
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::of(named, rules, "public", at, with, Fails(fails))
}

fn patched(
    named: (&'static str, &'static str),
    patch: Value,
    with: &'static [&'static str],
    fails: &'static [&'static str],
) -> Change {
    Change::patched(named, &["E2", "D3"], "public", patch, with, Fails(fails))
}

pub(super) fn all() -> Vec<Change> {
    vec![
        Change::of(
            ("spec", "a public form of an unknown version"),
            &["E2"],
            "public",
            ("/spec", json!("suiji-v2")),
            ALONE,
            Refused("public-form.spec-unknown"),
        ),
        form(
            ("record", "the digest of another record"),
            &["E1", "E2"],
            ("/record", json!(OTHER)),
            ALL,
            &["public.record"],
        ),
        form(
            ("seed", "another seed"),
            &["R2"],
            ("/seed", json!(OTHER)),
            ALONE,
            &["record.seed"],
        ),
        form(
            ("live-numbers", "other numbers of a live source"),
            &["R2"],
            ("/contributions/0/numbers/0/19", json!(5)),
            ALONE,
            &["record.seed"],
        ),
        form(
            ("nonce", "another nonce"),
            &["R1"],
            ("/contributions/1/nonce", json!(OTHER)),
            ALONE,
            &["contributions.match"],
        ),
        Change::patched(
            (
                "kind-of-contribution",
                "a live contribution for a committed source",
            ),
            &["R1"],
            "public",
            json!([
                replace("/contributions/1/kind", json!("live")),
                remove("/contributions/1/nonce"),
                remove("/contributions/1/value"),
                add("/contributions/1/numbers", json!([[3, 6, 5]]))
            ]),
            ALONE,
            Fails(&["contributions.match"]),
        ),
        form(
            ("task", "a draw of another task"),
            &["E2"],
            ("/draws/0/task", json!("J9")),
            ALONE,
            &["record.tasks"],
        ),
        form(
            ("last-stratum", "the last ticket of another stratum"),
            &["E2"],
            ("/draws/0/last/0/stratum", json!("elevated")),
            ALONE,
            &["public.last"],
        ),
        form(
            (
                "last-ticket",
                "a greater last ticket, which would include one more entity",
            ),
            &["E2", "D3"],
            ("/draws/0/last/0/ticket", json!("ff".repeat(32))),
            FRAMES,
            &["public.selection"],
        ),
        form(
            ("selected", "another entity on the list"),
            &["D3"],
            ("/draws/0/selected/0", json!("F99")),
            FRAMES,
            &["public.selection"],
        ),
        patched(
            ("selected-removed", "one entity removed from the list"),
            json!([remove("/draws/0/selected/0")]),
            ALONE,
            &["public.last"],
        ),
        patched(
            ("selected-added", "one entity added to the list"),
            json!([add("/draws/0/selected/-", json!("F99"))]),
            ALONE,
            &["public.last"],
        ),
        patched(
            ("selected-order", "the list is not in the order of visits"),
            json!([
                replace("/draws/0/selected/0", json!("F06")),
                replace("/draws/0/selected/1", json!("F08"))
            ]),
            FRAMES,
            &["public.selection"],
        ),
        patched(
            ("last-missing", "a stratum without its last ticket"),
            json!([remove("/draws/0/last/0")]),
            ALONE,
            &["public.last"],
        ),
        form(
            ("take", "a commitment with a smaller take"),
            &["F4", "E2"],
            ("/commitment/tasks/0/strata/2/take", json!(1)),
            PLAN,
            &["record.seed", "plan.allocation", "public.last"],
        ),
    ]
}
