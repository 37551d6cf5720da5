//! Rewrites the table in ARCHITECTURE.md: the functions that decide each rule.

use std::error::Error;
use std::fs;

use suiji_conformance::architecture::{file, with_table};

fn main() -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file())?;
    Ok(fs::write(file(), with_table(&text)?)?)
}
