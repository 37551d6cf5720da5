//! Lists of results of inspections: words of offices, names, dates, and several tasks or measures in one
//! cell.

use serde_json::{Value, json};
use suiji::{Plan, Record, Run};
use suiji_import::{Answers, Import, Known, List, Options, Source, import};

use super::books::{ods, xlsx};
use super::support::{answers, log, path, questions, rows};

/// A drawn case of the conformance tests: its plan, lists and record.
struct Drawn {
    plan: Plan,
    record: Record,
}

const REGISTRY: &str = "id,name\nA-000001,沁水样例一公司\nA-000002,沁水样例二公司\nA-000003,沁水样例同名公司\nA-000004,沁水样例同名公司\n";
const ROSTER: &str =
    "id,name,department\n0041,赵样例,县局\n0042,钱样例,县局\n0043,孙样例,县局\n0044,孙样例,市局\n";

impl Drawn {
    fn new(tasks: &[(&str, &str)]) -> Self {
        let tasks: Vec<Value> = tasks
            .iter()
            .map(|(id, name)| json!({"id": id, "name": name, "quota": {"count": 1}}))
            .collect();
        let plan =
            json!({"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": tasks});
        let record = path("../../tests/golden");
        let mut all: Vec<_> = std::fs::read_dir(&record)
            .unwrap()
            .map(|entry| entry.unwrap().path().join("record.json"))
            .filter(|path| path.exists())
            .collect();
        all.sort();
        Self {
            plan: Plan::from_json(plan.to_string().as_bytes()).unwrap(),
            record: Record::from_json(&std::fs::read(&all[0]).unwrap()).unwrap(),
        }
    }

    fn one() -> Self {
        Self::new(&[("J1", "对食品、药品企业的抽查")])
    }

    fn two() -> Self {
        Self::new(&[("J1", "对食品、药品企业的抽查"), ("J2", "对加油站的抽查")])
    }

    fn import(&self, csv: &str, answers: &Answers) -> Import {
        self.import_file(Source::from_bytes("结果.csv", csv), answers)
    }

    fn import_file(&self, source: Source, answers: &Answers) -> Import {
        let known = Known::default()
            .with_plan(self.plan.clone())
            .with_registry(|| {
                suiji_tables::registry_from_csv(REGISTRY.as_bytes(), &Run::default()).ok()
            })
            .with_roster(|| suiji_tables::roster_from_csv(ROSTER.as_bytes(), &Run::default()).ok());
        import(
            vec![source],
            known,
            answers,
            &Options::default().with_list(List::Results),
        )
        .unwrap()
    }

    fn rows(&self, csv: &str) -> Vec<String> {
        rows(&self.import(csv, &Answers::default()), List::Results)
    }

    /// The results as JSON, with their rows.
    fn results(&self, csv: &str, answers: &Answers) -> Vec<(Value, Vec<u64>)> {
        self.results_of(&self.import(csv, answers))
    }

    fn results_of(&self, import: &Import) -> Vec<(Value, Vec<u64>)> {
        assert_eq!(questions(import), Vec::<String>::new());
        let all = import.results(&self.record).unwrap();
        let json = |of: &suiji_import::SheetResults| {
            let json = serde_json::from_str(&of.results().to_json()).unwrap();
            (json, of.rows().to_vec())
        };
        all.iter().map(json).collect()
    }
}

#[test]
fn a_list_as_an_office_keeps_it_becomes_results() {
    let csv = "县局 2024 年检查结果\n\
        序号,主体代码,主体名称,检查任务,检查日期,检查人员,检查结果,处理措施,公示日期,备注\n\
        1,A-000001,,对加油站的抽查,2024年9月10日,赵样例、钱样例,发现问题已责令改正,责令改正；列入异常名录,2024.9.20,台账不全\n\
        2,,沁水样例二公司,J1；J2,45546,赵样例 钱样例,正常,无需,,\n\
        3,,沁水样例一公司,J1,2024/9/11,赵样例（0041）；钱样例（协办）；空缺,\"未按规定公示年报、无法联系\",,,\n\
        4,A-000002,,J2,,,,,,\n\
        合计,4,,,,,,,,\n";
    let drawn = Drawn::two();
    let [(json, rows)] = drawn.results(csv, &Answers::default()).try_into().unwrap();
    let expected = json!([
        {"task": "J2", "entity": "A-000001", "date": "2024-09-10", "inspectors": ["0041", "0042"],
         "outcomes": ["rectified"], "measures": ["abnormal_list", "rectification"], "note": "台账不全",
         "published": "2024-09-20"},
        {"task": "J1", "entity": "A-000002", "date": "2024-09-11", "inspectors": ["0041", "0042"],
         "outcomes": ["no_problem"]},
        {"task": "J2", "entity": "A-000002", "date": "2024-09-11", "inspectors": ["0041", "0042"],
         "outcomes": ["no_problem"]},
        {"task": "J1", "entity": "A-000001", "date": "2024-09-11", "inspectors": ["0041", "0042"],
         "outcomes": ["report_not_published", "unreachable"]},
    ]);
    assert_eq!(json["results"], expected);
    // The row with two tasks has both.
    assert_eq!(rows, [3, 4, 4, 5]);
    let log = log(&drawn.import(csv, &Answers::default()));
    assert!(
        log.iter()
            .any(|of| of.starts_with("6|") && of.ends_with("|no-result")),
        "{log:#?}"
    );
    assert!(
        log.iter().any(|of| of.ends_with("|result-word")),
        "{log:#?}"
    );
}

#[test]
fn english_names_and_the_signs_of_the_lists_are_known() {
    let csv = "entity,task,inspected on,inspected by,outcome,measure,published on,notes\n\
        A-000001,J1,2024-09-10,0041;0042,\"B, 11\",case,2024-09-20,x\n\
        A-000002,J1,2024-09-10,0041;0042,no problem found,,,\n";
    let expected = [
        "A-000001,J1,2024-09-10,0041;0042,not_published;registration_cancelled,case,x,2024-09-20",
        "A-000002,J1,2024-09-10,0041;0042,no_problem,,,",
    ];
    assert_eq!(Drawn::one().rows(csv), expected);
}

#[test]
fn without_a_column_of_the_task_the_only_task_of_the_plan_is_taken() {
    let csv = "主体代码,检查日期,检查结果\nA-000001,2024-09-10,正常\n";
    let import = Drawn::one().import(csv, &Answers::default());
    assert_eq!(
        rows(&import, List::Results),
        ["A-000001,J1,2024-09-10,,no_problem,,,"]
    );
    assert!(log(&import).contains(&"2|task||J1|only-task".to_owned()));
    let known = Known::default().with_plan(Drawn::two().plan);
    let source = Source::from_bytes("a.csv", csv);
    let how = Options::default().with_list(List::Results);
    let error = import_error(source, known, &how);
    assert_eq!(error, ["import.missing-column"]);
}

fn import_error(source: Source, known: Known<'_>, how: &Options) -> Vec<&'static str> {
    let error = import(vec![source], known, &Answers::default(), how).unwrap_err();
    error.problems().iter().map(|of| of.code()).collect()
}

#[test]
fn what_is_not_clear_is_a_question_and_its_answer_is_kept() {
    let head = "主体代码,主体名称,任务编号,检查日期,检查人员,检查结果,处理措施\n";
    for (row, key, answer, value) in [
        (
            "A-000001,,J1,2024-09-10,,异常,",
            "value|outcomes|异常|",
            "unreachable",
            "unreachable",
        ),
        (
            "A-000001,,J1,2024-09-10,,3,",
            "value|outcomes|3|",
            "food_drug_violation",
            "food_drug_violation",
        ),
        (
            "A-000001,,J1,2024-09-10,,台账不全,",
            "value|outcomes|台账不全|",
            "own:violation",
            "own:violation:台账不全",
        ),
        (
            "A-000001,,J1,2024-09-10,,无法联系,约谈",
            "value|measures|约谈|",
            "own",
            "own:约谈",
        ),
        (
            "A-000001,,J1,2024-09-10,,无法联系,约谈",
            "value|measures|约谈|",
            "blank",
            "",
        ),
        (
            "A-000001,,J1,2024-09-10,孙样例,正常,",
            "value|inspectors|孙样例|",
            "0044",
            "0044",
        ),
        (
            "A-000001,,J1,2024-09-10,李样例,正常,",
            "value|inspectors|李样例|",
            "0041",
            "0041",
        ),
        (
            ",沁水样例同名公司,J1,2024-09-10,,正常,",
            "value|entity|沁水样例同名公司|",
            "A-000004",
            "A-000004",
        ),
        (
            ",沁水样例九公司,J1,2024-09-10,,正常,",
            "value|entity|沁水样例九公司|",
            "A-000001",
            "A-000001",
        ),
        (
            "A-000001,,对仓库的抽查,2024-09-10,,正常,",
            "value|task|对仓库的抽查|",
            "J1",
            "J1",
        ),
        (
            "A-000001,,J1,九月上旬,,正常,",
            "value|date|九月上旬|",
            "2024-09-05",
            "2024-09-05",
        ),
        (
            "A-000001,,J1,,,正常,",
            "row|date||A-000001 J1",
            "2024-09-05",
            "2024-09-05",
        ),
        (
            "A-000001,,J1,2024-09-10,,,责令改正",
            "row|outcomes||A-000001 J1 2024-09-10",
            "rectified",
            "rectified",
        ),
        (
            "A-000001,,,2024-09-10,,正常,",
            "row|task||A-000001  2024-09-10",
            "J2",
            "J2",
        ),
        (
            "A-000001,,J1,2024-09-10,,#REF!,",
            "value|outcomes|#REF!|",
            "no_problem",
            "no_problem",
        ),
    ] {
        let csv = format!("{head}{row}\n");
        let drawn = Drawn::two();
        let asked = drawn.import(&csv, &Answers::default());
        assert_eq!(questions(&asked), [key], "{row}");
        assert_eq!(asked.questions()[0].places[0].row, 2, "{row}");
        assert!(asked.results(&drawn.record).unwrap().is_empty());
        let mut parts = key.splitn(4, '|');
        let mut next = || parts.next().unwrap();
        let given = answers(&[["results", next(), next(), next(), next(), answer]]);
        let import = drawn.import(&csv, &given);
        assert_eq!(questions(&import), Vec::<String>::new(), "{row}");
        let row = &rows(&import, List::Results)[0];
        assert!(
            value.is_empty() || row.split(',').any(|of| of == value),
            "{row}"
        );
        assert!(!drawn.results(&csv, &given).is_empty());
    }
}

#[test]
fn an_own_outcome_has_the_same_code_in_every_list() {
    let given = answers(&[
        [
            "results",
            "value",
            "outcomes",
            "台账不全",
            "",
            "own:violation",
        ],
        ["results", "value", "measures", "约谈", "", "own"],
    ]);
    let of = |row: &str| {
        let csv = format!("主体代码,检查日期,检查结果,处理措施\n{row}\n");
        Drawn::one().results(&csv, &given).remove(0).0
    };
    let one = of("A-000001,2024-09-10,台账不全,约谈");
    let other = of("A-000002,2024-09-11,台账不全、无法联系,约谈、立案");
    assert_eq!(one["own_outcomes"], other["own_outcomes"]);
    assert_eq!(one["own_measures"], other["own_measures"]);
    assert_eq!(one["own_outcomes"][0]["name"], "台账不全");
    assert_eq!(one["own_outcomes"][0]["group"], "violation");
    let code = &one["own_outcomes"][0]["code"];
    assert!(
        one["results"][0]["outcomes"]
            .as_array()
            .unwrap()
            .contains(code)
    );
    assert!(
        other["results"][0]["outcomes"]
            .as_array()
            .unwrap()
            .contains(code)
    );
}

#[test]
fn rows_of_one_inspection_become_one_result() {
    let drawn = Drawn::one();
    let head = "主体代码,检查日期,检查人员,检查结果,备注\n";
    let csv = format!(
        "{head}A-000001,2024-09-10,赵样例,未年报,年报\nA-000001,2024-09-10,钱样例,无法联系,电话停机\n"
    );
    let expected =
        "A-000001,J1,2024-09-10,0041;0042,report_not_published;unreachable,,年报；电话停机,";
    assert_eq!(drawn.rows(&csv), [expected]);
}

#[test]
fn workbooks_of_both_formats_give_the_same_results_as_text() {
    let lists = [
        "县局 2024 年检查结果",
        "主体代码|检查任务|检查日期|检查人员|检查结果|处理措施|公示日期|备注",
        "A-000001|对加油站的抽查|2024-09-10|赵样例、钱样例|发现问题已责令改正|责令改正|2024-09-11|台账不全",
        "|||||||",
        "A-000002|J1；J2|2024-09-11|赵样例、钱样例|正常|||",
    ];
    let expected = json!([
        {"task": "J2", "entity": "A-000001", "date": "2024-09-10", "inspectors": ["0041", "0042"],
         "outcomes": ["rectified"], "measures": ["rectification"], "note": "台账不全", "published": "2024-09-11"},
        {"task": "J1", "entity": "A-000002", "date": "2024-09-11", "inspectors": ["0041", "0042"],
         "outcomes": ["no_problem"]},
        {"task": "J2", "entity": "A-000002", "date": "2024-09-11", "inspectors": ["0041", "0042"],
         "outcomes": ["no_problem"]},
    ]);
    let drawn = Drawn::two();
    let csv: String = lists
        .iter()
        .map(|row| row.replace('|', ",") + "\n")
        .collect();
    for (name, bytes) in [
        ("结果.csv", csv.into_bytes()),
        ("结果.xlsx", xlsx(&lists)),
        ("结果.ods", ods(&lists)),
    ] {
        let import = drawn.import_file(Source::from_bytes(name, bytes), &Answers::default());
        let [(json, rows)] = drawn.results_of(&import).try_into().unwrap();
        assert_eq!(json["results"], expected, "{name}");
        assert_eq!(rows, [3, 5, 5], "{name}");
        let sheets = import.results(&drawn.record).unwrap();
        let sheet = if name.ends_with("csv") { "" } else { "a" };
        assert_eq!((sheets[0].file(), sheets[0].sheet()), (name, sheet));
    }
}

/// Lists of results that are refused: the rows after the header, the code, the row, and the remedy in both languages.
/// The word `台账\u{FFFD}不全` has an answer.
const REFUSED: [(&[&str], &str, u32, [&str; 2]); 5] = [
    (
        &[
            "A-000001|2024-09-10|正常||",
            "A-000001|2024-09-12|无法联系||",
        ],
        "import.result-twice",
        3,
        ["第 2 行", "row 2"],
    ),
    (
        &[
            "A-000002|2024-09-12|无法联系||",
            "A-000001|2024-09-10|正常||",
            "A-000001|2024-09-11|正常||",
        ],
        "import.result-twice",
        4,
        [
            "同一检查对象在一项任务中只填一次，有几种结果的写在同一行",
            "write one row for an entity and task, with all its outcomes",
        ],
    ),
    (
        &["A-000001|2024-09-10|正常|2024-09-09|"],
        "import.result-published",
        2,
        ["早于检查日期 2024-09-10，请核对", "check both"],
    ),
    (
        &["A-000001|2024-09-10|台账\u{FFFD}不全||"],
        "import.result-refused",
        2,
        ["请改正", "correct it"],
    ),
    (
        &[
            "A-000002|2024-09-12|无法联系||",
            "A-000001|2024-09-10|台账\u{FFFD}不全||",
        ],
        "import.result-refused",
        3,
        ["请改正", "correct it"],
    ),
];

#[test]
fn wrong_results_of_a_list_are_refused_with_row_and_remedy() {
    let word = "台账\u{FFFD}不全";
    let given = answers(&[["results", "value", "outcomes", word, "", "own:violation"]]);
    let drawn = Drawn::one();
    for (rows, code, row, remedy) in REFUSED {
        let list = [&["主体代码|检查日期|检查结果|公示日期|备注"], rows].concat();
        for (name, bytes) in [("结果.xlsx", xlsx(&list)), ("结果.ods", ods(&list))] {
            let import = drawn.import_file(Source::from_bytes(name, bytes), &given);
            let error = import.results(&drawn.record).unwrap_err();
            let [of] = error.problems() else {
                unreachable!("{error}");
            };
            assert_eq!((of.code(), of.row()), (code, Some(row)), "{error}");
            let places = [
                format!("{name} “a”表 第 {row} 行"),
                format!("{name}, sheet “a”, row {row}"),
            ];
            for (lang, (place, remedy)) in [suiji::Lang::Zh, suiji::Lang::En]
                .into_iter()
                .zip(places.iter().zip(remedy))
            {
                let message = of.message(lang);
                assert!(message.starts_with(place), "{message}");
                assert!(message.contains(remedy), "{message}");
            }
        }
    }
}

#[test]
fn another_list_is_no_list_of_results() {
    let how = Options::default().with_list(List::Results);
    let roster = Source::from_bytes("a.csv", ROSTER);
    let known = || Known::default().with_plan(Drawn::one().plan);
    assert_eq!(import_error(roster, known(), &how), ["import.is-list"]);
    // The list has all columns of results except the outcomes, so a question asks for that column.
    let csv = "主体代码,检查任务,检查日期,检查类型\nA-000001,J1,2024-09-10,双随机\n";
    let asked = questions(&Drawn::one().import(csv, &Answers::default()));
    assert_eq!(asked.len(), 1);
    assert!(asked[0].starts_with("columns|outcomes|"), "{asked:?}");
}
