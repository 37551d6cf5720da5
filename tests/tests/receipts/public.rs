//! What checking a receipt takes from the public form, and what it computes itself [G1], [G4].

use serde_json::{Value, json};
use suiji::receipt::State;
use suiji::verify::Verdict;
use suiji::{Digest, Hash, PublicForm, Receipt};
use suiji_conformance::Small;

use super::{Draw, OTHER, case, of_outcome};

#[test]
fn all_checks_of_the_public_form_are_made() {
    // [G1] For every receipt.
    for case in [case(), case().blinded()] {
        let draw = Draw::of(&case);
        let last = if case.ceremony.get("secret").is_some() {
            "commitment"
        } else {
            "ticket"
        };
        let failed = |state: State, change: &dyn Fn(&mut Value)| {
            let mut form: Value = serde_json::from_str(&draw.form.to_json()).unwrap();
            change(&mut form);
            let form = PublicForm::from_json(form.to_string().as_bytes()).unwrap();
            let plan = draw.sealed.inputs().plan();
            of_outcome(
                &draw.receipt(&draw.id(state)).check(&form, Some(plan)),
                "failed",
            )
        };
        for state in [State::Selected, State::Inactive, State::Absent] {
            assert_eq!(failed(state, &|_| {}), [""; 0]);
            for pointer in ["/frame/size", "/strata/0/size", "/excluded/size"] {
                let sizes = |form: &mut Value| {
                    let task = &mut form["commitment"]["tasks"][0];
                    *task.pointer_mut(pointer).unwrap() = json!(7);
                };
                let found = failed(state, &sizes);
                assert!(found.contains(&"sheet.sizes".to_owned()), "{found:?}");
            }
            let changes: [&dyn Fn(&mut Value); 5] = [
                &|form| drop(form["draws"][0]["last"].as_array_mut().unwrap().pop()),
                &|form| form["draws"][0]["last"].as_array_mut().unwrap().swap(0, 1),
                &|form| form["draws"][0]["last"][0]["stratum"] = json!("all"),
                &|form| drop(form["draws"][0]["selected"].as_array_mut().unwrap().pop()),
                &|form| form["draws"][0]["selected"][0] = form["draws"][0]["selected"][1].clone(),
            ];
            for change in changes {
                let found = failed(state, change);
                assert!(found.contains(&"public.last".to_owned()), "{found:?}");
            }
        }
        // Another last ticket for its own stratum.
        let other = |form: &mut Value| {
            for of in form["draws"][0]["last"].as_array_mut().unwrap() {
                of[last] = json!(OTHER);
            }
        };
        let found = failed(State::Selected, &other);
        assert_eq!(found.last().map(String::as_str), Some("receipt.cutoff"));
        // Without blinding, everybody can see that these are not tickets of selected entities.
        assert_eq!(found.contains(&"public.last".to_owned()), last == "ticket");
    }
}

#[test]
fn nothing_is_established_from_a_made_up_seed() {
    // [G4] All other fields of receipt and public form are consistent with the seed.
    let mut case = Small::plain();
    case.task(0)["quota"] = json!({"exactly": "100%"});
    let draw = Draw::of(&case);
    let mut form: Value = serde_json::from_str(&draw.form.to_json()).unwrap();
    form["seed"] = json!(OTHER);
    let seed: Digest = OTHER.parse().unwrap();
    let key = Hash::Sha256.derive("draw", &[seed.as_bytes(), b"task", b"J1"]);
    let ticket = |id: &str| {
        Hash::Sha256
            .digest(&[key.as_bytes(), id.as_bytes()].concat())
            .to_string()
    };
    let last = (1..=5).map(|n| ticket(&format!("A-{n}"))).max();
    form["draws"][0]["last"][0]["ticket"] = json!(last);
    let form = PublicForm::from_json(form.to_string().as_bytes()).unwrap();
    let mut receipt = draw.json("A-1");
    receipt["tasks"][0]["ticket"] = json!(ticket("A-1"));
    receipt["tasks"][0]["cutoff"] = json!(last);
    let receipt = Receipt::from_json(receipt.to_string().as_bytes()).unwrap();
    let report = receipt.check(&form, None);
    assert_eq!(of_outcome(&report, "failed"), ["record.seed"]);
    assert_eq!(
        of_outcome(&report, "not_checked"),
        ["public.last", "receipt.ticket", "receipt.state"]
    );
}

#[test]
fn a_receipt_says_nothing_of_groups() {
    // [D1] The group of a task is in the commitment.
    let draw = Draw::of(&case());
    let mut receipt = draw.json("F-7");
    receipt["tasks"][0]["coordination"] = json!("auto");
    let error = Receipt::from_json(receipt.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.code(), "json.unknown-field");
}

#[test]
fn a_ticket_that_would_have_been_drawn_is_reported() {
    // [G4] Without blinding, everybody can compute the ticket of an entity, even if the receipt says that it was not in
    // the frame.
    let mut case = Small::plain();
    case.task(0)["quota"] = json!({"count": 4});
    let truth = Draw::of(&case);
    let selected = truth.form.draws()[0].selected().to_vec();
    let warned = |id: &str, blinded: bool| {
        // The office removes the entity from its list before it seals.
        let mut case = case.clone();
        case.registry.retain(|row| row["id"] != json!(id));
        case.task(0)["quota"] = json!({"count": 3});
        let case = if blinded { case.blinded() } else { case };
        let draw = Draw::of(&case);
        let receipt = draw.receipt(id);
        let report = receipt.check(&draw.form, Some(draw.sealed.inputs().plan()));
        assert_eq!(report.verdict(), Verdict::Holds);
        let hash = Hash::Sha256;
        let key = draw.record.draws()[0].key();
        let ticket = hash.digest(&[key.as_bytes(), id.as_bytes()].concat());
        let tickets = draw.record.draws()[0].selected().iter();
        let small = tickets.map(|drawn| drawn.ticket()).max() >= Some(ticket);
        let codes: Vec<&str> = report
            .warnings()
            .iter()
            .map(suiji::seal::Finding::code)
            .collect();
        (small, codes.contains(&"receipt.small-ticket"))
    };
    let mut both = [0, 0];
    for id in &selected {
        let (small, told) = warned(id.as_str(), false);
        assert_eq!(small, told, "{id}");
        both[usize::from(small)] += 1;
        assert!(!warned(id.as_str(), true).1, "blinded: nobody can tell");
    }
    assert!(both[1] > 0, "{both:?}");
}
