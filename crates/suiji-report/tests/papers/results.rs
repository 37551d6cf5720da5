//! The papers of results: notice with outcomes, proposals, summary.

use std::collections::BTreeSet;

use serde_json::Value;
use suiji::{Lang, Results};
use suiji_report::{Form, Kind, Office, Paper, Papers, Profile};

use crate::example::{NOTE, OFFICE, OUTCOMES, amended, drawn, inputs, results};
use crate::public::text;

const KINDS: [Kind; 3] = [Kind::Outcomes, Kind::Proposals, Kind::Summary];

fn find(all: &[Paper], kind: Kind, form: Form) -> &Paper {
    let mut papers = all.iter();
    let found = papers.find(|of| of.kind() == kind && of.form() == form);
    found.unwrap()
}

#[test]
fn without_results_there_is_no_paper_of_them() {
    let drawn = drawn(&inputs());
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    assert_eq!(papers.make(&KINDS).unwrap(), []);
    assert!(KINDS.iter().all(|kind| papers.context(*kind).is_none()));
    let none_yet = Results::new(&drawn.record);
    let papers = papers.with_results(&none_yet).unwrap();
    let made = papers.make(&KINDS).unwrap();
    assert_eq!(made.len(), 7);
    assert!(text(find(&made, Kind::Outcomes, Form::Html)).contains("尚无检查结果"));
    assert!(text(find(&made, Kind::Proposals, Form::Html)).contains("没有需要提请"));
}

#[test]
fn results_of_another_record_are_refused() {
    let drawn = drawn(&inputs());
    let other = r#"{"spec": "suiji-v1", "record": "DIGEST", "results": []}"#;
    let other = other.replace("DIGEST", &"0".repeat(64));
    let other = Results::from_json(other.as_bytes()).unwrap();
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let error = papers.with_results(&other).unwrap_err();
    assert_eq!(error.code(), "report.draw");
}

#[test]
fn the_summary_counts_what_was_found() {
    let drawn = drawn(&inputs());
    let amendments = amended(&drawn);
    let results = results(&drawn, &amendments);
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers.with_amendments(&amendments).unwrap();
    let papers = papers.with_results(&results).unwrap();
    let context = papers.context(Kind::Summary).unwrap();
    let context: Value = serde_json::from_str(&context).unwrap();
    let of = &context["results"];
    let with = |outcome: &str| {
        let found = results.inspections().iter();
        found
            .filter(|of| of.outcomes().any(|code| code == outcome))
            .count()
    };
    let total = &of["total"];
    for (field, outcomes) in [
        ("clear", &["no_problem"][..]),
        ("violation", &["rectified", "false_information"]),
        ("unreachable", &["unreachable"]),
        ("refused", &["uncooperative"]),
        ("closed", &["deregistered"]),
    ] {
        let count: usize = outcomes.iter().map(|of| with(of)).sum();
        assert!(count > 0, "{field}");
        assert_eq!(total[field], count, "{field}");
    }
    let count = results.inspections().len();
    assert_eq!(
        (&total["with_result"], &total["published"]),
        (&count.into(), &count.into())
    );
    let selected: usize = drawn
        .record
        .draws()
        .iter()
        .map(|of| of.selected().len())
        .sum();
    // One reserve was used.
    assert_eq!(total["drawn"], selected + 1);
    assert_eq!(total["open"], selected + 1 - count);
    let tallies = of["outcomes"].as_array().unwrap();
    let different: BTreeSet<&str> = OUTCOMES.into_iter().collect();
    assert_eq!(tallies.len(), different.len());
    // J1: 23 of 115, at least 20 % and one used reserve.
    let first = &of["tasks"][0];
    assert_eq!(first["take_share"], "20%");
    assert_eq!(first["quota"], "不低于20%");
    let frames: u64 = of["classes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["frame"].as_u64().unwrap())
        .sum();
    let of_tasks: u64 = of["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["frame"].as_u64().unwrap())
        .sum();
    assert_eq!(frames, of_tasks);

    let made = papers.make(&[Kind::Summary, Kind::Picture]).unwrap();
    let forms: Vec<Form> = made
        .iter()
        .filter(|of| of.kind() == Kind::Summary)
        .map(Paper::form)
        .collect();
    assert_eq!(forms, [Form::Html, Form::Docx, Form::Xlsx]);
    let page = text(&made[0]);
    for part in [
        "计划比例落实情况",
        "不低于20%",
        "公示信息隐瞒真实情况、弄虚作假",
        "立案",
        "各任务检查结果",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(page.matches("data:image/svg").count(), 2);
    let pictures = made.iter().filter(|of| of.kind() == Kind::Picture);
    assert_eq!(
        pictures.filter(|of| of.name().contains("results-")).count(),
        2
    );
}

#[test]
fn proposals_are_the_entities_with_a_ground() {
    let drawn = drawn(&inputs());
    let amendments = amended(&drawn);
    let results = results(&drawn, &amendments);
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers.with_amendments(&amendments).unwrap();
    let papers = papers.with_results(&results).unwrap();
    let grounds = ["false_information", "unreachable"];
    let expected = results.inspections().iter();
    let expected = expected.filter(|of| of.outcomes().any(|code| grounds.contains(&code)));
    let expected: BTreeSet<String> = expected.map(|of| of.entity().to_string()).collect();
    let context = papers.context(Kind::Proposals).unwrap();
    let context: Value = serde_json::from_str(&context).unwrap();
    let found = context["results"]["proposals"].as_array().unwrap();
    let named: BTreeSet<String> = found
        .iter()
        .map(|of| of["entity"]["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(named, expected);
    assert_eq!(found.len(), expected.len(), "each once");
    let made = papers.make(&[Kind::Proposals]).unwrap();
    assert!(!made[0].is_public());
    assert!(text(&made[0]).contains("通过登记的住所（经营场所）无法联系"));
}

#[test]
fn who_has_a_result_is_published_with_it() {
    let drawn = drawn(&inputs());
    let amendments = amended(&drawn);
    let results = results(&drawn, &amendments);
    for lang in [Lang::Zh, Lang::En] {
        let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
        let papers = papers.with_office(Office::from_json(OFFICE.as_bytes()).unwrap());
        let papers = papers.with_amendments(&amendments).unwrap();
        let papers = papers.in_language(lang).with_results(&results).unwrap();
        let made = papers.make(&[Kind::Outcomes]).unwrap();
        let page = text(&made[0]);
        for of in results.inspections() {
            assert!(page.contains(of.entity().as_str()), "{}", of.entity());
        }
        let rows = page.matches("<tr><td").count();
        assert_eq!(rows, results.inspections().len());
        assert!(!page.contains(NOTE));
    }
}

#[test]
fn a_table_for_a_platform_has_day_and_outcome() {
    let drawn = drawn(&inputs());
    let amendments = amended(&drawn);
    let results = results(&drawn, &amendments);
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers.with_amendments(&amendments).unwrap();
    let profile = Profile::named("zhejiang").unwrap();
    let before = String::from_utf8(papers.export(&profile).unwrap()).unwrap();
    assert_eq!(before.matches("2024-10-15").count(), 0);
    let papers = papers.with_results(&results).unwrap();
    let after = String::from_utf8(papers.export(&profile).unwrap()).unwrap();
    assert_eq!(
        after.matches("2024-10-15").count(),
        results.inspections().len()
    );
    // The replaced entity has its own row with its result: 9 in the platform's list.
    assert_eq!(after.lines().count(), before.lines().count() + 1);
    let closed = after.lines().filter(|line| line.trim_end().ends_with(",9"));
    let deregistered = results.inspections().iter();
    let deregistered = deregistered.filter(|of| of.outcomes().any(|code| code == "deregistered"));
    assert_eq!(closed.count(), deregistered.count());
    let tables = papers.make(&[Kind::Table]).unwrap();
    let sheet = tables
        .iter()
        .find(|of| of.name().contains("公示") && of.form() == Form::Csv);
    let sheet = text(sheet.unwrap());
    assert!(sheet.contains("公示信息隐瞒真实情况、弄虚作假") && sheet.contains("2024-10-15"));
}
