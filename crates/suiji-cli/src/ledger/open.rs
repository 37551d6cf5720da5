//! `suiji ledger init`: opens a ledger, and enters the commitments and records that the office already has.

use std::path::Path;

use serde_json::json;
use suiji::Hash;
use suiji_evidence::note::{PrivateKey, Signer};
use suiji_evidence::{Algorithm, Event, Ledger, Opening};

use super::{heads, survey};
use crate::base::clock;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::base::random;
use crate::case::{Case, LEDGER, LEDGER_KEY, ledger};
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts::{self, codes};

/// Opens a ledger in a folder: the folder of a case, or a folder that contains the cases of an office.
pub(crate) fn init(
    session: &mut Session<'_>,
    folder: &Path,
    name: Option<&str>,
    algorithm: Option<Algorithm>,
    hash: Hash,
) -> Result<Exit, Failure> {
    let (path, key_path) = (folder.join(LEDGER), folder.join(LEDGER_KEY));
    if let Some(above) = ledger::path(&Case::open(folder)?)? {
        return Err(file_error(&above, codes::exists()).into());
    }
    let key = key(&key_path, name, algorithm)?;
    let origin = key.name();
    let opening = Opening::new(hash, origin).with_key(key.public().clone());
    let mut ledger = Ledger::new(opening, clock::now()?)?;
    let mut text = ledger.line(0)? + "\n";
    for found in survey::of_office(folder, &session.run())? {
        // A record has the commitment from which it was drawn, even if its own file is lost.
        let of_record = found.record.as_ref().map(|(_, record)| record.commitment());
        let of_file = found.commitment.as_ref().map(|(_, commitment)| commitment);
        let sealed = of_file.or(of_record).map(|of| Event::sealed(of, true));
        let drawn = found.record.iter().map(|(_, of)| Event::drawn(of, true));
        for event in sealed.into_iter().chain(drawn) {
            if ledger.find(&event).is_none() {
                text.push_str(&ledger.append(event, clock::now()?)?);
            }
        }
    }
    // Only the owner may read it, because it contains the values of unfinished draws.
    writing::create(&path, text.as_bytes(), Access::Private)?;
    if session.json {
        session.print_json(&json!({
            "ledger": path.display().to_string(),
            "key": key_path.display().to_string(),
            "public_key": key.public().to_string(),
            "origin": origin,
            "size": ledger.entries().len(),
            "root": ledger.root().to_string(),
        }))?;
        return Ok(Exit::Success);
    }
    session.say(texts::ledger_opened(
        path.display(),
        ledger.entries().len() - 1,
    ))?;
    session.say(texts::ledger_key_made(key_path.display()))?;
    session.say(texts::ledger_public_key(key.public()))?;
    heads::say(session, &ledger)?;
    Ok(Exit::Success)
}

/// The key of the office, with the name of the ledger: a new key, or the key of an interrupted run.
fn key(path: &Path, name: Option<&str>, algorithm: Option<Algorithm>) -> Result<PrivateKey, Error> {
    if let Some(key) = heads::key(path)? {
        let is_same = algorithm.is_none_or(|algorithm| algorithm == key.public().algorithm());
        return match is_same && name.is_none_or(|name| name == key.name()) {
            true => Ok(key),
            false => Err(file_error(path, codes::exists())),
        };
    }
    let name = match name {
        Some(name) => name.to_owned(),
        None => format!("suiji-ledger/{}", random::hex::<8>()?),
    };
    let algorithm = algorithm.unwrap_or(Algorithm::Ed25519);
    let secret = suiji_evidence::PrivateKey::from_secret(algorithm, &random::bytes()?)?;
    let key = PrivateKey::of(&name, secret)?;
    let text = key.reveal() + "\n";
    writing::create(path, text.as_bytes(), Access::Private)?;
    Ok(key)
}
