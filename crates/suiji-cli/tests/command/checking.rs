//! `suiji check`: its output and its page. It writes nothing else.

use serde_json::{Value, json};
use suiji::error::findings;

use crate::support::{Case, Ran, suiji};

/// The registry of `suiji new`. Each condition of task T1 leaves out one entity, and a limit leaves out one more.
const REGISTRY: &str = "\
id,name,class,categories,status
A1,甲,general,样例行业,active
A2,乙,general,样例行业,inactive
A3,丙,general,别的行业,active
A4,丁,general,,active
A5,戊,general,样例行业,active
A6,己,general,样例行业,active
";

fn check(case: &Case, args: &[&str]) -> Ran {
    suiji(&[&["check", &case.dir(), "--lang", "en"], args].concat())
}

fn case() -> (Case, u64) {
    let case = Case::new();
    let year = case.json("plan.json")["year"].as_u64().unwrap();
    case.write("registry.csv", REGISTRY);
    // A5 was visited for T1 this year, so its limit is reached. A5 and A6 were visited in the year before.
    let before = year - 1;
    let history = format!(
        "entity,task,date,kind\nA5,T1,{year}-01-02,planned\nA5,T0,{before}-05-05,planned\nA6,T0,{before}-12-31,case\nA1,T0,{0}-12-31,planned\n",
        before - 1
    );
    case.write("history.csv", history);
    (case, year)
}

#[test]
fn it_tells_who_is_in_no_task_and_why() {
    let (case, _) = case();
    let outlook = check(&case, &["--json"]).ends(0).json()["outlook"].clone();
    assert_eq!(
        outlook["in_no_task"],
        json!([
            {"reason": "status", "count": 1, "first": ["A2"]},
            {"reason": "categories", "count": 2, "empty": 1, "first": ["A3", "A4"]},
            {"reason": "T1Y", "count": 1, "first": ["A5"]},
        ])
    );
    let shown = check(&case, &[]).ends(0).out;
    for line in [
        "Entities in no task: 4",
        "2 (1 of them with nothing in that field), such as A3 丙, A4 丁",
        "excluded for “T1Y”: 1, such as A5 戊",
        "task T1 对样例企业的抽查: 1 of the 2 in the frame were visited the year before",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
}

#[test]
fn an_entity_is_named_for_the_task_that_it_comes_nearest_to() {
    let (case, _) = case();
    let with_district = REGISTRY
        .replace("active\n", "active,\n")
        .replace("status\n", "status,district\n");
    case.write(
        "registry.csv",
        with_district + "A7,庚,general,别的行业,active,99\n",
    );
    case.edit("plan.json", |plan| {
        let mut other = plan["tasks"][0].clone();
        other["id"] = "T2".into();
        other["scope"] = json!({"categories": ["别的行业"], "districts": ["99"]});
        other["limits"] = json!([]);
        plan["tasks"].as_array_mut().unwrap().push(other);
    });
    let ran = check(&case, &["--json"]).ends(0);
    // A3 is in the categories of T2, but not in its districts.
    let reasons = ran.json()["outlook"]["in_no_task"].clone();
    assert_eq!(
        reasons[1],
        json!({"reason": "categories", "count": 1, "empty": 1, "first": ["A4"]})
    );
    assert_eq!(
        reasons[2],
        json!({"reason": "districts", "count": 1, "empty": 1, "first": ["A3"]})
    );
}

#[test]
fn it_tells_what_departments_need_and_who_was_visited_the_year_before() {
    let (case, _) = case();
    let outlook = check(&case, &["--json"]).ends(0).json()["outlook"].clone();
    // The frame is A1 and A6. At least 20% of 2 is 1, with two seats; the roster has three inspectors.
    assert_eq!(
        outlook["needs"],
        json!([{"department": "样例局", "seats": 2, "inspectors": 3, "visits_each": 1}])
    );
    // A5 is not in the frame, and A1 was visited two years before.
    assert_eq!(
        outlook["visited"],
        json!([{"task": "T1", "frame": 2, "count": 1}])
    );
}

#[test]
fn nothing_is_written_and_a_case_without_ceremony_is_checked() {
    let (case, _) = case();
    case.remove("ceremony.json");
    let before = case.contents();
    let ran = check(&case, &["--json"]).ends(0);
    let codes: Vec<Value> = codes(&ran);
    assert!(
        !codes.contains(&findings::ONLY_OFFICE.id().into()),
        "{codes:?}"
    );
    assert!(
        check(&case, &[])
            .ends(0)
            .out
            .contains("no ceremony.json yet")
    );
    assert_eq!(case.contents(), before);
}

#[test]
fn the_sources_of_a_ceremony_are_checked() {
    let (case, _) = case();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"].as_array_mut().unwrap().truncate(1);
    });
    let codes = codes(&check(&case, &["--json"]).ends(0));
    assert!(
        codes.contains(&findings::ONLY_OFFICE.id().into()),
        "{codes:?}"
    );
}

fn codes(ran: &Ran) -> Vec<Value> {
    let json = ran.json();
    let findings = json["findings"].as_array().unwrap();
    findings.iter().map(|of| of["code"].clone()).collect()
}

#[test]
fn the_page_has_everything_that_the_terminal_has() {
    let (case, year) = case();
    case.edit("plan.json", |plan| plan["authority"] = "<b>局</b>".into());
    let page = case.arg("check.html");
    let shown = check(&case, &["--page", &page]).ends(0).out;
    assert!(shown.contains(&page), "{shown}");
    let html = String::from_utf8(case.bytes("check.html")).unwrap();
    for text in [
        format!("&lt;b&gt;局&lt;/b&gt;, {year}"),
        "Entities in no task: 4".to_owned(),
        "such as A3 丙, A4 丁".to_owned(),
        "<th>take</th>".to_owned(),
    ] {
        assert!(html.contains(&text), "{text}: {html}");
    }
    assert!(!html.contains("<b>"), "{html}");
}

#[test]
fn a_finding_that_is_there_twice_counts_once() {
    let (case, year) = case();
    case.write(
        "history.csv",
        format!("entity,task,date,by\nA5,T1,{year}-01-02,县局\n"),
    );
    case.edit("plan.json", |plan| {
        plan["limits"][0]["by"] = json!(["别的局", "别的局"]);
    });
    let page = case.arg("check.html");
    let shown = check(&case, &["--page", &page]).ends(0).out;
    let html = String::from_utf8(case.bytes("check.html")).unwrap();
    for text in [&shown, &html] {
        assert_eq!(text.matches("“别的局”").count(), 1, "{text}");
    }
    let lines = shown.lines().filter(|line| {
        ["error: ", "warning: ", "note: "]
            .iter()
            .any(|of| line.starts_with(of))
    });
    let heading = format!("{} findings:", lines.count());
    assert!(shown.contains(&heading), "{heading}: {shown}");
}

#[test]
fn what_cannot_be_sealed_is_an_error_and_on_the_page() {
    let (case, _) = case();
    case.write("registry.csv", REGISTRY.replace("A2,乙", "A1,乙"));
    let page = case.arg("check.html");
    check(&case, &["--page", &page]).refused("registry.duplicate-id");
    let html = String::from_utf8(case.bytes("check.html")).unwrap();
    assert!(
        html.contains("cannot be sealed") && html.contains("[registry.duplicate-id]"),
        "{html}"
    );
}

#[test]
fn people_are_shown_names_and_not_ids_or_fields() {
    let (case, _) = case();
    let shown = suiji(&["check", &case.dir()]).ends(0).out;
    assert!(
        shown.contains("排除（本年度本任务满 1 次）：1 个，如 A5 戊"),
        "{shown}"
    );
    assert!(
        !shown.contains("T1Y") && !shown.contains("categories"),
        "{shown}"
    );
    // The days of the plan. The sample has them in the current year.
    assert!(shown.contains("其中周一至周五"), "{shown}");
}

#[test]
fn the_departments_of_the_roster_are_shown_if_nobody_can_take_a_seat() {
    let (case, _) = case();
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["team"]["seats"][0]["department"] = "样例居".into();
    });
    let page = case.arg("check.html");
    let ran = suiji(&["check", &case.dir(), "--page", &page]).refused("team.seat-nobody");
    assert!(
        ran.err.contains("执法检查人员名录库中的单位"),
        "{}",
        ran.err
    );
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("执法检查人员名录库中的单位"), "{page}");
}
