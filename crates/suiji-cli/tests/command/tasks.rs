//! The tasks in the output of a sealing: from the registry to the frame, and from the frame to the take.

use serde_json::json;

use crate::support::{Case, suiji};

/// Rows of a registry with these fields beside id and name.
fn registry(rows: &[serde_json::Value]) -> String {
    let rows = rows.iter().enumerate().map(|(number, fields)| {
        let mut row = json!({"id": format!("A-{number}"), "name": format!("样例企业{number}")});
        for (name, value) in fields.as_object().unwrap() {
            row[name] = value.clone();
        }
        format!("{row}\n")
    });
    rows.collect()
}

/// A task with a scope, risk classes, reserves and a limit. Of ten rows three are out of scope, two excluded.
fn case() -> Case {
    let case = Case::new();
    case.remove("registry.csv");
    let dealer = |class: &str| json!({"categories": ["汽车"], "class": class});
    let rows = [
        json!({"status": "inactive", "categories": ["汽车"]}),
        json!({}),
        json!({"categories": ["化妆品"]}),
        json!({"categories": ["汽车"], "class": "low", "exempt": "免检名单"}),
        json!({"categories": ["汽车"], "class": "low"}),
        dealer("high"),
        dealer("high"),
        dealer("low"),
        json!({"categories": ["汽车"]}),
        json!({"categories": ["汽车"]}),
    ];
    case.write("registry.jsonl", registry(&rows));
    case.write("history.csv", "entity,task,date\nA-4,T0,2020-03-05\n");
    case.edit("plan.json", |plan| {
        plan["year"] = 2020.into();
        plan["limits"] = json!([{"id": "annual", "visits": 1}]);
        plan["window"] = json!({"from": "2020-01-01", "to": "2099-12-31"});
        let task = &mut plan["tasks"][0];
        task["scope"] = json!({"categories": ["汽车"]});
        task["quota"] = json!({"count": 3});
        task["risk"] = json!({"unrated_as": "low"});
        task["reserves"] = 2.into();
    });
    case
}

#[test]
fn each_row_is_counted_on_its_way_to_the_take() {
    let case = case();
    for lang in ["zh", "en"] {
        let args = ["seal", &case.dir(), "--dry-run", "--lang", lang];
        let shown = suiji(&args).ends(0).out;
        let lines: Vec<&str> = shown.lines().skip(2).take(9).collect();
        let expected = match lang {
            "zh" => [
                "从名录库到抽样框（户）：",
                "  任务  停用  类别不符  范围内  免检  合计1次  抽样框",
                "  T1       1      2(1)       7     1        1       5",
                "      对样例企业的抽查",
                "  （每户只计入其第一个不符的条件，括号内为其中该栏未填的；本年度各任务合计满 1 次：因达到频次上限而排除）",
                "从抽样框到抽取数（户）：",
                "  任务  高风险  低风险  抽取   比例  备选      未评级",
                "  T1       1/2     2/3     3  60.0%     2  2 按低风险",
                "  （各层为“抽取数/总数”；未评级的按所示类别抽取）",
            ],
            _ => [
                "From the registry to the frame (entities):",
                "  task  inactive  category  in scope  exempt  annual  frame",
                "  T1           1      2(1)         7       1       1      5",
                "      对样例企业的抽查",
                "  (each entity counts for the first condition that it does not meet; in brackets: those with nothing in that column; annual: excluded, because the limit is reached)",
                "From the frame to the take (entities):",
                "  task  high  low  take  ratio  reserves   unrated",
                "  T1     1/2  2/3     3  60.0%         2  2 as low",
                "  (strata: take/size; entities without a class are drawn as the class shown)",
            ],
        };
        assert_eq!(lines, expected, "{shown}");
    }
    let json = case.seal(&["--dry-run", "--json"]).ends(0).json();
    let expected = json!({
        "task": "T1", "registry": 10,
        "left_out": [{"condition": "status", "count": 1}, {"condition": "categories", "count": 2, "empty": 1}],
        "in_scope": 7,
        "excluded": [{"reason": "exempt", "size": 1}, {"reason": "annual", "size": 1}],
        "frame": 5,
        "unrated": {"count": 2, "class": "low"},
        "strata": [{"stratum": "high", "size": 2, "take": 1}, {"stratum": "low", "size": 3, "take": 2}],
        "take": 3, "reserves": 2,
    });
    assert_eq!(json["tasks"], json!([expected]));
}

#[test]
fn of_a_thousand_tasks_the_first_are_shown_unless_all_are_requested() {
    let case = Case::new();
    case.edit("plan.json", |plan| {
        let task = plan["tasks"][0].clone();
        let task = |number: usize| {
            let mut task = task.clone();
            task["id"] = format!("T{number}").into();
            task
        };
        plan["tasks"] = (1..=1000).map(task).collect();
    });
    let shown = case.seal(&["--dry-run"]).ends(0).out;
    assert!(shown.lines().count() < 100, "{shown}");
    for part in [
        "T20",
        "and 980 more tasks (--all-tasks",
        "1000 tasks, 1000 selections",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains("T21 "), "{shown}");
    let all = case.seal(&["--dry-run", "--all-tasks"]).ends(0).out;
    assert!(
        all.contains("  T1000 ") && !all.contains("more tasks"),
        "{all}"
    );
}
