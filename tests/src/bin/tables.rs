//! Rewrites the tables of annexes C, D and F of SPEC.md.

use std::fs;
use std::io;

use suiji_conformance::rules::workspace;
use suiji_conformance::tables::with_tables;

fn main() -> io::Result<()> {
    let path = workspace().join("crates/suiji/SPEC.md");
    let spec = fs::read_to_string(&path)?;
    let spec = with_tables(&spec)
        .ok_or_else(|| io::Error::other("the markers of the tables are missing in SPEC.md"))?;
    fs::write(path, spec)
}
