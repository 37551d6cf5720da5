//! Teams [T1]–[T7] through the public API. Unit tests of the library test the steps of section 7.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use suiji::record::Draw;
use suiji_conformance::{Case, Small};

/// Teams as `entity: members; vacant`.
fn teams(draw: &Draw) -> Vec<String> {
    let team = |team: &suiji::record::DrawnTeam| {
        let members: Vec<&str> = team
            .members()
            .iter()
            .map(suiji::values::InspectorId::as_str)
            .collect();
        format!(
            "{}: {} {:?}",
            team.entity(),
            members.join(" "),
            team.vacant()
        )
    };
    draw.teams().iter().map(team).collect()
}

/// The number of short entities among the default five, with only two inspectors, after a change.
fn short(change: impl FnOnce(&mut Small)) -> usize {
    let mut case = Small::with_team();
    case.roster.pop();
    case.registry
        .iter_mut()
        .for_each(|row| row["district"] = json!("140521"));
    case.plan["window"] = json!({"from": "2024-01-01", "to": "2024-12-31"});
    change(&mut case);
    case.seal().unwrap().short_teams("J1").count()
}

#[test]
fn each_condition_alone_makes_an_inspector_ineligible() {
    // [T2], tested with `short` [S5]: if one of two inspectors is not eligible, the team cannot be filled.
    let inspector = |index: usize, field: &'static str, value: Value| {
        move |case: &mut Small| case.roster[index][field] = value
    };
    let team = |field: &'static str, value: Value| {
        move |case: &mut Small| case.task(0)["team"][field] = value
    };
    assert_eq!(short(|_| {}), 0);
    assert_eq!(short(inspector(1, "recuse", json!(["A-2", "A-9"]))), 1);
    assert_eq!(short(inspector(1, "expert", json!(true))), 5);
    assert_eq!(short(inspector(1, "department", json!("所"))), 5);
    // Skills: an inspector needs all that the seat requires.
    let skilled = |second: Value| {
        move |case: &mut Small| {
            case.task(0)["team"]["seats"][0]["skills"] = json!(["甲", "乙"]);
            case.roster[0]["skills"] = json!(["甲", "乙", "丙"]);
            case.roster[1]["skills"] = second;
        }
    };
    assert_eq!(short(skilled(json!(["乙", "甲"]))), 0);
    assert_eq!(short(skilled(json!(["甲"]))), 5);
    // Dates: the end of the window of the task or, if it has none, of the plan.
    let valid = |window: Option<&'static str>, of_task: Option<&'static str>, to: &'static str| {
        move |case: &mut Small| {
            let until = |to: &str| json!({"from": "2024-01-01", "to": to});
            if let Some(to) = window {
                case.plan["window"] = until(to);
            }
            if let Some(to) = of_task {
                case.task(0)["window"] = until(to);
            }
            case.roster[1]["valid_to"] = json!(to);
        }
    };
    assert_eq!(short(valid(None, None, "2024-12-31")), 0);
    assert_eq!(short(valid(None, Some("2024-06-30"), "2024-06-29")), 5);
    assert_eq!(short(valid(Some("2024-12-31"), None, "2024-12-31")), 0);
    assert_eq!(short(valid(Some("2024-12-31"), None, "2024-12-30")), 5);
    assert_eq!(
        short(valid(Some("2024-12-31"), Some("2024-06-30"), "2024-06-30")),
        0
    );
    assert_eq!(
        short(valid(Some("2024-05-31"), Some("2024-06-30"), "2024-06-29")),
        5
    );
    // A lead is required only for the first seat.
    assert_eq!(short(team("lead_required", json!(true))), 5);
    assert_eq!(
        short(|case| {
            team("lead_required", json!(true))(case);
            inspector(1, "lead", json!(true))(case);
        }),
        0
    );
    // Districts: whether one is a prefix of the other.
    let district = |rule: &'static str, first: &'static str, second: Option<&'static str>| {
        move |case: &mut Small| {
            case.task(0)["team"]["district"] = json!(rule);
            case.roster[0]["district"] = json!(first);
            if let Some(second) = second {
                case.roster[1]["district"] = json!(second);
            }
        }
    };
    assert_eq!(short(district("same", "1405", Some("140521001"))), 0);
    assert_eq!(short(district("same", "1405", Some("140522"))), 5);
    assert_eq!(short(district("same", "140521", None)), 5);
    assert_eq!(short(district("other", "33", Some("140522"))), 0);
    assert_eq!(short(district("other", "33", Some("1405"))), 5);
    assert_eq!(short(district("other", "33", None)), 5);
}

#[test]
fn experts_get_expert_seats_and_other_inspectors_do_not() {
    // [T1, T2], [I4]
    let mut case = Small::with_team();
    case.task(0)["team"]["seats"] =
        json!([{"department": "局", "count": 2}, {"department": "局", "count": 1, "expert": true}]);
    assert_eq!(case.code(), "team.seat-nobody");
    case.roster[1]["expert"] = json!(true);
    case.task(0)["quota"] = json!({"count": 5});
    let (_, record) = case.draw().unwrap();
    for team in record.draws()[0].teams() {
        let members: Vec<&str> = team
            .members()
            .iter()
            .map(suiji::values::InspectorId::as_str)
            .collect();
        assert_eq!(members[2], "Z-2");
        assert!(members[..2].contains(&"Z-1") && members[..2].contains(&"Z-3"));
    }
}

#[test]
fn caps_leave_seats_vacant_and_the_lead_is_in_seat_0() {
    // [T3], [T5] Caps allow three seats in total for two teams of two.
    let mut case = Small::with_team();
    case.plan["max_load"] = json!(1);
    let (_, record) = case.draw().unwrap();
    let teams = record.draws()[0].teams();
    let (full, other) = (&teams[0], &teams[1]);
    assert_eq!((full.members().len(), full.vacant()), (2, [].as_slice()));
    assert_eq!((other.members().len(), other.vacant()), (1, [1].as_slice()));
    assert_eq!(
        (full.lead(), other.lead()),
        (Some(&full.members()[0]), Some(&other.members()[0]))
    );
    // The smaller of the two caps.
    case.plan["max_load"] = json!(9);
    case.roster[0]["max_load"] = json!(1);
    case.roster[1]["max_load"] = json!(2);
    let (_, record) = case.draw().unwrap();
    assert!(
        record.draws()[0]
            .teams()
            .iter()
            .all(|team| team.vacant().is_empty())
    );
    case.roster[1]["max_load"] = json!(1);
    case.roster[2]["max_load"] = json!(1);
    let (_, record) = case.draw().unwrap();
    assert_eq!(record.draws()[0].teams()[1].vacant(), [1]);
    // There is no inspector for seat 0, so there is no lead.
    let mut case = Small::with_team();
    case.task(0)["team"]["lead_required"] = json!(true);
    let (_, record) = case.draw().unwrap();
    let team = &record.draws()[0].teams()[0];
    assert_eq!(
        (team.vacant(), team.lead(), team.members().len()),
        ([0].as_slice(), None, 1)
    );
}

#[test]
fn teams_match_those_of_another_implementation() {
    // [T2], [T3], [T4], [T6], [T7] Five entities, four inspectors with a cap of three seats, one recused from two entities.
    let mut case = Small::plain();
    case.plan["max_load"] = json!(3);
    case.plan["tasks"] = json!([
        {"id": "J1", "name": "抽查", "quota": {"exactly": "100%"}, "coordination": "auto",
            "team": {"seats": [{"department": "局", "count": 2}, {"department": "所", "count": 1}]}},
        {"id": "J2", "name": "抽查", "quota": {"count": 3}, "coordination": "auto",
            "team": {"seats": [{"department": "局", "count": 2}]}}]);
    let inspector =
        |id: &str, department: &str| json!({"id": id, "name": "样例", "department": department});
    case.roster = ["Z-1", "Z-2", "Z-3", "Z-4"]
        .map(|id| inspector(id, "局"))
        .into();
    case.roster[0]["recuse"] = json!(["A-1", "A-2"]);
    case.roster
        .extend(["Y-1", "Y-2"].map(|id| inspector(id, "所")));
    case.roster[4]["max_load"] = json!(2);
    let (_, record) = case.draw().unwrap();
    assert_eq!(
        teams(&record.draws()[0]),
        [
            "A-3: Z-2 Z-1 Y-2 []",
            "A-2: Z-3 Z-4 Y-1 []",
            "A-5: Z-1 Z-3 Y-1 []",
            "A-4: Z-4 Z-2 Y-2 []",
            "A-1: Z-4 Z-2 Y-2 []"
        ]
    );
    // One visit: the team has the first members of the larger team. It adds no load.
    assert_eq!(
        teams(&record.draws()[1]),
        ["A-2: Z-3 Z-4 []", "A-5: Z-1 Z-3 []", "A-4: Z-4 Z-2 []"]
    );
}

#[test]
fn one_visit_needs_the_same_group_and_the_larger_team_first() {
    // [T7]
    let mut case = Small::with_team();
    case.roster.extend(
        ["Z-4", "Z-5", "Z-6"].map(|id| json!({"id": id, "name": "样例", "department": "局"})),
    );
    let task = |id: &str, seats: u64| {
        json!({"id": id, "name": "抽查", "quota": {"exactly": "100%"}, "coordination": "auto",
        "team": {"seats": [{"department": "局", "count": seats}]}})
    };
    let same = |case: &Small| {
        let (_, record) = case.draw().unwrap();
        let members = |task: usize| -> BTreeMap<String, String> {
            let teams = record.draws()[task].teams().iter();
            teams
                .map(|team| {
                    (
                        team.entity().to_string(),
                        team.members()[..2]
                            .iter()
                            .map(|id| format!("{id} "))
                            .collect(),
                    )
                })
                .collect()
        };
        members(0) == members(1)
    };
    case.plan["tasks"] = json!([task("J1", 3), task("J2", 2)]);
    assert!(same(&case));
    case.plan["tasks"] = json!([task("J1", 2), task("J2", 3)]);
    assert!(!same(&case));
    case.plan["tasks"] = json!([task("J1", 3), task("J2", 2)]);
    case.task(1)["coordination"] = json!("other");
    assert!(!same(&case));
    case.task(1)["coordination"] = json!("auto");
    case.task(1)["window"] = json!({"from": "2024-01-01", "to": "2024-06-30"});
    assert!(!same(&case));
}

#[test]
fn loads_of_equal_inspectors_differ_by_at_most_one() {
    // [T6]
    for count in [3, 7, 20, 41] {
        let mut case = Small::with_team();
        case.roster = (0..7)
            .map(|n| json!({"id": format!("Z-{n}"), "name": "样例", "department": "局"}))
            .collect();
        case.registry = (0..count)
            .map(|n| json!({"id": format!("F-{n}"), "name": "样例"}))
            .collect();
        case.task(0)["quota"] = json!({"exactly": "100%"});
        let (_, record) = case.draw().unwrap();
        let mut loads: BTreeMap<&str, usize> = case
            .roster
            .iter()
            .map(|row| (row["id"].as_str().unwrap(), 0))
            .collect();
        for member in record.draws()[0]
            .teams()
            .iter()
            .flat_map(suiji::record::DrawnTeam::members)
        {
            *loads.get_mut(member.as_str()).unwrap() += 1;
        }
        let (least, most) = (loads.values().min().unwrap(), loads.values().max().unwrap());
        assert!(most - least <= 1, "{loads:?}");
        assert_eq!(loads.values().sum::<usize>(), 2 * count);
    }
}

#[test]
fn loads_match_those_of_another_implementation() {
    // [T3], [T6], [T7] Loads after balancing, with the open cases of the roster.
    let mut compared = 0;
    for case in Case::all()
        .into_iter()
        .filter(|case| case.dir.join("expected/trace.json").exists())
    {
        let trace: Value = serde_json::from_slice(&case.bytes("expected/trace.json")).unwrap();
        compared += 1;
        let (_, record) = case.draw().unwrap();
        let mut loads: BTreeMap<String, u64> = BTreeMap::new();
        for member in case.roster().unwrap().iter() {
            loads.insert(member.id().to_owned(), member.load());
        }
        // A team that joins another adds no load.
        let teams = record.draws().iter().flat_map(Draw::teams);
        let own = teams.filter(|team| team.joins().is_none());
        for member in own.flat_map(suiji::record::DrawnTeam::members) {
            *loads.entry(member.to_string()).or_default() += 1;
        }
        let mut loads: Vec<u64> = loads.into_values().collect();
        loads.sort_by(|a, b| b.cmp(a));
        let expected: Vec<u64> = trace["loads_after"]
            .as_array()
            .unwrap()
            .iter()
            .map(|load| load.as_u64().unwrap())
            .collect();
        loads.resize(expected.len(), 0);
        assert_eq!(loads, expected, "{}", case.name());
    }
    assert!(compared >= 5, "{compared}");
}
