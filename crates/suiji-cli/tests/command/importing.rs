//! Imports the lists of an office into a case: questions, saved answers, the log, the summary.

use std::ffi::OsString;

use serde_json::{Value, json};
use suiji_cli::Terminal;

use crate::support::{ANSWERS, Case, Ran, answering, suiji};

const REGISTRY: &str = "样例县名录\n统一社会信用代码,企业名称,信用风险等级,类别,电话\n91140521MA00000018 ,样例甲,D,加油站、超市,1\n91140521MA0000002B,样例乙,低,加油站,2\n合计,2\n";
const ROSTER: &str =
    "姓名,执法证号,单位,是否主办,回避企业\n张样例,ZF-001,县局,是,样例乙\n李样例,,县局,否,\n";

fn lists(case: &Case) -> [String; 2] {
    case.write("../名录.csv", REGISTRY);
    case.write("../人员.csv", ROSTER);
    ["../名录.csv", "../人员.csv"].map(|name| case.arg(name))
}

fn import(case: &Case, more: &[&str]) -> Ran {
    let [registry, roster] = lists(case);
    let mut args = vec!["import".to_owned(), case.dir(), registry, roster];
    args.extend(more.iter().map(|of| (*of).to_owned()));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    suiji(&args)
}

/// Fills in the questions of a case.
fn answer(case: &Case) {
    let mut questions = case.json("questions.json");
    for of in questions["answers"].as_array_mut().unwrap() {
        let answer = match (of["about"].as_str().unwrap(), of["of"].as_str().unwrap()) {
            ("letters", _) => "a_is_low",
            ("row", "李样例") => "ZF-002",
            other => unreachable!("{other:?}"),
        };
        of["answer"] = answer.into();
    }
    case.write("questions.json", questions.to_string());
}

#[test]
fn questions_are_written_answered_and_kept() {
    let case = Case::new();
    let sample = case.bytes("registry.csv");
    let ran = import(&case, &[]).ends(2);
    assert!(ran.err.contains("[import.questions]"), "{}", ran.err);
    assert!(ran.out.contains("待答复的问题：2 个"), "{}", ran.out);
    // Nothing else was written.
    assert!(case.bytes("registry.csv") == sample && !case.has("import-log-registry-roster.csv"));
    let questions = case.json("questions.json");
    let first = &questions["answers"][0];
    assert_eq!(first["choices"][0]["answer"], "a_is_low");
    assert_eq!(
        first["places"],
        json!(["名录.csv 第 3 行 “信用风险等级”列"])
    );
    answer(&case);
    let ran = import(&case, &[]).ends(0);
    for part in [
        "检查对象名录库：读取 3 行，导入 2 行",
        "合计行 1",
        "风险分类的字母 1",
        "未导入的列：电话",
        "registry.csv",
        "import-map.json",
        "下一步：计划和名录都导入后，suiji ceremony",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    assert!(!case.has("questions.json"));
    let registry = String::from_utf8(case.bytes("registry.csv")).unwrap();
    assert!(registry.ends_with(
        "91140521MA00000018,样例甲,high,加油站;超市,,,,,,\n91140521MA0000002B,样例乙,low,加油站,,,,,,\n"
    ));
    let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
    assert!(roster.ends_with(
        "ZF-001,张样例,县局,,,true,,,,,91140521MA0000002B\nZF-002,李样例,县局,,,false,,,,,\n"
    ));
    let log = String::from_utf8(case.bytes("import-log-registry-roster.csv")).unwrap();
    assert!(
        log.starts_with("\u{feff}文件,工作表,行,列,原内容,改为,规则\r\n")
            && log.contains("名录.csv,,3,信用风险等级,D,high,风险分类的字母\r\n"),
        "{log}"
    );
    let page = String::from_utf8(case.bytes("import-log-registry-roster.html")).unwrap();
    assert!(
        page.contains("<td>信用风险等级</td><td><del>D</del></td>"),
        "{page}"
    );

    // A second import, and an import into next year's case with the answers, give the same
    // bytes without questions.
    let files = [
        "registry.csv",
        "roster.csv",
        "import-log-registry-roster.csv",
        "import-log-registry-roster.html",
        "import-map.json",
    ];
    let bytes = || files.map(|name| case.bytes(name));
    let before = bytes();
    import(&case, &[]).ends(0);
    assert!(before == bytes());
    let next = Case::new();
    import(&next, &["--map", &case.arg("import-map.json")]).ends(0);
    assert_eq!(next.bytes("registry.csv"), case.bytes("registry.csv"));
}

#[test]
fn a_person_at_a_terminal_is_asked() {
    let case = Case::new();
    let [registry, roster] = lists(&case);
    let args = ["import", &case.dir(), &registry, &roster, "--lang", "en"].map(OsString::from);
    let mut terminal = Terminal::default();
    terminal.input = true;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let answers = "9\n1\n\nZF-002\n";
    let code = suiji_cli::run(args, &mut answers.as_bytes(), &mut out, &mut err, terminal);
    let err = String::from_utf8(err).unwrap();
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("choose one of the numbers"), "{err}");
    assert!(err.contains("an answer is needed"), "{err}");
    assert!(
        err.contains("A=低风险 B=一般风险 C=较高风险 D=高风险"),
        "{err}"
    );
    let map = case.json("import-map.json");
    assert_eq!(map["answers"].as_array().unwrap().len(), 2);
}

#[test]
fn programs_get_the_sums_as_json() {
    let case = Case::new();
    import(&case, &[]).ends(2);
    answer(&case);
    let ran = import(&case, &["--json", "--extra", "all"]).ends(0);
    let json: Value = ran.json();
    assert_eq!(json["lists"][0]["taken"], 2);
    assert_eq!(json["lists"][0]["left_out"], json!({"total-row": 1}));
    assert_eq!(json["questions"], 0);
    let registry = String::from_utf8(case.bytes("registry.csv")).unwrap();
    assert!(registry.starts_with("id,name,class,categories,district,industry,status,established,exempt,exempt_from,extra.电话\n"));
}

#[test]
fn what_cannot_be_imported_is_refused_with_its_place() {
    let case = Case::new();
    case.write("../a.csv", "a,b\n1,2\n");
    let file = case.arg("../a.csv");
    let error = suiji(&["import", &case.dir(), &file]).refused("import.no-header");
    assert!(error.err.contains("a.csv"), "{}", error.err);
    suiji(&["import", &case.dir(), &file, "--as", "list"]).refused("import.not-a-list");
    suiji(&["import", &case.dir(), &case.arg("../no.csv")]).refused("case.missing-file");
    suiji(&["import", &case.dir()]).refused("usage.missing");
    case.write("../map.json", "[]");
    let map = case.arg("../map.json");
    suiji(&["import", &case.dir(), &file, "--map", &map]).refused("import.answers");
}

#[test]
fn answers_are_kept_though_the_lists_cannot_be_written() {
    let case = Case::new();
    import(&case, &[]).ends(2);
    answer(&case);
    // A folder of this name cannot be replaced.
    std::fs::remove_file(case.arg("registry.csv")).unwrap();
    std::fs::create_dir_all(case.arg("registry.csv/x")).unwrap();
    let ran = import(&case, &[]);
    assert_ne!(ran.code, 0);
    assert_eq!(
        case.json("import-map.json")["answers"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert!(case.has("import-log-registry-roster.csv"));
    std::fs::remove_dir_all(case.arg("registry.csv")).unwrap();
    import(&case, &[]).ends(0);
}

#[test]
fn a_list_in_another_form_is_told_before_any_question() {
    let case = Case::new();
    case.write("registry.jsonl", "");
    std::fs::remove_file(case.arg("registry.csv")).unwrap();
    import(&case, &[]).refused("import.other-form");
    assert!(!case.has("questions.json"));
}

#[test]
fn lists_that_a_draw_needs_are_not_replaced() {
    for (keep, refused) in [("no", true), ("yes", false)] {
        let case = Case::new();
        case.seal(&["--keep-inputs", keep]).ends(0);
        answering(&["draw", &case.dir(), "--yes"], ANSWERS).ends(0);
        let before = case.bytes("registry.csv");
        let ran = import(&case, &[]);
        if refused {
            ran.refused("import.not-kept");
            assert!(case.bytes("registry.csv") == before && !case.has("questions.json"));
            // The lists were moved to a safe place.
            for name in ["registry.csv", "roster.csv"] {
                std::fs::remove_file(case.arg(name)).unwrap();
            }
            import(&case, &[]).ends(2);
        } else {
            ran.ends(2);
        }
    }
}

#[test]
fn a_sealed_case_is_corrected_by_an_import_and_a_new_sealing() {
    let case = Case::new();
    case.seal(&[]).ends(0);
    let sealed = case.bytes("registry.csv");
    let corrected = String::from_utf8(sealed.clone())
        .unwrap()
        .replacen("样例", "改正", 1);
    assert_ne!(corrected.as_bytes(), sealed);
    case.write("../registry.csv", corrected);
    let file = case.arg("../registry.csv");
    let args = [
        "import",
        &case.dir(),
        &file,
        "--as",
        "registry",
        "--extra",
        "all",
    ];
    let ran = suiji(&args).ends(0);
    assert!(ran.err.contains("--supersede"), "{}", ran.err);
    // Nothing is lost, and a draw from unsealed inputs is refused.
    assert_eq!(case.bytes("sealed/1/registry.csv"), sealed);
    answering(&["draw", &case.dir(), "--yes"], ANSWERS).refused("sealed.changed");
    case.seal(&["--supersede", "名录有误", "--approved-by", "某人"])
        .ends(0);
    answering(&["draw", &case.dir(), "--yes"], ANSWERS).ends(0);

    // Without a copy of the sealed list, the list must first be moved away.
    let case = Case::new();
    case.seal(&["--keep-inputs", "no"]).ends(0);
    import(&case, &[]).refused("import.sealed");
}

#[test]
fn a_history_is_not_imported_by_the_sample_plan() {
    let case = Case::new();
    case.write(
        "../台账.csv",
        "企业名称,抽查任务,检查日期\n样例甲,某项,2024-03-01\n",
    );
    let file = case.arg("../台账.csv");
    let args = ["import", &case.dir(), &file, "--as", "history"];
    let ran = suiji(&args).refused("import.sample-plan");
    assert!(
        ran.err.contains("请先导入工作计划（--as plan）"),
        "{}",
        ran.err
    );
    assert!(!case.has("questions.json"));
    case.edit("plan.json", |plan| plan["title"] = "本局计划".into());
    let ran = suiji(&args).ends(2);
    assert!(ran.err.contains("[import.questions]"), "{}", ran.err);
}

#[test]
fn the_log_of_a_list_stays_when_another_is_imported() {
    let case = Case::new();
    let [registry, roster] = lists(&case);
    for (file, list) in [(registry, "registry"), (roster, "roster")] {
        let run = || suiji(&["import", &case.dir(), &file, "--as", list]);
        if run().code == 2 {
            answer(&case);
            run().ends(0);
        }
    }
    for list in ["registry", "roster"] {
        let log = String::from_utf8(case.bytes(&format!("import-log-{list}.csv"))).unwrap();
        assert_eq!(log.contains("名录.csv"), list == "registry", "{log}");
        assert!(case.has(&format!("import-log-{list}.html")));
    }
}

#[test]
fn questions_are_read_once_however_they_are_named() {
    let case = Case::new();
    import(&case, &[]).ends(2);
    answer(&case);
    let other = format!("{}/./questions.json", case.dir());
    import(&case, &["--map", &other]).ends(0);
    // The answers are in the file of answers. The file of questions was removed.
    assert!(case.has("import-map.json") && !case.has("questions.json"));
}

#[test]
fn the_answers_of_another_year_are_read_and_not_written() {
    let last = Case::new();
    import(&last, &[]).ends(2);
    answer(&last);
    import(&last, &[]).ends(0);
    // The answers of last year, without the one to the second question.
    let mut map = last.json("import-map.json");
    let answers = map["answers"].as_array_mut().unwrap();
    answers.retain(|of| of["about"] == "letters");
    last.write("import-map.json", map.to_string());
    let before = last.bytes("import-map.json");

    let case = Case::new();
    let arg = last.arg("import-map.json");
    import(&case, &["--map", &arg]).ends(2);
    answer(&case);
    // Both answers are now in the case, so the option is no longer needed.
    import(&case, &["--map", &arg]).ends(0);
    import(&case, &[]).ends(0);
    let own = case.json("import-map.json");
    assert_eq!(own["answers"].as_array().unwrap().len(), 2);
    assert_eq!(last.bytes("import-map.json"), before);
    let missing = last.arg("missing.json");
    import(&case, &["--map", &missing]).refused("case.missing-file");
}

#[test]
fn a_plan_with_faults_is_told_and_lists_that_cannot_be_read_too() {
    let case = Case::new();
    case.write("registry.csv", "id,name,class\n!,x,y\n");
    let [_, roster] = lists(&case);
    let ran = suiji(&["import", &case.dir(), &roster]).ends(2);
    assert!(ran.err.contains("检查对象名录库读不出来"), "{}", ran.err);
    case.write("plan.json", "{\"title\": 1}");
    let ran = import(&case, &[]).ends(2);
    assert!(ran.err.contains("title"), "{}", ran.err);
    assert!(!case.has("import-log-registry-roster.csv"));
}

/// Imports at a terminal with these answers. Returns the exit code and the output.
fn at_terminal(case: &Case, answers: &str) -> (u8, String) {
    let [registry, roster] = lists(case);
    let args = ["import", &case.dir(), &registry, &roster].map(OsString::from);
    let mut terminal = Terminal::default();
    terminal.input = true;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = suiji_cli::run(args, &mut answers.as_bytes(), &mut out, &mut err, terminal);
    (code, String::from_utf8(err).unwrap())
}

#[test]
fn a_person_can_go_back_to_the_question_before() {
    let case = Case::new();
    // There is no question before the first one. Then the first answer is corrected.
    let (code, shown) = at_terminal(&case, "<\n2\n＜\n1\nZF-002\n");
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains("这是第一题"), "{shown}");
    assert!(shown.contains("此前的答复：A=高风险"), "{shown}");
    let registry = String::from_utf8(case.bytes("registry.csv")).unwrap();
    assert!(registry.contains("样例甲,high,"), "{registry}");
}

#[test]
fn answers_are_kept_one_by_one() {
    let case = Case::new();
    let sample = case.bytes("registry.csv");
    let (code, shown) = at_terminal(&case, "1\n");
    assert_eq!(code, 2, "{shown}");
    assert!(
        shown.contains("import-map.json") && shown.contains("从未答的问题接着答"),
        "{shown}"
    );
    assert_eq!(
        case.json("import-map.json")["answers"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(case.bytes("registry.csv"), sample);
    // Only the open question is asked.
    let (code, shown) = at_terminal(&case, "ZF-002\n");
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains("[1/1]"), "{shown}");
}

#[test]
fn questions_that_follow_from_an_answer_can_be_gone_back_from() {
    let case = Case::new();
    case.write(
        "../人员.csv",
        "姓名,证件编号,科室\n张样例,ZF-001,监管一股\n",
    );
    let args = ["import", &case.dir(), &case.arg("../人员.csv")].map(OsString::from);
    let mut terminal = Terminal::default();
    terminal.input = true;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    // First the answer that the office within the department is not the department; then back,
    // and the opposite answer.
    let answers = "2\n<\n1\n";
    let code = suiji_cli::run(args, &mut answers.as_bytes(), &mut out, &mut err, terminal);
    let shown = String::from_utf8(err).unwrap();
    assert_eq!(code, 0, "{shown}");
    let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
    assert!(roster.contains("ZF-001,张样例,监管一股,"), "{roster}");
}
