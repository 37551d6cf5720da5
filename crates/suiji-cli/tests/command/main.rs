//! The command as a person or a program uses it: words in, files, output and exit code out.
#![expect(clippy::unwrap_used, reason = "tests")]

mod again;
mod answers;
mod at_once;
mod canon;
mod course;
mod drawing;
mod interrupted;
mod refused;
mod said;
mod sealing;
mod support;
mod system;
mod verifying;
