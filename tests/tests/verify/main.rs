//! Verification [V1], [V2]: what each input adds, what is found, and what remains on trust.
#![expect(clippy::unwrap_used, reason = "tests")]

mod alone;
mod inputs;
mod public;
mod sheets;

use std::collections::BTreeMap;

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Evidence, Lang, Record, Report};
use suiji_conformance::Small;

fn report(record: &Record, evidence: &Evidence) -> Report {
    suiji::verify(record, evidence)
}

/// The checks by what they lack, those that were made under "".
fn wants(report: &Report) -> BTreeMap<String, Vec<&'static str>> {
    let mut wants: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for check in report.checks() {
        let want = match check.outcome() {
            suiji::verify::Outcome::NotChecked { missing } => missing.as_str().to_owned(),
            suiji::verify::Outcome::Established => String::new(),
            other => format!("{other:?}"),
        };
        wants.entry(want).or_default().push(check.id());
    }
    wants
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
fn a_verdict_says_in_words_what_it_is() {
    // [V2]
    let words = [
        (Verdict::Holds, "holds", "成立", "holds"),
        (
            Verdict::Incomplete,
            "incomplete",
            "未发现不符，但核验不完整",
            "nothing failed, but the verification is incomplete",
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
fn a_check_says_in_words_what_it_is_and_what_came_of_it() {
    // [V1]
    let (_, record) = Small::plain().draw().unwrap();
    let told = |record: &Record, id: &str| {
        let report = report(record, &Evidence::default());
        let tree: Value = serde_json::from_str(&report.to_json()).unwrap();
        let check = report.checks().iter().find(|check| check.id() == id);
        let check = check.unwrap();
        let mut written = tree["checks"].as_array().unwrap().iter();
        let written = written.find(|written| written["id"] == id).unwrap();
        assert_eq!(written["message"]["zh"], check.message(Lang::Zh));
        (
            check.message(Lang::En),
            check.message(Lang::Zh),
            written["missing"].clone(),
        )
    };
    let (en, zh, want) = told(&record, "draw.tickets");
    assert_eq!(en, "task J1: the tickets recompute");
    assert_eq!(zh, "任务 J1：签号重算一致");
    assert_eq!(want, Value::Null);

    let (en, zh, want) = told(&record, "frame.root");
    assert!(en.ends_with(": not checked for want of plan"), "{en}");
    assert!(zh.ends_with("——因缺少抽查计划未核验"), "{zh}");
    assert_eq!(want, "plan");

    let mut tree: Value = serde_json::from_str(&record.to_json()).unwrap();
    tree["draws"][0]["selected"][0]["ticket"] = "0".repeat(64).into();
    let forged = Record::from_json(tree.to_string().as_bytes()).unwrap();
    let (en, zh, _) = told(&forged, "draw.tickets");
    assert!(
        en.starts_with(
            "task J1: the tickets recompute: failed at $.draws[0].selected[0].ticket: 0"
        ),
        "{en}"
    );
    assert!(
        zh.starts_with("任务 J1：签号重算一致——不符（$.draws[0].selected[0]"),
        "{zh}"
    );
}
