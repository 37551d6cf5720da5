//! Bad input: a code for each kind, the file named, nothing written, exit code 2.

use std::fs::File;
use std::io::Write;

use crate::support::{ANSWERS, Case, suiji};

/// Every way in which a document can be no document.
const DOCUMENTS: [(&[u8], &str); 6] = [
    (b"", "json.empty-document"),
    (b"{\"a\": ", "json.truncated"),
    (b"{\"a\": \xff}", "json.not-utf8"),
    (b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "json.depth"),
    (b"{} {}", "json.syntax"),
    (b"null", "json.null"),
];

#[test]
fn faults_of_all_files_are_reported_together_each_with_its_file() {
    let case = Case::new();
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["quota"]["at_least"] = "101%".into()
    });
    case.write("registry.csv", "id,name\nA 1,甲\nA-2\n");
    case.write("roster.csv", "id,nmae,department\n");
    case.remove("history.csv");
    case.edit("ceremony.json", |ceremony| ceremony["hash"] = "md5".into());
    let before = case.contents();
    let sealed = case.seal(&[]).refused("ratio.form");
    for (file, code) in [
        ("plan.json", "ratio.form"),
        ("registry.csv", "id.form"),
        ("registry.csv", "table.csv"),
        ("roster.csv", "table.header"),
        ("history.csv", "case.missing-file"),
        ("ceremony.json", "ceremony.hash"),
    ] {
        let line = sealed
            .err
            .lines()
            .find(|line| line.contains(&format!("[{code}]")));
        assert!(
            line.is_some_and(|line| line.contains(file)),
            "{file} {code}: {}",
            sealed.err
        );
    }
    assert!(sealed.err.contains("registry row 2"), "{}", sealed.err);
    assert_eq!(case.contents(), before);
}

#[test]
fn each_file_of_a_case_must_be_there_in_one_form() {
    for (name, other) in [
        ("registry.csv", "registry.jsonl"),
        ("roster.csv", "roster.jsonl"),
        ("history.csv", "history.jsonl"),
    ] {
        let case = Case::new();
        case.write(other, "");
        let two = case.seal(&[]).refused("case.two-forms");
        assert!(
            two.err.contains(name) && two.err.contains(other),
            "{}",
            two.err
        );
        case.remove(name);
        case.remove(other);
        let none = case.seal(&[]).refused("case.missing-file");
        assert!(
            none.err.contains(name) && none.err.contains(other),
            "{}",
            none.err
        );
    }
    for name in ["plan.json", "ceremony.json"] {
        let case = Case::new();
        case.remove(name);
        case.seal(&[]).refused("case.missing-file");
    }
    suiji(&["seal", "/no/such/folder"]).refused("case.missing-folder");
    suiji(&["verify", "/no/such/record.json"]).refused("case.missing-file");
}

#[test]
fn no_document_that_is_none_passes() {
    for (bytes, code) in DOCUMENTS {
        for name in ["plan.json", "ceremony.json"] {
            let case = Case::new();
            case.write(name, bytes);
            let sealed = case.seal(&[]).refused(code);
            assert!(sealed.err.contains(name), "{}", sealed.err);
            assert!(!case.has("commitment.json"));
        }
        for name in ["commitment.json", "contributions.json"] {
            let case = Case::sealed();
            case.write(name, bytes);
            let drawn = case.draw(ANSWERS).refused(code);
            assert!(drawn.err.contains(name), "{}", drawn.err);
            assert!(!case.has("record.json"));
        }
        let case = Case::drawn();
        case.write("bad.json", bytes);
        let (bad, record, dir) = (case.word("bad.json"), case.word("record.json"), case.dir());
        for words in [
            &["verify", &bad][..],
            &["publish", &bad],
            &["canon", &bad],
            &["explain", &bad, "A-1", "--case", &dir],
            &["check-receipt", &bad, "--public", &record],
        ] {
            let ran = suiji(words).ends(2);
            // A null or an array of nothing is JSON, though no document of ours.
            assert!(
                ran.err.contains(code) || ran.err.contains("json."),
                "{words:?}: {}",
                ran.err
            );
            assert!(ran.err.contains("bad.json"), "{words:?}: {}", ran.err);
        }
        case.write("office-secret.json", bytes);
        case.remove("contributions.json");
        case.remove("record.json");
        let drawn = case.draw(ANSWERS).refused("case.office-secret");
        assert!(drawn.err.contains("office-secret.json"), "{}", drawn.err);
    }
}

#[test]
fn what_is_no_file_is_refused_and_not_waited_for() {
    let case = Case::new();
    case.remove("plan.json");
    std::fs::create_dir(case.path("plan.json")).unwrap();
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
    let root = std::fs::metadata("/proc/self").is_ok_and(|of_process| of_process.uid() == 0);
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
    let set = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap()
    };
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
    std::fs::copy(
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
    std::fs::set_permissions(
        case.path("").parent().unwrap(),
        std::fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    std::fs::set_permissions(
        case.path("registry.csv"),
        std::fs::Permissions::from_mode(0o000),
    )
    .unwrap();
    let (status, err) = without_rights(&["seal", &case.dir(), "--dry-run"]);
    assert!(
        err.contains("[case.read]") && err.contains("registry.csv"),
        "{err}"
    );
    assert_eq!(status, Some(2));
}

#[test]
fn refusals_of_the_library_come_through_with_their_file() {
    let refuse = |file: &str, from: &str, to: &str, code: &str| {
        let case = Case::new();
        let text = String::from_utf8(case.bytes(file)).unwrap();
        assert!(text.contains(from), "{file} {from}");
        case.write(file, text.replace(from, to));
        let sealed = case.seal(&[]).refused(code);
        let line = sealed
            .err
            .lines()
            .find(|line| line.contains(code))
            .unwrap_or_default();
        assert!(line.contains(file), "{line}");
        assert!(!case.has("commitment.json"));
    };
    refuse("plan.json", "\"year\"", "\"annum\"", "json.unknown-field");
    refuse("plan.json", "样例行业", "无此行业", "frame.empty");
    refuse(
        "plan.json",
        "\"count\": 2",
        "\"count\": 1",
        "team.too-few-officers",
    );
    refuse(
        "registry.csv",
        ",general,",
        ",unheard,",
        "registry.unknown-class",
    );
    refuse(
        "registry.csv",
        "\r\n91",
        "\r\n91140000SAMPLE0001,乙,,,,,,,\r\n91",
        "registry.duplicate-id",
    );
    refuse(
        "registry.csv",
        "样例企业一",
        "样例企业一 ",
        "text.edge-space",
    );
    refuse(
        "plan.json",
        "\"department\": \"样例局\"",
        "\"department\": \"别的局\"",
        "team.seat-nobody",
    );
    refuse("roster.csv", ",true,", ",是,", "json.wrong-type");
    refuse(
        "history.csv",
        "kind\r\n",
        "kind\r\nA,T1,2024-01-01,\r\nA,T1,2024-01-01,planned\r\n",
        "history.duplicate-row",
    );
    refuse(
        "ceremony.json",
        "\"witness\"",
        "\"office\"",
        "ceremony.live-office",
    );
    refuse(
        "ceremony.json",
        "\"123456\"",
        "\"654321\"",
        "ceremony.symbols",
    );
}

#[test]
fn another_version_of_the_specification_is_named() {
    let case = Case::drawn();
    case.edit("record.json", |record| record["spec"] = "suiji-v2".into());
    let ran = suiji(&["verify", &case.word("record.json"), "--lang", "en"])
        .refused("record.spec-unknown");
    assert!(
        ran.err.contains("suiji-v2") && ran.err.contains("record.json"),
        "{}",
        ran.err
    );
}

#[test]
fn a_document_in_the_place_of_another_is_named_in_one_line() {
    let case = Case::drawn();
    let word = |name: &str| case.word(name);
    let (record, public, receipt) = (
        word("record.json"),
        word("public.json"),
        word("receipt.json"),
    );
    suiji(&["publish", &record, "--out", &public]).ends(0);
    let (dir, sheet) = (case.dir(), word("commitment.json"));
    let id = "91140000SAMPLE0001";
    suiji(&[
        "explain",
        &record,
        id,
        "--case",
        &dir,
        "--receipt",
        &receipt,
    ])
    .ends(0);
    let (plan, given) = (word("plan.json"), word("contributions.json"));
    for (words, is, wanted) in [
        (
            &["check-receipt", &receipt, "--public", &record][..],
            "抽取记录",
            "公示文本",
        ),
        (
            &["check-receipt", &public, "--public", &public],
            "公示文本",
            "查验单",
        ),
        (&["verify", &sheet], "封存单", "抽取记录"),
        (&["verify", &receipt], "查验单", "抽取记录"),
        (&["verify", &plan], "抽查计划", "抽取记录"),
        (&["verify", &given], "各随机源的取值", "抽取记录"),
        (&["publish", &public], "公示文本", "抽取记录"),
    ] {
        let ran = suiji(words).refused("case.other-document");
        let said = format!("：这是{is}，此处应为{wanted} [");
        assert!(ran.err.contains(&said), "{words:?}: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    // What is that document, but a faulty one, has its faults named.
    case.edit("record.json", |record| record["seed"] = "0".into());
    suiji(&["verify", &record]).refused("hex.form");
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
        (&["--version"][..], "错误：无法写出结果"),
        (
            &["--version", "--lang", "en"],
            "error: the output cannot be written",
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
