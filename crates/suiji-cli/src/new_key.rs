//! `suiji new-key`: makes a pair of keys for signatures, for people who have neither a token nor OpenSSL [P2].

use std::path::{Path, PathBuf};

use serde_json::json;
use suiji_evidence::{Algorithm, PrivateKey};

use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::base::random;
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts::{self, codes};

/// Writes the private key to a private file and the public key beside it.
pub(crate) fn new_key(
    session: &mut Session<'_>,
    into: &Path,
    algorithm: Algorithm,
) -> Result<Exit, Failure> {
    let public_path = public_path(into);
    for path in [into, &public_path] {
        if files::exists(path)? {
            return Err(file_error(path, codes::exists()).into());
        }
    }
    let key = PrivateKey::from_secret(algorithm, &random::bytes()?)?;
    writing::create(into, key.reveal()?.as_bytes(), Access::Private)?;
    writing::create(
        &public_path,
        key.public().to_pem().as_bytes(),
        Access::Shared,
    )?;
    let (private, public) = (into.display(), public_path.display());
    let id = key.public().id().to_string();
    if session.json {
        session.print_json(&json!({
            "algorithm": algorithm.as_str(),
            "id": id,
            "private": private.to_string(),
            "public": public.to_string(),
        }))?;
        return Ok(Exit::Success);
    }
    session.say(texts::key_made(algorithm, &id))?;
    session.say(texts::key_files(private, public))?;
    Ok(Exit::Success)
}

/// `office.pem` → `office.public.pem`.
pub(crate) fn public_path(private: &Path) -> PathBuf {
    private.with_extension("public.pem")
}
