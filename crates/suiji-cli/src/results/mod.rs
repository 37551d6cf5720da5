//! `suiji results`: imports the results of the inspections, checked against the draw and its amendments [O1] [O2].
//!
//! ```text
//! files of results: documents, or lists as an office keeps them → checked → added to results.json → the progress of
//! the inspections
//! ```

mod read;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::results::{Known, Update};
use suiji::seal::{Finding, Severity};
use suiji::values::Date;
use suiji::{Record, Results};

use crate::base::clock;
use crate::base::error::{Error, findings_to_json};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::drawn::Drawn;
use crate::case::{Case, RESULTS, inspected};
use crate::disk::lock;
use crate::import::Lists;
use crate::show::session::{Session, parsed};
use crate::show::{commitment, status};
use crate::texts::{self, codes};
use read::Part;

/// Adds the results of files to those of the case.
pub(crate) fn results(
    session: &mut Session<'_>,
    case: &Case,
    (files, map): (&[&Path], Option<&Path>),
) -> Result<Exit, Failure> {
    let _lock = lock::exclusive(case.folder())?;
    // First, so that results that another command adds later are not replaced.
    let before = inspected::bytes(case)?;
    let mut drawn = Drawn::open(case, &session.run())?;
    let mut all = drawn.take_results();
    let (parts, mut lists) = read::parts(session, case, (files, map), &drawn)?;
    let known = known(&drawn, clock::now()?.date());
    let found = check(&parts, &drawn.record, &known)?;
    let mut update = Update::default();
    for part in parts {
        let of_part = all.update(part.results)?;
        update.added += of_part.added;
        update.changed += of_part.changed;
        update.same += of_part.same;
    }
    let found = with_joint(found, case.path(RESULTS), all.check(&drawn.record, &known)?);
    if let Some(lists) = &mut lists {
        // Answers first, because a person would have to repeat them.
        lists.write_log(session, case)?;
    }
    inspected::save(case, before.as_deref(), &all)?;
    show(session, case, (&drawn, &all), lists, update, &found)
}

/// The data with which results are compared.
pub(crate) fn known(drawn: &Drawn, today: Date) -> Known<'_> {
    let inputs = drawn.sealed.inputs();
    let known = Known::default()
        .with_plan(inputs.plan())
        .with_roster(inputs.roster())
        .with_today(today);
    match &drawn.amendments {
        Some(amendments) => known.with_amendments(amendments),
        None => known,
    }
}

/// Findings about doubtful results, and the file whose rows they name.
struct Doubtful {
    file: PathBuf,
    found: Vec<Finding>,
}

/// Compares each part with the draw. All wrong results are refused together. Doubtful results are returned with their
/// rows.
fn check(parts: &[Part], record: &Record, known: &Known<'_>) -> Result<Vec<Doubtful>, Failure> {
    let mut doubtful = Vec::new();
    let mut refused: Option<Error> = None;
    for part in parts {
        let known = known.with_rows(&part.rows);
        let found = part.results.check(record, &known);
        let mut found =
            found.map_err(|error| Failure::of(error, ErrorKind::Results, &part.path))?;
        refused = match (refused, wrong(&part.path, &found)) {
            (Some(first), Some(next)) => Some(first.and(next)),
            (first, next) => first.or(next),
        };
        // Missing results are visible only when all results are read.
        found.retain(|of| !of.rows().is_empty());
        let file = part.path.clone();
        doubtful.push(Doubtful { file, found });
    }
    match refused {
        Some(error) => Err(error.into()),
        None => Ok(doubtful),
    }
}

/// The findings about each file, and the findings that need the results of all files: missing results, and one visit
/// for two tasks with results in two files.
fn with_joint(mut of_files: Vec<Doubtful>, file: PathBuf, all: Vec<Finding>) -> Vec<Doubtful> {
    const JOINT: [&str; 2] = ["results.two-days", "results.closed-elsewhere"];
    let in_files = of_files.iter().flat_map(|of| &of.found);
    let known: BTreeSet<&str> = in_files.map(Finding::code).collect();
    let is_new = |of: &Finding| JOINT.contains(&of.code()) && !known.contains(of.code());
    let joint = all.into_iter();
    let joint = joint.filter(|of| of.rows().is_empty() || is_new(of));
    let found = joint.collect();
    of_files.push(Doubtful { file, found });
    of_files
}

/// The error of a file with wrong results. It lists all of them.
fn wrong(file: &Path, found: &[Finding]) -> Option<Error> {
    let is_wrong = |of: &&Finding| of.severity() == Severity::Error;
    let wrong: Vec<Finding> = found.iter().filter(is_wrong).cloned().collect();
    let error = Error::of_file(file, codes::wrong_results(wrong.len()));
    (!wrong.is_empty()).then(|| error.with_findings(wrong))
}

fn show(
    session: &mut Session<'_>,
    case: &Case,
    (drawn, all): (&Drawn, &Results),
    lists: Option<Lists>,
    update: Update,
    found: &[Doubtful],
) -> Result<Exit, Failure> {
    let path = case.path(RESULTS);
    let progress = all.status(&drawn.record, drawn.amendments.as_ref())?;
    if session.json {
        let mut json = json!({
            "results": path.display().to_string(),
            "added": update.added,
            "changed": update.changed,
            "same": update.same,
            "findings": findings_to_json(found.iter().flat_map(|of| &of.found)),
            "status": parsed(&progress.to_json()),
        });
        if let Some(lists) = lists {
            json["lists"] = lists.to_json();
            lists.done(session, RESULTS)?;
        }
        session.print_json(&json)?;
        return Ok(Exit::Success);
    }
    if let Some(lists) = lists {
        lists.done(session, RESULTS)?;
    }
    let Update {
        added,
        changed,
        same,
        ..
    } = update;
    session.say(texts::results_written(path.display(), added, changed, same))?;
    let is_one_file = found.len() == 2;
    for of in found {
        let names_rows = of.found.iter().any(|of| !of.rows().is_empty());
        if names_rows && (of.file == path || !is_one_file) {
            session.say(texts::results_of_file(of.file.display()))?;
        }
        commitment::print_findings(session, &of.found, true)?;
    }
    status::print(session, drawn.sealed.inputs(), &progress)?;
    Ok(Exit::Success)
}
