//! Each finding, from an office whose inputs have none.

use serde_json::{Value, json};

use super::Finding;
use crate::base::texts::Severity;
use crate::{Ceremony, History, Inputs, Lang, Plan, Registry, Roster, Sealed, seal};

/// Inputs without a finding.
fn office() -> Value {
    let codes = ["18", "2B", "3E", "4H", "5L", "6P", "7T", "8X"];
    let entities = (1..).zip(codes).map(|(number, end)| {
        json!({"id": format!("91140521MA000000{end}"), "name": format!("样例加油站{number:02}"), "class": "general",
               "categories": ["加油站"], "district": "140521", "industry": "5265", "established": "2015-06-01"})
    });
    let inspectors = (1..5).map(|number| {
        json!({"id": format!("ZF-{number}"), "name": format!("样例员{number}"), "department": "县市场监管局",
               "skills": ["计量"], "lead": true, "valid_to": "2026-12-31", "district": "140521"})
    });
    json!({
        "plan": {
            "title": "样例计划", "authority": "样例局", "year": 2026, "window": {"from": "2026-03-01", "to": "2026-11-30"},
            "limits": [{"id": "annual", "visits": 1}],
            "tasks": [{"id": "T1", "name": "加油站抽查", "scope": {"categories": ["加油站"]}, "quota": {"exactly": "50%"},
                       "team": {"seats": [{"department": "县市场监管局", "count": 2, "skills": ["计量"]}]}}],
        },
        "registry": entities.collect::<Vec<_>>(),
        "roster": inspectors.collect::<Vec<_>>(),
        "history": [{"entity": "91140521MA00000018", "task": "T1", "date": "2026-01-05"}],
        "ceremony": {"sealed_at": "2026-03-02T09:00:00+08:00",
                     "sources": [{"kind": "live", "by": "witness", "name": "掷骰", "parts": [{"count": 20, "from": 1, "to": 6}]}]},
    })
}

fn lines(rows: &Value) -> Vec<u8> {
    let rows = rows.as_array().unwrap().iter();
    let lines: Vec<String> = rows.map(Value::to_string).collect();
    (lines.join("\n") + "\n").into_bytes()
}

fn inputs(office: &Value) -> Inputs {
    let plan = Plan::from_json(office["plan"].to_string().as_bytes()).unwrap();
    let registry = Registry::from_json_lines(&lines(&office["registry"])[..]).unwrap();
    let roster = Roster::from_json_lines(&lines(&office["roster"])[..]).unwrap();
    let history = match office["history"].as_array().unwrap().len() {
        0 => History::default(),
        _ => History::from_json_lines(&lines(&office["history"])[..]).unwrap(),
    };
    Inputs::new(plan, registry, roster, history).unwrap()
}

fn sealed(office: &Value) -> Sealed {
    let ceremony = Ceremony::from_json(office["ceremony"].to_string().as_bytes()).unwrap();
    seal(&inputs(office), &ceremony).unwrap()
}

/// What is found after a change of the inputs.
fn found(change: impl FnOnce(&mut Value)) -> Vec<Finding> {
    let mut office = office();
    change(&mut office);
    sealed(&office).findings()
}

/// The only finding.
fn one(change: impl FnOnce(&mut Value)) -> Finding {
    let found = found(change);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().unwrap()
}

fn codes(found: &[Finding]) -> Vec<&'static str> {
    found.iter().map(Finding::code).collect()
}

fn check(finding: &Finding, code: &str, rows: &[u64]) {
    assert_eq!((finding.code(), finding.rows()), (code, rows), "{finding}");
}

fn detail<'f>(finding: &'f Finding, key: &str) -> &'f str {
    finding.detail(key).unwrap_or_default()
}

#[test]
fn an_office_without_mistakes_has_no_finding() {
    assert_eq!(codes(&found(|_| ())), [""; 0]);
}

#[test]
fn another_writing_of_a_scope_word_names_its_rows() {
    for other in ["加\u{a0}油站", "加油站\u{fe0f}", "加 油 站", "加-油站"] {
        let finding = one(|office| {
            office["registry"][2]["categories"] = json!([other]);
            office["registry"][5]["categories"] = json!([other]);
        });
        check(&finding, "registry.near-match", &[3, 6]);
        assert_eq!(detail(&finding, "known"), "加油站");
        assert_eq!(
            (finding.severity(), finding.count()),
            (Severity::Warning, 2)
        );
    }
    let finding = one(|office| office["registry"][2]["categories"] = json!(["加\u{a0}油站"]));
    let message = finding.message(Lang::Zh);
    assert!(message.contains("加〔U+00A0〕油站"), "{message}");
}

#[test]
fn another_writing_of_what_more_rows_have_is_found_without_a_scope() {
    let finding = one(|office| {
        office["plan"]["tasks"][0]["scope"] = json!({"districts": ["140521"]});
        office["registry"][2]["categories"] = json!(["加油站", "ＫＴＶ"]);
        office["registry"][3]["categories"] = json!(["加油站", "KTV"]);
        office["registry"][4]["categories"] = json!(["KTV"]);
    });
    check(&finding, "registry.near-match", &[3]);
    assert_eq!(detail(&finding, "known"), "KTV");
}

#[test]
fn a_slip_in_one_character_is_a_note_where_it_is_rare() {
    let change = |times: usize| {
        move |office: &mut Value| {
            office["plan"]["tasks"][0]["scope"]["categories"] = json!(["汽车加油站"]);
            let row = office["registry"][0].clone();
            let more = (0..times).map(|number| {
                let mut row = row.clone();
                row["id"] = json!(format!("E-{number:03}"));
                row["name"] = json!(format!("样例{number}"));
                row["categories"] = json!([if number == 7 {
                    "汽车加气站"
                } else {
                    "汽车加油站"
                }]);
                row
            });
            office["registry"] = more.collect();
            office["history"] = json!([{"entity": "E-000", "task": "T1", "date": "2026-01-05"}]);
        }
    };
    let finding = one(change(30));
    check(&finding, "registry.similar-value", &[8]);
    assert_eq!(finding.severity(), Severity::Note);
    assert_eq!(codes(&found(change(10))), [""; 0]);
}

#[test]
fn categories_in_one_text_name_the_separator() {
    for (text, separator) in [
        ("超市、加油站", "、"),
        ("超市，加油站", "，"),
        ("超市 加油站", "a blank"),
        ("超市/加油站", "/"),
    ] {
        let finding = one(|office| office["registry"][1]["categories"] = json!([text]));
        check(&finding, "table.separator", &[2]);
        assert_eq!(detail(&finding, "separator"), separator);
    }
    let finding = one(|office| office["roster"][3]["skills"] = json!(["计量", "特种设备、食品"]));
    check(&finding, "table.separator", &[4]);
    assert_eq!(finding.place().path(), "skills");
}

#[test]
fn what_a_formula_leaves_is_found_in_every_column() {
    let finding = one(|office| {
        office["registry"][1]["categories"] = json!(["加油站", "#N/A"]);
        office["registry"][2]["categories"] = json!(["加油站", "NULL"]);
    });
    check(&finding, "table.formula-error", &[2, 3]);
    assert_eq!(detail(&finding, "values"), "“#N/A”, “NULL”");
    let finding = one(|office| office["registry"][1]["name"] = json!("#REF!"));
    check(&finding, "table.formula-error", &[2]);
    let finding = one(|office| office["roster"][1]["name"] = json!("0"));
    check(&finding, "table.formula-error", &[2]);
}

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
    // One that is out of scope for another reason too is no loss.
    let found = found(|office| {
        office["plan"]["tasks"][0]["scope"] = scope.clone();
        let row = office["registry"][4].as_object_mut().unwrap();
        row.remove("district");
        row.insert("established".to_owned(), json!("2021-01-01"));
    });
    assert_eq!(codes(&found), [""; 0]);
}

#[test]
fn district_codes_have_the_lengths_of_gb_2260() {
    let finding = one(|office| office["registry"][1]["district"] = json!("1405211"));
    check(&finding, "table.district-length", &[2]);
    let finding = one(|office| office["roster"][1]["district"] = json!("14052"));
    check(&finding, "table.district-length", &[2]);
    let found = found(|office| {
        office["plan"]["tasks"][0]["scope"] = json!({"districts": ["140521"]});
        office["registry"][1]["district"] = json!("14052");
        office["registry"][2]["district"] = json!("14");
    });
    assert_eq!(
        codes(&found),
        ["registry.short-district", "table.district-length"]
    );
    check(&found[0], "registry.short-district", &[2, 3]);
    check(&found[1], "table.district-length", &[2]);
}

#[test]
fn industries_have_the_form_of_the_others() {
    let odd = ["F5265", "５２６５", "5265.0", "机动车燃油零售"];
    let finding = one(|office| {
        for (row, odd) in odd.iter().enumerate() {
            office["registry"][row]["industry"] = json!(odd);
        }
    });
    check(&finding, "registry.industry-form", &[1, 2, 3, 4]);
    // The scope decides which form is right.
    let finding = one(|office| {
        office["plan"]["tasks"][0]["scope"] = json!({"industries": ["F52"]});
        for row in 1..8 {
            office["registry"][row]["industry"] = json!("F5265");
        }
    });
    check(&finding, "registry.industry-form", &[1]);
}

#[test]
fn a_field_in_extra_has_no_effect() {
    let finding = one(|office| {
        for row in [1, 2] {
            let row = office["registry"][row].as_object_mut().unwrap();
            row.remove("class");
            row.insert("extra".to_owned(), json!({"class": "high", "备注": "无"}));
        }
    });
    check(&finding, "table.field-in-extra", &[2, 3]);
    // With the field beside it, it is what the office wants.
    let found = found(|office| office["registry"][1]["extra"] = json!({"class": "high"}));
    assert_eq!(codes(&found), [""; 0]);
    let finding =
        one(|office| office["roster"][0]["extra"] = json!({"回避": "91140521MA00000018"}));
    check(&finding, "table.field-in-extra", &[1]);
    assert_eq!(detail(&finding, "field"), "recuse");
}

#[test]
fn ids_that_are_no_credit_code_are_named() {
    let finding = one(|office| office["registry"][7]["id"] = json!("Total"));
    check(&finding, "registry.id-form", &[8]);
    let finding = one(|office| office["registry"][7]["id"] = json!("91140521MA0000008O"));
    check(&finding, "registry.id-check-character", &[8]);
}

#[test]
fn one_name_under_two_ids_is_named() {
    let finding = one(|office| office["registry"][6]["name"] = json!("样例加油站02"));
    check(&finding, "registry.same-name", &[2, 7]);
    let inactive = found(|office| {
        office["registry"][6]["name"] = json!("样例加油站02");
        office["registry"][6]["status"] = json!("inactive");
    });
    assert_eq!(codes(&inactive), [""; 0]);
    let finding = one(|office| office["roster"][2]["name"] = json!("样例员1"));
    check(&finding, "roster.same-name", &[1, 3]);
    let finding = one(|office| {
        office["roster"][2]["name"] = json!("样例员1");
        office["roster"][2]["recuse"] = json!(["91140521MA00000018"]);
    });
    check(&finding, "roster.same-person", &[1, 3]);
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
fn certificates_that_have_ended_are_named() {
    // After the end of the window, so that it counts as valid.
    let counted = found(|office| {
        office["plan"]["window"] = json!({"from": "2026-01-01", "to": "2026-02-01"});
        office["roster"][3]["valid_to"] = json!("2026-03-01");
    });
    assert_eq!(codes(&counted), ["ceremony.sealed-late", "roster.expired"]);
    let found = found(|office| office["roster"][3]["valid_to"] = json!("2026-03-01"));
    assert_eq!(codes(&found), ["roster.expired", "roster.no-seat"]);
    assert!(detail(&found[0], "names").contains("样例员4 (ZF-4)"));
}

#[test]
fn inspectors_that_sit_nowhere_are_named_with_the_reason() {
    let inspector = |field: &'static str, value: Value| {
        move |office: &mut Value| office["roster"][3][field] = value
    };
    let why = |change: &dyn Fn(&mut Value)| {
        let finding = one(|office| change(office));
        check(&finding, "roster.no-seat", &[4]);
        assert_eq!(detail(&finding, "names"), "样例员4 (ZF-4)");
        detail(&finding, "why").to_owned()
    };
    let department = why(&|office| office["roster"][3]["department"] = json!("县市监局"));
    assert!(
        department.contains("县市监局") && department.contains("县市场监管局"),
        "{department}"
    );
    let skill = why(&|office| office["roster"][3]["skills"] = json!(["计 量"]));
    assert!(skill.contains("计 量"), "{skill}");
    let ends = why(&|office| office["roster"][3]["valid_to"] = json!("2026-11-29"));
    assert!(ends.contains("certificate"), "{ends}");
    let expert = why(&|office| office["roster"][3]["expert"] = json!(true));
    assert!(expert.contains("expert"), "{expert}");
    let district = why(&|office| {
        office["plan"]["tasks"][0]["team"]["district"] = json!("same");
        office["roster"][3]
            .as_object_mut()
            .unwrap()
            .remove("district");
    });
    assert!(district.contains("district"), "{district}");
    let lead = why(&|office| {
        let team = &mut office["plan"]["tasks"][0]["team"];
        team["lead_required"] = json!(true);
        team["seats"] = json!([{"department": "县市场监管局", "count": 1}, {"department": "县市场监管局", "count": 1, "skills": ["计量"]}]);
        office["roster"][3]["lead"] = json!(false);
        office["roster"][3]["skills"] = json!([]);
    });
    assert!(lead.contains("lead"), "{lead}");
    // Who may sit in the second seat sits somewhere.
    assert_eq!(codes(&found(inspector("lead", json!(false)))), [""; 0]);
}

#[test]
fn teams_without_a_choice_or_with_vacancies_are_told() {
    let finding = one(|office| {
        office["roster"].as_array_mut().unwrap().truncate(2);
    });
    check(&finding, "team.no-choice", &[]);
    let found_short = found(|office| {
        for row in 0..4 {
            office["roster"][row]["recuse"] = json!(["91140521MA0000002B"]);
        }
    });
    assert_eq!(codes(&found_short), ["team.short"]);
    assert_eq!(detail(&found_short[0], "count"), "1");
    let finding = one(|office| office["plan"]["max_load"] = json!(1));
    check(&finding, "team.load", &[]);
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

#[test]
fn findings_are_graded_and_written_as_json() {
    let found = found(|office| {
        office["roster"][2]["name"] = json!("样例员1");
        office["registry"][6]["name"] = json!("样例加油站02");
    });
    let grades: Vec<Severity> = found.iter().map(Finding::severity).collect();
    assert_eq!(grades, [Severity::Warning, Severity::Note]);
    let written: Value = serde_json::from_str(&found[0].to_json()).unwrap();
    assert_eq!(written["severity"], "warning");
    assert_eq!(written["code"], "registry.same-name");
    assert_eq!(written["rows"], json!([2, 7]));
    assert_eq!(written["count"], 2);
    assert!(
        written["remedy"]["zh"]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    );
    let message = found[0].message(Lang::Zh);
    assert!(message.starts_with("检查对象名录库“name”列："), "{message}");
    assert!(message.ends_with("（2 行，如第 2、7 行）"), "{message}");
}

#[test]
fn inputs_that_cannot_be_sealed_have_findings_too() {
    let mut office = office();
    office["plan"]["tasks"][0]["scope"]["categories"] = json!(["加油點"]);
    let ceremony = Ceremony::from_json(office["ceremony"].to_string().as_bytes()).unwrap();
    let inputs = inputs(&office);
    let error = seal(&inputs, &ceremony).unwrap_err();
    assert_eq!(codes(&Finding::of_error(&error)), ["frame.empty"]);
    assert_eq!(Finding::of_error(&error)[0].severity(), Severity::Error);
    assert_eq!(
        codes(&inputs.findings(ceremony.sealed_at())),
        ["plan.scope-nobody"]
    );
}

#[test]
fn a_summary_counts_every_row_once() {
    let mut office = office();
    office["plan"]["tasks"][0]["scope"]["established_before"] = json!("2020-01-01");
    office["plan"]["tasks"][0]["risk"] = json!({"weights": {"high": 2}, "unrated_as": "general"});
    office["registry"][1]["status"] = json!("inactive");
    office["registry"][2]["categories"] = json!(["超市"]);
    office["registry"][3]
        .as_object_mut()
        .unwrap()
        .remove("categories");
    office["registry"][4]["established"] = json!("2021-01-01");
    office["registry"][5]
        .as_object_mut()
        .unwrap()
        .remove("class");
    let sealed = sealed(&office);
    let summaries = sealed.summaries();
    let summary = &summaries[0];
    let left_out: Vec<_> = summary
        .left_out()
        .iter()
        .map(|of| (of.condition(), of.count(), of.empty()))
        .collect();
    let expected = [
        ("status", 1, 0),
        ("categories", 2, 1),
        ("established_before", 1, 0),
    ];
    assert_eq!(left_out, expected);
    assert_eq!(
        (summary.registry(), summary.in_scope(), summary.frame()),
        (8, 4, 3)
    );
    let excluded: Vec<_> = summary
        .excluded()
        .iter()
        .map(|of| (of.reason(), of.size()))
        .collect();
    assert_eq!(excluded, [("annual", 1)]);
    let unrated = summary
        .unrated()
        .map(|(count, class)| (count, class.as_str()));
    assert_eq!(unrated, Some((1, "general")));
    assert_eq!((summary.strata().len(), summary.take()), (1, 2));
    let written: Value = serde_json::from_str(&summary.to_json()).unwrap();
    assert_eq!(
        written["left_out"][1],
        json!({"condition": "categories", "count": 2, "empty": 1})
    );
    assert_eq!(written["in_scope"], 4);
}
