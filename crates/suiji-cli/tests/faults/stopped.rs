//! Two processes on a disk without locks and links, such as some network drives. The first is stopped after
//! one of its calls, the second does all of its work, and the first continues. What was written first is not
//! overwritten.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::MetadataExt;
use std::process::{Child, ChildStderr, Command, Output};

use suiji::{Contribution, Record};

use crate::aftermath::{Aftermath, missing_answers};
use crate::calls::{self, Call, NO_LINKS, NO_RENAMING, strace};
use crate::counted;
use crate::folder::Folder;
use crate::process::{self, text, within};
use crate::scenario::{SECOND, SUPERSEDE, Scenario, faces};

const NO_LOCKS: &str = "inject=flock:error=ENOLCK";

/// The calls after which a command is stopped on such a disk, from the first call that concerns a file.
fn stops(scenario: &Scenario, circumstances: &[&str], from: &str) -> Vec<Call> {
    let folder = scenario.folder();
    let calls = calls::under(scenario, &folder, circumstances);
    let dir = folder.dir();
    let stops = calls.into_iter().filter(|call| call.line.contains(&dir));
    let stops = stops.skip_while(|call| !call.line.contains(from));
    let injected = |call: &Call| {
        let name = format!("={}:", call.name);
        circumstances.iter().any(|one| one.contains(&name))
    };
    let reads = |call: &Call| ["read", "fsync"].contains(&&*call.name);
    stops
        .filter(|call| !injected(call) && !reads(call))
        .collect()
}

/// A command that is stopped after a call.
struct Stopped {
    child: Child,
    err: BufReader<ChildStderr>,
}

impl Stopped {
    fn after(call: &Call, scenario: &Scenario, folder: &Folder, circumstances: &[&str]) -> Self {
        let trace = format!("trace={}", calls::TOUCHING);
        let inject = format!("inject={}:signal=STOP:when={}", call.name, call.number);
        let mut strace = strace(&[&[&*trace], circumstances, &[&*inject]].concat());
        // Makes the command a child of this process, instead of `strace`.
        strace.arg("-D");
        let command = within(strace, folder, scenario.args);
        let mut child = process::start(command, &scenario.answers);
        let mut err = BufReader::new(child.stderr.take().unwrap());
        let mut line = Vec::new();
        while !text(&line).contains("stopped by SIGSTOP") {
            line.clear();
            let read = err.read_until(b'\n', &mut line).unwrap();
            assert!(read > 0, "did not stop after {}", call.line);
        }
        Self { child, err }
    }

    /// Continues the command to its end; returns its exit code and its errors.
    fn continues(mut self) -> (i32, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-CONT", &id]).status();
        assert!(sent.unwrap().success());
        let mut err = Vec::new();
        self.err.read_to_end(&mut err).unwrap();
        let code = self.child.wait().unwrap().code();
        (code.unwrap(), text(&err))
    }
}

/// Runs another command to its end on the same disk.
fn other_command(folder: &Folder, circumstances: &[&str], args: &[&str], answers: &str) -> Output {
    let mut strace = strace(circumstances);
    strace.arg("-o").arg(folder.beside("trace"));
    process::run(within(strace, folder, args), answers)
}

fn draws_stopped_anywhere(circumstances: &[&str]) {
    let scenario = Scenario::draw();
    let stops = stops(&scenario, circumstances, "/contributions.json");
    for stop in &stops {
        let folder = scenario.folder();
        let what = format!("stopped after {} with {circumstances:?}", stop.line);
        let first = Stopped::after(stop, &scenario, &folder, circumstances);
        let answers = missing_answers(&folder);
        let second = other_command(&folder, circumstances, scenario.args, &answers);
        let of_second = written(&folder);
        let (of_first, first_err) = first.continues();
        let second_err = text(&second.stderr);
        let codes = [Some(of_first), second.status.code()];
        for (code, err) in codes.iter().zip([&first_err, &second_err]) {
            let refused = ["case.other-contributions", "case.unfinished"];
            let refused = refused.iter().any(|code| err.contains(code));
            assert!(
                *code == Some(0) || *code == Some(2) && refused,
                "{what}: {err}"
            );
        }
        assert!(codes.contains(&Some(0)), "{what}: no draw succeeded");
        if second.status.success() {
            assert!(written(&folder) == of_second, "{what}: overwritten");
        }
        Aftermath::of(&scenario, folder, b"", what).continues();
    }
    counted(
        stops.len(),
        "faults: a draw stopped during another, without locks and links",
    );
}

/// Inode and contents of the files. An overwritten file has other values.
fn written(folder: &Folder) -> [Option<(u64, Vec<u8>)>; 2] {
    ["contributions.json", "record.json"].map(|name| {
        let inode = fs::metadata(folder.path(name)).ok()?.ino();
        Some((inode, folder.read(name)?))
    })
}

#[test]
fn without_locks_and_links_a_draw_does_not_overwrite_another() {
    draws_stopped_anywhere(&[NO_LOCKS, NO_LINKS]);
}

#[test]
fn without_exclusive_renaming_a_draw_does_not_overwrite_another() {
    draws_stopped_anywhere(&[NO_LOCKS, NO_LINKS, NO_RENAMING]);
}

#[test]
fn without_locks_two_sealings_leave_a_commitment_that_can_be_drawn() {
    for scenario in [Scenario::seal(), Scenario::supersede_drawn()] {
        let circumstances = [NO_LOCKS, NO_LINKS];
        let stops = stops(&scenario, &circumstances, "/sealing");
        for stop in &stops {
            let folder = scenario.folder();
            let what = format!("{} stopped after {}", scenario.name, stop.line);
            let first = Stopped::after(stop, &scenario, &folder, &circumstances);
            let second = other_command(&folder, &circumstances, scenario.args, "");
            let (of_first, first_err) = first.continues();
            let codes = [Some(of_first), second.status.code()];
            let all = format!("{what}: {codes:?}\n{}\n{first_err}", text(&second.stderr));
            assert!(
                codes.iter().all(|code| matches!(code, Some(0 | 2))),
                "{all}"
            );
            assert!(codes.contains(&Some(0)), "{all}");
            let refused = codes.contains(&Some(2));
            let expected = ["changed-meanwhile", "interrupted", "exists", "sealed"];
            let is_expected = expected
                .iter()
                .any(|code| all.contains(&format!("[case.{code}]")));
            assert!(is_expected || !refused, "{all}");
            assert!(!folder.has("sealing"), "{all}");
            let drawn = folder.run(&["draw", "CASE", "--yes"], &missing_answers(&folder));
            assert_eq!(drawn.code, 0, "{all}\n{}", drawn.err);
            let verify = ["verify", "CASE/record.json", "--case", "CASE"];
            folder.run(&verify, "").ends(0);
        }
        counted(
            stops.len(),
            "faults: a sealing stopped during another, without locks and links",
        );
    }
}

#[test]
fn without_locks_a_draw_during_a_sealing_adds_nothing_to_the_new_commitment() {
    let scenario = Scenario::draw_dice();
    let circumstances = [NO_LOCKS, NO_LINKS];
    let stops = stops(&scenario, &circumstances, "/contributions.json");
    for stop in &stops {
        let folder = scenario.folder();
        let what = format!("stopped after {}", stop.line);
        let first = Stopped::after(stop, &scenario, &folder, &circumstances);
        let second = other_command(&folder, &circumstances, SUPERSEDE, "");
        let (of_first, first_err) = first.continues();
        // Unanswered, if the secret of the office was just archived.
        let expected = [
            "changed-meanwhile",
            "interrupted",
            "other-contributions",
            "unanswered",
        ];
        let is_expected = expected
            .iter()
            .any(|code| first_err.contains(&format!("[case.{code}]")));
        assert!(of_first == 0 || is_expected, "{what}: {first_err}");
        assert!(second.status.success(), "{what}: {}", text(&second.stderr));
        let drawn = folder.run(&["draw", "CASE", "--yes"], &missing_answers(&folder));
        assert_eq!(drawn.code, 0, "{what}: {}", drawn.err);
        let record = folder.read("record.json").unwrap();
        let record = Record::from_json(&record).unwrap();
        let dice = Contribution::live([faces(SECOND)]).unwrap();
        let dice = record.contributions().iter().filter(|one| **one == dice);
        assert_eq!(dice.count(), 2, "{what}");
        let verify = ["verify", "CASE/record.json", "--case", "CASE"];
        folder.run(&verify, "").ends(0);
    }
    counted(
        stops.len(),
        "faults: a draw stopped during a sealing, without locks and links",
    );
}
