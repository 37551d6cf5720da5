//! Runs the tests, adds up their counts and prints the sums.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use std::env;
use std::io;
use std::process::{Command, ExitCode, Stdio};

use suiji_conformance::count::sums;

fn main() -> io::Result<ExitCode> {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "test",
            "--quiet",
            "--locked",
            "-p",
            "suiji-conformance",
            "-p",
            "suiji-cli",
        ])
        .args(["--lib", "--tests", "--", "--nocapture"])
        .stderr(Stdio::inherit())
        .output()?;
    let printed = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        eprintln!("{printed}");
        return Ok(ExitCode::FAILURE);
    }
    for (what, count) in sums(&printed) {
        println!("{count:>9}  {what}");
    }
    Ok(ExitCode::SUCCESS)
}
