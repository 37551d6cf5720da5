//! Keys, tickets, selection, reserves and the order of visits [D1]–[D3], computed here with a hash and a sort.

use serde_json::json;
use suiji::record::DrawnEntity;
use suiji::{Digest, Hash, Record};
use suiji_conformance::Small;

fn derive(hash: Hash, label: &str, record: &Record, kind: &str, name: &str) -> Digest {
    hash.derive(
        label,
        &[record.seed().as_bytes(), kind.as_bytes(), name.as_bytes()],
    )
}

fn concat(hash: Hash, key: Digest, id: &str, salt: &[u8]) -> Digest {
    hash.digest(&[key.as_bytes().as_slice(), id.as_bytes(), salt].concat())
}

fn ids(drawn: &[DrawnEntity]) -> Vec<String> {
    drawn.iter().map(|drawn| drawn.id().to_string()).collect()
}

/// Forty entities in two strata, with reserves.
fn forty() -> Small {
    let mut case = Small::plain();
    case.registry = (0..40).map(|n| json!({"id": format!("F{n}"), "name": "样例", "class": if n < 12 { "high" } else { "low" }})).collect();
    case.task(0)["risk"] = json!({"unrated_as": "low"});
    case.task(0)["quota"] = json!({"count": 10});
    case.task(0)["reserves"] = json!(3);
    case
}

#[test]
fn keys_derive_from_seed_and_task_or_coordination_group() {
    // [D1]
    let mut case = forty();
    let (_, alone) = case.draw().unwrap();
    assert_eq!(
        alone.draws()[0].key(),
        derive(Hash::Sha256, "draw", &alone, "task", "J1")
    );
    case.task(0)["coordination"] = json!("J1");
    let (_, together) = case.draw().unwrap();
    assert_eq!(
        together.draws()[0].key(),
        derive(Hash::Sha256, "draw", &together, "coordination", "J1")
    );
    let keys = [Small::plain(), Small::plain().blinded(), Small::with_team()]
        .map(|case| case.draw().unwrap().1.draws()[0].key().to_string());
    assert_eq!(
        keys,
        [
            "a576a75715aaa53bb2bb87326a026c1747759e6a2af35660fc186e4ec744c65e",
            "35b58298dcb3a35fea7c23f54273af1718d8231f94a019c3e9bc5f12d7a5f6d1",
            "c68531d2f2906efef253e2304903151fea7c0ac4299ace41d3ab2c264e61be4c"
        ]
    );
}

#[test]
fn a_ticket_is_a_hash_of_key_and_id_and_with_blinding_of_the_salt() {
    // [D2]
    for hash in [Hash::Sha256, Hash::Sm3] {
        let mut case = forty();
        case.ceremony["hash"] = json!(hash.as_str());
        let (_, record) = case.draw().unwrap();
        let draw = &record.draws()[0];
        for drawn in draw.selected().iter().chain(draw.reserves()) {
            assert_eq!(
                drawn.ticket(),
                concat(hash, draw.key(), drawn.id().as_str(), b"")
            );
        }
        let (_, record) = case.blinded().draw().unwrap();
        let draw = &record.draws()[0];
        for drawn in draw.selected().iter().chain(draw.reserves()) {
            let salt = hash.derive(
                "salt",
                &[&[0x5e; 32], b"registry", drawn.id().as_str().as_bytes()],
            );
            assert_eq!(
                drawn.ticket(),
                concat(hash, draw.key(), drawn.id().as_str(), salt.as_bytes())
            );
        }
    }
    let (_, record) = Small::plain().draw().unwrap();
    let tickets: Vec<String> = record.draws()[0]
        .selected()
        .iter()
        .map(|drawn| drawn.ticket().to_string())
        .collect();
    assert_eq!(
        tickets,
        [
            "8d2216bb54f07522a567fa4a86435d57169b84094d5f539cabe780e70ea819b9",
            "1610ac777520d28c753cbfdb8f35bfe6c84e4006c4bd023c8a482e96f7ac0fd2"
        ]
    );
}

#[test]
fn the_smallest_tickets_are_selected_and_the_next_are_reserves() {
    // [D3], [F4.3] 10 of 12 + 28 give 3 and 7, from 28/k compared with 12/1, 12/2.
    let (_, record) = forty().draw().unwrap();
    let draw = &record.draws()[0];
    let ranked = |range: core::ops::Range<usize>| {
        let mut ids: Vec<String> = range.map(|n| format!("F{n}")).collect();
        ids.sort_by_key(|id| (concat(Hash::Sha256, draw.key(), id, b""), id.clone()));
        ids
    };
    let (high, low) = (ranked(0..12), ranked(12..40));
    let order = derive(Hash::Sha256, "order", &record, "task", "J1");
    let mut selected = [&high[..3], &low[..7]].concat();
    selected.sort_by_key(|id| (concat(Hash::Sha256, order, id, b""), id.clone()));
    assert_eq!(ids(draw.selected()), selected);
    assert_eq!(ids(draw.reserves()), [&high[3..6], &low[7..10]].concat());
    let stratum = |drawn: &DrawnEntity| {
        (drawn.id().as_str()[1..].parse::<u32>().unwrap() < 12) == (drawn.stratum() == "high")
    };
    assert!(draw.selected().iter().chain(draw.reserves()).all(stratum));
}

#[test]
fn long_lists_are_sorted() {
    // [D3] After a partial sort, short lists can be sorted by chance.
    let mut case = Small::plain();
    let ids_of = |range: core::ops::Range<u32>| range.map(|n| format!("F{n}"));
    case.registry = ids_of(0..2000)
        .map(|id| json!({"id": id, "name": "样例"}))
        .collect();
    case.task(0)["quota"] = json!({"count": 300});
    case.task(0)["reserves"] = json!(400);
    let (_, record) = case.draw().unwrap();
    let draw = &record.draws()[0];
    let mut ranked: Vec<String> = ids_of(0..2000).collect();
    ranked.sort_by_key(|id| concat(Hash::Sha256, draw.key(), id, b""));
    let order = derive(Hash::Sha256, "order", &record, "task", "J1");
    let mut selected = ranked[..300].to_vec();
    selected.sort_by_key(|id| concat(Hash::Sha256, order, id, b""));
    assert_eq!(ids(draw.selected()), selected);
    assert_eq!(ids(draw.reserves()), ranked[300..700]);
}

#[test]
fn reserves_are_limited_by_the_stratum_and_exist_without_selection() {
    // [D3] One entity of high risk, one elevated, one general and two low. The first two are selected.
    let mut case = Small::plain();
    case.task(0)["risk"] = json!({"unrated_as": "low"});
    case.task(0)["reserves"] = json!(9);
    let (_, record) = case.draw().unwrap();
    let draw = &record.draws()[0];
    let mut low = ["A-4".to_owned(), "A-5".to_owned()];
    low.sort_by_key(|id| concat(Hash::Sha256, draw.key(), id, b""));
    assert_eq!(ids(draw.reserves()), ["A-3", &low[0], &low[1]]);
    assert!(record.to_json().contains("\"reserves\""));
    case.task(0)["quota"] = json!({"exactly": "100%"});
    assert!(case.draw().unwrap().1.draws()[0].reserves().is_empty());
}

#[test]
fn a_draw_can_select_no_entity() {
    // [F4.2], [C2c] There is no `selected` and no `teams`.
    let mut case = Small::with_team();
    case.task(0)["quota"] = json!({"at_most": "1%"});
    let (_, record) = case.draw().unwrap();
    let draw = &record.draws()[0];
    assert!(draw.selected().is_empty() && draw.teams().is_empty());
    let json: serde_json::Value = serde_json::from_str(&record.to_json()).unwrap();
    assert_eq!(
        json["draws"],
        json!([{"task": "J1", "key": draw.key().to_string()}])
    );
}

#[test]
fn coordinated_tasks_select_the_same_entities_in_the_same_order() {
    // [D1, D3] Two tasks of one group select nine and five of the same frame.
    let mut case = forty();
    case.plan["tasks"] = json!([
        {"id": "J1", "name": "抽查", "quota": {"count": 9}, "coordination": "auto"},
        {"id": "J2", "name": "抽查", "quota": {"count": 5}, "coordination": "auto"},
        {"id": "J3", "name": "抽查", "quota": {"count": 5}}]);
    let (_, record) = case.draw().unwrap();
    let lists: Vec<Vec<String>> = record
        .draws()
        .iter()
        .map(|draw| ids(draw.selected()))
        .collect();
    assert!(lists[1].iter().all(|id| lists[0].contains(id)));
    let shared: Vec<&String> = lists[0].iter().filter(|id| lists[1].contains(id)).collect();
    assert_eq!(shared, lists[1].iter().collect::<Vec<_>>());
    assert_ne!(lists[2], lists[1]);
}

#[test]
fn every_entity_is_selected_with_equal_frequency() {
    // [D3] 2 of 5 in 400 draws with different dice: each is selected 160 times, within six standard deviations.
    let sealed = Small::plain().seal().unwrap();
    let mut counts = [0_u32; 5];
    for number in 0_u32..400 {
        let dice = (0..20).map(|place| u64::from(number / 6_u32.pow(place % 4) % 6 + 1));
        let thrown = suiji::Contribution::live([dice.collect::<Vec<u64>>()]).unwrap();
        let contributions = suiji::Contributions::new(sealed.commitment().digest(), [thrown]);
        let record = sealed.draw(&contributions).unwrap();
        for drawn in record.draws()[0].selected() {
            counts[drawn.id().as_str()[2..].parse::<usize>().unwrap() - 1] += 1;
        }
    }
    assert_eq!(counts.iter().sum::<u32>(), 800);
    assert!(
        counts.iter().all(|count| (101..220).contains(count)),
        "{counts:?}"
    );
}
