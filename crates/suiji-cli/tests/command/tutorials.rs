//! The tutorials in `docs` are run: every command line, with its answers, and the lines that it prints.
//!
//! A block of the language `console` has command lines after `$ `, the answers of a person after `> `, and lines of the output. Text
//! from `  # ` on explains a line; on a command line, a number in it is the exit code. `…` stands for any text.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A command line with its answers, the exit code and the lines that it prints.
#[derive(Debug, Default)]
struct Step {
    line: String,
    code: i32,
    answers: String,
    printed: Vec<String>,
}

/// What is typed, and the explanation behind it.
fn explained(line: &str) -> (&str, &str) {
    let (typed, why) = line.split_once("  # ").unwrap_or((line, ""));
    (typed.trim_end(), why)
}

/// The steps of all blocks of a page.
fn steps(page: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for block in page.split("```console\n").skip(1) {
        let (block, _) = block.split_once("```").unwrap();
        for line in block.lines() {
            if let Some(line) = line.strip_prefix("$ ") {
                let (line, why) = explained(line);
                let code = why.chars().filter_map(|c| c.to_digit(10)).next();
                steps.push(Step {
                    line: line.to_owned(),
                    code: code.map_or(0, |code| code.try_into().unwrap()),
                    ..Step::default()
                });
            } else if let Some(answer) = line.strip_prefix('>') {
                let (answer, _) = explained(answer);
                let step = steps.last_mut().unwrap();
                step.answers += &format!("{}\n", answer.trim_start());
            } else if line != "…" {
                steps.last_mut().unwrap().printed.push(line.to_owned());
            }
        }
    }
    steps
}

/// Whether a line has the text between all `…`, in this order.
fn matches(line: &str, expected: &str) -> bool {
    let mut rest = line;
    expected.split('…').all(|part| {
        let found = rest.find(part.trim());
        rest = found.map_or(rest, |at| &rest[at + part.trim().len()..]);
        found.is_some()
    })
}

/// Runs a page in an empty folder, by a shell.
#[track_caller]
fn run(page: &str, least: usize) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(page);
    let steps = steps(&fs::read_to_string(file).unwrap());
    assert!(steps.len() >= least, "{page}: {} steps", steps.len());
    let folder = tempfile::tempdir().unwrap();
    let binary = Path::new(env!("CARGO_BIN_EXE_suiji")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    for step in steps {
        let mut child = Command::new("bash")
            .args(["-c", &step.line])
            .current_dir(&folder)
            .env("PATH", &path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that asks nothing may end before it reads.
        let _ = child
            .stdin
            .take()
            .unwrap()
            .write_all(step.answers.as_bytes());
        let output = child.wait_with_output().unwrap();
        let [out, err] =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        let shown = format!("{page}: {}\n{out}\n{err}", step.line);
        assert_eq!(output.status.code(), Some(step.code), "{shown}");
        for expected in &step.printed {
            let found = out
                .lines()
                .chain(err.lines())
                .any(|line| matches(line, expected));
            assert!(found, "not printed: {expected}\n{shown}");
        }
    }
}

#[test]
fn the_tutorials_of_an_office_lead_to_signed_minutes() {
    run("office/tutorial.md", 14);
    run("office/tutorial.zh-CN.md", 14);
}

#[test]
fn the_tutorials_of_an_auditor_find_what_was_altered() {
    run("auditor/tutorial.md", 8);
    run("auditor/tutorial.zh-CN.md", 8);
}

#[test]
fn what_is_not_printed_is_noticed() {
    assert!(matches("  ✓ 3 files: /tmp/x/papers", "3 files: … papers"));
    assert!(!matches("3 files: /tmp/x", "3 files: … papers"));
    assert!(!matches("papers: 3 files", "3 files … papers"));
    let page = "```console\n$ suiji x  # exit code 1\n> 1  # why\n>\nline …\n…\n```\ntext\n```console\n$ true\n```\n";
    let [first, second] = &steps(page)[..] else {
        panic!("two steps")
    };
    assert_eq!(
        (&*first.line, first.code, &*first.answers),
        ("suiji x", 1, "1\n\n")
    );
    assert_eq!(first.printed, ["line …"]);
    assert_eq!((&*second.line, second.code), ("true", 0));
}
