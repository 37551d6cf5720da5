//! Whether plan, registry and history fit together.

use serde_json::{Value, json};

use super::{check, codes, detail, found, one};

#[test]
fn a_scope_word_that_nobody_has_comes_with_the_nearest_value() {
    let scope =
        |words: Value| move |office: &mut Value| office["plan"]["tasks"][0]["scope"] = words;
    let finding = one(scope(json!({"categories": ["加油站", "二手车交易市场"]})));
    check(&finding, "plan.scope-nobody", &[]);
    assert_eq!(
        (detail(&finding, "task"), detail(&finding, "value")),
        ("T1", "二手车交易市场")
    );
    assert!(
        detail(&finding, "nearest").contains("“加油站” (8 rows)"),
        "{finding}"
    );
    let variant = found(scope(json!({"categories": ["加油站", "加油點"]})));
    assert!(detail(&variant[0], "nearest").contains("加油站"));
    let finding = one(scope(json!({"districts": ["140521", "140522"]})));
    assert_eq!(
        (detail(&finding, "field"), detail(&finding, "value")),
        ("districts", "140522")
    );
    let finding = one(scope(json!({"industries": ["52", "6"]})));
    assert_eq!(
        (detail(&finding, "field"), detail(&finding, "value")),
        ("industries", "6")
    );
}

#[test]
fn rows_that_only_want_a_value_are_named_by_column() {
    let scope = json!({"categories": ["加油站"], "districts": ["1405"], "industries": ["52"], "established_before": "2020-01-01"});
    for column in ["categories", "district", "industry", "established"] {
        let finding = one(|office| {
            office["plan"]["tasks"][0]["scope"] = scope.clone();
            office["registry"][4]
                .as_object_mut()
                .unwrap()
                .remove(column);
        });
        check(&finding, "registry.blank-field", &[5]);
        assert_eq!(finding.place().path(), column);
    }
    // A row that is also out of scope for another reason is not reported.
    let found = found(|office| {
        office["plan"]["tasks"][0]["scope"] = scope.clone();
        let row = office["registry"][4].as_object_mut().unwrap();
        row.remove("district");
        row.insert("established".to_owned(), json!("2021-01-01"));
    });
    assert_eq!(codes(&found), [""; 0]);
}

#[test]
fn numbers_that_the_frame_does_not_bear_are_told() {
    let task = |field: &'static str, value: Value| {
        move |office: &mut Value| office["plan"]["tasks"][0][field] = value
    };
    let finding = one(task("quota", json!({"count": 10})));
    check(&finding, "plan.quota-above-frame", &[]);
    assert_eq!(
        (detail(&finding, "asked"), detail(&finding, "frame")),
        ("10", "7")
    );
    check(
        &one(task("quota", json!({"at_least": "5%", "min": 8}))),
        "plan.quota-above-frame",
        &[],
    );
    let finding = one(task("reserves", json!(4)));
    check(&finding, "plan.reserves-short", &[]);
    assert!(
        detail(&finding, "strata").contains("all has 3"),
        "{finding}"
    );
    assert_eq!(codes(&found(task("reserves", json!(3)))), [""; 0]);
    let finding = one(task(
        "risk",
        json!({"minimum": {"general": "20%", "high": "100%"}}),
    ));
    check(&finding, "plan.minimum-nobody", &[]);
    assert_eq!(detail(&finding, "classes"), "high");
    let finding = one(|office| {
        office["registry"][7]["class"] = json!("low");
        office["plan"]["tasks"][0]["quota"] = json!({"count": 1});
        office["plan"]["tasks"][0]["risk"] = json!({"minimum": {"general": "1%"}});
    });
    check(&finding, "allocation.stratum-not-taken", &[]);
    let finding = one(|office| {
        office["plan"]["tasks"][0]["risk"] =
            json!({"minimum": {"general": "20%"}, "unrated_as": "general"});
        for row in office["registry"].as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("class");
        }
    });
    check(&finding, "frame.all-unrated", &[]);
    assert_eq!(
        (detail(&finding, "count"), detail(&finding, "class")),
        ("7", "general")
    );
}

#[test]
fn entities_of_several_tasks_are_counted() {
    let second = |coordination: Option<&str>| {
        let coordination = coordination.map(str::to_owned);
        move |office: &mut Value| {
            let tasks = office["plan"]["tasks"].as_array_mut().unwrap();
            tasks.push(json!({"id": "T2", "name": "二", "quota": {"exactly": "50%"}}));
            for task in tasks {
                if let Some(group) = &coordination {
                    task["coordination"] = json!(group);
                }
            }
        }
    };
    let finding = one(second(None));
    check(&finding, "frame.several-tasks", &[]);
    assert_eq!(detail(&finding, "count"), "7");
    assert_eq!(codes(&found(second(Some("A")))), [""; 0]);
}

#[test]
fn classes_that_shared_tickets_tell_are_named() {
    // [E2]
    let blind = |office: &mut Value| office["ceremony"]["secret"] = json!("ab".repeat(32));
    let shared = |risk: Value| {
        move |office: &mut Value| {
            for row in 5..8 {
                office["registry"][row]["class"] = json!("high");
            }
            let tasks = office["plan"]["tasks"].as_array_mut().unwrap();
            tasks
                .push(json!({"id": "T2", "name": "二", "quota": {"exactly": "50%"}, "risk": risk}));
            tasks[0]["risk"] = json!({"minimum": {"high": "100%"}});
            for task in tasks {
                task["coordination"] = json!("A");
            }
        }
    };
    // The tasks take 3 and 2 of the high class, and 1 and 2 of the general class.
    let other = shared(json!({"weights": {"high": 1}}));
    let finding = one(|office| {
        other(office);
        blind(office);
    });
    check(&finding, "plan.class-told", &[]);
    assert_eq!(
        (detail(&finding, "earlier"), detail(&finding, "later")),
        ("T1", "T2")
    );
    let classes = detail(&finding, "classes");
    assert!(
        classes.contains("high") && classes.contains("general"),
        "{classes}"
    );
    // Without blinding, classes are known anyway. Equal numbers reveal nothing.
    let other = shared(json!({"weights": {"high": 1}}));
    assert_eq!(codes(&found(other)), [""; 0]);
    let same = shared(json!({"minimum": {"high": "100%"}}));
    assert_eq!(
        codes(&found(|office| {
            same(office);
            blind(office);
        })),
        [""; 0]
    );
    // A task without classes reveals nothing either.
    let whole = shared(json!({"unrated_as": "general"}));
    let whole = found(|office| {
        whole(office);
        blind(office);
        office["plan"]["tasks"][1]
            .as_object_mut()
            .unwrap()
            .remove("risk");
    });
    assert_eq!(codes(&whole), [""; 0]);
}

#[test]
fn dates_fit_the_year_and_the_sealing() {
    let window = |from: &'static str, to: &'static str| {
        move |office: &mut Value| {
            office["plan"]["tasks"][0]["window"] = json!({"from": from, "to": to});
            for row in 0..4 {
                office["roster"][row]["valid_to"] = json!("2027-12-31");
            }
        }
    };
    check(
        &one(window("2026-11-01", "2027-01-31")),
        "plan.window-year",
        &[],
    );
    check(
        &one(window("2026-01-01", "2026-03-01")),
        "ceremony.sealed-late",
        &[],
    );
    assert_eq!(codes(&found(window("2026-01-01", "2026-03-02"))), [""; 0]);
    let both = found(window("2006-01-01", "2006-03-01"));
    assert_eq!(codes(&both), ["plan.window-year", "ceremony.sealed-late"]);
    let old = found(|office| {
        office["plan"]["year"] = json!(2025);
        office["plan"]["window"] = json!({"from": "2025-03-01", "to": "2025-11-30"});
    });
    assert_eq!(codes(&old), ["ceremony.sealed-late", "ceremony.other-year"]);
    let coming = found(|office| {
        office["plan"]["year"] = json!(2027);
        office["plan"]["window"] = json!({"from": "2027-03-01", "to": "2027-11-30"});
        for row in 0..4 {
            office["roster"][row]["valid_to"] = json!("2027-12-31");
        }
    });
    assert_eq!(codes(&coming), [""; 0]);
    check(
        &one(|office| office["plan"]["limits"][0]["from"] = json!("2026-03-03")),
        "plan.from-after-sealing",
        &[],
    );
    check(
        &one(|office| office["registry"][3]["established"] = json!("2026-03-03")),
        "registry.established-late",
        &[4],
    );
}

#[test]
fn the_history_is_compared_with_plan_and_registry() {
    check(
        &one(|office| office["history"] = json!([])),
        "history.empty",
        &[],
    );
    let finding = one(|office| office["history"][0]["entity"] = json!("91140521MA00000091"));
    check(&finding, "history.unknown-entity", &[]);
    check(
        &one(|office| office["history"][0]["task"] = json!("J9")),
        "history.unknown-task",
        &[],
    );
    let finding = one(|office| office["roster"][0]["recuse"] = json!(["91140521MA00000091"]));
    check(&finding, "roster.unknown-recusal", &[]);
    let finding = one(|office| {
        office["plan"]["limits"][0]["by"] = json!(["市场监管局", "县市场监管局"]);
        office["history"][0]["by"] = json!(["县市场监管局"]);
    });
    check(&finding, "plan.limit-by-nobody", &[]);
    assert_eq!(detail(&finding, "value"), "市场监管局");
    let finding = one(|office| {
        office["registry"][1]["exempt"] = json!("守信名单");
        office["registry"][1]["exempt_from"] = json!(["J9"]);
    });
    check(&finding, "registry.exempt-from-unknown", &[]);
}
