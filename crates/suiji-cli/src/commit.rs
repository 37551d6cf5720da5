//! `suiji commit`: makes the commitment of a witness to a value that nobody else knows before the draw
//! [S4a].

use std::path::Path;

use serde_json::json;
use suiji::{Contribution, Hash, Secret};

use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::base::random;
use crate::case::opening;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts::{self, codes};

/// Writes nonce and value to a private file and shows the commitment.
pub(crate) fn commit(
    session: &mut Session<'_>,
    into: &Path,
    value: Option<&str>,
    hash: Hash,
) -> Result<Exit, Failure> {
    let asked;
    let value = match value {
        Some(value) => value,
        None => {
            let answer = session.ask_exact(texts::ask_own_value())?;
            asked = answer.ok_or_else(|| Error::new(codes::not_answered()))?;
            &asked
        }
    };
    let nonce = Secret::from_bytes(random::bytes()?);
    // The same checks as at the draw.
    Contribution::committed(nonce.clone(), value)?;
    let commitment = Contribution::commitment(hash, &nonce, value);
    writing::create(
        into,
        opening::to_json(&nonce, value).as_bytes(),
        Access::Private,
    )?;
    let file = into.display();
    if session.json {
        let (commitment, file) = (commitment.to_string(), file.to_string());
        session.print_json(&json!({"commitment": commitment, "file": file}))?;
        return Ok(Exit::Success);
    }
    session.say(texts::commitment_made())?;
    session.say(format!("  {commitment}"))?;
    session.say(texts::commitment_next(file))?;
    Ok(Exit::Success)
}
