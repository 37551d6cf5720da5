//! `suiji results`: takes over what the inspections found, checked against the draw and its amendments [O1] [O2].
//!
//! ```text
//! file of results → checked → added to results.json → how far the inspections have come
//! ```

use std::path::Path;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::results::{Known, Update};
use suiji::seal::{Finding, Severity};
use suiji::{Results, limits};

use crate::base::clock;
use crate::base::error::{Error, findings_to_json};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::after::After;
use crate::case::{Case, RESULTS, documents, inspected};
use crate::disk::lock;
use crate::show::session::{Session, parsed};
use crate::show::{commitment, status};
use crate::texts::{self, codes};

/// Adds the results of a file to those of the case.
pub(crate) fn results(
    session: &mut Session<'_>,
    case: &Case,
    file: &Path,
) -> Result<Exit, Failure> {
    let _lock = lock::exclusive(case.folder())?;
    let after = After::read(case, &session.run())?;
    let before = inspected::bytes(case)?;
    let limit = limits::RECORD_BYTES;
    let later = documents::read(file, limit, ErrorKind::Results, Results::from_json)?;
    let amendments = after.amendments.as_ref();
    let mut known = Known::default()
        .with_plan(after.sealed.inputs().plan())
        .with_today(clock::now()?.date());
    if let Some(amendments) = amendments {
        known = known.with_amendments(amendments);
    }
    let in_file = |error| Failure::of(error, ErrorKind::Results, file);
    let found = later.check(&after.record, &known).map_err(in_file)?;
    refuse(file, &found)?;
    let mut all = match inspected::of_record(case, after.record.digest())? {
        Some(results) => results,
        None => Results::new(&after.record),
    };
    let update = all.update(later).map_err(in_file)?;
    // A visit for two tasks may have come in two files.
    let found = all.check(&after.record, &known)?;
    inspected::save(case, before.as_deref(), &all)?;
    show(session, case, (&after, &all), update, &found)
}

/// Refuses a file with wrong results, all of which are shown.
fn refuse(file: &Path, found: &[Finding]) -> Result<(), Failure> {
    let is_wrong = |of: &&Finding| of.severity() == Severity::Error;
    let wrong: Vec<Finding> = found.iter().filter(is_wrong).cloned().collect();
    match wrong.len() {
        0 => Ok(()),
        count => {
            let error = Error::of_file(file, codes::wrong_results(count));
            Err(error.with_findings(wrong).into())
        }
    }
}

fn show(
    session: &mut Session<'_>,
    case: &Case,
    (after, all): (&After, &Results),
    update: Update,
    found: &[Finding],
) -> Result<Exit, Failure> {
    let path = case.path(RESULTS);
    let progress = all.status(&after.record, after.amendments.as_ref())?;
    if session.json {
        session.print_json(&json!({
            "results": path.display().to_string(),
            "added": update.added,
            "changed": update.changed,
            "same": update.same,
            "findings": findings_to_json(found),
            "status": parsed(&progress.to_json()),
        }))?;
        return Ok(Exit::Success);
    }
    let Update {
        added,
        changed,
        same,
        ..
    } = update;
    session.say(texts::results_written(path.display(), added, changed, same))?;
    commitment::print_findings(session, found, true)?;
    status::print(session, after.sealed.inputs(), &progress)?;
    Ok(Exit::Success)
}
