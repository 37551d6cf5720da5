//! Adds inputs to the corpus of a fuzz target, or moves the corpus to a folder and back.
#![expect(clippy::print_stdout, reason = "a command")]

use std::env;
use std::io;
use std::path::PathBuf;

use suiji_conformance::corpus::{add, pack, unpack};

const USAGE: &str = "expected add TARGET FILE…, unpack TARGET FOLDER or pack TARGET FOLDER";

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [command, target, paths @ ..] = &*arguments else {
        return Err(io::Error::other(USAGE));
    };
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    match (&**command, &*paths) {
        ("add", [_, ..]) => println!("{target}: {} new inputs", add(target, &paths)?),
        ("unpack", [folder]) => println!("{target}: {} inputs", unpack(target, folder)?),
        ("pack", [folder]) => println!("{target}: {} inputs", pack(target, folder)?),
        _ => return Err(io::Error::other(USAGE)),
    }
    Ok(())
}
