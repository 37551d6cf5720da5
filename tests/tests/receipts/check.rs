//! What a check of a receipt establishes, finds, and leaves on trust [G1]–[G5].

use serde_json::{Value, json};
use suiji::PublicForm;
use suiji::receipt::State;
use suiji::verify::{Outcome, Verdict};
use suiji_conformance::Small;

use super::{OTHER, case, given, of_outcome};

#[test]
fn what_a_check_establishes_and_what_stays_on_trust() {
    // [G1, G5]: officers, reserve numbers and absence; without blinding what a proof would show; without the plan what it says.
    let trust = |case: &Small, state: State, with_plan: bool| {
        let given = given(case);
        let receipt = given.receipt(&given.id(state));
        let report = receipt.check(&given.form, with_plan.then(|| given.sealed.inputs().plan()));
        assert_ne!(report.verdict(), Verdict::Fails, "{}", report.to_json());
        let mut trust = of_outcome(&report, "on_trust");
        trust.sort();
        trust
    };
    let (open, blinded) = (case(), case().blinded());
    assert_eq!(trust(&blinded, State::Selected, true), ["receipt.team"]);
    assert_eq!(trust(&blinded, State::Reserve, true), ["receipt.reserve"]);
    assert_eq!(trust(&blinded, State::NotSelected, true), [""; 0]);
    assert_eq!(trust(&blinded, State::Excluded, true), [""; 0]);
    assert_eq!(trust(&blinded, State::Inactive, true), [""; 0]);
    assert_eq!(trust(&blinded, State::OutOfScope, true), [""; 0]);
    assert_eq!(trust(&blinded, State::Absent, true), ["receipt.absent"]);
    assert_eq!(
        trust(&blinded, State::NotSelected, false),
        ["receipt.key", "receipt.scope"]
    );
    assert_eq!(
        trust(&blinded, State::OutOfScope, false),
        ["receipt.key", "receipt.scope"]
    );
    assert_eq!(
        trust(&open, State::NotSelected, true),
        ["receipt.frame", "receipt.registry", "receipt.scope"]
    );
    let excluded = [
        "receipt.excluded",
        "receipt.history",
        "receipt.history",
        "receipt.registry",
        "receipt.scope",
    ];
    assert_eq!(trust(&open, State::Excluded, true), excluded);
}

#[test]
fn a_check_finds_each_statement_that_is_not_so() {
    // [G1]–[G5]
    let given = given(&case().blinded());
    let [selected, reserve, other] =
        [State::Selected, State::Reserve, State::NotSelected].map(|state| given.id(state));
    assert_eq!(
        given.failed(&selected, "/record", json!(OTHER)),
        ["receipt.record"]
    );
    assert_eq!(
        given.failed(&selected, "/registry/row/name", json!("别的")),
        ["receipt.registry"]
    );
    assert_eq!(
        given.failed(&selected, "/tasks/0/frame/salt", json!(OTHER)),
        ["receipt.frame"]
    );
    assert_eq!(
        given.failed(&selected, "/tasks/0/frame/index", json!(9)),
        ["receipt.frame"]
    );
    assert_eq!(
        given.failed(&selected, "/tasks/0/ticket", json!("00".repeat(32))),
        ["receipt.ticket"]
    );
    assert_eq!(
        given.failed(&selected, "/tasks/0/ticket", json!("ff".repeat(32))),
        ["receipt.ticket", "receipt.state"]
    );
    assert_eq!(
        given.failed(&selected, "/tasks/0/cutoff", json!(OTHER)),
        ["receipt.cutoff"]
    );
    assert_eq!(
        given.failed(&selected, "/tasks/0/coordination", json!("J1")),
        ["receipt.key", "receipt.ticket"]
    );
    assert_eq!(
        given.failed(&other, "/tasks/0/probability/numer", json!(2)),
        ["receipt.probability"]
    );
    assert_eq!(
        given.failed(
            &other,
            "/tasks/0/probability",
            json!({"numer": 2, "denom": 4})
        ),
        ["receipt.probability"]
    );
    assert_eq!(
        given.failed(&reserve, "/tasks/0/reserve", json!(3)),
        ["receipt.reserve"]
    );
    assert_eq!(
        given.failed("F-8", "/history/0/row/date", json!("2023-03-06")),
        ["receipt.history"]
    );
    assert_eq!(
        given.failed("F-8", "/tasks/0/excluded/reason", json!("per_year")),
        ["receipt.excluded"]
    );
    assert_eq!(
        given.failed("F-7", "/tasks/0/state", json!("inactive")),
        ["receipt.scope"]
    );
    assert_eq!(
        given.failed("F-6", "/tasks/0/state", json!("out_of_scope")),
        ["receipt.scope"]
    );
    assert_eq!(
        given.failed("F-7", "/tasks/0/coordination", json!("J1")),
        ["receipt.key"]
    );
    assert_eq!(
        given.failed("F-7", "/tasks/0/task", json!("J2")),
        ["record.tasks"]
    );
    // The stratum of another class: its leaf, its row, its cutoff or its probability betray it.
    let stratum = if other.as_str() < "F-3" {
        "low"
    } else {
        "high"
    };
    let failed = given.failed(&other, "/tasks/0/stratum", json!(stratum));
    for check in ["receipt.frame", "receipt.scope", "receipt.cutoff"] {
        assert!(failed.contains(&check.to_owned()), "{failed:?}");
    }
    // "Not selected" of one who is on the list.
    let mut denied = given.json(&selected);
    denied["tasks"][0]
        .as_object_mut()
        .unwrap()
        .remove("members");
    denied["tasks"][0]["state"] = json!("not_selected");
    assert_eq!(
        of_outcome(&given.check(&denied), "failed"),
        ["receipt.state"]
    );
    // "Out of scope" of one who is on the list.
    let state = json!([{"task": "J1", "state": "out_of_scope", "coordination": "auto"}]);
    let failed = given.failed(&selected, "/tasks", state);
    assert!(
        failed.contains(&"receipt.state".to_owned())
            && failed.contains(&"receipt.scope".to_owned()),
        "{failed:?}"
    );
    // A row of another firm.
    let stranger = given.json(&reserve)["registry"].clone();
    assert!(
        given
            .failed(&selected, "/registry", stranger)
            .contains(&"receipt.registry".to_owned())
    );
}

#[test]
fn a_receipt_is_checked_against_the_form_that_was_published() {
    // [G1, G4]: a form that says something else of the draw fails the right receipt.
    let given = given(&case().blinded());
    let receipt = given.receipt(&given.id(State::Selected));
    let check = |change: &dyn Fn(&mut Value)| {
        let mut form: Value = serde_json::from_str(&given.form.to_json()).unwrap();
        change(&mut form);
        let form = PublicForm::from_json(form.to_string().as_bytes()).unwrap();
        of_outcome(&receipt.check(&form, None), "failed")
    };
    assert_eq!(check(&|_| {}), [""; 0]);
    assert!(check(&|form| form["seed"] = json!(OTHER)).contains(&"record.seed".to_owned()));
    assert!(
        check(&|form| form["contributions"][0]["value"] = json!("1"))
            .contains(&"contributions.match".to_owned())
    );
    let id = receipt.entity().to_owned();
    let failed = check(&move |form| {
        form["draws"][0]["selected"]
            .as_array_mut()
            .unwrap()
            .retain(|of| of != &json!(id))
    });
    assert_eq!(failed, ["receipt.state"]);
    assert!(
        check(&|form| form["draws"][0]["task"] = json!("J2")).contains(&"record.tasks".to_owned())
    );
    // Another plan shows nothing, and is told.
    let other = Small::plain().read_plan().unwrap();
    let report = receipt.check(&given.form, Some(&other));
    assert_eq!(of_outcome(&report, "failed"), ["plan.digest"]);
    let key = report
        .checks()
        .iter()
        .find(|check| check.id() == "receipt.key")
        .unwrap();
    assert_eq!(*key.outcome(), Outcome::OnTrust);
}

#[test]
fn a_group_called_none_is_not_the_lack_of_one() {
    // [G4]
    let mut case = case();
    case.task(0).as_object_mut().unwrap().remove("coordination");
    let given = given(&case);
    let mut receipt = given.json("F-7");
    assert_ne!(given.check(&receipt).verdict(), Verdict::Fails);
    for name in ["none", "None", "NONE"] {
        receipt["tasks"][0]["coordination"] = json!(name);
        let failed = of_outcome(&given.check(&receipt), "failed");
        assert_eq!(failed, ["receipt.key"], "{name}");
    }
}
