//! The inputs [C2c, C4, I1–I6]. The hashed bytes show what is kept, dropped, sorted and refused.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::ops::ControlFlow;

use serde_json::{Value, json};
use suiji::error::ErrorKind;
use suiji::plan::{Class, Quota, Risk, Scope, SeatGroup, Task, Team, Window};
use suiji::{Hash, Inputs, Plan, Run};
use suiji_conformance::{Case, Small, merkle};

/// A plan with every field, including explicit defaults and empty optional fields.
fn full() -> Value {
    json!({
        "title": "样例计划", "authority": "样例县工信局", "year": 2024, "document_number": "样工信〔2024〕1号",
        "window": {"from": "2024-01-01", "to": "2024-12-31"}, "basis": ["乙", "甲", "乙"],
        "classes": [{"id": "D", "name": "高"}, {"id": "A", "name": "低"}],
        "limits": [{"id": "low", "visits": 2, "from": "2023-07-01", "classes": ["D", "A"], "by": ["县局", "局"]}],
        "max_load": 12, "extra": {"b": "2", "a": "1"},
        "tasks": [{
            "id": "J1", "name": "抽查", "kind": "joint", "targeting": "untargeted", "items": ["二", "一"],
            "scope": {"categories": ["超市"], "districts": ["14", "1"], "established_before": "2024-01-01"},
            "quota": {"at_least": "12.5%", "min": 3}, "limits": [{"id": "once", "visits": 1}],
            "risk": {"minimum": {"A": "5%"}, "maximum": {}, "weights": {"D": 2, "A": 1}, "unrated_as": "A"},
            "coordination": "auto", "reserves": 0,
            "team": {"seats": [
                {"department": "局", "count": 2, "role": "主办", "skills": ["b", "a"], "expert": false},
                {"department": "局", "count": 1, "expert": true, "skills": []}
            ], "lead_required": false, "district": "same", "rotation_from": "2023-01-01"},
            "window": {"from": "2024-05-01", "to": "2024-06-30"}, "initiator": "局", "partners": ["所"],
            "mode": {"drawn_by": "county", "inspected_by": "county"}, "methods": ["on_site"], "risk_note": "分别递加", "extra": {}
        }]
    })
}

/// JCS of the plan above, written by hand from [I1], [I2] and [C2c].
const FULL: &str = concat!(
    r#"{"authority":"样例县工信局","basis":["乙","甲","乙"],"classes":[{"id":"D","name":"高"},"#,
    r#"{"id":"A","name":"低"}],"document_number":"样工信〔2024〕1号","extra":{"a":"1","b":"2"},"limits":["#,
    r#"{"by":["县局","局"],"classes":["D","A"],"from":"2023-07-01","id":"low","visits":2}],"max_load":12,"tasks":["#,
    r#"{"coordination":"auto","id":"J1","initiator":"局","items":["二","一"],"kind":"joint","#,
    r#""limits":[{"id":"once","visits":1}],"methods":["on_site"],"#,
    r#""mode":{"drawn_by":"county","inspected_by":"county"},"name":"抽查","partners":["所"],"#,
    r#""quota":{"at_least":"12.5%","min":3},"risk":{"minimum":{"A":"5%"},"unrated_as":"A","weights":{"A":1,"D":2}},"#,
    r#""risk_note":"分别递加","scope":{"categories":["超市"],"districts":["14","1"],"established_before":"2024-01-01"},"#,
    r#""targeting":"untargeted","team":{"district":"same","rotation_from":"2023-01-01","seats":[{"count":2,"department":"局","role":"主办","#,
    r#""skills":["b","a"]},{"count":1,"department":"局","expert":true}]},"window":{"from":"2024-05-01","to":"2024-06-30"}}],"#,
    r#""title":"样例计划","window":{"from":"2024-01-01","to":"2024-12-31"},"year":2024}"#
);

#[test]
fn a_plan_is_hashed_without_defaults_and_in_its_own_order() {
    // [I1, I2, C2c, C2a]
    let plan = Plan::from_json(full().to_string().as_bytes()).unwrap();
    assert_eq!(String::from_utf8(plan.canonical()).unwrap(), FULL);
    assert_eq!(plan.digest(Hash::Sm3), Hash::Sm3.digest(FULL.as_bytes()));
    // The written plan can be read again.
    assert_eq!(Plan::from_json(plan.to_json().as_bytes()).unwrap(), plan);
}

#[test]
fn default_classes_are_dropped_and_others_are_not() {
    // [I1, C2c]
    let mut case = Small::plain();
    let classes = |last: &str| {
        let names = [
            ("high", "高风险"),
            ("elevated", "较高风险"),
            ("general", "一般风险"),
            ("low", last),
        ];
        json!(names.map(|(id, name)| json!({"id": id, "name": name})))
    };
    let plain = case.read_plan().unwrap();
    case.plan["classes"] = classes("低风险");
    assert_eq!(case.read_plan().unwrap().canonical(), plain.canonical());
    case.plan["classes"] = classes("低");
    assert!(
        String::from_utf8(case.read_plan().unwrap().canonical())
            .unwrap()
            .contains("\"classes\":[")
    );
    assert_eq!(
        plain
            .classes()
            .iter()
            .map(|class| class.id().as_str())
            .collect::<Vec<_>>(),
        ["high", "elevated", "general", "low"]
    );
}

#[test]
fn a_built_plan_equals_one_that_is_read() {
    // [I1, I2]
    let scope = {
        let mut scope = Scope::default();
        scope.districts = vec!["1405".to_owned()];
        scope
    };
    let risk = {
        let mut risk = Risk::default();
        risk.minimum = vec![("D".parse().unwrap(), "5%".parse().unwrap())];
        risk
    };
    let team =
        Team::new(vec![SeatGroup::new("局", 2).with_skills(&["车"])]).with_lead_required(true);
    let window = Window::new("2024-05-01".parse().unwrap(), "2024-06-30".parse().unwrap());
    let task = Task::new("J1".parse().unwrap(), "抽查")
        .with_quota(Quota::AtMost {
            ratio: "40%".parse().unwrap(),
            max: Some(9),
        })
        .with_scope(scope)
        .with_risk(risk)
        .with_team(team)
        .with_reserves(2);
    let class = |id: &str, name| Class::new(id.parse().unwrap(), name);
    let plan = Plan::builder("样例计划", "样例县工信局", 2024)
        .with_classes(vec![class("D", "高"), class("A", "低")])
        .with_window(window)
        .with_task(task)
        .build()
        .unwrap();
    assert_eq!(
        String::from_utf8(plan.canonical()).unwrap(),
        concat!(
            r#"{"authority":"样例县工信局","classes":[{"id":"D","name":"高"},{"id":"A","name":"低"}],"tasks":[{"id":"J1","#,
            r#""name":"抽查","quota":{"at_most":"40%","max":9},"reserves":2,"risk":{"minimum":{"D":"5%"}},"#,
            r#""scope":{"districts":["1405"]},"team":{"lead_required":true,"seats":[{"count":2,"department":"局","#,
            r#""skills":["车"]}]}}],"title":"样例计划","window":{"from":"2024-05-01","to":"2024-06-30"},"year":2024}"#
        )
    );
    let error = Plan::builder("样例计划", "样例县工信局", 2024)
        .build()
        .map(|_| ())
        .unwrap_err();
    assert_eq!(
        error.code(),
        "json.empty",
        "building does the same checks as reading"
    );
}

#[test]
fn required_fields_are_required() {
    // [I1, I2, I3, I4, I5]
    let without = |pointer: &str, field: &str| {
        let mut plan = full();
        plan.pointer_mut(pointer)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(field)
            .unwrap();
        Plan::from_json(plan.to_string().as_bytes()).map_or_else(|error| error.code(), |_| "")
    };
    for (pointer, fields) in [
        ("", &["title", "authority", "year", "tasks"][..]),
        ("/window", &["from", "to"]),
        ("/classes/0", &["id", "name"]),
        ("/limits/0", &["id", "visits"]),
        ("/tasks/0", &["id", "name"]),
        ("/tasks/0/team", &["seats"]),
        ("/tasks/0/team/seats/0", &["department", "count"]),
        ("/tasks/0/mode", &["drawn_by", "inspected_by"]),
    ] {
        for field in fields {
            assert_eq!(
                without(pointer, field),
                "json.missing-field",
                "{pointer}/{field}"
            );
        }
    }
    let mut case = Small::with_team();
    case.history = vec![json!({"entity": "A-1", "task": "J1", "date": "2024-01-02"})];
    assert!(case.inputs().is_ok());
    type Row = fn(&mut Small) -> &mut Value;
    let rows: [(Row, &[&str]); 3] = [
        (|case| &mut case.registry[0], &["id", "name"]),
        (|case| &mut case.roster[0], &["id", "name", "department"]),
        (|case| &mut case.history[0], &["entity", "task", "date"]),
    ];
    for (row, fields) in rows {
        for field in fields {
            let mut case = case.clone();
            row(&mut case)
                .as_object_mut()
                .unwrap()
                .remove(*field)
                .unwrap();
            assert_eq!(
                case.inputs().map(|_| ()).unwrap_err().code(),
                "json.missing-field",
                "{field}"
            );
        }
    }
}

/// Asserts that a table of the commitment has these leaves.
fn assert_leaves(
    case: &Small,
    of: fn(&suiji::Commitment) -> suiji::ceremony::Root,
    leaves: &[&str],
) {
    let sealed = case.seal().unwrap();
    let root = of(sealed.commitment());
    assert_eq!(root.size(), leaves.len() as u64);
    assert_eq!(
        root.root(),
        merkle(sealed.commitment().hash(), leaves),
        "{leaves:?}"
    );
}

#[test]
fn rows_are_hashed_in_order_with_sorted_sets_and_without_defaults() {
    // [I3, I4, I5, I6, C2c, S1]
    let mut case = Small::plain();
    case.registry = vec![
        json!({"id": "b", "name": "乙", "status": "active", "categories": [], "extra": {}}),
        json!({"id": "B.1", "name": "甲", "class": "low", "categories": ["超市", "加油站", "a"], "district": "140521",
            "industry": "5264", "status": "inactive", "established": "2010-04-11", "exempt": "白名单",
            "exempt_from": ["J2", "J1"], "extra": {"电话": "1", "b": "2"}}),
        json!({"id": "B", "name": "丙"}),
    ];
    let leaves = [
        r#"{"id":"B","name":"丙"}"#,
        concat!(
            r#"{"categories":["a","加油站","超市"],"class":"low","district":"140521","established":"2010-04-11","#,
            r#""exempt":"白名单","exempt_from":["J1","J2"],"extra":{"b":"2","电话":"1"},"id":"B.1","industry":"5264","name":"甲","status":"inactive"}"#
        ),
        r#"{"id":"b","name":"乙"}"#,
    ];
    // [C4] "B" and "b" differ only in letter case.
    assert_eq!(case.code(), "id.case");
    case.registry[2]["id"] = json!("A");
    let leaves = [
        leaves[0].replace("\"B\"", "\"A\""),
        leaves[1].to_owned(),
        leaves[2].to_owned(),
    ];
    assert_leaves(
        &case,
        suiji::Commitment::registry,
        &leaves.each_ref().map(|leaf| leaf.as_str()),
    );

    case.roster = vec![
        json!({"id": "Z-2", "name": "丁", "department": "局", "lead": false, "expert": false, "load": 0, "skills": [], "recuse": []}),
        json!({"id": "Z-1", "name": "戊", "department": "局", "district": "14", "skills": ["b", "a"], "lead": true, "expert": true,
            "max_load": 3, "load": 2, "valid_to": "2024-12-31", "recuse": ["X-2", "A"], "extra": {"k": "v"}}),
    ];
    let leaves = [
        concat!(
            r#"{"department":"局","district":"14","expert":true,"extra":{"k":"v"},"id":"Z-1","lead":true,"load":2,"max_load":3,"#,
            r#""name":"戊","recuse":["A","X-2"],"skills":["a","b"],"valid_to":"2024-12-31"}"#
        ),
        r#"{"department":"局","id":"Z-2","name":"丁"}"#,
    ];
    assert_leaves(&case, suiji::Commitment::roster, &leaves);

    // Sorted by entity, date, task and kind, "case" before "planned". Unknown entities and tasks are kept.
    assert_leaves(&case, suiji::Commitment::history, &[]);
    case.history = vec![
        json!({"entity": "X-9", "task": "T", "date": "2020-01-01"}),
        json!({"entity": "A", "task": "T", "date": "2024-02-01", "kind": "planned"}),
        json!({"entity": "A", "task": "T", "date": "2024-02-01", "kind": "case"}),
        json!({"entity": "A", "task": "S", "date": "2024-02-01", "by": ["局", "县局"], "inspectors": ["Z-2", "Z-1"]}),
        json!({"entity": "A", "task": "U", "date": "2024-01-31"}),
    ];
    let leaves = [
        r#"{"date":"2024-01-31","entity":"A","task":"U"}"#,
        r#"{"by":["县局","局"],"date":"2024-02-01","entity":"A","inspectors":["Z-1","Z-2"],"task":"S"}"#,
        r#"{"date":"2024-02-01","entity":"A","kind":"case","task":"T"}"#,
        r#"{"date":"2024-02-01","entity":"A","task":"T"}"#,
        r#"{"date":"2020-01-01","entity":"X-9","task":"T"}"#,
    ];
    assert_leaves(&case, suiji::Commitment::history, &leaves);
}

#[test]
fn tables_as_csv_give_the_same_commitment() {
    // [I3, I4, I5]
    let (csv, lines) = (Case::named("tables-as-csv"), Case::named("01"));
    assert_eq!(
        csv.expected("commitment.json"),
        lines.expected("commitment.json"),
        "both cases are the same"
    );
    assert_eq!(
        csv.seal().unwrap().commitment(),
        lines.seal().unwrap().commitment()
    );
    assert!(csv.bytes("registry.jsonl").is_empty());
    let names = |case: &Case| case.registry().map(|registry| registry.len()).unwrap();
    assert_eq!(names(&csv), names(&lines));
}

#[test]
fn faults_of_all_four_documents_are_reported_together() {
    let plan = Small::plain().plan.to_string();
    let entity = r#"{"id": "A-1", "name": "样例企业", "class": "low"}"#;
    let read = |plan: &str, tables: [&str; 3]| {
        let [registry, roster, history] = tables.map(str::as_bytes);
        Inputs::from_json(plan.as_bytes(), registry, roster, history)
    };
    let inputs = read(&plan, [entity, "", ""]).unwrap();
    assert_eq!(inputs.registry().name("A-1"), Some("样例企业"));
    let faulty = plan.replace("2024", "20240");
    let error = read(&faulty, [entity, "{\"id\": \"Z 1\"}", "[]"]).unwrap_err();
    let documents: Vec<ErrorKind> = error
        .faults()
        .iter()
        .map(|fault| fault.place().kind())
        .collect();
    for kind in [ErrorKind::Plan, ErrorKind::Roster, ErrorKind::History] {
        assert!(documents.contains(&kind), "{error}");
    }
    assert!(!documents.contains(&ErrorKind::Registry), "{error}");
    // Each is valid alone, but not together.
    let unknown_class = entity.replace("low", "unknown");
    let error = read(&plan, [&unknown_class, "", ""]).unwrap_err();
    assert_eq!(error.code(), "registry.unknown-class");
}

#[test]
fn cancelled_reading_reports_no_other_faults() {
    let case = Small::plain();
    let plan = case.plan.to_string().replace("2024", "20240");
    let rows: String = (0..100_000)
        .map(|n| format!("{{\"id\": \"A-{n}\", \"name\": \"样例\"}}\n"))
        .collect();
    let cancel = Run::default().on_progress(|_| ControlFlow::Break(()));
    let empty: &[u8] = b"";
    let error = Inputs::from_json_with(plan.as_bytes(), rows.as_bytes(), empty, empty, &cancel);
    let error = error.unwrap_err();
    assert_eq!(
        (error.kind(), error.fault_count()),
        (ErrorKind::Cancelled, 1)
    );
}

#[test]
fn all_rows_that_differ_from_the_sealed_ones_are_counted() {
    // [S1]
    let case = |names: [(&str, &str, usize); 2]| {
        let rows = names.into_iter().flat_map(|(id, name, count)| {
            (0..count).map(move |at| json!({"id": format!("{id}-{at}"), "name": name}))
        });
        Small {
            registry: rows.collect(),
            ..Small::plain()
        }
    };
    let sealed = case([("A", "甲", 1_500), ("B", "乙", 1_600)])
        .seal()
        .unwrap();
    let other = case([("A", "丙", 1_500), ("C", "乙", 1_700)]);
    let error = sealed.check_inputs(&other.inputs().unwrap()).unwrap_err();
    assert_eq!(error.fault_count(), 1_500 + 1_600 + 1_700);
    let of = |code: &str| {
        let of = error.faults().iter().filter(|fault| fault.code() == code);
        of.map(|fault| (fault.count(), fault.rows().len()))
            .collect::<Vec<_>>()
    };
    assert_eq!(of("sealed.row-changed"), [(1_500, 1_000)]);
    assert_eq!(of("sealed.row-added"), [(1_700, 1_000)]);
    assert_eq!(of("sealed.row-removed"), [(1, 0); 20]);
}
