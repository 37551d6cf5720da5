//! Findings about the plan: scopes, numbers and dates.

use serde_json::json;

use super::{Found, Warning, found, in_category, note};

pub(super) fn scopes() -> Vec<Found> {
    // Words that no row has. The text names fifty of them.
    let many: Vec<String> = (10..61).map(|n| format!("类别{n}")).collect();
    let mut more = found("plan.scope-nobody-more", &[], &["1"], |case| {
        in_category(case, "加油站");
        let words = case.task(0)["scope"]["categories"].as_array_mut();
        words.unwrap().extend(many.iter().map(|word| json!(word)));
    });
    more.severity = Warning;
    vec![
        more,
        found(
            "plan.scope-nobody",
            &[],
            &["J1", "categories", "加油點", "加油站", "5"],
            |case| {
                in_category(case, "加油站");
                case.task(0)["scope"] = json!({"categories": ["加油站", "加油點"]});
            },
        ),
        found("registry.blank-field", &[2, 5], &["J1"], |case| {
            in_category(case, "加油站");
            for row in [1, 4] {
                let row = case.registry[row].as_object_mut();
                row.unwrap().remove("categories");
            }
        }),
        found("registry.short-district", &[3], &["1405", "J1"], |case| {
            for row in &mut case.registry {
                row["district"] = json!("140521");
            }
            case.registry[2]["district"] = json!("1405");
            case.task(0)["scope"] = json!({"districts": ["140521"]});
        }),
        found(
            "plan.limit-by-nobody",
            &[],
            &["a", "县市监局", "县市场监管局"],
            |case| {
                case.plan["limits"] = json!([{"id": "a", "visits": 2, "by": ["县市监局"]}]);
                case.history[0]["by"] = json!(["县市场监管局"]);
            },
        ),
        note("registry.exempt-from-unknown", &[], &["J9"], |case| {
            case.registry[0]["exempt"] = json!("白名单");
            case.registry[0]["exempt_from"] = json!(["J9"]);
        }),
        found("frame.several-tasks", &[], &["5", "A-1"], |case| {
            case.plan["tasks"] = json!([
                {"id": "J1", "name": "抽查", "quota": {"count": 1}},
                {"id": "J2", "name": "抽查", "quota": {"count": 1}}]);
        }),
    ]
}

pub(super) fn numbers() -> Vec<Found> {
    vec![
        found("frame.all-unrated", &[], &["J1", "5", "general"], |case| {
            case.task(0)["risk"] = json!({"unrated_as": "general"});
            for row in &mut case.registry {
                row.as_object_mut().unwrap().remove("class");
            }
        }),
        found("plan.minimum-nobody", &[], &["J1", "elevated"], |case| {
            case.registry.remove(1);
            case.task(0)["quota"] = json!({"count": 4});
            case.task(0)["risk"] = json!({"minimum": {"elevated": "100%"}});
        }),
        found("plan.quota-above-frame", &[], &["J1", "6", "5"], |case| {
            case.task(0)["quota"] = json!({"count": 6});
        }),
        found(
            "plan.reserves-short",
            &[],
            &["J1", "4", "all", "3"],
            |case| {
                case.task(0)["reserves"] = json!(4);
            },
        ),
        found("plan.class-told", &[], &["J1", "J2", "low"], |case| {
            case.ceremony["secret"] = json!("ab".repeat(32));
            case.plan["tasks"] = json!([4, 5].map(|count| json!({
                "id": format!("J{}", count - 3), "name": "抽查", "quota": {"count": count},
                "risk": {"weights": {"high": 2}}, "coordination": "A",
            })));
        }),
        found(
            "allocation.stratum-not-taken",
            &[],
            &["J1", "low", "2"],
            |case| {
                case.task(0)["risk"] = json!({"weights": {"high": 2}});
                case.task(0)["quota"] = json!({"count": 3});
            },
        ),
    ]
}

pub(super) fn dates() -> Vec<Found> {
    let window = |from: &str, to: &str| json!({"from": from, "to": to});
    vec![
        found(
            "plan.window-year",
            &[],
            &["2024-11-01", "2025-01-31", "2024"],
            |case| {
                case.plan["window"] = window("2024-11-01", "2025-01-31");
            },
        ),
        found(
            "ceremony.sealed-late",
            &[],
            &["2024-09-01", "2024-09-02"],
            |case| {
                case.plan["window"] = window("2024-04-01", "2024-09-01");
            },
        ),
        found(
            "ceremony.other-year",
            &[],
            &["2023", "2024-09-02"],
            |case| {
                case.plan["year"] = json!(2023);
            },
        ),
        found(
            "plan.from-after-sealing",
            &[],
            &["2024-09-03", "2024-09-02"],
            |case| {
                case.plan["limits"] = json!([{"id": "a", "visits": 1, "from": "2024-09-03"}]);
            },
        ),
        found("registry.established-late", &[2], &["2024-09-02"], |case| {
            case.registry[1]["established"] = json!("2024-09-03");
        }),
        found(
            "roster.expired",
            &[3],
            &["样例 Z-3", "2024-09-02"],
            |case| {
                // No seat requires a certificate on a certain day, so this is no reason for a finding about seats.
                case.roster[2]["valid_to"] = json!("2024-09-01");
                case.task(0).as_object_mut().unwrap().remove("team");
            },
        ),
    ]
}
