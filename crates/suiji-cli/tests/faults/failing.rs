//! Every call that touches the case or the output fails once: the command says so or does without, and
//! what it leaves is as good as what a crash leaves.

use crate::aftermath::Aftermath;
use crate::calls::{self, Call};
use crate::course::Course;
use crate::process::text;

/// Lets each call fail, and goes on from what that left.
fn at_every_call(course: &Course) {
    at_each(course, "EIO", &calls::of_case(course));
}

/// Lets each call fail that takes room on the disk.
fn at_every_call_for_room(course: &Course) {
    let takes_room = |call: &Call| match &*call.name {
        "openat" => call.line.contains("O_CREAT"),
        name => ["write", "fsync", "mkdir", "link", "rename"]
            .iter()
            .any(|one| name.starts_with(one)),
    };
    let mut calls = calls::of_case(course);
    calls.retain(takes_room);
    at_each(course, "ENOSPC", &calls);
}

fn at_each(course: &Course, error: &str, calls: &[Call]) {
    let mut told = 0;
    for call in calls {
        let folder = course.folder();
        let ran = calls::failing_at(course, &folder, call, error);
        let (code, err) = (ran.status.code(), text(&ran.stderr));
        let what = format!("{} with {error} from {}\n{err}", course.name, call.line);
        assert!(matches!(code, Some(0 | 2)), "ended with {code:?}: {what}");
        assert!(!err.contains("panicked"), "{what}");
        // A lock that fails is not one that there is not.
        let first_lock = call.name == "flock" && call.number == 1;
        assert!(!first_lock || code == Some(2), "{what}");
        if code == Some(2) {
            told += 1;
            let with_code = ["[case.", "[table.read]"]
                .iter()
                .any(|code| err.contains(code));
            let is_told = with_code || call.line.starts_with("write(2<");
            assert!(is_told, "not told: {what}");
        }
        Aftermath::of(course, folder, &ran.stdout, what)
            .has_what_was_kept()
            .goes_on();
    }
    let (name, all) = (course.name, calls.len());
    println!("{name}: {error} from each of {all} calls, {told} times told");
}

#[test]
fn a_sealing_with_any_call_failing_is_sealed_once() {
    at_every_call(&Course::seal());
}

#[test]
fn a_superseding_of_a_draw_with_any_call_failing_leaves_two_sheets() {
    at_every_call(&Course::supersede_drawn());
}

#[test]
fn a_superseding_of_what_was_begun_with_any_call_failing_leaves_two_sheets() {
    at_every_call(&Course::supersede_begun());
}

#[test]
fn a_draw_with_any_call_failing_is_drawn_once_from_what_was_given() {
    at_every_call(&Course::draw());
}

#[test]
fn a_command_with_no_room_at_any_call_can_be_run_again() {
    at_every_call_for_room(&Course::seal());
    at_every_call_for_room(&Course::supersede_drawn());
    at_every_call_for_room(&Course::draw());
}
