//! Findings of a sealing. Each code is caused by a change to a case without findings.

mod people;
mod plans;
mod tables;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use suiji::seal::{Finding, Severity};
use suiji::{Evidence, Lang, PublicForm};
use suiji_conformance::Small;

use Severity::{Note, Warning};

/// A case and its only finding: code, severity, rows, and words that the text contains in both languages.
struct Found {
    case: Small,
    code: &'static str,
    severity: Severity,
    rows: &'static [u64],
    words: &'static [&'static str],
}

/// A case without a finding: [`Small::with_team`] with a row of history that has no effect.
fn sound() -> Small {
    let mut case = Small::with_team();
    case.history = vec![visit("A-1", "J1")];
    case
}

fn visit(entity: &str, task: &str) -> Value {
    json!({"entity": entity, "task": task, "date": "2024-03-05"})
}

/// [`sound`] with credit codes as ids. The check characters are those of GB 32100.
fn with_credit_codes() -> Small {
    let mut case = sound();
    for (row, end) in case.registry.iter_mut().zip(["18", "2B", "3E", "4H", "5L"]) {
        row["id"] = json!(format!("91140521MA000000{end}"));
    }
    case.history[0]["entity"] = json!("91140521MA00000018");
    case
}

fn found(
    code: &'static str,
    rows: &'static [u64],
    words: &'static [&'static str],
    change: impl FnOnce(&mut Small),
) -> Found {
    let mut case = sound();
    change(&mut case);
    Found {
        case,
        code,
        severity: Warning,
        rows,
        words,
    }
}

/// The same as a note.
fn note(
    code: &'static str,
    rows: &'static [u64],
    words: &'static [&'static str],
    change: impl FnOnce(&mut Small),
) -> Found {
    Found {
        severity: Note,
        ..found(code, rows, words, change)
    }
}

fn cases() -> Vec<Found> {
    let mut all = tables::values();
    all.extend(tables::codes_and_names());
    all.extend(plans::scopes());
    all.extend(plans::numbers());
    all.extend(plans::dates());
    all.extend(people::inspectors());
    all.extend(tables::history());
    all.extend(people::ceremonies());
    all
}

/// Puts each row into the category, and makes it the scope of the task.
fn in_category(case: &mut Small, category: &str) {
    for row in &mut case.registry {
        row["categories"] = json!([category]);
    }
    case.task(0)["scope"] = json!({"categories": [category]});
}

/// A warning of a receipt's check: an entity that is not in the registry and would have been selected.
fn small_ticket() -> Finding {
    let (sealed, record) = sound().draw().unwrap();
    let form = PublicForm::of(&record, None).unwrap();
    let warnings = (0..1000).flat_map(|n| {
        let id = format!("X-{n}").parse().unwrap();
        let receipt = sealed.receipt(&record, &id).unwrap();
        let report = receipt.check(&form, Some(sealed.inputs().plan()));
        report.warnings().to_vec()
    });
    let mut small = warnings.filter(|of| of.code() == "receipt.small-ticket");
    small.next().unwrap()
}

/// The codes of all findings.
pub(crate) fn produced() -> BTreeSet<&'static str> {
    let mut produced: BTreeSet<&str> = BTreeSet::new();
    for found in cases() {
        let findings = found.case.seal().unwrap().findings();
        produced.extend(findings.iter().map(Finding::code));
    }
    produced.insert(small_ticket().code());
    produced.extend(many().iter().map(Finding::code));
    produced
}

/// The findings of 1,003 tasks. Each requires more entities than there are.
fn many() -> Vec<Finding> {
    let mut case = sound();
    let task = |at| json!({"id": format!("t{at}"), "name": "抽查", "quota": {"count": 9}});
    case.plan["tasks"] = (0..1003).map(task).collect();
    case.seal().unwrap().findings()
}

#[test]
fn findings_beyond_the_first_thousand_of_a_code_are_counted() {
    // [S5]
    let findings = many();
    let of = |code: &str| {
        findings
            .iter()
            .filter(|finding| finding.code() == code)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("plan.quota-above-frame").len(), 1000);
    let more = of("finding.more");
    let told: Vec<_> = more
        .iter()
        .map(|finding| (finding.detail("count"), finding.detail("code")))
        .collect();
    assert_eq!(told, [(Some("3"), Some("plan.quota-above-frame"))]);
}

/// The words that a Chinese text has instead of a field or a class.
fn in_chinese(word: &str) -> &str {
    let names = [
        ("categories", "类别"),
        ("districts", "行政区划"),
        ("industries", "行业"),
        ("class", "信用风险分类"),
        ("department", "单位"),
        ("skills", "业务专长"),
        ("general", "一般风险"),
        ("elevated", "较高风险"),
        ("high", "高风险"),
        ("low", "低风险"),
        ("all", "不分层"),
    ];
    let found = names.iter().find(|(field, _)| *field == word);
    found.map_or(word, |(_, name)| *name)
}

#[test]
fn sealing_reports_its_findings() {
    // [C3, D3, F1–F4, I1–I5, S3c, S5, T1–T4, V2]
    for Found {
        case,
        code,
        severity,
        rows,
        words,
    } in cases()
    {
        let findings = case.seal().unwrap().findings();
        // The finding with the count comes with findings about single values.
        let counted = code == "plan.scope-nobody-more";
        let own: Vec<&Finding> = findings
            .iter()
            .filter(|of| !counted || of.code() == code)
            .collect();
        assert_eq!(own.iter().map(|of| of.code()).collect::<Vec<_>>(), [code]);
        assert_eq!(findings.len(), if counted { 51 } else { 1 }, "{code}");
        let finding = own[0];
        assert_eq!(
            (finding.severity(), finding.rows()),
            (severity, rows),
            "{code}"
        );
        for lang in [Lang::Zh, Lang::En] {
            let message = finding.message(lang);
            let has = |word: &&str| message.contains(word) || message.contains(in_chinese(word));
            assert!(words.iter().all(has), "{message}");
            assert!(!message.contains(['{', '}', '?']), "{message}");
            let remedy = finding.remedy(lang);
            assert_eq!(remedy.is_some(), code != "commitment.follows");
            assert!(!remedy.unwrap_or_default().contains(['{', '}']), "{code}");
        }
        let chinese = finding.message(Lang::Zh);
        assert!(
            chinese
                .chars()
                .any(|c| ('\u{4e00}'..='\u{9fa5}').contains(&c)),
            "{chinese}"
        );
    }
}

#[test]
fn a_receipt_of_an_absent_entity_with_a_small_ticket_is_a_warning() {
    // [G4]
    let finding = small_ticket();
    assert_eq!(finding.severity(), Warning);
    assert!(finding.message(Lang::Zh).contains("J1"), "{finding}");
}

#[test]
fn a_case_without_problems_gives_no_findings() {
    for mut case in [sound(), with_credit_codes()] {
        let findings = case.seal().unwrap().findings();
        assert!(findings.is_empty(), "{findings:?}");
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
fn findings_stand_in_the_order_of_their_severity() {
    let mut case = sound();
    case.roster[1]["name"] = json!("样例 Z-1");
    case.history.clear();
    let findings = case.seal().unwrap().findings();
    let grades: Vec<_> = findings
        .iter()
        .map(|of| (of.severity(), of.code()))
        .collect();
    assert_eq!(
        grades,
        [(Warning, "history.empty"), (Note, "roster.same-name")]
    );
    assert!(Severity::Error < Warning && Warning < Note);
}

#[test]
fn load_caps_that_are_just_enough_give_no_finding() {
    // [T3] Two teams of two seats, four inspectors with a cap of one seat.
    let mut case = sound();
    case.plan["max_load"] = json!(1);
    let mut fourth = case.roster[0].clone();
    fourth["id"] = json!("Z-4");
    fourth["name"] = json!("样例 Z-4");
    case.roster.push(fourth);
    let findings = case.seal().unwrap().findings();
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_report_names_superseded_commitments_and_the_reason() {
    // [S3c] A second draw is always reported, with any evidence.
    let mut cases = cases().into_iter();
    let superseding = cases.find(|found| found.code == "commitment.supersedes");
    let (_, record) = superseding.unwrap().case.draw().unwrap();
    let report = suiji::verify(&record, &Evidence::default());
    let codes: Vec<_> = report.warnings().iter().map(Finding::code).collect();
    assert_eq!(codes, ["commitment.supersedes"]);
    assert!(report.to_json().contains("类别录错"));
}
