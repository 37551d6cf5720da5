//! Findings about the rows of registry and history.

use serde_json::json;

use super::{Found, found, in_category, note, visit, with_credit_codes};

pub(super) fn values() -> Vec<Found> {
    vec![
        found(
            "registry.near-match",
            &[2],
            &["U+00A0", "加油站"],
            |case| {
                in_category(case, "加油站");
                case.registry[1]["categories"] = json!(["加\u{a0}油站"]);
            },
        ),
        note(
            "registry.similar-value",
            &[6],
            &["汽车加气站", "汽车加油站"],
            |case| {
                let row = case.registry[0].clone();
                case.registry.extend((6..30).map(|n| {
                    let mut row = row.clone();
                    row["id"] = json!(format!("A-{n}"));
                    row["name"] = json!(format!("样例企业 A-{n}"));
                    row
                }));
                in_category(case, "汽车加油站");
                case.registry[5]["categories"] = json!(["汽车加气站"]);
            },
        ),
        found(
            "table.separator",
            &[2, 3],
            &["、", "超市、加油站"],
            |case| {
                in_category(case, "加油站");
                case.registry[1]["categories"] = json!(["超市、加油站"]);
                case.registry[2]["categories"] = json!(["超市、加油站"]);
            },
        ),
        found("table.formula-error", &[2, 3], &["#N/A", "NULL"], |case| {
            in_category(case, "加油站");
            case.registry[1]["categories"] = json!(["#N/A"]);
            case.registry[2]["categories"] = json!(["NULL"]);
        }),
        found(
            "table.field-in-extra",
            &[4],
            &["行业代码", "industry"],
            |case| {
                case.registry[3]["extra"] = json!({"行业代码": "5265"});
            },
        ),
        found(
            "table.district-length",
            &[1],
            &["14052", "GB/T 2260"],
            |case| {
                case.registry[0]["district"] = json!("14052");
            },
        ),
        found("registry.industry-form", &[1], &["F5265", "5265"], |case| {
            for row in &mut case.registry {
                row["industry"] = json!("5265");
            }
            case.registry[0]["industry"] = json!("F5265");
        }),
    ]
}

pub(super) fn codes_and_names() -> Vec<Found> {
    vec![
        found("registry.id-form", &[5], &["Total"], |case| {
            *case = with_credit_codes();
            case.registry[4]["id"] = json!("Total");
        }),
        found(
            "registry.id-check-character",
            &[5],
            &["91140521MA0000005O"],
            |case| {
                *case = with_credit_codes();
                case.registry[4]["id"] = json!("91140521MA0000005O");
            },
        ),
        found(
            "registry.same-body",
            &[2, 5],
            &["MA000000-2", "91140521MA0000002B"],
            |case| {
                *case = with_credit_codes();
                case.registry[4]["id"] = json!("MA000000-2");
            },
        ),
        found(
            "registry.same-name",
            &[2, 4],
            &["样例企业 A-2", "A-4"],
            |case| {
                case.registry[3]["name"] = json!("样例企业 A-2");
            },
        ),
        found(
            "roster.same-person",
            &[1, 2],
            &["样例 Z-1", "Z-2"],
            |case| {
                case.roster[1]["name"] = json!("样例 Z-1");
                case.roster[1]["recuse"] = json!(["A-1"]);
            },
        ),
        note("roster.same-name", &[1, 2], &["样例 Z-1", "Z-2"], |case| {
            case.roster[1]["name"] = json!("样例 Z-1");
        }),
    ]
}

pub(super) fn history() -> Vec<Found> {
    vec![
        found("history.empty", &[], &[], |case| case.history.clear()),
        found("history.unknown-entity", &[], &["2", "A-98"], |case| {
            case.history.push(visit("A-98", "J1"));
            case.history.push(visit("A-99", "J1"));
        }),
        found("history.unknown-task", &[], &["1", "T9"], |case| {
            case.history.push(visit("A-1", "T9"));
        }),
    ]
}
