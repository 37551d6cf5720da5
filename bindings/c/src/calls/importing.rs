//! Imports lists and plans of an office: from files to tables, a plan, questions and the log.

use std::io::Cursor;
use std::sync::{Arc, PoisonError};

use serde::Deserialize;
use suiji::{Lang, Plan, Run};
use suiji_import::{Answers, Extra, Known, List, Options, page, plan_page};

use crate::codes::{
    SUIJI_CSV, SUIJI_HISTORY, SUIJI_HTML, SUIJI_HTML_EN, SUIJI_JSON, SUIJI_JSON_LINES, SUIJI_LOG,
    SUIJI_PLAN, SUIJI_REGISTRY, SUIJI_ROSTER, SUIJI_SUMMARY,
};
use crate::failure::Failure;
use crate::imported::{Files, Imported};
use crate::object::Object;
use crate::values::{json, text};

/// No files.
#[must_use]
pub fn files_new() -> Object {
    Object::Files(Box::new(Files::default().into()))
}

/// Adds a file.
///
/// # Errors
/// Misuse if the name is not UTF-8.
pub fn files_add(files: &Object, name: &[u8], data: &[u8]) -> Result<(), Failure> {
    let (files, name) = (files.files("files")?, text("name", name)?);
    let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
    files.add(name, data);
    Ok(())
}

/// Imports the lists of files. `kind` is the list that all sheets contain; with 0 each is recognised by its columns.
/// `extra` is a JSON list of the other columns to keep, or `"all"`. Answers, plan, registry and roster may be left out.
///
/// # Errors
/// A file is not a list, or exceeds a limit. The faults of answers and plan. Misuse if `kind` is not a list.
pub fn import_lists(
    files: &Object,
    kind: i32,
    extra: &[u8],
    answers: &[u8],
    plan: &[u8],
    registry: Option<&Object>,
    roster: Option<&Object>,
) -> Result<Object, Failure> {
    let mut options = Options::default().with_extra(json::<Columns>("extra", extra)?.into());
    if kind != 0 {
        options = options.with_list(list(kind)?);
    }
    let mut known = known(registry, roster)?;
    if !plan.is_empty() {
        known = known.with_plan(Plan::from_json(plan)?);
    }
    let (answers, sources) = (read_answers(answers)?, sources(files)?);
    let import = suiji_import::import(sources, known, &answers, &options)?;
    Ok(Object::Import(Box::new(Imported::Lists(import))))
}

/// Imports a plan: its document, and the files of its annexes, if there are any.
///
/// # Errors
/// A file is not a plan, or exceeds a limit. The faults of answers.
pub fn import_plan(
    files: &Object,
    answers: &[u8],
    registry: Option<&Object>,
    roster: Option<&Object>,
) -> Result<Object, Failure> {
    let known = known(registry, roster)?;
    let (answers, sources) = (read_answers(answers)?, sources(files)?);
    let import = suiji_import::import_plan(sources, known, &answers)?;
    Ok(Object::Import(Box::new(Imported::Plan(Box::new(import)))))
}

/// `Ok` if no question is open.
///
/// # Errors
/// `import.question` for each of the first questions.
pub fn import_check(import: &Object) -> Result<(), Failure> {
    Ok(match import.import("import")? {
        Imported::Lists(import) => import.check_answered(),
        Imported::Plan(import) => import.check_answered(),
    }?)
}

/// A part of an import, as a document. None if it has no such list, or questions are open.
///
/// # Errors
/// Misuse if there is no such part, or the part has no such form.
pub fn import_part(import: &Object, part: i32, form: i32) -> Result<Option<Object>, Failure> {
    let import = import.import("import")?;
    match (part, form) {
        (SUIJI_SUMMARY, SUIJI_JSON) => Ok(Some(Object::bytes(match import {
            Imported::Lists(import) => import.to_json(),
            Imported::Plan(import) => import.to_json(),
        }))),
        (SUIJI_LOG, form) => log(import, form).map(Some),
        (SUIJI_PLAN, SUIJI_JSON) => Ok(match import {
            Imported::Lists(_) => None,
            Imported::Plan(import) => import.plan().map(|plan| Object::bytes(plan.to_json())),
        }),
        (SUIJI_REGISTRY | SUIJI_ROSTER | SUIJI_HISTORY, SUIJI_CSV | SUIJI_JSON_LINES) => {
            table(import, part, form)
        }
        (SUIJI_SUMMARY | SUIJI_PLAN | SUIJI_REGISTRY | SUIJI_ROSTER | SUIJI_HISTORY, _) => {
            Err(Failure::unknown_number("form", form.into()))
        }
        _ => Err(Failure::unknown_number("part", part.into())),
    }
}

fn log(import: &Imported, form: i32) -> Result<Object, Failure> {
    let written = |lang| match import {
        Imported::Lists(import) => page(import, lang),
        Imported::Plan(import) => plan_page(import, lang),
    };
    let log = match import {
        Imported::Lists(import) => import.log(),
        Imported::Plan(import) => import.log(),
    };
    let mut bytes = Vec::new();
    match form {
        SUIJI_CSV => log.write_csv(&mut bytes),
        SUIJI_JSON_LINES => log.write_json_lines(&mut bytes),
        SUIJI_HTML => return Ok(Object::bytes(written(Lang::Zh))),
        SUIJI_HTML_EN => return Ok(Object::bytes(written(Lang::En))),
        _ => return Err(Failure::unknown_number("form", form.into())),
    }
    // Writing to a vector does not fail.
    .map_err(|_| Failure::panic())?;
    Ok(Object::bytes(bytes))
}

/// A list as canonical CSV, or as sorted JSON Lines. For JSON Lines it is read as at sealing.
fn table(import: &Imported, kind: i32, form: i32) -> Result<Option<Object>, Failure> {
    let Imported::Lists(import) = import else {
        return Ok(None);
    };
    let Some(table) = import.table(list(kind)?) else {
        return Ok(None);
    };
    let mut csv = Vec::new();
    table.write_csv(&mut csv).map_err(|_| Failure::panic())?;
    if form == SUIJI_CSV {
        return Ok(Some(Object::bytes(csv)));
    }
    let run = Run::default();
    let table = super::table_read(kind, SUIJI_CSV, &csv, &run)?;
    super::write(&table, form, &run).map(Some)
}

fn list(kind: i32) -> Result<List, Failure> {
    match kind {
        SUIJI_REGISTRY => Ok(List::Registry),
        SUIJI_ROSTER => Ok(List::Roster),
        SUIJI_HISTORY => Ok(List::History),
        _ => Err(Failure::unknown_number("kind", kind.into())),
    }
}

/// The columns to keep, as JSON.
#[derive(Default, Deserialize)]
#[serde(untagged)]
enum Columns {
    #[default]
    None,
    Names(Vec<String>),
    All(All),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum All {
    All,
}

impl From<Columns> for Extra {
    fn from(columns: Columns) -> Self {
        match columns {
            Columns::None => Self::Nothing,
            Columns::Names(names) => Self::Named(names),
            Columns::All(All::All) => Self::All,
        }
    }
}

/// The tables are copied only if names must be replaced by ids.
fn known<'k>(
    registry: Option<&'k Object>,
    roster: Option<&'k Object>,
) -> Result<Known<'k>, Failure> {
    let registry = registry.map(|of| of.registry("registry")).transpose()?;
    let roster = roster.map(|of| of.roster("roster")).transpose()?;
    let known = Known::default().with_registry(move || registry.map(|of| (**of).clone()));
    Ok(known.with_roster(move || roster.map(|of| (**of).clone())))
}

fn read_answers(answers: &[u8]) -> Result<Answers, Failure> {
    match answers {
        [] => Ok(Answers::default()),
        answers => Ok(Answers::from_json(answers)?),
    }
}

fn sources(files: &Object) -> Result<Vec<suiji_import::Source>, Failure> {
    let files = files.files("files")?;
    let files = files.lock().unwrap_or_else(PoisonError::into_inner);
    let sources = files
        .all()
        .map(|(name, data)| suiji_import::Source::new(name, Cursor::new(Arc::clone(data))));
    Ok(sources.collect())
}
