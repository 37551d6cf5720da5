//! `suiji explain`: what a draw says of one entity, in words or as a receipt.

use std::path::Path;

use suiji::{EntityId, Error, Record, Sealed};

use crate::case::{CEREMONY, Case};
use crate::failure::{Failure, together};
use crate::files::{self, Access};
use crate::session::Session;
use crate::spec::Done;
use crate::statements;
use crate::verify;
use crate::words::{self, Words};

pub(crate) fn run(session: &mut Session<'_>, words: &Words) -> Result<Done, Failure> {
    let entity = words::text(words.argument(1).unwrap_or_default(), "ENTITY")?;
    let entity: EntityId = words::value("ENTITY", entity, str::parse)?;
    let case = Case::open(Path::new(words.option("case").unwrap_or_default()))?;
    explain(
        session,
        words.path(0),
        &entity,
        &case,
        words.option("receipt").map(Path::new),
    )
}

pub(crate) fn explain(
    session: &mut Session<'_>,
    record: &Path,
    entity: &EntityId,
    case: &Case,
    into: Option<&Path>,
) -> Result<Done, Failure> {
    let record = verify::record(record, &session.run())?;
    let sealed = reopen(session, case, &record).map_err(|error| case.failure(error))?;
    let receipt = sealed.receipt(&record, entity, &session.run())?;
    if let Some(path) = into {
        // It tells the entity's class: whoever writes it hands it on.
        files::create(path, receipt.to_json().as_bytes(), Access::Private)?;
    }
    if session.json {
        session.print(receipt.to_json().trim_end())?;
        session.print("\n")?;
        return Ok(Done::Well);
    }
    let inputs = sealed.inputs();
    statements::print(session, &receipt, Some(inputs.plan()), Some(inputs))?;
    if let Some(path) = into {
        let path = path.display();
        session.say(
            format_args!("查验单已写入 {path}"),
            format_args!("Receipt written to {path}"),
        )?;
    }
    Ok(Done::Well)
}

fn reopen(session: &Session<'_>, case: &Case, record: &Record) -> Result<Sealed, Error> {
    let run = session.run();
    let ceremony = files::is_there(&case.path(CEREMONY))
        .then(|| case.ceremony())
        .transpose();
    let (inputs, ceremony) = together(case.inputs(&run), ceremony)?;
    let secret = ceremony.as_ref().and_then(|ceremony| ceremony.secret());
    Sealed::reopen(&inputs, record.commitment(), secret, &run)
}
