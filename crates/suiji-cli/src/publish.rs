//! `suiji publish`: a record to its public form [E2].

use std::path::Path;

use serde_json::{Value, json};
use suiji::amend::State;
use suiji::error::ErrorKind;
use suiji::record::Draw;
use suiji::values::InspectorId;
use suiji::{Amendments, PublicForm, Record, Secret};

use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::amended;
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
    let amendments = amendments(case, &record)?;
    if session.json {
        let mut json = json!({"public": written.to_string(), "record": digest.to_string()});
        if let Some((amendments, state)) = &amendments {
            let digest = amendments.digest(record.commitment().hash());
            json["amendments"] = digest.to_string().into();
            json["changed"] = changed(&record, state);
        }
        session.print_json(&json)?;
        return Ok(Exit::Success);
    }
    session.say(texts::public_written(written, digest))?;
    if let Some((amendments, state)) = &amendments {
        let digest = amendments.digest(record.commitment().hash());
        session.say(texts::publish_amendments(amendments.list().len(), digest))?;
        print_changed(session, &record, state)?;
    }
    Ok(Exit::Success)
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

/// Entities that could not be inspected, and the reserves that were used: what the public form lists no longer shows
/// who is visited.
fn print_changed(
    session: &mut Session<'_>,
    record: &Record,
    state: &State<'_>,
) -> Result<(), Failure> {
    for draw in record.draws() {
        let task = draw.task().as_str();
        for team in state.teams(task) {
            if team.is_replaced() {
                session.say(texts::published_replaced(task, team.entity()))?;
            }
            if team.is_reserve() {
                session.say(texts::published_reserve(task, team.entity()))?;
            }
        }
    }
    Ok(())
}

/// The same for programs, with all teams as they are now.
fn changed(record: &Record, state: &State<'_>) -> Value {
    let task = |draw: &Draw| {
        let teams = state.teams(draw.task().as_str()).map(|team| {
            let seat = |seat: &Option<&InspectorId>| seat.map(|id| id.as_str().to_owned());
            json!({
                "entity": team.entity(),
                "seats": team.seats().iter().map(seat).collect::<Vec<_>>(),
                "reserve": team.is_reserve(),
                "replaced": team.is_replaced(),
            })
        });
        json!({"task": draw.task().as_str(), "teams": teams.collect::<Value>()})
    };
    record.draws().iter().map(task).collect()
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
