//! Writes annex E of the specification: one small draw with every intermediate value, so that readers can follow it by
//! hand.
//!
//! `cargo run -p suiji-examples --example worked_example` writes it into `crates/suiji/SPEC.md`. The steps are computed
//! here one by one, and the results are compared with those of the library. If they differ, the program fails and
//! writes nothing.

mod annex;
mod page;
mod sample;
mod seats;
mod steps;

use std::error::Error;
use std::fs;

const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/suiji/SPEC.md");
const OPEN: &str = "<!-- example -->\n";
const CLOSE: &str = "<!-- /example -->";

/// The specification with the current annex.
fn current(spec: &str) -> Result<String, Box<dyn Error>> {
    let parts = spec
        .split_once(OPEN)
        .and_then(|(before, rest)| Some((before, rest.split_once(CLOSE)?.1)));
    let (before, after) = parts.ok_or("the markers of the example are missing in SPEC.md")?;
    Ok(format!("{before}{OPEN}{}{CLOSE}{after}", annex::annex()?))
}

fn main() -> Result<(), Box<dyn Error>> {
    let spec = fs::read_to_string(SPEC)?;
    Ok(fs::write(SPEC, current(&spec)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_annex_is_current() {
        let spec = fs::read_to_string(SPEC).unwrap();
        assert!(
            current(&spec).unwrap() == spec,
            "run: cargo run -p suiji-examples --example worked_example"
        );
    }
}
