//! The plan of a county in each format, compared with the plan that was written by hand.

use std::fs;

use serde_json::{Value, json};
use suiji::Registry;
use suiji::tables::Entity;
use suiji_import::{Answers, Key, Known, PlanImport, Source, import_plan};

use super::support::{answers, path, source};

/// Fields of `examples/qinshui-2024/plan.json` that are not in the document. They belong only to the
/// example.
const OWN_OF_PLAN: [&str; 1] = ["limits"];
const OWN_OF_TASK: [&str; 4] = ["risk", "coordination", "reserves", "team"];

const CARDS: &str = "本辖区内外已发行单用途预付卡的企业";

/// Answers that add as little as possible to the document.
fn least() -> Answers {
    answers(&[
        ["plan", "value", "scope", CARDS, "", "单用途商业预付卡企业"],
        ["plan", "value", "scope", "外国投资者", "", "as_written"],
        ["plan", "value", "risk.minimum", "at_least 20%", "", "blank"],
        ["plan", "value", "risk.minimum", "exactly 40%", "", "blank"],
        ["plan", "value", "risk.minimum", "exactly 60%", "", "blank"],
        ["plan", "constant", "limits", "", "", "blank"],
        ["plan", "constant", "unrated_as", "", "", "general"],
        [
            "plan",
            "value",
            "team",
            "县工信局+县市场监管局",
            "",
            "blank",
        ],
        ["plan", "value", "team", "internal", "", "blank"],
        ["plan", "constant", "lead_required", "", "", "yes"],
        ["plan", "constant", "coordination", "", "", "blank"],
        ["plan", "constant", "settings", "", "", "blank"],
    ])
}

/// Answers with all numbers and teams of the example.
fn all() -> Answers {
    let joint = |skill: &str, more: &str| {
        format!(
            "县工信局 1 主办人员 [{skill}]; 县工信局 1 检查人员; 县市场监管局 1 配合检查人员{more}"
        )
    };
    let own = |skill: &str| format!("县工信局 1 主办人员 [{skill}]；县工信局 1 检查人员");
    let mut all = least();
    all.merge(answers(&[
        [
            "plan",
            "value",
            "risk.minimum",
            "at_least 20%",
            "",
            "high=100%; elevated=40%; general=20%; low=5%",
        ],
        [
            "plan",
            "value",
            "risk.minimum",
            "exactly 40%",
            "",
            "高风险100%、较高风险60%、一般风险40%、低风险20%",
        ],
        [
            "plan",
            "value",
            "risk.minimum",
            "exactly 60%",
            "",
            "high=100%; elevated=75%; general=60%; low=45%",
        ],
        [
            "plan",
            "constant",
            "limits",
            "",
            "",
            "low=1/2; general=2; elevated=2; high=3",
        ],
        ["plan", "constant", "coordination", "", "", "shared"],
        [
            "plan",
            "row",
            "team",
            "",
            "对汽车销售企业的部门联合抽查",
            &joint("汽车流通", ""),
        ],
        [
            "plan",
            "row",
            "team",
            "",
            "对外商投资企业的信息报告的部门联合抽查",
            &joint("外商投资", ""),
        ],
        [
            "plan",
            "row",
            "team",
            "",
            "对单用途商业预付卡的部门联合抽查",
            &joint("单用途卡", ""),
        ],
        [
            "plan",
            "row",
            "team",
            "",
            "对二手车交易市场的部门联合抽查",
            &joint("二手车", " [机动车]"),
        ],
        [
            "plan",
            "row",
            "team",
            "",
            "对汽车销售企业的抽查",
            &own("汽车流通"),
        ],
        [
            "plan",
            "row",
            "team",
            "",
            "对外商投资企业信息报告的抽查",
            &own("外商投资"),
        ],
        [
            "plan",
            "row",
            "team",
            "",
            "对单用途商业预付卡的抽查",
            &own("单用途卡"),
        ],
        [
            "plan",
            "row",
            "team",
            "",
            "对二手车交易市场的抽查",
            &own("二手车"),
        ],
    ]));
    all
}

fn imported(file: &str, answers: &Answers) -> PlanImport {
    let source = source(&format!("tests/data/plan/{file}"));
    import_plan(vec![source], Known::default(), answers).unwrap()
}

fn of(import: &PlanImport) -> Value {
    let plan = import
        .plan()
        .unwrap_or_else(|| panic!("{:#?}", import.questions()));
    serde_json::from_str(&plan.to_json()).unwrap()
}

fn example() -> Value {
    let text = fs::read(path("../../examples/qinshui-2024/plan.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn without(mut plan: Value) -> Value {
    for field in OWN_OF_PLAN {
        plan.as_object_mut().unwrap().remove(field);
    }
    for task in plan["tasks"].as_array_mut().unwrap() {
        for field in OWN_OF_TASK {
            task.as_object_mut().unwrap().remove(field);
        }
    }
    plan
}

/// The questions, as their keys.
fn open(import: &PlanImport) -> Vec<String> {
    let key = |key: &Key| {
        format!(
            "{}|{}|{}|{}",
            key.about.as_str(),
            key.field,
            key.value,
            key.of
        )
    };
    import.questions().iter().map(|of| key(&of.key)).collect()
}

fn text(annex: &str) -> Source {
    Source::from_bytes(
        "a.txt",
        format!("样例县工信局2025年度内部双随机抽查计划\n{annex}"),
    )
}

#[test]
fn the_plan_of_a_county_is_what_was_written_by_hand() {
    let expected = without(example());
    assert_eq!(expected["tasks"].as_array().unwrap().len(), 8);
    for file in ["work-plan.txt", "work-plan.docx"] {
        assert_eq!(of(&imported(file, &least())), expected, "{file}");
    }
    // The workbook has the annexes only.
    let title = expected["title"].as_str().unwrap();
    let mut with_title = least();
    with_title.merge(answers(&[["plan", "constant", "title", "", "", title]]));
    let mut of_workbook = of(&imported("work-plan.xlsx", &with_title));
    let mut expected = expected;
    for field in ["document_number", "window", "basis", "authority"] {
        expected.as_object_mut().unwrap().remove(field);
    }
    of_workbook.as_object_mut().unwrap().remove("authority");
    for task in expected["tasks"].as_array_mut().unwrap() {
        task.as_object_mut().unwrap().remove("methods");
        // Without the letter and a registry, the words of a scope cannot be compared with anything.
        if task["scope"]["categories"][0] == "单用途商业预付卡企业" {
            task["scope"]["categories"][0] = CARDS.into();
        }
    }
    assert_eq!(of_workbook, expected);
}

#[test]
fn answers_give_what_the_document_leaves_open() {
    let plan = of(&imported("work-plan.docx", &all()));
    let expected = example();
    for (of, expected) in plan["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .zip(expected["tasks"].as_array().unwrap())
    {
        let mut expected = expected.clone();
        expected["team"]
            .as_object_mut()
            .unwrap()
            .remove("rotation_from");
        assert_eq!(of["risk"], expected["risk"], "{}", of["id"]);
        assert_eq!(of["team"], expected["team"], "{}", of["id"]);
    }
    assert_eq!(
        plan["limits"],
        json!([
            {"id": "risk-low", "visits": 1, "from": "2023-01-01", "classes": ["low"]},
            {"id": "risk-elevated-general", "visits": 2, "classes": ["elevated", "general"]},
            {"id": "risk-high", "visits": 3, "classes": ["high"]}
        ])
    );
    let groups: Vec<&str> = plan["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|task| task["coordination"].as_str())
        .collect();
    assert_eq!(groups, ["J1", "J2", "J3", "J4", "J1", "J2", "J3", "J4"]);
}

#[test]
fn what_the_document_leaves_open_is_asked() {
    let import = imported("work-plan.docx", &Answers::default());
    assert!(import.plan().is_none());
    let expected = [
        "value|scope|外国投资者|",
        &format!("value|scope|{CARDS}|"),
        "constant|limits||",
        "constant|unrated_as||",
        "constant|lead_required||",
        "constant|coordination||",
        "value|team|县工信局+县市场监管局|",
        "value|risk.minimum|at_least 20%|",
        "value|risk.minimum|exactly 40%|",
        "value|risk.minimum|exactly 60%|",
        "value|team|internal|",
        "constant|settings||",
    ];
    assert_eq!(open(&import), expected);
    let cards = &import.questions()[1];
    assert_eq!(cards.choices[0].answer, "单用途商业预付卡企业");
    assert_eq!(cards.count, 2);
    let team = import
        .questions()
        .iter()
        .find(|of| of.key.field == "team")
        .unwrap();
    assert_eq!(team.choices[0].answer, "县工信局 2; 县市场监管局 1");
    // After an answer that cannot be used, the question is asked again.
    let import = imported(
        "work-plan.docx",
        &answers(&[["plan", "constant", "unrated_as", "", "", "none"]]),
    );
    let refused = import
        .questions()
        .iter()
        .find(|of| of.key.field == "unrated_as")
        .unwrap();
    assert_eq!(refused.refused.as_deref(), Some("none"));
}

#[test]
fn scope_words_are_those_of_the_registry() {
    let registry = || {
        let rows = [
            Entity::new("A-1", "甲").with_categories(["二手车交易市塲", "外商投资企业"]),
            Entity::new("A-2", "乙").with_categories(["单用途商业预付卡企业", "汽车销售企业"]),
        ];
        Registry::from_rows(rows).ok()
    };
    let known = Known::default().with_registry(registry);
    let import = import_plan(
        vec![source("tests/data/plan/work-plan.txt")],
        known,
        &Answers::default(),
    )
    .unwrap();
    let words: Vec<(&str, &str)> = import
        .questions()
        .iter()
        .filter(|of| of.key.field == "scope")
        .map(|of| (&*of.key.value, &*of.choices[0].answer))
        .collect();
    assert_eq!(
        words,
        [
            ("外国投资者", "外商投资企业"),
            (CARDS, "单用途商业预付卡企业"),
            ("二手车交易市场", "二手车交易市塲")
        ]
    );
}

#[test]
fn every_value_is_shown_beside_its_source() {
    let import = imported("work-plan.txt", &least());
    let shown: Vec<String> = import
        .understood()
        .iter()
        .filter(|of| of.task == "J1" || of.task.is_empty())
        .map(|of| {
            let mark = if of.answered { "!" } else { "" };
            format!(
                "{}:{mark}{}|{}|{}",
                of.place.row,
                of.field.get(suiji::Lang::Zh),
                of.before,
                of.after
            )
        })
        .collect();
    for line in [
        "5:文号|沁工信字〔2024〕15号|沁工信字〔2024〕15号",
        "2:机关|沁水县工业和信息化局文件|沁水县工业和信息化局",
        "13:计划起止时间|2024年9月至2024年11月|2024-09-01 2024-11-30",
        "66:抽查比例|不低于20%1次/年|at_least 20%",
        "66:抽查频次|不低于20%1次/年|per-year=1",
        "66:抽查对象范围|汽车销售企业|汽车销售企业",
        "66:起止时间|9月-11月|2024-09-01 2024-11-30",
        "66:抽查检查模式|县抽县查|county county",
    ] {
        let line_of = |shown: &String| shown.split_once(':').map(|(_, rest)| rest.to_owned());
        let wanted = line.split_once(':').map(|(_, rest)| rest.to_owned());
        assert!(
            shown.iter().any(|of| line_of(of) == wanted),
            "{line}: {shown:#?}"
        );
    }
    let page = suiji_import::plan_page(&import, suiji::Lang::Zh);
    assert!(page.contains("<del>不低于20%1次/年</del></td><td><ins>不低于 20%</ins></td>"));
    let mut log = Vec::new();
    import.log().write_csv(&mut log).unwrap();
    let log = String::from_utf8(log).unwrap();
    assert!(
        log.contains(",抽查比例及频次,不低于20%1次/年,at_least 20%,plan\r\n"),
        "{log}"
    );
    // The same files and answers give the same bytes.
    let again = imported("work-plan.txt", &least());
    assert_eq!(suiji_import::plan_page(&again, suiji::Lang::Zh), page);
}

#[test]
fn cells_with_two_readings_are_asked_about_with_their_places() {
    let annex = "序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例/数量\t抽查检查时间\t抽查检查模式\t责任科室\n\
        1\t甲\t事项\t加油站\t10%(20户)\t9月-11月\t市抽查\t监管股\n\
        2\t乙\t事项\t加油站\t5%—20%，1次/季度\t11月底前\t县抽县查\t监管股\n";
    let import = import_plan(vec![text(annex)], Known::default(), &Answers::default()).unwrap();
    let expected = [
        "value|quota|10%(20户)|",
        "value|mode|市抽查|",
        "value|quota|5%—20%，1次/季度|",
        "value|frequency|5%—20%，1次/季度|",
        "value|window|11月底前|2025",
        "constant|lead_required||",
        "value|team|internal|",
        "constant|settings||",
    ];
    assert_eq!(open(&import), expected);
    let quota = &import.questions()[0];
    assert_eq!(
        (quota.places[0].row, &*quota.places[0].column),
        (3, "抽查比例/数量")
    );
    let readings: Vec<&str> = quota.choices.iter().map(|of| &*of.answer).collect();
    assert_eq!(
        readings,
        [
            "exactly 10%",
            "count 20",
            "at_least 10% min 20",
            "at_most 10% max 20"
        ]
    );
    let answers = answers(&[
        [
            "plan",
            "value",
            "quota",
            "10%(20户)",
            "",
            "不低于10%，不少于20户",
        ],
        ["plan", "value", "mode", "市抽查", "", "city county"],
        [
            "plan",
            "value",
            "quota",
            "5%—20%，1次/季度",
            "",
            "at_most 20%",
        ],
        ["plan", "value", "frequency", "5%—20%，1次/季度", "", "4"],
        [
            "plan",
            "value",
            "window",
            "11月底前",
            "2025",
            "2025-03-01 2025-11-30",
        ],
        ["plan", "constant", "lead_required", "", "", "no"],
        ["plan", "value", "team", "internal", "", "样例县工信局 2"],
        ["plan", "constant", "settings", "", "", "blank"],
    ]);
    let import = import_plan(vec![text(annex)], Known::default(), &answers).unwrap();
    let plan = of(&import);
    assert_eq!(
        plan["tasks"][0]["quota"],
        json!({"at_least": "10%", "min": 20})
    );
    assert_eq!(plan["tasks"][1]["quota"], json!({"at_most": "20%"}));
    assert_eq!(
        plan["tasks"][1]["limits"],
        json!([{"id": "per-year", "visits": 4}])
    );
    assert_eq!(
        plan["tasks"][1]["window"],
        json!({"from": "2025-03-01", "to": "2025-11-30"})
    );
    assert_eq!(
        plan["tasks"][0]["extra"],
        json!({"抽查范围": "加油站", "抽查比例/数量": "10%(20户)", "责任科室": "监管股"})
    );
}

#[test]
fn columns_are_asked_about_or_missing() {
    let annex = "序号\t抽查任务名称\t抽查事项\t抽查范围\t年度抽查比例\n1\t甲\t事项\t加油站\t10%\n";
    let import = import_plan(vec![text(annex)], Known::default(), &Answers::default()).unwrap();
    assert_eq!(open(&import), ["column|column|年度抽查比例|"]);
    let answers = answers(&[["plan", "column", "column", "年度抽查比例", "", "quota"]]);
    let import = import_plan(vec![text(annex)], Known::default(), &answers).unwrap();
    assert_eq!(
        open(&import),
        [
            "constant|lead_required||",
            "value|team|internal|",
            "constant|settings||"
        ]
    );
    let mut answers = answers;
    for question in import.questions() {
        answers.insert(question.key.clone(), question.choices[0].answer.clone());
    }
    let import = import_plan(vec![text(annex)], Known::default(), &answers).unwrap();
    let team = import
        .understood()
        .iter()
        .find(|of| of.field.get(suiji::Lang::Zh) == "检查小组");
    assert_eq!(team.map(|of| of.before.as_str()), Some("内部抽查"));
    let annex = "序号\t抽查任务名称\t抽查事项\t抽查范围\n1\t甲\t事项\t加油站\n";
    let error = import_plan(vec![text(annex)], Known::default(), &Answers::default()).unwrap_err();
    let problem = &error.problems()[0];
    assert_eq!(
        (problem.code(), problem.row()),
        ("import.missing-column", Some(2))
    );
}

#[test]
fn the_annexes_may_be_files_of_their_own() {
    let letter = Source::from_bytes(
        "计划.txt",
        "样例县工信局文件\n样例县工信局2024年抽查工作计划\n根据《办法》要求，制定本计划。\n",
    );
    let sources = vec![letter, source("tests/data/plan/work-plan.xlsx")];
    let import = import_plan(sources, Known::default(), &least()).unwrap();
    let plan = of(&import);
    assert_eq!(plan["title"], "样例县工信局2024年抽查工作计划");
    assert_eq!(plan["basis"], json!(["《办法》"]));
    assert_eq!(plan["tasks"].as_array().unwrap().len(), 8);
}
