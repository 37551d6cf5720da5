//! The public API of the library is the one that is checked in, so that a diff shows every change.

use std::fs;

use suiji_conformance::api::{COMMAND, listing, listing_file};

#[test]
fn the_public_api_is_the_one_that_is_listed() {
    let listed = fs::read_to_string(listing_file()).unwrap_or_default();
    let found = listing().unwrap();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (listed, found) = (lines(&listed), lines(&found));
    let added: Vec<&String> = found.iter().filter(|line| !listed.contains(line)).collect();
    let removed: Vec<&String> = listed.iter().filter(|line| !found.contains(line)).collect();
    assert!(
        listed == found,
        "added {added:#?}, removed {removed:#?}: run {COMMAND} where that is meant"
    );
}
