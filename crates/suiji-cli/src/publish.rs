//! `suiji publish`: a record to its public form [E2].

use std::path::Path;

use serde_json::json;
use suiji::PublicForm;

use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts;

pub(crate) fn publish(
    session: &mut Session<'_>,
    record: &Path,
    into: Option<&Path>,
) -> Result<Exit, Failure> {
    let run = session.run();
    let form = PublicForm::of_with(&documents::record(record, &run)?, &run)?;
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
