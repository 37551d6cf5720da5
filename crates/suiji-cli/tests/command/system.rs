//! Problems of the system: files of other kinds, missing rights, little memory, no space for the
//! output.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::support::{Case, contents, suiji};

#[test]
fn a_folder_in_place_of_a_file_is_refused() {
    let case = Case::new();
    case.remove("plan.json");
    fs::create_dir(case.path("plan.json")).unwrap();
    case.seal(&[]).refused("case.not-a-file");
    suiji(&["verify", &case.dir()]).refused("case.not-a-file");
    suiji(&["seal", &case.arg("registry.csv")]).refused("case.missing-folder");
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
fn a_broken_link_is_an_error_and_not_a_missing_file() {
    let case = Case::new();
    for name in ["commitment.json", "office-secret.json"] {
        std::os::unix::fs::symlink("nowhere", case.path(name)).unwrap();
        let before = fs::read_dir(case.path("")).unwrap().count();
        // Without a commitment, a saved secret shows that there was one.
        let code = match name {
            "commitment.json" => "case.missing-file",
            _ => "case.lost-commitment",
        };
        let refused = case.seal(&[]).refused(code);
        assert!(refused.err.contains(name), "{}", refused.err);
        if name == "commitment.json" {
            assert_eq!(fs::read_dir(case.path("")).unwrap().count(), before);
            case.remove(name);
        }
    }
}

/// A file of 1 GB that begins with a long line of `[`. The rest is sparse and takes no space on
/// the disk.
#[cfg(unix)]
fn huge(case: &Case, name: &str) {
    let mut file = fs::File::create(case.path(name)).unwrap();
    file.write_all(&vec![b'['; 3 << 20]).unwrap();
    file.set_len(1 << 30).unwrap();
}

/// Runs the command with about 300 MB of memory.
#[cfg(unix)]
fn in_little_memory(args: &[&str]) -> (Option<i32>, String) {
    let ran = std::process::Command::new("sh")
        .args([
            "-c",
            "ulimit -v 300000; exec \"$0\" \"$@\"",
            env!("CARGO_BIN_EXE_suiji"),
        ])
        .args(args)
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
    let (huge, record) = (case.arg("huge.json"), case.arg("record.json"));
    for args in [
        &["verify", &huge][..],
        &["publish", &huge],
        &["canon", &huge],
        &["check-receipt", &huge, "--public", &record],
    ] {
        let (status, err) = in_little_memory(args);
        assert!(err.contains("[limit.bytes]"), "{args:?}: {err}");
        assert_eq!(status, Some(2));
    }
}

/// Runs the command as an ordinary user, even if the tests run as root.
#[cfg(unix)]
fn without_rights(args: &[&str]) -> (Option<i32>, String) {
    use std::os::unix::fs::MetadataExt;
    let binary = env!("CARGO_BIN_EXE_suiji");
    let root = fs::metadata("/proc/self").is_ok_and(|of_process| of_process.uid() == 0);
    let mut command = std::process::Command::new(if root { "setpriv" } else { binary });
    if root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", binary]);
    }
    let ran = command
        .args(args)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_stays_unchanged() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::drawn();
    case.remove("record.json");
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    // Everything can be read, nothing can be written.
    for (name, _) in case.contents() {
        set(&case.path(&name), 0o444);
    }
    let folder = case.path("");
    set(folder.parent().unwrap(), 0o755);
    set(&folder, 0o555);
    let before = case.contents();
    let (out, dir) = (case.arg("public.json"), case.dir());
    let inside = case.arg("inside");
    fs::copy(
        env!("CARGO_BIN_EXE_suiji"),
        folder.parent().unwrap().join("suiji"),
    )
    .unwrap();
    for args in [
        &["draw", &dir, "--yes"][..],
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
        let (status, err) = without_rights(args);
        assert!(err.contains("[case.write]"), "{args:?}: {err}");
        assert!(err.contains("无法写入：没有权限（"), "{args:?}: {err}");
        assert_eq!(status, Some(2), "{args:?}");
        assert_eq!(case.contents(), before, "{args:?}");
    }
    set(&folder, 0o755);
}

#[cfg(unix)]
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
fn a_folder_that_cannot_be_read_is_an_error_and_not_an_empty_folder() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::drawn();
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(case.path("").parent().unwrap(), 0o755);
    let (dir, record) = (case.dir(), case.arg("record.json"));
    let verify = ["verify", &record, "--case", &dir];
    // The files can be listed but not opened, or they cannot be listed.
    for mode in [0o444, 0o111] {
        set(&case.path(""), mode);
        for args in [&["seal", &dir][..], &["draw", &dir, "--yes"], &verify] {
            let (status, err) = without_rights(args);
            assert!(
                err.contains("[case.read]") && status == Some(2),
                "{mode:o} {args:?}: {err}"
            );
        }
        let (status, err) = without_rights(&["new", &dir]);
        let reported = err.contains(if mode == 0o444 {
            "[case.exists]"
        } else {
            "[case.read]"
        });
        assert!(reported && status == Some(2), "{mode:o}: {err}");
    }
    set(case.path("").parent().unwrap(), 0o700);
    let (status, err) = without_rights(&["draw", &dir, "--yes"]);
    assert!(err.contains("[case.read]") && status == Some(2), "{err}");
    set(&case.path(""), 0o755);
}

#[test]
fn a_new_case_needs_a_missing_or_empty_folder() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("deep/case");
    let arg = folder.display().to_string();
    suiji(&["new", &arg]).ends(0);
    let before = contents(&folder);
    suiji(&["new", &arg]).refused("case.exists");
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
fn existing_files_are_not_overwritten() {
    let case = Case::drawn();
    case.write("existing.json", "something else");
    let (record, existing) = (case.arg("record.json"), case.arg("existing.json"));
    let dir = case.dir();
    suiji(&["publish", &record, "--case", &dir, "--out", &existing]).refused("case.exists");
    suiji(&[
        "explain",
        &record,
        "A-1",
        "--case",
        &case.dir(),
        "--receipt",
        &existing,
    ])
    .refused("case.exists");
    assert_eq!(case.bytes("existing.json"), b"something else");
}

/// An output without space, like /dev/full.
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
fn output_that_cannot_be_written_is_reported_with_a_code() {
    for (args, begins) in [
        (&["--version"][..], "错误：无法输出结果"),
        (
            &["--version", "--lang", "en"],
            "error: cannot write the output",
        ),
        (&["--version", "--json"], "{"),
    ] {
        let mut err = Vec::new();
        let args = args.iter().map(Into::into);
        let none = suiji_cli::Terminal::default();
        let code = suiji_cli::run(args, &mut std::io::empty(), &mut Full, &mut err, none);
        let err = String::from_utf8(err).unwrap();
        assert!(code == 2 && err.starts_with(begins), "{err}");
        assert!(err.contains("case.streams"), "{err}");
    }
}
