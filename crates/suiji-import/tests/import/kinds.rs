//! Each kind of untidiness, with its log.

use suiji_import::{Answers, Known, List, Source};

use super::support::{answers, imported, log, of, questions, rows, text};

/// A registry with one row and one more column.
fn registry(column: &str, cell: &str) -> suiji_import::Import {
    of(&format!("id,name,{column}\nZ-000001,甲,{cell}\n"))
}

#[test]
fn each_change_of_a_cell_is_logged_with_its_rule() {
    for (column, cell, value, rule) in [
        ("信用风险等级", "高风险", "high", "class-word"),
        ("信用风险等级", "未评级", "", "unrated"),
        (
            "登记状态",
            "存续（在营、开业、在册）",
            "active",
            "status-word",
        ),
        ("登记状态", "吊销，未注销", "inactive", "status-word"),
        ("成立日期", "2015年6月1日", "2015-06-01", "date"),
        ("成立日期", "2015-06-01 00:00:00", "2015-06-01", "date"),
        ("成立日期", "42156", "2015-06-01", "date-serial"),
        ("类别", "加油站、超市", "加油站;超市", "list"),
        ("类别", "加油站\u{200B}", "加油站", "invisible"),
        ("类别", "无", "", "blank-word"),
        ("行政区划", "１４０５２１", "140521", "full-width"),
        ("行业代码", "F5265", "5265", "code"),
        ("免检", "否", "", "yes-no"),
    ] {
        let import = registry(column, cell);
        assert_eq!(questions(&import), Vec::<String>::new(), "{cell}");
        let change = format!("2|{column}|{cell}|{value}|{rule}");
        assert_eq!(log(&import), [change]);
        let row = &rows(&import, List::Registry)[0];
        assert!(
            value.is_empty() || row.split(',').any(|of| of == value),
            "{row}"
        );
    }
}

#[test]
fn what_has_two_readings_or_none_is_a_question_with_its_answer() {
    for (column, cell, key, answer, value) in [
        ("信用风险等级", "较低", "value|class|较低|", "low", "low"),
        (
            "登记状态",
            "停业",
            "value|status|停业|",
            "inactive",
            "inactive",
        ),
        (
            "成立日期",
            "2015.13.1",
            "value|established|2015.13.1|",
            "2015.12.1",
            "2015-12-01",
        ),
        (
            "成立日期",
            "3/4/2015",
            "date_order|established||id|name|成立日期",
            "month_first",
            "2015-03-04",
        ),
        (
            "行政区划",
            "沁水县",
            "value|district|沁水县|",
            "140521",
            "140521",
        ),
        (
            "免检",
            "是",
            "value|exempt|是|",
            "样例〔2024〕3号",
            "样例〔2024〕3号",
        ),
        ("类别", "#REF!", "value|categories|#REF!|", "blank", ""),
    ] {
        let csv = format!("id,name,{column}\nZ-000001,甲,{cell}\n");
        let asked = of(&csv);
        assert_eq!(questions(&asked), [key]);
        assert_eq!(asked.questions()[0].places[0].row, 2);
        let mut parts = key.splitn(4, '|');
        let mut next = || parts.next().unwrap();
        let (about, field, value_of, of_) = (next(), next(), next(), next());
        let answers = answers(&[["registry", about, field, value_of, of_, answer]]);
        let import = imported(vec![text(&csv)], Known::default(), &answers);
        let row = &rows(&import, List::Registry)[0];
        assert!(
            value.is_empty() || row.split(',').any(|of| of == value),
            "{row}"
        );
        assert!(
            about == "date_order" || log(&import)[0].ends_with("|answer"),
            "{:?}",
            log(&import)
        );
    }
}

#[test]
fn an_answer_that_cannot_be_used_is_asked_again() {
    let csv = "id,name,成立日期\nZ-000001,甲,明年\n";
    let given = answers(&[["registry", "value", "established", "明年", "", "后年"]]);
    let import = imported(vec![text(csv)], Known::default(), &given);
    assert_eq!(import.questions()[0].refused.as_deref(), Some("后年"));
}

#[test]
fn a_letter_is_asked_once_for_each_file() {
    let one = "统一社会信用代码,企业名称,信用风险等级\nZ-000001,甲,A\nZ-000002,乙,D\n";
    let other = "注册号,名称,风险分类\nZ-000003,丙,A级\n";
    let sources = || {
        vec![
            Source::from_bytes("1.csv", one),
            Source::from_bytes("2.csv", other),
        ]
    };
    let import = imported(sources(), Known::default(), &Answers::default());
    let layouts = [
        "统一社会信用代码|企业名称|信用风险等级",
        "注册号|名称|风险分类",
    ];
    assert_eq!(
        questions(&import),
        layouts.map(|layout| format!("letters|class||{layout}"))
    );
    let given = answers(&[
        ["registry", "letters", "class", "", layouts[0], "a_is_low"],
        ["registry", "letters", "class", "", layouts[1], "a_is_high"],
    ]);
    let import = imported(sources(), Known::default(), &given);
    let classes: Vec<String> = rows(&import, List::Registry)
        .iter()
        .map(|row| row.split(',').nth(2).unwrap().to_owned())
        .collect();
    assert_eq!(classes, ["low", "high", "high"]);
    assert!(log(&import).contains(&"3|信用风险等级|D|high|class-letter".to_owned()));
}

#[test]
fn rows_of_one_firm_are_merged_or_asked() {
    let csv = "id,name,类别,成立日期\nZ-000001,甲,加油站,\nZ-000002,乙,超市,\nZ-000001,甲,超市,2015-06-01\nZ-000002,乙,超市,\n";
    let import = of(csv);
    let expected = [
        "Z-000001,甲,,加油站;超市,,,,2015-06-01,,",
        "Z-000002,乙,,超市,,,,,,",
    ];
    assert_eq!(rows(&import, List::Registry), expected);
    let expected = [
        "4|类别|加油站|加油站;超市|merged-value",
        "4|成立日期||2015-06-01|merged-value",
        "4||Z-000001 甲 超市 2015-06-01|2|merged-row",
        "5||Z-000002 乙 超市|3|duplicate-row",
    ];
    assert_eq!(log(&import), expected);
    let csv = "id,name,行政区划\nZ-000001,甲,140521\nZ-000001,甲,140522\n";
    let import = of(csv);
    assert_eq!(
        questions(&import),
        ["conflict|district|140521 | 140522|Z-000001"]
    );
    let given = answers(&[[
        "registry",
        "conflict",
        "district",
        "140521 | 140522",
        "Z-000001",
        "140522",
    ]]);
    let import = imported(vec![text(csv)], Known::default(), &given);
    assert_eq!(rows(&import, List::Registry), ["Z-000001,甲,,,140522,,,,,"]);
}

#[test]
fn columns_that_are_no_fields_are_named_and_kept_if_wanted() {
    let csv = "序号,id,name,联系电话,住所\n1,Z-000001,甲,0356-7000000 ,\"龙港镇,1号\"\n";
    let import = of(csv);
    assert_eq!(
        log(&import),
        [
            "1|联系电话|联系电话||column-left-out",
            "1|住所|住所||column-left-out"
        ]
    );
    let keep = |extra| {
        let options = suiji_import::Options::default().with_extra(extra);
        suiji_import::import(
            vec![text(csv)],
            Known::default(),
            &Answers::default(),
            &options,
        )
        .unwrap()
    };
    let all = keep(suiji_import::Extra::All);
    assert_eq!(
        rows(&all, List::Registry),
        ["Z-000001,甲,,,,,,,,,0356-7000000,\"龙港镇,1号\""]
    );
    assert!(log(&all).contains(&"2|联系电话|0356-7000000 |0356-7000000|trim".to_owned()));
    let one = keep(suiji_import::Extra::Named(vec!["住 所".to_owned()]));
    assert_eq!(
        rows(&one, List::Registry),
        ["Z-000001,甲,,,,,,,,,\"龙港镇,1号\""]
    );
    let mut out = Vec::new();
    one.table(List::Registry)
        .unwrap()
        .write_csv(&mut out)
        .unwrap();
    let registry = suiji_tables::registry_from_csv(&*out, &suiji::Run::default()).unwrap();
    assert_eq!(
        registry.entity("Z-000001").unwrap().extra(),
        [("住所", "龙港镇,1号")]
    );
}

#[test]
fn a_column_that_resembles_a_field_is_asked() {
    let csv = "id,name,所属国民经济行业代码\nZ-000001,甲,5265\n";
    let import = of(csv);
    assert_eq!(questions(&import), ["column||所属国民经济行业代码|"]);
    for (answer, row) in [
        ("industry", "Z-000001,甲,,,,5265,,,,"),
        ("leave_out", "Z-000001,甲,,,,,,,,"),
    ] {
        let given = answers(&[["registry", "column", "", "所属国民经济行业代码", "", answer]]);
        let import = imported(vec![text(csv)], Known::default(), &given);
        assert_eq!(rows(&import, List::Registry), [row]);
    }
    let two = "id,name,企业类型,经营类别\nZ-000001,甲,有限责任公司,加油站\n";
    let import = of(two);
    assert_eq!(
        questions(&import),
        ["columns|categories||id|name|企业类型|经营类别"]
    );
}

#[test]
fn names_of_firms_and_inspectors_become_ids_where_they_are_unique() {
    let registry = "统一社会信用代码,企业名称\nZ-000001,甲（样例）公司\nZ-000002,乙\nZ-000003,乙\n";
    let roster = "姓名,执法证号,单位,回避企业\n张 样例,ZF-001,县局,甲(样例)公司、Z-000002\n李样例,ZF-002,县局,乙\n";
    let sources = || vec![text(roster), text(registry)];
    let import = imported(sources(), Known::default(), &Answers::default());
    assert_eq!(questions(&import), ["value|recuse|乙|"]);
    let choices: Vec<&str> = import.questions()[0]
        .choices
        .iter()
        .map(|of| of.answer.as_str())
        .collect();
    assert_eq!(choices[..2], ["Z-000002", "Z-000003"]);
    let given = answers(&[["roster", "value", "recuse", "乙", "", "Z-000003"]]);
    let import = imported(sources(), Known::default(), &given);
    let expected = [
        "ZF-001,张样例,县局,,,,,,,,Z-000001;Z-000002",
        "ZF-002,李样例,县局,,,,,,,,Z-000003",
    ];
    assert_eq!(rows(&import, List::Roster), expected);
    let change = "2|回避企业|甲(样例)公司、Z-000002|Z-000001;Z-000002|list+resolved";
    assert!(
        log(&import).contains(&change.to_owned()),
        "{:#?}",
        log(&import)
    );
}

#[test]
fn visits_get_ids_and_visits_of_one_day_are_one() {
    let registry = "统一社会信用代码,企业名称\nZ-000001,甲公司\n";
    let roster = "姓名,执法证号,单位\n张样例,ZF-001,县局\n李样例,ZF-002,县局\n";
    let history = "企业名称,检查任务,检查时间,检查类型,检查人员\n甲公司,J1,2024.3.5,双随机抽查,张样例\n甲公司,J1,2024-03-05,,李样例\n甲公司,J1,2024/3/6,投诉举报,王样例\n";
    let sources = || vec![text(history), text(roster), text(registry)];
    let import = imported(sources(), Known::default(), &Answers::default());
    assert_eq!(questions(&import), ["value|inspectors|王样例|"]);
    let given = answers(&[["history", "value", "inspectors", "王样例", "", "ZF-009"]]);
    let import = imported(sources(), Known::default(), &given);
    let expected = [
        "Z-000001,J1,2024-03-05,planned,,ZF-001;ZF-002",
        "Z-000001,J1,2024-03-06,case,,ZF-009",
    ];
    assert_eq!(rows(&import, List::History), expected);
}

#[test]
fn one_department_can_be_answered_for_all() {
    let csv = "姓名,执法证号\n张样例,ZF-001\n李样例,ZF-002\n";
    let options = suiji_import::Options::default().with_list(List::Roster);
    let run = |answers: &Answers| {
        suiji_import::import(vec![text(csv)], Known::default(), answers, &options).unwrap()
    };
    assert_eq!(
        questions(&run(&Answers::default())),
        ["constant|department||姓名|执法证号"]
    );
    let given = answers(&[[
        "roster",
        "constant",
        "department",
        "",
        "姓名|执法证号",
        "县局",
    ]]);
    let expected = ["ZF-001,张样例,县局,,,,,,,,", "ZF-002,李样例,县局,,,,,,,,"];
    assert_eq!(rows(&run(&given), List::Roster), expected);
}

#[test]
fn a_blank_between_members_is_decided_by_what_the_column_has() {
    let csv = "id,name,类别\nZ-000001,甲,超市 加油站\nZ-000002,乙,超市\nZ-000003,丙,加油站\nZ-000004,丁,饭 店\n";
    let import = of(csv);
    assert_eq!(questions(&import), ["value|categories|饭 店|"]);
    let given = answers(&[["registry", "value", "categories", "饭 店", "", "饭店"]]);
    let import = imported(vec![text(csv)], Known::default(), &given);
    let categories: Vec<String> = rows(&import, List::Registry)
        .iter()
        .map(|row| row.split(',').nth(3).unwrap().to_owned())
        .collect();
    assert_eq!(categories, ["超市;加油站", "超市", "加油站", "饭店"]);
}

#[test]
fn a_list_that_is_split_at_the_end_is_logged_where_it_stands() {
    let csv = "id,name,企业类别\nZ-000001,甲,超市\nZ-000002,乙,加油站\nZ-000001,甲,饭店 加油站\nZ-000003,丙,饭店\n";
    let import = of(csv);
    let categories = "Z-000001,甲,,超市;饭店;加油站,,,,,,";
    assert_eq!(rows(&import, List::Registry)[0], categories);
    let changes = [
        "4|企业类别|超市|超市;饭店 加油站|merged-value",
        "4||Z-000001 甲 饭店 加油站|2|merged-row",
        "4|企业类别|饭店 加油站|饭店;加油站|list-blank",
    ];
    assert_eq!(log(&import), changes);
    let asked = of("id,name,企业类别\nZ-000001,甲,超市\nZ-000001,甲,饭 店\n");
    let place = &asked.questions()[0].places[0];
    assert_eq!((place.row, place.column.as_str()), (3, "企业类别"));
}

#[test]
fn answers_about_a_file_are_not_taken_for_values() {
    let csv = "id,name,信用风险等级,成立日期\nZ-000001,甲,A,3/4/2015\n";
    let layout = "id|name|信用风险等级|成立日期";
    for (class, date) in [
        ("high", "2015-03-04"),
        ("blank", "blank"),
        ("leave_out", "leave_out"),
    ] {
        let given = answers(&[
            ["registry", "letters", "class", "", layout, class],
            ["registry", "date_order", "established", "", layout, date],
        ]);
        let import = imported(vec![text(csv)], Known::default(), &given);
        let refused: Vec<Option<&str>> = import
            .questions()
            .iter()
            .map(|of| of.refused.as_deref())
            .collect();
        assert_eq!(refused, [Some(class), Some(date)]);
    }
}

#[test]
fn a_field_that_is_required_cannot_be_left_blank() {
    let csv = "id,name\n甲,甲\nZ-000002,#N/A\n";
    let given = answers(&[
        ["registry", "row", "id", "", "甲", "blank"],
        ["registry", "value", "name", "#N/A", "", "blank"],
    ]);
    let import = imported(vec![text(csv)], Known::default(), &given);
    assert_eq!(questions(&import), ["row|id||甲", "value|name|#N/A|"]);
    for question in import.questions() {
        assert_eq!(question.refused.as_deref(), Some("blank"));
        assert!(question.choices.iter().all(|of| of.answer != "blank"));
    }
}

#[test]
fn zeros_that_a_text_file_has_lost_are_asked_about() {
    let roster = "姓名,执法证号,单位\n张样例,04052124001,县局\n李样例,4052124002,县局\n";
    let import = of(roster);
    assert_eq!(questions(&import), ["row|id||李样例"]);
    let choices: Vec<&str> = import.questions()[0]
        .choices
        .iter()
        .map(|of| of.answer.as_str())
        .collect();
    assert_eq!(choices[..2], ["04052124002", "4052124002"]);
    let given = answers(&[["roster", "row", "id", "", "李样例", "04052124002"]]);
    let import = imported(vec![text(roster)], Known::default(), &given);
    assert_eq!(
        rows(&import, List::Roster)[1],
        "04052124002,李样例,县局,,,,,,,,"
    );
    // A visit whose inspector has a leading zero on the roster.
    let history =
        "统一社会信用代码,检查任务,检查日期,检查人员\nZ-000001,J1,2024-03-05,4052124001\n";
    let sources = vec![text(&roster.replace(",4052", ",04052")), text(history)];
    let import = imported(sources, Known::default(), &Answers::default());
    assert_eq!(questions(&import), ["value|inspectors|4052124001|"]);
    assert_eq!(import.questions()[0].choices[0].answer, "04052124001");
    let industry = of("id,name,行业代码\nZ-000001,甲,111\nZ-000002,乙,5265\n");
    assert_eq!(questions(&industry), ["value|industry|111|"]);
    let given = answers(&[["registry", "value", "industry", "111", "", "111"]]);
    let csv = "id,name,行业代码\nZ-000001,甲,111\n";
    let import = imported(vec![text(csv)], Known::default(), &given);
    assert_eq!(rows(&import, List::Registry), ["Z-000001,甲,,,,111,,,,"]);
}

#[test]
fn a_name_in_letters_is_no_id() {
    let registry = "统一社会信用代码,企业名称\nZ-000001,IBM\nZ-000002,Acme Ltd\n";
    let visits = |name: &str| {
        let history = format!("统一社会信用代码,检查任务,检查日期\n{name},J1,2024-03-05\n");
        imported(
            vec![text(registry), text(&history)],
            Known::default(),
            &Answers::default(),
        )
    };
    for (name, id) in [("IBM", "Z-000001"), ("acme ltd", "Z-000002")] {
        let import = visits(name);
        assert_eq!(
            rows(&import, List::History),
            [format!("{id},J1,2024-03-05,planned,,")]
        );
    }
    for name in ["ABC", "7-Eleven", "Other Ltd"] {
        assert_eq!(
            questions(&visits(name)),
            [format!("value|entity|{name}|")],
            "{name}"
        );
    }
    let roster = "姓名,执法证号,单位,回避企业\n张样例,ZF-001,县局,ABC\n";
    let import = imported(
        vec![text(registry), text(roster)],
        Known::default(),
        &Answers::default(),
    );
    assert_eq!(questions(&import), ["value|recuse|ABC|"]);
    // The same in the column of codes.
    assert_eq!(questions(&of("id,name\nAcme Ltd,甲\n")), ["row|id||甲"]);
}

#[test]
fn a_firm_is_not_dropped_because_its_name_begins_as_a_remark_does() {
    let csv = "统一社会信用代码,企业名称,类别\n,Notebook Ltd,加油站\n,负责人力资源公司,超市\n备注：共二户,,\n";
    let import = of(csv);
    assert_eq!(
        questions(&import),
        ["row|id||Notebook Ltd", "row|id||负责人力资源公司"]
    );
}

#[test]
fn a_task_that_is_unknown_offers_the_nearest_of_many() {
    let tasks: Vec<String> = (1..=500)
        .map(|number| {
            let name = if number == 400 { "加油站计量检查".to_owned() } else { format!("任务{number}") };
            format!(r#"{{"id":"T{number}","name":"{name}","kind":"internal","targeting":"untargeted","items":["i"],"quota":{{"count":1}}}}"#)
        })
        .collect();
    let plan = format!(
        r#"{{"title":"t","authority":"a","year":2026,"tasks":[{}]}}"#,
        tasks.join(",")
    );
    let plan = suiji::Plan::from_json(plan.as_bytes()).unwrap();
    let csv = "统一社会信用代码,检查任务,检查日期\nZ-000001,加油站的计量,2024-03-05\n";
    let known = Known::default().with_plan(plan);
    let import = imported(vec![text(csv)], known, &Answers::default());
    let choices = &import.questions()[0].choices;
    assert_eq!(choices[0].answer, "T400");
    // The choices: twelve tasks, and leaving the row out.
    assert_eq!(choices.len(), 13);
}

#[test]
fn a_value_is_logged_in_the_column_that_it_comes_from() {
    let registry = "统一社会信用代码,企业名称\nZ-000001,甲公司\n";
    let history = "统一社会信用代码,企业名称,任务编号,检查任务,检查日期\nZ-000001　,甲公司,J1,,2024-03-05\n,甲公司,J1,,2024-03-06\n";
    let sources = vec![text(registry), text(history)];
    let import = imported(sources, Known::default(), &Answers::default());
    let changes = [
        "2|统一社会信用代码|Z-000001　|Z-000001|trim",
        "3|企业名称|甲公司|Z-000001|resolved",
    ];
    assert_eq!(log(&import), changes);
}
