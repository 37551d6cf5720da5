//! Changes of the sheet's sources, and of what it says of earlier sheets.

use serde_json::{Value, json};

use super::sheets::{patched, sheet};
use super::{ALONE, Change, Fails, OTHER};
use crate::vectors::patch::{add, remove, replace};

const EARLIER: &[&str] = &["earlier"];

pub(super) fn all() -> Vec<Change> {
    let mut all = sources();
    all.extend(earlier());
    all
}

fn sources() -> Vec<Change> {
    let seed: &[&str] = &["record.seed"];
    let opened: &[&str] = &["contributions.match"];
    let source = |named, rules, path: &str, value: Value, fails| {
        sheet(
            named,
            rules,
            (&format!("/sources{path}"), value),
            ALONE,
            fails,
        )
    };
    vec![
        source(
            ("source-by", "somebody else answers for a source"),
            &["S4a", "R2"],
            "/0/by",
            json!("witness"),
            seed,
        ),
        source(
            ("source-name", "another name of a source"),
            &["S4a", "R2"],
            "/0/name",
            json!("另一把骰子"),
            seed,
        ),
        source(
            ("symbols", "symbols that did not fall"),
            &["S4b", "R1"],
            "/0/symbols",
            json!("12345"),
            opened,
        ),
        source(
            ("symbols-more", "one symbol more, which fits the value"),
            &["S4b", "R2"],
            "/0/symbols",
            json!("1234567"),
            seed,
        ),
        source(
            ("length", "a value of one character less"),
            &["S4b", "R1"],
            "/0/length",
            json!(19),
            opened,
        ),
        source(
            ("outcomes", "more outcomes than there were"),
            &["S4b", "R2"],
            "/0/outcomes",
            json!(53_131),
            seed,
        ),
        source(
            ("commitment", "another commitment"),
            &["S4a", "R1"],
            "/1/commitment",
            json!(OTHER),
            opened,
        ),
        patched(
            ("kind-of-source", "a live source that was a committed one"),
            &["S4a", "R1"],
            json!([
                replace("/commitment/sources/1/kind", json!("live")),
                remove("/commitment/sources/1/commitment"),
                add("/commitment/sources/1/symbols", json!("abc")),
                add("/commitment/sources/1/length", json!(3))
            ]),
            ALONE,
            opened,
        ),
        patched(
            ("source-missing", "a source is taken off the sheet"),
            &["S4a", "R1"],
            json!([remove("/commitment/sources/1")]),
            ALONE,
            &["contributions.count", "record.seed"],
        ),
        patched(
            (
                "round-before-sealing",
                "a drand round that was known before the sheet was sealed",
            ),
            &["S4a"],
            json!([
                replace(
                    "/commitment/sources/1",
                    json!({"kind": "drand", "by": "public", "name": "drand",
                    "chain": "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", "round": 1})
                ),
                replace(
                    "/contributions/1",
                    json!({"kind": "drand", "signature": "00".repeat(48)})
                )
            ]),
            ALONE,
            &["sheet.drand-round"],
        ),
        Change::of(
            (
                "source-of-an-earlier-sheet",
                "a source whose commitment stood in an earlier sheet",
            ),
            &["S4c"],
            "record",
            ("/commitment/sources/1/commitment", json!("ab".repeat(32))),
            EARLIER,
            Fails(&["earlier.sources", "contributions.match"]),
        ),
    ]
}

fn earlier() -> Vec<Change> {
    let seed: &[&str] = &["record.seed"];
    let of = |named, path: &str, value: Value, with, fails| {
        sheet(named, &["S3c", "R2"], (path, value), with, fails)
    };
    let superseded = |named, path: &str, value: Value| {
        of(named, &format!("/supersedes{path}"), value, ALONE, seed)
    };
    vec![
        of(
            ("previous", "another sheet as the previous one"),
            "/previous",
            json!(OTHER),
            ALONE,
            seed,
        ),
        patched(
            (
                "first-of-all",
                "a sheet after others is passed off as the authority's first",
            ),
            &["S3c"],
            json!([
                remove("/commitment/previous"),
                remove("/commitment/follows"),
                remove("/commitment/supersedes")
            ]),
            EARLIER,
            &["earlier.previous", "earlier.named", "record.seed"],
        ),
        of(
            ("followed", "another sheet is followed"),
            "/follows/0/commitment",
            json!(OTHER),
            EARLIER,
            &["earlier.named"],
        ),
        of(
            (
                "followed-record",
                "another record of the sheet that is followed",
            ),
            "/follows/0/record",
            json!(OTHER),
            ALONE,
            seed,
        ),
        patched(
            (
                "follows-missing",
                "a second draw is passed off as the first",
            ),
            &["S3c"],
            json!([remove("/commitment/follows")]),
            EARLIER,
            &["earlier.named", "record.seed"],
        ),
        superseded(
            ("superseded", "another sheet is superseded"),
            "/0/commitment",
            json!(OTHER),
        ),
        superseded(
            ("superseded-record", "another record of a superseded sheet"),
            "/0/record",
            json!(OTHER),
        ),
        superseded(("reason", "another reason"), "/0/reason", json!("另有原因")),
        superseded(
            ("approved-by", "approved by somebody else"),
            "/0/approved_by",
            json!("样例另一负责人"),
        ),
        superseded(
            ("given-source", "a contribution of another source"),
            "/1/contributions/1/source",
            json!(1),
        ),
        superseded(
            ("given-value", "another contribution to a superseded sheet"),
            "/1/contributions/0/value",
            json!("65"),
        ),
        superseded(
            ("given-nonce", "another nonce"),
            "/1/contributions/1/nonce",
            json!(OTHER),
        ),
        patched(
            (
                "given-kind",
                "another kind of contribution to a superseded sheet",
            ),
            &["S3c", "R2"],
            json!([
                replace(
                    "/commitment/supersedes/1/contributions/1/kind",
                    json!("live")
                ),
                remove("/commitment/supersedes/1/contributions/1/nonce")
            ]),
            ALONE,
            seed,
        ),
    ]
}
