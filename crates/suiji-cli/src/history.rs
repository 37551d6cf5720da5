//! `suiji history`: writes the history for the next draw: the earlier inspections and those of this draw [O3]
//! [I5].

use std::ffi::OsStr;
use std::path::Path;

use serde_json::json;
use suiji::History;

use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::case::drawn::Drawn;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts::{self, codes};

/// Writes the history, as CSV if the file ends in `.csv`, otherwise as JSON Lines.
pub(crate) fn history(
    session: &mut Session<'_>,
    case: &Case,
    into: Option<&Path>,
) -> Result<Exit, Failure> {
    let run = session.run();
    let mut drawn = Drawn::open(case, &run)?;
    let results = drawn.take_results();
    let earlier = drawn.sealed.inputs().history();
    let visits = results.visits(&drawn.record, drawn.amendments.as_ref(), earlier)?;
    let mut builder = History::builder();
    earlier
        .iter()
        .chain(visits.iter().cloned())
        .for_each(|visit| builder.push(&visit));
    let history = builder.finish_with(&run)?;
    let Some(path) = into else {
        session.write(|out| history.write_json_lines(out))?;
        return Ok(Exit::Success);
    };
    match path.extension() == Some(OsStr::new("csv")) {
        true => {
            let csv =
                csv(&history).ok_or_else(|| Error::of_file(path, codes::history_separator()))?;
            writing::create(path, csv.as_bytes(), Access::Shared)?;
        }
        false => writing::create_by(path, Access::Shared, |out| history.write_json_lines(out))?,
    }
    let (all, new) = (history.len(), visits.len());
    match session.json {
        true => session
            .print_json(&json!({"history": path.display().to_string(), "rows": all, "new": new}))?,
        false => session.say(texts::history_written(path.display(), all, new))?,
    }
    Ok(Exit::Success)
}

/// The history as CSV; none if the name of a department contains the sign that separates members.
fn csv(history: &History) -> Option<String> {
    let mut out = "entity,task,date,kind,by,inspectors\n".to_owned();
    for visit in history.iter() {
        let cells = [
            visit.entity().to_owned(),
            visit.task().to_owned(),
            visit.date().to_owned(),
            visit.kind().as_str().to_owned(),
            listed(&visit.by())?,
            listed(&visit.inspectors())?,
        ];
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    Some(out)
}

fn listed(members: &[&str]) -> Option<String> {
    let is_clear = members.iter().all(|member| !member.contains(';'));
    is_clear.then(|| members.join(";"))
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}
