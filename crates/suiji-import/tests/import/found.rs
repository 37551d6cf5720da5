//! Inputs with mistakes (`tests/vectors/found`). Import corrects mistakes that sealing only
//! reports.

use suiji::{Plan, Run};
use suiji_import::{Answers, Known, List};

use super::support::{answers, imported, log, path, questions, rows, source};

const FOUND: &str = "../../tests/vectors/found";

fn plan() -> Plan {
    let bytes = std::fs::read(path(FOUND).join("sound/plan.json")).unwrap();
    Plan::from_json(&bytes).unwrap()
}

fn registry(case: &str, answers: &Answers) -> suiji_import::Import {
    let source = source(&format!("{FOUND}/{case}/registry.csv"));
    imported(vec![source], Known::default().with_plan(plan()), answers)
}

/// The values of one column, by the index of the field.
fn column(import: &suiji_import::Import, list: List, field: usize) -> Vec<String> {
    let cell = |row: &String| row.split(',').nth(field).unwrap().to_owned();
    rows(import, list).iter().map(cell).collect()
}

fn none() -> Answers {
    Answers::default()
}

#[test]
fn categories_joined_in_any_way_are_split() {
    let import = registry("match-separator", &none());
    assert_eq!(questions(&import), Vec::<String>::new());
    let categories = column(&import, List::Registry, 3);
    assert!(
        categories[..6].iter().all(|of| of == "超市;加油站"),
        "{categories:?}"
    );
    assert!(
        categories[6..].iter().all(|of| of == "加油站"),
        "{categories:?}"
    );
    let log = log(&import);
    assert!(
        log.contains(&"2|categories|超市、加油站|超市;加油站|list".to_owned()),
        "{log:#?}"
    );
    assert!(
        log.contains(&"7|categories|超市 加油站|超市;加油站|list-blank".to_owned()),
        "{log:#?}"
    );
}

#[test]
fn what_cannot_be_seen_is_taken_out_and_what_is_lost_is_asked() {
    let import = registry("match-invisible", &none());
    let asked = questions(&import);
    assert_eq!(asked, ["value|categories|加油\u{FFFD}|"]);
    let log = log(&import);
    for change in [
        "2|categories|加油站\u{200B}|加油站|invisible",
        "3|categories|\u{200E}加油站|加油站|invisible",
    ] {
        assert!(log.iter().any(|of| of == change), "{change:?}\n{log:#?}");
    }
}

#[test]
fn what_a_failed_formula_left_is_asked() {
    let import = registry("match-formula-error", &none());
    let asked = questions(&import);
    let expected = ["#N/A", "#REF!", "0"].map(|value| format!("value|categories|{value}|"));
    assert_eq!(asked, expected);
    let answers = answers(&[
        ["registry", "value", "categories", "#N/A", "", "加油站"],
        [
            "registry",
            "value",
            "categories",
            "#REF!",
            "",
            "加油站;超市",
        ],
        ["registry", "value", "categories", "0", "", "blank"],
    ]);
    let import = registry("match-formula-error", &answers);
    let categories = column(&import, List::Registry, 3);
    assert_eq!(categories[..4], ["加油站", "加油站;超市", "", ""]);
    assert!(log(&import).contains(&"2|categories|#N/A|加油站|answer".to_owned()));
    assert!(log(&import).contains(&"5|categories|NULL||blank-word".to_owned()));
}

#[test]
fn industry_codes_have_one_form() {
    let import = registry("match-industry-forms", &none());
    let industries = column(&import, List::Registry, 5);
    assert!(
        industries
            .iter()
            .all(|of| of == "5265" || of == "机动车燃油零售"),
        "{industries:?}"
    );
    assert_eq!(industries.iter().filter(|of| *of != "5265").count(), 1);
}

#[test]
fn a_row_of_totals_is_dropped() {
    let import = registry("row-total", &none());
    assert_eq!(rows(&import, List::Registry).len(), 8);
    assert!(log(&import).contains(&"10||Total 8 加油站||total-row".to_owned()));
}

#[test]
fn faults_of_four_kinds_are_mended_or_asked() {
    let import = registry("message-all-faults", &none());
    let asked = questions(&import);
    assert!(!asked.is_empty());
    assert!(
        asked.iter().all(|key| key.starts_with("row|id||")),
        "{asked:?}"
    );
    let leave_out: Vec<[&str; 6]> = import
        .questions()
        .iter()
        .map(|of| ["registry", "row", "id", "", of.key.of.as_str(), "leave_out"])
        .collect();
    let import = registry("message-all-faults", &answers(&leave_out));
    let mut csv = Vec::new();
    import
        .table(List::Registry)
        .unwrap()
        .write_csv(&mut csv)
        .unwrap();
    let registry = suiji_tables::registry_from_csv(&*csv, &Run::default()).unwrap();
    assert!(
        registry
            .iter()
            .all(|of| matches!(of.class(), Some("high" | "general")))
    );
}

#[test]
fn headers_and_marks_are_understood() {
    for case in ["message-header", "message-double-bom", "message-invisible"] {
        let import = registry(case, &none());
        assert_eq!(questions(&import), Vec::<String>::new(), "{case}");
        let ids = column(&import, List::Registry, 0);
        assert_eq!(ids[0], "91140521MA00000018", "{case}");
    }
}

#[test]
fn words_of_data_frames_and_of_people_are_flags() {
    let import = imported(
        vec![source(&format!("{FOUND}/message-bool/roster.csv"))],
        Known::default().with_plan(plan()),
        &none(),
    );
    assert_eq!(column(&import, List::Roster, 5)[..4], ["true"; 4]);
    assert_eq!(column(&import, List::Roster, 7)[0], "12");
    assert!(log(&import).contains(&"2|lead|True|true|yes-no".to_owned()));
}

#[test]
fn a_code_in_small_letters_is_the_same_code() {
    let with_plan = || Known::default().with_plan(plan());
    let visits = source(&format!("{FOUND}/message-letter-case/history.csv"));
    let import = imported(vec![visits], with_plan(), &none());
    assert_eq!(column(&import, List::History, 0), ["91140521MA00000018"]);
    let change = "2|entity|91140521ma00000018|91140521MA00000018|letter-case";
    assert!(
        log(&import).contains(&change.to_owned()),
        "{:?}",
        log(&import)
    );
    let officers = source(&format!("{FOUND}/message-letter-case-recusal/roster.csv"));
    let import = imported(vec![officers], with_plan(), &none());
    assert_eq!(column(&import, List::Roster, 10)[0], "91140521MA00000018");
    let change = "2|recuse|91140521ma00000018|91140521MA00000018|letter-case";
    assert!(
        log(&import).contains(&change.to_owned()),
        "{:?}",
        log(&import)
    );
}

#[test]
fn skills_with_a_blank_inside_are_those_that_the_plan_names() {
    let import = imported(
        vec![source(&format!("{FOUND}/match-officer-nowhere/roster.csv"))],
        Known::default().with_plan(plan()),
        &none(),
    );
    assert!(
        column(&import, List::Roster, 4)
            .iter()
            .all(|of| of == "计量")
    );
    assert!(
        log(&import)
            .iter()
            .any(|of| of.ends_with("|计 量|计量|inner-blank"))
    );
}

#[test]
fn the_name_of_an_industry_is_asked_about_if_the_plan_selects_by_codes() {
    let mut plan: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path(FOUND).join("sound/plan.json")).unwrap())
            .unwrap();
    plan["tasks"][0]["scope"] = serde_json::json!({"industries": ["52"]});
    let plan = Plan::from_json(plan.to_string().as_bytes()).unwrap();
    let file = source(&format!("{FOUND}/match-industry-forms/registry.csv"));
    let import = imported(vec![file], Known::default().with_plan(plan), &none());
    assert_eq!(questions(&import), ["value|industry|机动车燃油零售|"]);
}

#[test]
fn a_json_array_is_told_what_to_do_and_not_that_it_can_be_sealed() {
    for case in ["message-json-array", "message-json-array-bom"] {
        let file = source(&format!("{FOUND}/{case}/registry.jsonl"));
        let error = suiji_import::import(
            vec![file],
            Known::default(),
            &none(),
            &suiji_import::Options::default(),
        )
        .unwrap_err();
        let message = error.message(suiji::Lang::Zh);
        assert_eq!(error.problems().len(), 1);
        assert!(message.contains("JSON 数组，封存也不接受"), "{message}");
    }
}
