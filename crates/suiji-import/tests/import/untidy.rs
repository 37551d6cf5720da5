//! Lists in the form in which offices keep them, each with the expected messages. All firms and
//! inspectors are invented.

use suiji::{Lang, Plan};
use suiji_import::{Answers, Import, Known, List, Options, Source};

use super::hostile::{sheet, workbook};
use super::support::{answers, imported, log, of, questions, rows, text};

/// A plan whose first task has this scope and a team with a lead.
fn plan(scope: &str) -> Plan {
    let json = format!(
        r#"{{"title":"样例","authority":"样例局","year":2024,"window":{{"from":"2024-09-01","to":"2024-11-30"}},
            "tasks":[{{"id":"J1","name":"对加油站的抽查","kind":"internal","targeting":"untargeted","items":["经营"],
            "scope":{scope},"quota":{{"count":1}},
            "team":{{"seats":[{{"department":"县局","count":2,"skills":["计量"]}}],"lead_required":true}}}}]}}"#
    );
    Plan::from_json(json.as_bytes()).unwrap()
}

fn by_plan(csv: &str, scope: &str, given: &Answers) -> Import {
    imported(
        vec![text(csv)],
        Known::default().with_plan(plan(scope)),
        given,
    )
}

fn none() -> Answers {
    Answers::default()
}

/// A workbook with rows of inline texts. `attributes` has the XML attributes of each row.
fn book(all: &[(&str, &str)]) -> Source {
    let rows = (1..).zip(all).map(|(number, (attributes, cells))| {
        let cells =
            ('A'..='Z')
                .zip(cells.split('|'))
                .map(|(column, cell)| match cell.strip_prefix('=') {
                    Some(formula) => {
                        format!("<c r=\"{column}{number}\"><f>{formula}</f><v></v></c>")
                    }
                    None => format!("<c r=\"{column}{number}\" t=\"str\"><v>{cell}</v></c>"),
                });
        let cells: String = cells.collect();
        format!("<row r=\"{number}\" {attributes}>{cells}</row>")
    });
    let rows: String = rows.collect();
    Source::from_bytes("名录.xlsx", workbook(&sheet(&rows, "")))
}

#[test]
fn hidden_rows_are_asked_about_once_and_logged() {
    let hidden = "hidden=\"1\"";
    let run = |given: &Answers| {
        let book = book(&[
            ("", "id|name"),
            ("", "Z-000001|甲"),
            (hidden, "Z-000002|乙"),
            (hidden, "Z-000003|丙"),
            (hidden, "合计|3"),
        ]);
        imported(vec![book], Known::default(), given)
    };
    let asked = run(&none());
    assert_eq!(questions(&asked), ["hidden_rows|||id|name"]);
    assert_eq!(asked.questions()[0].count, 2);
    for (answer, taken, rule) in [
        ("take", 3, "hidden-row-taken"),
        ("leave_out", 1, "hidden-row"),
    ] {
        let import = run(&answers(&[[
            "registry",
            "hidden_rows",
            "",
            "",
            "id|name",
            answer,
        ]]));
        assert_eq!(rows(&import, List::Registry).len(), taken);
        let expected = [
            format!("3||Z-000002 乙||{rule}"),
            format!("4||Z-000003 丙||{rule}"),
            "5||合计 3||total-row".to_owned(),
        ];
        assert_eq!(log(&import), expected);
        let summary = &import.summaries()[0];
        let left_out: u64 = summary.left_out.iter().map(|(_, count)| count).sum();
        assert_eq!(summary.read - summary.taken, left_out);
        assert_eq!(summary.noted.len(), usize::from(answer == "take"));
    }
}

#[test]
fn formulas_without_a_saved_result_are_asked_about() {
    let run = |given: &Answers| {
        let book = book(&[
            ("", "id|name|类别|电话"),
            ("", "Z-000001|甲|=VLOOKUP(A2,B:C,2)|=1"),
            ("", "Z-000002|乙|=VLOOKUP(A3,B:C,2)|2"),
            ("", "Z-000003|=A4&amp;\"店\"|超市|3"),
        ]);
        imported(vec![book], Known::default(), given)
    };
    let asked = run(&none());
    let expected = ["value|categories|=|", "row|name|=|Z-000003"];
    assert_eq!(questions(&asked), expected);
    assert_eq!(asked.questions()[0].count, 2);
    let text = asked.questions()[0].text.get(Lang::Zh);
    assert!(
        text.contains("=VLOOKUP(A2,B:C,2)") && text.contains("保存后再导入"),
        "{text}"
    );
    let import = run(&answers(&[
        ["registry", "value", "categories", "=", "", "加油站"],
        ["registry", "row", "name", "=", "Z-000003", "丙店"],
    ]));
    let expected = [
        "Z-000001,甲,,加油站,,,,,,",
        "Z-000002,乙,,加油站,,,,,,",
        "Z-000003,丙店,,超市,,,,,,",
    ];
    assert_eq!(rows(&import, List::Registry), expected);
    let change = "2|类别|=VLOOKUP(A2,B:C,2)|加油站|answer";
    assert!(
        log(&import).contains(&change.to_owned()),
        "{:?}",
        log(&import)
    );
}

#[test]
fn a_column_that_is_needed_is_asked_for() {
    let csv = "序号,执照号码,企业名称,登记状态,联系电话\n1,Z-000001,甲,,1\n";
    let layout = "序号|执照号码|企业名称|登记状态|联系电话";
    let asked = of(csv);
    assert_eq!(questions(&asked), [format!("columns|id||{layout}")]);
    let choices = |import: &Import| {
        let choices = import.questions()[0].choices.iter();
        choices.map(|of| of.answer.clone()).collect::<Vec<_>>()
    };
    assert_eq!(choices(&asked), ["执照号码", "联系电话"]);
    // A column with an open question is not reported as left out.
    assert_eq!(log(&asked), [""; 0]);
    let id = ["registry", "columns", "id", "", layout, "执照号码"];
    let import = imported(vec![text(csv)], Known::default(), &answers(&[id]));
    assert_eq!(rows(&import, List::Registry), ["Z-000001,甲,,,,,,,,"]);
    // The plan selects by categories.
    let scope = r#"{"categories":["加油站"]}"#;
    let asked = by_plan(csv, scope, &answers(&[id]));
    assert_eq!(questions(&asked), [format!("columns|categories||{layout}")]);
    assert_eq!(choices(&asked), ["联系电话", "blank"]);
    let no = ["registry", "columns", "categories", "", layout, "blank"];
    let import = by_plan(csv, scope, &answers(&[id, no]));
    assert_eq!(rows(&import, List::Registry), ["Z-000001,甲,,,,,,,,"]);
    // A column that does not exist.
    let wrong = ["registry", "columns", "id", "", layout, "企业名称"];
    let asked = imported(vec![text(csv)], Known::default(), &answers(&[wrong]));
    assert_eq!(asked.questions()[0].refused.as_deref(), Some("企业名称"));
    // One known name is enough if the list is named.
    let few = "序号,执照号码,企业名称,联系电话\n1,Z-000001,甲,1\n";
    let options = Options::default().with_list(List::Registry);
    let source = vec![text(few)];
    let asked = suiji_import::import(source, Known::default(), &none(), &options).unwrap();
    assert_eq!(
        questions(&asked),
        ["columns|id||序号|执照号码|企业名称|联系电话"]
    );
}

#[test]
fn codes_in_two_columns_are_taken_row_by_row_if_it_is_answered() {
    let csv =
        "统一社会信用代码,注册号,企业名称\n91140521MA00000018,,甲\n,140521600012345,乙\n合计,,2\n";
    let asked = of(csv);
    let layout = "统一社会信用代码|注册号|企业名称";
    assert_eq!(questions(&asked), [format!("columns|id||{layout}")]);
    let run = |answer| {
        let given = answers(&[["registry", "columns", "id", "", layout, answer]]);
        imported(vec![text(csv)], Known::default(), &given)
    };
    let expected = [
        "91140521MA00000018,甲,,,,,,,,",
        "140521600012345,乙,,,,,,,,",
    ];
    assert_eq!(rows(&run("each"), List::Registry), expected);
    assert_eq!(questions(&run("统一社会信用代码")), ["row|id||乙"]);
}

#[test]
fn an_office_within_the_department_is_not_taken_for_it() {
    let csv = "姓名,证件编号,科室\n张样例,ZF-001,监管一股\n李样例,ZF-002,监管二股\n";
    let asked = of(csv);
    assert_eq!(questions(&asked), ["column||科室|"]);
    let run = |given: &[[&str; 6]]| imported(vec![text(csv)], Known::default(), &answers(given));
    let column = |answer| ["roster", "column", "", "科室", "", answer];
    let import = run(&[column("department")]);
    assert_eq!(
        rows(&import, List::Roster)[0],
        "ZF-001,张样例,监管一股,,,,,,,,"
    );
    let asked = run(&[column("leave_out")]);
    assert_eq!(
        questions(&asked),
        ["constant|department||姓名|证件编号|科室"]
    );
    let text = asked.questions()[0].text.get(Lang::Zh);
    assert!(!text.contains('|'), "{text}");
}

#[test]
fn departments_of_cells_that_were_merged_are_asked_about_once() {
    let csv = "单位,姓名,执法证号\n县局,张样例,ZF-001\n,李样例,ZF-002\n市局,王样例,ZF-003\n,赵样例,ZF-004\n";
    let key = ["roster", "constant", "department", "", "单位|姓名|执法证号"];
    let asked = of(csv);
    assert_eq!(
        questions(&asked),
        ["constant|department||单位|姓名|执法证号"]
    );
    assert_eq!(asked.questions()[0].count, 2);
    for (answer, expected) in [
        ("as_above", ["县局", "县局", "市局", "市局"]),
        ("省局", ["县局", "省局", "市局", "省局"]),
    ] {
        let given = answers(&[[key[0], key[1], key[2], key[3], key[4], answer]]);
        let import = imported(vec![text(csv)], Known::default(), &given);
        let department = |row: &String| row.split(',').nth(2).unwrap().to_owned();
        let found: Vec<String> = rows(&import, List::Roster).iter().map(department).collect();
        assert_eq!(found, expected);
        assert_eq!(log(&import)[0], format!("3|单位||{}|answer", expected[1]));
    }
}

#[test]
fn headers_on_every_page_and_totals_of_parts_are_left_out() {
    let header = "序号,主体信息,,监管信息\n,统一社会信用代码,名称,信用风险等级\n";
    let csv = format!(
        "样例县名录,,,\n{header}1,Z-000001,甲,低\n城关镇小计,1,,\n第1页，共2页,,,\n{header}2,Z-000002,乙,高\n龙港镇小计：1户,,,\n本页合计,,,1\n"
    );
    let import = of(&csv);
    assert_eq!(questions(&import), Vec::<String>::new());
    let expected = ["Z-000001,甲,low,,,,,,,", "Z-000002,乙,high,,,,,,,"];
    assert_eq!(rows(&import, List::Registry), expected);
    let rules: Vec<String> = log(&import)
        .iter()
        .map(|of| of.rsplit('|').next().unwrap().to_owned())
        .collect();
    let expected = [
        "title-row",
        "title-row",
        "class-word",
        "total-row",
        "remark-row",
        "header-row",
        "header-row",
        "class-word",
        "total-row",
        "total-row",
    ];
    assert_eq!(rules, expected);
}

#[test]
fn a_firm_in_several_writings_and_sheets_is_one_and_the_log_says_which() {
    let one = "id,name,信用风险等级\nZ-000001,样例（沁水）公司,低\nZ-000001,样例(沁水) 公司,\n";
    let two = "id,name,信用风险等级\nZ-000001,样例（沁水）公司,低\n";
    let sources = |two: &str| {
        vec![
            Source::from_bytes("1.csv", one),
            Source::from_bytes("2.csv", two),
        ]
    };
    let import = imported(sources(two), Known::default(), &none());
    assert_eq!(
        rows(&import, List::Registry),
        ["Z-000001,样例（沁水）公司,low,,,,,,,"]
    );
    let expected = [
        "2|信用风险等级|低|low|class-word",
        "3|name|样例(沁水) 公司|样例（沁水）公司|merged-value",
        "3||Z-000001 样例(沁水) 公司|2|merged-row",
        "2|信用风险等级|低|low|class-word",
        "2||Z-000001 样例（沁水）公司 低|1.csv:2|duplicate-row",
    ];
    assert_eq!(log(&import), expected);
    let mut csv = Vec::new();
    import.log().write_csv_in(Lang::Zh, &mut csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.contains(",同第 2 行,并入同一编号的另一行"), "{csv}");
    assert!(csv.contains(",同 1.csv 第 2 行,重复的行"), "{csv}");
    // Different values are shown in words.
    let asked = imported(sources(&two.replace('低', "高")), Known::default(), &none());
    assert_eq!(questions(&asked), ["conflict|class|low | high|Z-000001"]);
    let text = asked.questions()[0].text.get(Lang::Zh);
    assert!(
        text.contains("低风险") && text.contains("高风险") && !text.contains("low"),
        "{text}"
    );
}

#[test]
fn inspectors_of_one_name_are_shown_with_their_departments() {
    let roster = "姓名,执法证号,单位\n张样例,ZF-001,县局\n张样例,ZF-002,市局\n李样例,,县局\n";
    let history = "统一社会信用代码,检查任务,检查日期,检查人员\nZ-000001,J1,2024-03-05,张样例\nZ-000001,J1,2024-03-06,李样例\n";
    let sources = vec![text(roster), text(history)];
    let asked = imported(sources, Known::default(), &none());
    // The question about the inspector without a number names her row on the roster.
    assert_eq!(
        questions(&asked),
        ["row|id||李样例", "value|inspectors|张样例|"]
    );
    let choices = &asked.questions()[1].choices;
    let means: Vec<&str> = choices.iter().map(|of| of.means.get(Lang::Zh)).collect();
    assert_eq!(means[..2], ["ZF-001（县局）", "ZF-002（市局）"]);
    assert_eq!(choices[0].answer, "ZF-001");
}

#[test]
fn an_industry_by_name_is_asked_about_if_the_plan_selects_by_codes() {
    let csv =
        "id,name,行业\nZ-000001,甲,机动车燃油零售\nZ-000002,乙,F5265\nZ-000003,丙,机动车燃油零售\n";
    let import = by_plan(csv, r#"{"districts":["14"]}"#, &none());
    let noted = "2|行业|机动车燃油零售|机动车燃油零售|industry-name";
    assert!(
        log(&import).contains(&noted.to_owned()),
        "{:?}",
        log(&import)
    );
    assert_eq!(
        import.summaries()[0]
            .noted
            .iter()
            .map(|of| of.1)
            .sum::<u64>(),
        2
    );
    let scope = r#"{"industries":["52"]}"#;
    assert_eq!(
        questions(&by_plan(csv, scope, &none())),
        ["value|industry|机动车燃油零售|"]
    );
    for (answer, code) in [("5265", "5265"), ("机动车燃油零售", "机动车燃油零售")] {
        let given = answers(&[[
            "registry",
            "value",
            "industry",
            "机动车燃油零售",
            "",
            answer,
        ]]);
        let import = by_plan(csv, scope, &given);
        assert_eq!(
            rows(&import, List::Registry)[0],
            format!("Z-000001,甲,,,,{code},,,,")
        );
    }
}

#[test]
fn a_task_may_have_its_number_before_its_name() {
    let csv = "统一社会信用代码,检查事项,检查日期\nZ-000001,1.对加油站的抽查,2024-03-05\nZ-000002,（一）对加油站的抽查,2024-03-05\n";
    let import = by_plan(csv, "{}", &none());
    let expected = [
        "Z-000001,J1,2024-03-05,planned,,",
        "Z-000002,J1,2024-03-05,planned,,",
    ];
    assert_eq!(rows(&import, List::History), expected);
}

#[test]
fn the_page_says_what_each_column_is_and_has_room_for_signatures() {
    let csv = "序号,统一社会信用代码,企业名称,电话\n1,Z-000001,甲,2\n";
    let page = suiji_import::page(&of(csv), Lang::Zh);
    for row in [
        "<tr><td>序号</td><td>序号，不用</td></tr>",
        "<tr><td>统一社会信用代码</td><td>统一社会信用代码</td></tr>",
        "<tr><td>电话</td><td>未导入</td></tr>",
        "<th>经办人（签字）</th><td></td>",
    ] {
        assert!(page.contains(row), "{row}\n{page}");
    }
}

#[test]
fn a_list_of_another_kind_is_one_clear_problem() {
    let csv = "统一社会信用代码,企业名称,登记状态,成立日期\nZ-000001,甲,存续,2015-06-01\nZ-000002,乙,存续,2015-06-01\n";
    let options = Options::default().with_list(List::Roster);
    let error =
        suiji_import::import(vec![text(csv)], Known::default(), &none(), &options).unwrap_err();
    let message = error.message(Lang::Zh);
    assert_eq!(error.problems().len(), 1, "{message}");
    assert_eq!(error.problems()[0].code(), "import.is-list");
    assert!(
        message.contains("检查对象名录库") && message.contains("--as registry"),
        "{message}"
    );
    let error = suiji_import::import_plan(vec![text(csv)], Known::default(), &none()).unwrap_err();
    let message = error.message(Lang::Zh);
    assert_eq!(error.problems().len(), 1, "{message}");
    assert!(
        message.contains("检查对象名录库") && message.contains("--as registry"),
        "{message}"
    );
}

#[test]
fn a_sheet_of_another_kind_is_left_out_if_there_is_one_of_the_kind_that_was_named() {
    let bytes = std::fs::read(super::support::path("tests/data/office/roster.xlsx")).unwrap();
    let options = Options::default().with_list(List::Roster);
    let run = |sources| suiji_import::import(sources, Known::default(), &none(), &options);
    // Each file is examined separately.
    let registry = "统一社会信用代码,企业名称,登记状态\nZ-000001,甲,存续\n";
    let sources = vec![Source::from_bytes("roster.xlsx", bytes), text(registry)];
    let error = run(sources).unwrap_err();
    assert_eq!(error.problems()[0].code(), "import.is-list");
    let two = super::hostile::two_sheets(
        &["id|name|登记状态|成立日期", "Z-000001|甲|存续|2015-06-01"],
        &["姓名|执法证号|单位", "张样例|ZF-001|县局"],
    );
    let import = run(vec![Source::from_bytes("两表.xlsx", two)]).unwrap();
    assert_eq!(rows(&import, List::Roster), ["ZF-001,张样例,县局,,,,,,,,"]);
    assert_eq!(import.log().sheets_left_out(), ["两表.xlsx a"]);
}
