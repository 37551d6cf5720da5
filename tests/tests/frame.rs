//! Frame, exclusions, strata and allocation [F1]–[F4].
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use suiji::Lang;
use suiji_conformance::Small;

/// The ids of the frame, sorted, from a draw that selects the whole frame.
fn framed(case: &Small) -> Vec<String> {
    let mut case = case.clone();
    case.task(0)["quota"] = json!({"exactly": "100%"});
    let (_, record) = case.draw().unwrap();
    let mut ids: Vec<String> = record.draws()[0]
        .selected()
        .iter()
        .map(|drawn| drawn.id().to_string())
        .collect();
    ids.sort();
    ids
}

fn with_rows(rows: &[(&str, Value)]) -> Small {
    let row = |(id, fields): &(&str, Value)| {
        let mut row = json!({"id": id, "name": "样例企业"});
        row.as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        row
    };
    Small {
        registry: rows.iter().map(row).collect(),
        ..Small::plain()
    }
}

#[test]
fn a_row_matches_if_every_condition_of_the_scope_holds() {
    // [F1]
    let mut case = with_rows(&[
        (
            "A",
            json!({"categories": ["超市", "加油站"], "district": "140521", "industry": "F5264", "established": "2010-01-01"}),
        ),
        (
            "B",
            json!({"categories": ["超市市"], "district": "14052", "industry": "F52"}),
        ),
        (
            "C",
            json!({"district": "140522", "industry": "f5264", "established": "2023-12-31"}),
        ),
        (
            "D",
            json!({"categories": ["加油站"], "established": "2024-01-01"}),
        ),
        (
            "E",
            json!({"categories": ["超市"], "district": "140521", "industry": "F5264", "established": "2010-01-01", "status": "inactive"}),
        ),
        ("F", json!({})),
    ]);
    for (scope, ids) in [
        (json!({}), &["A", "B", "C", "D", "F"][..]),
        (json!({"categories": ["超市"]}), &["A"]),
        (json!({"categories": ["餐馆", "加油站"]}), &["A", "D"]),
        (json!({"districts": ["1"]}), &["A", "B", "C"]),
        (json!({"districts": ["140521"]}), &["A"]),
        (json!({"districts": ["99", "14052"]}), &["A", "B", "C"]),
        (json!({"industries": ["F52"]}), &["A", "B"]),
        (json!({"industries": ["F526", "f"]}), &["A", "C"]),
        (json!({"established_before": "2024-01-01"}), &["A", "C"]),
        (json!({"established_before": "2023-12-31"}), &["A"]),
        (
            json!({"categories": ["加油站"], "established_before": "2024-01-02"}),
            &["A", "D"],
        ),
        (
            json!({"districts": ["1405"], "industries": ["F5264"]}),
            &["A"],
        ),
    ] {
        case.task(0)["scope"] = scope.clone();
        assert_eq!(framed(&case), ids, "{scope}");
    }
}

#[test]
fn enough_dates_of_planned_visits_in_the_year_exclude() {
    // [F2]
    let visit = |entity: &str, task: &str, date: &str| json!({"entity": entity, "task": task, "date": date});
    let mut case = with_rows(&[
        ("A", json!({})),
        ("B", json!({})),
        ("C", json!({})),
        ("D", json!({})),
        ("E", json!({})),
    ]);
    case.plan["limits"] = json!([{"id": "twice", "visits": 2}]);
    case.task(0)["limits"] = json!([{"id": "once", "visits": 1}]);
    case.ceremony["sealed_at"] = json!("2025-02-01T09:00:00+08:00");
    case.history = vec![
        // Two dates. The limit of the plan is the reason, although that of the task also applies.
        visit("A", "J1", "2024-01-02"),
        visit("A", "J9", "2024-03-04"),
        // One visit of the task, and another one on the same date.
        visit("B", "J1", "2024-01-02"),
        visit("B", "J9", "2024-01-02"),
        // Two visits for other tasks on one date, visits in other years, and a case.
        visit("C", "J9", "2024-01-02"),
        visit("C", "J8", "2024-01-02"),
        visit("C", "J1", "2023-12-31"),
        visit("C", "J1", "2025-01-01"),
        json!({"entity": "C", "task": "J1", "date": "2024-05-06", "kind": "case"}),
        // The first and the last day of the year.
        visit("D", "J9", "2024-01-01"),
        visit("D", "J9", "2024-12-31"),
    ];
    let sealed = case.seal().unwrap();
    let counts: Vec<(&str, u64)> = sealed.excluded("J1").collect();
    assert_eq!(counts, [("twice", 2), ("once", 1)]);
    assert_eq!(framed(&case), ["C", "E"]);
    let (sealed, record) = case.draw().unwrap();
    let reason = |id: &str| {
        let receipt = sealed.receipt(&record, &id.parse().unwrap()).unwrap();
        receipt.tasks()[0].reason().map(str::to_owned)
    };
    assert_eq!(
        ["A", "B", "C", "D"]
            .map(reason)
            .each_ref()
            .map(|reason| reason.as_deref()),
        [Some("twice"), Some("once"), None, Some("twice")]
    );
    // A row that does not match the scope is not excluded.
    case.task(0)["scope"] = json!({"categories": ["加油站"]});
    case.registry[4]["categories"] = json!(["加油站"]);
    assert_eq!(case.seal().unwrap().excluded("J1").count(), 0);
    // Without limits, the history excludes no entity.
    case.plan.as_object_mut().unwrap().remove("limits");
    let task = case.task(0).as_object_mut().unwrap();
    task.remove("limits");
    task.remove("scope");
    assert_eq!(framed(&case), ["A", "B", "C", "D", "E"]);
}

/// The strata of the commitment as `name take/size`.
fn strata(case: &Small) -> Vec<String> {
    let sealed = case.seal().unwrap();
    let strata = sealed.commitment().tasks()[0].strata();
    strata
        .iter()
        .map(|stratum| {
            format!(
                "{} {}/{}",
                stratum.stratum(),
                stratum.take(),
                stratum.size()
            )
        })
        .collect()
}

#[test]
fn strata_are_the_classes_in_the_order_of_the_plan_or_all() {
    // [F3] The default case has one entity of high risk, one elevated, one general and two low.
    let mut case = Small::plain();
    assert_eq!(strata(&case), ["all 2/5"]);
    case.task(0)["risk"] = json!({"weights": {"high": 1}});
    assert_eq!(
        strata(&case),
        ["high 1/1", "elevated 1/1", "general 0/1", "low 0/2"]
    );
    case.registry[2].as_object_mut().unwrap().remove("class");
    assert_eq!(case.code(), "frame.unrated");
    case.task(0)["risk"]["unrated_as"] = json!("high");
    assert_eq!(strata(&case), ["high 1/2", "elevated 1/1", "low 0/2"]);
    // An entity outside the frame needs no class.
    case.task(0)["risk"] = json!({"weights": {"high": 1}});
    case.registry[2]["status"] = json!("inactive");
    assert_eq!(strata(&case), ["high 1/1", "elevated 1/1", "low 0/2"]);
    // A task without risk ignores classes.
    case.registry[2]["status"] = json!("active");
    case.task(0).as_object_mut().unwrap().remove("risk");
    assert_eq!(strata(&case), ["all 2/5"]);
    case.plan["classes"] = json!([{"id": "low", "name": "低"}, {"id": "general", "name": "一般"}, {"id": "high", "name": "高"}, {"id": "elevated", "name": "较高"}]);
    case.task(0)["risk"] = json!({"unrated_as": "general"});
    assert_eq!(
        strata(&case),
        ["low 1/2", "general 1/1", "high 0/1", "elevated 0/1"]
    );
}

/// A registry with these numbers of entities in the default classes.
fn sized(sizes: [usize; 4]) -> Small {
    let classes = ["high", "elevated", "general", "low"];
    let entities = classes.iter().zip(sizes).flat_map(|(class, size)| {
        (0..size).map(move |n| (format!("{class}-{n:03}"), json!({"class": class})))
    });
    let rows: Vec<(String, Value)> = entities.collect();
    with_rows(
        &rows
            .iter()
            .map(|(id, fields)| (id.as_str(), fields.clone()))
            .collect::<Vec<_>>(),
    )
}

fn takes(case: &Small) -> Vec<u64> {
    case.seal().unwrap().commitment().tasks()[0]
        .strata()
        .iter()
        .map(suiji::ceremony::SealedStratum::take)
        .collect()
}

#[test]
fn each_form_of_quota_rounds_in_its_direction() {
    // [F4.2], [C6] A frame of 33.
    let mut case = sized([0, 0, 0, 33]);
    for (quota, take) in [
        (json!({"at_least": "10%"}), 4),
        (json!({"at_least": "10%", "min": 7}), 7),
        (json!({"at_least": "10%", "min": 100}), 33),
        (json!({"at_most": "10%"}), 3),
        (json!({"at_most": "10%", "max": 2}), 2),
        (json!({"at_most": "10%", "max": 9}), 3),
        (json!({"at_most": "3%"}), 0),
        (json!({"exactly": "10%"}), 4),
        (json!({"exactly": "33.333333%"}), 11),
        (json!({"exactly": "33.333334%"}), 12),
        (json!({"exactly": "100%"}), 33),
        (json!({"count": 5}), 5),
        (json!({"count": 34}), 33),
    ] {
        case.task(0)["quota"] = quota.clone();
        assert_eq!(takes(&case), [take], "{quota}");
    }
}

#[test]
fn minima_maxima_and_weights_allocate_the_quota() {
    // [F4.1, F4.3] Sizes 10, 20, 30, 40.
    let mut case = sized([10, 20, 30, 40]);
    for (quota, risk, expected) in [
        // One of each, then 40/1, 30/1 and 20/1 = 40/2. The first of equal values wins.
        (
            json!({"count": 7}),
            json!({"unrated_as": "low"}),
            [1, 2, 2, 2],
        ),
        (
            json!({"count": 3}),
            json!({"unrated_as": "low"}),
            [1, 1, 1, 0],
        ),
        (
            json!({"count": 10}),
            json!({"weights": {"high": 4}}),
            [3, 2, 2, 3],
        ),
        // ⌈10·25 %⌉ = 3 and ⌈40·1 %⌉ = 1. The rest follows from 20/0, 30/0, 30/1, 40/1 …
        (
            json!({"count": 8}),
            json!({"minimum": {"high": "25%", "low": "1%"}}),
            [3, 1, 2, 2],
        ),
        // ⌊40·5 %⌋ = 2, ⌊30·3 %⌋ = 0.
        (
            json!({"count": 8}),
            json!({"maximum": {"low": "5%", "general": "3%"}}),
            [2, 4, 0, 2],
        ),
        // With at_least, the minima may exceed the ratio.
        (
            json!({"at_least": "1%"}),
            json!({"minimum": {"high": "100%"}}),
            [10, 0, 0, 0],
        ),
    ] {
        case.task(0)["quota"] = quota.clone();
        case.task(0)["risk"] = risk.clone();
        assert_eq!(takes(&case), expected, "{quota} {risk}");
    }
    // Without a quota, the minima are taken.
    let task = case.task(0).as_object_mut().unwrap();
    task.remove("quota");
    case.task(0)["risk"] =
        json!({"minimum": {"high": "40%", "elevated": "20%", "general": "10%", "low": "5%"}});
    assert_eq!(takes(&case), [4, 4, 3, 2]);
}

#[test]
fn the_error_names_up_to_three_unrated_entities() {
    // [F3]
    let mut case = Small::plain();
    case.task(0)["risk"] = json!({"weights": {"high": 1}});
    for (count, ids) in [
        (
            3,
            "3 entities have no class, and risk.unrated_as is not set: A-1, A-2, A-3",
        ),
        (
            4,
            "4 entities have no class, and risk.unrated_as is not set: A-1, A-2, A-3 …",
        ),
    ] {
        let rows = case.registry.iter_mut().take(count);
        rows.for_each(|row| drop(row.as_object_mut().unwrap().remove("class")));
        let message = case.seal().unwrap_err().message(Lang::En);
        assert!(message.trim_end().ends_with(ids), "{message}");
    }
}
