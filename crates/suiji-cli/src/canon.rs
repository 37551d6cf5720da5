//! `suiji canon`: the canonical bytes of a document, and their digest.
//!
//! The bytes alone go to the output, without a line end: `suiji canon plan.json | sha256sum` gives the
//! digest that the commitment holds.

use std::path::Path;

use serde_json::{Value, json};
use suiji::limits;
use suiji::{Error, ErrorKind, Hash, Plan, Run};

use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::disk::files;
use crate::show::session::Session;

pub(crate) fn canon(
    session: &mut Session<'_>,
    path: &Path,
    asked: Option<Hash>,
) -> Result<Done, Failure> {
    let canonical = files::read(path, limits::RECORD_BYTES, ErrorKind::Value)
        .and_then(|bytes| canonical(&bytes, &session.run()))
        .map_err(|error| Failure::of(error, ErrorKind::Value, path).also(ErrorKind::Plan, path))?;
    let hash = asked.or_else(|| suite(&canonical)).unwrap_or(Hash::Sha256);
    let digest = hash.digest(&canonical);
    if session.json {
        let text = String::from_utf8_lossy(&canonical);
        session.print_json(
            &json!({"canonical": text, "hash": hash.as_str(), "digest": digest.to_string()}),
        )?;
    } else {
        session.out.write_all(&canonical)?;
        session.note(format!("{hash} {digest}"))?;
    }
    Ok(Done::Well)
}

/// A plan is freed of written-out defaults first [C2c]; every other document is taken as it stands.
fn canonical(bytes: &[u8], run: &Run) -> Result<Vec<u8>, Error> {
    let canonical = suiji::canonical_json(bytes, run)?;
    match documents::of(&canonical) {
        Some(ErrorKind::Plan) => Plan::from_json(bytes).map(|plan| plan.canonical()),
        _ => Ok(canonical),
    }
}

/// The hash suite that a document names: a commitment or a ceremony for itself, a record or a public form
/// in its commitment. Its digest is taken with that one [C1].
fn suite(canonical: &[u8]) -> Option<Hash> {
    let tree: Value = serde_json::from_slice(canonical).ok()?;
    let name = tree
        .get("hash")
        .or_else(|| tree.get("commitment")?.get("hash"));
    name?.as_str()?.parse().ok()
}
