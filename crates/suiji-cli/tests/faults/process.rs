//! The command as a separate process that gets all answers at once.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};

use crate::folder::Folder;

pub(crate) const SUIJI: &str = env!("CARGO_BIN_EXE_suiji");

/// The command with its arguments, run by another program.
pub(crate) fn within(mut program: Command, folder: &Folder, args: &[&str]) -> Command {
    program.arg(SUIJI).args(folder.args(args));
    program
}

pub(crate) fn start(mut command: Command, answers: &str) -> Child {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let program = command.get_program().to_string_lossy();
    let missing = format!("{program} cannot be run: install the package of that name");
    let mut child = command.spawn().expect(&missing);
    // A process that has already ended does not read the answers.
    let _ = child.stdin.take().unwrap().write_all(answers.as_bytes());
    child
}

pub(crate) fn run(command: Command, answers: &str) -> Output {
    start(command, answers).wait_with_output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A program that runs a shell script with mounts that no other process sees. None if the user may not mount
/// anything.
pub(crate) fn mounting(script: &str) -> Option<Command> {
    let unshare = || {
        let mut unshare = Command::new("unshare");
        unshare.args(["--mount", "sh", "-c"]);
        unshare
    };
    let mut tried = unshare();
    tried
        .args(["mount -t tmpfs none \"$1\"", "sh"])
        .arg(std::env::temp_dir());
    if !run(tried, "").status.success() {
        return None;
    }
    let mut command = unshare();
    command.args([script, "sh"]);
    Some(command)
}
