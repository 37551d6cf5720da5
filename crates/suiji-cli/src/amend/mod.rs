//! `suiji amend`: changes after the draw [M1–M6]. They are kept in their own document; the
//! record itself never changes.
//!
//! ```text
//! requests of a file, options or answers → amendments → shown, approved → amendments.json
//! ```

mod ask;
mod event;
mod save;

use std::path::Path;

use serde_json::json;
use suiji::amend::Event;
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::values::Time;
use suiji::{Amendments, Record, Request, Sealed};

use crate::base::clock;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::check;
use crate::case::documents;
use crate::case::pending;
use crate::case::{AMENDMENTS, Case, RECORD};
use crate::disk::lock;
use crate::show::ask::confirm;
use crate::show::choice::answer;
use crate::show::session::{Session, parsed};
use crate::show::{changes, commitment};
use crate::texts::{self, Text, codes};
pub(crate) use event::What;

/// The options of the command.
#[derive(Debug, Default)]
pub(crate) struct Options<'o> {
    /// A file with requests. It replaces `what`.
    pub(crate) requests: Option<&'o Path>,
    pub(crate) what: Option<What>,
    pub(crate) reason: Option<&'o str>,
    pub(crate) approved_by: Option<&'o str>,
    pub(crate) at: Option<Time>,
    /// Write without asking.
    pub(crate) yes: bool,
}

pub(crate) fn amend(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
) -> Result<Exit, Failure> {
    let _lock = lock::shared(case.folder())?;
    pending::refuse_pending(case)?;
    let in_case = |error| case.failure(error);
    let record = drawn(session, case)?;
    let before = save::Before::read(case, &record).map_err(in_case)?;
    let sealed = check::reopen(case, record.commitment(), &session.run())?;
    check::is_the_draw(&case.path(RECORD), &sealed, &record, &session.run())?;
    let earlier = before.amendments();
    let requests = requests(session, (&sealed, &record, earlier), options)?;
    let amended = sealed.amend_with(&record, earlier, &requests, &session.run());
    let amended = amended.map_err(|error| match options.requests {
        Some(path) => Failure::of(error, ErrorKind::Amendments, path),
        None => case.failure(error),
    })?;
    let known = earlier.map_or(0, |earlier| earlier.list().len());
    if !session.json {
        changes::print(session, sealed.inputs(), &amended.list()[known..])?;
    }
    if !options.yes && confirm(session, texts::confirm_amendment())? != Some(true) {
        return Err(file_error(&case.path(AMENDMENTS), codes::not_confirmed()).into());
    }
    save::save(case, &before, &amended, record.commitment().hash())?;
    show(session, case, (&amended, known), &record)
}

/// The record of the case.
fn drawn(session: &Session<'_>, case: &Case) -> Result<Record, Failure> {
    let record = case.record(&session.run());
    let record = record.map_err(|error| case.failure(error))?;
    let missing = || file_error(&case.path(RECORD), codes::not_drawn());
    Ok(record.ok_or_else(missing)?)
}

/// The requests: those of a file, or one for each event of the options or answers.
fn requests(
    session: &mut Session<'_>,
    (sealed, record, earlier): (&Sealed, &Record, Option<&Amendments>),
    options: &Options<'_>,
) -> Result<Vec<Request>, Failure> {
    if let Some(path) = options.requests {
        let limit = limits::RECORD_BYTES;
        return documents::read(path, limit, ErrorKind::Amendments, Request::from_json);
    }
    let state = match earlier {
        Some(earlier) => earlier.state(record),
        None => record.state(),
    }?;
    let asked;
    let what = match &options.what {
        Some(what) => what,
        None => {
            asked = ask::what(session, sealed, record, &state)?;
            &asked
        }
    };
    let events = event::events(what, record, &state)?;
    let reason = text(session, options.reason, texts::ask_reason())?;
    let approved_by = text(session, options.approved_by, texts::ask_approved_by())?;
    let at = match &options.at {
        Some(at) => at.clone(),
        None => clock::now()?,
    };
    let request = |event: Event| Request::new(event, at.clone(), &approved_by, &reason);
    Ok(events.into_iter().map(request).collect::<Result<_, _>>()?)
}

/// A text of the options, or the answer to a question.
fn text(session: &mut Session<'_>, given: Option<&str>, question: Text) -> Result<String, Failure> {
    match given {
        Some(given) => Ok(given.to_owned()),
        None => answer(session, question),
    }
}

fn show(
    session: &mut Session<'_>,
    case: &Case,
    (amended, known): (&Amendments, usize),
    record: &Record,
) -> Result<Exit, Failure> {
    let path = case.path(AMENDMENTS);
    let digest = amended.digest(record.commitment().hash());
    if session.json {
        let list = parsed(&amended.to_json());
        let list = list["amendments"].as_array().cloned().unwrap_or_default();
        session.print_json(&json!({
            "amendments": path.display().to_string(),
            "digest": digest.to_string(),
            "added": list[known..],
        }))?;
        return Ok(Exit::Success);
    }
    session.say(texts::amendments_written(
        path.display(),
        amended.list().len(),
    ))?;
    commitment::print_digest(session, texts::amendments_digest(), &digest)?;
    Ok(Exit::Success)
}
