//! `suiji canon`: the canonical bytes of a document, and their digest.
//!
//! The bytes alone go to the output, without a line end: `suiji canon plan.json | sha256sum` gives the
//! digest that the commitment holds.

use serde_json::{Value, json};
use suiji::limits;
use suiji::{Error, ErrorKind, Hash, Plan};

use crate::args::{self, Words};
use crate::commands::Done;
use crate::failure::Failure;
use crate::files;
use crate::session::Session;

pub(crate) fn run(session: &mut Session<'_>, words: &Words) -> Result<Done, Failure> {
    let path = words.path(0);
    let hash: Hash = match words.text("hash")? {
        Some(name) => name
            .parse()
            .map_err(|_| args::value_error("--hash", name, "sha256, sm3"))?,
        None => Hash::Sha256,
    };
    let canonical = files::read(path, limits::RECORD_BYTES, ErrorKind::Value)
        .and_then(|bytes| canonical(&bytes))
        .map_err(|error| Failure::of(error, ErrorKind::Value, path).also(ErrorKind::Plan, path))?;
    let digest = hash.digest(&canonical);
    if session.json {
        let text = String::from_utf8_lossy(&canonical);
        session.print_json(
            &json!({"canonical": text, "hash": hash.as_str(), "digest": digest.to_string()}),
        )?;
    } else {
        session.out.write_all(&canonical)?;
        session.note(
            format_args!("{hash} {digest}"),
            format_args!("{hash} {digest}"),
        )?;
    }
    Ok(Done::Well)
}

/// A plan is freed of written-out defaults first [C2c]; every other document is taken as it stands.
fn canonical(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let canonical = suiji::canonical_json(bytes)?;
    let tree: Value = serde_json::from_slice(&canonical).unwrap_or_default();
    let is_plan = ["title", "authority", "year", "tasks"]
        .iter()
        .all(|field| tree.get(field).is_some());
    if is_plan {
        Plan::from_json(bytes).map(|plan| plan.canonical())
    } else {
        Ok(canonical)
    }
}
