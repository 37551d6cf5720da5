//! Every kind of wrong or doubtful result, with the row and the remedy that its message names in both languages [O2].

use serde_json::{Value, json};
use suiji::{Amendments, Lang};
use suiji_conformance::count::counted;

use super::drawn::{Drawn, with};

/// After the window of the tasks.
const TODAY: &str = "2024-11-30";

/// Rows, the last of which is wrong, and what is found in it.
struct Wrong {
    rows: Vec<Value>,
    amendments: Option<Amendments>,
    code: &'static str,
    remedy: [&'static str; 2],
}

/// Results that contradict the draw, the amendments, the plan, the roster or each other.
fn wrong(drawn: &Drawn) -> Vec<Wrong> {
    let (first, row) = (drawn.row(drawn.selected(0)), drawn.row(drawn.selected(1)));
    let team: Vec<String> = serde_json::from_value(row["inspectors"].clone()).unwrap();
    let all = ["Z-1", "Z-2", "Z-3"];
    let substitute = all.into_iter().find(|id| team.iter().all(|of| of != id));
    let of_places = (0..3).map(|place| drawn.selected(place));
    let alone = of_places.clone().find(|id| *id != drawn.shared()).unwrap();
    let after_first = |changes: Value, code, zh, en| Wrong {
        rows: vec![first.clone(), with(&row, &changes)],
        amendments: None,
        code,
        remedy: [zh, en],
    };
    let mut all_kinds = vec![
        after_first(
            json!({"task": "J9"}),
            "results.unknown-task",
            "请核对任务编号",
            "check the id of the task",
        ),
        after_first(
            json!({"entity": "X-77"}),
            "results.not-drawn",
            "请核对编号；不属于本次抽查的检查不要填入",
            "check the id; leave out inspections that are not of this draw",
        ),
        after_first(
            json!({"entity": drawn.reserve(0)}),
            "results.unused-reserve",
            "先用 suiji amend --closed 登记",
            "record that one with suiji amend --closed first",
        ),
        after_first(
            json!({"entity": drawn.selected(1).to_lowercase()}),
            "results.letter-case",
            "请改为 A-",
            "write A-",
        ),
        after_first(
            json!({"task": "J2", "entity": alone}),
            "results.other-task",
            "请核对任务编号",
            "check the id of the task",
        ),
        after_first(
            json!({"date": "2024-09-01"}),
            "results.before-sealing",
            "封存前的检查不属于本次抽查",
            "an inspection before the sealing is not one of this draw",
        ),
        after_first(
            json!({"date": "2024-12-01"}),
            "results.later-than-today",
            "请核对日期",
            "check the day",
        ),
        after_first(
            json!({"published": "2024-12-01"}),
            "results.later-than-today",
            "请核对日期",
            "check the day",
        ),
        after_first(
            json!({"outcomes": ["no_problem", "rectified"]}),
            "results.contradiction",
            "“未发现问题”不能与其他结果并列",
            "“no problem found” stands alone",
        ),
        after_first(
            json!({"outcomes": ["no_problem", "deregistered"]}),
            "results.contradiction",
            "“未发现问题”不能与其他结果并列",
            "“no problem found” stands alone",
        ),
        after_first(
            json!({"measures": ["case"]}),
            "results.measure",
            "请核对结果或措施",
            "check outcome and measures",
        ),
        after_first(
            json!({"date": "2024-09-02"}),
            "results.outside-window",
            "请核对日期，或说明原因",
            "check the day, or note the reason",
        ),
        after_first(
            json!({"date": "2024-11-01"}),
            "results.outside-window",
            "请核对日期，或说明原因",
            "check the day, or note the reason",
        ),
        after_first(
            json!({"inspectors": [substitute, team[0]]}),
            "results.other-inspectors",
            "先用 suiji amend 登记变更",
            "record it with suiji amend first",
        ),
        after_first(
            json!({"inspectors": ["Q-1", "Q-2"]}),
            "results.other-inspectors",
            "先用 suiji amend 登记变更",
            "record it with suiji amend first",
        ),
        after_first(
            json!({"inspectors": [team[1]]}),
            "results.absent-inspectors",
            "先用 suiji amend 登记变更",
            "record it with suiji amend first",
        ),
        after_first(
            json!({"inspectors": ["Z-1", "Q-9"]}),
            "results.unknown-inspector",
            "库外人员参加的，先用 suiji amend --by-hand 登记",
            "record somebody from outside with suiji amend --by-hand first",
        ),
        after_first(
            json!({"inspectors": all, "date": "2024-09-16"}),
            "results.certificate-expired",
            "证件已换发的，更新名录库",
            "if it was renewed, update the roster",
        ),
        after_first(
            json!({"inspectors": all}),
            "results.recused",
            "应另派人员重新检查",
            "others should inspect again",
        ),
        after_first(
            json!({"inspectors": ["Z-3"]}),
            "results.one-inspector",
            "请补填参加检查的人员",
            "add the others who took part",
        ),
        after_first(
            json!({"outcomes": ["deregistered"], "measures": ["rectification", "stop"]}),
            "results.closed-measure",
            "请核对结果或措施",
            "check outcome and measures",
        ),
        after_first(
            json!({"outcomes": ["rectified"], "measures": ["abnormal_list"]}),
            "results.abnormal-list",
            "请核对结果或措施",
            "check outcome and measures",
        ),
        Wrong {
            amendments: Some(drawn.without_inspectors(drawn.selected(1))),
            ..after_first(
                json!({"inspectors": []}),
                "results.no-inspectors",
                "请补填检查人员",
                "add the inspectors who took part",
            )
        },
    ];
    let shared = drawn.row(drawn.shared());
    let of_rows = |rows: [Value; 2], code, zh, en| Wrong {
        rows: rows.into(),
        amendments: None,
        code,
        remedy: [zh, en],
    };
    all_kinds.extend([
        of_rows(
            [row.clone(), with(&row, &json!({"date": "2024-09-11"}))],
            "results.twice",
            "一个检查对象在一项任务中只填一行",
            "write one row for an entity and task, with all its outcomes",
        ),
        of_rows(
            [
                shared.clone(),
                with(&shared, &json!({"task": "J2", "date": "2024-09-11"})),
            ],
            "results.two-days",
            "请核对日期",
            "check the days",
        ),
        of_rows(
            [
                with(&shared, &json!({"outcomes": ["closed_down"]})),
                with(&shared, &json!({"task": "J2"})),
            ],
            "results.closed-elsewhere",
            "请核对两项任务的结果和日期",
            "check outcomes and days of both tasks",
        ),
        Wrong {
            amendments: Some(drawn.replaced(alone)),
            ..of_rows(
                [shared, drawn.row(alone)],
                "results.replaced",
                "变更是否登记有误",
                "check whether the amendment is wrong",
            )
        },
    ]);
    all_kinds
}

#[test]
fn every_kind_of_wrong_result_is_found_with_its_row_and_remedy() {
    // [O2]
    let drawn = Drawn::new();
    let all = wrong(&drawn);
    counted(all.len(), "results: kinds of wrong ones");
    for wrong in all {
        let found = drawn.findings(&wrong.rows, wrong.amendments.as_ref(), TODAY);
        let last = &wrong.rows[1];
        let of = found.iter().find(|of| of.code() == wrong.code);
        let of = of.unwrap_or_else(|| unreachable!("{}: {last}: {found:#?}", wrong.code));
        assert_eq!(of.rows(), [2], "{}: {last}", wrong.code);
        for (lang, (row, remedy)) in [
            (Lang::Zh, ("第 2 行", wrong.remedy[0])),
            (Lang::En, ("row 2", wrong.remedy[1])),
        ] {
            let message = of.message(lang);
            assert!(message.contains(row), "{message}");
            let found = of.remedy(lang).unwrap_or_default();
            assert!(found.contains(remedy), "{message}: {found}");
        }
    }
}

#[test]
fn results_that_are_overdue_are_counted_with_a_remedy() {
    // [O2]
    let drawn = Drawn::new();
    let found = drawn.findings(&[drawn.row(drawn.shared())], None, TODAY);
    let overdue = found.iter().filter(|of| of.code() == "results.overdue");
    let found: Vec<_> = overdue.collect();
    assert_eq!(found.len(), 2, "one for each task: {found:#?}");
    assert_eq!(found[0].detail("count"), Some("2"));
    assert_eq!(found[0].remedy(Lang::Zh), Some("请尽快检查或填报结果"));
    assert_eq!(
        found[0].remedy(Lang::En),
        Some("inspect them, or enter the results")
    );
}
