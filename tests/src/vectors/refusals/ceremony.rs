//! Ceremonies: sources and earlier sheets [S3c, S4a–S4c].

use serde_json::{Value, json};
use suiji::{Contribution, Hash, Secret};

use super::{Refusal, changed, extend};
use crate::Small;
use crate::trace::walk;
use crate::vectors::Document;

const QUICKNET: &str = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

pub(super) fn all() -> Vec<Refusal> {
    let mut all = sources();
    all.extend(sheets());
    all.extend(known_sheets());
    all
}

/// The ceremony with a second source and what that gave: the source is the one fault.
fn source(
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    right_is: (&'static str, &'static str),
    (source, given): (Value, Value),
) -> Refusal {
    let documents = changed(Small::plain(), |case| second(case, source, given));
    Refusal::new(name, about, rules, right_is, documents)
}

fn second(case: &mut Small, source: Value, given: Value) {
    for (list, member) in [
        (&mut case.ceremony["sources"], source),
        (&mut case.contributions, given),
    ] {
        let first = list[0].clone();
        *list = json!([first, member]);
    }
}

/// A live source with other fields, and the value that it showed.
fn live(fields: Value, value: &str) -> (Value, Value) {
    let mut live = Small::plain().ceremony["sources"][0].clone();
    extend(&mut live, fields);
    (live, json!({"kind": "live", "value": value}))
}

/// A witness's source, and what opens its commitment.
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
    let thrown = "65432165432165432165";
    let symbols = ("ceremony.symbols", "ceremony $.sources[1].symbols");
    vec![
        Refusal::new(
            "no-source",
            "no source at all",
            &["S4a"],
            ("ceremony.no-source", "ceremony $.sources"),
            changed(Small::plain(), |case| {
                case.ceremony["sources"] = json!([]);
                case.contributions = json!([]);
            }),
        ),
        source(
            "live-office",
            "a live value of the office, who could choose it",
            &["S4c"],
            ("ceremony.live-office", "ceremony $.sources[1].by"),
            live(json!({"by": "office"}), thrown),
        ),
        Refusal::new(
            "repeated-commitment",
            "two sources with one commitment",
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
            "symbols that do not ascend",
            &["S4b"],
            symbols,
            live(json!({"symbols": "213456"}), thrown),
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
            "as many outcomes as symbols and length give, which is written by leaving it out",
            &["S4b"],
            ("ceremony.outcomes", "ceremony $.sources[1].outcomes"),
            live(json!({"length": 2, "outcomes": 36}), "65"),
        ),
        source(
            "drand-source",
            "a drand round, which this version does not seal",
            &["S4a"],
            ("ceremony.drand-unsupported", "ceremony $.sources[1]"),
            drand(QUICKNET),
        ),
        source(
            "drand-chain",
            "a round of another chain than that of annex A",
            &["S4a"],
            ("ceremony.drand-chain", "ceremony $.sources[1].chain"),
            drand(&"0".repeat(64)),
        ),
        source(
            "no-commitment",
            "a committed source of the office that was not committed yet",
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
    let mut sheet = json!({"commitment": digit.repeat(64), "reason": "名录有误", "approved_by": "样例分管负责人"});
    extend(&mut sheet, more);
    sheet
}

fn sheets() -> Vec<Refusal> {
    let with = |name, about, right_is, fields: Value| {
        let documents = changed(Small::plain(), |case| extend(&mut case.ceremony, fields));
        Refusal::new(name, about, &["S3c"], right_is, documents)
    };
    let previous = "a".repeat(64);
    let given = |source: u64| json!({"source": source, "kind": "live", "value": "1"});
    let followed = json!({"commitment": "a".repeat(64), "record": "f".repeat(64)});
    vec![
        with(
            "no-previous",
            "a sheet that follows one and does not name the previous",
            ("ceremony.no-previous", "ceremony $"),
            json!({"follows": [followed]}),
        ),
        with(
            "sheet-twice",
            "a sheet that is both followed and superseded",
            ("ceremony.sheet-twice", "ceremony $"),
            json!({"previous": previous, "follows": [followed], "supersedes": [superseded("a", json!({}))]}),
        ),
        with(
            "record-and-contributions",
            "a superseded sheet with its record and with contributions",
            (
                "ceremony.record-and-contributions",
                "ceremony $.supersedes[0]",
            ),
            json!({"previous": previous, "supersedes": [
                superseded("a", json!({"record": "f".repeat(64), "contributions": [given(0)]}))]}),
        ),
        with(
            "contribution-order",
            "contributions of a superseded sheet in another order than its sources",
            (
                "ceremony.contribution-order",
                "ceremony $.supersedes[0].contributions",
            ),
            json!({"previous": previous, "supersedes": [superseded("a", json!({"contributions": [given(1), given(0)]}))]}),
        ),
    ]
}

/// Two earlier sheets, the younger of which is named first.
fn younger_first(older: &Value) -> Refusal {
    let mut younger = older.clone();
    younger["sealed_at"] = json!("2024-09-02T11:00:00+08:00");
    let digest = |sheet: &Value| {
        let text = crate::trace::jcs(sheet);
        Hash::Sha256.digest(text.as_bytes()).to_string()
    };
    younger["previous"] = json!(digest(older));
    let case = changed(Small::plain(), |case| {
        case.ceremony["sealed_at"] = json!("2024-09-02T12:00:00+08:00");
        case.ceremony["previous"] = json!(digest(&younger));
        let named = [&younger, older].map(|sheet| {
            let mut named = superseded("0", json!({}));
            named["commitment"] = json!(digest(sheet));
            named
        });
        case.ceremony["supersedes"] = json!(named);
    });
    Refusal::new(
        "younger-sheet-first",
        "two earlier sheets, the younger of which is named first",
        &["S3c"],
        ("ceremony.sheet-order", "ceremony $"),
        case,
    )
    .written("earlier.json", Document::Json(json!([younger, older])))
}

/// Where the office has its earlier sheets at hand.
fn known_sheets() -> Vec<Refusal> {
    let mut first = Small::plain();
    let (witness, opening) = committed();
    second(&mut first, witness, opening);
    let sealed = walk(&first).commitment;
    let earlier = Document::Json(json!([sealed]));
    let digest = Hash::Sha256
        .digest(crate::trace::jcs(&sealed).as_bytes())
        .to_string();
    let unnamed = changed(Small::plain(), |case| {
        case.ceremony["previous"] = json!(digest)
    });
    let reused = changed(first, |case| {
        case.ceremony["previous"] = json!(digest);
        let mut sheet = superseded("0", json!({}));
        sheet["commitment"] = json!(digest);
        case.ceremony["supersedes"] = json!([sheet]);
    });
    let other_value = changed(Small::plain(), |case| {
        case.ceremony["previous"] = json!(digest);
        let given = json!([{"source": 0, "kind": "live", "value": "7".repeat(20)}]);
        let mut sheet = superseded("0", json!({"contributions": given}));
        sheet["commitment"] = json!(digest);
        case.ceremony["supersedes"] = json!([sheet]);
    });
    vec![
        younger_first(&sealed),
        Refusal::new(
            "superseded-contribution",
            "a contribution to the superseded sheet that its die cannot have shown",
            &["S3c", "S4b"],
            (
                "ceremony.sheet-contribution",
                "ceremony $.supersedes[0].contributions[0]",
            ),
            other_value,
        )
        .written("earlier.json", earlier.clone()),
        Refusal::new(
            "earlier-sheet",
            "an earlier sheet with the same task that is not named",
            &["S3c"],
            ("ceremony.earlier-sheet", "ceremony $"),
            unnamed,
        )
        .written("earlier.json", earlier.clone()),
        Refusal::new(
            "reused-commitment",
            "a source whose commitment stood in an earlier sheet",
            &["S4c"],
            ("ceremony.reused-commitment", "ceremony $.sources[1]"),
            reused,
        )
        .written("earlier.json", earlier),
    ]
}
