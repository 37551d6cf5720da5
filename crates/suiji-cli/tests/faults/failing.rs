//! Every call that concerns the case or the output fails once. The command reports it or works without the call,
//! and the case is in a state that a crash could also leave.

use crate::aftermath::Aftermath;
use crate::calls::{self, Call};
use crate::counted;
use crate::process::text;
use crate::scenario::Scenario;

/// Makes each call fail, and continues from there.
fn at_every_call(scenario: &Scenario) {
    at_each(scenario, "EIO", &calls::of_case(scenario));
}

/// Makes each call fail that uses space on the disk.
fn at_every_call_for_space(scenario: &Scenario) {
    let takes_space = |call: &Call| match &*call.name {
        "openat" => call.line.contains("O_CREAT"),
        name => ["write", "fsync", "mkdir", "link", "rename"]
            .iter()
            .any(|one| name.starts_with(one)),
    };
    let mut calls = calls::of_case(scenario);
    calls.retain(takes_space);
    at_each(scenario, "ENOSPC", &calls);
}

fn at_each(scenario: &Scenario, error: &str, calls: &[Call]) {
    for call in calls {
        let folder = scenario.folder();
        let ran = calls::failing_at(scenario, &folder, call, error);
        let (code, err) = (ran.status.code(), text(&ran.stderr));
        let what = format!("{} with {error} from {}\n{err}", scenario.name, call.line);
        assert!(matches!(code, Some(0 | 2)), "ended with {code:?}: {what}");
        assert!(!err.contains("panicked"), "{what}");
        // A lock that fails is an error; it does not mean that the system has no locks.
        let first_lock = call.name == "flock" && call.number == 1;
        assert!(!first_lock || code == Some(2), "{what}");
        if code == Some(2) {
            let with_code = ["[case.", "[table.read]"]
                .iter()
                .any(|code| err.contains(code));
            let is_reported = with_code || call.line.starts_with("write(2<");
            assert!(is_reported, "not reported: {what}");
        }
        Aftermath::of(scenario, folder, &ran.stdout, what)
            .has_saved_contributions()
            .continues();
    }
    counted(
        calls.len(),
        &format!("faults: {error} from a call: {}", scenario.name),
    );
}

#[test]
fn a_sealing_with_any_call_failing_is_sealed_once() {
    at_every_call(&Scenario::seal());
}

#[test]
fn a_superseding_of_a_draw_with_any_call_failing_leaves_two_commitments() {
    at_every_call(&Scenario::supersede_drawn());
}

#[test]
fn a_superseding_of_a_begun_draw_with_any_call_failing_leaves_two_commitments() {
    at_every_call(&Scenario::supersede_begun());
}

#[test]
fn a_draw_with_any_call_failing_is_drawn_once_from_its_contributions() {
    at_every_call(&Scenario::draw());
}

#[test]
fn a_command_without_space_at_any_call_can_be_run_again() {
    at_every_call_for_space(&Scenario::seal());
    at_every_call_for_space(&Scenario::supersede_drawn());
    at_every_call_for_space(&Scenario::draw());
}
