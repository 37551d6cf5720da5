//! Many receipts of one record, and ids for which there is no receipt [G1, G3, C4].

use std::thread;

use serde_json::{Value, json};
use suiji::receipt::State;
use suiji::values::EntityId;
use suiji::verify::Verdict;
use suiji::{Error, Lang, Receipt};
use suiji_conformance::trace::{jcs, receipt, trace};

use super::{Draw, case, of_outcome};

fn ids(draw: &Draw) -> Vec<EntityId> {
    let ids = draw.sealed.inputs().registry().ids();
    ids.map(|id| id.parse().unwrap()).collect()
}

#[test]
fn all_receipts_are_those_of_each_entity() {
    // [G1]–[G5] The trace keeps no trees.
    let mut large = case();
    for n in 10..40 {
        large.registry.push(
            json!({"id": format!("G-{n}"), "name": "样例", "class": "low", "categories": ["超市"]}),
        );
    }
    for case in [large.clone(), large.blinded()] {
        let (draw, trace) = (Draw::of(&case), trace(&case));
        let right: Vec<String> = ids(&draw)
            .iter()
            .map(|id| jcs(&receipt(&case, &trace, id.as_str())))
            .collect();
        let json = |receipt: Receipt| jcs(&serde_json::from_str(&receipt.to_json()).unwrap());
        let receipts = draw.sealed.receipts(&draw.record).unwrap();
        assert_eq!(receipts.all().len(), 38);
        assert_eq!(receipts.all().map(json).collect::<Vec<_>>(), right);
        // In another order, some twice, on several threads.
        let mut shuffled: Vec<EntityId> = ids(&draw).into_iter().rev().collect();
        shuffled.extend(ids(&draw).into_iter().step_by(3));
        let of = |id: &EntityId| right[ids(&draw).iter().position(|of| of == id).unwrap()].clone();
        let expected: Vec<String> = shuffled.iter().map(of).collect();
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let each = receipts.each(&shuffled).unwrap();
                    assert_eq!(each.map(json).collect::<Vec<_>>(), expected);
                });
            }
        });
        for (id, right) in ids(&draw).iter().zip(&right) {
            assert_eq!(json(draw.sealed.receipt(&draw.record, id).unwrap()), *right);
        }
    }
}

/// The faults: code, place, and the detail `found`.
fn faults(error: &Error) -> Vec<(&'static str, &str, Option<&str>)> {
    let faults = error.faults().iter();
    faults
        .map(|fault| {
            let path = fault.place().path();
            (fault.code(), path, fault.detail("found"))
        })
        .collect()
}

fn parsed(ids: &[&str]) -> Vec<EntityId> {
    ids.iter().map(|id| id.parse().unwrap()).collect()
}

#[test]
fn an_id_in_other_letter_case_gets_no_receipt() {
    // [C4, G3]: ids of the registry, of a visit and of a recusal.
    let mut case = case();
    case.history
        .push(json!({"entity": "H-1x", "task": "J9", "date": "2024-03-05"}));
    case.roster[0]["recuse"] = json!(["R-1"]);
    let draw = Draw::of(&case);
    let of = |id: &str| draw.sealed.receipt(&draw.record, &id.parse().unwrap());
    let error = of("f-1").unwrap_err();
    assert_eq!(faults(&error), [("receipt.id-case", "", Some("F-1"))]);
    assert_eq!(
        error.message(Lang::En),
        "receipt: there is no entity “f-1”: the registry has “F-1”, check upper and lower case"
    );
    for (id, found) in [("h-1X", "H-1x"), ("r-1", "R-1")] {
        let error = of(id).unwrap_err();
        assert_eq!(faults(&error), [("receipt.id-case", "", Some(found))]);
    }
    // H-1x and R-1 are in the inputs, but not in the registry. F-9 and f are in no input.
    for id in ["H-1x", "R-1", "F-9", "f"] {
        assert_eq!(of(id).unwrap().tasks()[0].state(), State::Absent, "{id}");
    }
    let receipts = draw.sealed.receipts(&draw.record).unwrap();
    assert_eq!(
        faults(&receipts.of(&"f-1".parse().unwrap()).unwrap_err()),
        [("receipt.id-case", "", Some("F-1"))]
    );
    // All faults together, before the first receipt.
    let wrong = parsed(&["F-1", "f-2", "F-9", "r-1", "f-1", "z-3"]);
    let error = receipts.each(&wrong).map(drop).unwrap_err();
    assert_eq!(
        faults(&error),
        [
            ("receipt.id-case", "$[1]", Some("F-2")),
            ("receipt.id-case", "$[3]", Some("R-1")),
            ("receipt.id-case", "$[4]", Some("F-1")),
            ("receipt.inspector", "$[5]", Some("Z-3")),
        ]
    );
    let right = parsed(&["F-1", "F-9"]);
    assert_eq!(receipts.each(&right).unwrap().len(), 2);
}

#[test]
fn the_id_of_an_inspector_is_no_entity() {
    let mut case = case();
    case.history
        .push(json!({"entity": "F-1", "task": "J9", "date": "2024-03-05", "inspectors": ["Q-1"]}));
    let draw = Draw::of(&case);
    let of = |id: &str| draw.sealed.receipt(&draw.record, &id.parse().unwrap());
    for (id, found) in [("Z-1", "Z-1"), ("z-1", "Z-1"), ("Q-1", "Q-1")] {
        let error = of(id).unwrap_err();
        assert_eq!(faults(&error), [("receipt.inspector", "", Some(found))]);
    }
    // An id of an entity and an inspector is treated as that of the entity.
    let mut both = case;
    both.registry[7]["id"] = json!("Z-1");
    both.history.clear();
    let draw = Draw::of(&both);
    let receipt = draw.receipt("Z-1");
    assert_eq!(receipt.name(), Some("样例"));
}

#[test]
fn an_absent_entity_that_is_selected_in_other_letter_case_fails() {
    // [C4, G3]
    let draw = Draw::of(&case());
    let selected = draw.record.draws()[0].selected()[0].id().as_str();
    let mut absent = draw.json("F-9");
    let check = |absent: &Value| {
        let report = draw.check(absent);
        (report.verdict(), of_outcome(&report, "failed"))
    };
    assert_ne!(check(&absent).0, Verdict::Fails);
    absent["entity"] = json!(selected.to_lowercase());
    let failed = vec!["receipt.absent".to_owned()];
    assert_eq!(check(&absent), (Verdict::Fails, failed));
}
