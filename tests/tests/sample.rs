//! The frame and the sample as rows. They say the same as the receipts, and the reasons follow from [F1] and [F2].
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use serde_json::json;
use suiji::receipt::State;
use suiji::sample::{SampleRow, SampleState};
use suiji::values::{EntityId, InspectorId};
use suiji::{Record, Sealed};
use suiji_conformance::Small;

/// Twelve entities of two classes in the frame, and five that are not in it, each for a different reason.
fn case() -> Small {
    let mut case = Small::with_team();
    case.registry = (1..=12)
        .map(|n| {
            let class = if n % 3 == 0 { "high" } else { "low" };
            json!({"id": format!("F-{n:02}"), "name": "样例企业", "class": class, "district": "140521"})
        })
        .collect();
    // The class for unrated entities.
    case.registry[0].as_object_mut().unwrap().remove("class");
    let outside = [
        json!({"id": "X-1", "name": "样例", "class": "low", "district": "140521", "status": "inactive"}),
        json!({"id": "X-2", "name": "样例", "class": "low", "district": "150000"}),
        json!({"id": "X-3", "name": "样例", "class": "low"}),
        json!({"id": "X-4", "name": "样例", "class": "low", "district": "140521", "exempt": "样例理由"}),
        json!({"id": "X-5", "name": "样例", "class": "low", "district": "140521"}),
    ];
    case.registry.extend(outside);
    case.history = vec![json!({"entity": "X-5", "task": "J1", "date": "2024-03-01"})];
    let task = case.task(0);
    task["quota"] = json!({"count": 5});
    task["reserves"] = json!(1);
    task["scope"] = json!({"districts": ["1405"]});
    task["limits"] = json!([{"id": "once", "visits": 1}]);
    task["risk"] = json!({"weights": {"high": 2}, "unrated_as": "low"});
    case
}

fn rows<'s>(sealed: &'s Sealed, record: &'s Record) -> Vec<SampleRow<'s>> {
    let sample = sealed.sample(record, "J1").unwrap().unwrap();
    sample.rows().collect()
}

#[test]
fn a_frame_names_the_reason_of_each_entity_outside_it() {
    // [F1] [F2]
    let (sealed, _) = case().draw().unwrap();
    let frame = sealed.frame("J1").unwrap();
    assert_eq!(frame.len(), 17);
    let outside: Vec<_> = frame
        .filter(|row| row.state() != SampleState::InFrame)
        .map(|row| (row.id(), row.state().as_str(), row.reason().unwrap()))
        .collect();
    let expected = [
        ("X-1", "out_of_scope", "status"),
        ("X-2", "out_of_scope", "districts"),
        ("X-3", "out_of_scope", "districts"),
        ("X-4", "excluded", "exempt"),
        ("X-5", "excluded", "once"),
    ];
    assert_eq!(outside, expected);
    assert!(sealed.frame("J9").is_none());
}

#[test]
fn a_frame_has_the_take_and_the_size_of_each_stratum() {
    // [F3] [F4]: four entities of high and eight of low risk with weights 2 and 1.
    let (sealed, _) = case().draw().unwrap();
    for row in sealed.frame("J1").unwrap() {
        assert_eq!(row.task().as_str(), "J1");
        assert_eq!((row.ticket(), row.rank(), row.team()), (None, None, None));
        let probability = row.probability().map(|of| (of.numer(), of.denom()));
        match row.state() {
            SampleState::InFrame => {
                let size = if row.stratum() == Some("high") { 4 } else { 8 };
                let (take, denominator) = probability.unwrap();
                assert_eq!(denominator, size, "{}", row.id());
                assert!((2..=3).contains(&take), "{}", row.id());
                assert_eq!(row.reason(), None);
            }
            _ => assert_eq!((row.stratum(), probability), (None, None), "{}", row.id()),
        }
    }
    let first = sealed.frame("J1").unwrap().next().unwrap();
    assert_eq!((first.class(), first.stratum()), (None, Some("low")));
}

#[test]
fn a_sample_says_what_the_receipts_say() {
    // [G1] [G3] [D2]
    for case in [case(), case().blinded()] {
        let (sealed, record) = case.draw().unwrap();
        let receipts = sealed.receipts(&record).unwrap();
        let mut counted: BTreeMap<&str, u64> = BTreeMap::new();
        for row in rows(&sealed, &record) {
            *counted.entry(row.state().as_str()).or_default() += 1;
            let id: EntityId = row.id().parse().unwrap();
            let receipt = receipts.of(&id).unwrap();
            let said = &receipt.tasks()[0];
            let state = match said.state() {
                State::Selected => SampleState::Selected,
                State::Reserve => SampleState::Reserve,
                State::NotSelected => SampleState::InFrame,
                State::Excluded => SampleState::Excluded,
                _ => SampleState::OutOfScope,
            };
            assert_eq!(row.state(), state, "{id}");
            assert_eq!(row.ticket(), said.ticket(), "{id}");
            assert_eq!(row.stratum(), said.stratum(), "{id}");
            assert_eq!(row.probability(), said.probability(), "{id}");
            let team: Vec<&str> = row
                .team()
                .unwrap_or_default()
                .iter()
                .map(InspectorId::as_str)
                .collect();
            assert_eq!(team, said.members(), "{id}");
            assert_eq!(row.team().is_some(), state == SampleState::Selected, "{id}");
        }
        let expected = [
            ("excluded", 2),
            ("in_frame", 5),
            ("out_of_scope", 3),
            ("reserve", 2),
            ("selected", 5),
        ];
        assert_eq!(counted.into_iter().collect::<Vec<_>>(), expected);
    }
}

#[test]
fn ranks_are_the_order_of_tickets_in_a_stratum() {
    // [D3]
    let (sealed, record) = case().draw().unwrap();
    let rows = rows(&sealed, &record);
    for stratum in ["high", "low"] {
        let mut of: Vec<_> = rows
            .iter()
            .filter(|row| row.stratum() == Some(stratum))
            .collect();
        of.sort_by_key(|row| (row.ticket(), row.id()));
        let take = of[0].probability().unwrap().numer();
        for (rank, row) in (1..).zip(of) {
            assert_eq!(row.rank(), Some(rank), "{}", row.id());
            let state = match rank {
                _ if rank <= take => SampleState::Selected,
                _ if rank == take + 1 => SampleState::Reserve,
                _ => SampleState::InFrame,
            };
            assert_eq!(row.state(), state, "{}", row.id());
        }
    }
}

#[test]
fn a_record_alone_gives_the_same_rows_without_classes() {
    let (sealed, record) = case().draw().unwrap();
    let all = rows(&sealed, &record);
    let alone = record.sample("J1").unwrap();
    let draw = record.draw("J1").unwrap();
    let drawn = draw.selected().iter().chain(draw.reserves());
    assert!(
        alone
            .iter()
            .map(SampleRow::id)
            .eq(drawn.map(|of| of.id().as_str()))
    );
    for row in &alone {
        let whole = all.iter().find(|of| of.id() == row.id()).unwrap();
        assert_eq!(row.class(), None);
        assert_eq!(
            (row.state(), row.stratum(), row.rank(), row.ticket()),
            (whole.state(), whole.stratum(), whole.rank(), whole.ticket())
        );
        assert_eq!(row.probability(), whole.probability());
        assert_eq!(row.team(), whole.team());
    }
    assert!(record.sample("J9").is_none());
}

#[test]
fn a_record_of_another_commitment_has_no_sample() {
    let (sealed, _) = case().draw().unwrap();
    let (_, other) = Small::plain().draw().unwrap();
    let error = sealed.sample(&other, "J1").unwrap_err();
    assert_eq!(error.code(), "receipt.other-record");
    let (_, record) = case().draw().unwrap();
    assert!(sealed.sample(&record, "J9").unwrap().is_none());
}
