//! Checks of the record alone: each fails if its rule is broken [V1].

use serde_json::{Value, json};
use suiji::{Evidence, Record};
use suiji_conformance::Small;

use super::{failed, report};

/// Forty entities in two strata, ten selected, three reserves in each stratum.
fn case() -> Small {
    let mut case = Small::plain();
    let entity = |n: usize| {
        let class = if n < 12 { "high" } else { "low" };
        json!({"id": format!("F{n}"), "name": "样例", "class": class})
    };
    case.registry = (0..40).map(entity).collect();
    case.task(0)["risk"] = json!({"unrated_as": "low"});
    case.task(0)["quota"] = json!({"count": 10});
    case.task(0)["reserves"] = json!(3);
    case
}

/// The checks that fail after a change to the draw, without and with the plan.
fn changed(change: impl Fn(&mut Value)) -> [Vec<&'static str>; 2] {
    let case = case();
    let (_, record) = case.draw().unwrap();
    let mut document: Value = serde_json::from_str(&record.to_json()).unwrap();
    change(&mut document["draws"][0]);
    let record = Record::from_json(document.to_string().as_bytes()).unwrap();
    let with_plan = Evidence::default().with_plan(case.read_plan().unwrap());
    [Evidence::default(), with_plan].map(|evidence| {
        let failed = failed(&report(&record, &evidence));
        failed.into_iter().map(|(id, _)| id).collect()
    })
}

fn list<'d>(draw: &'d mut Value, name: &str) -> &'d mut Vec<Value> {
    draw[name].as_array_mut().unwrap()
}

#[test]
fn wrong_orders_are_found() {
    // [V1], [D3]
    assert_eq!(changed(|_| {}), [[""; 0]; 2]);
    let order = ["draw.order"];
    assert_eq!(
        changed(|draw| list(draw, "selected").swap(3, 4)),
        [order, order]
    );
    let reserves = ["draw.reserves"];
    for change in [
        |draw: &mut Value| list(draw, "reserves").swap(1, 2),
        |draw: &mut Value| list(draw, "reserves").swap(2, 3),
        |draw: &mut Value| list(draw, "reserves").rotate_left(3),
    ] {
        assert_eq!(changed(change), [reserves, reserves]);
    }
}

#[test]
fn wrong_sizes_and_duplicates_are_found() {
    // [V1], [F4], [D3]
    let sizes = ["draw.sizes"];
    let fewer = |draw: &mut Value| drop(list(draw, "selected").pop());
    assert_eq!(changed(fewer), [sizes, sizes]);
    // Only the plan has the number of reserves.
    let fewer = |draw: &mut Value| drop(list(draw, "reserves").pop());
    assert_eq!(changed(fewer), [vec![], vec!["draw.reserves"]]);
    let none = |draw: &mut Value| drop(draw.as_object_mut().unwrap().remove("reserves"));
    assert_eq!(changed(none), [vec![], vec!["draw.reserves"]]);
    let twice = |draw: &mut Value| {
        let last = list(draw, "reserves")[5].clone();
        list(draw, "reserves").push(last);
    };
    assert_eq!(
        changed(twice),
        [vec!["draw.unique"], vec!["draw.unique", "draw.reserves"]]
    );
    let unknown_stratum = |draw: &mut Value| list(draw, "reserves")[5]["stratum"] = json!("medium");
    assert_eq!(
        changed(unknown_stratum),
        [
            ["draw.sizes", "draw.reserves"],
            ["draw.sizes", "draw.reserves"]
        ]
    );
}

#[test]
fn a_duplicate_entity_is_reported_at_its_place_and_only_once() {
    // [V1], [D3] Duplicates next to each other, and in both lists.
    let case = case();
    let (_, record) = case.draw().unwrap();
    let original: Value = serde_json::from_str(&record.to_json()).unwrap();
    let found = |change: &dyn Fn(&mut Value)| {
        let mut document = original.clone();
        change(&mut document["draws"][0]);
        let record = Record::from_json(document.to_string().as_bytes()).unwrap();
        let mut failed = failed(&report(&record, &Evidence::default()));
        failed.retain(|(id, _)| ["draw.order", "draw.unique"].contains(id));
        failed
    };
    let twice = |place: &str| [("draw.unique", format!("$.draws[0].{place}"))];
    let adjacent = |draw: &mut Value| list(draw, "selected")[4] = entry(&original, "selected", 3);
    assert_eq!(found(&adjacent), twice("selected[4]"));
    let both = |draw: &mut Value| list(draw, "reserves")[2] = entry(&original, "selected", 3);
    assert_eq!(found(&both), twice("reserves[2]"));
}

fn entry(record: &Value, name: &str, index: usize) -> Value {
    record["draws"][0][name][index].clone()
}

#[test]
fn wrong_vacant_seats_are_found() {
    // [V1], [T5] A team of two seats.
    let (_, record) = Small::with_team().draw().unwrap();
    let original: Value = serde_json::from_str(&record.to_json()).unwrap();
    let failed_with = |vacant: Value| {
        let mut document = original.clone();
        let team = document["draws"][0]["teams"][0].as_object_mut().unwrap();
        let members = 2 - vacant.as_array().unwrap().len();
        let list = team["members"].as_array_mut().unwrap();
        list.truncate(members);
        if members == 0 {
            team.remove("members");
        }
        team.insert("vacant".to_owned(), vacant);
        let record = Record::from_json(document.to_string().as_bytes()).unwrap();
        failed(&report(&record, &Evidence::default()))
    };
    let team = [("draw.teams", "$.draws[0].teams[0]".to_owned())];
    assert_eq!(failed_with(json!([1])), []);
    assert_eq!(failed_with(json!([0, 1])), []);
    for wrong in [json!([2]), json!([1, 0]), json!([0, 2]), json!([1, 1])] {
        assert_eq!(failed_with(wrong.clone()), team, "{wrong}");
    }
}

#[test]
fn a_reserve_with_a_smaller_ticket_than_a_selected_entity_is_found() {
    // [V1], [D3] The first reserve of `high` swapped with the last selected entity.
    let change = |draw: &mut Value| {
        let high = |of: &Value| of["stratum"] == "high";
        let selected = list(draw, "selected").clone();
        let last = selected
            .iter()
            .filter(|of| high(of))
            .map(|of| of["ticket"].clone());
        let last = last.max_by_key(|ticket| ticket.to_string()).unwrap();
        let place = selected.iter().position(|of| of["ticket"] == last).unwrap();
        let reserve = list(draw, "reserves")[0].clone();
        list(draw, "reserves")[0] = selected[place].clone();
        list(draw, "selected")[place] = reserve;
    };
    for failed in changed(change) {
        assert!(failed.contains(&"draw.reserves"), "{failed:?}");
        assert!(!failed.contains(&"draw.tickets") && !failed.contains(&"draw.sizes"));
    }
}

#[test]
fn a_selected_entity_among_the_reserves_is_only_a_duplicate() {
    // [V1], [D3]
    let last_first = |draw: &mut Value| {
        let selected = list(draw, "selected").iter();
        let high = selected.filter(|of| of["stratum"] == "high");
        let last = high.max_by_key(|of| of["ticket"].to_string()).unwrap();
        let last = last.clone();
        list(draw, "reserves")[0] = last;
    };
    assert_eq!(changed(last_first), [["draw.unique"], ["draw.unique"]]);
}

#[test]
fn more_reserves_than_the_stratum_has_left_are_found() {
    // [V1], [D3] Only one of five entities is left, but the record has two reserves.
    let mut case = Small::plain();
    case.task(0)["quota"] = json!({"count": 4});
    case.task(0)["reserves"] = json!(1);
    let (_, record) = case.draw().unwrap();
    let mut document: Value = serde_json::from_str(&record.to_json()).unwrap();
    list(&mut document["draws"][0], "reserves")
        .push(json!({"id": "A-6", "stratum": "all", "ticket": "ff".repeat(32)}));
    let record = Record::from_json(document.to_string().as_bytes()).unwrap();
    let found = failed(&report(&record, &Evidence::default()));
    let place = "$.draws[0].reserves[1]".to_owned();
    assert!(found.contains(&("draw.reserves", place)), "{found:?}");
}

#[test]
fn wrong_keys_and_tickets_are_found() {
    // [V1], [D1], [D2]
    let ticket = |draw: &mut Value| list(draw, "selected")[0]["ticket"] = json!("00".repeat(32));
    assert_eq!(changed(ticket), [["draw.tickets"], ["draw.tickets"]]);
    // The group of the task is in the commitment, so the key needs no plan.
    let key = |draw: &mut Value| draw["key"] = json!("00".repeat(32));
    let both = ["draw.key", "draw.tickets"];
    assert_eq!(changed(key), [both, both]);
}

#[test]
fn inconsistent_sizes_of_the_commitment_are_found() {
    // [V1], [S3a] The seed fails too, because the commitment has another digest.
    let fails = |pointer: &str, value: Value| {
        let (_, record) = case().draw().unwrap();
        let mut document: Value = serde_json::from_str(&record.to_json()).unwrap();
        let task = &mut document["commitment"]["tasks"][0];
        match task.pointer_mut(pointer) {
            Some(place) => *place = value,
            None => task[&pointer[1..]] = value,
        }
        let record = Record::from_json(document.to_string().as_bytes()).unwrap();
        let failed = failed(&report(&record, &Evidence::default()));
        assert!(failed.iter().any(|(id, _)| *id == "record.seed"));
        failed.iter().any(|(id, _)| *id == "sheet.sizes")
    };
    assert!(fails("/strata/0/size", json!(13)));
    assert!(fails("/strata/0/take", json!(13)));
    assert!(!fails("/strata/0/take", json!(4)));
    assert!(fails("/frame/size", json!(39)));
    assert!(fails("/excluded/size", json!(1)));
    assert!(fails("/short", json!(41)));
    assert!(!fails("/short", json!(40)));
    assert!(fails("/strata/0/stratum", json!("low")));
}
