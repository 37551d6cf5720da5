//! `suiji explain`: shows the course of one entity: the draw, the team, the result of the inspection, and what the next
//! draw knows.

use std::path::Path;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::error::codes::RECORD_OTHER;
use suiji::values::EntityId;
use suiji::{History, Results};

use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{Case, amended, check, documents, inspected};
use crate::disk::writing::{self, Access};
use crate::show::session::{Session, parsed};
use crate::show::{amended as show_amended, inspected as show_inspected, statements};
use crate::texts;

pub(crate) fn explain(
    session: &mut Session<'_>,
    record: &Path,
    entity: &EntityId,
    case: &Case,
    into: Option<&Path>,
) -> Result<Exit, Failure> {
    let path = record;
    let run = session.run();
    let record = documents::record(path, &run)?;
    // The commitment of the record, which may be an earlier one than `commitment.json`.
    let sealed = check::reopen(case, record.commitment(), &run)
        .map_err(|failure| failure.also(ErrorKind::Commitment, path))?;
    check::is_the_draw(path, &sealed, &record, &run)?;
    let receipt = sealed
        .receipt_with(&record, entity, &run)
        .map_err(|error| match error.code() == RECORD_OTHER.id() {
            true => Failure::of(error, ErrorKind::Receipt, path),
            // The id is at fault, not the file.
            false => error.into(),
        })?;
    let amendments = amended::of_record(case, record.commitment(), record.digest());
    let amendments = amendments.map_err(|error| case.failure(error))?;
    if let Some(path) = into {
        // Private, because it contains the risk class of the entity.
        writing::create(path, receipt.to_json().as_bytes(), Access::Private)?;
    }
    let results = inspected::of_record(case, record.digest());
    let results = results.map_err(|error| case.failure(error))?;
    let results = results.unwrap_or_else(|| Results::new(&record));
    let progress = results.status(&record, amendments.as_ref())?;
    let visits = results.visits(&record, amendments.as_ref(), &History::default())?;
    let state = match &amendments {
        Some(amendments) => Some(
            amendments
                .state(&record)
                .map_err(|error| case.failure(error))?,
        ),
        None => None,
    };
    if session.json {
        let mut json = json!({"receipt": parsed(&receipt.to_json())});
        if let Some(state) = &state {
            json["amended"] = show_amended::of_entity(&record, state, entity);
        }
        json["inspections"] = show_inspected::of_entity(&progress, entity);
        json["next_history"] = show_inspected::history_of(&visits, entity);
        session.print_json(&json)?;
        return Ok(Exit::Success);
    }
    let inputs = sealed.inputs();
    statements::print(session, &receipt, Some(inputs.plan()), Some(inputs))?;
    if let Some(state) = &state {
        show_amended::print(session, inputs, (&record, state), entity)?;
    }
    show_inspected::print(session, inputs, (&results, &progress), &visits, entity)?;
    if let Some(path) = into {
        session.say(texts::receipt_written(path.display()))?;
    }
    Ok(Exit::Success)
}
