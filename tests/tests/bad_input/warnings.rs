//! Findings of a sealing: each code from a case that has no finding otherwise.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use suiji::seal::{Finding, Severity};
use suiji::{Evidence, Lang, PublicForm};
use suiji_conformance::Small;

use Severity::{Note, Warning};

/// A case with its only finding: code, severity, rows, and words that its text contains in both languages.
struct Found {
    case: Small,
    code: &'static str,
    severity: Severity,
    rows: &'static [u64],
    words: &'static [&'static str],
}

/// A case without a finding: like [`Small::with_team`], with a row of history that counts for nothing.
fn sound() -> Small {
    let mut case = Small::with_team();
    case.history = vec![visit("A-1", "J1")];
    case
}

fn visit(entity: &str, task: &str) -> Value {
    json!({"entity": entity, "task": task, "date": "2024-03-05"})
}

/// [`sound`] with credit codes as ids; the check characters are those of GB 32100.
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
    let mut all = values();
    all.extend(codes_and_names());
    all.extend(scopes());
    all.extend(numbers());
    all.extend(dates());
    all.extend(inspectors());
    all.extend(history());
    all.extend(ceremonies());
    all
}

/// Each row in the category, and the task in scope of it.
fn in_category(case: &mut Small, category: &str) {
    for row in &mut case.registry {
        row["categories"] = json!([category]);
    }
    case.task(0)["scope"] = json!({"categories": [category]});
}

fn values() -> Vec<Found> {
    vec![
        found(
            "registry.near-match",
            &[2],
            &["U+00A0", "加油站"],
            |case| {
                in_category(case, "加油站");
                case.registry[1]["categories"] = json!(["加\u{a0}油站"]);
            },
        ),
        note(
            "registry.similar-value",
            &[6],
            &["汽车加气站", "汽车加油站"],
            |case| {
                let row = case.registry[0].clone();
                case.registry.extend((6..30).map(|n| {
                    let mut row = row.clone();
                    row["id"] = json!(format!("A-{n}"));
                    row["name"] = json!(format!("样例企业 A-{n}"));
                    row
                }));
                in_category(case, "汽车加油站");
                case.registry[5]["categories"] = json!(["汽车加气站"]);
            },
        ),
        found(
            "table.separator",
            &[2, 3],
            &["、", "超市、加油站"],
            |case| {
                in_category(case, "加油站");
                case.registry[1]["categories"] = json!(["超市、加油站"]);
                case.registry[2]["categories"] = json!(["超市、加油站"]);
            },
        ),
        found("table.formula-error", &[2, 3], &["#N/A", "NULL"], |case| {
            in_category(case, "加油站");
            case.registry[1]["categories"] = json!(["#N/A"]);
            case.registry[2]["categories"] = json!(["NULL"]);
        }),
        found(
            "table.field-in-extra",
            &[4],
            &["行业代码", "industry"],
            |case| {
                case.registry[3]["extra"] = json!({"行业代码": "5265"});
            },
        ),
        found(
            "table.district-length",
            &[1],
            &["14052", "GB/T 2260"],
            |case| {
                case.registry[0]["district"] = json!("14052");
            },
        ),
        found("registry.industry-form", &[1], &["F5265", "5265"], |case| {
            for row in &mut case.registry {
                row["industry"] = json!("5265");
            }
            case.registry[0]["industry"] = json!("F5265");
        }),
    ]
}

fn codes_and_names() -> Vec<Found> {
    vec![
        found("registry.id-form", &[5], &["Total"], |case| {
            *case = with_credit_codes();
            case.registry[4]["id"] = json!("Total");
        }),
        found(
            "registry.id-check-character",
            &[5],
            &["91140521MA0000005O"],
            |case| {
                *case = with_credit_codes();
                case.registry[4]["id"] = json!("91140521MA0000005O");
            },
        ),
        found(
            "registry.same-name",
            &[2, 4],
            &["样例企业 A-2", "A-4"],
            |case| {
                case.registry[3]["name"] = json!("样例企业 A-2");
            },
        ),
        found(
            "roster.same-person",
            &[1, 2],
            &["样例 Z-1", "Z-2"],
            |case| {
                case.roster[1]["name"] = json!("样例 Z-1");
                case.roster[1]["recuse"] = json!(["A-1"]);
            },
        ),
        note("roster.same-name", &[1, 2], &["样例 Z-1", "Z-2"], |case| {
            case.roster[1]["name"] = json!("样例 Z-1");
        }),
    ]
}

fn scopes() -> Vec<Found> {
    // Words that no row has; the text names fifty of them.
    let many: Vec<String> = (10..61).map(|n| format!("类别{n}")).collect();
    let mut more = found("plan.scope-nobody-more", &[], &["1"], |case| {
        in_category(case, "加油站");
        let words = case.task(0)["scope"]["categories"].as_array_mut();
        words.unwrap().extend(many.iter().map(|word| json!(word)));
    });
    more.severity = Warning;
    vec![
        more,
        found(
            "plan.scope-nobody",
            &[],
            &["J1", "categories", "加油點", "加油站", "5"],
            |case| {
                in_category(case, "加油站");
                case.task(0)["scope"] = json!({"categories": ["加油站", "加油點"]});
            },
        ),
        found("registry.blank-field", &[2, 5], &["J1"], |case| {
            in_category(case, "加油站");
            for row in [1, 4] {
                let row = case.registry[row].as_object_mut();
                row.unwrap().remove("categories");
            }
        }),
        found("registry.short-district", &[3], &["1405", "J1"], |case| {
            for row in &mut case.registry {
                row["district"] = json!("140521");
            }
            case.registry[2]["district"] = json!("1405");
            case.task(0)["scope"] = json!({"districts": ["140521"]});
        }),
        found(
            "plan.limit-by-nobody",
            &[],
            &["a", "县市监局", "县市场监管局"],
            |case| {
                case.plan["limits"] = json!([{"id": "a", "visits": 2, "by": ["县市监局"]}]);
                case.history[0]["by"] = json!(["县市场监管局"]);
            },
        ),
        note("registry.exempt-from-unknown", &[], &["J9"], |case| {
            case.registry[0]["exempt"] = json!("白名单");
            case.registry[0]["exempt_from"] = json!(["J9"]);
        }),
        found("frame.several-tasks", &[], &["5", "A-1"], |case| {
            case.plan["tasks"] = json!([
                {"id": "J1", "name": "抽查", "quota": {"count": 1}},
                {"id": "J2", "name": "抽查", "quota": {"count": 1}}]);
        }),
    ]
}

fn numbers() -> Vec<Found> {
    vec![
        found("frame.all-unrated", &[], &["J1", "5", "general"], |case| {
            case.task(0)["risk"] = json!({"unrated_as": "general"});
            for row in &mut case.registry {
                row.as_object_mut().unwrap().remove("class");
            }
        }),
        found("plan.minimum-nobody", &[], &["J1", "elevated"], |case| {
            case.registry.remove(1);
            case.task(0)["quota"] = json!({"count": 4});
            case.task(0)["risk"] = json!({"minimum": {"elevated": "100%"}});
        }),
        found("plan.quota-above-frame", &[], &["J1", "6", "5"], |case| {
            case.task(0)["quota"] = json!({"count": 6});
        }),
        found(
            "plan.reserves-short",
            &[],
            &["J1", "4", "all", "3"],
            |case| {
                case.task(0)["reserves"] = json!(4);
            },
        ),
        found(
            "allocation.stratum-not-taken",
            &[],
            &["J1", "low", "2"],
            |case| {
                case.task(0)["risk"] = json!({"weights": {"high": 2}});
                case.task(0)["quota"] = json!({"count": 3});
            },
        ),
    ]
}

fn dates() -> Vec<Found> {
    let window = |from: &str, to: &str| json!({"from": from, "to": to});
    vec![
        found(
            "plan.window-year",
            &[],
            &["2024-11-01", "2025-01-31", "2024"],
            |case| {
                case.plan["window"] = window("2024-11-01", "2025-01-31");
            },
        ),
        found(
            "ceremony.sealed-late",
            &[],
            &["2024-09-01", "2024-09-02"],
            |case| {
                case.plan["window"] = window("2024-04-01", "2024-09-01");
            },
        ),
        found(
            "ceremony.other-year",
            &[],
            &["2023", "2024-09-02"],
            |case| {
                case.plan["year"] = json!(2023);
            },
        ),
        found(
            "plan.from-after-sealing",
            &[],
            &["2024-09-03", "2024-09-02"],
            |case| {
                case.plan["limits"] = json!([{"id": "a", "visits": 1, "from": "2024-09-03"}]);
            },
        ),
        found("registry.established-late", &[2], &["2024-09-02"], |case| {
            case.registry[1]["established"] = json!("2024-09-03");
        }),
        found(
            "roster.expired",
            &[3],
            &["样例 Z-3", "2024-09-02"],
            |case| {
                // No seat requires a certificate on a certain day, so this is no reason for a finding about seats.
                case.roster[2]["valid_to"] = json!("2024-09-01");
                case.task(0).as_object_mut().unwrap().remove("team");
            },
        ),
    ]
}

fn inspectors() -> Vec<Found> {
    vec![
        found(
            "roster.no-seat",
            &[4],
            &["样例 Z-4", "市局", "局"],
            |case| {
                case.roster
                    .push(json!({"id": "Z-4", "name": "样例 Z-4", "department": "市局"}));
            },
        ),
        found("team.short", &[], &["J1", "1", "A-3", "局"], |case| {
            case.roster[0]["recuse"] = json!(["A-3"]);
            case.roster[1]["recuse"] = json!(["A-3"]);
        }),
        found("team.no-choice", &[], &["J1", "2"], |case| {
            case.roster.pop();
        }),
        // Two teams of two seats, three inspectors with a cap of one seat.
        found("team.load", &[], &["局", "4", "3"], |case| {
            case.plan["max_load"] = json!(1);
        }),
        found(
            "roster.unknown-recusal",
            &[],
            &["1", "Z-1", "A-99"],
            |case| {
                case.roster[0]["recuse"] = json!(["A-99"]);
            },
        ),
    ]
}

fn history() -> Vec<Found> {
    vec![
        found("history.empty", &[], &[], |case| case.history.clear()),
        found("history.unknown-entity", &[], &["2", "A-98"], |case| {
            case.history.push(visit("A-98", "J1"));
            case.history.push(visit("A-99", "J1"));
        }),
        found("history.unknown-task", &[], &["1", "T9"], |case| {
            case.history.push(visit("A-1", "T9"));
        }),
    ]
}

fn ceremonies() -> Vec<Found> {
    vec![
        found("ceremony.only-office", &[], &[], |case| {
            case.ceremony["sources"] = json!([{"kind": "committed", "by": "office", "name": "机关", "commitment": "c".repeat(64)}]);
        }),
        // 6^15.
        found("ceremony.few-outcomes", &[], &["470184984576"], |case| {
            case.ceremony["sources"][0]["parts"][0]["count"] = json!(15);
        }),
        found(
            "commitment.supersedes",
            &[],
            &["abab", "类别录错", "分管副局长"],
            |case| {
                case.ceremony["previous"] = json!("ef".repeat(32));
                case.ceremony["supersedes"] = json!([{"commitment": "ab".repeat(32), "reason": "类别录错", "approved_by": "分管副局长"}]);
            },
        ),
        note("commitment.follows", &[], &["1212", "3434"], |case| {
            case.ceremony["previous"] = json!("ef".repeat(32));
            case.ceremony["follows"] =
                json!([{"commitment": "12".repeat(32), "record": "34".repeat(32)}]);
        }),
    ]
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
    produced
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
        // The finding with the count comes together with findings about single values.
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
            assert!(words.iter().all(|word| message.contains(word)), "{message}");
            assert!(!message.contains(['{', '}', '?']), "{message}");
            assert_eq!(finding.remedy(lang).is_some(), code != "commitment.follows");
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
    // [S3c] A second draw is never silent, whatever evidence is provided.
    let mut cases = cases().into_iter();
    let superseding = cases.find(|found| found.code == "commitment.supersedes");
    let (_, record) = superseding.unwrap().case.draw().unwrap();
    let report = suiji::verify(&record, &Evidence::default());
    let codes: Vec<_> = report.warnings().iter().map(Finding::code).collect();
    assert_eq!(codes, ["commitment.supersedes"]);
    assert!(report.to_json().contains("类别录错"));
}
