//! Rewrites the listing of the library's public API.

use std::error::Error;
use std::fs;

use suiji_conformance::api::{listing, listing_file};

fn main() -> Result<(), Box<dyn Error>> {
    Ok(fs::write(listing_file(), listing()?)?)
}
