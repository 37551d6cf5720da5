//! The system calls of a run, as listed by `strace`, and runs with a fault at one of them.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output};

use crate::folder::Folder;
use crate::process::{self, text, within};
use crate::scenario::Scenario;

/// The calls that read or change names and contents. A `?` marks calls that do not exist on every processor.
pub(crate) const TOUCHING: &str = "openat,read,write,pwrite64,fsync,fdatasync,?rename,renameat,renameat2,?link,linkat,?unlink,unlinkat,?mkdir,mkdirat,?rmdir,flock,statx,newfstatat,getdents64,ftruncate,fchmod";

/// A disk without links, such as a memory stick or some network drives, and a disk that cannot rename without
/// replacing.
pub(crate) const NO_LINKS: &str = "inject=linkat:error=EPERM";
pub(crate) const NO_RENAMING: &str = "inject=renameat2:error=EINVAL";

/// One call of a run: its name, its number among the calls of that name, and its line in the trace.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) number: usize,
    pub(crate) line: String,
}

/// Runs a command to its end and lists the calls of its main thread. That thread does all reading and
/// writing.
pub(crate) fn of(scenario: &Scenario, folder: &Folder, which: &str) -> Vec<Call> {
    listed(scenario, folder, &[&format!("trace={which}")])
}

/// The same when some calls always fail.
pub(crate) fn under(scenario: &Scenario, folder: &Folder, circumstances: &[&str]) -> Vec<Call> {
    let trace = format!("trace={TOUCHING}");
    listed(scenario, folder, &[&[&*trace], circumstances].concat())
}

fn listed(scenario: &Scenario, folder: &Folder, expressions: &[&str]) -> Vec<Call> {
    let ran = run(scenario, folder, expressions);
    assert!(ran.status.success(), "{}", text(&ran.stderr));
    let trace = fs::read(folder.beside("trace")).unwrap();
    let mut calls: Vec<Call> = Vec::new();
    for line in String::from_utf8_lossy(&trace).lines() {
        let Some((name, _)) = line.split_once('(') else {
            continue;
        };
        if !name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        {
            continue;
        }
        let number = 1 + calls.iter().filter(|call| call.name == name).count();
        calls.push(Call {
            name: name.to_owned(),
            number,
            line: line.to_owned(),
        });
    }
    calls
}

/// The calls that concern the case or the output.
pub(crate) fn of_case(scenario: &Scenario) -> Vec<Call> {
    let folder = scenario.folder();
    let mut calls = of(scenario, &folder, TOUCHING);
    let dir = folder.dir();
    calls.retain(|call| {
        call.line.contains(&dir)
            || ["write(1<", "write(2<"]
                .iter()
                .any(|out| call.line.starts_with(out))
    });
    calls
}

/// Runs a command and kills it before a call. If the call does not occur, the command runs to its end.
pub(crate) fn killed_before(
    scenario: &Scenario,
    folder: &Folder,
    circumstances: &[&str],
    call: &Call,
) -> Output {
    run_with_fault(scenario, folder, circumstances, (call, "signal=KILL"))
}

pub(crate) fn was_killed(ran: &Output) -> bool {
    ran.status.signal() == Some(9)
}

/// How often the last run renamed a file to that name.
pub(crate) fn named(folder: &Folder, name: &str) -> usize {
    let trace = fs::read(folder.beside("trace")).unwrap();
    let end = format!("/{name}\") = 0");
    let renamed = |line: &&str| line.starts_with("rename") && line.ends_with(&end);
    text(&trace).lines().filter(renamed).count()
}

/// Runs a command in which one call fails with this error.
pub(crate) fn failing_at(scenario: &Scenario, folder: &Folder, call: &Call, error: &str) -> Output {
    run_with_fault(scenario, folder, &[], (call, &format!("error={error}")))
}

fn run_with_fault(
    scenario: &Scenario,
    folder: &Folder,
    circumstances: &[&str],
    (call, fault): (&Call, &str),
) -> Output {
    let (name, number) = (&call.name, call.number);
    let trace = format!("trace={TOUCHING},{name}");
    let inject = format!("inject={name}:{fault}:when={number}");
    let expressions = [&[&*trace], circumstances, &[&*inject]].concat();
    run(scenario, folder, &expressions)
}

/// Runs a command with these expressions of `strace`, which writes the file `trace` next to the folder.
fn run(scenario: &Scenario, folder: &Folder, expressions: &[&str]) -> Output {
    let mut strace = strace(expressions);
    strace.arg("-o").arg(folder.beside("trace"));
    let ran = process::run(within(strace, folder, scenario.args), &scenario.answers);
    let err = text(&ran.stderr);
    assert!(!err.contains("strace: "), "strace cannot trace here: {err}");
    ran
}

/// `strace` with these expressions; it shows the file of each descriptor.
pub(crate) fn strace(expressions: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command.args(["-y", "-s", "16"]);
    for expression in expressions {
        command.args(["-e", expression]);
    }
    command
}
