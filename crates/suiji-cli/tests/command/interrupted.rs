//! Sealings that a crash interrupted, at every point at which one could.

use std::fs;
use std::path::Path;

use serde_json::json;

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
            finished.out.contains("nothing was sealed anew"),
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

#[test]
fn a_first_sealing_that_was_interrupted_is_finished() {
    let (case, sealed) = (Case::new(), Case::sealed());
    // The inputs of the other case, so that its sheet is this one's.
    case.write("ceremony.json", sealed.bytes("ceremony.json"));
    fs::create_dir(case.path("sealing")).unwrap();
    for name in ["office-secret.json", "commitment.json"] {
        case.write(&format!("sealing/{name}"), sealed.bytes(name));
    }
    case.seal(&[]).ends(0);
    assert!(!case.has("sealing"));
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
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
        shown.out.contains("nothing was sealed anew"),
        "{}",
        shown.out
    );
    assert!(shown.out.replace(char::is_whitespace, "").contains(&digest));
    assert_eq!(case.bytes("commitment.json"), sheet);
    case.seal(&[]).refused("case.sealed");
    case.draw(ANSWERS).ends(0);
}
