//! Sealings that a crash interrupted, at every point at which one could.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{ANSWERS, Case, suiji};

const WHY: [&str; 4] = ["--supersede", "名录库有误", "--approved-by", "局长"];

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

#[test]
fn a_second_sealing_that_was_interrupted_anywhere_is_finished_to_the_same() {
    let case = Case::drawn();
    let before = tempfile::tempdir().unwrap();
    copy(&case.path(""), before.path());
    case.seal(&WHY).ends(0);
    let whole = case.contents();
    // What happens one after another, each step of which may be the last before the crash. The old sheet
    // and the new secret are copied, so that there is one at every moment.
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

/// A case whose first sealing was killed as soon as its sheet was sealed, and what that sealing would have
/// said in so many words.
fn killed(words: &[&str]) -> (Case, String) {
    let case = Case::new();
    case.write("contributions.json", "[]");
    // A row that is warned of.
    let mut history = case.bytes("history.csv");
    history.extend(b"A-1,T1,2024-01-01,planned\n");
    case.write("history.csv", history);
    let said = case.seal(words).ends(0).out;
    fs::create_dir(case.path("sealing")).unwrap();
    for name in ["office-secret.json", "commitment.json"] {
        fs::rename(case.path(name), case.path("sealing").join(name)).unwrap();
    }
    (case, said)
}

#[test]
fn a_first_sealing_that_was_interrupted_is_finished() {
    let (case, _) = killed(&[]);
    // As a file manager leaves it.
    case.write("sealing/.DS_Store", "");
    case.seal(&[]).ends(0);
    assert!(!case.has("sealing"));
    case.seal(&[]).refused("case.sealed");
    case.remove("contributions.json");
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
}

#[test]
fn a_sealing_that_is_finished_shows_all_that_it_would_have_shown() {
    let (case, said) = killed(&[]);
    let lay = "contributions.json existed before the sealing";
    assert!(said.contains(lay) && said.contains("[warning.unknown-entity]"));
    let finished = case.seal(&[]).ends(0).out;
    let (note, rest) = finished.split_once('\n').unwrap();
    assert!(note.contains("nothing else was sealed"), "{finished}");
    assert_eq!(rest, said);
    let (case, said) = killed(&["--json"]);
    let finished = case.seal(&["--json"]).ends(0).json();
    let mut said: Value = serde_json::from_str(&said).unwrap();
    said["finished"] = true.into();
    assert_eq!(finished, said);
    // A superseding one says where the earlier files are.
    let case = Case::drawn();
    let said = case.seal(&WHY).ends(0).out;
    fs::create_dir(case.path("sealing")).unwrap();
    let finished = case.seal(&[]).ends(0).out;
    assert!(said.contains("commitment.1.json"), "{said}");
    assert_eq!(finished.split_once('\n').unwrap().1, said);
}

#[test]
fn a_sealing_of_inputs_that_are_no_more_is_finished_with_its_digest_and_told() {
    for json in [&[][..], &["--json"]] {
        let (case, _) = killed(&[]);
        let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
        case.write("roster.csv", roster.replace("样例执法员乙", "样例执法员丁"));
        let finished = case.seal(json).ends(2);
        let digest = case.digest("commitment.json");
        let out = finished.out.replace(char::is_whitespace, "");
        assert!(out.contains(&digest), "{}", finished.out);
        assert!(finished.err.contains("sealed.changed"), "{}", finished.err);
        // It is not in the way of a sheet that supersedes it.
        assert!(!case.has("sealing"));
        case.remove("contributions.json");
        case.seal(&WHY).ends(0);
    }
}

#[test]
fn what_was_asked_for_and_is_not_what_was_finished_is_told() {
    let follow = &["--follow"][..];
    let (case, _) = killed(&[]);
    case.remove("contributions.json");
    let finished = case.seal(&WHY).ends(2);
    let digest = case.digest("commitment.json");
    let out = finished.out.replace(char::is_whitespace, "");
    assert!(out.contains(&digest), "{}", finished.out);
    let (err, code) = (&finished.err, "[case.another-sealing]");
    assert!(err.contains(code), "{err}");
    // What was asked for is done when it is asked for again.
    case.seal(&WHY).ends(0);
    assert_eq!(
        case.json("commitment.json")["supersedes"][0]["commitment"],
        digest
    );
    let pending = |words: &[&str]| {
        let case = Case::drawn();
        case.seal(words).ends(0);
        fs::create_dir(case.path("sealing")).unwrap();
        case
    };
    let other = ["--supersede", "名录库有误", "--approved-by", "副局长"];
    for (was, asked, met) in [
        (&WHY[..], &WHY[..], true),
        (&WHY, &[], true),
        (&WHY, &other, false),
        (&WHY, follow, false),
        (follow, follow, true),
        (follow, &WHY, false),
    ] {
        let case = pending(was);
        let sheet = case.bytes("commitment.json");
        let finished = case.seal(asked).ends(if met { 0 } else { 2 });
        assert_eq!(
            finished.err.contains(code),
            !met,
            "{was:?} {asked:?} {}",
            finished.err
        );
        assert!(finished.out.contains("nothing else was sealed"));
        assert!(case.bytes("commitment.json") == sheet && !case.has("sealing"));
    }
}

#[test]
fn what_a_crash_left_before_there_was_a_sheet_is_in_nobody_s_way() {
    let case = Case::new();
    // An empty folder, a folder of another name, a secret without a sheet, values without a sheet.
    fs::create_dir(case.path("sealing")).unwrap();
    fs::create_dir(case.path(".sealing.01234567.tmp")).unwrap();
    case.write("office-secret.json", "[]");
    let value = json!({"source": 1, "kind": "live", "value": "1".repeat(20)});
    let partial = json!({"commitment": "ab".repeat(32), "contributions": [value]});
    case.write("contributions.partial.json", partial.to_string());
    case.seal(&[]).ends(0);
    assert_eq!(case.bytes("office-secret.1.json"), b"[]");
    // Known before the sealing: asked for anew.
    case.draw(ANSWERS).ends(0);
    assert_eq!(
        case.json("contributions.json")[1]["value"],
        crate::support::DICE
    );
    case.verify("record.json").ends(0);
}

#[test]
fn a_refused_sealing_leaves_nothing() {
    let case = Case::new();
    // A file where the folder of a sealing would be.
    case.write("sealing", "");
    let before = case.contents();
    case.seal(&[]).ends(2);
    assert_eq!(case.contents(), before);
}

/// An output that another sealing begins beside, as it may where there are no locks.
struct Beside<'c>(&'c Case);

impl std::io::Write for Beside<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let sheet = self.0.bytes("commitment.json");
        self.0.write("sealing/commitment.json", sheet);
        Ok(())
    }
}

#[test]
fn a_sealing_that_another_has_begun_meanwhile_is_left_to_it() {
    let case = Case::new();
    let words = ["seal", &case.dir()].map(Into::into);
    let (none, mut err) = (suiji_cli::Terminal::default(), Vec::new());
    let (mut input, mut out) = (std::io::empty(), Beside(&case));
    let code = suiji_cli::run(words, &mut input, &mut out, &mut err, none);
    assert_eq!((code, String::from_utf8(err).unwrap()), (0, String::new()));
    assert!(case.has("sealing/commitment.json"));
}

/// An output of which nothing can be sure to have arrived.
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
fn a_sheet_that_could_not_be_shown_is_shown_by_the_next_sealing() {
    let case = Case::new();
    let words = ["seal", &case.dir(), "--lang", "en"].map(Into::into);
    let (none, mut err) = (suiji_cli::Terminal::default(), Vec::new());
    let code = suiji_cli::run(words, &mut std::io::empty(), &mut Lost, &mut err, none);
    let err = String::from_utf8(err).unwrap();
    assert!(code == 2 && err.contains("[case.streams]"), "{err}");
    let sheet = case.bytes("commitment.json");
    case.draw(ANSWERS).refused("case.interrupted");
    let shown = case.seal(&[]).ends(0);
    let digest = case.digest("commitment.json");
    assert!(
        shown.out.contains("nothing else was sealed"),
        "{}",
        shown.out
    );
    assert!(shown.out.replace(char::is_whitespace, "").contains(&digest));
    assert_eq!(case.bytes("commitment.json"), sheet);
    case.seal(&[]).refused("case.sealed");
    case.draw(ANSWERS).ends(0);
}
