//! `suiji verify-page`: the digest of `suiji-verify.html` of this version, and whether a file is that page.

use std::path::Path;

use serde_json::json;
use suiji::Hash;
use suiji::error::ErrorKind;

use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::disk::files;
use crate::show::session::Session;
use crate::texts;

/// The digest of the page, in the form of `sha256sum`. `./check web` builds the page and compares.
const PAGE: &str = include_str!("page.sha256");

/// The version of page and command.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The maximum size of a file, in bytes.
const BYTES: usize = 64 << 20;

/// Shows the digest of the page, or compares a file with it.
pub(crate) fn verify_page(session: &mut Session<'_>, file: Option<&Path>) -> Result<Exit, Failure> {
    let expected = PAGE.split_whitespace().next().unwrap_or_default();
    let Some(path) = file else {
        match session.json {
            true => session.print_json(&json!({"version": VERSION, "expected": expected}))?,
            false => session.print(PAGE)?,
        }
        return Ok(Exit::Success);
    };
    let bytes = files::read(path, BYTES, ErrorKind::File)?;
    let found = Hash::Sha256.digest(&bytes).to_string();
    let is_page = found == expected;
    if session.json {
        session.print_json(&json!({
            "version": VERSION,
            "expected": expected,
            "file": path.display().to_string(),
            "found": found,
            "matches": is_page,
        }))?;
    } else if is_page {
        session.say(texts::page_matches(path.display(), VERSION, &found))?;
    } else {
        let path = path.display();
        session.say(texts::page_differs(path, VERSION, expected, &found))?;
    }
    Ok(match is_page {
        true => Exit::Success,
        false => Exit::NotVerified,
    })
}
