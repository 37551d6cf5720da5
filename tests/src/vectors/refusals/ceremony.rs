//! Ceremonies: sources and earlier commitments [S3c, S4a–S4c].

use serde_json::{Value, json};
use suiji::{Contribution, Hash, Secret};

use super::{Refusal, changed, extend};
use crate::trace::{jcs, trace};
use crate::vectors::Document;
use crate::{Small, thrown};

const QUICKNET: &str = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

pub(super) fn all() -> Vec<Refusal> {
    let mut all = sources();
    all.extend(live());
    all.extend(earlier());
    all.extend(known_earlier());
    all
}

/// A ceremony with a second source and its contribution. The source is the only fault.
fn source(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    expected: (&'static str, &'static str),
    (source, contribution): (Value, Value),
) -> Refusal {
    let documents = changed(Small::plain(), |case| {
        add_source(case, source, contribution)
    });
    Refusal::new(name, about, rules, expected, documents)
}

fn add_source(case: &mut Small, source: Value, contribution: Value) {
    for (list, member) in [
        (&mut case.ceremony["sources"], source),
        (&mut case.contributions, contribution),
    ] {
        let first = list[0].clone();
        *list = json!([first, member]);
    }
}

/// A live source of these parts, and its numbers.
fn parts(parts: Value, numbers: Value) -> (Value, Value) {
    (
        json!({"kind": "live", "by": "witness", "name": "摸球", "parts": parts}),
        json!({"kind": "live", "numbers": numbers}),
    )
}

/// A live source of one part, and its numbers.
fn part(part: Value, numbers: Value) -> (Value, Value) {
    parts(json!([part]), json!([numbers]))
}

/// A committed source of a witness, and its contribution.
fn committed() -> (Value, Value) {
    let (nonce, value) = (Secret::from_bytes([0xcc; 32]), "见证人写下的话");
    let commitment = Contribution::commitment(Hash::Sha256, &nonce, value).to_string();
    (
        json!({"kind": "committed", "by": "witness", "name": "样例见证人", "commitment": commitment}),
        json!({"kind": "committed", "nonce": nonce.reveal(), "value": value}),
    )
}

fn sources() -> Vec<Refusal> {
    let drand = |chain: &str| {
        (
            json!({"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 9_000_000}),
            json!({"kind": "drand", "signature": "00".repeat(48)}),
        )
    };
    let mut office = part(json!({"count": 2, "from": 1, "to": 6}), json!([6, 5]));
    office.0["by"] = json!("office");
    vec![
        Refusal::new(
            "no-source",
            "no sources",
            &["S4a"],
            ("ceremony.no-source", "ceremony $.sources"),
            changed(Small::plain(), |case| {
                case.ceremony["sources"] = json!([]);
                case.contributions = json!([]);
            }),
        ),
        source(
            "live-office",
            "a live source of the office, which could choose the value",
            &["S4c"],
            ("ceremony.live-office", "ceremony $.sources[1].by"),
            office,
        ),
        Refusal::new(
            "repeated-commitment",
            "two sources with the same commitment",
            &["S4c"],
            (
                "ceremony.repeated-commitment",
                "ceremony $.sources[1].commitment",
            ),
            changed(Small::plain(), |case| {
                let (source, opening) = committed();
                case.ceremony["sources"] = json!([source, source]);
                case.contributions = json!([opening, opening]);
            }),
        ),
        source(
            "drand-source",
            "a drand round that was published before the sealing",
            &["S4a"],
            ("ceremony.drand-time", "ceremony $.sources[1].round"),
            drand(QUICKNET),
        ),
        source(
            "drand-chain",
            "a drand chain that is not the one of annex A",
            &["S4a"],
            ("ceremony.drand-chain", "ceremony $.sources[1].chain"),
            drand(&"0".repeat(64)),
        ),
        source(
            "no-commitment",
            "a committed source of the office without commitment",
            &["S4a"],
            ("ceremony.no-commitment", "ceremony $.sources[1]"),
            (
                json!({"kind": "committed", "by": "office", "name": "样例机关"}),
                committed().1,
            ),
        ),
    ]
}

/// Live sources whose parts are not in order [S4b].
fn live() -> Vec<Refusal> {
    let place = |path: &'static str| match path {
        "" => "ceremony $.sources[1].parts",
        "count" => "ceremony $.sources[1].parts[0].count",
        "to" => "ceremony $.sources[1].parts[0].to",
        "distinct" => "ceremony $.sources[1].parts[0].distinct",
        _ => "ceremony $.sources[1].parts[0]",
    };
    let of = |name, about, (code, path), case: (Value, Value)| {
        source(name, about, &["S4b"], (code, place(path)), case)
    };
    let die = |count: u64| json!({"count": count, "from": 1, "to": 6});
    let balls = |count: u64| json!({"count": count, "from": 1, "to": 6, "distinct": true});
    let many = |count: usize| (vec![die(1); count], vec![[1]; count]);
    let (parts_of_21, numbers_of_21) = many(21);
    vec![
        of(
            "no-part",
            "a live source without parts",
            ("ceremony.part-count", ""),
            parts(json!([]), json!([])),
        ),
        of(
            "too-many-parts",
            "a live source of 21 parts",
            ("ceremony.part-count", ""),
            parts(json!(parts_of_21), json!(numbers_of_21)),
        ),
        of(
            "part-of-nothing",
            "a part of which no number falls",
            ("json.range", "count"),
            part(die(0), json!([])),
        ),
        of(
            "part-too-long",
            "a part of 1,001 numbers",
            ("json.range", "count"),
            part(die(1001), json!(vec![1; 1001])),
        ),
        of(
            "part-range",
            "a part of which only one number can fall",
            ("ceremony.part-range", "part"),
            part(json!({"count": 2, "from": 6, "to": 6}), json!([6, 6])),
        ),
        of(
            "part-greatest",
            "a part with numbers up to 10,000",
            ("json.range", "to"),
            part(json!({"count": 2, "from": 1, "to": 10_000}), json!([1, 1])),
        ),
        of(
            "part-of-all-balls",
            "all balls of a drum, which has one outcome",
            ("ceremony.part-distinct", "part"),
            part(balls(6), json!([1, 2, 3, 4, 5, 6])),
        ),
        of(
            "part-of-one-ball",
            "a single ball without return, which is written without distinct",
            ("ceremony.part-distinct", "part"),
            part(balls(1), json!([4])),
        ),
        source(
            "written-default-of-a-part",
            "distinct: false, a default that must be omitted since it stands on the sheet",
            &["C2c", "S4b"],
            ("json.written-default", place("distinct")),
            part(
                json!({"count": 2, "from": 1, "to": 6, "distinct": false}),
                json!([6, 5]),
            ),
        ),
    ]
}

fn superseded(digit: &str, more: Value) -> Value {
    let mut superseded = json!({"commitment": digit.repeat(64), "reason": "名录有误", "approved_by": "样例分管负责人"});
    extend(&mut superseded, more);
    superseded
}

fn earlier() -> Vec<Refusal> {
    let with = |name, about, expected, fields: Value| {
        let documents = changed(Small::plain(), |case| extend(&mut case.ceremony, fields));
        Refusal::new(name, about, &["S3c"], expected, documents)
    };
    let previous = "a".repeat(64);
    let contribution =
        |source: u64| json!({"source": source, "kind": "live", "numbers": [[source]]});
    let followed = json!({"commitment": "a".repeat(64), "record": "f".repeat(64)});
    vec![
        with(
            "no-previous",
            "a commitment that follows an earlier one and has no previous",
            ("ceremony.no-previous", "ceremony $"),
            json!({"follows": [followed]}),
        ),
        with(
            "commitment-named-twice",
            "an earlier commitment that is both followed and superseded",
            ("ceremony.sheet-twice", "ceremony $"),
            json!({"previous": previous, "follows": [followed], "supersedes": [superseded("a", json!({}))]}),
        ),
        with(
            "record-and-contributions",
            "a superseded commitment with both record and contributions",
            (
                "ceremony.record-and-contributions",
                "ceremony $.supersedes[0]",
            ),
            json!({"previous": previous, "supersedes": [
                superseded("a", json!({"record": "f".repeat(64), "contributions": [contribution(0)]}))]}),
        ),
        with(
            "contribution-order",
            "contributions of a superseded commitment that are not in the order of its sources",
            (
                "ceremony.contribution-order",
                "ceremony $.supersedes[0].contributions",
            ),
            json!({"previous": previous, "supersedes": [superseded("a", json!({"contributions": [contribution(1), contribution(0)]}))]}),
        ),
    ]
}

/// A source whose commitment was opened for a superseded commitment.
fn opened() -> Refusal {
    let (source, opening) = committed();
    let mut given = opening.clone();
    given["source"] = json!(0);
    let case = changed(Small::plain(), |case| {
        add_source(case, source, opening);
        case.ceremony["previous"] = json!("a".repeat(64));
        case.ceremony["supersedes"] = json!([superseded("a", json!({"contributions": [given]}))]);
    });
    Refusal::new(
        "opened-commitment",
        "a source with a commitment that a contribution to a superseded commitment opens",
        &["S4c"],
        ("ceremony.opened-commitment", "ceremony $.sources[1]"),
        case,
    )
}

/// Two earlier commitments with the newer one named first.
fn newer_first(older: &Value) -> Refusal {
    let mut newer = older.clone();
    newer["sealed_at"] = json!("2024-09-02T11:00:00+08:00");
    let digest = |commitment: &Value| {
        let text = jcs(commitment);
        Hash::Sha256.digest(text.as_bytes()).to_string()
    };
    newer["previous"] = json!(digest(older));
    let case = changed(Small::plain(), |case| {
        case.ceremony["sealed_at"] = json!("2024-09-02T12:00:00+08:00");
        case.ceremony["previous"] = json!(digest(&newer));
        let named = [&newer, older].map(|commitment| {
            let mut named = superseded("0", json!({}));
            named["commitment"] = json!(digest(commitment));
            named
        });
        case.ceremony["supersedes"] = json!(named);
    });
    Refusal::new(
        "newer-commitment-first",
        "two earlier commitments with the newer one named first",
        &["S3c"],
        ("ceremony.sheet-order", "ceremony $"),
        case,
    )
    .with_document("earlier.json", Document::Json(json!([newer, older])))
}

/// Faults that need the earlier commitments.
fn known_earlier() -> Vec<Refusal> {
    let mut first = Small::plain();
    let (witness, opening) = committed();
    add_source(&mut first, witness, opening);
    let sealed = trace(&first).commitment;
    let earlier = Document::Json(json!([sealed]));
    let digest = Hash::Sha256.digest(jcs(&sealed).as_bytes()).to_string();
    let unnamed = changed(Small::plain(), |case| {
        case.ceremony["previous"] = json!(digest)
    });
    let reused = changed(first, |case| {
        case.ceremony["previous"] = json!(digest);
        let mut named = superseded("0", json!({}));
        named["commitment"] = json!(digest);
        case.ceremony["supersedes"] = json!([named]);
    });
    let other_value = changed(Small::plain(), |case| {
        case.ceremony["previous"] = json!(digest);
        let mut thrown = thrown(&"7".repeat(20));
        thrown["source"] = json!(0);
        let contributions = json!([thrown]);
        let mut named = superseded("0", json!({"contributions": contributions}));
        named["commitment"] = json!(digest);
        case.ceremony["supersedes"] = json!([named]);
    });
    vec![
        opened(),
        newer_first(&sealed),
        Refusal::new(
            "superseded-contribution",
            "a contribution of a superseded commitment that its live source does not allow",
            &["S3c", "S4b"],
            (
                "ceremony.sheet-contribution",
                "ceremony $.supersedes[0].contributions[0]",
            ),
            other_value,
        )
        .with_document("earlier.json", earlier.clone()),
        Refusal::new(
            "earlier-commitment-not-named",
            "an earlier commitment with the same task that is not named",
            &["S3c"],
            ("ceremony.earlier-sheet", "ceremony $"),
            unnamed,
        )
        .with_document("earlier.json", earlier.clone()),
        Refusal::new(
            "reused-commitment",
            "a source with a commitment that an earlier ceremony used",
            &["S4c"],
            ("ceremony.reused-commitment", "ceremony $.sources[1]"),
            reused,
        )
        .with_document("earlier.json", earlier),
    ]
}
