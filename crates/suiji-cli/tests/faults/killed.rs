//! The command killed by SIGKILL: before every call that touches the case or the output, and before any
//! call at all.

use std::fs;

use crate::aftermath::Aftermath;
use crate::calls::{self, Call, NO_LINKS, NO_RENAMING};
use crate::course::Course;

/// Kills a command before each of its calls, and goes on from what that left.
fn before_every_call(course: &Course) {
    let calls = calls::of_case(course);
    for call in &calls {
        assert!(kill(course, &[], call), "not killed before {}", call.line);
    }
    println!(
        "{}: killed before each of {} calls",
        course.name,
        calls.len()
    );
}

/// Kills a command before a call, unless it ends without, and goes on from what that left.
fn kill(course: &Course, circumstances: &[&str], call: &Call) -> bool {
    let folder = course.folder();
    let ran = calls::killed_before(course, &folder, circumstances, call);
    let what = format!("{} killed before {}", course.name, call.line);
    Aftermath::of(course, folder, &ran.stdout, what)
        .has_what_was_kept()
        .goes_on();
    calls::was_killed(&ran)
}

#[test]
fn a_sealing_killed_before_any_call_is_sealed_once() {
    before_every_call(&Course::seal());
}

#[test]
fn a_superseding_of_a_draw_killed_before_any_call_leaves_two_sheets() {
    before_every_call(&Course::supersede_drawn());
}

#[test]
fn a_superseding_of_what_was_begun_killed_before_any_call_leaves_two_sheets() {
    before_every_call(&Course::supersede_begun());
}

#[test]
fn a_draw_killed_before_any_call_is_drawn_once_from_what_was_given() {
    before_every_call(&Course::draw());
}

#[test]
fn what_goes_on_after_a_kill_may_be_killed_as_well() {
    before_every_call(&Course::finish());
    before_every_call(&Course::draw_begun());
}

#[test]
fn without_links_a_killed_draw_is_drawn_once_from_what_was_given() {
    let course = Course::draw();
    let calls = calls::under(&course, &course.folder(), &[NO_LINKS]);
    let calls = calls.iter().filter(|call| call.line.contains("/case/."));
    for call in calls.clone().filter(|call| call.name != "linkat") {
        assert!(kill(&course, &[NO_LINKS], call), "{}", call.line);
    }
    println!(
        "{}: killed before {} calls without links",
        course.name,
        calls.count()
    );
}

#[test]
fn without_links_and_such_renaming_an_empty_file_is_left_at_worst() {
    let course = Course::draw();
    let circumstances = [NO_LINKS, NO_RENAMING];
    let calls = calls::under(&course, &course.folder(), &circumstances);
    let written = ["contributions.json", "record.json"];
    let touches = |call: &&Call| {
        written
            .iter()
            .any(|name| call.line.contains(&format!("/{name}")))
    };
    let altered = |call: &&Call| ["linkat", "renameat2"].contains(&&*call.name);
    let mut empty = 0;
    for call in calls.iter().filter(touches).filter(|call| !altered(call)) {
        let folder = course.folder();
        let ran = calls::killed_before(&course, &folder, &circumstances, call);
        assert!(calls::was_killed(&ran), "{}", call.line);
        let left = written
            .iter()
            .find(|name| folder.read(name).is_some_and(|bytes| bytes.is_empty()));
        if let Some(left) = left {
            let refused = folder.run(&["draw", "CASE"], "");
            assert_eq!(refused.code, 2, "{}", refused.err);
            assert!(refused.err.contains("[case.unfinished]"), "{}", refused.err);
            fs::remove_file(folder.path(left)).unwrap();
            empty += 1;
        }
        let what = format!("killed while naming, before {}", call.line);
        Aftermath::of(&course, folder, b"", what).goes_on();
    }
    assert!(empty >= written.len(), "{empty}");
    println!("{}: {empty} kills left an empty file", course.name);
}

/// So many kills at random points: of each command between its first call and its last, be they on files,
/// memory or threads.
const RANDOM_KILLS: usize = 200;

#[test]
fn a_command_killed_at_a_random_point_can_be_run_again() {
    let courses = [
        Course::seal(),
        Course::supersede_drawn(),
        Course::supersede_begun(),
        Course::draw(),
    ];
    let all = courses
        .each_ref()
        .map(|course| calls::of(course, &course.folder(), "all"));
    let mut random = Random(0x5a11_0c0d_e5ee_d001);
    let (mut killed, mut tried) = (0, 0);
    while killed < RANDOM_KILLS {
        let which = random.below(courses.len());
        let call = &all[which][random.below(all[which].len())];
        killed += usize::from(kill(&courses[which], &[], call));
        tried += 1;
        // The threads of a run do not always take the same turns, so that a call may not come.
        assert!(tried < 2 * RANDOM_KILLS, "{killed} of {tried} were killed");
    }
    println!("killed at {killed} random points, in {tried} runs");
}

/// Xorshift: the same points in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }
}
