//! Findings of a sealing: each code from a case that is valid otherwise.

use serde_json::json;
use suiji::Lang;
use suiji::seal::Finding;
use suiji_conformance::Small;

/// Cases with their only finding, and words that its text must contain.
fn cases() -> Vec<(Small, &'static str, &'static [&'static str])> {
    let mut stratum = Small::plain();
    stratum.task(0)["risk"] = json!({"weights": {"high": 2}});
    stratum.task(0)["quota"] = json!({"count": 3});
    let mut several = Small::plain();
    several.plan["tasks"] = json!([
        {"id": "J1", "name": "抽查", "quota": {"count": 1}},
        {"id": "J2", "name": "抽查", "quota": {"count": 1}}]);
    let mut office = Small::plain();
    office.ceremony["sources"] = json!([{"kind": "committed", "by": "office", "name": "机关", "commitment": "c".repeat(64)}]);
    let mut few = Small::plain();
    few.ceremony["sources"][0]["length"] = json!(15);
    let mut short = Small::with_team();
    short.roster[0]["recuse"] = json!(["A-3"]);
    short.roster[1]["recuse"] = json!(["A-3"]);
    let mut tight = Small::with_team();
    tight.roster.pop();
    let mut load = Small::with_team();
    load.plan["max_load"] = json!(1);
    // These inspectors are not eligible, so they do not help.
    load.roster.extend([
        json!({"id": "Z-4", "name": "样例", "department": "另一局"}),
        json!({"id": "Z-5", "name": "样例", "department": "局", "expert": true}),
    ]);
    let mut recusal = Small::with_team();
    recusal.roster[0]["recuse"] = json!(["A-99"]);
    let visit = |entity, task| json!({"entity": entity, "task": task, "date": "2024-03-05"});
    let mut entity = Small::plain();
    entity.history = vec![visit("A-1", "J1"), visit("A-98", "J1"), visit("A-99", "J1")];
    let mut task = Small::plain();
    task.history = vec![visit("A-1", "J1"), visit("A-1", "T9")];
    let mut supersedes = Small::plain();
    supersedes.ceremony["previous"] = json!("ef".repeat(32));
    supersedes.ceremony["supersedes"] =
        json!([{"commitment": "ab".repeat(32), "reason": "类别录错", "approved_by": "分管副局长"}]);
    let mut follows = Small::plain();
    follows.ceremony["previous"] = json!("ef".repeat(32));
    follows.ceremony["follows"] =
        json!([{"commitment": "12".repeat(32), "record": "34".repeat(32)}]);
    vec![
        (recusal, "warning.unknown-recusal", &["1", "Z-1", "A-99"]),
        (entity, "warning.unknown-entity", &["2", "A-98"]),
        (task, "warning.unknown-task", &["1", "T9"]),
        (
            supersedes,
            "warning.supersedes",
            &["abab", "类别录错", "分管副局长"],
        ),
        (follows, "warning.follows", &["1212", "3434"]),
        (stratum, "warning.stratum-not-taken", &["J1", "low", "2"]),
        (several, "warning.several-tasks", &["5", "A-1"]),
        (office, "warning.only-office", &[]),
        // 6^15.
        (few, "warning.few-outcomes", &["470184984576"]),
        (short, "warning.short", &["J1", "1", "A-3", "局"]),
        (tight, "warning.no-choice", &["J1", "2"]),
        // Two teams of two seats, three inspectors with a cap of one seat.
        (load, "warning.load", &["局", "4", "3"]),
    ]
}

/// The codes of all findings.
pub(crate) fn produced() -> Vec<&'static str> {
    let codes = |case: &Small| -> Vec<&'static str> {
        case.seal()
            .unwrap()
            .findings()
            .iter()
            .map(Finding::code)
            .collect()
    };
    cases().iter().flat_map(|(case, ..)| codes(case)).collect()
}

#[test]
fn sealing_reports_its_findings() {
    // [F4, I2, V2, S5, T4, T3]
    for (case, code, words) in cases() {
        let findings = case.seal().unwrap().findings();
        assert_eq!(
            findings.iter().map(Finding::code).collect::<Vec<_>>(),
            [code]
        );
        for lang in [Lang::Zh, Lang::En] {
            let message = findings[0].message(lang);
            assert!(words.iter().all(|word| message.contains(word)), "{message}");
            assert!(!message.contains(['{', '}', '?']), "{message}");
        }
    }
}

#[test]
fn a_case_without_problems_gives_no_findings() {
    for mut case in [Small::plain(), Small::with_team()] {
        assert!(case.seal().unwrap().findings().is_empty());
        // Coordinated tasks share a visit.
        let mut second = case.plan["tasks"][0].clone();
        second["id"] = json!("J2");
        case.plan["tasks"].as_array_mut().unwrap().push(second);
        for index in 0..2 {
            case.task(index)["coordination"] = json!("auto");
        }
        assert!(case.seal().unwrap().findings().is_empty());
    }
}

#[test]
fn load_caps_that_are_just_enough_give_no_finding() {
    // [T3] Two teams of two seats, four inspectors with a cap of one seat.
    let mut case = Small::with_team();
    case.plan["max_load"] = json!(1);
    let mut fourth = case.roster[0].clone();
    fourth["id"] = json!("Z-4");
    case.roster.push(fourth);
    let findings = case.seal().unwrap().findings();
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_report_names_superseded_commitments_and_the_reason() {
    // [S3c] A second draw is never silent, whatever evidence is provided.
    let (case, ..) = cases().swap_remove(3);
    let sealed = case.seal().unwrap();
    let contributions =
        suiji::Contributions::from_json(case.contributions.to_string().as_bytes()).unwrap();
    let record = sealed.draw(&contributions).unwrap();
    let no_evidence = suiji::Evidence::default();
    let report = suiji::verify(&record, &no_evidence);
    let codes: Vec<_> = report.warnings().iter().map(Finding::code).collect();
    assert_eq!(codes, ["warning.supersedes"]);
    assert!(report.to_json().contains("类别录错"));
}
