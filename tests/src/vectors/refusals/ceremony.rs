//! Ceremonies: sources and earlier commitments [S3c, S4a–S4c].

use serde_json::{Value, json};
use suiji::{Contribution, Hash, Secret};

use super::{Refusal, changed, extend};
use crate::Small;
use crate::trace::{jcs, trace};
use crate::vectors::Document;

const QUICKNET: &str = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

pub(super) fn all() -> Vec<Refusal> {
    let mut all = sources();
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

/// A live source with these fields changed, and a contribution with this value.
fn live(fields: Value, value: &str) -> (Value, Value) {
    let mut live = Small::plain().ceremony["sources"][0].clone();
    extend(&mut live, fields);
    (live, json!({"kind": "live", "value": value}))
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
    let value = "65432165432165432165";
    let symbols = ("ceremony.symbols", "ceremony $.sources[1].symbols");
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
            live(json!({"by": "office"}), value),
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
            "symbols-order",
            "symbols that are not in ascending order",
            &["S4b"],
            symbols,
            live(json!({"symbols": "213456"}), value),
        ),
        source(
            "symbols-one",
            "a single symbol",
            &["S4b"],
            symbols,
            live(json!({"symbols": "1"}), &"1".repeat(20)),
        ),
        source(
            "symbols-full-width",
            "full-width digits as symbols",
            &["S4b"],
            symbols,
            live(json!({"symbols": "１２"}), &"１２".repeat(10)),
        ),
        source(
            "outcomes",
            "outcomes equal to the default (symbols to the power of length), which must be omitted",
            &["S4b"],
            ("ceremony.outcomes", "ceremony $.sources[1].outcomes"),
            live(json!({"length": 2, "outcomes": 36}), "65"),
        ),
        source(
            "drand-source",
            "a drand source, which this version does not support",
            &["S4a"],
            ("ceremony.drand-unsupported", "ceremony $.sources[1]"),
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
    let contribution = |source: u64| json!({"source": source, "kind": "live", "value": "1"});
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
        let contributions = json!([{"source": 0, "kind": "live", "value": "7".repeat(20)}]);
        let mut named = superseded("0", json!({"contributions": contributions}));
        named["commitment"] = json!(digest);
        case.ceremony["supersedes"] = json!([named]);
    });
    vec![
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
