//! The command killed by SIGKILL: before every call that concerns the case or the output, and before any other
//! call.

use std::fs;

use crate::aftermath::Aftermath;
use crate::calls::{self, Call, NO_LINKS, NO_RENAMING};
use crate::counted;
use crate::scenario::Scenario;

/// Kills a command before each of its calls, and continues from there.
fn before_every_call(scenario: &Scenario) {
    let calls = calls::of_case(scenario);
    for call in &calls {
        assert!(kill(scenario, &[], call), "not killed before {}", call.line);
    }
    counted(
        calls.len(),
        &format!("faults: killed before a call: {}", scenario.name),
    );
}

/// Kills a command before a call, and continues from there. Returns false if the call did not occur.
fn kill(scenario: &Scenario, circumstances: &[&str], call: &Call) -> bool {
    let folder = scenario.folder();
    let ran = calls::killed_before(scenario, &folder, circumstances, call);
    let what = format!("{} killed before {}", scenario.name, call.line);
    Aftermath::of(scenario, folder, &ran.stdout, what)
        .has_saved_contributions()
        .continues();
    calls::was_killed(&ran)
}

#[test]
fn a_sealing_killed_before_any_call_is_sealed_once() {
    before_every_call(&Scenario::seal());
}

#[test]
fn a_superseding_of_a_draw_killed_before_any_call_leaves_two_commitments() {
    before_every_call(&Scenario::supersede_drawn());
}

#[test]
fn a_superseding_of_a_begun_draw_killed_before_any_call_leaves_two_commitments() {
    before_every_call(&Scenario::supersede_begun());
}

#[test]
fn a_draw_killed_before_any_call_is_drawn_once_from_its_contributions() {
    before_every_call(&Scenario::draw());
}

#[test]
fn a_command_that_continues_after_a_kill_may_be_killed_again() {
    before_every_call(&Scenario::finish());
    before_every_call(&Scenario::draw_begun());
}

#[test]
fn without_links_a_killed_draw_is_drawn_once_from_its_contributions() {
    let scenario = Scenario::draw();
    let calls = calls::under(&scenario, &scenario.folder(), &[NO_LINKS]);
    let calls = calls.iter().filter(|call| call.line.contains("/case/."));
    for call in calls.clone().filter(|call| call.name != "linkat") {
        assert!(kill(&scenario, &[NO_LINKS], call), "{}", call.line);
    }
    counted(calls.count(), "faults: killed before a call, without links");
}

#[test]
fn without_links_and_exclusive_renaming_a_kill_leaves_an_empty_file_at_worst() {
    let scenario = Scenario::draw();
    let circumstances = [NO_LINKS, NO_RENAMING];
    let calls = calls::under(&scenario, &scenario.folder(), &circumstances);
    let written = ["contributions.json", "record.json"];
    let concerns = |call: &&Call| {
        written
            .iter()
            .any(|name| call.line.contains(&format!("/{name}")))
    };
    let injected = |call: &&Call| ["linkat", "renameat2"].contains(&&*call.name);
    let mut empty = 0;
    for call in calls.iter().filter(concerns).filter(|call| !injected(call)) {
        let folder = scenario.folder();
        let ran = calls::killed_before(&scenario, &folder, &circumstances, call);
        assert!(calls::was_killed(&ran), "{}", call.line);
        let left = written
            .iter()
            .find(|name| folder.read(name).is_some_and(|bytes| bytes.is_empty()));
        if let Some(left) = left {
            let refused = folder.run(&["draw", "CASE", "--yes"], "");
            assert_eq!(refused.code, 2, "{}", refused.err);
            assert!(refused.err.contains("[case.unfinished]"), "{}", refused.err);
            fs::remove_file(folder.path(left)).unwrap();
            empty += 1;
        }
        let what = format!("killed while naming, before {}", call.line);
        Aftermath::of(&scenario, folder, b"", what).continues();
    }
    assert!(empty >= written.len(), "{empty}");
    counted(
        empty,
        "faults: an empty file left, without links and exclusive renaming",
    );
}

/// The number of kills at random points: before any call of a command, also one for memory or threads.
const RANDOM_KILLS: usize = 200;

#[test]
fn a_command_killed_at_a_random_point_can_be_run_again() {
    let scenarios = [
        Scenario::seal(),
        Scenario::supersede_drawn(),
        Scenario::supersede_begun(),
        Scenario::draw(),
    ];
    let all = scenarios
        .each_ref()
        .map(|scenario| calls::of(scenario, &scenario.folder(), "all"));
    let mut random = Random(0x5a11_0c0d_e5ee_d001);
    let (mut killed, mut tried) = (0, 0);
    while killed < RANDOM_KILLS {
        let which = random.below(scenarios.len());
        let call = &all[which][random.below(all[which].len())];
        killed += usize::from(kill(&scenarios[which], &[], call));
        tried += 1;
        // The order of the threads differs between runs, so a call may not occur.
        assert!(tried < 2 * RANDOM_KILLS, "{killed} of {tried} were killed");
    }
    counted(killed, "faults: killed at a random call");
}

/// Xorshift, so that every run uses the same points.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }
}
