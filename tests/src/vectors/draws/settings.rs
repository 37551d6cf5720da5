//! Settings of plans: classes, quotas, scopes, visit caps, coordination, kinds of seats.

use serde_json::{Value, json};

use super::{
    Draw, entities, entity, inspector, inspectors, limit, of_task, task, visit, with,
    with_live_value,
};
use crate::Small;

pub(super) fn all() -> Vec<Draw> {
    vec![
        Draw::new(
            "risk-classes",
            "the four default classes with minima, a maximum and weights; unrated entities count as low",
            &["F3", "F4.1", "F4.2", "F4.3", "F4.4", "I1", "I2", "C6"],
            classes(&[
                ("high", 7),
                ("elevated", 9),
                ("general", 23),
                ("low", 31),
                ("", 5),
            ]),
        ),
        Draw::new(
            "two-classes",
            "a plan that defines two classes; their order is that of the plan, not that of their ids",
            &["I1", "F3", "F4.3"],
            own_classes(&["Z", "A"], &[4, 9], json!({"exactly": "30%"})),
        ),
        Draw::new(
            "nine-classes",
            "a plan with nine classes, the maximum; some have no entities",
            &["I1", "F3", "F4.3"],
            own_classes(
                &["c9", "c8", "c7", "c6", "c5", "c4", "c3", "c2", "c1"],
                &[1, 0, 3, 2, 0, 5, 1, 8, 4],
                json!({"at_least": "35%"}),
            ),
        ),
        Draw::new(
            "quotas",
            "the four forms of quota, with min and max, and a task with only risk.minimum",
            &["F4.2", "C6", "I2"],
            quotas(),
        ),
        Draw::new(
            "scope",
            "categories, districts and industries by prefix, and established_before",
            &["F1", "I3"],
            scope(),
        ),
        Draw::new(
            "coordination",
            "two tasks share their tickets; a third task, whose id equals the group's, does not; the smaller team is part of the larger",
            &["D1", "D2", "T7"],
            coordination(),
        ),
        Draw::new(
            "seats",
            "seats of two departments with skills, an expert seat, a lead, districts, certificate dates and recusals",
            &["T1", "T2", "I4", "T5"],
            seats(),
        ),
        Draw::new(
            "other-district",
            "inspectors and entities must be from different districts; an inspector without a district is not eligible",
            &["T2"],
            districts(),
        ),
        Draw::new(
            "every-field",
            "every optional field of plan, task, entity, inspector and visit is present",
            &["I1", "I2", "I3", "I4", "I5", "C7"],
            every_field(),
        ),
    ]
}

fn classes(classes: &[(&str, usize)]) -> Small {
    of_task(
        json!({
            "quota": {"at_least": "12.5%", "min": 11}, "reserves": 2,
            "risk": {
                "minimum": {"high": "50%", "low": "3.3%"}, "maximum": {"elevated": "12%"},
                "weights": {"high": 10, "elevated": 5, "general": 3, "low": 2}, "unrated_as": "low"}}),
        entities(classes),
    )
}

fn own_classes(ids: &[&str], sizes: &[usize], quota: Value) -> Small {
    let classes: Vec<(&str, usize)> = ids.iter().copied().zip(sizes.iter().copied()).collect();
    let mut case = of_task(
        json!({"quota": quota, "risk": {"weights": {ids[0]: 2}}}),
        entities(&classes),
    );
    let of_plan = ids
        .iter()
        .map(|id| json!({"id": id, "name": format!("{id} 类")}));
    case.plan["classes"] = of_plan.collect();
    case
}

fn quotas() -> Small {
    let mut case = of_task(json!({}), entities(&[("high", 3), ("low", 14)]));
    let quota = |id: &str, quota: Value| task(id, json!({"quota": quota}));
    case.plan["tasks"] = json!([
        quota("T1", json!({"at_least": "20%"})),
        quota("T2", json!({"at_least": "20%", "min": 5})),
        quota("T3", json!({"at_most": "20%"})),
        quota("T4", json!({"at_most": "20%", "max": 2})),
        quota("T5", json!({"exactly": "33.333333%"})),
        quota("T6", json!({"count": 6})),
        quota("T7", json!({"count": 99})),
        task(
            "T8",
            json!({"risk": {"minimum": {"high": "100%", "low": "0.000001%"}}})
        )
    ]);
    case
}

fn scope() -> Small {
    let low = |id: &str, fields: Value| with(entity(id, "low"), fields);
    let valid = json!({"categories": ["加油站", "超市"], "district": "140521", "industry": "5265", "established": "2019-12-31"});
    let but = |fields: Value| with(valid.clone(), fields);
    let mut without = valid.clone();
    without.as_object_mut().map(|row| row.remove("established"));
    of_task(
        json!({
            "quota": {"exactly": "50%"},
            "scope": {
                "categories": ["加油站", "宾馆"], "districts": ["1405", "33"], "industries": ["526", "H61"],
                "established_before": "2020-01-01"}}),
        vec![
            low("A01", valid.clone()),
            low("A02", but(json!({"district": "330100"}))),
            low("A03", but(json!({"industry": "H6110"}))),
            low("A04", but(json!({"categories": ["宾馆"]}))),
            low("A05", but(json!({"established": "1949-10-01"}))),
            low("A06", but(json!({"district": "1405"}))),
            low("B01", but(json!({"district": "14"}))),
            low("B02", but(json!({"district": "150521"}))),
            low("B03", but(json!({"industry": "52"}))),
            low("B04", but(json!({"categories": ["超市"]}))),
            low("B05", but(json!({"established": "2020-01-01"}))),
            low("B06", but(json!({"status": "inactive"}))),
            low("B07", without),
            low("B08", json!({})),
        ],
    )
}

fn coordination() -> Small {
    let mut case = of_task(json!({}), entities(&[("low", 6)]));
    let team =
        |count: u64| json!({"seats": [{"department": "局", "count": count, "role": "检查"}]});
    case.plan["tasks"] = json!([
        task(
            "J1",
            json!({"quota": {"count": 3}, "coordination": "auto", "team": team(3)})
        ),
        task(
            "J2",
            json!({"quota": {"count": 4}, "coordination": "auto", "team": team(2)})
        ),
        task("auto", json!({"quota": {"count": 3}, "team": team(2)}))
    ]);
    case.roster = inspectors("局", "Z", 5);
    case
}

fn seats() -> Small {
    let district = |row: Value, district: &str| with(row, json!({"district": district}));
    let registry = entities(&[("low", 4)]);
    let registry = registry
        .into_iter()
        .zip(["140521", "140521", "140525", "14"]);
    let mut case = of_task(
        json!({
            "quota": {"exactly": "100%"}, "window": {"from": "2024-10-01", "to": "2024-10-31"},
            "team": {
                "lead_required": true, "district": "same",
                "seats": [
                    {"department": "市场局", "count": 1},
                    {"department": "工信局", "count": 1, "skills": ["焊接", "电气"], "role": "业务"},
                    {"department": "市场局", "count": 1, "expert": true}]}}),
        registry.map(|(row, of)| district(row, of)).collect(),
    );
    case.roster = vec![
        district(
            with(inspector("M1", "市场局"), json!({"lead": true})),
            "140521",
        ),
        district(
            with(
                inspector("M2", "市场局"),
                json!({"lead": true, "valid_to": "2024-10-31"}),
            ),
            "14",
        ),
        district(
            with(
                inspector("M3", "市场局"),
                json!({"lead": true, "valid_to": "2024-10-30"}),
            ),
            "14",
        ),
        district(inspector("M4", "市场局"), "14"),
        district(
            with(
                inspector("G1", "工信局"),
                json!({"skills": ["电气", "焊接", "锅炉"]}),
            ),
            "14",
        ),
        district(
            with(
                inspector("G2", "工信局"),
                json!({"skills": ["电气", "焊接"], "recuse": ["F01", "X99"]}),
            ),
            "1405",
        ),
        district(
            with(inspector("G3", "工信局"), json!({"skills": ["焊接"]})),
            "14",
        ),
        district(
            with(inspector("E1", "市场局"), json!({"expert": true})),
            "1405",
        ),
        district(
            with(inspector("E2", "市场局"), json!({"expert": true})),
            "14",
        ),
    ];
    case
}

fn districts() -> Small {
    let district = |row: Value, district: &str| with(row, json!({"district": district}));
    let registry = entities(&[("low", 3)])
        .into_iter()
        .zip(["140521", "140525", "140581"]);
    let mut case = of_task(
        json!({"quota": {"exactly": "100%"}, "team": {"district": "other", "seats": [{"department": "局", "count": 2}]}}),
        registry.map(|(row, of)| district(row, of)).collect(),
    );
    case.roster = vec![
        district(inspector("Z1", "局"), "140521"),
        district(inspector("Z2", "局"), "140525001"),
        district(inspector("Z3", "局"), "140581"),
        district(inspector("Z4", "局"), "1406"),
        inspector("Z5", "局"),
    ];
    case
}

fn every_field() -> Small {
    let window = |from: &str, to: &str| json!({"from": from, "to": to});
    let mut case = Small::with_team();
    case.plan = with(
        case.plan,
        json!({
            "document_number": "样例〔2024〕1 号", "window": window("2024-01-01", "2024-12-31"),
            "basis": ["样例省抽查办法", "样例市工作要点", "样例省抽查办法"],
            "classes": [{"id": "high", "name": "高"}, {"id": "elevated", "name": "较高"},
                {"id": "general", "name": "一般"}, {"id": "low", "name": "低"}],
            "limits": [{"id": "all", "visits": 4, "from": "2023-01-01", "classes": ["low", "high"], "by": ["县", "市"]}],
            "max_load": 9, "extra": {"备注": "样例"}}),
    );
    case.plan["tasks"] = json!([task(
        "J1",
        json!({
        "kind": "joint", "targeting": "targeted", "items": ["项目乙", "项目甲"],
        "scope": {"categories": ["超市"], "districts": ["14"], "industries": ["52"], "established_before": "2024-02-29"},
        "quota": {"at_least": "40%", "min": 2}, "limits": [limit("own", 2)],
        "risk": {"minimum": {"high": "10%"}, "maximum": {"low": "90%"}, "weights": {"high": 1000, "low": 1}, "unrated_as": "general"},
        "coordination": "auto", "reserves": 2,
        "team": {"seats": [{"department": "局", "count": 2, "role": "检查", "skills": ["电气"], "expert": false}],
            "lead_required": true, "district": "same", "rotation_from": "2023-06-01"},
        "window": window("2024-06-01", "2024-06-30"), "initiator": "样例县工信局", "partners": ["样例县市场局"],
        "mode": {"drawn_by": "county", "inspected_by": "county"}, "methods": ["on_site", "document"],
        "risk_note": "分别递加抽查比例", "extra": {"备注": "样例"}})
    )]);
    for row in &mut case.registry {
        *row = with(
            row.clone(),
            json!({"categories": ["超市"], "district": "140521", "industry": "5211", "status": "active",
                "established": "2020-02-29", "extra": {"法定代表人": "样例"}}),
        );
    }
    case.registry[4]["exempt"] = json!("样例免检名单");
    case.registry[4]["exempt_from"] = json!(["J2", "J9"]);
    for row in &mut case.roster {
        *row = with(
            row.clone(),
            json!({"district": "140521", "skills": ["电气"], "lead": true, "expert": false, "max_load": 3, "load": 1,
                "valid_to": "2026-12-31", "recuse": ["X-9"], "extra": {"职务": "样例"}}),
        );
    }
    case.history = vec![with(
        visit("A-1", "J1", "2024-01-05"),
        json!({"kind": "planned", "by": ["市", "县"], "inspectors": ["Z-9", "Z-1"]}),
    )];
    with_live_value(case, "66554433221166554433")
}
