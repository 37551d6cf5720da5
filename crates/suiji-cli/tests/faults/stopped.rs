//! Two processes where there are neither locks nor links, as on some network drives: one stops after any of its
//! calls, the other comes and does all of its work, and the first goes on. What was written first stands.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::MetadataExt;
use std::process::{Child, ChildStderr, Command, Output};

use suiji::{Contribution, Record, Run};

use crate::aftermath::{Aftermath, missing_answers};
use crate::calls::{self, Call, NO_LINKS, NO_RENAMING, strace};
use crate::course::{Course, SECOND, SUPERSEDE};
use crate::folder::Folder;
use crate::process::{self, text, within};

const NO_LOCKS: &str = "inject=flock:error=ENOLCK";

/// The calls of a command under those circumstances after which it may stop, from its first look at a file
/// on.
fn stops(course: &Course, circumstances: &[&str], from: &str) -> Vec<Call> {
    let folder = course.folder();
    let calls = calls::under(course, &folder, circumstances);
    let dir = folder.dir();
    let stops = calls.into_iter().filter(|call| call.line.contains(&dir));
    let stops = stops.skip_while(|call| !call.line.contains(from));
    let altered = |call: &Call| {
        let name = format!("={}:", call.name);
        circumstances.iter().any(|one| one.contains(&name))
    };
    let reads = |call: &Call| ["read", "fsync"].contains(&&*call.name);
    stops
        .filter(|call| !altered(call) && !reads(call))
        .collect()
}

/// A command that stopped after a call.
struct Stopped {
    child: Child,
    said: BufReader<ChildStderr>,
}

impl Stopped {
    fn after(call: &Call, course: &Course, folder: &Folder, circumstances: &[&str]) -> Self {
        let trace = format!("trace={}", calls::TOUCHING);
        let inject = format!("inject={}:signal=STOP:when={}", call.name, call.number);
        let mut strace = strace(&[&[&*trace], circumstances, &[&*inject]].concat());
        // The command is then a child of this process, and `strace` is not.
        strace.arg("-D");
        let command = within(strace, folder, course.words);
        let mut child = process::start(command, &course.answers);
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = Vec::new();
        while !text(&line).contains("stopped by SIGSTOP") {
            line.clear();
            let read = said.read_until(b'\n', &mut line).unwrap();
            assert!(read > 0, "did not stop after {}", call.line);
        }
        Self { child, said }
    }

    /// Lets it go on to its end; its exit code, and what it said meanwhile.
    fn goes_on(mut self) -> (i32, String) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-CONT", &id]).status();
        assert!(told.unwrap().success());
        let mut said = Vec::new();
        self.said.read_to_end(&mut said).unwrap();
        let code = self.child.wait().unwrap().code();
        (code.unwrap(), text(&said))
    }
}

/// Runs a command to its end under the same circumstances.
fn meanwhile(folder: &Folder, circumstances: &[&str], words: &[&str], answers: &str) -> Output {
    let mut strace = strace(circumstances);
    strace.arg("-o").arg(folder.beside("trace"));
    process::run(within(strace, folder, words), answers)
}

fn draws_stopped_anywhere(circumstances: &[&str]) {
    let course = Course::draw();
    let stops = stops(&course, circumstances, "/contributions.json");
    for stop in &stops {
        let folder = course.folder();
        let what = format!("stopped after {} with {circumstances:?}", stop.line);
        let first = Stopped::after(stop, &course, &folder, circumstances);
        let answers = missing_answers(&folder);
        let second = meanwhile(&folder, circumstances, course.words, &answers);
        let of_second = written(&folder);
        let (of_first, said) = first.goes_on();
        let err = text(&second.stderr);
        let codes = [Some(of_first), second.status.code()];
        for (code, said) in codes.iter().zip([&said, &err]) {
            let met = ["case.other-contributions", "case.unfinished"];
            let met = met.iter().any(|code| said.contains(code));
            assert!(
                *code == Some(0) || *code == Some(2) && met,
                "{what}: {said}"
            );
        }
        assert!(codes.contains(&Some(0)), "{what}: neither was drawn");
        if second.status.success() {
            assert!(written(&folder) == of_second, "{what}: written over");
        }
        Aftermath::of(&course, folder, b"", what).goes_on();
    }
    let count = stops.len();
    println!("draws stopped after each of {count} calls with {circumstances:?}");
}

/// Which files stand under the names, and what is in them: one that is written over is another.
fn written(folder: &Folder) -> [Option<(u64, Vec<u8>)>; 2] {
    ["contributions.json", "record.json"].map(|name| {
        let which = fs::metadata(folder.path(name)).ok()?.ino();
        Some((which, folder.read(name)?))
    })
}

#[test]
fn without_locks_and_links_a_draw_does_not_write_over_another() {
    draws_stopped_anywhere(&[NO_LOCKS, NO_LINKS]);
}

#[test]
fn without_any_renaming_that_keeps_what_is_there_a_draw_does_not_write_over_another() {
    draws_stopped_anywhere(&[NO_LOCKS, NO_LINKS, NO_RENAMING]);
}

#[test]
fn without_locks_a_sealing_among_another_leaves_a_sheet_that_can_be_drawn() {
    for course in [Course::seal(), Course::supersede_drawn()] {
        let circumstances = [NO_LOCKS, NO_LINKS];
        let stops = stops(&course, &circumstances, "/sealing");
        for stop in &stops {
            let folder = course.folder();
            let what = format!("{} stopped after {}", course.name, stop.line);
            let first = Stopped::after(stop, &course, &folder, &circumstances);
            let second = meanwhile(&folder, &circumstances, course.words, "");
            let (of_first, said) = first.goes_on();
            let codes = [Some(of_first), second.status.code()];
            let said = format!("{what}: {codes:?}\n{}\n{said}", text(&second.stderr));
            assert!(
                codes.iter().all(|code| matches!(code, Some(0 | 2))),
                "{said}"
            );
            assert!(codes.contains(&Some(0)), "{said}");
            let refused = codes.contains(&Some(2));
            let met = ["changed-meanwhile", "interrupted", "exists", "sealed"];
            let is_told = met
                .iter()
                .any(|code| said.contains(&format!("[case.{code}]")));
            assert!(is_told || !refused, "{said}");
            assert!(!folder.has("sealing"), "{said}");
            let drawn = folder.run(&["draw", "CASE"], &missing_answers(&folder));
            assert_eq!(drawn.code, 0, "{said}\n{}", drawn.err);
            let verify = ["verify", "CASE/record.json", "--case", "CASE"];
            folder.run(&verify, "").ends(0);
        }
        println!(
            "{} stopped after each of {} calls",
            course.name,
            stops.len()
        );
    }
}

#[test]
fn without_locks_a_draw_among_a_sealing_gives_nothing_to_the_new_sheet() {
    let course = Course::draw_dice();
    let circumstances = [NO_LOCKS, NO_LINKS];
    let stops = stops(&course, &circumstances, "/contributions.json");
    for stop in &stops {
        let folder = course.folder();
        let what = format!("stopped after {}", stop.line);
        let first = Stopped::after(stop, &course, &folder, &circumstances);
        let second = meanwhile(&folder, &circumstances, SUPERSEDE, "");
        let (of_first, said) = first.goes_on();
        // Unanswered, where what opens the office's value was just set aside.
        let met = [
            "changed-meanwhile",
            "interrupted",
            "other-contributions",
            "unanswered",
        ];
        let met = met
            .iter()
            .any(|code| said.contains(&format!("[case.{code}]")));
        assert!(of_first == 0 || met, "{what}: {said}");
        assert!(second.status.success(), "{what}: {}", text(&second.stderr));
        let drawn = folder.run(&["draw", "CASE"], &missing_answers(&folder));
        assert_eq!(drawn.code, 0, "{what}: {}", drawn.err);
        let record = folder.read("record.json").unwrap();
        let record = Record::from_json(&record, &Run::default()).unwrap();
        let thrown = Contribution::live(SECOND).unwrap();
        let dice = record.contributions().iter().filter(|one| **one == thrown);
        assert_eq!(dice.count(), 2, "{what}");
        let verify = ["verify", "CASE/record.json", "--case", "CASE"];
        folder.run(&verify, "").ends(0);
    }
    println!(
        "draws stopped among a superseding after each of {} calls",
        stops.len()
    );
}
