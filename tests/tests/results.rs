//! Results of inspections [O1] [O2] [O3].
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use suiji::error::findings;
use suiji::results::{Known, OutcomeGroup};
use suiji::seal::Severity;
use suiji::tables::Inspector;
use suiji::values::Date;
use suiji::{Amendments, History, Lang, Plan, Record, Results, Roster, Sealed};
use suiji_conformance::{Case, Small};

/// Two tasks that share tickets and teams, with a window. The first selects three entities and has two reserves.
struct Drawn {
    plan: Plan,
    sealed: Sealed,
    record: Record,
    json: Value,
}

impl Drawn {
    fn new() -> Self {
        let mut case = Small::with_team();
        let task = |id: &str, count: u64, reserves: u64| {
            json!({"id": id, "name": "抽查", "quota": {"count": count}, "reserves": reserves, "coordination": "A",
                   "team": {"seats": [{"department": "局", "count": 2}]}})
        };
        case.plan["tasks"] = json!([task("J1", 3, 2), task("J2", 1, 0)]);
        case.plan["window"] = json!({"from": "2024-09-03", "to": "2024-10-31"});
        let (sealed, record) = case.draw().unwrap();
        Self {
            plan: Plan::from_json(case.plan.to_string().as_bytes()).unwrap(),
            sealed,
            json: serde_json::from_str(&record.to_json()).unwrap(),
            record,
        }
    }

    fn selected(&self, place: usize) -> &str {
        self.json["draws"][0]["selected"][place]["id"]
            .as_str()
            .unwrap()
    }

    fn reserve(&self, place: usize) -> &str {
        self.json["draws"][0]["reserves"][place]["id"]
            .as_str()
            .unwrap()
    }

    /// The entity of the second task. It is also an entity of the first task.
    fn shared(&self) -> &str {
        self.json["draws"][1]["selected"][0]["id"].as_str().unwrap()
    }

    fn team(&self, entity: &str) -> Value {
        let teams = self.json["draws"][0]["teams"].as_array().unwrap();
        let team = teams.iter().find(|team| team["entity"] == entity);
        team.unwrap()["members"].clone()
    }

    /// A correct row.
    fn row(&self, entity: &str) -> Value {
        json!({"task": "J1", "entity": entity, "date": "2024-09-10", "inspectors": self.team(entity),
               "outcomes": ["no_problem"]})
    }

    fn results(&self, rows: &[Value]) -> Results {
        self.read(rows).unwrap()
    }

    fn read(&self, rows: &[Value]) -> Result<Results, suiji::Error> {
        let document = json!({"spec": "suiji-v1", "record": self.record.digest().to_string(), "results": rows});
        Results::from_json(document.to_string().as_bytes())
    }

    /// The roster, where the certificate of Z-1 has ended and Z-2 is recused from an entity.
    fn roster(&self) -> Roster {
        let inspector = |id: &'static str| Inspector::new(id, "样例", "局");
        let all = [
            inspector("Z-1").with_valid_to("2024-09-15"),
            inspector("Z-2").with_recuse([self.selected(1).to_owned()]),
            inspector("Z-3"),
        ];
        Roster::from_rows(all).unwrap()
    }

    /// All findings except notes, if the roster is known.
    fn findings(&self, rows: &[Value]) -> Vec<suiji::seal::Finding> {
        let (today, roster) = ("2024-10-01".parse().unwrap(), self.roster());
        let known = Known::default().with_plan(&self.plan).with_today(today);
        let known = known.with_roster(&roster);
        let found = self.results(rows).check(&self.record, &known).unwrap();
        let found = found.into_iter();
        found.filter(|of| of.severity() != Severity::Note).collect()
    }

    /// Codes and rows of all findings except notes.
    fn found(&self, rows: &[Value], amendments: Option<&Amendments>) -> Vec<(String, Vec<u64>)> {
        let today: Date = "2024-10-01".parse().unwrap();
        let mut known = Known::default().with_plan(&self.plan).with_today(today);
        if let Some(amendments) = amendments {
            known = known.with_amendments(amendments);
        }
        let found = self.results(rows).check(&self.record, &known).unwrap();
        let found = found.iter().filter(|of| of.severity() != Severity::Note);
        found
            .map(|of| (of.code().to_owned(), of.rows().to_vec()))
            .collect()
    }

    /// Amendments that use a reserve for an entity.
    fn replaced(&self, entity: &str) -> Amendments {
        let requests = json!([{"kind": "reserve", "task": "J1", "entity": entity, "at": "2024-09-05T10:00:00+08:00",
                               "approved_by": "局长", "reason": "已注销"}]);
        let requests = suiji::Request::from_json(requests.to_string().as_bytes()).unwrap();
        self.sealed.amend(&self.record, None, &requests).unwrap()
    }
}

fn with(row: &Value, changes: &Value) -> Value {
    let mut row = row.clone();
    for (key, value) in changes.as_object().unwrap() {
        row[key] = value.clone();
    }
    row
}

#[test]
fn every_kind_of_wrong_result_is_found_at_its_row() {
    // [O2]
    let drawn = Drawn::new();
    let (first, row) = (drawn.selected(0).to_owned(), drawn.row(drawn.selected(0)));
    let team: Vec<String> = serde_json::from_value(drawn.team(&first)).unwrap();
    let substitute = ["Z-1", "Z-2", "Z-3"]
        .into_iter()
        .find(|id| team.iter().all(|of| of != id));
    let not_shared = (0..3)
        .map(|place| drawn.selected(place))
        .find(|id| *id != drawn.shared());
    let cases = [
        (json!({"task": "J9"}), "results.unknown-task"),
        (json!({"entity": "X-77"}), "results.not-drawn"),
        (
            json!({"entity": drawn.reserve(0)}),
            "results.unused-reserve",
        ),
        (
            json!({"entity": first.to_lowercase()}),
            "results.letter-case",
        ),
        (
            json!({"task": "J2", "entity": not_shared}),
            "results.other-task",
        ),
        (json!({"date": "2024-09-01"}), "results.before-sealing"),
        (json!({"date": "2024-10-02"}), "results.later-than-today"),
        (
            json!({"published": "2024-10-02"}),
            "results.later-than-today",
        ),
        (
            json!({"outcomes": ["no_problem", "rectified"]}),
            "results.contradiction",
        ),
        (
            json!({"outcomes": ["no_problem", "deregistered"]}),
            "results.contradiction",
        ),
        (json!({"measures": ["case"]}), "results.measure"),
        (json!({"date": "2024-09-02"}), "results.outside-window"),
        (
            json!({"inspectors": [substitute, team[0]]}),
            "results.other-inspectors",
        ),
        (
            json!({"inspectors": ["Q-1", "Q-2"]}),
            "results.other-inspectors",
        ),
        (
            json!({"inspectors": [team[1]]}),
            "results.absent-inspectors",
        ),
    ];
    assert_eq!(drawn.found(std::slice::from_ref(&row), None), []);
    for (changes, code) in cases {
        let wrong = with(&row, &changes);
        let found = drawn.found(&[drawn.row(drawn.selected(1)), wrong], None);
        let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
        assert!(codes.contains(&code), "{changes}: {found:?}");
        assert!(
            found.iter().all(|(_, rows)| *rows == [2]),
            "{changes}: {found:?}"
        );
    }
    let twice = drawn.found(&[row.clone(), row], None);
    assert_eq!(twice, [("results.twice".to_owned(), vec![2])]);
}

#[test]
fn who_visited_and_which_measures_are_possible_is_checked_with_row_and_remedy() {
    // [O2]
    let drawn = Drawn::new();
    let row = drawn.row(drawn.selected(1));
    let all = json!(["Z-1", "Z-2", "Z-3"]);
    let cases = [
        (
            json!({"inspectors": ["Z-1", "Q-9"]}),
            "results.unknown-inspector",
        ),
        (
            json!({"inspectors": all, "date": "2024-09-16"}),
            "results.certificate-expired",
        ),
        (json!({"inspectors": all}), "results.recused"),
        (json!({"inspectors": ["Z-3"]}), "results.one-inspector"),
        (
            json!({"outcomes": ["deregistered"], "measures": ["rectification", "stop"]}),
            "results.closed-measure",
        ),
        (
            json!({"outcomes": ["rectified"], "measures": ["abnormal_list"]}),
            "results.abnormal-list",
        ),
    ];
    for (changes, code) in cases {
        let found = drawn.findings(&[drawn.row(drawn.selected(0)), with(&row, &changes)]);
        let of = found.iter().find(|of| of.code() == code);
        let of = of.unwrap_or_else(|| unreachable!("{changes}: {found:?}"));
        assert_eq!(of.rows(), [2], "{changes}");
        for (lang, word) in [(Lang::Zh, "第 2 行"), (Lang::En, "row 2")] {
            let message = of.message(lang);
            assert!(message.contains(word), "{message}");
            assert!(
                of.remedy(lang).is_some_and(|remedy| !remedy.is_empty()),
                "{message}"
            );
        }
    }
    // Results that are possible cause no finding.
    for changes in [
        json!({"date": "2024-09-15"}),
        json!({"outcomes": ["deregistered"], "measures": ["stop", "transfer"]}),
        json!({"outcomes": ["rectified", "unreachable"], "measures": ["abnormal_list"]}),
    ] {
        let row = drawn.row(drawn.selected(0));
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
fn documents_that_are_wrong_in_form_are_refused() {
    // [O1]
    let drawn = Drawn::new();
    let row = drawn.row(drawn.selected(0));
    let cases = [
        (json!({"outcomes": []}), "json.empty"),
        (json!({"outcomes": ["fine"]}), "results.unknown-outcome"),
        (json!({"measures": ["fine"]}), "results.unknown-measure"),
        (
            json!({"published": "2024-09-09"}),
            "results.published-early",
        ),
        (json!({"date": "2024-02-30"}), "date.form"),
        (json!({"date": 20_240_910}), "json.wrong-type"),
        (json!({"task": null}), "json.null"),
        (json!({"entity": "A 1"}), "id.form"),
        (
            json!({"inspectors": ["Z-1", "Z-1"]}),
            "set.duplicate-member",
        ),
        (
            json!({"outcomes": ["rectified", "rectified"]}),
            "set.duplicate-member",
        ),
        (json!({"note": ""}), "text.empty"),
        (json!({"remark": "x"}), "json.unknown-field"),
    ];
    for (changes, code) in cases {
        let error = drawn.read(&[with(&row, &changes)]).unwrap_err();
        assert_eq!(error.code(), code, "{changes}: {}", error.message(Lang::Zh));
    }
    let base = json!({"spec": "suiji-v1", "record": drawn.record.digest().to_string()});
    let own = |code: &str| json!([{"code": code, "name": "样例", "group": "violation"}]);
    let documents = [
        (
            json!({"own_outcomes": own("rectified")}),
            "results.own-code",
        ),
        (
            json!({"own_outcomes": [own("x")[0], own("x")[0]]}),
            "results.own-code",
        ),
        (
            json!({"own_outcomes": [{"code": "x", "name": "样例", "group": "bad"}]}),
            "json.choice",
        ),
        (json!({"spec": "suiji-v2"}), "results.spec-unknown"),
        (json!({"record": "sha256:00"}), "hex.form"),
    ];
    for (changes, code) in documents {
        let document = with(&base, &changes).to_string();
        let error = Results::from_json(document.as_bytes()).unwrap_err();
        assert_eq!(error.code(), code, "{changes}: {}", error.message(Lang::Zh));
    }
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
