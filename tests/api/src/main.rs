//! Writes the listing of the library's public API, `crates/suiji/api.txt`; with `--check` compares it instead, so that
//! a diff shows every change.
#![expect(clippy::print_stdout, reason = "a command")]

mod listing;

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fs;

use listing::{current, workspace};

fn main() -> Result<(), Box<dyn Error>> {
    let file = workspace().join("crates/suiji/api.txt");
    let arguments: Vec<String> = env::args().skip(1).collect();
    match &*arguments.iter().map(String::as_str).collect::<Vec<_>>() {
        [] => fs::write(file, current()?)?,
        ["--check"] => compare(&fs::read_to_string(file)?, &current()?)?,
        _ => return Err("expected --check or nothing".into()),
    }
    Ok(())
}

fn compare(listed: &str, current: &str) -> Result<(), Box<dyn Error>> {
    if listed == current {
        println!(
            "{} items, as in crates/suiji/api.txt",
            listed.lines().count()
        );
        return Ok(());
    }
    let [before, after]: [BTreeSet<&str>; 2] = [listed, current].map(|text| text.lines().collect());
    for removed in before.difference(&after) {
        println!("- {removed}");
    }
    for added in after.difference(&before) {
        println!("+ {added}");
    }
    Err("the public API is not the one in crates/suiji/api.txt; if the change is meant: cargo run -p suiji-api".into())
}
