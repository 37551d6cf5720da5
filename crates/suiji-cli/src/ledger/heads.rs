//! `suiji ledger head`, `prove` and `check`: the head for others to keep, and proofs for those who have a
//! head.

use std::path::Path;

use serde_json::json;
use suiji::Hash;
use suiji::error::ErrorKind;
use suiji_evidence::note::{Note, PrivateKey, PublicKey, Verifier};
use suiji_evidence::{ConsistencyProof, Head, InclusionProof, Ledger};

use super::find;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{LEDGER_KEY, ledger};
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::show::commitment;
use crate::show::session::Session;
use crate::texts::{self, codes};

/// The greatest size of a head, proof or key, in bytes.
const BYTES: usize = 1 << 20;

/// What a proof is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Proved<'p> {
    /// An entry is in the ledger.
    Entry(u64),
    /// The ledger continues the ledger of an older head.
    Since(&'p str),
}

/// Writes the head of a ledger. It is signed if the key of the office is in the folder.
pub(crate) fn head(
    session: &mut Session<'_>,
    given: &Path,
    into: Option<&Path>,
) -> Result<Exit, Failure> {
    let path = find(given)?;
    let ledger = ledger::read(&path)?;
    let note = signed(&path, &ledger)?;
    let Some(into) = into else {
        if session.json {
            session.print_json(&json!({
                "head": note,
                "origin": ledger.origin(),
                "size": ledger.entries().len(),
                "root": ledger.root().to_string(),
            }))?;
            return Ok(Exit::Success);
        }
        session.print(&note)?;
        return Ok(Exit::Success);
    };
    writing::create(into, note.as_bytes(), Access::Shared)?;
    if session.json {
        session.print_json(&json!({"head": into.display().to_string(), "size": ledger.entries().len(), "root": ledger.root().to_string()}))?;
        return Ok(Exit::Success);
    }
    session.say(texts::head_written(into.display()))?;
    say(session, &ledger)?;
    Ok(Exit::Success)
}

/// The head as a note; only its text if the key of the office is not in the folder of the ledger.
fn signed(path: &Path, ledger: &Ledger) -> Result<String, Error> {
    let text = ledger.head()?.to_string();
    let key_path = path.with_file_name(LEDGER_KEY);
    let Some(key) = key(&key_path)? else {
        return Ok(text);
    };
    if Some(key.public()) != ledger.opening().key() {
        return Err(file_error(&key_path, codes::ledger_other_key()));
    }
    let mut note = Note::new(&text)?;
    note.sign(&key)?;
    Ok(note.to_string())
}

/// The key in a file, if there is one.
pub(super) fn key(path: &Path) -> Result<Option<PrivateKey>, Error> {
    let Some(bytes) = files::read_optional(path, BYTES, ErrorKind::File)? else {
        return Ok(None);
    };
    let in_file = |error: suiji_evidence::Error| error.in_file(&path.display().to_string());
    let key = String::from_utf8_lossy(&bytes).parse().map_err(in_file)?;
    Ok(Some(key))
}

/// Prints the head for the minutes: the number of entries, and the root in groups.
pub(super) fn say(session: &mut Session<'_>, ledger: &Ledger) -> Result<(), Failure> {
    let title = texts::ledger_head_title(ledger.entries().len());
    Ok(commitment::print_digest(session, title, &ledger.root())?)
}

/// A head from a file, or typed on the command line.
pub(crate) fn read_head(given: &str) -> Result<Head, Error> {
    let path = Path::new(given);
    if !path.is_file() {
        return Ok(Head::read(given.as_bytes())?);
    }
    let bytes = files::read(path, BYTES, ErrorKind::File)?;
    let in_file = |error: suiji_evidence::Error| error.in_file(given);
    Ok(Head::read(&bytes).map_err(in_file)?)
}

/// Writes a proof, with the head to which it belongs.
pub(crate) fn prove(
    session: &mut Session<'_>,
    given: &Path,
    proved: Proved<'_>,
    into: Option<&Path>,
) -> Result<Exit, Failure> {
    let path = find(given)?;
    let ledger = ledger::read(&path)?;
    let head = signed(&path, &ledger)?;
    let proof = match proved {
        Proved::Entry(number) => ledger.inclusion(number)?.with_head(&head).to_string(),
        Proved::Since(kept) => {
            let kept = read_head(kept)?;
            ledger.check_head(&kept)?;
            let proof = ledger.consistency(kept.size())?;
            proof.with_head(&head).to_string()
        }
    };
    match into {
        Some(into) => {
            writing::create(into, proof.as_bytes(), Access::Shared)?;
            session.say(texts::proof_written(into.display()))?;
        }
        None => session.print(&proof)?,
    }
    Ok(Exit::Success)
}

/// The evidence against which a proof is checked.
#[derive(Debug)]
pub(crate) struct Against<'a> {
    /// An older head, for a proof of consistency.
    pub(crate) head: Option<&'a str>,
    /// The file with the line of an entry, for a proof of inclusion.
    pub(crate) entry: Option<&'a Path>,
    /// The key of the office.
    pub(crate) key: Option<&'a str>,
    /// The hash of the tree.
    pub(crate) hash: Hash,
}

/// Checks a proof without the ledger.
pub(crate) fn check(
    session: &mut Session<'_>,
    proof: &Path,
    against: &Against<'_>,
) -> Result<Exit, Failure> {
    let bytes = files::read(proof, BYTES, ErrorKind::File)?;
    let in_file = |error: suiji_evidence::Error| error.in_file(&proof.display().to_string());
    let (result, said) = match (against.head, against.entry) {
        (Some(old), None) => {
            let old = read_head(old)?;
            let proof = ConsistencyProof::read(&bytes).map_err(in_file)?;
            let size = proof.head().map_err(in_file)?.size();
            let result = proof.verify(against.hash, &old);
            (result, texts::ledger_continues(old.size(), size))
        }
        (None, Some(entry)) => {
            let line = files::read(entry, BYTES, ErrorKind::File)?;
            let line = line.strip_suffix(b"\n").unwrap_or(&line);
            let proof = InclusionProof::read(&bytes).map_err(in_file)?;
            let result = proof.verify(against.hash, line);
            (result, texts::ledger_includes(proof.index()))
        }
        _ => return Err(Error::new(codes::head_or_entry()).into()),
    };
    let mismatch = |error: suiji_evidence::Error| Failure::Mismatch(in_file(error).into());
    let head = result.map_err(mismatch)?;
    if let Some(key) = against.key {
        let key: PublicKey = key.parse::<PublicKey>().map_err(Error::from)?;
        let keys: [&dyn Verifier; 1] = [&key];
        if head.signed(&keys).map_err(mismatch)?.known().is_empty() {
            return Err(Failure::Mismatch(file_error(
                proof,
                codes::head_not_signed(),
            )));
        }
    }
    match session.json {
        true => session.print_json(
            &json!({"proved": true, "size": head.size(), "root": head.root().to_string()}),
        )?,
        false => session.say(said)?,
    }
    Ok(Exit::Success)
}
