//! Differences of two plans, in words.
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use suiji::plan::PlanChangeKind;
use suiji::{Lang, Plan};

/// A plan that uses every field.
fn plan() -> Value {
    json!({
        "title": "样例县2024年计划", "authority": "样例县工信局", "year": 2024, "document_number": "样字〔2024〕1号",
        "window": {"from": "2024-03-01", "to": "2024-10-31"}, "basis": ["样例文件"], "max_load": 6,
        "limits": [{"id": "yearly", "visits": 1}],
        "tasks": [
            {"id": "J1", "name": "汽车企业抽查", "kind": "joint", "targeting": "targeted", "items": ["甲事项", "乙事项"],
             "scope": {"categories": ["汽车"], "districts": ["140521"], "industries": ["F52"], "established_before": "2024-01-01"},
             "quota": {"at_least": "20%", "min": 2}, "limits": [{"id": "own", "visits": 2, "from": "2024-01-01", "by": ["县局"]}],
             "risk": {"minimum": {"high": "100%"}, "weights": {"low": 1}, "unrated_as": "general"}, "coordination": "A", "reserves": 2,
             "team": {"seats": [{"department": "县局", "count": 2}], "lead_required": true},
             "window": {"from": "2024-04-01", "to": "2024-06-30"}, "initiator": "县局", "partners": ["县市场局"],
             "mode": {"drawn_by": "县", "inspected_by": "县"}, "methods": ["现场检查"], "risk_note": "样例", "extra": {"k": "v"}},
            {"id": "J2", "name": "仓库抽查", "quota": {"count": 3}},
        ],
    })
}

fn read(plan: &Value) -> Plan {
    Plan::from_json(plan.to_string().as_bytes()).unwrap()
}

/// The messages after one change at a pointer into the plan.
fn changes(at: &str, value: Value) -> Vec<String> {
    let mut later = plan();
    let (parent, key) = at.rsplit_once('/').unwrap();
    let parent = later.pointer_mut(parent).unwrap();
    match value.is_null() {
        true => _ = parent.as_object_mut().unwrap().remove(key),
        false => parent[key] = value,
    }
    let changes = read(&plan()).changes(&read(&later));
    changes
        .iter()
        .map(|of| of.message(Lang::Zh).to_owned())
        .collect()
}

#[test]
fn equal_plans_have_no_differences() {
    assert_eq!(read(&plan()).changes(&read(&plan())), []);
    // [C2c] A default that is written out is no difference.
    let mut later = plan();
    later["tasks"][1]["reserves"] = 0.into();
    assert_eq!(read(&plan()).changes(&read(&later)), []);
}

#[test]
fn each_field_has_its_words() {
    let one = "任务 J1（汽车企业抽查）的";
    let cases = [
        (
            "/title",
            json!("新计划"),
            "计划的名称：由“样例县2024年计划”改为“新计划”".to_owned(),
        ),
        (
            "/window/to",
            json!("2024-11-30"),
            "计划的检查期间：由“2024-03-01 至 2024-10-31”改为“2024-03-01 至 2024-11-30”".to_owned(),
        ),
        (
            "/max_load",
            Value::Null,
            "计划的每人承担户数上限：取消“6”".to_owned(),
        ),
        (
            "/limits/0/visits",
            json!(2),
            "计划的频次上限（yearly）：由“每户不超过 1 次”改为“每户不超过 2 次”".to_owned(),
        ),
        (
            "/tasks/0/kind",
            json!("internal"),
            format!("{one}任务类别：由“部门联合”改为“部门内部”"),
        ),
        (
            "/tasks/0/items",
            json!(["乙事项", "丙事项"]),
            format!("{one}抽查事项：取消“甲事项”|{one}抽查事项：增加“丙事项”"),
        ),
        (
            "/tasks/0/items",
            json!(["乙事项", "甲事项"]),
            format!("{one}抽查事项：次序改为“乙事项、甲事项”"),
        ),
        (
            "/tasks/0/scope/categories",
            json!(["汽车", "二手车"]),
            format!("{one}抽查对象类别：增加“二手车”"),
        ),
        (
            "/tasks/0/scope/established_before",
            json!("2024-02-01"),
            format!("{one}抽查对象成立时间早于：由“2024-01-01”改为“2024-02-01”"),
        ),
        (
            "/tasks/0/quota",
            json!({"exactly": "30%"}),
            format!("{one}抽查比例或数量：由“不低于 20%，最少 2 户”改为“30%”"),
        ),
        (
            "/tasks/0/limits/0/by",
            json!(["县局", "市局"]),
            format!(
                "{one}频次上限（own）：由“每户不超过 2 次；起算日 2024-01-01；检查部门 县局”改为“每户不超过 2 次；起算日 2024-01-01；检查部门 县局、市局”"
            ),
        ),
        (
            "/tasks/0/risk/minimum/high",
            json!("90%"),
            format!("{one}分类最低比例（高风险）：由“100%”改为“90%”"),
        ),
        (
            "/tasks/0/risk/unrated_as",
            json!("low"),
            format!("{one}未评级的按：由“一般风险”改为“低风险”"),
        ),
        (
            "/tasks/0/reserves",
            json!(3),
            format!("{one}备选户数：由“2”改为“3”"),
        ),
        (
            "/tasks/0/team/seats",
            json!([{"department": "县局", "count": 1}, {"department": "县市场局", "count": 1, "skills": ["价格"]}]),
            format!(
                "{one}检查小组席位：由“县局 2 人”改为“县局 1 人、县市场局 1 人；业务专长 价格”"
            ),
        ),
        (
            "/tasks/0/team/lead_required",
            json!(false),
            format!("{one}首席须可主办：取消“是”"),
        ),
        (
            "/tasks/0/partners",
            json!(["县市场局", "县税务局"]),
            format!("{one}配合部门：增加“县税务局”"),
        ),
        (
            "/tasks/0/mode/inspected_by",
            json!("市"),
            format!("{one}抽查检查模式：由“县抽县查”改为“县抽市查”"),
        ),
        (
            "/tasks/0/extra/k",
            json!("w"),
            format!("{one}补充信息（k）：由“v”改为“w”"),
        ),
    ];
    for (at, value, words) in cases {
        assert_eq!(changes(at, value).join("|"), words, "{at}");
    }
}

#[test]
fn tasks_are_added_dropped_and_moved() {
    let mut later = plan();
    let tasks = later["tasks"].as_array_mut().unwrap();
    tasks.remove(1);
    tasks.insert(0, json!({"id": "J3", "name": "加油站抽查", "quota": {"at_least": "5%"}, "partners": ["县市场局"]}));
    let changes = read(&plan()).changes(&read(&later));
    let words: Vec<&str> = changes.iter().map(|of| of.message(Lang::Zh)).collect();
    let added = "新增任务 J3（加油站抽查）：抽查比例或数量 不低于 5%；配合部门 县市场局";
    assert_eq!(words, [added, "取消任务 J2（仓库抽查）"]);
    assert_eq!(
        (changes[0].kind(), changes[0].task()),
        (PlanChangeKind::TaskAdded, Some("J3"))
    );
    let mut later = plan();
    later["tasks"].as_array_mut().unwrap().reverse();
    let changes = read(&plan()).changes(&read(&later));
    assert_eq!(
        changes[0].message(Lang::En),
        "order of the tasks of the plan: the order is now “J2, J1”"
    );
    assert_eq!(changes.len(), 1);
}

#[test]
fn every_field_that_a_plan_has_has_a_name_in_both_languages() {
    // A plan with only the required fields, and one with every field. There are words for each difference.
    let bare = json!({"title": "甲", "authority": "乙", "year": 2023, "tasks": [{"id": "J1", "name": "丙", "quota": {"count": 1}}]});
    let changes = read(&bare).changes(&read(&plan()));
    assert!(changes.len() >= 30, "{}", changes.len());
    for change in &changes {
        let (zh, en) = (change.message(Lang::Zh), change.message(Lang::En));
        assert_ne!(zh, en);
        let field = change.field().rsplit('.').next().unwrap();
        let ascii = zh.contains(&format!("的{field}"));
        assert!(!ascii, "{field} has no Chinese name: {zh}");
        let json: Value = serde_json::from_str(&change.to_json()).unwrap();
        assert_eq!(json["message"]["en"], en);
    }
}
