//! Writes missing vectors. It never changes an existing file: if one differs from its definition, the command
//! names it, writes nothing and fails.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use std::io;
use std::process::ExitCode;

use suiji_conformance::vectors::{Status, Vector, all};

fn main() -> io::Result<ExitCode> {
    let vectors = all();
    let with_status = |status| {
        vectors
            .iter()
            .filter(move |vector| vector.status() == status)
    };
    let differing: Vec<&Vector> = with_status(Status::Differs).collect();
    for vector in &differing {
        eprintln!("tests/vectors/{} differs from its definition", vector.path);
    }
    if !differing.is_empty() {
        eprintln!(
            "existing vectors are never changed: correct the code, or give the new definition a new name"
        );
        return Ok(ExitCode::FAILURE);
    }
    for vector in with_status(Status::Missing) {
        vector.write()?;
        println!("wrote tests/vectors/{}", vector.path);
    }
    println!("{} files", vectors.len());
    Ok(ExitCode::SUCCESS)
}
