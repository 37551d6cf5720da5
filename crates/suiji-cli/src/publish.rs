//! `suiji publish`: makes the public form of a record [E2].

use std::path::Path;

use serde_json::json;
use suiji::amend::State;
use suiji::error::ErrorKind;
use suiji::{Amendments, Digest, PublicForm, Record, Secret};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::amended;
use crate::case::documents;
use crate::case::ledger;
use crate::case::{CEREMONY, Case};
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::show::amended as amended_teams;
use crate::show::session::Session;
use crate::texts::{self, Text, codes};

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
    let amendments = amendments(case, &record)?;
    enter(path, case, record.digest())?;
    let Some(path) = into else {
        session.write(|out| form.write_json(out))?;
        return match &amendments {
            Some(amendments) => {
                let lines = lines(&record, amendments);
                lines.into_iter().try_for_each(|line| session.note(line))?;
                Ok(Exit::Success)
            }
            None => Ok(Exit::Success),
        };
    };
    writing::create_by(path, Access::Shared, |out| form.write_json_with(out, &run))?;
    let (written, digest) = (path.display(), form.record());
    if session.json {
        let mut json = json!({"public": written.to_string(), "record": digest.to_string()});
        if let Some((amendments, state)) = &amendments {
            let digest = amendments.digest(record.commitment().hash());
            json["amendments"] = digest.to_string().into();
            json["amended"] = amended_teams::of_all(&record, state);
        }
        session.print_json(&json)?;
        return Ok(Exit::Success);
    }
    session.say(texts::public_written(written, digest))?;
    if let Some(amendments) = &amendments {
        let lines = lines(&record, amendments);
        lines.into_iter().try_for_each(|line| session.say(line))?;
    }
    Ok(Exit::Success)
}

/// Enters in the ledger that the public form was made. The ledger is that of the case, or of the record's folder.
fn enter(record: &Path, case: Option<&Case>, digest: Digest) -> Result<(), Error> {
    match case {
        Some(case) => ledger::enter_published(case, digest),
        None => ledger::enter_published(&Case::open(&files::folder_of(record))?, digest),
    }
}

/// The amendments of a record, and the state after them.
fn amendments<'r>(
    case: Option<&Case>,
    record: &'r Record,
) -> Result<Option<(Amendments, State<'r>)>, Failure> {
    let Some(case) = case else {
        return Ok(None);
    };
    let found = amended::of_record(case, record.commitment(), record.digest());
    let Some(amendments) = found.map_err(|error| case.failure(error))? else {
        return Ok(None);
    };
    let state = amendments
        .state(record)
        .map_err(|error| case.failure(error))?;
    Ok(Some((amendments, state)))
}

/// The number of amendments and their digest; then the entities that could not be inspected, and the reserves that
/// were used. After these changes, the public form no longer lists exactly the visited entities.
fn lines(record: &Record, (amendments, state): &(Amendments, State<'_>)) -> Vec<Text> {
    let digest = amendments.digest(record.commitment().hash());
    let mut lines = vec![texts::publish_amendments(amendments.list().len(), digest)];
    for draw in record.draws() {
        let task = draw.task().as_str();
        for team in state.teams(task) {
            if team.is_replaced() {
                lines.push(texts::published_replaced(task, team.entity()));
            }
            if team.is_reserve() {
                lines.push(texts::published_reserve(task, team.entity()));
            }
        }
    }
    lines
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
