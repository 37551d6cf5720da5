//! A folder on a disk that is read-only: what is drawn can be shown, and nothing else is altered.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::Command;

use crate::course::Course;
use crate::folder::Folder;
use crate::process::{self, SUIJI, text, within};
use crate::support::{Case, Ran};

/// Runs a command among mounts of its own.
pub(crate) fn unshare() -> Vec<&'static str> {
    match is_root() {
        true => vec!["unshare", "--mount"],
        false => vec!["unshare", "--mount", "--map-root-user"],
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

const READ_ONLY: &str = "set -e
    case=$1; shift
    mount --bind \"$case\" \"$case\"
    mount -o remount,bind,ro \"$case\"
    exec \"$@\"";

/// Runs the command where the folder cannot be written: for root, who may do everything elsewhere, it is
/// mounted so.
fn run(folder: &Folder, words: &[&str], answers: &str) -> Ran {
    let mode =
        |mode| fs::set_permissions(folder.path(""), fs::Permissions::from_mode(mode)).unwrap();
    let ran = if is_root() {
        let mut mounted = Command::new("unshare");
        mounted.args(["--mount", "sh", "-c", READ_ONLY, "sh", &folder.dir()]);
        process::run(within(mounted, folder, words), answers)
    } else {
        mode(0o555);
        let mut command = Command::new(SUIJI);
        command.args(folder.words(words));
        process::run(command, answers)
    };
    mode(0o755);
    Ran {
        code: ran.status.code().unwrap().try_into().unwrap(),
        out: text(&ran.stdout),
        err: text(&ran.stderr),
    }
}

#[test]
fn a_draw_is_shown_again_from_a_read_only_disk() {
    let case = Case::drawn();
    let record = case.bytes("record.json");
    for without in [None, Some("contributions.json")] {
        let folder = Folder::of(&case.path(""));
        if let Some(name) = without {
            fs::remove_file(folder.path(name)).unwrap();
        }
        // What a killed draw left, which cannot be removed here.
        fs::write(folder.path("contributions.partial.json"), "[]").unwrap();
        let before = folder.contents();
        let shown = run(&folder, &["draw", "CASE"], "").ends(0);
        assert!(shown.out.contains("was there already"), "{}", shown.out);
        let verify = ["verify", "CASE/record.json", "--case", "CASE"];
        run(&folder, &verify, "").ends(0);
        assert_eq!(folder.contents(), before);
        assert_eq!(folder.read("record.json").as_ref(), Some(&record));
    }
}

#[test]
fn what_would_write_on_a_read_only_disk_is_told_and_alters_nothing() {
    let courses = [
        Course::seal(),
        Course::supersede_drawn(),
        Course::supersede_begun(),
        Course::draw(),
        Course::draw_begun(),
        Course::finish(),
    ];
    for course in courses {
        let folder = course.folder();
        let before = folder.contents();
        let refused = run(&folder, course.words, &course.answers);
        let err = &refused.err;
        assert!(err.contains("[case.write]"), "{}: {err}", course.name);
        assert_eq!(refused.code, 2, "{}", course.name);
        assert_eq!(folder.contents(), before, "{}", course.name);
    }
}
