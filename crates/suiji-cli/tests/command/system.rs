//! What the system does not give: files that are none, rights, memory, room for the output.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::support::{Case, contents, suiji};

#[test]
fn what_is_no_file_is_refused_and_not_waited_for() {
    let case = Case::new();
    case.remove("plan.json");
    fs::create_dir(case.path("plan.json")).unwrap();
    case.seal(&[]).refused("case.not-a-file");
    suiji(&["verify", &case.dir()]).refused("case.not-a-file");
    suiji(&["seal", &case.word("registry.csv")]).refused("case.missing-folder");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_in_place_of_a_file_is_refused() {
    let case = Case::new();
    case.remove("registry.csv");
    let pipe = std::process::Command::new("mkfifo")
        .arg(case.path("registry.jsonl"))
        .status()
        .unwrap();
    assert!(pipe.success());
    case.seal(&[]).refused("case.not-a-file");
    case.remove("registry.jsonl");
    std::os::unix::fs::symlink("/dev/zero", case.path("registry.jsonl")).unwrap();
    case.seal(&[]).refused("case.not-a-file");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_taken_for_an_absent_file() {
    let case = Case::new();
    for name in ["commitment.json", "office-secret.json"] {
        std::os::unix::fs::symlink("nowhere", case.path(name)).unwrap();
        let before = fs::read_dir(case.path("")).unwrap().count();
        let refused = case.seal(&[]).refused("case.missing-file");
        assert!(refused.err.contains(name), "{}", refused.err);
        if name == "commitment.json" {
            assert_eq!(fs::read_dir(case.path("")).unwrap().count(), before);
            case.remove(name);
        }
    }
}

/// A file of 1 GB that begins with a long line of `[`; the rest takes no room on the disk.
fn huge(case: &Case, name: &str) {
    let mut file = File::create(case.path(name)).unwrap();
    file.write_all(&vec![b'['; 3 << 20]).unwrap();
    file.set_len(1 << 30).unwrap();
}

/// Runs the command where no more than some 300 MB can be had.
#[cfg(unix)]
fn in_little_memory(words: &[&str]) -> (Option<i32>, String) {
    let ran = std::process::Command::new("sh")
        .args([
            "-c",
            "ulimit -v 300000; exec \"$0\" \"$@\"",
            env!("CARGO_BIN_EXE_suiji"),
        ])
        .args(words)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn huge_files_are_refused_in_little_memory() {
    for (name, code) in [
        ("plan.json", "limit.bytes"),
        ("ceremony.json", "limit.bytes"),
        ("registry.csv", "limit.line"),
        ("roster.csv", "limit.line"),
        ("history.csv", "limit.line"),
    ] {
        let case = Case::new();
        huge(&case, name);
        let (status, err) = in_little_memory(&["seal", &case.dir()]);
        assert!(
            err.contains(&format!("[{code}]")) && err.contains(name),
            "{name}: {err}"
        );
        assert_eq!(status, Some(2));
        if let Some(stem) = name.strip_suffix(".csv") {
            case.remove(name);
            huge(&case, &format!("{stem}.jsonl"));
            let (status, err) = in_little_memory(&["seal", &case.dir()]);
            assert!(err.contains("[limit.line]"), "{name}: {err}");
            assert_eq!(status, Some(2));
        }
    }
    let case = Case::drawn();
    huge(&case, "huge.json");
    let (huge, record) = (case.word("huge.json"), case.word("record.json"));
    for words in [
        &["verify", &huge][..],
        &["publish", &huge],
        &["canon", &huge],
        &["check-receipt", &huge, "--public", &record],
    ] {
        let (status, err) = in_little_memory(words);
        assert!(err.contains("[limit.bytes]"), "{words:?}: {err}");
        assert_eq!(status, Some(2));
    }
}

/// Runs the command as a user who may not do everything, since tests may run as root.
#[cfg(unix)]
fn without_rights(words: &[&str]) -> (Option<i32>, String) {
    use std::os::unix::fs::MetadataExt;
    let binary = env!("CARGO_BIN_EXE_suiji");
    let root = fs::metadata("/proc/self").is_ok_and(|of_process| of_process.uid() == 0);
    let mut command = std::process::Command::new(if root { "setpriv" } else { binary });
    if root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", binary]);
    }
    let ran = command
        .args(words)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::drawn();
    case.remove("record.json");
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    // Everything can be read, and nothing written.
    for (name, _) in case.contents() {
        set(&case.path(&name), 0o444);
    }
    let folder = case.path("");
    set(folder.parent().unwrap(), 0o755);
    set(&folder, 0o555);
    let before = case.contents();
    let (out, dir) = (case.word("public.json"), case.dir());
    let inside = case.word("inside");
    fs::copy(
        env!("CARGO_BIN_EXE_suiji"),
        folder.parent().unwrap().join("suiji"),
    )
    .unwrap();
    for words in [
        &["draw", &dir][..],
        &["seal", &dir, "--supersede", "a", "--approved-by", "b"],
        &["new", &inside],
        &["demo", &inside],
        &[
            "publish",
            &format!(
                "{}/tests/vectors/cases/01/expected/record.json",
                workspace()
            ),
            "--out",
            &out,
        ],
    ] {
        let (status, err) = without_rights(words);
        assert!(err.contains("[case.write]"), "{words:?}: {err}");
        assert!(err.contains("无法写入：没有权限（"), "{words:?}: {err}");
        assert_eq!(status, Some(2), "{words:?}");
        assert_eq!(case.contents(), before, "{words:?}");
    }
    set(&folder, 0o755);
}

fn workspace() -> String {
    format!("{}/../..", env!("CARGO_MANIFEST_DIR"))
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::new();
    fs::set_permissions(
        case.path("").parent().unwrap(),
        fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    fs::set_permissions(case.path("registry.csv"), fs::Permissions::from_mode(0o000)).unwrap();
    let (status, err) = without_rights(&["seal", &case.dir(), "--dry-run"]);
    assert!(
        err.contains("[case.read]") && err.contains("registry.csv"),
        "{err}"
    );
    assert_eq!(status, Some(2));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_looked_into_is_not_taken_for_an_empty_one() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::drawn();
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(case.path("").parent().unwrap(), 0o755);
    let (dir, record) = (case.dir(), case.word("record.json"));
    let verify = ["verify", &record, "--case", &dir];
    // Its names can be told and not followed; or not even told.
    for mode in [0o444, 0o111] {
        set(&case.path(""), mode);
        for words in [&["seal", &dir][..], &["draw", &dir], &verify] {
            let (status, err) = without_rights(words);
            assert!(
                err.contains("[case.read]") && status == Some(2),
                "{mode:o} {words:?}: {err}"
            );
        }
        let (status, err) = without_rights(&["new", &dir]);
        let told = err.contains(if mode == 0o444 {
            "[case.exists]"
        } else {
            "[case.read]"
        });
        assert!(told && status == Some(2), "{mode:o}: {err}");
    }
    set(case.path("").parent().unwrap(), 0o700);
    let (status, err) = without_rights(&["draw", &dir]);
    assert!(err.contains("[case.read]") && status == Some(2), "{err}");
    set(&case.path(""), 0o755);
}

#[test]
fn a_new_case_goes_into_no_folder_that_holds_anything() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("deep/case");
    let word = folder.display().to_string();
    suiji(&["new", &word]).ends(0);
    let before = contents(&folder);
    suiji(&["new", &word]).refused("case.exists");
    assert_eq!(contents(&folder), before);
    let empty = parent.path().join("empty");
    fs::create_dir(&empty).unwrap();
    suiji(&["new", &empty.display().to_string(), "--lang", "en"]).ends(0);
    assert!(
        fs::read_to_string(empty.join("README.md"))
            .unwrap()
            .starts_with("# The folder")
    );
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 2);
    let secret = |folder: &Path| fs::read(folder.join("ceremony.json")).unwrap();
    assert_ne!(secret(&empty), secret(&folder));
}

#[test]
fn written_files_are_never_written_over() {
    let case = Case::drawn();
    case.write("there.json", "something else");
    let (record, there) = (case.word("record.json"), case.word("there.json"));
    suiji(&["publish", &record, "--out", &there]).refused("case.exists");
    suiji(&[
        "explain",
        &record,
        "A-1",
        "--case",
        &case.dir(),
        "--receipt",
        &there,
    ])
    .refused("case.exists");
    assert_eq!(case.bytes("there.json"), b"something else");
}

/// A disk without room, such as /dev/full.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn output_that_cannot_be_written_is_told_with_a_code() {
    for (words, begins) in [
        (&["--version"][..], "错误：无法输出结果"),
        (
            &["--version", "--lang", "en"],
            "error: cannot write the output",
        ),
        (&["--version", "--json"], "{"),
    ] {
        let mut err = Vec::new();
        let words = words.iter().map(Into::into);
        let none = suiji_cli::Terminal::default();
        let code = suiji_cli::run(words, &mut std::io::empty(), &mut Full, &mut err, none);
        let err = String::from_utf8(err).unwrap();
        assert!(code == 2 && err.starts_with(begins), "{err}");
        assert!(err.contains("case.streams"), "{err}");
    }
}
