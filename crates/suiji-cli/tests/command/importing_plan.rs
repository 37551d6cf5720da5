//! Imports the plan of an office into a case: how it was understood, questions, saved answers.

use std::ffi::OsString;

use serde_json::{Value, json};
use suiji_cli::Terminal;

use crate::support::{Case, Ran, suiji};

const PLAN: &str = "样例县工信局文件\n样工信字〔2024〕1号\n样例县工信局2024年双随机抽查工作计划\n附件\n部门联合抽查工作计划\n\
    序号\t抽查任务名称\t抽查事项\t抽查对象范围\t抽查比例及频次\t信用风险分类要求\t起止时间\t发起部门\t配合部门\t抽查检查模式\n\
    1\t对加油站的抽查\t1. 经营；2. 计量\t加油站\t不低于20%1次/年\t分别递加抽查比例、频次\t9月-11月\t县工信局\t县市场监管局\t县抽县查\n";

fn import(case: &Case, more: &[&str]) -> Ran {
    case.write("../计划.txt", PLAN);
    let (dir, file) = (case.dir(), case.arg("../计划.txt"));
    suiji(&[&["import", &dir, &file, "--as", "plan"], more].concat())
}

fn answer(case: &Case) {
    let mut questions = case.json("questions.json");
    for of in questions["answers"].as_array_mut().unwrap() {
        let answer = match of["field"].as_str().unwrap() {
            "risk.minimum" => "high=100%; elevated=40%; general=20%; low=5%",
            "limits" => "low=1/2; high=3",
            "unrated_as" => "general",
            "team" => of["choices"][0]["answer"].as_str().unwrap(),
            "lead_required" => "yes",
            "settings" => "备选=2；轮换=2023-01-01；J1专长=计量",
            other => unreachable!("{other}"),
        };
        of["answer"] = answer.into();
    }
    case.write("questions.json", questions.to_string());
}

#[test]
fn what_the_plan_leaves_open_is_answered_and_kept() {
    let case = Case::new();
    let sample = case.bytes("plan.json");
    let ran = import(&case, &[]).ends(2);
    assert!(ran.err.contains("[import.questions]"), "{}", ran.err);
    assert!(
        ran.out.contains("抽查比例：不低于20%1次/年 → 不低于 20%"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("待答复的问题：6 个"), "{}", ran.out);
    assert!(case.bytes("plan.json") == sample && !case.has("import-log-plan.csv"));
    answer(&case);
    let ran = import(&case, &[]).ends(0);
    for part in [
        "抽查计划：1 项任务",
        "起止时间：9月-11月 → 2024-09-01 至 2024-11-30",
        "各类最低抽查比例：分别递加抽查比例、频次 → 高风险 100%、较高风险 40%、一般风险 20%、低风险 5%（答复）",
        "plan.json",
        "import-map.json",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    let plan = case.json("plan.json");
    assert_eq!(plan["document_number"], "样工信字〔2024〕1号");
    let task = &plan["tasks"][0];
    assert_eq!(task["items"], json!(["经营", "计量"]));
    assert_eq!(task["quota"], json!({"at_least": "20%"}));
    assert_eq!(
        task["team"]["seats"],
        json!([{"department": "县工信局", "count": 1, "skills": ["计量"]}, {"department": "县工信局", "count": 1},
            {"department": "县市场监管局", "count": 1}])
    );
    assert_eq!(task["team"]["rotation_from"], "2023-01-01");
    assert_eq!(task["reserves"], 2);
    let page = String::from_utf8(case.bytes("import-log-plan.html")).unwrap();
    assert!(
        page.contains("<del>不低于20%1次/年</del></td><td><ins>不低于 20%</ins>"),
        "{page}"
    );
    let log = String::from_utf8(case.bytes("import-log-plan.csv")).unwrap();
    assert!(
        log.contains(",抽查比例及频次,不低于20%1次/年,不低于 20%,计划中的写法\r\n"),
        "{log}"
    );

    // A second import, and an import into another case with the answers, give the same bytes without questions.
    let before = case.bytes("plan.json");
    import(&case, &[]).ends(0);
    assert_eq!(case.bytes("plan.json"), before);
    let next = Case::new();
    import(&next, &["--map", &case.arg("import-map.json")]).ends(0);
    assert_eq!(next.bytes("plan.json"), before);
}

#[test]
fn a_person_at_a_terminal_is_asked() {
    let case = Case::new();
    case.write("../计划.txt", PLAN);
    let args = [
        "import",
        &case.dir(),
        &case.arg("../计划.txt"),
        "--as",
        "plan",
        "--lang",
        "en",
    ]
    .map(OsString::from);
    let mut terminal = Terminal::default();
    terminal.input = true;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    // The limits, the class of unrated entities, the lead, the team, the ratios, the settings. The first answer
    // cannot be used.
    let answers = "low=many\nlow=1\n3\n1\n1\nblank\n1\n";
    let code = suiji_cli::run(args, &mut answers.as_bytes(), &mut out, &mut err, terminal);
    let err = String::from_utf8(err).unwrap();
    assert_eq!(code, 0, "{err}");
    // After an answer that cannot be used, the question is asked again at once.
    assert_eq!(err.matches("cannot be used").count(), 1, "{err}");
    assert!(err.find("cannot be used") < err.find("[2/6]"), "{err}");
    let map = case.json("import-map.json");
    assert_eq!(map["answers"].as_array().unwrap().len(), 6);
}

#[test]
fn programs_get_what_was_understood_as_json() {
    let case = Case::new();
    let ran = import(&case, &["--json"]).ends(2);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["questions"], 6);
    answer(&case);
    let json: Value = import(&case, &["--json"]).ends(0).json();
    assert_eq!((&json["tasks"], &json["questions"]), (&json!(1), &json!(0)));
    let quota = json["understood"]
        .as_array()
        .unwrap()
        .iter()
        .find(|of| of["after"] == "at_least 20%")
        .unwrap();
    assert_eq!(quota["task"], "J1");
    assert_eq!(quota["before"], "不低于20%1次/年");
}

#[test]
fn what_is_no_plan_is_refused() {
    let case = Case::new();
    case.write("../a.txt", "没有表格\n");
    suiji(&["import", &case.dir(), &case.arg("../a.txt"), "--as", "plan"])
        .refused("import.plan-table");
    // A plan that a draw needs is not replaced, unless the sealing kept a copy.
    for (keep, code) in [("no", "import.sealed"), ("yes", "import.questions")] {
        let case = Case::new();
        case.seal(&["--keep-inputs", keep]).ends(0);
        let ran = import(&case, &[]).ends(2);
        assert!(ran.err.contains(code), "{}", ran.err);
    }
}
