//! Verification [V1], [V2]: the checks that each input adds, what they find, and what stays on trust.
#![expect(clippy::unwrap_used, reason = "tests")]

mod alone;
mod chosen;
mod commitments;
mod inputs;
mod noted;
mod other_inputs;
mod public;

use std::collections::BTreeMap;

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Evidence, Lang, Record, Report};
use suiji_conformance::Small;

fn report(record: &Record, evidence: &Evidence) -> Report {
    suiji::verify(record, evidence)
}

/// The checks by the input that they lack. Established checks are under "".
fn by_missing(report: &Report) -> BTreeMap<String, Vec<&'static str>> {
    let mut by_missing: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for check in report.checks() {
        let input = match check.outcome() {
            suiji::verify::Outcome::NotChecked { missing } => missing.as_str().to_owned(),
            suiji::verify::Outcome::Established => String::new(),
            other => format!("{other:?}"),
        };
        by_missing.entry(input).or_default().push(check.id());
    }
    by_missing
}

fn failed(report: &Report) -> Vec<(&'static str, String)> {
    let failed = report
        .checks()
        .iter()
        .filter(|check| check.outcome().as_str() == "failed");
    failed
        .map(|check| (check.id(), check.path().to_owned()))
        .collect()
}

#[test]
fn verdicts_have_their_texts() {
    // [V2]
    let words = [
        (Verdict::Holds, "holds", "成立", "holds"),
        (
            Verdict::Incomplete,
            "incomplete",
            "未发现不符，但核验不完整",
            "nothing failed, but the verification is incomplete",
        ),
        (
            Verdict::OtherInputs,
            "other_inputs",
            "所提供的输入不是封存的那些，请换用封存时的文件",
            "the inputs provided are not those that were sealed: use the files of the sealing",
        ),
        (Verdict::Fails, "fails", "不成立", "fails"),
    ];
    for (verdict, name, chinese, english) in words {
        assert_eq!(verdict.as_str(), name);
        assert_eq!(verdict.message(Lang::Zh), chinese);
        assert_eq!(verdict.message(Lang::En), english);
    }
}

#[test]
fn checks_have_texts_with_their_outcome() {
    // [V1]
    let (_, record) = Small::plain().draw().unwrap();
    let texts = |record: &Record, id: &str| {
        let report = report(record, &Evidence::default());
        let tree: Value = serde_json::from_str(&report.to_json()).unwrap();
        let check = report.checks().iter().find(|check| check.id() == id);
        let check = check.unwrap();
        let mut json = tree["checks"].as_array().unwrap().iter();
        let json = json.find(|json| json["id"] == id).unwrap();
        assert_eq!(json["message"]["zh"], check.message(Lang::Zh));
        (
            check.message(Lang::En),
            check.message(Lang::Zh),
            json["missing"].clone(),
        )
    };
    let (en, zh, missing) = texts(&record, "draw.tickets");
    assert_eq!(en, "task J1: tickets recomputed: established");
    assert_eq!(zh, "任务 J1：签号重算——相符");
    assert_eq!(missing, Value::Null);

    let (en, zh, missing) = texts(&record, "frame.root");
    assert!(en.ends_with(": not checked: plan not provided"), "{en}");
    assert!(zh.ends_with("——未核验：未提供抽查计划"), "{zh}");
    assert_eq!(missing, "plan");

    let mut tree: Value = serde_json::from_str(&record.to_json()).unwrap();
    tree["draws"][0]["selected"][0]["ticket"] = "0".repeat(64).into();
    let forged = Record::from_json(tree.to_string().as_bytes()).unwrap();
    let (en, zh, _) = texts(&forged, "draw.tickets");
    assert!(
        en.starts_with(
            "task J1: tickets recomputed: failed at $.draws[0].selected[0].ticket: expected "
        ),
        "{en}"
    );
    assert!(
        zh.starts_with("任务 J1：签号重算——不符（$.draws[0].selected[0]"),
        "{zh}"
    );
}
