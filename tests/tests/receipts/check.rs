//! What checking a receipt establishes, what it finds, and what stays on trust [G1]–[G5].

use serde_json::{Value, json};
use suiji::PublicForm;
use suiji::receipt::State;
use suiji::verify::{Outcome, Verdict};
use suiji_conformance::Small;

use super::{Draw, OTHER, case, of_outcome};

#[test]
fn the_expected_statements_stay_on_trust() {
    // [G1, G5] Teams, reserves and absence are on trust. Without blinding, so is everything that needs a proof. Without
    // the plan, so is everything that depends on it. If an entity was not in the frame and the reason is on trust, so
    // is its state.
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
    // It may have been a reserve. The public form does not show this.
    assert_eq!(
        trust(&blinded, State::NotSelected, true),
        ["receipt.reserve"]
    );
    assert_eq!(trust(&blinded, State::Excluded, true), [""; 0]);
    assert_eq!(trust(&blinded, State::Inactive, true), [""; 0]);
    assert_eq!(trust(&blinded, State::OutOfScope, true), [""; 0]);
    assert_eq!(
        trust(&blinded, State::Absent, true),
        ["receipt.absent", "receipt.state"]
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
    // With one stratum, the published cutoff applies to every entity.
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
    // Another stratum. Its leaf, its row and its cutoff do not match.
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
