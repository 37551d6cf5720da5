//! Changes to the sources of a commitment, and to its statements about earlier commitments.

use serde_json::{Value, json};

use super::commitments::{commitment, patched};
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
        commitment(
            named,
            rules,
            (&format!("/sources{path}"), value),
            ALONE,
            fails,
        )
    };
    vec![
        source(
            ("source-by", "another party for a source"),
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
            ("to", "fewer numbers than fell"),
            &["S4b", "R1"],
            "/0/parts/0/to",
            json!(5),
            opened,
        ),
        source(
            (
                "to-more",
                "one more number that could fall; those that fell are still possible",
            ),
            &["S4b", "R2"],
            "/0/parts/0/to",
            json!(7),
            seed,
        ),
        source(
            ("from", "numbers from 2, where a 1 fell"),
            &["S4b", "R1"],
            "/0/parts/0/from",
            json!(2),
            opened,
        ),
        source(
            ("count", "fewer throws than there were"),
            &["S4b", "R1"],
            "/0/parts/0/count",
            json!(19),
            opened,
        ),
        patched(
            ("distinct", "balls that may repeat"),
            &["S4b", "R2"],
            json!([remove("/commitment/sources/0/parts/1/distinct")]),
            ALONE,
            seed,
        ),
        patched(
            ("part-removed", "a part less than fell"),
            &["S4b", "R1"],
            json!([remove("/commitment/sources/0/parts/1")]),
            ALONE,
            opened,
        ),
        source(
            ("commitment", "another commitment"),
            &["S4a", "R1"],
            "/1/commitment",
            json!(OTHER),
            opened,
        ),
        patched(
            ("kind-of-source", "a committed source changed to a live one"),
            &["S4a", "R1"],
            json!([
                replace("/commitment/sources/1/kind", json!("live")),
                remove("/commitment/sources/1/commitment"),
                add(
                    "/commitment/sources/1/parts",
                    json!([{"count": 3, "from": 1, "to": 6}])
                )
            ]),
            ALONE,
            opened,
        ),
        patched(
            ("source-removed", "a source removed from the commitment"),
            &["S4a", "R1"],
            json!([remove("/commitment/sources/1")]),
            ALONE,
            &["contributions.count", "record.seed"],
        ),
        patched(
            (
                "round-before-sealing",
                "a drand round of a time before the sealing",
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
            &["sheet.drand-round", "contributions.drand"],
        ),
        Change::of(
            (
                "source-reused",
                "a source with a commitment that an earlier ceremony used",
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
        commitment(named, &["S3c", "R2"], (path, value), with, fails)
    };
    let superseded = |named, path: &str, value: Value| {
        of(named, &format!("/supersedes{path}"), value, ALONE, seed)
    };
    vec![
        of(
            ("previous", "another previous commitment"),
            "/previous",
            json!(OTHER),
            ALONE,
            seed,
        ),
        patched(
            (
                "earlier-removed",
                "all earlier commitments removed, as if this were the authority's first",
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
            ("followed", "another commitment that is followed"),
            "/follows/0/commitment",
            json!(OTHER),
            EARLIER,
            &["earlier.named"],
        ),
        of(
            (
                "followed-record",
                "another record of the commitment that is followed",
            ),
            "/follows/0/record",
            json!(OTHER),
            ALONE,
            seed,
        ),
        patched(
            (
                "follows-removed",
                "follows removed, as if this were the first draw",
            ),
            &["S3c"],
            json!([remove("/commitment/follows")]),
            EARLIER,
            &["earlier.named", "record.seed"],
        ),
        superseded(
            ("superseded", "another commitment that is superseded"),
            "/0/commitment",
            json!(OTHER),
        ),
        superseded(
            (
                "superseded-record",
                "another record of a superseded commitment",
            ),
            "/0/record",
            json!(OTHER),
        ),
        superseded(("reason", "another reason"), "/0/reason", json!("另有原因")),
        superseded(
            ("approved-by", "another person who approved"),
            "/0/approved_by",
            json!("样例另一负责人"),
        ),
        superseded(
            (
                "superseded-source",
                "another source of a contribution of a superseded commitment",
            ),
            "/1/contributions/1/source",
            json!(1),
        ),
        patched(
            (
                "superseded-opens-a-source",
                "a contribution to a superseded commitment that opens a source of this one",
            ),
            &["S4c"],
            json!([
                replace(
                    "/commitment/supersedes/1/contributions/1/nonce",
                    json!("33".repeat(32))
                ),
                replace(
                    "/commitment/supersedes/1/contributions/1/value",
                    json!("三六五")
                )
            ]),
            ALONE,
            &["sheet.sources", "record.seed"],
        ),
        superseded(
            (
                "superseded-value",
                "another contribution of a superseded commitment",
            ),
            "/1/contributions/0/numbers/0/1",
            json!(5),
        ),
        superseded(
            (
                "superseded-nonce",
                "another nonce of a superseded commitment",
            ),
            "/1/contributions/1/nonce",
            json!(OTHER),
        ),
        patched(
            (
                "superseded-kind",
                "another kind of contribution of a superseded commitment",
            ),
            &["S3c", "R2"],
            json!([
                replace(
                    "/commitment/supersedes/1/contributions/1/kind",
                    json!("live")
                ),
                remove("/commitment/supersedes/1/contributions/1/nonce"),
                remove("/commitment/supersedes/1/contributions/1/value"),
                add(
                    "/commitment/supersedes/1/contributions/1/numbers",
                    json!([[3]])
                )
            ]),
            ALONE,
            seed,
        ),
    ]
}
