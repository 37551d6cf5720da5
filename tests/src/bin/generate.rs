//! Writes the vectors that are missing. What is there is never altered: where a definition gives
//! something else, the file is named and nothing is written.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use std::io;
use std::process::ExitCode;

use suiji_conformance::vectors::{Standing, Vector, all};

fn main() -> io::Result<ExitCode> {
    let vectors = all();
    let of = |standing| {
        vectors
            .iter()
            .filter(move |vector| vector.standing() == standing)
    };
    let differing: Vec<&Vector> = of(Standing::Differs).collect();
    for vector in &differing {
        eprintln!(
            "tests/vectors/{} is not what its definition gives",
            vector.path
        );
    }
    if !differing.is_empty() {
        eprintln!(
            "vectors are never altered: mend the code, or give the new definition a new name"
        );
        return Ok(ExitCode::FAILURE);
    }
    for vector in of(Standing::Missing) {
        vector.write()?;
        println!("wrote tests/vectors/{}", vector.path);
    }
    println!("{} files of vectors", vectors.len());
    Ok(ExitCode::SUCCESS)
}
