//! Answers that cannot be used are refused, both at a terminal and in a file.

use suiji::{Lang, Plan};
use suiji_import::{Answers, Known, Options, Question, import, import_plan, page, plan_page};

use super::support::{answers, imported, questions, source, text};

const PLAN: &str = r#"{"title":"t","authority":"a","year":2026,"tasks":[{"id":"T1","name":"加油站抽查","kind":"internal","targeting":"untargeted","items":["i"],"quota":{"count":1}}]}"#;

fn why(question: &Question, answer: &str) -> String {
    let problem = question.check(answer).unwrap_err();
    assert_eq!(problem.code(), "import.answer");
    problem.problem(Lang::Zh).to_owned()
}

/// The answers are refused for this reason, whether typed in or read from a file. The last
/// answer is accepted.
fn refuses(csv: &str, key: [&str; 5], refused: &[(&str, &str)], taken: &str) {
    let known = || Known::default().with_plan(Plan::from_json(PLAN.as_bytes()).unwrap());
    let given = |answer| answers(&[[key[0], key[1], key[2], key[3], key[4], answer]]);
    let asked = imported(vec![text(csv)], known(), &Answers::default());
    let [question] = asked.questions() else {
        panic!("{:?}", questions(&asked));
    };
    for (answer, reason) in refused {
        let problem = why(question, answer);
        assert!(problem.contains(reason), "{answer}: {problem}");
        let again = imported(vec![text(csv)], known(), &given(answer));
        let again = again.questions().first();
        let of = again.and_then(|of| of.refused.as_deref());
        assert_eq!(of, Some(*answer));
    }
    question.check(taken).unwrap();
    let import = imported(vec![text(csv)], known(), &given(taken));
    assert_eq!(questions(&import), Vec::<String>::new(), "{taken}");
}

#[test]
fn a_credit_code_must_be_complete_and_right() {
    let csv = "id,name\n9.11405E+17,甲\n";
    let refused = [
        ("clear", "18 位"),
        ("9114", "18 位"),
        ("91140521MA00MMAM01", "校验码"),
        ("91140521MA00MM\u{7}AM0X", "控制字符"),
        ("blank", "不能为空"),
    ];
    let key = ["registry", "row", "id", "", "甲"];
    refuses(csv, key, &refused, "91350100M000100Y43");
    refuses(csv, key, &refused, "140521600012345");
}

#[test]
fn a_certificate_number_has_digits_and_the_length_of_the_others() {
    let csv = "姓名,执法证号,单位\n张样例,04052124001,县局\n李样例,4052124002,县局\n";
    let key = ["roster", "row", "id", "", "李样例"];
    let refused = [
        ("9", "至少 3 位"),
        ("clear", "须有数字"),
        ("405212", "11 位"),
    ];
    refuses(csv, key, &refused, "04052124002");
    refuses(csv, key, &refused, "4052124002");
}

#[test]
fn a_task_is_one_of_the_plan_or_of_another_year() {
    let csv = "统一社会信用代码,检查任务,检查日期\nZ-000001,某任务,2024-03-05\n";
    let key = ["history", "value", "task", "某任务", ""];
    let refused = [
        ("D", "没有这项任务"),
        ("clear", "没有这项任务"),
        ("9", "没有这项任务"),
    ];
    for taken in ["T1", "加油站抽查", "2024-D"] {
        refuses(csv, key, &refused, taken);
    }
}

#[test]
fn a_number_beyond_the_choices_is_no_content() {
    let csv = "id,name,类别\nZ-000001,甲,#REF!\n";
    let key = ["registry", "value", "categories", "#REF!", ""];
    refuses(
        csv,
        key,
        &[("9", "没有这个序号"), ("加油站;9", "没有这个序号")],
        "加油站;超市",
    );
}

#[test]
fn a_scope_and_a_team_of_a_plan_are_of_the_lists() {
    let registry = "id,name,categories\nZ-000001,甲,汽车销售企业\n";
    let roster = "id,name,department\nZF-001,张样例,县工信局\n";
    let run = suiji::Run::default;
    let import = |answers: &Answers| {
        let known = Known::default()
            .with_registry(|| suiji_tables::registry_from_csv(registry.as_bytes(), &run()).ok())
            .with_roster(|| suiji_tables::roster_from_csv(roster.as_bytes(), &run()).ok());
        let file = source("tests/data/plan/work-plan.docx");
        import_plan(vec![file], known, answers).unwrap()
    };
    let asked = import(&Answers::default());
    let of = |field: &str| {
        let mut all = asked.questions().iter();
        all.find(|of| of.key.field == field).unwrap()
    };
    let (scope, team) = (of("scope"), of("team"));
    assert!(why(scope, "汽车").contains("没有一户的类别是“汽车”"));
    assert!(why(scope, "99").contains("没有这个序号"));
    assert!(why(team, "县工局 2").contains("没有“县工局”（有：县工信局）"));
    assert!(why(team, "县工信局").contains("看不懂"));
    scope.check("汽车销售企业").unwrap();
    scope.check("as_written").unwrap();
    team.check("县工信局 2").unwrap();
    let mut given = Answers::default();
    given.insert(scope.key.clone(), "汽车");
    given.insert(team.key.clone(), "县工局 2");
    let again = import(&given);
    let refused: Vec<&str> = again
        .questions()
        .iter()
        .filter_map(|of| of.refused.as_deref())
        .collect();
    assert!(
        refused.contains(&"汽车") && refused.contains(&"县工局 2"),
        "{refused:?}"
    );
    let json = Answers::questions_to_json(again.questions(), Lang::Zh);
    assert!(json.contains("没有一户的类别是“汽车”"));
}

#[test]
fn a_plan_among_lists_is_told() {
    let sheet = source("tests/data/plan/work-plan.xlsx");
    let bytes = "抽查任务名称,抽查比例\n甲,5%\n";
    for file in [sheet, text(bytes)] {
        let refused = import(
            vec![file],
            Known::default(),
            &Answers::default(),
            &Options::default(),
        );
        let refused = refused.unwrap_err();
        assert_eq!(refused.problems()[0].code(), "import.is-plan");
    }
}

#[test]
fn a_code_that_a_text_file_has_rounded_is_asked_about() {
    let csv = "id,name\n911405211102345700,甲\n";
    let import = imported(vec![text(csv)], Known::default(), &Answers::default());
    assert_eq!(questions(&import), ["row|id||甲"]);
}

#[test]
fn no_partner_is_no_department_and_makes_no_task_joint() {
    let annex = |partner: &str| {
        format!(
            "某市监〔2025〕3号\n序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例\t发起部门\t配合部门\n1\t甲\t事项\t加油站\t10%\t县局\t{partner}\n"
        )
    };
    let of = |partner: &str| {
        import_plan(
            vec![text(&annex(partner))],
            Known::default(),
            &Answers::default(),
        )
        .unwrap()
    };
    let none = of("无");
    assert!(none.understood().iter().all(|of| of.before != "无"));
    assert!(none.questions().iter().any(|of| of.key.field == "kind"));
    assert!(
        none.questions()
            .iter()
            .all(|of| !of.key.value.contains('无'))
    );
    let joint = of("县消防大队");
    let kind = joint
        .understood()
        .iter()
        .find(|of| of.after == "joint")
        .unwrap();
    assert_eq!(kind.before, "配合部门");
}

#[test]
fn the_places_of_a_question_are_one_line() {
    let rows: String = (1..=12)
        .map(|row| format!("Z-{row:06},甲{row},较低\n"))
        .collect();
    let csv = format!("id,name,信用风险等级\n{rows}");
    let import = imported(vec![text(&csv)], Known::default(), &Answers::default());
    let places = import.questions()[0].places_text();
    let expected = "a.csv “信用风险等级”列：第 2、3、4、5、6、7、8、9、10、11 行等（共 12 处）";
    assert_eq!(places.get(Lang::Zh), expected);
    let csv = "id,name,信用风险等级\nZ-000001,甲,较低\n";
    let import = imported(vec![text(csv)], Known::default(), &Answers::default());
    let places = import.questions()[0].places_text();
    assert_eq!(places.get(Lang::Zh), "a.csv 第 2 行 “信用风险等级”列");
}

#[test]
fn the_pages_show_blanks_and_rows_left_out_and_no_change_twice() {
    let csv = "id,name,类别\nZ-000001,\" 甲\t\",加油站、超市\n合计,1,\n";
    let import = imported(vec![text(csv)], Known::default(), &Answers::default());
    let page = page(&import, Lang::Zh);
    assert!(page.contains("<del>[空格]甲[制表符]</del>"), "{page}");
    let changes = page.split("a.csv").nth(1).unwrap();
    assert!(
        changes.find("合计行") < changes.find("加油站、超市"),
        "{page}"
    );
    let file = source("tests/data/plan/work-plan.docx");
    let import = import_plan(vec![file], Known::default(), &Answers::default()).unwrap();
    let page = plan_page(&import, Lang::Zh);
    let title = import.understood()[0].before.as_str();
    assert!(
        page.contains(&format!("<td>{title}</td><td></td>")),
        "{page}"
    );
}

#[test]
fn the_columns_that_were_found_are_those_with_a_name() {
    let csv = "企业名称,,,信用风险等级\n甲,,,低\n";
    let refused = import(
        vec![text(csv)],
        Known::default(),
        &Answers::default(),
        &Options::default(),
    );
    let refused = refused.unwrap_err();
    let problem = refused.problems()[0].problem(Lang::Zh);
    assert!(problem.contains("企业名称、信用风险等级）"), "{problem}");
}
