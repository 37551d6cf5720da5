//! The ceremony and its sources [S3a, S4a–S4c].

use serde_json::{Value, json};
use suiji::Source;
use suiji::ceremony::{By, Part};
use suiji_conformance::Small;

use super::Bad;

/// Seals a ceremony with this second source.
fn source(what: &str, source: Value, code: &'static str, path: &str) -> Bad {
    let mut case = Small::plain();
    case.ceremony["sources"]
        .as_array_mut()
        .expect("sources")
        .push(source);
    Bad::new(
        what,
        case.seal(),
        code,
        format!("ceremony $.sources[1]{path}"),
    )
}

fn live(change: Value) -> Value {
    let mut source = Small::plain().ceremony["sources"][0].clone();
    source
        .as_object_mut()
        .expect("a source")
        .extend(change.as_object().expect("fields").clone());
    source
}

pub(super) fn with(what: &str, change: Value, code: &'static str, place: &str) -> Bad {
    let mut case = Small::plain();
    case.ceremony
        .as_object_mut()
        .expect("a ceremony")
        .extend(change.as_object().expect("fields").clone());
    Bad::new(what, case.seal(), code, place)
}

pub(crate) fn faults() -> Vec<Bad> {
    let committed = |digit: &str| json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": digit.repeat(64)});
    let drand = |chain: &str, by: &str| json!({"kind": "drand", "by": by, "name": "drand", "chain": chain, "round": 9});
    let quicknet = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    let mut all = vec![
        with(
            "no sources",
            json!({"sources": []}),
            "ceremony.no-source",
            "ceremony $.sources",
        ),
        with(
            "no time",
            json!({"sealed_at": null}),
            "json.null",
            "ceremony $.sealed_at",
        ),
        source(
            "a live source of the office",
            live(json!({"by": "office"})),
            "ceremony.live-office",
            ".by",
        ),
        source(
            "an unknown party",
            live(json!({"by": "me"})),
            "json.choice",
            ".by",
        ),
        source(
            "the form of version 0",
            json!({"kind": "live", "by": "public", "name": "掷骰", "parts": [die()], "length": 20}),
            "json.unknown-field",
            "",
        ),
        source(
            "a field of another kind",
            live(json!({"commitment": "0".repeat(64)})),
            "json.unknown-field",
            "",
        ),
        source(
            "an unknown kind",
            live(json!({"kind": "lottery"})),
            "json.choice",
            ".kind",
        ),
        source(
            "no commitment",
            json!({"kind": "committed", "by": "office", "name": "机关"}),
            "ceremony.no-commitment",
            "",
        ),
        source(
            "a drand round before the sealing",
            drand(quicknet, "public"),
            "ceremony.drand-time",
            ".round",
        ),
        source(
            "another drand chain",
            drand(&"0".repeat(64), "public"),
            "ceremony.drand-chain",
            ".chain",
        ),
        source(
            "a drand source of the office",
            drand(quicknet, "office"),
            "json.choice",
            ".by",
        ),
        with(
            "the same commitment twice",
            json!({"sources": [committed("a"), committed("b"), committed("a")]}),
            "ceremony.repeated-commitment",
            "ceremony $.sources[2].commitment",
        ),
    ];
    all.extend(parts());
    let value = Part::new(20, 1, 6).and_then(|die| Source::live(By::Office, "机关", [die]));
    all.push(Bad::new(
        "a source made by the API",
        value,
        "ceremony.live-office",
        "ceremony $.by",
    ));
    all
}

fn die() -> Value {
    json!({"count": 20, "from": 1, "to": 6})
}

/// The parts of a live source [S4b].
fn parts() -> Vec<Bad> {
    let parts = |what: &str, parts: Value, code: &'static str, path: &str| {
        let path = format!(".parts{path}");
        source(what, live(json!({"parts": parts})), code, &path)
    };
    let part = |change: Value, code: &'static str, path: &str| {
        let mut part = die();
        let fields = part.as_object_mut().expect("a part");
        fields.extend(change.as_object().expect("fields").clone());
        parts(
            &change.to_string(),
            json!([part]),
            code,
            &format!("[0]{path}"),
        )
    };
    vec![
        parts("no part", json!([]), "ceremony.part-count", ""),
        parts(
            "21 parts",
            json!(vec![die(); 21]),
            "ceremony.part-count",
            "",
        ),
        parts("an object", die(), "json.wrong-type", ""),
        part(json!({"count": 0}), "json.range", ".count"),
        part(json!({"count": 1001}), "json.range", ".count"),
        part(json!({"from": -1}), "json.range", ".from"),
        part(json!({"to": 10_000}), "json.range", ".to"),
        part(json!({"to": "6"}), "json.wrong-type", ".to"),
        part(json!({"to": 1}), "ceremony.part-range", ""),
        part(json!({"from": 7}), "ceremony.part-range", ""),
        part(json!({"distinct": 1}), "json.wrong-type", ".distinct"),
        part(json!({"sides": 6}), "json.unknown-field", ""),
        part(
            json!({"count": 1, "distinct": true}),
            "ceremony.part-distinct",
            "",
        ),
        part(
            json!({"count": 6, "distinct": true}),
            "ceremony.part-distinct",
            "",
        ),
        part(
            json!({"count": 7, "distinct": true}),
            "ceremony.part-distinct",
            "",
        ),
    ]
}

#[test]
fn a_ceremony_without_a_time_can_be_read_but_not_sealed() {
    // [S3a]
    let mut case = Small::plain();
    case.ceremony.as_object_mut().unwrap().remove("sealed_at");
    assert!(case.read_ceremony().is_ok());
    let error = case.seal().unwrap_err();
    assert_eq!(
        (error.code(), super::place(&error.faults()[0])),
        ("json.missing-field", "ceremony $".into())
    );
}
