//! `suiji explain`: what a draw says of one entity, in words or as a receipt.

use std::path::Path;

use suiji::{EntityId, ErrorKind};

use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::case::documents;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::show::statements;
use crate::texts;

pub(crate) fn explain(
    session: &mut Session<'_>,
    record: &Path,
    entity: &EntityId,
    case: &Case,
    into: Option<&Path>,
) -> Result<Done, Failure> {
    let path = record;
    let run = session.run();
    let record = documents::record(path, &run)?;
    // The sheet is that of the record, whatever `commitment.json` is by now.
    let sealed = case
        .reopen(record.commitment(), &run)
        .map_err(|error| case.failure(error).also(ErrorKind::Commitment, path))?;
    let receipt = sealed
        .receipt(&record, entity, &run)
        .map_err(|error| Failure::of(error, ErrorKind::Receipt, path))?;
    if let Some(path) = into {
        // It tells the entity's class: whoever writes it hands it on.
        writing::create(path, receipt.to_json().as_bytes(), Access::Private)?;
    }
    if session.json {
        session.print_document(&receipt.to_json())?;
        return Ok(Done::Well);
    }
    let inputs = sealed.inputs();
    statements::print(session, &receipt, Some(inputs.plan()), Some(inputs))?;
    if let Some(path) = into {
        session.say(texts::receipt_written(path.display()))?;
    }
    Ok(Done::Well)
}
