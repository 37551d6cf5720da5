//! What is left of a case when the command is killed, the disk fails or is full, or others are at work on
//! it at the same time: no half of a file, no second draw, and nothing lost of what was given.
//!
//! `strace` kills the command before any one call to the system, or lets that call fail.
#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "what was tried is counted")]
#![expect(clippy::unwrap_used, reason = "tests")]

mod aftermath;
mod calls;
mod course;
mod failing;
mod folder;
mod full;
mod killed;
mod lasting;
mod process;
mod read_only;
mod stopped;
#[expect(dead_code, reason = "the tests of the command use all of it")]
#[path = "../command/support.rs"]
mod support;
mod together;
