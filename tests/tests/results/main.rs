//! Results of inspections [O1] [O2] [O3].
#![expect(clippy::unwrap_used, reason = "tests")]

mod drawn;
mod form;
mod wrong;

use std::collections::BTreeSet;

use serde_json::json;
use suiji::error::findings;
use suiji::results::{Known, OutcomeGroup};
use suiji::{Amendments, History, Lang, Record, Results};
use suiji_conformance::{Case, Small};

use drawn::{Drawn, with};

#[test]
fn results_that_are_possible_cause_no_finding() {
    // [O2]
    let drawn = Drawn::new();
    let row = drawn.row(drawn.selected(0));
    for changes in [
        json!({}),
        json!({"date": "2024-09-15"}),
        json!({"outcomes": ["deregistered"], "measures": ["stop", "transfer"]}),
        json!({"outcomes": ["rectified", "unreachable"], "measures": ["abnormal_list"]}),
    ] {
        let found = drawn.found(&[with(&row, &changes)], None);
        assert_eq!(found, [], "{changes}");
    }
}

#[test]
fn an_entity_that_was_closed_for_one_task_is_not_inspected_for_another() {
    // [O2]
    let drawn = Drawn::new();
    let row = drawn.row(drawn.shared());
    let closed = with(&row, &json!({"outcomes": ["closed_down"]}));
    let second = with(&row, &json!({"task": "J2"}));
    let found = drawn.found(&[closed.clone(), second.clone()], None);
    assert_eq!(found, [("results.closed-elsewhere".to_owned(), vec![2])]);
    let both = with(&second, &json!({"outcomes": ["closed_down"]}));
    assert_eq!(drawn.found(&[closed, both], None), []);
}

#[test]
fn findings_name_the_rows_of_the_list_that_results_come_from() {
    // [O2]
    let drawn = Drawn::new();
    let wrong = with(&drawn.row(drawn.selected(0)), &json!({"entity": "X-77"}));
    let twice = drawn.row(drawn.selected(1));
    let results = drawn.results(&[wrong.clone(), wrong, twice.clone(), twice]);
    // One row of the list has both wrong results.
    let known = Known::default().with_rows(&[7, 7, 9]);
    let found = results.check(&drawn.record, &known).unwrap();
    let of = |code: &str| found.iter().find(|of| of.code() == code).unwrap();
    assert_eq!(of("results.not-drawn").rows(), [7]);
    // The last one has no row in a list, so its number is used.
    assert_eq!(of("results.twice").rows(), [4]);
    assert_eq!(of("results.twice").detail("first"), Some("9"));
}

#[test]
fn a_joint_visit_has_one_day_and_a_replaced_entity_no_visit() {
    // [O2] [T7] [M4]
    let drawn = Drawn::new();
    let shared = drawn.row(drawn.shared());
    let second = with(&shared, &json!({"task": "J2", "date": "2024-09-11"}));
    let found = drawn.found(&[shared.clone(), second], None);
    assert_eq!(found, [("results.two-days".to_owned(), vec![2])]);

    let entity = (0..3)
        .map(|place| drawn.selected(place))
        .find(|id| *id != drawn.shared());
    let entity = entity.unwrap();
    let amendments = drawn.replaced(entity);
    let row = drawn.row(entity);
    let found = drawn.found(std::slice::from_ref(&row), Some(&amendments));
    assert_eq!(found, [("results.replaced".to_owned(), vec![1])]);
    let closed = with(&row, &json!({"outcomes": ["deregistered"]}));
    assert_eq!(drawn.found(&[closed], Some(&amendments)), []);
    let reserve = with(&row, &json!({"entity": drawn.reserve(0)}));
    let found = drawn.found(&[reserve], Some(&amendments));
    assert!(
        found.iter().all(|(code, _)| code != "results.not-drawn"),
        "{found:?}"
    );
}

#[test]
fn results_of_another_record_are_refused() {
    // [O1]
    let (drawn, other) = (Drawn::new(), Small::plain().draw().unwrap().1);
    let results = drawn.results(&[drawn.row(drawn.selected(0))]);
    let error = results.status(&other, None).unwrap_err();
    assert_eq!(error.code(), "results.other-record");
    let error = results.check(&other, &Known::default()).unwrap_err();
    assert_eq!(error.code(), "results.other-record");
}

#[test]
fn counts_add_up_and_the_next_history_has_who_was_visited() {
    // [O3]
    let drawn = Drawn::new();
    let entities: Vec<&str> = (0..3).map(|place| drawn.selected(place)).collect();
    let alone: Vec<&str> = entities
        .iter()
        .copied()
        .filter(|id| *id != drawn.shared())
        .collect();
    let amendments = drawn.replaced(alone[0]);
    let rows = [
        with(&drawn.row(alone[0]), &json!({"outcomes": ["deregistered"]})),
        with(
            &drawn.row(alone[1]),
            &json!({"outcomes": ["rectified", "unreachable"], "measures": ["rectification"],
                                            "published": "2024-09-20"}),
        ),
    ];
    let results = drawn.results(&rows);
    let status = results.status(&drawn.record, Some(&amendments)).unwrap();
    let task = status.task("J1").unwrap();
    let total = task.total();
    // There are three selected entities and a used reserve: one closed, one unreachable, two open.
    assert_eq!((total.drawn(), total.open(), total.replaced()), (4, 2, 0));
    assert_eq!(total.of(OutcomeGroup::Closed), 1);
    assert_eq!(total.of(OutcomeGroup::Unreachable), 1);
    assert_eq!((total.inspected(), total.published()), (0, 1));
    assert_eq!(status.total().drawn(), 5);
    let strata: u64 = task.strata().iter().map(|(_, counts)| counts.drawn()).sum();
    assert_eq!(strata, 4);

    let earlier = History::from_json_lines(
        &b"{\"entity\":\"A-1\",\"task\":\"J1\",\"date\":\"2023-05-01\"}\n"[..],
    )
    .unwrap();
    let next = |earlier: &History| {
        let new = results
            .visits(&drawn.record, Some(&amendments), earlier)
            .unwrap();
        let mut builder = History::builder();
        earlier
            .iter()
            .chain(new)
            .for_each(|visit| builder.push(&visit));
        builder.finish().unwrap()
    };
    let first = next(&earlier);
    let rows: Vec<(String, String)> = first
        .iter()
        .map(|visit| (visit.date().to_owned(), visit.entity().to_owned()))
        .collect();
    let has = |date: &str, entity: &str| rows.contains(&(date.to_owned(), entity.to_owned()));
    assert!(has("2023-05-01", "A-1"), "{rows:?}");
    assert!(has("2024-09-10", alone[1]), "{rows:?}");
    assert!(has("2024-09-02", drawn.reserve(0)), "{rows:?}");
    let closed = rows.iter().filter(|(date, _)| date != "2023-05-01");
    assert!(closed.into_iter().all(|(_, entity)| entity != alone[0]));
    // Rows that the history already has are not added again.
    assert_eq!(next(&first).len(), first.len());
}

#[test]
fn in_every_case_the_drawn_teams_can_report() {
    // [O2] [O3]: if each entity of the amended state has a result, there are no findings, and no result is missing.
    let drawn = Case::all().into_iter().filter(|case| !case.is_refused());
    for case in drawn {
        let record = Record::from_json(&case.bytes("expected/record.json")).unwrap();
        let amendments = Amendments::from_json(&case.bytes("expected/amendments.json")).ok();
        let state = match &amendments {
            Some(amendments) => amendments.state(&record).unwrap(),
            None => record.state().unwrap(),
        };
        let day = record.commitment().sealed_at().date().to_string();
        // An entity that is closed for one task is closed for all tasks.
        let draws = record.draws().iter();
        let teams = draws.flat_map(|draw| state.teams(draw.task().as_str()));
        let closed = teams.filter(|team| team.is_replaced());
        let closed: BTreeSet<String> = closed.map(|team| team.entity().to_owned()).collect();
        let rows = record.draws().iter().flat_map(|draw| {
            let teams = state.teams(draw.task().as_str());
            let rows = teams.map(|team| {
                let mut inspectors: BTreeSet<String> = team
                    .seats()
                    .iter()
                    .flatten()
                    .map(ToString::to_string)
                    .collect();
                if inspectors.is_empty() && !team.seats().is_empty() {
                    // If all seats are vacant, other inspectors have to visit.
                    inspectors.extend(["Q-1", "Q-2"].map(str::to_owned));
                }
                let outcome = match closed.contains(team.entity()) {
                    true => "deregistered",
                    false => "no_problem",
                };
                json!({"task": draw.task().as_str(), "entity": team.entity(), "date": day,
                       "inspectors": inspectors, "outcomes": [outcome]})
            });
            rows.collect::<Vec<_>>()
        });
        let document = json!({"spec": "suiji-v1", "record": record.digest().to_string(),
                              "results": rows.collect::<Vec<_>>()});
        let results = Results::from_json(document.to_string().as_bytes()).unwrap();
        assert_eq!(
            Results::from_json(results.to_json().as_bytes()).unwrap(),
            results
        );
        let mut known = Known::default();
        if let Some(amendments) = &amendments {
            known = known.with_amendments(amendments);
        }
        let found = results.check(&record, &known).unwrap();
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{}: {found:#?}", case.name());
        let total = results
            .status(&record, amendments.as_ref())
            .unwrap()
            .total();
        assert_eq!((total.open(), total.replaced()), (0, 0), "{}", case.name());
        assert_eq!(total.drawn(), total.with_result(), "{}", case.name());
    }
}

#[test]
fn the_texts_of_all_findings_have_both_languages() {
    let of_results = findings::ALL
        .iter()
        .filter(|of| of.id().starts_with("results."));
    let texts = of_results.map(|of| (of.template(Lang::En), of.template(Lang::Zh)));
    assert!(texts.filter(|(en, zh)| en != zh).count() >= 24);
}
