//! The ledger of an office, and the notes of a witness.

use serde::Deserialize;
use suiji::Digest;
use suiji_evidence::{Error, Files, Head, Ledger, Notes};

use crate::failure::Failure;
use crate::object::Object;
use crate::values::{json, list};

/// Examines a ledger, and compares it with what is given, as JSON (`ledger-audit.schema.json`). `compared` is
/// `{heads: [{name, head}], commitments: [{name, digest}], records: [{name, digest}], are_all}`.
///
/// # Errors
/// The first line that is not an entry, or does not continue those before it. A head or digest that cannot be read.
/// Misuse if `compared` has another form.
pub fn ledger_audit(ledger: &[u8], compared: &[u8]) -> Result<Object, Failure> {
    let compared: Compared = json("compared", compared)?;
    let ledger = Ledger::read(ledger)?;
    let mut files = Files::default();
    for Kept { name, head } in &compared.heads {
        let read = Head::read(head.as_bytes());
        files.add_head(name, read.map_err(|error| error.in_file(name))?);
    }
    for Known { name, digest } in &compared.commitments {
        files.add_commitment_digest(name, digest.parse::<Digest>()?);
    }
    for Known { name, digest } in &compared.records {
        files.add_record_digest(name, digest.parse::<Digest>()?);
    }
    if compared.are_all {
        files.set_all();
    }
    Ok(Object::bytes(ledger.audit(&files).to_json(&ledger)?))
}

/// The entries of a ledger, as a JSON list.
///
/// # Errors
/// The first line that is not an entry, or does not continue those before it.
pub fn ledger_entries(ledger: &[u8]) -> Result<Object, Failure> {
    let ledger = Ledger::read(ledger)?;
    let entries = ledger.entries().iter();
    let lines: Result<Vec<String>, Error> =
        entries.map(|entry| ledger.line(entry.number())).collect();
    Ok(Object::bytes(list(lines?)))
}

/// The notes of a witness, as JSON (`notes.schema.json`).
///
/// # Errors
/// Those of [`Notes::read`].
pub fn witness_notes(notes: &[u8]) -> Result<Object, Failure> {
    Ok(Object::bytes(Notes::read(notes)?.to_json()))
}

/// What a ledger is compared with.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Compared {
    heads: Vec<Kept>,
    commitments: Vec<Known>,
    records: Vec<Known>,
    are_all: bool,
}

/// A head that somebody kept.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    name: String,
    head: String,
}

/// The digest of a commitment or record of the office.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    name: String,
    digest: String,
}
