//! Sealings that were interrupted by a crash, at every possible point.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{ANSWERS, Case, suiji};

const SUPERSEDE: [&str; 4] = ["--supersede", "名录库有误", "--approved-by", "局长"];

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &to),
            false => drop(fs::copy(&path, to).unwrap()),
        }
    }
}

#[test]
fn a_second_sealing_interrupted_anywhere_is_finished_with_the_same_result() {
    let case = Case::drawn();
    let before = tempfile::tempdir().unwrap();
    copy(&case.path(""), before.path());
    case.seal(&SUPERSEDE).ends(0);
    let whole = case.contents();
    // The steps of a sealing. A crash can follow each of them. The old commitment and the new secret are copied
    // (true), not renamed, so that they exist at every moment.
    let steps: [(&str, &str, bool); 7] = [
        ("commitment.json", "commitment.1.json", true),
        ("contributions.json", "contributions.1.json", false),
        ("record.json", "record.1.json", false),
        ("office-secret.json", "office-secret.1.json", false),
        ("sealing/office-secret.json", "office-secret.json", true),
        ("sealing/commitment.json", "commitment.json", false),
        ("sealing/office-secret.json", "", false),
    ];
    for crash in 0..=steps.len() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        copy(before.path(), folder.path());
        fs::create_dir(at("sealing")).unwrap();
        for name in ["office-secret.json", "commitment.json"] {
            fs::copy(case.path(name), at("sealing").join(name)).unwrap();
        }
        for (from, to, copied) in &steps[..crash] {
            match (*to, copied) {
                ("", _) => fs::remove_file(at(from)).unwrap(),
                (to, true) => drop(fs::copy(at(from), at(to)).unwrap()),
                (to, false) => fs::rename(at(from), at(to)).unwrap(),
            }
        }
        let dir = folder.path().display().to_string();
        let drawn = suiji(&["draw", &dir, "--lang", "en"]).refused("case.interrupted");
        assert!(drawn.err.contains("sealing"), "{}", drawn.err);
        let finished = suiji(&["seal", &dir, "--lang", "en"]).ends(0);
        assert!(
            finished.out.contains("nothing else was sealed"),
            "{}",
            finished.out
        );
        assert_eq!(
            crate::support::contents(folder.path()),
            whole,
            "after step {crash}"
        );
    }
}

/// A case whose first sealing was killed as soon as the case was sealed, and the output of that sealing without
/// the kill.
fn killed(args: &[&str]) -> (Case, String) {
    let case = Case::new();
    case.write("contributions.json", "[]");
    // A row that causes a warning.
    let mut history = case.bytes("history.csv");
    history.extend(b"A-1,T1,2024-01-01,planned,,\n");
    case.write("history.csv", history);
    let output = case.seal(args).ends(0).out;
    fs::create_dir(case.path("sealing")).unwrap();
    for name in ["office-secret.json", "commitment.json"] {
        fs::rename(case.path(name), case.path("sealing").join(name)).unwrap();
    }
    (case, output)
}

#[test]
fn a_first_sealing_that_was_interrupted_is_finished() {
    let (case, _) = killed(&[]);
    // A file that a file manager leaves in a folder.
    case.write("sealing/.DS_Store", "");
    case.seal(&[]).ends(0);
    assert!(!case.has("sealing"));
    case.seal(&[]).refused("case.sealed");
    case.remove("contributions.json");
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
}

#[test]
fn finishing_a_sealing_shows_everything_that_it_would_have_shown() {
    let (case, output) = killed(&[]);
    let warning = "contributions.json existed before the sealing";
    assert!(output.contains(warning) && output.contains("[history.unknown-entity]"));
    let finished = case.seal(&[]).ends(0).out;
    let (note, rest) = finished.split_once('\n').unwrap();
    assert!(note.contains("nothing else was sealed"), "{finished}");
    assert_eq!(rest, output);
    let (case, output) = killed(&["--json"]);
    let finished = case.seal(&["--json"]).ends(0).json();
    let mut output: Value = serde_json::from_str(&output).unwrap();
    output["finished"] = true.into();
    assert_eq!(finished, output);
    // If the sealing supersedes a commitment, it names the earlier files.
    let case = Case::drawn();
    let output = case.seal(&SUPERSEDE).ends(0).out;
    fs::create_dir(case.path("sealing")).unwrap();
    let finished = case.seal(&[]).ends(0).out;
    assert!(output.contains("commitment.1.json"), "{output}");
    assert_eq!(finished.split_once('\n').unwrap().1, output);
}

#[test]
fn finishing_a_sealing_whose_inputs_have_changed_shows_its_digest_and_an_error() {
    for json in [&[][..], &["--json"]] {
        let (case, _) = killed(&[]);
        let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
        case.write("roster.csv", roster.replace("样例执法员乙", "样例执法员丁"));
        let finished = case.seal(json).ends(2);
        let digest = case.digest("commitment.json");
        let out = finished.out.replace(char::is_whitespace, "");
        assert!(out.contains(&digest), "{}", finished.out);
        assert!(finished.err.contains("sealed.changed"), "{}", finished.err);
        // It can be superseded.
        assert!(!case.has("sealing"));
        case.remove("contributions.json");
        case.seal(&SUPERSEDE).ends(0);
    }
}

#[test]
fn it_is_reported_when_the_finished_commitment_is_not_the_one_requested() {
    let follow = &["--follow"][..];
    let (case, _) = killed(&[]);
    case.remove("contributions.json");
    let finished = case.seal(&SUPERSEDE).ends(2);
    let digest = case.digest("commitment.json");
    let out = finished.out.replace(char::is_whitespace, "");
    assert!(out.contains(&digest), "{}", finished.out);
    let (err, code) = (&finished.err, "[case.another-sealing]");
    assert!(err.contains(code), "{err}");
    // The same command does the rest when it is run again.
    case.seal(&SUPERSEDE).ends(0);
    assert_eq!(
        case.json("commitment.json")["supersedes"][0]["commitment"],
        digest
    );
    let pending = |args: &[&str]| {
        let case = Case::drawn();
        case.seal(args).ends(0);
        fs::create_dir(case.path("sealing")).unwrap();
        case
    };
    let other = ["--supersede", "名录库有误", "--approved-by", "副局长"];
    for (interrupted, requested, same) in [
        (&SUPERSEDE[..], &SUPERSEDE[..], true),
        (&SUPERSEDE, &[], true),
        (&SUPERSEDE, &other, false),
        (&SUPERSEDE, follow, false),
        (follow, follow, true),
        (follow, &SUPERSEDE, false),
    ] {
        let case = pending(interrupted);
        let commitment = case.bytes("commitment.json");
        let finished = case.seal(requested).ends(if same { 0 } else { 2 });
        assert_eq!(
            finished.err.contains(code),
            !same,
            "{interrupted:?} {requested:?} {}",
            finished.err
        );
        assert!(finished.out.contains("nothing else was sealed"));
        assert!(case.bytes("commitment.json") == commitment && !case.has("sealing"));
    }
}

#[test]
fn files_of_a_crash_before_the_sealing_do_no_harm() {
    let case = Case::new();
    // An empty folder and a temporary folder.
    fs::create_dir(case.path("sealing")).unwrap();
    fs::create_dir(case.path(".sealing.01234567.tmp")).unwrap();
    case.seal(&[]).ends(0);
    case.draw(ANSWERS).ends(0);
    let dice = crate::support::numbers(crate::support::DICE);
    assert_eq!(case.contributions()[1]["numbers"], dice);
    case.verify("record.json").ends(0);
}

#[test]
fn a_refused_sealing_changes_nothing() {
    let case = Case::new();
    // A file instead of the folder.
    case.write("sealing", "");
    let before = case.contents();
    case.seal(&[]).ends(2);
    assert_eq!(case.contents(), before);
}

/// An output during which another sealing begins, as is possible without locks.
struct OtherSealing<'c>(&'c Case);

impl std::io::Write for OtherSealing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let commitment = self.0.bytes("commitment.json");
        self.0.write("sealing/commitment.json", commitment);
        Ok(())
    }
}

#[test]
fn another_sealing_that_has_begun_is_not_closed() {
    let case = Case::new();
    let args = ["seal", &case.dir()].map(Into::into);
    let (none, mut err) = (suiji_cli::Terminal::default(), Vec::new());
    let (mut input, mut out) = (std::io::empty(), OtherSealing(&case));
    let code = suiji_cli::run(args, &mut input, &mut out, &mut err, none);
    assert_eq!((code, String::from_utf8(err).unwrap()), (0, String::new()));
    assert!(case.has("sealing/commitment.json"));
}

/// An output that accepts everything and fails when flushed.
struct Lost;

impl std::io::Write for Lost {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(std::io::ErrorKind::StorageFull.into())
    }
}

#[test]
fn a_commitment_that_could_not_be_shown_is_shown_by_the_next_sealing() {
    let case = Case::new();
    let args = ["seal", &case.dir(), "--lang", "en"].map(Into::into);
    let (none, mut err) = (suiji_cli::Terminal::default(), Vec::new());
    let code = suiji_cli::run(args, &mut std::io::empty(), &mut Lost, &mut err, none);
    let err = String::from_utf8(err).unwrap();
    assert!(code == 2 && err.contains("[case.streams]"), "{err}");
    let commitment = case.bytes("commitment.json");
    case.draw(ANSWERS).refused("case.interrupted");
    let shown = case.seal(&[]).ends(0);
    let digest = case.digest("commitment.json");
    assert!(
        shown.out.contains("nothing else was sealed"),
        "{}",
        shown.out
    );
    assert!(shown.out.replace(char::is_whitespace, "").contains(&digest));
    assert_eq!(case.bytes("commitment.json"), commitment);
    case.seal(&[]).refused("case.sealed");
    case.draw(ANSWERS).ends(0);
}
