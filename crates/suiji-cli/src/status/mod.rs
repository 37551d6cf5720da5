//! `suiji status`: shows the progress of the inspections of a draw, by task, class and inspector
//! [O3].

mod deadlines;
mod page;

use std::path::Path;

use serde_json::Value;
use suiji::seal::Severity;

use crate::base::clock;
use crate::base::error::findings_to_json;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::case::drawn::Drawn;
use crate::disk::writing::{self, Access};
use crate::papers::{self, Settings};
use crate::results::known;
use crate::show::session::{Session, parsed};
use crate::show::{commitment, status};
use crate::texts;
use deadlines::{Overdue, Rules};

/// Shows the status, and also writes it as a page if this is requested.
pub(crate) fn status(
    session: &mut Session<'_>,
    case: &Case,
    page: Option<&Path>,
    holidays: Option<&Path>,
) -> Result<Exit, Failure> {
    let mut drawn = Drawn::open(case, &session.run())?;
    let results = drawn.take_results();
    let today = clock::now()?.date();
    let known = known(&drawn, today);
    let mut found = results.check(&drawn.record, &known)?;
    // The tables show the open entities.
    found.retain(|of| of.severity() != Severity::Note);
    let progress = results.status(&drawn.record, drawn.amendments.as_ref())?;
    let inputs = drawn.sealed.inputs();
    let settings = Settings::read(
        case,
        &papers::Options {
            holidays,
            ..papers::Options::default()
        },
    )?;
    let rules = Rules {
        plan: inputs.plan(),
        office: &settings.office,
        calendar: &settings.calendar,
        today,
    };
    let overdue = Overdue::of(&progress, &rules);
    if let Some(path) = page {
        let shown = page::Shown {
            inputs,
            status: &progress,
            overdue: &overdue,
        };
        let html = page::html(&shown, &found, today, session.lang);
        writing::replace(path, html.as_bytes(), Access::Shared)?;
    }
    if session.json {
        let mut json: Value = parsed(&progress.to_json());
        json["findings"] = findings_to_json(&found);
        json["overdue"] = overdue.to_json();
        if let Some(path) = page {
            json["page"] = path.display().to_string().into();
        }
        session.print_json(&json)?;
        return Ok(Exit::Success);
    }
    let lang = session.lang;
    let tables = status::Tables {
        tasks: overdue.by_task(status::by_task(&progress, lang), &progress, lang),
        inspectors: overdue.by_inspector(
            status::by_inspector(inputs, &progress, lang),
            &progress,
            lang,
        ),
    };
    status::print_tables(session, &tables)?;
    let late = overdue.lines(|id| inputs.registry().name(id).unwrap_or_default().to_owned());
    status::print_lines(session, texts::status_overdue(late.len()), &late)?;
    for line in overdue.unknown() {
        session.say(line)?;
    }
    status::print_open(session, inputs, &progress)?;
    commitment::print_findings(session, &found, true)?;
    if let Some(path) = page {
        session.say(texts::page_written(path.display()))?;
    }
    Ok(Exit::Success)
}
