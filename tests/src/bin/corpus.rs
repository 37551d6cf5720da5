//! Adds inputs to the corpus of a fuzz target, or moves the corpus to a folder and back.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use suiji_conformance::corpus::{add, pack, unpack};

fn main() -> ExitCode {
    match run() {
        Ok(message) => println!("{message}"),
        Err(error) => {
            eprintln!("corpus: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn run() -> Result<String, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [command, target, paths @ ..] = &*arguments else {
        return Err(USAGE.into());
    };
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    Ok(match (&**command, &*paths) {
        ("add", [_, ..]) => format!("{target}: {} new inputs", add(target, &paths)?),
        ("unpack", [folder]) => format!("{target}: {} inputs", unpack(target, folder)?),
        ("pack", [folder]) => format!("{target}: {} inputs", pack(target, folder)?),
        _ => return Err(USAGE.into()),
    })
}

const USAGE: &str = "expected add TARGET FILE…, unpack TARGET FOLDER or pack TARGET FOLDER";
