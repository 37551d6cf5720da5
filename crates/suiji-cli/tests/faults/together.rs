//! Many processes on one case at the same time: draws with different dice, and supersedings.

use std::process::{Child, Command};

use crate::counted;
use crate::folder::Folder;
use crate::process::{self, SUIJI, text};
use crate::support::Case;

const ROUNDS: usize = 12;

fn start(folder: &Folder, args: &[&str], answers: &str) -> Child {
    let mut command = Command::new(SUIJI);
    command.args(folder.args(args));
    process::start(command, answers)
}

#[test]
fn of_many_processes_at_once_each_successful_draw_has_its_record() {
    let case = Case::sealed();
    for round in 0..ROUNDS {
        let folder = Folder::of(&case.path(""));
        let draw = |face: usize| {
            let answers = format!("{}\ny\n", face.to_string().repeat(20));
            start(&folder, &["draw", "CASE", "--yes"], &answers)
        };
        let seal = || {
            start(
                &folder,
                &["seal", "CASE", "--supersede", "a", "--approved-by", "b"],
                "",
            )
        };
        // One sealing between the draws, at a different position in each round.
        let started = (0..6).map(|index| match index == round % 6 {
            true => (true, seal()),
            false => (false, draw(index + 1)),
        });
        let started: Vec<(bool, Child)> = started.collect();
        let (mut sealed, mut digests) = (0, Vec::new());
        for (is_seal, child) in started {
            let ran = child.wait_with_output().unwrap();
            let (out, err) = (text(&ran.stdout), text(&ran.stderr));
            match ran.status.code() {
                Some(0) if is_seal => sealed += 1,
                Some(0) => digests.push(digest(&out)),
                code => {
                    let expected = [
                        "busy",
                        "other-contributions",
                        "interrupted",
                        "changed-meanwhile",
                    ];
                    let is_expected = expected
                        .iter()
                        .any(|code| err.contains(&format!("[case.{code}]")));
                    assert!(code == Some(2) && is_expected, "{code:?}: {err}");
                }
            }
        }
        matches_the_output(&folder, sealed, &digests);
    }
    counted(ROUNDS, "faults: rounds of draws and a superseding at once");
}

/// The digest that a draw showed.
fn digest(out: &str) -> String {
    let (_, digest) = out.split_once("Record digest:").unwrap();
    digest.split_whitespace().take(16).collect()
}

/// Asserts that the commitments are the sealed ones, and the records are the shown ones.
fn matches_the_output(folder: &Folder, sealed: usize, digests: &[String]) {
    let names = folder.names();
    let earlier = names
        .iter()
        .filter(|name| name.starts_with("commitment."))
        .count();
    assert_eq!(earlier, 1 + sealed, "{names:?}");
    let mut last = folder
        .run(&["draw", "CASE", "--yes"], "66666666666666666666\ny\n")
        .ends(0)
        .out;
    let mut known = vec![digest(&last)];
    for name in names.iter().filter(|name| name.starts_with("record.")) {
        let record = folder.read(name).unwrap();
        let record = suiji::Record::from_json(&record).unwrap();
        known.push(record.digest().to_string());
    }
    for digest in digests {
        assert!(known.contains(digest), "{digest} is not among {known:?}");
    }
    last = folder
        .run(&["verify", "CASE/record.json", "--case", "CASE"], "")
        .ends(0)
        .out;
    assert!(last.contains("✓"), "{last}");
}
