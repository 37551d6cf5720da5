//! The lists of an office, made from the firms and inspectors of `examples/qinshui-2024` (all invented), with the
//! mistakes of real lists. The result is the registry of the example, except for the rows named here.

use std::collections::BTreeMap;
use std::fs;
use std::io::BufReader;

use suiji::{History, Plan, Registry, Roster, Run};
use suiji_import::{Answers, Import, Known, List, Source};

use super::support::{answers, imported, log, path, questions, source};

const EXAMPLE: &str = "../../examples/qinshui-2024";
const HEADER: &str = "序号|统一社会信用代码|企业名称|信用风险等级|行业|企业类型|行政区划|成立日期|登记状态|住所|法定代表人|联系电话";

/// Two rows with different categories (rows 205 and 206 of the sheet).
const TWICE: &str = "91140521MA41L67N91";
/// Exempt in the example; the office's list has no such column.
const EXEMPT: [&str; 2] = ["91140521MAQFXYRN0E", "91140521MAYYATDA8J"];
/// A row of the office that the example does not have. A spreadsheet has lost digits of its code.
const LOST: &str = "沁水样例901号汽车销售有限公司";

fn plan() -> Plan {
    Plan::from_json(&fs::read(path(EXAMPLE).join("plan.json")).unwrap()).unwrap()
}

fn example(name: &str) -> BufReader<fs::File> {
    BufReader::new(fs::File::open(path(EXAMPLE).join(name)).unwrap())
}

/// The answers of the office, given once for all years.
fn given() -> Answers {
    answers(&[
        ["registry", "letters", "class", "", HEADER, "a_is_high"],
        ["registry", "row", "id", "", LOST, "leave_out"],
        ["roster", "row", "id", "", "样例执法员12", "04052124012"],
    ])
}

fn lists(registry: &str) -> Vec<Source> {
    // The files may come in any order. Names of firms and inspectors are still found.
    ["history.xlsx", "roster.xlsx", registry]
        .map(|name| source(&format!("tests/data/office/{name}")))
        .into()
}

fn import(registry: &str, answers: &Answers) -> Import {
    imported(lists(registry), Known::default().with_plan(plan()), answers)
}

fn csv(import: &Import, list: List) -> Vec<u8> {
    let mut out = Vec::new();
    import.table(list).unwrap().write_csv(&mut out).unwrap();
    out
}

fn registry(import: &Import) -> Registry {
    let csv = csv(import, List::Registry);
    suiji_tables::registry_from_csv(&*csv, &Run::default()).unwrap()
}

#[test]
fn what_is_not_sure_is_asked_and_nothing_else() {
    let import = import("registry.xlsx", &Answers::default());
    let expected = [
        format!("letters|class||{HEADER}"),
        format!("row|id||{LOST}"),
        "row|id||样例执法员12".to_owned(),
    ];
    let mut found = questions(&import);
    // Inspectors given by name wait for the answer about the inspector without a number.
    found.retain(|key| !key.starts_with("value|inspectors|样例执法员12"));
    assert_eq!(found, expected);
    assert!(import.tables().is_empty());
    let lost = import
        .questions()
        .iter()
        .find(|of| of.key.of == LOST)
        .unwrap();
    let place = &lost.places[0];
    assert_eq!(
        (place.file.as_str(), place.sheet.as_str(), place.row),
        ("registry.xlsx", "名录库", 44)
    );
    let letters = &import.questions()[0];
    assert_eq!(letters.count, 24);
}

#[test]
fn the_registry_is_that_of_the_example() {
    let example = Registry::from_json_lines(example("registry.jsonl")).unwrap();
    for file in ["registry.xlsx", "registry-gbk.csv"] {
        let import = import(file, &given());
        assert_eq!(questions(&import), Vec::<String>::new());
        let registry = registry(&import);
        assert_eq!(registry.len(), 376);
        let mut different = Vec::new();
        for of in example.iter() {
            let found = registry.entity(of.id()).unwrap();
            if found != of {
                different.push(of.id().to_owned());
            }
        }
        let mut expected = vec![TWICE, EXEMPT[0], EXEMPT[1]];
        expected.sort_unstable();
        assert_eq!(different, expected, "{file}");
        let twice = registry.entity(TWICE).unwrap();
        let mut categories = twice.categories();
        categories.sort_unstable();
        assert_eq!(categories, ["单用途商业预付卡企业", "外商投资企业"]);
        for id in EXEMPT {
            assert_eq!(registry.entity(id).unwrap().exempt(), None);
        }
    }
}

#[test]
fn the_roster_is_that_of_the_example() {
    let example = Roster::from_json_lines(example("roster.jsonl")).unwrap();
    let import = import("registry.xlsx", &given());
    let roster =
        suiji_tables::roster_from_csv(&*csv(&import, List::Roster), &Run::default()).unwrap();
    assert_eq!(roster.len(), 27);
    for of in example.iter() {
        let found = roster.inspector(of.id()).unwrap();
        // The office's list has no district and no load.
        assert_eq!(
            (found.name(), found.department()),
            (of.name(), of.department())
        );
        assert_eq!(
            (found.lead(), found.max_load()),
            (of.lead(), of.max_load()),
            "{}",
            of.id()
        );
        assert_eq!(found.valid_to(), of.valid_to(), "{}", of.id());
        assert_eq!(
            (found.skills(), found.recuse()),
            (of.skills(), of.recuse()),
            "{}",
            of.id()
        );
    }
}

#[test]
fn the_history_has_ids_for_tasks_and_inspectors() {
    let import = import("registry.xlsx", &given());
    let csv = csv(&import, List::History);
    let history = suiji_tables::history_from_csv(&*csv, &Run::default()).unwrap();
    let mut lines = Vec::new();
    History::write_json_lines(&history, &mut lines).unwrap();
    let text = String::from_utf8(lines).unwrap();
    assert_eq!(text.lines().count(), 41);
    for line in [
        // Row 3: an id of another plan, a date cell, two inspectors by name.
        r#"{"date":"2024-03-14","entity":"91140521MA22UB9L5E","inspectors":["04052124001","04052124010"],"task":"SCJG-07"}"#,
        // Row 6: a complaint.
        r#"{"date":"2024-07-11","entity":"91140521MA2GP6219G","inspectors":["04052124004","04052124013"],"kind":"case","task":"TS-2024"}"#,
        // Row 7: a task by name.
        r#"{"date":"2024-09-10","entity":"91140521MA4X3E6A9D","inspectors":["04052124005","04052124014"],"task":"N1"}"#,
        // Row 9: the inspector whose id the office entered.
        r#"{"date":"2023-09-21","entity":"91140521MAT9YT838T","inspectors":["04052124006","04052124012"],"task":"J2"}"#,
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn the_log_has_each_kind_of_change_as_often_as_the_list_has_it() {
    let import = import("registry.xlsx", &given());
    let summary = import
        .summaries()
        .iter()
        .find(|of| of.list == List::Registry)
        .unwrap();
    let counts = |all: &[(suiji_import::Rule, u64)]| -> BTreeMap<&str, u64> {
        all.iter()
            .map(|(rule, count)| (rule.as_str(), *count))
            .collect()
    };
    // Rows 4 to 387 of the sheet.
    assert_eq!((summary.read, summary.taken), (384, 376));
    let left_out = counts(&summary.left_out);
    let expected = BTreeMap::from([
        ("blank-row", 3),
        ("total-row", 1),
        ("duplicate-row", 2),
        ("merged-row", 1),
        ("left-out", 1),
    ]);
    // One row is repeated unchanged, and another with its code in lower case.
    assert_eq!(left_out, expected);
    let changed = counts(&summary.changed);
    assert_eq!(changed["class-letter"], 24);
    assert_eq!(changed["unrated"], 10);
    assert_eq!(changed["letter-case"], 1);
    let columns = ["住所", "法定代表人", "联系电话"];
    assert_eq!(summary.columns_left_out, columns);
}

#[test]
fn running_again_gives_the_same_bytes() {
    let bytes = || {
        let import = import("registry-gbk.csv", &given());
        let mut out = csv(&import, List::Registry);
        out.extend(csv(&import, List::Roster));
        out.extend(csv(&import, List::History));
        import.log().write_csv(&mut out).unwrap();
        out.extend(suiji_import::page(&import, suiji::Lang::Zh).into_bytes());
        out
    };
    assert!(bytes() == bytes());
}

#[test]
fn what_was_imported_imports_unchanged() {
    let first = import("registry.xlsx", &given());
    let csv = csv(&first, List::Registry);
    let again = imported(
        vec![Source::from_bytes("registry.csv", csv.clone())],
        Known::default().with_plan(plan()),
        &Answers::default(),
    );
    let mut out = Vec::new();
    again
        .table(List::Registry)
        .unwrap()
        .write_csv(&mut out)
        .unwrap();
    assert!(csv == out);
    assert_eq!(log(&again), Vec::<String>::new());
}
