//! A case on a read-only disk: a draw can be shown again, and nothing changes.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::process::Command;

use crate::folder::Folder;
use crate::process::{self, text, within};
use crate::scenario::Scenario;
use crate::support::{Case, Ran};

const READ_ONLY: &str = "set -e
    case=$1; shift
    mount --bind \"$case\" \"$case\"
    mount -o remount,bind,ro \"$case\"
    exec \"$@\"";

/// Runs the command on a folder that cannot be written. It is on a read-only mount; if that is not possible,
/// file modes forbid writing, and the command runs as an ordinary user.
fn run(folder: &Folder, args: &[&str], answers: &str) -> Ran {
    let chmod = |mode: &str| {
        let done = Command::new("chmod")
            .args(["-R", mode])
            .arg(folder.beside(""))
            .status();
        assert!(done.unwrap().success());
    };
    let program = process::mounting(READ_ONLY).map(|mut shell| {
        shell.arg(folder.dir());
        shell
    });
    let program = program.unwrap_or_else(|| {
        chmod("a+rX,a-w");
        let mut program = Command::new(if is_root() { "setpriv" } else { "env" });
        if is_root() {
            program.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        }
        program
    });
    let ran = process::run(within(program, folder, args), answers);
    chmod("u+w");
    Ran {
        code: ran.status.code().unwrap().try_into().unwrap(),
        out: text(&ran.stdout),
        err: text(&ran.stderr),
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
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
        // A file of an interrupted draw. It cannot be removed here.
        fs::write(folder.path("contributions.partial.json"), "[]").unwrap();
        let before = folder.contents();
        let shown = run(&folder, &["draw", "CASE", "--yes"], "").ends(0);
        assert!(shown.out.contains("already exists"), "{}", shown.out);
        let verify = ["verify", "CASE/record.json", "--case", "CASE"];
        run(&folder, &verify, "").ends(0);
        assert_eq!(folder.contents(), before);
        assert_eq!(folder.read("record.json").as_ref(), Some(&record));
    }
}

#[test]
fn a_command_that_would_write_on_a_read_only_disk_fails_and_changes_nothing() {
    let scenarios = [
        Scenario::seal(),
        Scenario::supersede_drawn(),
        Scenario::supersede_begun(),
        Scenario::draw(),
        Scenario::draw_begun(),
        Scenario::finish(),
    ];
    for scenario in scenarios {
        let folder = scenario.folder();
        let before = folder.contents();
        let refused = run(&folder, scenario.args, &scenario.answers);
        let err = &refused.err;
        assert!(err.contains("[case.write]"), "{}: {err}", scenario.name);
        assert_eq!(refused.code, 2, "{}", scenario.name);
        assert_eq!(folder.contents(), before, "{}", scenario.name);
    }
}
