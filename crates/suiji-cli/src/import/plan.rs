//! Imports the plan of an office into a case. The values are shown beside their sources.

use std::path::Path;

use serde_json::{Value, json};
use suiji::error::ErrorKind;
use suiji_import::{Known, List, PlanImport, Understood, import_plan, plan_page};

use super::answers::Kept;
use super::{ask, in_pieces, log_files, replace, show, sources};
use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{Case, PLAN};
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts::{self, Localized, Text, codes};

/// The registry of a new case. It is a sample and has none of the office's categories.
const SAMPLE: &str = include_str!("../../skeleton/registry.csv");

/// Imports the plan. Open points of the document are asked at a terminal; otherwise the questions are written
/// to a file.
pub(super) fn import(
    session: &mut Session<'_>,
    case: &Case,
    files: &[&Path],
    mut kept: Kept,
) -> Result<Exit, Failure> {
    replace::check(case, &[List::Plan])?;
    let mut asking = ask::Asking::default();
    let imported = loop {
        let imported = run(session, case, files, &kept)?;
        if imported.questions().is_empty() {
            break imported;
        }
        let asked = session.terminal.input && !session.json;
        if asked {
            understood(
                session,
                &imported,
                texts::import_plan_open(imported.understood().len()),
            )?;
        }
        if !asked || !asking.ask(session, imported.questions(), &mut kept)? {
            return open(session, &imported, &mut kept);
        }
    };
    let Some(plan) = imported.plan() else {
        return open(session, &imported, &mut kept);
    };
    let replaced = files::exists(&case.path(PLAN))?;
    // Answers are written first, because a person would have to repeat them. The plan comes last.
    kept.save()?;
    let json = plan.to_json();
    let [log, log_page] = log_files(&[List::Plan]);
    let lang = session.lang;
    in_pieces(&case.path(&log), |out| {
        imported.log().write_csv_in(lang, out)
    })?;
    let page = plan_page(&imported, session.lang);
    writing::replace(&case.path(&log_page), page.as_bytes(), Access::Shared)?;
    writing::replace(&case.path(PLAN), json.as_bytes(), Access::Shared)?;
    let map = kept.finish()?;
    let written = [PLAN, &log, &log_page];
    if session.json {
        let json = json!({
            "tasks": plan.tasks().len(),
            "understood": to_json(session, &imported),
            "files": written,
            "answers": map.map(|map| map.display().to_string()),
            "questions": 0,
        });
        session.print_json(&json)?;
        replace::next(session, case)?;
        return Ok(Exit::Success);
    }
    understood(
        session,
        &imported,
        texts::import_plan_done(plan.tasks().len()),
    )?;
    let separator = texts::list_separator();
    session.say(texts::import_written(Text::joined(&written, &separator)))?;
    if replaced {
        session.say(texts::import_replaced(PLAN))?;
    }
    if let Some(map) = map {
        session.say(texts::import_answers_kept(map.display()))?;
    }
    replace::next(session, case)?;
    Ok(Exit::Success)
}

fn run(
    session: &Session<'_>,
    case: &Case,
    files: &[&Path],
    kept: &Kept,
) -> Result<PlanImport, Failure> {
    let run = session.run();
    let mut known = Known::default();
    if !is_sample(case)? {
        known = known
            .with_registry(|| case.registry(None, &run).ok())
            .with_roster(|| case.roster(&run).ok());
    }
    Ok(import_plan(sources(files)?, known, kept.answers())?)
}

/// Whether the registry is still the sample of a new case.
fn is_sample(case: &Case) -> Result<bool, Error> {
    let registry = case.path("registry.csv");
    let bytes = files::read_optional(&registry, SAMPLE.len() + 1, ErrorKind::Registry);
    match bytes {
        Ok(bytes) => Ok(bytes.is_some_and(|bytes| bytes == SAMPLE.as_bytes())),
        // A longer file is not a sample. A file that cannot be read is reported where it is needed.
        Err(_) => Ok(false),
    }
}

/// Writes only the open questions.
fn open(
    session: &mut Session<'_>,
    imported: &PlanImport,
    kept: &mut Kept,
) -> Result<Exit, Failure> {
    let path = kept.write_open(imported.questions(), session.lang)?;
    let count = imported.questions().len() as u64 + imported.more_questions();
    if session.json {
        let json =
            json!({"understood": to_json(session, imported), "files": [], "questions": count});
        session.print_json(&json)?;
    } else {
        understood(
            session,
            imported,
            texts::import_plan_open(imported.understood().len()),
        )?;
        session.say(texts::import_questions_open(count))?;
    }
    let plan = Text::of(|lang| List::Plan.name().get(lang).to_owned());
    let problem = codes::import_questions(count, plan, path.display());
    Err(Error::new(problem).into())
}

/// Everything that was understood, task by task.
fn understood(
    session: &mut Session<'_>,
    imported: &PlanImport,
    title: Text,
) -> Result<(), Failure> {
    session.say(title)?;
    let mut tasks: Vec<&str> = Vec::new();
    for of in imported.understood() {
        if !tasks.contains(&&*of.task) {
            tasks.push(&of.task);
        }
    }
    for task in tasks {
        if !task.is_empty() {
            session.say(texts::import_plan_task(task))?;
        }
        for of in imported.understood().iter().filter(|of| of.task == task) {
            session.say(line(of))?;
        }
    }
    Ok(())
}

fn line(of: &Understood) -> Text {
    let field = Text::of(|lang| of.field.get(lang).to_owned());
    let means = Text::of(|lang| of.means.get(lang).to_owned());
    match of.answered {
        true => texts::import_plan_answered(field, &of.before, means),
        false if of.before == of.after => texts::import_plan_same(field, means),
        false => texts::import_plan_line(field, &of.before, means),
    }
}

fn to_json(session: &Session<'_>, imported: &PlanImport) -> Value {
    let all = imported.understood().iter().map(|of| {
        json!({
            "task": of.task,
            "field": of.field.get(session.lang),
            "before": of.before,
            "after": of.after,
            "means": of.means.get(session.lang),
            "answered": of.answered,
            "place": show::place(&of.place).text(session.lang),
        })
    });
    all.collect()
}
