//! The calls of a run to the system, told by `strace`; and a run that is disturbed at one of them.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output};

use crate::course::Course;
use crate::folder::Folder;
use crate::process::{self, text, within};

/// The calls that touch names and contents. A `?` marks those that not every processor has.
pub(crate) const TOUCHING: &str = "openat,read,write,pwrite64,fsync,fdatasync,?rename,renameat,renameat2,?link,linkat,?unlink,unlinkat,?mkdir,mkdirat,?rmdir,flock,statx,newfstatat,getdents64,ftruncate,fchmod";

/// A disk without links, such as a memory stick or some network drives, and without renaming that replaces
/// nothing.
pub(crate) const NO_LINKS: &str = "inject=linkat:error=EPERM";
pub(crate) const NO_RENAMING: &str = "inject=renameat2:error=EINVAL";

/// One call of a run: the how manieth of that name it was, and the line that tells of it.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) number: usize,
    pub(crate) line: String,
}

/// Runs a command to its end and tells its calls, of the thread that does all reading and writing.
pub(crate) fn of(course: &Course, folder: &Folder, which: &str) -> Vec<Call> {
    told(course, folder, &[&format!("trace={which}")])
}

/// The same where some calls do not go as they do elsewhere.
pub(crate) fn under(course: &Course, folder: &Folder, circumstances: &[&str]) -> Vec<Call> {
    let trace = format!("trace={TOUCHING}");
    told(course, folder, &[&[&*trace], circumstances].concat())
}

fn told(course: &Course, folder: &Folder, expressions: &[&str]) -> Vec<Call> {
    let ran = run(course, folder, expressions);
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

/// Those of them that touch the case, or the output.
pub(crate) fn of_case(course: &Course) -> Vec<Call> {
    let folder = course.folder();
    let mut calls = of(course, &folder, TOUCHING);
    let dir = folder.dir();
    calls.retain(|call| {
        call.line.contains(&dir)
            || ["write(1<", "write(2<"]
                .iter()
                .any(|out| call.line.starts_with(out))
    });
    calls
}

/// Runs a command that is killed before a call, unless it ends without that call.
pub(crate) fn killed_before(
    course: &Course,
    folder: &Folder,
    circumstances: &[&str],
    call: &Call,
) -> Output {
    disturbed(course, folder, circumstances, (call, "signal=KILL"))
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

/// Runs a command of which one call fails with that error.
pub(crate) fn failing_at(course: &Course, folder: &Folder, call: &Call, error: &str) -> Output {
    disturbed(course, folder, &[], (call, &format!("error={error}")))
}

fn disturbed(
    course: &Course,
    folder: &Folder,
    circumstances: &[&str],
    (call, how): (&Call, &str),
) -> Output {
    let (name, number) = (&call.name, call.number);
    let trace = format!("trace={TOUCHING},{name}");
    let inject = format!("inject={name}:{how}:when={number}");
    let expressions = [&[&*trace], circumstances, &[&*inject]].concat();
    run(course, folder, &expressions)
}

/// Runs a command with those expressions of `strace`, which writes to `trace` beside the folder.
fn run(course: &Course, folder: &Folder, expressions: &[&str]) -> Output {
    let mut strace = strace(expressions);
    strace.arg("-o").arg(folder.beside("trace"));
    let ran = process::run(within(strace, folder, course.words), &course.answers);
    let err = text(&ran.stderr);
    assert!(!err.contains("strace: "), "strace cannot trace here: {err}");
    ran
}

/// `strace` with those expressions, which names the file behind each number.
pub(crate) fn strace(expressions: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command.args(["-y", "-s", "16"]);
    for expression in expressions {
        command.args(["-e", expression]);
    }
    command
}
