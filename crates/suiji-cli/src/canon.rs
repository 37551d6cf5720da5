//! `suiji canon`: the canonical bytes of a document, and their digest.
//!
//! The output is exactly these bytes, without a line end. So `suiji canon plan.json | sha256sum` prints the
//! digest that is in the commitment.

use std::path::Path;

use serde_json::{Value, json};
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Hash, Plan, Run};

use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::disk::files;
use crate::show::session::Session;

pub(crate) fn canon(
    session: &mut Session<'_>,
    path: &Path,
    requested: Option<Hash>,
) -> Result<Exit, Failure> {
    let canonical = files::read(path, limits::RECORD_BYTES, ErrorKind::Value)
        .and_then(|bytes| canonical(&bytes, &session.run()))
        .map_err(|error| Failure::of(error, ErrorKind::Value, path).also(ErrorKind::Plan, path))?;
    let hash = requested
        .or_else(|| suite(&canonical))
        .unwrap_or(Hash::Sha256);
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
    Ok(Exit::Success)
}

/// Explicit defaults of a plan are removed first [C2c]. All other documents stay as they are.
fn canonical(bytes: &[u8], run: &Run) -> Result<Vec<u8>, Error> {
    let canonical = suiji::canonical_json_with(bytes, run)?;
    match documents::kind_of(&canonical) {
        Some(ErrorKind::Plan) => Ok(Plan::from_json(bytes)?.canonical()),
        _ => Ok(canonical),
    }
}

/// The hash that a document names; in a record or a public form, its commitment names it. It computes the
/// document's digest [C1].
fn suite(canonical: &[u8]) -> Option<Hash> {
    let tree: Value = serde_json::from_slice(canonical).ok()?;
    let name = tree
        .get("hash")
        .or_else(|| tree.get("commitment")?.get("hash"));
    name?.as_str()?.parse().ok()
}
