//! `suiji status`: how far the inspections of a draw have come, by task, class and inspector [O3].

mod page;

use std::path::Path;

use serde_json::Value;
use suiji::Results;
use suiji::seal::Severity;

use crate::base::clock;
use crate::base::error::findings_to_json;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::after::After;
use crate::case::{Case, inspected};
use crate::disk::writing::{self, Access};
use crate::results::known;
use crate::show::session::{Session, parsed};
use crate::show::{commitment, status};
use crate::texts;

/// Shows the status, and writes it as a page if one is asked for.
pub(crate) fn status(
    session: &mut Session<'_>,
    case: &Case,
    page: Option<&Path>,
) -> Result<Exit, Failure> {
    let after = After::read(case, &session.run())?;
    let results = inspected::of_record(case, after.record.digest());
    let results = results.map_err(|error| case.failure(error))?;
    let results = results.unwrap_or_else(|| Results::new(&after.record));
    let today = clock::now()?.date();
    let known = known(&after, today);
    let mut found = results.check(&after.record, &known)?;
    // What is open is in the table.
    found.retain(|of| of.severity() != Severity::Note);
    let progress = results.status(&after.record, after.amendments.as_ref())?;
    let inputs = after.sealed.inputs();
    if let Some(path) = page {
        let html = page::html(inputs, &progress, &found, today, session.lang);
        writing::replace(path, html.as_bytes(), Access::Shared)?;
    }
    if session.json {
        let mut json: Value = parsed(&progress.to_json());
        json["findings"] = findings_to_json(&found);
        if let Some(path) = page {
            json["page"] = path.display().to_string().into();
        }
        session.print_json(&json)?;
        return Ok(Exit::Success);
    }
    status::print(session, inputs, &progress)?;
    commitment::print_findings(session, &found, true)?;
    if let Some(path) = page {
        session.say(texts::page_written(path.display()))?;
    }
    Ok(Exit::Success)
}
