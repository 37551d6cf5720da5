//! `suiji publish`: a record to its public form [E2].

use std::path::Path;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::{PublicForm, Secret};

use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::case::{CEREMONY, Case};
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts::{self, codes};

pub(crate) fn publish(
    session: &mut Session<'_>,
    path: &Path,
    case: Option<&Case>,
    into: Option<&Path>,
) -> Result<Exit, Failure> {
    let run = session.run();
    let record = documents::record(path, &run)?;
    let secret = match record.commitment().blinded() {
        true => Some(secret(path, case)?),
        false => None,
    };
    let form = PublicForm::of_with(&record, secret.as_ref(), &run)?;
    let Some(path) = into else {
        session.write(|out| form.write_json(out))?;
        return Ok(Exit::Success);
    };
    writing::create_by(path, Access::Shared, |out| form.write_json_with(out, &run))?;
    let (written, digest) = (path.display(), form.record());
    if session.json {
        session
            .print_json(&json!({"public": written.to_string(), "record": digest.to_string()}))?;
    } else {
        session.say(texts::public_written(written, digest))?;
    }
    Ok(Exit::Success)
}

/// The secret of a blinded commitment, without which its public form cannot be made [E2].
fn secret(record: &Path, case: Option<&Case>) -> Result<Secret, Failure> {
    let case = case.ok_or_else(|| file_error(record, codes::needs_case()))?;
    let path = case.path(CEREMONY);
    let ceremony = case.ceremony();
    let ceremony = ceremony.map_err(|error| Failure::of(error, ErrorKind::Ceremony, &path))?;
    let secret = ceremony.secret().cloned();
    Ok(secret.ok_or_else(|| file_error(&path, codes::no_secret()))?)
}
