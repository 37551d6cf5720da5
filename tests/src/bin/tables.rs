//! Rewrites the tables of SPEC.md's annexes C and D.

use std::fs;
use std::io;

use suiji_conformance::rules::workspace;
use suiji_conformance::tables::with_tables;

fn main() -> io::Result<()> {
    let path = workspace().join("crates/suiji/SPEC.md");
    let spec = fs::read_to_string(&path)?;
    let spec = with_tables(&spec)
        .ok_or_else(|| io::Error::other("SPEC.md lacks the markers of its tables"))?;
    fs::write(path, spec)
}
