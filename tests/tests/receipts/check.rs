//! What a check of a receipt establishes, what it finds, and what stays on trust [G1]–[G5].

use serde_json::{Value, json};
use suiji::PublicForm;
use suiji::receipt::State;
use suiji::verify::{Outcome, Verdict};
use suiji_conformance::Small;

use super::{Draw, OTHER, case, of_outcome};

#[test]
fn the_expected_statements_stay_on_trust() {
    // [G1, G5] Teams, reserves and absence; without blinding, everything that needs a proof; without the plan,
    // everything that depends on it. The state is on trust if why the entity was not in the frame is.
    let trust = |case: &Small, state: State, with_plan: bool| {
        let draw = Draw::of(case);
        let receipt = draw.receipt(&draw.id(state));
        let report = receipt.check(&draw.form, with_plan.then(|| draw.sealed.inputs().plan()));
        assert_ne!(report.verdict(), Verdict::Fails, "{}", report.to_json());
        let mut trust = of_outcome(&report, "on_trust");
        trust.sort();
        trust
    };
    let (open, blinded) = (case(), case().blinded());
    assert_eq!(trust(&blinded, State::Selected, true), ["receipt.team"]);
    assert_eq!(trust(&blinded, State::Reserve, true), ["receipt.reserve"]);
    // It may have been a reserve: the public form does not say.
    assert_eq!(
        trust(&blinded, State::NotSelected, true),
        ["receipt.reserve"]
    );
    assert_eq!(trust(&blinded, State::Excluded, true), [""; 0]);
    assert_eq!(trust(&blinded, State::Inactive, true), [""; 0]);
    assert_eq!(trust(&blinded, State::OutOfScope, true), [""; 0]);
    assert_eq!(
        trust(&blinded, State::Absent, true),
        ["receipt.absent", "receipt.scope", "receipt.state"]
    );
    assert_eq!(
        trust(&blinded, State::NotSelected, false),
        ["receipt.reserve", "receipt.scope"]
    );
    assert_eq!(
        trust(&blinded, State::OutOfScope, false),
        ["receipt.scope", "receipt.state"]
    );
    assert_eq!(
        trust(&open, State::NotSelected, true),
        [
            "receipt.frame",
            "receipt.probability",
            "receipt.registry",
            "receipt.reserve",
            "receipt.scope",
            "receipt.state"
        ]
    );
    for state in [State::Inactive, State::OutOfScope] {
        assert_eq!(
            trust(&open, state, true),
            ["receipt.registry", "receipt.scope", "receipt.state"]
        );
    }
    let excluded = [
        "receipt.excluded",
        "receipt.history",
        "receipt.history",
        "receipt.registry",
        "receipt.scope",
        "receipt.state",
    ];
    assert_eq!(trust(&open, State::Excluded, true), excluded);
    // With one stratum the published cutoff is that of everybody.
    let mut one = case();
    one.task(0).as_object_mut().unwrap().remove("risk");
    assert_eq!(
        trust(&one, State::NotSelected, true),
        [
            "receipt.frame",
            "receipt.probability",
            "receipt.registry",
            "receipt.reserve",
            "receipt.scope"
        ]
    );
}

#[test]
fn a_check_finds_every_false_statement() {
    // [G1]–[G5]
    let draw = Draw::of(&case().blinded());
    let [selected, reserve, other] =
        [State::Selected, State::Reserve, State::NotSelected].map(|state| draw.id(state));
    assert_eq!(
        draw.failed(&selected, "/record", json!(OTHER)),
        ["receipt.record"]
    );
    assert_eq!(
        draw.failed(&selected, "/registry/row/name", json!("别的")),
        ["receipt.registry"]
    );
    assert_eq!(
        draw.failed(&selected, "/tasks/0/frame/salt", json!(OTHER)),
        ["receipt.frame"]
    );
    assert_eq!(
        draw.failed(&selected, "/tasks/0/frame/index", json!(9)),
        ["receipt.frame"]
    );
    assert_eq!(
        draw.failed(&selected, "/tasks/0/ticket", json!("00".repeat(32))),
        ["receipt.ticket"]
    );
    assert_eq!(
        draw.failed(&selected, "/tasks/0/ticket", json!("ff".repeat(32))),
        ["receipt.ticket", "receipt.state"]
    );
    assert_eq!(
        draw.failed(&selected, "/tasks/0/cutoff", json!("ff".repeat(32))),
        ["receipt.cutoff"]
    );
    assert_eq!(
        draw.failed(&selected, "/tasks/0/cutoff", json!("00".repeat(32))),
        ["receipt.cutoff", "receipt.state"]
    );
    assert_eq!(
        draw.failed(&selected, "/tasks/0/cutoff_salt", json!(OTHER)),
        ["receipt.cutoff"]
    );
    assert_eq!(
        draw.failed(&other, "/tasks/0/probability/numer", json!(2)),
        ["receipt.probability"]
    );
    assert_eq!(
        draw.failed(
            &other,
            "/tasks/0/probability",
            json!({"numer": 2, "denom": 4})
        ),
        ["receipt.probability"]
    );
    assert_eq!(
        draw.failed(&reserve, "/tasks/0/reserve", json!(3)),
        ["receipt.reserve"]
    );
    assert_eq!(
        draw.failed("F-8", "/history/0/row/date", json!("2023-03-06")),
        ["receipt.history"]
    );
    assert_eq!(
        draw.failed("F-8", "/tasks/0/excluded/reason", json!("exempt")),
        ["receipt.excluded"]
    );
    assert_eq!(
        draw.failed("F-7", "/tasks/0/state", json!("inactive")),
        ["receipt.scope"]
    );
    assert_eq!(
        draw.failed("F-6", "/tasks/0/state", json!("out_of_scope")),
        ["receipt.scope"]
    );
    assert_eq!(
        draw.failed("F-7", "/tasks/0/task", json!("J2")),
        ["record.tasks"]
    );
    // Another stratum: its leaf, its row and its cutoff do not match.
    let stratum = if other.as_str() < "F-3" {
        "low"
    } else {
        "high"
    };
    let failed = draw.failed(&other, "/tasks/0/stratum", json!(stratum));
    for check in ["receipt.frame", "receipt.scope", "receipt.cutoff"] {
        assert!(failed.contains(&check.to_owned()), "{failed:?}");
    }
    // "Not selected" for an entity on the list.
    let mut not_selected = draw.json(&selected);
    not_selected["tasks"][0]
        .as_object_mut()
        .unwrap()
        .remove("members");
    not_selected["tasks"][0]["state"] = json!("not_selected");
    assert_eq!(
        of_outcome(&draw.check(&not_selected), "failed"),
        ["receipt.state"]
    );
    // "Out of scope" for an entity on the list.
    let state = json!([{"task": "J1", "state": "out_of_scope"}]);
    let failed = draw.failed(&selected, "/tasks", state);
    assert!(
        failed.contains(&"receipt.state".to_owned())
            && failed.contains(&"receipt.scope".to_owned()),
        "{failed:?}"
    );
    // The row of another entity.
    let other_row = draw.json(&reserve)["registry"].clone();
    assert!(
        draw.failed(&selected, "/registry", other_row)
            .contains(&"receipt.registry".to_owned())
    );
}

#[test]
fn a_changed_public_form_makes_a_valid_receipt_fail() {
    // [G1, G4]
    let draw = Draw::of(&case().blinded());
    let receipt = draw.receipt(&draw.id(State::Selected));
    let check = |change: &dyn Fn(&mut Value)| {
        let mut form: Value = serde_json::from_str(&draw.form.to_json()).unwrap();
        change(&mut form);
        let form = PublicForm::from_json(form.to_string().as_bytes()).unwrap();
        of_outcome(&receipt.check(&form, None), "failed")
    };
    assert_eq!(check(&|_| {}), [""; 0]);
    assert!(check(&|form| form["seed"] = json!(OTHER)).contains(&"record.seed".to_owned()));
    assert!(
        check(&|form| form["contributions"][0]["numbers"] = json!([[1]]))
            .contains(&"contributions.match".to_owned())
    );
    let id = receipt.entity().to_owned();
    let failed = check(&move |form| {
        form["draws"][0]["selected"]
            .as_array_mut()
            .unwrap()
            .retain(|of| of != &json!(id))
    });
    assert_eq!(failed, ["public.last", "receipt.state"]);
    assert!(
        check(&|form| form["draws"][0]["task"] = json!("J2")).contains(&"record.tasks".to_owned())
    );
    // Another plan is reported and proves nothing.
    let other = Small::plain().read_plan().unwrap();
    let report = receipt.check(&draw.form, Some(&other));
    assert_eq!(of_outcome(&report, "failed"), ["plan.digest"]);
    assert_eq!(report.verdict(), Verdict::OtherInputs);
    let scope = report
        .checks()
        .iter()
        .find(|check| check.id() == "receipt.scope")
        .unwrap();
    assert_eq!(*scope.outcome(), Outcome::OnTrust);
}

#[test]
fn all_checks_of_the_public_form_are_made() {
    // [G1] Whatever the receipt is about.
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
            for change in [
                (&|form: &mut Value| drop(form["draws"][0]["last"].as_array_mut().unwrap().pop()))
                    as &dyn Fn(&mut Value),
                &|form| form["draws"][0]["last"].as_array_mut().unwrap().swap(0, 1),
                &|form| form["draws"][0]["last"][0]["stratum"] = json!("all"),
                &|form| drop(form["draws"][0]["selected"].as_array_mut().unwrap().pop()),
                &|form| form["draws"][0]["selected"][0] = form["draws"][0]["selected"][1].clone(),
            ] {
                let found = failed(state, change);
                assert!(found.contains(&"public.last".to_owned()), "{found:?}");
            }
        }
        // Another last ticket of its own stratum.
        let other = |form: &mut Value| {
            for of in form["draws"][0]["last"].as_array_mut().unwrap() {
                of[last] = json!(OTHER);
            }
        };
        let found = failed(State::Selected, &other);
        assert_eq!(found.last().map(String::as_str), Some("receipt.cutoff"));
        // Without blinding anybody can tell that these are not tickets of the selected.
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
    let seed: suiji::Digest = OTHER.parse().unwrap();
    let key = suiji::Hash::Sha256.derive("draw", &[seed.as_bytes(), b"task", b"J1"]);
    let ticket = |id: &str| {
        suiji::Hash::Sha256
            .digest(&[key.as_bytes(), id.as_bytes()].concat())
            .to_string()
    };
    let last = (1..=5).map(|n| ticket(&format!("A-{n}"))).max();
    form["draws"][0]["last"][0]["ticket"] = json!(last);
    let form = PublicForm::from_json(form.to_string().as_bytes()).unwrap();
    let mut receipt = draw.json("A-1");
    receipt["tasks"][0]["ticket"] = json!(ticket("A-1"));
    receipt["tasks"][0]["cutoff"] = json!(last);
    let receipt = suiji::Receipt::from_json(receipt.to_string().as_bytes()).unwrap();
    let report = receipt.check(&form, None);
    assert_eq!(of_outcome(&report, "failed"), ["record.seed"]);
    assert_eq!(
        of_outcome(&report, "not_checked"),
        ["public.last", "receipt.ticket", "receipt.state"]
    );
}

#[test]
fn a_receipt_says_nothing_of_groups() {
    // [D1] The group of a task stands on the commitment.
    let draw = Draw::of(&case());
    let mut receipt = draw.json("F-7");
    receipt["tasks"][0]["coordination"] = json!("auto");
    let error = suiji::Receipt::from_json(receipt.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.code(), "json.unknown-field");
}

#[test]
fn a_ticket_that_would_have_been_drawn_is_reported() {
    // [G4] Without blinding everybody can compute the ticket of an entity that is said not to have been in the frame.
    let mut case = Small::plain();
    case.task(0)["quota"] = json!({"count": 4});
    let truth = Draw::of(&case);
    let selected = truth.form.draws()[0].selected().to_vec();
    let warned = |id: &str, blinded: bool| {
        // The office strikes the entity from its list before it seals.
        let mut case = case.clone();
        case.registry.retain(|row| row["id"] != json!(id));
        case.task(0)["quota"] = json!({"count": 3});
        let case = if blinded { case.blinded() } else { case };
        let draw = Draw::of(&case);
        let receipt = draw.receipt(id);
        let report = receipt.check(&draw.form, Some(draw.sealed.inputs().plan()));
        assert_eq!(report.verdict(), Verdict::Holds);
        let hash = suiji::Hash::Sha256;
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
