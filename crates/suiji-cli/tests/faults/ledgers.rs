//! A case with a ledger. Whatever happens to a command, the ledger can be read, everything that was shown is in it, and
//! the next command continues it.

use std::process::Command;

use serde_json::Value;

use crate::calls;
use crate::counted;
use crate::folder::Folder;
use crate::process::{self, SUIJI, text, within};
use crate::scenario::Scenario;

/// The output of `suiji ledger verify`.
fn verified(folder: &Folder) -> Value {
    let mut command = Command::new(SUIJI);
    command.args(folder.args(&["ledger", "verify", "CASE", "--json"]));
    let ran = process::run(command, "");
    assert!(
        ran.status.code().is_some_and(|code| code < 2),
        "{}",
        text(&ran.stderr)
    );
    serde_json::from_slice(&ran.stdout).unwrap_or_else(|_| unreachable!("{}", text(&ran.stderr)))
}

fn codes(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap().iter();
    list.map(|of| of["code"].as_str().unwrap()).collect()
}

/// The number of entries of a kind.
fn count(folder: &Folder, kind: &str) -> usize {
    let ledger = folder.read("ledger.jsonl").unwrap();
    text(&ledger)
        .matches(&format!("\"kind\":\"{kind}\""))
        .count()
}

/// Checks the ledger after a command that was stopped, runs the command again, and checks it once more.
fn continues(scenario: &Scenario, folder: &Folder, shown: &[u8], what: &str) {
    let report = verified(folder);
    // Only unfinished work is reported.
    let interrupted = folder.has("sealing");
    let is_unfinished = |code: &&str| match *code {
        "ledger.unfinished" => true,
        "ledger.no-commitment" => interrupted,
        _ => false,
    };
    assert!(
        codes(&report["failures"]).iter().all(is_unfinished),
        "{what}: {report}"
    );
    let kind = if scenario.args[0] == "seal" {
        "sealed"
    } else {
        "drawn"
    };
    let before = if scenario.before("commitment.json").is_some() {
        "drawn"
    } else {
        "sealed"
    };
    assert_eq!(kind, before);
    assert!(
        shown.is_empty() || count(folder, kind) == 1,
        "{what}: shown and not entered: {}",
        text(shown)
    );
    let mut command = Command::new(SUIJI);
    command.args(folder.args(scenario.args));
    let ran = process::run(command, &scenario.answers);
    let err = text(&ran.stderr);
    // A sealing that was finished before the stop is not repeated.
    let done = kind == "sealed" && err.contains("[case.sealed]");
    assert!(ran.status.code() == Some(0) || done, "{what}: {err}");
    let report = verified(folder);
    assert_eq!(codes(&report["failures"]), [""; 0], "{what}: {report}");
    assert!(
        !codes(&report["warnings"]).contains(&"ledger.torn"),
        "{what}"
    );
    assert_eq!(
        (count(folder, "sealed"), count(folder, kind)),
        (1, 1),
        "{what}"
    );
}

#[test]
fn a_command_killed_before_any_call_leaves_a_ledger_that_the_next_one_continues() {
    for scenario in [Scenario::seal_in_ledger(), Scenario::draw_in_ledger()] {
        let calls = calls::of_case(&scenario);
        for call in &calls {
            let folder = scenario.folder();
            let ran = calls::killed_before(&scenario, &folder, &[], call);
            assert!(calls::was_killed(&ran), "not killed before {}", call.line);
            let what = format!("{} killed before {}", scenario.name, call.line);
            continues(&scenario, &folder, &ran.stdout, &what);
        }
        counted(
            calls.len(),
            &format!("faults: killed before a call: {}", scenario.name),
        );
    }
}

#[test]
fn without_space_no_entry_is_half_written() {
    for scenario in [Scenario::seal_in_ledger(), Scenario::draw_in_ledger()] {
        let mut refused = 0;
        for blocks in 0..16 {
            let folder = scenario.folder();
            let limit = format!("ulimit -f {blocks}; exec \"$@\"");
            let mut shell = Command::new("sh");
            shell.args(["-c", &limit, "sh"]);
            let ran = process::run(within(shell, &folder, scenario.args), &scenario.answers);
            refused += usize::from(ran.status.code() != Some(0));
            let what = format!("{} with a limit of {blocks} blocks", scenario.name);
            assert!(
                !codes(&verified(&folder)["warnings"]).contains(&"ledger.torn"),
                "{what}"
            );
            continues(&scenario, &folder, &ran.stdout, &what);
        }
        assert!(0 < refused && refused < 16, "{}: {refused}", scenario.name);
    }
}
