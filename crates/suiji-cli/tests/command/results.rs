//! Results of inspections: checked, added to those of the case, counted, and used when the next draw is sealed.

use serde_json::{Value, json};

use crate::support::{Case, Ran, suiji};

const ENTITY: &str = "91140000SAMPLE0001";

/// A file with results of the case. Each result is given by its changes to a correct result.
fn file(case: &Case, changes: &[Value]) -> String {
    let row = |changes: &Value| {
        let members = case.json("record.json")["draws"][0]["teams"][0]["members"].clone();
        let mut row = json!({"task": "T1", "entity": ENTITY, "date": today(case), "inspectors": members,
                             "outcomes": ["rectified"], "measures": ["rectification"]});
        for (key, value) in changes.as_object().unwrap() {
            row[key] = value.clone();
        }
        row
    };
    let rows: Vec<Value> = changes.iter().map(row).collect();
    let public = suiji(&["publish", &case.arg("record.json"), "--case", &case.dir()]).ends(0);
    let record: Value = serde_json::from_str(&public.out).unwrap();
    let document = json!({"spec": "suiji-v1", "record": record["record"], "results": rows});
    case.write("from-office.json", document.to_string());
    case.arg("from-office.json")
}

/// The day of the sealing, which was just now.
fn today(case: &Case) -> String {
    let sealed_at = case.json("commitment.json")["sealed_at"].clone();
    sealed_at.as_str().unwrap()[..10].to_owned()
}

fn results(case: &Case, changes: &[Value]) -> Ran {
    let file = file(case, changes);
    suiji(&["results", &case.dir(), &file, "--lang", "en"])
}

fn status(case: &Case, more: &[&str]) -> Ran {
    suiji(&[&["status", &case.dir(), "--lang", "en"], more].concat())
}

#[test]
fn a_result_is_added_counted_and_replaced() {
    let case = Case::drawn();
    let before = status(&case, &["--json"]).ends(0).json();
    assert_eq!(
        (&before["total"]["drawn"], &before["total"]["open"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(before["tasks"][0]["open_entities"], json!([ENTITY]));

    let ran = results(&case, &[json!({})]).ends(0);
    assert!(
        ran.out.contains("1 new, 0 changed, 0 unchanged"),
        "{}",
        ran.out
    );
    let after = status(&case, &["--json"]).ends(0).json();
    assert_eq!(
        (&after["total"]["violation"], &after["total"]["open"]),
        (&json!(1), &json!(0))
    );
    assert!(!case.has("results.1.json"));

    let first = case.bytes("results.json");
    results(&case, &[json!({})]).ends(0);
    assert!(!case.has("results.1.json"), "nothing has changed");
    let ran = results(&case, &[json!({"published": today(&case)})]).ends(0);
    assert!(
        ran.out.contains("0 new, 1 changed, 0 unchanged"),
        "{}",
        ran.out
    );
    assert_eq!(case.bytes("results.1.json"), first);
    let after = status(&case, &["--json"]).ends(0).json();
    assert_eq!(after["total"]["published"], json!(1));
}

#[test]
fn wrong_results_are_refused_all_at_once_and_nothing_is_written() {
    let case = Case::drawn();
    let wrong = [
        json!({"task": "T9"}),
        json!({"entity": "X-1"}),
        json!({"date": "2020-01-01"}),
        json!({"outcomes": ["no_problem", "moved_away"]}),
    ];
    let ran = results(&case, &wrong).ends(2);
    for code in [
        "unknown-task",
        "not-drawn",
        "before-sealing",
        "contradiction",
        "twice",
    ] {
        assert!(
            ran.err.contains(&format!("[results.{code}]")),
            "{code}: {}",
            ran.err
        );
    }
    assert!(!case.has("results.json"));
    let ran = suiji(&["results", &case.dir(), &case.arg("record.json")]).ends(2);
    assert!(ran.err.contains("[case.other-document]"), "{}", ran.err);
}

#[test]
fn there_are_no_results_before_the_draw() {
    let case = Case::sealed();
    case.write("r.json", "{}");
    let ran = suiji(&["results", &case.dir(), &case.arg("r.json")]).ends(2);
    assert!(ran.err.contains("[case.not-drawn]"), "{}", ran.err);
}

#[test]
fn the_page_is_written_and_says_what_is_open() {
    let case = Case::drawn();
    let page = case.arg("status.html");
    status(&case, &["--page", &page]).ends(0);
    let html = String::from_utf8(case.bytes("status.html")).unwrap();
    assert!(
        html.contains(ENTITY) && html.contains("Without a result (1)"),
        "{html}"
    );
}

#[test]
fn the_next_draw_has_the_day_of_the_result() {
    // [O3]: a closed entity is not visited; the others have their day.
    for (outcome, rows) in [("rectified", 1), ("deregistered", 0)] {
        let case = Case::drawn();
        let members = case.json("record.json")["draws"][0]["teams"][0]["members"].clone();
        let measures = json!([]);
        results(
            &case,
            &[json!({"outcomes": [outcome], "measures": measures})],
        )
        .ends(0);
        let dir = case.dir();
        let follow = ["seal", &dir, "--follow", "--add-drawn", "--json"];
        let _ = suiji(&follow);
        let history = String::from_utf8(case.bytes("history.csv")).unwrap();
        let found: Vec<&str> = history.lines().filter(|line| line.contains("T1")).collect();
        let of_entity = found.iter().filter(|line| line.contains(ENTITY));
        assert_eq!(of_entity.count(), rows, "{outcome}: {history}");
        assert!(members.as_array().is_some_and(|members| members.len() == 2));
    }
}

/// The list of results that an office keeps, with one row for the entity of the case.
fn list(case: &Case, outcome: &str) -> String {
    let record = case.json("record.json");
    let members = record["draws"][0]["teams"][0]["members"]
        .as_array()
        .unwrap();
    let members: Vec<&str> = members.iter().map(|id| id.as_str().unwrap()).collect();
    let (members, today) = (members.join("、"), today(case));
    let csv = format!(
        "样例县检查结果\n序号,统一社会信用代码,检查任务,检查日期,检查人员,检查结果,处理措施,备注\n\
         1,{ENTITY},T1,{today},{members},{outcome},责令改正,台账\n合计,1,,,,,,\n"
    );
    case.write("结果.csv", csv);
    case.arg("结果.csv")
}

#[test]
fn a_list_of_an_office_becomes_results_with_its_log() {
    for command in ["results", "import"] {
        let case = Case::drawn();
        let file = list(&case, "发现问题已责令改正");
        let args = match command {
            "results" => vec!["results", "", &*file],
            _ => vec!["import", "", &*file, "--as", "results"],
        };
        let dir = case.dir();
        let args: Vec<&str> = args
            .into_iter()
            .map(|of| if of.is_empty() { &dir } else { of })
            .collect();
        let ran = suiji(&[&args[..], &["--lang", "en"]].concat()).ends(0);
        assert!(
            ran.out.contains("1 new, 0 changed, 0 unchanged"),
            "{}",
            ran.out
        );
        let result = &case.json("results.json")["results"][0];
        assert_eq!(result["outcomes"], json!(["rectified"]));
        assert_eq!(result["measures"], json!(["rectification"]));
        assert_eq!(result["note"], "台账");
        let log = String::from_utf8(case.bytes("import-log-results.csv")).unwrap();
        assert!(log.contains("total-row") || log.contains("合计"), "{log}");
        assert!(case.has("import-log-results.html"));
    }
}

#[test]
fn a_word_that_is_not_clear_is_asked_about_and_the_answer_is_kept() {
    let case = Case::drawn();
    let file = list(&case, "台账不全");
    let dir = case.dir();
    let ran = suiji(&["results", &dir, &file, "--json"]).ends(2);
    assert!(ran.err.contains("import.questions"), "{}", ran.err);
    assert!(!case.has("results.json"));
    case.edit("questions.json", |json| {
        assert_eq!(json["answers"][0]["value"], "台账不全");
        json["answers"][0]["answer"] = "own:violation".into();
    });
    suiji(&["results", &dir, &file]).ends(0);
    assert!(!case.has("questions.json") && case.has("import-map.json"));
    let results = case.json("results.json");
    assert_eq!(results["own_outcomes"][0]["name"], "台账不全");
    assert_eq!(
        results["results"][0]["outcomes"][0],
        results["own_outcomes"][0]["code"]
    );
}

#[test]
fn wrong_results_of_a_list_name_its_rows() {
    let case = Case::drawn();
    let today = today(&case);
    let csv = format!(
        "title\n\n主体代码,任务编号,检查日期,检查结果\n{ENTITY},T1,2020-01-01,正常\n91140000SAMPLE0009,T1,{today},正常\n"
    );
    case.write("r.csv", csv);
    let ran = suiji(&["results", &case.dir(), &case.arg("r.csv"), "--lang", "en"]).ends(2);
    assert!(
        ran.err.contains("row 4") && ran.err.contains("[results.before-sealing]"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("row 5") && ran.err.contains("[results.not-drawn]"),
        "{}",
        ran.err
    );
    assert!(!case.has("results.json") && !case.has("import-log-results.csv"));
}

#[test]
fn rows_of_several_lists_are_named_with_their_files() {
    let case = Case::drawn();
    let today = today(&case);
    let head = "主体代码,任务编号,检查日期,检查结果,处理措施\n";
    let [unknown, another] = ["91140000SAMPLE0008", "91140000SAMPLE0009"];
    let one = format!("{head}{unknown},T1,{today},正常,\n{ENTITY},T1,2020-01-01,正常,\n");
    case.write("one.csv", one);
    case.write("other.csv", format!("{head}{another},T1,{today},正常,\n"));
    let (one, other) = (case.arg("one.csv"), case.arg("other.csv"));
    for (lang, [row_2, row_3, id, day]) in [
        ("zh", ["第 2 行", "第 3 行", "请核对编号", "请核对日期"]),
        ("en", ["row 2", "row 3", "check the id", "check the day"]),
    ] {
        let ran = suiji(&["results", &case.dir(), &one, &other, "--lang", lang]);
        let err = ran.ends(2).err;
        let expected: [&[&str]; 5] = [
            &["one.csv", "[case.wrong-results]"],
            &[row_2, unknown, id, "[results.not-drawn]"],
            &[row_3, day, "[results.before-sealing]"],
            &["other.csv", "[case.wrong-results]"],
            &[row_2, another, id, "[results.not-drawn]"],
        ];
        let lines: Vec<&str> = err.lines().collect();
        assert_eq!(lines.len(), expected.len(), "{err}");
        for (line, parts) in lines.iter().zip(expected) {
            assert!(parts.iter().all(|part| line.contains(part)), "{err}");
        }
    }
    assert!(!case.has("results.json"));

    // Doubtful results are named with their files, too.
    let doubtful = json!({"outcomes": ["no_problem"], "measures": ["rectification"]});
    let document = file(&case, &[doubtful]);
    let list = format!("{head}{ENTITY},T1,{today},正常,责令改正\n");
    case.write("one.csv", list);
    let ran = suiji(&["results", &case.dir(), &document, &one, "--lang", "en"]);
    let out = ran.ends(0).out;
    let lines: Vec<&str> = out.lines().collect();
    let in_document = format!("In {document}:");
    let first = lines.iter().position(|line| *line == in_document);
    let first = first.unwrap_or_else(|| unreachable!("{out}"));
    assert!(lines[first + 1].contains("[results.measure]"), "{out}");
    assert_eq!(lines[first + 2], "In one.csv:", "{out}");
    assert!(lines[first + 3].contains("[results.measure]"), "{out}");
    assert!(lines[first + 3].contains("row 2"), "{out}");
}

#[test]
fn the_sheet_of_visits_of_the_papers_is_filled_in_and_imported() {
    let case = Case::drawn();
    let papers = case.arg("papers-out");
    suiji(&["papers", &case.dir(), "--out", &papers]).ends(0);
    let mut sheets = Vec::new();
    find(std::path::Path::new(&papers), &mut sheets);
    let sheet = sheets
        .iter()
        .find(|path| path.to_string_lossy().contains("检查安排"));
    let text =
        std::fs::read_to_string(sheet.unwrap_or_else(|| unreachable!("{sheets:?}"))).unwrap();
    let today = today(&case);
    let mut lines = text.lines();
    let mut filled = format!("{},检查日期,检查结果,公示日期\n", lines.next().unwrap());
    for line in lines {
        filled.push_str(&format!("{line},{today},未发现问题,\n"));
    }
    case.write("visits.csv", &filled);
    let ran = suiji(&[
        "results",
        &case.dir(),
        &case.arg("visits.csv"),
        "--lang",
        "en",
    ])
    .ends(0);
    assert!(
        ran.out.contains("1 new, 0 changed, 0 unchanged"),
        "{}",
        ran.out
    );
    // The sheet names the drawn team, so nothing is doubtful.
    assert!(!ran.out.contains("[results."), "{}", ran.out);
    let result = &case.json("results.json")["results"][0];
    assert_eq!(result["inspectors"].as_array().unwrap().len(), 2);
    // The sheet as printed has no result yet, so nothing is imported.
    let empty = format!(
        "{},检查日期,检查结果\n{},,\n",
        text.lines().next().unwrap(),
        text.lines().nth(1).unwrap()
    );
    case.write("visits.csv", empty);
    let ran = suiji(&[
        "results",
        &case.dir(),
        &case.arg("visits.csv"),
        "--lang",
        "en",
    ])
    .ends(0);
    assert!(
        ran.out.contains("0 new, 0 changed, 0 unchanged"),
        "{}",
        ran.out
    );
}

/// The CSV files in a folder and its subfolders.
fn find(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => find(&path, found),
            false if path.extension().is_some_and(|end| end == "csv") => found.push(path),
            false => {}
        }
    }
}

#[test]
fn the_course_of_an_entity_goes_to_the_next_history() {
    let case = Case::drawn();
    let dir = case.dir();
    let explain = || {
        let record = case.arg("record.json");
        suiji(&["explain", &record, ENTITY, "--case", &dir, "--lang", "en"])
            .ends(0)
            .out
    };
    let before = explain();
    assert!(before.contains("task T1: no result yet"), "{before}");
    results(&case, &[json!({"published": today(&case)})]).ends(0);
    let after = explain();
    for part in [
        "problem found, rectification ordered",
        "measures: rectification ordered",
        &format!("published on {}", today(&case)),
        &format!("in the history of the next draw: task T1, {}", today(&case)),
    ] {
        assert!(after.contains(part), "{part}: {after}");
    }
    let out = case.arg("next.csv");
    suiji(&["history", &dir, "--out", &out]).ends(0);
    let history = String::from_utf8(case.bytes("next.csv")).unwrap();
    assert!(
        history.starts_with("entity,task,date,kind,by,inspectors\n"),
        "{history}"
    );
    let line = format!("{ENTITY},T1,{},planned,,", today(&case));
    assert!(
        history
            .lines()
            .any(|of| of.starts_with(&line) && of.contains(';')),
        "{history}"
    );
    let lines = suiji(&["history", &dir]).ends(0).out;
    assert_eq!(lines.lines().count(), history.lines().count() - 1);
}

#[test]
fn differences_of_two_plans_are_told_in_words() {
    let case = Case::sealed();
    case.write("new.json", case.bytes("plan.json"));
    let (dir, new) = (case.dir(), case.arg("new.json"));
    let same = suiji(&["plan-diff", &dir, &new, "--lang", "en"]).ends(0);
    assert_eq!(same.out, "The plans are the same.\n");
    case.edit("new.json", |plan| {
        plan["tasks"][0]["name"] = "样例抽查二".into()
    });
    let ran = suiji(&["plan-diff", &dir, &new]).ends(0);
    assert!(
        ran.out.starts_with("计划调整 1 处：\n1. 任务 T1（"),
        "{}",
        ran.out
    );
    let json = suiji(&["plan-diff", &dir, &new, "--json"]).ends(0).json();
    assert_eq!(json["changes"][0]["field"], "name");
    suiji(&["plan-diff", &dir, &case.arg("commitment.json")]).ends(2);
}
