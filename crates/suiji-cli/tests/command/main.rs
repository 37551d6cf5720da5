//! The command as a person or a program uses it: words in, files, output and exit code out.
#![expect(clippy::unwrap_used, reason = "tests")]

mod again;
mod course;
mod drawing;
mod interrupted;
mod refused;
mod sealing;
mod support;
