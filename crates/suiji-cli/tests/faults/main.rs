//! The command is killed, the disk fails or is full, or several commands run at the same time. There must be no
//! half-written file, no second draw and no lost contribution.
//!
//! `strace` kills the command before any single system call, or makes that call fail.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

mod aftermath;
mod calls;
mod failing;
mod folder;
mod full;
mod killed;
mod lasting;
mod ledgers;
mod process;
mod read_only;
mod scenario;
mod stopped;
#[expect(dead_code, reason = "the tests of the command use all of it")]
#[path = "../command/support.rs"]
mod support;
mod together;

/// Prints the number of trials. `./check counts` adds up such lines of all tests.
#[expect(clippy::print_stdout, reason = "the count is the result")]
fn counted(count: usize, what: &str) {
    println!("counted {count} {what}");
}
