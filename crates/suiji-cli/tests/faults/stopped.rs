//! Two draws where there are neither locks nor links, as on a memory stick: one stops after any of its
//! calls, the other comes and does all of its work, and the first goes on. What was written first stands.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::MetadataExt;
use std::process::{Command, Stdio};

use crate::aftermath::{Aftermath, missing_answers};
use crate::calls::{self, Call, NO_LINKS, NO_RENAMING, strace};
use crate::course::Course;
use crate::folder::Folder;

const NO_LOCKS: &str = "inject=flock:error=ENOLCK";

/// The calls of a draw under those circumstances after which it may stop, from its first look at what was
/// given on.
fn stops(course: &Course, circumstances: &[&str]) -> Vec<Call> {
    let folder = course.folder();
    let calls = calls::under(course, &folder, circumstances);
    let dir = folder.dir();
    let mut stops = calls.into_iter().filter(|call| call.line.contains(&dir));
    let first = stops.find(|call| call.line.contains("/contributions.json"));
    let altered = |call: &Call| {
        circumstances
            .iter()
            .any(|one| one.contains(&format!("={}:", call.name)))
    };
    let reads = |call: &Call| ["read", "fsync"].contains(&&*call.name);
    let rest = stops.filter(|call| !altered(call) && !reads(call));
    first.into_iter().chain(rest).collect()
}

/// Runs a draw that stops after a call, and meanwhile another with other dice.
fn draw_meanwhile(course: &Course, circumstances: &[&str], stop: &Call) {
    let folder = course.folder();
    let what = format!("stopped after {} with {circumstances:?}", stop.line);
    let trace = format!("trace={}", calls::TOUCHING);
    let inject = format!("inject={}:signal=STOP:when={}", stop.name, stop.number);
    // The command is then a child of this process, and `strace` is not.
    let mut command = strace(&[&[&*trace], circumstances, &[&*inject]].concat());
    command
        .args(["-D", env!("CARGO_BIN_EXE_suiji")])
        .args(folder.words(course.words));
    let input = folder.beside("answers");
    fs::write(&input, &course.answers).unwrap();
    command
        .stdin(File::open(input).unwrap())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut first = command.spawn().unwrap();
    let mut said = BufReader::new(first.stderr.take().unwrap());
    assert!(waits_for_stop(&mut said), "not {what}");
    let second = folder.run(&["draw", "CASE"], &missing_answers(&folder));
    let of_second = written(&folder);
    let go_on = Command::new("kill")
        .args(["-CONT", &first.id().to_string()])
        .status();
    assert!(go_on.unwrap().success());
    let mut rest = Vec::new();
    said.read_to_end(&mut rest).unwrap();
    let of_first = first.wait().unwrap().code();
    assert!(matches!(of_first, Some(0 | 2)), "{what}: {of_first:?}");
    if second.code == 0 {
        assert!(written(&folder) == of_second, "{what}: written over");
    } else {
        let met = ["case.other-contributions", "json.truncated", "json.empty"];
        let met = met.iter().any(|code| second.err.contains(code));
        assert!(met, "{what}: {}", second.err);
        assert_eq!(of_first, Some(0), "{what}: neither was drawn");
    }
    Aftermath::of(course, folder, b"", what).goes_on();
}

/// Which files stand under the names, and what is in them: one that is written over is another.
fn written(folder: &Folder) -> [Option<(u64, Vec<u8>)>; 2] {
    ["contributions.json", "record.json"].map(|name| {
        let which = fs::metadata(folder.path(name)).ok()?.ino();
        Some((which, folder.read(name)?))
    })
}

fn waits_for_stop(said: &mut impl BufRead) -> bool {
    let mut line = Vec::new();
    while said.read_until(b'\n', &mut line).unwrap() > 0 {
        if calls::text(&line).contains("stopped by SIGSTOP") {
            return true;
        }
        line.clear();
    }
    false
}

fn stopped_anywhere(circumstances: &[&str]) {
    let course = Course::draw();
    let stops = stops(&course, circumstances);
    for stop in &stops {
        draw_meanwhile(&course, circumstances, stop);
    }
    println!(
        "stopped after each of {} calls with {circumstances:?}",
        stops.len()
    );
}

#[test]
fn without_locks_and_links_a_draw_does_not_write_over_another() {
    stopped_anywhere(&[NO_LOCKS, NO_LINKS]);
}

#[test]
fn without_any_renaming_that_keeps_what_is_there_a_draw_does_not_write_over_another() {
    stopped_anywhere(&[NO_LOCKS, NO_LINKS, NO_RENAMING]);
}
